import {
  IconBuildingCommunity, IconCalendarEvent, IconDoor, IconHome, IconMail, IconMailOpened, IconMessage, IconMessageCircle, IconPhone,
  IconUsers, IconUsersGroup, IconVideo, type Icon,
} from '@tabler/icons-react'
import { createElement } from 'react'

const icons: Readonly<Record<string, Icon>> = {
  'in-person': IconMessage,
  'open-hours': IconDoor,
  phone: IconPhone,
  email: IconMail,
  letter: IconMailOpened,
  video: IconVideo,
  messenger: IconMessageCircle,
  outreach: IconHome,
  branch: IconBuildingCommunity,
  escort: IconUsers,
  event: IconCalendarEvent,
  'third-party': IconUsersGroup,
}

/** Icon of a channel; the word always stands beside it. */
export function ChannelIcon({ code }: { code: string }) {
  return createElement(icons[code] ?? IconMessage, { size: 18, 'aria-hidden': true })
}
