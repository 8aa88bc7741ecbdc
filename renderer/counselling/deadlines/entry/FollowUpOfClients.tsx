import { useLocation } from '@tanstack/react-router'
import { useState } from 'react'
import { useCommand } from '../../../app/commands.ts'
import { DeadlineDialog } from './DeadlineDialog.tsx'

/** F4 on the screens of counselling: what is to be followed up about clients stays on that side, as a deadline with a day of its own. */
export function FollowUpOfClients() {
  const { pathname } = useLocation()
  const [opened, setOpened] = useState(false)
  useCommand('follow-up', () => setOpened(true), pathname.startsWith('/counselling'), 'fallback')
  if (!opened) return null
  return <DeadlineDialog method="free" onClose={() => setOpened(false)} onStored={() => setOpened(false)} />
}
