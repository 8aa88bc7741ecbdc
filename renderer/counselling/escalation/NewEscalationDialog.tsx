import { Checkbox, Divider, Group, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { EscalationFields } from '../../../shared/counselling/escalation/model.ts'
import { addDays } from '../../../shared/holidays/days.ts'
import { LAENDER } from '../../../shared/vault/laender.ts'
import { office } from '../../app/office.ts'
import { useSession } from '../../app/session.ts'
import { useDraft } from '../../app/useDraft.ts'
import { showFailure } from '../../ui/notices.tsx'
import { CodeSelect } from '../CodeSelect.tsx'
import { DecisionDialog } from '../DecisionDialog.tsx'
import { useToday } from '../useToday.ts'
import { EntryFields } from './EntryFields.tsx'
import { entryOf, newEntry, type EntryDraft } from './entryDraft.ts'

interface Draft {
  fields: EscalationFields
  first: EntryDraft
  /** Enter a deadline for tomorrow, so that somebody looks after it. */
  followUp: boolean
}

const empty = (): Draft => ({
  fields: { title: '', kind: 'accommodation', municipality: '', place: '', occasion: '', assessment: '', openPoints: '', distribution: '' }, first: newEntry(true), followUp: true,
})

/** Begins a log with its first entry. What was typed is kept on the counselling side until it is stored. */
export function NewEscalationDialog({ onClose, onMade }: { onClose(): void; onMade(id: string): void }) {
  const draft = useDraft<Draft>('counselling', 'escalation:new')
  if (draft.restored === undefined) return null
  const close = (): void => {
    void draft.discard().catch(showFailure)
    onClose()
  }
  return <NewEscalation initial={draft.restored ?? empty()} keep={draft.keep} onClose={close} onMade={onMade} />
}

function NewEscalation({ initial, keep, onClose, onMade }: { initial: Draft; keep(draft: Draft): void; onClose(): void; onMade(id: string): void }) {
  const [draft, setDraft] = useState(initial)
  const today = useToday()
  const { land } = useSession()
  const set = (patch: Partial<Draft>): void => {
    const next = { ...draft, ...patch }
    setDraft(next)
    keep(next)
  }
  const describe = (patch: Partial<EscalationFields>): void => set({ fields: { ...draft.fields, ...patch } })
  const create = async () => {
    const made = await office.counselling.escalation.create({ fields: draft.fields, first: entryOf(draft.first) })
    onMade(made.id)
    if (draft.followUp) await followUp(made.number, draft.fields.title).catch(showFailure)
    return made
  }
  const followUp = async (number: string, title: string): Promise<void> => {
    await office.counselling.deadlines.create({
      owner: { caseId: null, consultationId: null },
      texts: { title: `Lage ${number}: nachfassen`, task: 'Lage prüfen, Betroffene und Zuständige anrufen, Eintrag ergänzen.', place: '', note: title },
      dating: {
        land: LAENDER.find(({ code }) => code === land)?.code ?? 'BB', calculation: null,
        taken: { dueOn: addDays(today, 1), dueTime: '', earliest: false, noticeText: '', reason: 'Nachfassen binnen 24 Stunden' },
      },
    })
  }
  return (
    <DecisionDialog title="Neue Lage" button="Anlegen" said="Die Lage ist angelegt." size={680} onClose={onClose} onDecide={create}>
      {(errors) => (
        <>
          <TextInput label="Bezeichnung" placeholder="Konflikt um die Unterkunft Bahnhofstraße" value={draft.fields.title} error={errors.title} data-autofocus onChange={(event) => describe({ title: event.currentTarget.value })} />
          <CodeSelect catalogue="escalationKinds" label="Art" day={today} value={draft.fields.kind} error={errors.kind} onChange={(kind) => kind && describe({ kind })} />
          <Group grow align="flex-start">
            <TextInput label="Gemeinde" value={draft.fields.municipality} error={errors.municipality} onChange={(event) => describe({ municipality: event.currentTarget.value })} />
            <TextInput label="Ort" placeholder="Ortsteil, Einrichtung" value={draft.fields.place} error={errors.place} onChange={(event) => describe({ place: event.currentTarget.value })} />
          </Group>
          <Divider label="Erster Eintrag" labelPosition="left" />
          <EntryFields entry={draft.first} errors={errors} onChange={(patch) => set({ first: { ...draft.first, ...patch } })} />
          <Checkbox label="In 24 Stunden nachfassen" description="trägt für morgen eine Frist ein" checked={draft.followUp} onChange={(event) => set({ followUp: event.currentTarget.checked })} />
        </>
      )}
    </DecisionDialog>
  )
}
