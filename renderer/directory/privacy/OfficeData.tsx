import { Button, Group, Loader, Select, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { isoDay } from '../../../shared/dates.ts'
import type { PrivacyOffice } from '../../../shared/directory/privacy/model.ts'
import { supervisoryAuthority } from '../../../shared/directory/privacy/rules.ts'
import { LAENDER } from '../../../shared/vault/laender.ts'
import { api, office } from '../../app/office.ts'
import { useAutosave } from '../../app/useAutosave.ts'
import { useSession } from '../../app/session.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { SaveState } from '../../ui/SaveState.tsx'

/** What information sheets and access exports say of the office; what is missing is marked there. */
export function OfficeData() {
  const { data, error } = useQuery(api.directory.privacy.office.queryOptions())
  if (error) return <FailureAlert error={error} />
  return data ? <OfficeForm key="form" stored={data} /> : <Loader size="sm" aria-label="Angaben werden geladen" />
}

function OfficeForm({ stored }: { stored: { version: number; office: PrivacyOffice } }) {
  const { land } = useSession()
  const [today] = useState(() => isoDay(new Date()))
  // The Land is known since the office was founded; it is stored with the first change.
  const [fields, setFields] = useState({ ...stored.office, land: stored.office.land || land })
  const [version, setVersion] = useState(stored.version)
  const { status, flush } = useAutosave(fields, async (value) => {
    setVersion((await office.directory.privacy.saveOffice({ version, office: value })).version)
  })
  const set = (patch: Partial<PrivacyOffice>): void => setFields((before) => ({ ...before, ...patch }))
  const text = (name: keyof PrivacyOffice) => ({ value: fields[name], onChange: (event: { currentTarget: { value: string } }) => set({ [name]: event.currentTarget.value }) })
  const authority = supervisoryAuthority(fields.land, today)
  const failure = status.state === 'failed' ? status.failure : null
  return (
    <Stack gap="sm" maw={760}>
      <Group justify="space-between">
        <Text size="sm" c="dimmed" flex={1} miw={260}>Diese Angaben stehen auf Informationsblättern und Auskünften. Name und Anschrift kommen aus dem Briefkopf. Was fehlt, wird dort deutlich markiert.</Text>
        <SaveState status={status} />
      </Group>
      {failure?.code === 'conflict' && (
        <Group gap="xs">
          <Text size="sm">Die Angaben wurden inzwischen an anderer Stelle geändert.</Text>
          <Button size="compact-sm" onClick={() => { setVersion((failure.data.current as typeof stored).version); setTimeout(() => void flush()) }}>Meine Fassung behalten</Button>
          <Button size="compact-sm" variant="default" onClick={() => { const now = failure.data.current as typeof stored; setVersion(now.version); setFields(now.office) }}>Andere Fassung übernehmen</Button>
        </Group>
      )}
      <TextInput label="Vertreten durch" placeholder="zum Beispiel die Oberbürgermeisterin" {...text('representative')} />
      <Group grow align="flex-start" gap="sm">
        <TextInput label="Datenschutzbeauftragte/r, Name" {...text('officerName')} />
        <Textarea label="Kontaktdaten der oder des Datenschutzbeauftragten" autosize minRows={2} {...text('officerContact')} />
      </Group>
      <Select
        label="Bundesland" data={LAENDER.map(({ code, name }) => ({ value: code, label: name }))} value={fields.land || null} onChange={(value) => set({ land: value ?? '' })}
        description={authority ? `Aufsicht: ${authority.name}, ${authority.city}; öffentliche Aufgabe: ${authority.law}` : 'Bestimmt die Aufsichtsbehörde'}
      />
      <Textarea label="Empfänger oder Kategorien von Empfängern" autosize minRows={2} {...text('recipients')} />
      <Textarea label="Dauer der Speicherung" autosize minRows={2} {...text('storage')} />
      <Textarea label="Pflicht zur Bereitstellung" description="Ob jemand die Daten angeben muss und was sonst geschieht (Art. 13 Abs. 2 Buchst. e DSGVO)" autosize minRows={1} {...text('obligation')} />
    </Stack>
  )
}
