import { Radio, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { isoDay } from '../../../../shared/dates.ts'
import type { OfficeEvent } from '../../../../shared/events/model.ts'
import { api, desktop, office } from '../../../app/office.ts'
import { DecisionDialog } from '../../../ui/DecisionDialog.tsx'
import { showFailure, showNotice } from '../../../ui/notices.tsx'
import { ComingDayField } from '../../../ui/ComingDayField.tsx'
import { eventDay } from '../../eventDay.ts'
import { savePaper } from './savePaper.ts'

/** Certificates of attendance by a template of the office, for whoever was checked in. */
export function CertificatesDialog({ event, present, onClose }: { event: OfficeEvent; present: number; onClose(): void }): ReactNode {
  const { data = [] } = useQuery(api.correspondence.templates.list.queryOptions())
  const templates = data.filter(({ kind, open, validity }) => (kind === 'bescheinigung' || kind === 'urkunde') && open === 0 && validity === 'valid')
    // A Bescheinigung is what people ask for.
    .toSorted((a, b) => a.kind.localeCompare(b.kind))
  const [chosen, setChosen] = useState<string | null>(null)
  const [occasion, setOccasion] = useState(event.title)
  const [period, setPeriod] = useState(event.startsOn === null ? '' : eventDay(event))
  const [day, setDay] = useState(isoDay(new Date()))
  const [each, setEach] = useState(false)
  const template = chosen ?? templates[0]?.ref ?? 'builtin:bescheinigung'
  const asked = { eventId: event.id, template, occasion, period, day }
  const save = async (): Promise<void> => {
    if (!each) {
      if (await savePaper('Teilnahmebescheinigungen.docx', 'docx', async (grant) => { await office.events.participants.output.certificates({ ...asked, each, grant }) })) onClose()
      return
    }
    try {
      const target = await desktop.chooseTargetFolder()
      if (!target) return
      const { count } = await office.events.participants.output.certificates({ ...asked, each, grant: target.grant })
      showNotice(`${count} Bescheinigungen in „${target.name}“ gespeichert. Außerhalb des Tresors sind die Dateien nicht verschlüsselt.`)
      onClose()
    } catch (error) {
      showFailure(error)
    }
  }
  return (
    <DecisionDialog title="Teilnahmebescheinigungen" confirm="Speichern unter …" saves="docx" disabled={occasion.trim() === ''} onConfirm={() => void save()} onClose={onClose}>
      <Stack gap="sm">
        <Text size="sm">{present === 1 ? 'Für 1 Anmeldung, die eingecheckt ist.' : `Für ${present.toLocaleString('de-DE')} Anmeldungen, die eingecheckt sind.`}</Text>
        <Select label="Vorlage" allowDeselect={false} data={templates.map(({ ref, name }) => ({ value: ref, label: name }))} value={template} onChange={setChosen} />
        <TextInput label="Teilnahme an" maxLength={500} value={occasion} onChange={(change) => setOccasion(change.currentTarget.value)} />
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
          <TextInput label="Zeitraum" maxLength={200} value={period} onChange={(change) => setPeriod(change.currentTarget.value)} />
          <ComingDayField label="Ausgestellt am" value={day} onChange={(value) => value && setDay(value)} />
        </SimpleGrid>
        <Radio.Group aria-label="Dateien" value={each ? 'each' : 'one'} onChange={(value) => setEach(value === 'each')}>
          <Stack gap={6}>
            <Radio value="one" label="Alle in einer Word-Datei" />
            <Radio value="each" label="Je eine Word-Datei, in einem Ordner (nummeriert, ohne Namen im Dateinamen)" />
          </Stack>
        </Radio.Group>
      </Stack>
    </DecisionDialog>
  )
}
