import { Checkbox, Group } from '@mantine/core'
import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { defaultCode } from '../../../shared/counselling/catalogues.ts'
import { parseDueDay } from '../../../shared/due-day-input.ts'
import type { Referral } from '../../../shared/counselling/referrals/contract.ts'
import { askOn, type ReferralFields } from '../../../shared/counselling/referrals/model.ts'
import { germanDay } from '../../../shared/holidays/days.ts'
import { api, office } from '../../app/office.ts'
import { useDraft } from '../../app/useDraft.ts'
import { showFailure, showUndoNotice } from '../../ui/notices.tsx'
import { CaseSelect } from '../CaseSelect.tsx'
import { DayField } from '../deadlines/DayField.tsx'
import { FormDialog } from '../FormDialog.tsx'
import { useOfficeLand } from '../../app/useOfficeLand.ts'
import { useToday } from '../useToday.ts'
import type { ReferralDraft } from './referralDraft.ts'
import { ReferralFields as Fields } from './ReferralFields.tsx'

/** What a new referral belongs to. */
export type ReferralOwner = { caseId: string | null; consultationId: string | null }

interface Entry {
  fields: ReferralDraft
  caseId: string | null
  /** ISO day on which feedback is asked for; null for never. */
  askOn: string | null
}

/** Enters a referral. What was typed is kept on the counselling side until it is stored. */
export function NewReferral({ owner, topic = null, onClose, onStored }: {
  /** Null where the person chooses a case, or none. */
  owner: ReferralOwner | null
  /** Topic to begin with, e.g. that of the last consultation. */
  topic?: string | null
  onClose(): void
  onStored?(id: string): void
}) {
  const draft = useDraft<Entry>('counselling', `referral:${owner?.caseId ?? owner?.consultationId ?? 'new'}`)
  const today = useToday()
  const land = useOfficeLand()
  if (draft.restored === undefined) return null
  const fields: ReferralDraft = {
    contactId: null, name: '', organisation: '', topic, quality: defaultCode('referralQualities') ?? '', date: today, about: '', bring: '', appointment: '',
    handOver: 'none', handedWhat: '', releaseId: null,
  }
  const initial = draft.restored ?? { fields, caseId: owner?.caseId ?? null, askOn: askOn(today, land) }
  const close = (): void => {
    void draft.discard().catch(showFailure)
    onClose()
  }
  return (
    <Form
      initial={initial} choosesCase={owner === null} onKeep={draft.keep} onClose={close}
      onStore={async (entry) => {
        const stored = await office.counselling.referrals.create({
          owner: { caseId: entry.caseId, consultationId: owner?.consultationId ?? null }, fields: entry.fields as ReferralFields,
          followUp: entry.askOn === null ? null : { on: entry.askOn, land },
        })
        const asked = entry.askOn === null ? '' : ` Rückmeldung ab ${germanDay(entry.askOn)} unter „Fristen“.`
        showUndoNotice(`Verweisung eingetragen.${asked}`, 'counselling', stored.change)
        onStored?.(stored.id)
      }}
    />
  )
}

function Form({ initial, choosesCase, onKeep, onClose, onStore }: {
  initial: Entry
  choosesCase: boolean
  onKeep(entry: Entry): void
  onClose(): void
  onStore(entry: Entry): Promise<void>
}) {
  const [entry, setEntry] = useState(initial)
  const land = useOfficeLand()
  const set = (patch: Partial<Entry>): void => {
    const next = { ...entry, ...patch }
    setEntry(next)
    onKeep(next)
  }
  const change = (patch: Partial<ReferralDraft>): void => {
    // The day of the question goes with the day of the referral, as long as nobody has chosen another one.
    const moves = patch.date !== undefined && entry.askOn === askOn(entry.fields.date, land)
    set({ fields: { ...entry.fields, ...patch }, ...(moves && patch.date !== undefined && { askOn: askOn(patch.date, land) }) })
  }
  return (
    <FormDialog title="Verweisen" button="Verweisung eintragen" size={700} onClose={onClose} onSubmit={() => onStore(entry)}>
      {(errors) => (
        <>
          <Fields fields={entry.fields} caseId={entry.caseId} errors={errors} onChange={change} />
          {choosesCase && <CaseSelect label="Fall" value={entry.caseId} error={errors.caseId} onChange={(caseId) => set({ caseId })} />}
          <Group gap="md" align="flex-end">
            <Checkbox
              label="Rückmeldung einholen" description="steht dann unter „Fristen“ und auf der Übersicht" checked={entry.askOn !== null}
              onChange={(event) => set({ askOn: event.currentTarget.checked ? askOn(entry.fields.date, land) : null })}
            />
            {entry.askOn !== null && (
              <DayField label="Nachfragen ab" value={entry.askOn} error={errors.on} parse={(text) => parseDueDay(text, new Date())} onChange={(day) => set({ askOn: day ?? entry.askOn })} />
            )}
          </Group>
        </>
      )}
    </FormDialog>
  )
}

/** Changes a referral. */
export function EditReferral({ referral, onClose }: { referral: Referral; onClose(): void }) {
  const [fields, setFields] = useState<ReferralDraft>(referral)
  const save = async (): Promise<void> => {
    const { contactId, name, organisation, topic, quality, date, about, bring, appointment, handOver, handedWhat, releaseId } = fields
    const receipt = await office.counselling.referrals.update({
      id: referral.id, version: referral.version,
      fields: { contactId, name, organisation, topic: topic ?? '', quality, date, about, bring, appointment, handOver, handedWhat, releaseId },
    })
    showUndoNotice('Verweisung geändert.', 'counselling', receipt.change)
  }
  return (
    <FormDialog title="Verweisung ändern" button="Speichern" size={700} onClose={onClose} onSubmit={save}>
      {(errors) => <Fields fields={fields} caseId={referral.caseId} errors={errors} opened onChange={(patch) => setFields((before) => ({ ...before, ...patch }))} />}
    </FormDialog>
  )
}

/** The last topic of a case, to begin a referral with. */
export function useLastTopic(caseId: string): string | null {
  const { data } = useQuery(api.counselling.consultations.ofCase.queryOptions({ input: { caseId, limit: 1 } }))
  return data?.consultations[0]?.topic ?? null
}
