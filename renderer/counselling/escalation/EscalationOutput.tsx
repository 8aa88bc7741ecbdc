import { Alert, Checkbox, Radio, SegmentedControl, Stack, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useState } from 'react'
import { escalationPapers, type EscalationPaper } from '../../../shared/counselling/escalation/contract.ts'
import { filtered, type ChronologyFilter, type Escalation } from '../../../shared/counselling/escalation/model.ts'
import { desktop, office } from '../../app/office.ts'
import { OutputDialog } from '../OutputDialog.tsx'

/** Writes the note or the chronology; says before what the note lacks. */
export function EscalationOutput({ escalation, filter, onClose }: { escalation: Escalation; filter: ChronologyFilter; onClose(): void }) {
  const [paper, setPaper] = useState<EscalationPaper>('note')
  const [format, setFormat] = useState<'docx' | 'pdf'>('docx')
  const [corrections, setCorrections] = useState(false)
  const [narrowed, setNarrowed] = useState(false)
  const all = escalation.entries.length
  const shown = filtered(escalation.entries, filter).length
  const missing = missingParts(escalation)
  const save = async (): Promise<string | null> => {
    const target = await desktop.chooseSaveTarget({ name: `${escalationPapers[paper]} ${escalation.number}.${format}`, kind: format })
    if (!target) return null
    const { entries } = await office.counselling.escalation.save({
      id: escalation.id, paper, format, corrections, filter: narrowed ? filter : { kind: null, certainty: null, query: '' }, grant: target.grant,
    })
    return `„${target.name}“ gespeichert, ${entries === 1 ? '1 Eintrag' : `${entries} Einträge`}. Außerhalb des Tresors ist die Datei nicht verschlüsselt.`
  }
  return (
    <OutputDialog title="Lage ausgeben" saves={format} button="Speichern unter …" onClose={onClose} onSave={save}>
      <Radio.Group label="Was" value={paper} onChange={(value) => setPaper(value as EscalationPaper)}>
        <Stack gap={6} mt={4}>
          <Radio value="note" label="Lagevermerk" description="Anlass, Chronologie, Bewertung, Maßnahmen, offene Punkte, Erreichbarkeiten, Verteiler, Unterschrift" />
          <Radio value="chronology" label="Chronologie" description="nur was wann geschah, mit den Erreichbarkeiten" />
        </Stack>
      </Radio.Group>
      <SegmentedControl aria-label="Format" data={[{ value: 'docx', label: 'Word (DOCX)' }, { value: 'pdf', label: 'PDF' }]} value={format} onChange={(value) => setFormat(value as 'docx' | 'pdf')} />
      <Checkbox label="Frühere Fassungen mit ausgeben" checked={corrections} onChange={(event) => setCorrections(event.currentTarget.checked)} />
      {shown < all && <Checkbox label={`Nur die gefilterten Einträge (${shown} von ${all})`} checked={narrowed} onChange={(event) => setNarrowed(event.currentTarget.checked)} />}
      {paper === 'note' && missing.length > 0 && (
        <Alert color="amber" variant="light" icon={<IconAlertTriangle aria-hidden />} title="Noch leer">
          <Text size="sm">{missing.join(', ')}. Im Vermerk stehen dafür markierte Lücken.</Text>
        </Alert>
      )}
    </OutputDialog>
  )
}

function missingParts({ occasion, assessment, place, municipality }: Escalation): string[] {
  return [occasion.trim() === '' && 'Anlass', assessment.trim() === '' && 'Bewertung', `${place}${municipality}` === '' && 'Ort'].filter((part) => part !== false)
}
