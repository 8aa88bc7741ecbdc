import { Alert, Button, Checkbox, Group, Select, Stack, Text, TextInput } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useState } from 'react'
import type { PrivacyDetails } from '../../../shared/counselling/privacy/model.ts'
import { retentionRules } from '../../../shared/counselling/privacy/rules.ts'
import { office } from '../../app/office.ts'
import { useToday } from '../useToday.ts'
import { act } from './act.ts'
import { InformationButton } from './InformationButton.tsx'

/** When the person was informed, where data come from, and which rule keeps the case. */
export function OriginForm({ caseId, details }: { caseId: string; details: PrivacyDetails }) {
  const today = useToday()
  const [fields, setFields] = useState(details)
  const [errors, setErrors] = useState<Record<string, string>>({})
  const set = (patch: Partial<PrivacyDetails>): void => setFields((before) => ({ ...before, ...patch }))
  const save = (patch: Partial<PrivacyDetails>): Promise<boolean> => {
    setErrors({})
    return act(() => office.counselling.privacy.saveDetails({ caseId, details: patch }), 'Datenschutz gespeichert', setErrors)
  }
  return (
    <Stack gap="sm">
      <Text size="sm" fw={600}>Information und Herkunft der Daten</Text>
      <Group gap="xs" align="flex-end">
        <DateInput label="Informationsblatt ausgehändigt am" w={240} valueFormat="DD.MM.YYYY" maxDate={today} clearable value={fields.informedOn} onChange={(value) => set({ informedOn: value })} />
        <InformationButton caseId={caseId} source={null} />
        <Button size="compact-sm" variant="light" onClick={() => void save({ informedOn: today })}>Heute ausgehändigt</Button>
      </Group>
      <Checkbox label="Datenherkunft: Sozialleistungsträger (§ 78 SGB X)" checked={fields.socialData} onChange={(event) => set({ socialData: event.currentTarget.checked })} />
      {fields.socialData && (
        <>
          <TextInput label="Welcher Träger" placeholder="zum Beispiel Jobcenter" maxLength={200} value={fields.socialSource} onChange={(event) => set({ socialSource: event.currentTarget.value })} />
          <Alert color="amber" icon={<IconAlertTriangle aria-hidden />} title="Vor jeder Weitergabe prüfen">
            Diese Daten dürfen nur zu dem Zweck benutzt und weitergegeben werden, zu dem sie übermittelt wurden; das Sozialgeheimnis gilt hier weiter (§ 78 SGB X).
          </Alert>
        </>
      )}
      <Group gap="sm" align="flex-end" grow>
        <TextInput label="Daten von anderen (Art. 14)" placeholder="wer sie gegeben hat" maxLength={300} value={fields.otherSource} onChange={(event) => set({ otherSource: event.currentTarget.value })} />
        <DateInput label="erhalten am" valueFormat="DD.MM.YYYY" maxDate={today} clearable value={fields.otherSince} onChange={(value) => set({ otherSince: value })} />
        <DateInput label="Person informiert am" valueFormat="DD.MM.YYYY" maxDate={today} clearable value={fields.otherInformedOn} onChange={(value) => set({ otherInformedOn: value })} />
      </Group>
      <Group gap="sm" align="flex-end" grow>
        <Select label="Aufbewahrung" placeholder="nach Art des Falls" clearable data={retentionRules.filter(({ choosable }) => choosable).map(({ code, label }) => ({ value: code, label }))} value={fields.retentionRule || null} error={errors.retentionRule} onChange={(value) => set({ retentionRule: value ?? '' })} />
        {fields.retentionRule === 'claim' && <DateInput label="rechtskräftig beendet am" valueFormat="DD.MM.YYYY" clearable value={fields.finalOn} onChange={(value) => set({ finalOn: value })} />}
      </Group>
      <Group gap="xs">
        <Button variant="light" size="compact-sm" onClick={() => void save(fields)}>Speichern</Button>
        {details.otherSource !== '' && <InformationButton caseId={caseId} source={details.otherSource} />}
      </Group>
    </Stack>
  )
}
