import { CloseButton, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useState } from 'react'
import { faultNotice } from '../../shared/policy/notice.ts'
import { usePolicy } from '../app/usePolicy.ts'
import classes from './PolicyBanner.module.css'

/** Says above every screen that a policy of IT can't be relied on: what happened, what holds now, what to do. Can be put away until the next start. */
export function PolicyBanner() {
  const notice = faultNotice(usePolicy())
  const [away, setAway] = useState(false)
  if (!notice || away) return null
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled by keyboard
    <section className={`${classes.banner} no-print`} aria-label="Vorgaben Ihrer IT" role="alert" tabIndex={0}>
      <IconAlertTriangle size={20} aria-hidden className={classes.icon} />
      <div className={classes.text}>
        <Text size="sm" fw={600}>Eine Vorgabe Ihrer IT ist nicht lesbar oder nicht gültig.</Text>
        {notice.happened.map((text) => <Text key={text} size="sm">{text}</Text>)}
        <Text size="sm">{notice.holds} {notice.next}</Text>
      </div>
      <CloseButton aria-label="Hinweis schließen" variant="transparent" c="inherit" onClick={() => setAway(true)} />
    </section>
  )
}
