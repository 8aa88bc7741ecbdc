import { Button, Text, Textarea } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import type { Clash } from '../../../shared/events/clashes/model.ts'
import { office } from '../../app/office.ts'
import { DecisionDialog } from '../../ui/DecisionDialog.tsx'
import { attempt } from '../../ui/attempt.ts'

/** „Bewusst so": takes a clash on, with a note for whoever asks later. @param flush stores first what is still unsaved, as the clash is about it */
export function AcceptClash({ eventId, clash, flush }: { eventId: string; clash: Clash; flush?: () => Promise<void> }): ReactNode {
  const [note, setNote] = useState<string | null>(null)
  const name = clash.other?.title ?? clash.title
  const accept = async (): Promise<void> => {
    const accepted = await attempt(async () => {
      await flush?.()
      return office.events.clashes.accept({ id: eventId, key: clash.key, note: note ?? '' })
    }, 'Als bewusst so geplant vermerkt.')
    if (accepted) setNote(null)
  }
  return (
    <>
      <Button size="compact-sm" variant="default" aria-label={`${name}: bewusst so`} onClick={() => setNote('')}>Bewusst so …</Button>
      {note !== null && (
        <DecisionDialog title="Bewusst so geplant" confirm="Vermerken" onConfirm={() => void accept()} onClose={() => setNote(null)}>
          <Text size="sm" mb="sm"><strong>{name}:</strong> {clash.reasons.join(' ')}</Text>
          <Textarea data-autofocus label="Warum es so bleiben kann" description="Steht künftig bei dem Hinweis. Wird eine der beiden verlegt, kommt er wieder." autosize minRows={2} maxLength={1_000} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
        </DecisionDialog>
      )}
    </>
  )
}

/** Takes that back. */
export function ReopenClash({ eventId, clash }: { eventId: string; clash: Clash }): ReactNode {
  const reopen = (): void => void attempt(() => office.events.clashes.reopen({ id: eventId, key: clash.key }), 'Der Hinweis gilt wieder.')
  return <Button size="compact-sm" variant="subtle" aria-label={`${clash.other?.title ?? clash.title}: Hinweis wieder öffnen`} onClick={reopen}>Wieder öffnen</Button>
}
