import { Group, Select, Stack, Text, Textarea } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { IconFileTypePdf } from '@tabler/icons-react'
import { useState } from 'react'
import { isFinalDecision, privacyOptions } from '../../../shared/counselling/privacy/rules.ts'
import { desktop, office } from '../../app/office.ts'
import { ExportButton } from '../../ui/Export.tsx'
import { DecisionDialog } from '../../ui/DecisionDialog.tsx'
import { showFailure, showNotice } from '../../ui/notices.tsx'
import { useToday } from '../useToday.ts'
import { act } from './act.ts'

/** Offers cases to the archive and notes what it says; the list names nobody. */
export function ArchiveDialog({ caseIds, onClose }: { caseIds: string[]; onClose(done: boolean): void }) {
  const today = useToday()
  const [decision, setDecision] = useState('offered')
  const [offeredOn, setOfferedOn] = useState<string | null>(today)
  const [decidedOn, setDecidedOn] = useState<string | null>(null)
  const [handedOverOn, setHandedOverOn] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const [errors, setErrors] = useState<Record<string, string>>({})
  const save = async (): Promise<void> => {
    setErrors({})
    if (offeredOn === null) return setErrors({ offeredOn: 'Bitte den Tag angeben.' })
    const offer = { decision, offeredOn, decidedOn, handedOverOn, note }
    if (await act(() => office.counselling.privacy.offerArchive({ caseIds, offer }), 'Antwort des Archivs vermerkt', setErrors)) onClose(true)
  }
  const list = async (): Promise<void> => {
    try {
      const target = await desktop.chooseSaveTarget({ name: `Anbietung ${today}.pdf`, kind: 'pdf' })
      if (!target) return
      await office.counselling.privacy.saveArchiveList({ caseIds, grant: target.grant })
      showNotice(`„${target.name}“ gespeichert. Die Liste nennt keine Namen.`)
    } catch (error) {
      showFailure(error)
    }
  }
  return (
    <DecisionDialog title={`Anbietung an das Archiv: ${caseIds.length === 1 ? '1 Fall' : `${caseIds.length} Fälle`}`} confirm="Vermerken" onConfirm={() => void save()} onClose={() => onClose(false)}>
      <Stack gap="sm">
        <Text size="sm">Öffentliche Stellen bieten ihre Akten vor der Löschung dem zuständigen Archiv an (Archivgesetz des Landes). Erst nach dessen Antwort wird gelöscht.</Text>
        <div><ExportButton format="pdf" variant="default" leftSection={<IconFileTypePdf size={16} aria-hidden />} onClick={() => void list()}>Liste ohne Namen als PDF</ExportButton></div>
        <Select label="Antwort des Archivs" data-autofocus allowDeselect={false} data={privacyOptions('archiveDecisions', today)} value={decision} onChange={(value) => setDecision(value ?? 'offered')} />
        <Group grow gap="sm" align="flex-start">
          <DateInput label="angeboten am" valueFormat="DD.MM.YYYY" value={offeredOn} error={errors.offeredOn} onChange={setOfferedOn} />
          {isFinalDecision(decision) && <DateInput label="entschieden am" valueFormat="DD.MM.YYYY" clearable value={decidedOn} error={errors.decidedOn} onChange={setDecidedOn} />}
          {decision === 'taken' && <DateInput label="übergeben am" valueFormat="DD.MM.YYYY" clearable value={handedOverOn} error={errors.handedOverOn} onChange={setHandedOverOn} />}
        </Group>
        <Textarea label={decision === 'exempt' ? 'Grund' : 'Bemerkung (freiwillig)'} autosize minRows={1} maxLength={500} value={note} error={errors.note} onChange={(event) => setNote(event.currentTarget.value)} />
      </Stack>
    </DecisionDialog>
  )
}
