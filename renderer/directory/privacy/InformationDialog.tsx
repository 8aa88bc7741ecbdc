import { Alert, Button, List, Radio, Stack, Text, Textarea } from '@mantine/core'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { isoDay } from '../../../shared/dates.ts'
import { api, desktop, office } from '../../app/office.ts'
import { showFailure, showNotice } from '../../ui/notices.tsx'
import { attempt } from '../../ui/attempt.ts'
import { DecisionDialog } from '../../ui/DecisionDialog.tsx'

/** Makes the information sheet of a contact; asks where the data come from, and says beforehand what will be missing. */
export function InformationDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { data: gaps = [] } = useQuery(api.directory.privacy.gaps.queryOptions({ input: { id } }))
  const [origin, setOrigin] = useState<'self' | 'other'>('self')
  const [source, setSource] = useState('')
  const [saved, setSaved] = useState(false)
  const save = async (): Promise<void> => {
    try {
      const target = await desktop.chooseSaveTarget({ name: 'Informationsblatt.docx', kind: 'docx' })
      if (!target) return
      await office.directory.privacy.saveInformation({ id, source: origin === 'self' ? null : source, grant: target.grant })
      showNotice(`Gespeichert als „${target.name}“.`)
      setSaved(true)
    } catch (error) {
      showFailure(error)
    }
  }
  const informed = async (): Promise<void> => {
    if (await attempt(() => office.directory.privacy.markInformed({ id, day: isoDay(new Date()) }), 'Als ausgehändigt vermerkt')) onClose()
  }
  return (
    <DecisionDialog title="Informationsblatt nach DSGVO" confirm="Als Word-Dokument speichern" saves="docx" onConfirm={() => void save()} onClose={onClose}>
      <Stack gap="sm">
        <Radio.Group label="Woher stammen die Daten?" value={origin} onChange={(value) => setOrigin(value as typeof origin)}>
          <Stack gap={4} mt={4}>
            <Radio value="self" label="Der Kontakt hat sie selbst gegeben (Art. 13 DSGVO)" />
            <Radio value="other" label="Sie kommen von anderer Stelle (Art. 14 DSGVO, Information innerhalb eines Monats)" />
          </Stack>
        </Radio.Group>
        {origin === 'other' && <Textarea label="Quelle" description="Was hier leer bleibt, wird auf dem Blatt als fehlend markiert." autosize minRows={1} maxLength={500} value={source} onChange={(event) => setSource(event.currentTarget.value)} />}
        {gaps.length > 0 && (
          <Alert color="amber" icon={<IconAlertTriangle aria-hidden />} title="Diese Angaben fehlen noch und werden auf dem Blatt markiert">
            <List size="sm">{gaps.map((gap) => <List.Item key={gap}>{gap}</List.Item>)}</List>
            <Text size="sm" mt={4}>Angaben des Büros tragen Sie unter „Datenschutz“, „Angaben des Büros“ ein.</Text>
          </Alert>
        )}
        {saved && <Button variant="light" leftSection={<IconCheck size={16} aria-hidden />} onClick={() => void informed()}>Heute ausgehändigt: am Kontakt vermerken</Button>}
      </Stack>
    </DecisionDialog>
  )
}
