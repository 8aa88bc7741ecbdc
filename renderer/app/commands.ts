import { useEffect, useRef } from 'react'
import { shortcuts, type Command } from '../../shared/shortcuts.ts'
import { desktop } from './office.ts'

type Handler = () => void

/** Handlers by command; the newest one wins, so a screen can take over a command while it is open. */
const handlers = new Map<Command, Handler[]>()

/**
 * Answers a command of the shortcut table while the component is mounted, wherever it comes from: key, menu or palette.
 * @param enabled false leaves the command to whoever registered before
 * @param place `fallback` answers only where no screen does
 */
export function useCommand(command: Command, handler: Handler, enabled = true, place: 'screen' | 'fallback' = 'screen'): void {
  const latest = useRef(handler)
  latest.current = handler
  useEffect(() => {
    if (!enabled) return
    const run = (): void => latest.current()
    const others = handlers.get(command) ?? []
    handlers.set(command, place === 'fallback' ? [run, ...others] : [...others, run])
    return () => {
      handlers.set(command, (handlers.get(command) ?? []).filter((entry) => entry !== run))
    }
  }, [command, enabled, place])
}

/** Commands that begin a change, or leave an entry in the log. */
const writing: ReadonlySet<Command> = new Set(['new', 'undo', 'delete', 'counsel', 'find-client', 'follow-up', 'letter', 'hand-out', 'forward-draft', 'return-draft'])
let refusal: Handler | null = null

/** From now on commands that would change something only say why they don't. @returns ends that */
export function refuseWriting(say: Handler): () => void {
  refusal = say
  return () => {
    refusal = null
  }
}

/** Runs a command; false when no screen answers it at the moment. */
export function runCommand(command: Command): boolean {
  const handler = handlers.get(command)?.at(-1)
  if (refusal && handler && writing.has(command)) refusal()
  else handler?.()
  return handler !== undefined
}

/** Commands that somebody answers at the moment. */
export function answeredCommands(): Command[] {
  return shortcuts.map((shortcut) => shortcut.command).filter((command) => (handlers.get(command)?.length ?? 0) > 0)
}

/** Settles once the screen stands that is being opened; null when none is. */
type ScreenOpening = () => Promise<void> | null
const noneOpening: ScreenOpening = () => null
let screenOpening = noneOpening

/** Commands wait from now on for the screens that `opening` tells of. @returns ends that */
export function waitForScreens(opening: ScreenOpening): () => void {
  screenOpening = opening
  return () => {
    screenOpening = noneOpening
  }
}

/** Listens to keys and to the menu while the office is open. Mounted once. */
export function useCommandSources(open: boolean): void {
  useEffect(() => {
    if (!open) return
    /** Who types faster than a screen opens means the screen that is coming: Strg+4, Strg+N begins a letter. */
    const run = (command: Command): boolean => {
      const opening = command.startsWith('area-') ? null : screenOpening()
      if (!opening) return runCommand(command)
      void opening.then(() => runCommand(command))
      return true
    }
    const onKey = (event: KeyboardEvent): void => {
      const shortcut = shortcuts.find((candidate) => matches(event, candidate.keys))
      if (!shortcut || leaveToField(event, shortcut.command)) return
      if (run(shortcut.command)) event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    const endMenu = desktop.on((event) => {
      if (event.type === 'command') run(event.name as Command)
    })
    return () => {
      window.removeEventListener('keydown', onKey)
      endMenu()
    }
  }, [open])
}

function matches(event: KeyboardEvent, keys: string): boolean {
  const parts = keys.split('+')
  const key = parts.at(-1) ?? ''
  const wantsCtrl = parts.includes('Ctrl')
  const wantsShift = parts.includes('Shift')
  return (
    event.key.toLowerCase() === key.toLowerCase() &&
    (event.ctrlKey || event.metaKey) === wantsCtrl &&
    event.shiftKey === wantsShift &&
    !event.altKey
  )
}

/** In a text field Strg+Z takes back typing, and Entf deletes a letter. */
function leaveToField(event: KeyboardEvent, command: Command): boolean {
  if (command !== 'undo' && command !== 'delete') return false
  const target = event.target as HTMLElement
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)
}
