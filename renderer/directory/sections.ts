import { IconArrowsJoin, IconListDetails, IconShieldCheck, IconSitemap, type Icon } from '@tabler/icons-react'
import type { LinkProps } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { OpenPairs } from './duplicates/OpenPairs.tsx'

/** A screen of „Kontakte" beside the list. */
interface DirectorySection {
  /** A route of `renderer/app/router.tsx`. */
  path: NonNullable<LinkProps['to']>
  label: string
  icon: Icon
  /** What stands behind the label, such as how much awaits a decision. */
  note?: ComponentType
}

/** The further screens of „Kontakte" in the order of the left side, one line each. */
export const directorySections: readonly DirectorySection[] = [
  { path: '/directory/lists', label: 'Verteiler', icon: IconListDetails },
  { path: '/directory/duplicates', label: 'Dubletten', icon: IconArrowsJoin, note: OpenPairs },
  { path: '/directory/network', label: 'Netzwerk', icon: IconSitemap },
  { path: '/directory/privacy', label: 'Datenschutz', icon: IconShieldCheck },
]
