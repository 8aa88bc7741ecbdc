import { Text, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { EscalationEntry } from '../../../shared/counselling/escalation/model.ts'
import { germanDate } from '../../../shared/dates.ts'
import { office } from '../../app/office.ts'
import { useDraft } from '../../app/useDraft.ts'
import { showFailure } from '../../ui/notices.tsx'
import { DecisionDialog } from '../DecisionDialog.tsx'
import { EntryFields } from './EntryFields.tsx'
import { entryOf, newEntry, type EntryDraft } from './entryDraft.ts'

const width = 640

/** Adds an entry. What was typed is kept on the counselling side until it is stored. */
export function NewEntryDialog({ id, onClose }: { id: string; onClose(): void }) {
  const draft = useDraft<EntryDraft>('counselling', `escalation-entry:${id}`)
  if (draft.restored === undefined) return null
  const close = (): void => {
    void draft.discard().catch(showFailure)
    onClose()
  }
  return <NewEntry id={id} initial={draft.restored ?? newEntry(false)} keep={draft.keep} onClose={close} />
}

function NewEntry({ id, initial, keep, onClose }: { id: string; initial: EntryDraft; keep(entry: EntryDraft): void; onClose(): void }) {
  const [entry, setEntry] = useState(initial)
  const set = (patch: Partial<EntryDraft>): void => {
    const next = { ...entry, ...patch }
    setEntry(next)
    keep(next)
  }
  return (
    <DecisionDialog
      title="Neuer Eintrag" button="Eintragen" said="Eingetragen." size={width} onClose={onClose}
      onDecide={() => office.counselling.escalation.addEntry({ id, fields: entryOf(entry) })}
    >
      {(errors) => <EntryFields entry={entry} errors={errors} onChange={set} />}
    </DecisionDialog>
  )
}

/** Puts another wording in the place of an entry; the former one stays to be read. */
export function CorrectEntryDialog({ id, current, onClose }: { id: string; current: EscalationEntry; onClose(): void }) {
  const { on, at, kind, certainty, text, source, sourceNote, who, contactId, level, id: entryId, revision } = current
  const [entry, setEntry] = useState<EntryDraft>({ on, at, kind, certainty, text, source, sourceNote, who, contactId, level })
  const [reason, setReason] = useState('')
  return (
    <DecisionDialog
      title="Eintrag berichtigen" button="Berichtigen" said="Berichtigt. Die frühere Fassung bleibt lesbar." size={width} onClose={onClose}
      onDecide={() => office.counselling.escalation.correctEntry({ id, entryId, revision, fields: entryOf(entry), reason })}
    >
      {(errors) => (
        <>
          <EntryFields entry={entry} errors={errors} onChange={(patch) => setEntry({ ...entry, ...patch })} />
          <TextInput label="Grund der Berichtigung" withAsterisk value={reason} error={errors.reason} onChange={(event) => setReason(event.currentTarget.value)} />
        </>
      )}
    </DecisionDialog>
  )
}

/** Says that an entry no longer holds. */
export function WithdrawEntryDialog({ id, current, onClose }: { id: string; current: EscalationEntry; onClose(): void }) {
  const [reason, setReason] = useState('')
  return (
    <DecisionDialog
      title="Eintrag zurücknehmen" button="Zurücknehmen" said="Zurückgenommen. Der Eintrag bleibt durchgestrichen stehen." onClose={onClose}
      onDecide={() => office.counselling.escalation.withdrawEntry({ id, entryId: current.id, revision: current.revision, reason })}
    >
      {(errors) => (
        <>
          <Text size="sm">Der Eintrag vom {germanDate(current.on)} bleibt durchgestrichen in der Chronologie, mit dem Grund.</Text>
          <Textarea label="Grund" withAsterisk autosize minRows={2} value={reason} error={errors.reason} data-autofocus onChange={(event) => setReason(event.currentTarget.value)} />
        </>
      )}
    </DecisionDialog>
  )
}
