import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Side } from '../../shared/records/model.ts'
import { failureOf } from '../app/failure.ts'
import { office } from '../app/office.ts'
import { Personal } from './Personal.tsx'

/** Says that something was done. */
export function showNotice(text: string): void {
  notifications.show({ message: withNames(text), icon: <IconCheck size={18} aria-hidden />, autoClose: 5000 })
}

/** Says that something isn't as somebody may think. */
export function showWarning(text: string): void {
  notifications.show({ color: 'amber', message: withNames(text), icon: <IconAlertTriangle size={18} aria-hidden />, autoClose: 12_000 })
}

/** What a notice quotes may be a name: visitor mode blurs it. */
function withNames(text: string): ReactNode {
  const [before = '', quoted, ...after] = text.split(/(„[^“]*“)/u)
  return quoted === undefined ? before : <>{before}<Personal>{quoted}</Personal>{withNames(after.join(''))}</>
}

/** A further step that a notice offers. */
interface NoticeStep {
  label: string
  onClick(): void
}

/**
 * Says what was done and offers to take it back. The record, not the focused field, decides what is undone.
 * @param further what may come next, e.g. „Zum Fall machen“
 */
export function showUndoNotice(text: string, side: Side, change: string | null, further?: NoticeStep): void {
  showStepNotice(text, 'Rückgängig', side, change, further)
}

/** Says what went wrong, what was kept and what to do next. Stays until it is closed. */
export function showFailure(error: unknown): void {
  const failure = failureOf(error)
  notifications.show({
    color: 'red',
    icon: <IconAlertTriangle size={18} aria-hidden />,
    title: failure.title,
    message: failure.next,
    autoClose: failure.code === 'internal' ? false : 12_000,
  })
}

/** Takes back one step and offers to restore it. */
export async function undoChange(side: Side, change: string): Promise<void> {
  try {
    const undone = await office.records.undo({ side, change })
    showRedoNotice(undone)
  } catch (error) {
    showFailure(error)
  }
}

/** Strg+Z: takes back the newest step, wherever it was. */
export async function undoLastChange(): Promise<void> {
  try {
    const undone = await office.records.undoLast()
    if (undone) showRedoNotice(undone)
    else showNotice('Es gibt nichts rückgängig zu machen.')
  } catch (error) {
    showFailure(error)
  }
}

function showRedoNotice({ action, change, side, kept }: { action: string; change: string | null; side: Side; kept: { titles: string[]; total: number } }): void {
  showStepNotice(`Rückgängig gemacht: ${action}${keptText(kept)}`, 'Wiederherstellen', side, change)
}

/** What stays because somebody has worked on it since: ". 2 Einträge wurden inzwischen geändert und bleiben: …" */
function keptText({ titles, total }: { titles: string[]; total: number }): string {
  if (total === 0) return ''
  const more = total > titles.length ? ` und ${total - titles.length} weitere` : ''
  const named = titles.length === 0 ? '' : `: ${titles.map((title) => `„${title}“`).join(', ')}${more}`
  return total === 1 ? `. Ein Eintrag wird noch gebraucht und bleibt${named}.` : `. ${total} Einträge wurden inzwischen geändert oder werden noch gebraucht und bleiben${named}.`
}

/** A notice with a button that takes the step back, as long as there is a step. */
function showStepNotice(text: string, button: string, side: Side, change: string | null, further?: NoticeStep): void {
  if (!change) return showNotice(text)
  const id = notifications.show({
    autoClose: 10_000,
    icon: <IconCheck size={18} aria-hidden />,
    message: (
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{withNames(text)}</Text>
        <Group gap={6} justify="flex-end">
          <Button
            size="compact-sm"
            variant="light"
            onClick={() => {
              notifications.hide(id)
              void undoChange(side, change)
            }}
          >
            {button}
          </Button>
          {further && (
            <Button
              size="compact-sm"
              variant="light"
              onClick={() => {
                notifications.hide(id)
                further.onClick()
              }}
            >
              {further.label}
            </Button>
          )}
        </Group>
      </Group>
    ),
  })
}
