import { Group, Select, TextInput } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { useState } from 'react'
import { isoDay } from '../../../shared/dates.ts'
import { legalBasisOptions, needsConsent, purposeOptions } from '../../../shared/directory/dealings/purposes.ts'
import { office } from '../../app/office.ts'
import { attempt } from '../../ui/attempt.ts'
import { DecisionDialog } from '../../ui/DecisionDialog.tsx'
import { contactsText } from './contactsText.ts'

/** Gives the chosen contacts one purpose. */
export function AssignPurpose({ ids, onClose }: { ids: string[]; onClose: (done: boolean) => void }) {
  const [today] = useState(() => isoDay(new Date()))
  const [purpose, setPurpose] = useState<string | null>(null)
  const [legalBasis, setLegalBasis] = useState<string | null>(null)
  const [consentOn, setConsentOn] = useState<string | null>(null)
  const [consentUntil, setConsentUntil] = useState<string | null>(null)
  const [reviewOn, setReviewOn] = useState<string | null>(null)
  const [evidence, setEvidence] = useState('')
  const consent = legalBasis !== null && needsConsent(legalBasis)
  const reversed = consentOn !== null && consentUntil !== null && consentUntil < consentOn
  const save = async (): Promise<void> => {
    if (purpose === null || legalBasis === null) return
    const dates = consent ? { consentOn, consentUntil, evidence } : { consentOn: null, consentUntil: null, evidence: '' }
    if (await attempt(() => office.directory.privacy.assignPurpose({ ids, purpose: { purpose, legalBasis, reviewOn, ...dates } }), `Zweck für ${contactsText(ids.length)} eingetragen`)) onClose(true)
  }
  return (
    <DecisionDialog title={`Zweck eintragen für ${contactsText(ids.length)}`} confirm="Eintragen" disabled={purpose === null || legalBasis === null || reversed || (consent && consentOn === null)} onConfirm={() => void save()} onClose={() => onClose(false)}>
      <Select label="Zweck" data-autofocus searchable data={purposeOptions(today)} value={purpose} onChange={setPurpose} />
      <Select mt={6} label="Rechtsgrundlage" data={legalBasisOptions(today)} value={legalBasis} onChange={setLegalBasis} />
      {consent && (
        <>
          <Group grow mt={6} gap="sm" align="flex-start">
            <DateInput label="Einwilligung vom" valueFormat="DD.MM.YYYY" clearable value={consentOn} onChange={setConsentOn} />
            <DateInput label="gilt bis" valueFormat="DD.MM.YYYY" clearable value={consentUntil} onChange={setConsentUntil} error={reversed ? 'Das Ende liegt vor dem Beginn.' : undefined} />
          </Group>
          <TextInput mt={6} label="Nachweis" placeholder="zum Beispiel Anmeldebogen, Ordner 4" value={evidence} onChange={(event) => setEvidence(event.currentTarget.value)} maxLength={500} />
        </>
      )}
      <DateInput mt={6} label="Überprüfen oder löschen am" valueFormat="DD.MM.YYYY" clearable value={reviewOn} onChange={setReviewOn} />
    </DecisionDialog>
  )
}
