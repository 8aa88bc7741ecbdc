import { Button, Checkbox, Group, Modal, SegmentedControl, Select, Stack, Text } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import type { Roster } from '../../../../shared/events/participants/model.ts'
import { hasPlace, personsIn } from '../../../../shared/events/participants/places.ts'
import { office } from '../../../app/office.ts'
import { usePreference } from '../../../app/usePreference.ts'
import { ExportButton } from '../../../ui/Export.tsx'
import { SheetFields, useSheet } from '../../../ui/labels/SheetFields.tsx'
import { PrintedFor, useLateOnly } from './PrintedFor.tsx'
import { savePaper } from './savePaper.ts'

const seconds = [{ value: 'organisation', label: 'Organisation' }, { value: 'languages', label: 'Sprachen' }, { value: 'none', label: 'nichts' }] as const

/** Name badges on the sheets that lie in the drawer, from the first free label on. */
export function BadgesDialog({ roster, onClose }: { roster: Roster; onClose(): void }): ReactNode {
  const sheet = useSheet('badge')
  const [second, setSecond] = usePreference<(typeof seconds)[number]['value']>('participants.badge.second', 'organisation')
  const [companions, setCompanions] = useState(false)
  const [format, setFormat] = useState<'pdf' | 'docx'>('pdf')
  const late = useLateOnly(roster)
  const placed = roster.participants.filter((each) => hasPlace(each) && (late.ids === null || late.ids.includes(each.id)))
  const count = companions ? personsIn(placed) : placed.length
  const save = async (): Promise<void> => {
    const { value, start, frames } = sheet
    if (value === null || count === 0) return
    const asked = { eventId: roster.eventId, sheet: value, start, frames, second, companions, ids: late.ids, format }
    if (await savePaper(`Namensschilder.${format}`, format, (grant) => office.events.participants.output.badges({ ...asked, grant }))) onClose()
  }
  return (
    <Modal opened onClose={onClose} title="Namensschilder" size={820}>
      <form onSubmit={(event) => { event.preventDefault(); void save() }}>
        <Stack gap="sm">
          <SheetFields use="badge" sheet={sheet} count={count} />
          <Group gap="lg" align="flex-end">
            <Select label="Unter dem Namen" w={200} allowDeselect={false} data={[...seconds]} value={second} onChange={(value) => value && setSecond(value as typeof second)} />
            <SegmentedControl aria-label="Dateiformat" data={[{ value: 'pdf', label: 'PDF' }, { value: 'docx', label: 'Word' }]} value={format} onChange={(value) => setFormat(value as typeof format)} />
          </Group>
          {placed.some(({ persons }) => persons > 1) && <Checkbox label="Für Gruppen auch Schilder ohne Namen, zum Beschriften" checked={companions} onChange={(change) => setCompanions(change.currentTarget.checked)} />}
          <PrintedFor late={late} />
          {format === 'docx' && <Text size="sm" c="dimmed">Word verkleinert lange Namen nur grob; im PDF passen sie genau.</Text>}
          <Group gap="sm">
            <ExportButton format={format} type="submit" data-autofocus disabled={sheet.value === null || count === 0} leftSection={<IconDownload size={17} aria-hidden />}>{count === 1 ? '1 Schild' : `${count.toLocaleString('de-DE')} Schilder`} speichern …</ExportButton>
            <Button variant="default" onClick={onClose}>Abbrechen</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
