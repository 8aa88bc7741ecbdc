import { useLocation } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { recordPaths } from '../app/areas.ts'
import { useCommand } from '../app/commands.ts'
import { FollowUpDialog, type FollowUpTarget } from './FollowUpDialog.tsx'
import { useHelpPlace } from '../ui/helpPlace.ts'

/** Records that aren't followed up: a task is one itself, settings have no day. */
const withoutTasks = new Set(['task', 'letterhead', 'register-settings', 'press-settings', 'privacy-office', 'protected-note'])

/** F4 everywhere but in counselling: a task about the record that is open, or about nothing. */
export function FollowUp(): ReactNode {
  const { pathname, search } = useLocation()
  const [opened, setOpened] = useState<FollowUpTarget | 'nothing' | null>(null)
  useHelpPlace(opened === null ? null : 'follow-up')
  const { id } = search as { id?: string }
  const open = (): void => {
    const types = Object.keys(recordPaths).filter((type) => recordPaths[type] === pathname && !withoutTasks.has(type))
    setOpened(id === undefined || types.length === 0 ? 'nothing' : { types, id })
  }
  useCommand('follow-up', open, !pathname.startsWith('/counselling'), 'fallback')
  return opened === null ? null : <FollowUpDialog target={opened === 'nothing' ? null : opened} onClose={() => setOpened(null)} />
}
