import { Button, Checkbox, Group, Stack, Text, Title } from '@mantine/core'
import { IconFileTypeDocx, IconFileTypePdf } from '@tabler/icons-react'
import { useState } from 'react'
import { handoverChecklist } from '../../shared/handover/checklist.ts'
import type { LeftWork } from '../../shared/handover/contract.ts'
import { office } from '../app/office.ts'
import { ExportButton } from '../ui/Export.tsx'
import { DecisionDialog } from '../ui/DecisionDialog.tsx'
import { showFailure, showNotice } from '../ui/notices.tsx'
import { saveTable } from '../ui/saveTable.ts'
import { planOf, type HandoverDraft } from './useHandover.ts'

interface TalkStepProps {
  draft: HandoverDraft
  work: LeftWork
  leaverName: string
  onChange(fields: Partial<HandoverDraft>): void
  /** Forgets what was prepared. */
  onOver(): Promise<void>
}

/** The talk, with its list, and the office part of the dossier. */
export function TalkStep({ draft, work, leaverName, onChange, onOver }: TalkStepProps) {
  const save = (format: 'pdf' | 'docx') => saveTable(`Übergabe Teil 1.${format}`, format, (grant) => office.handover.save({ plan: planOf(draft, work, leaverName), format, grant }))

  const [ending, setEnding] = useState(false)

  async function end(): Promise<void> {
    setEnding(false)
    await onOver().then(() => showNotice('Die Übergabe ist abgeschlossen.'), showFailure)
  }

  return (
    <Stack gap="lg">
      {handoverChecklist.map(({ code, label, items }) => (
        <Stack key={code} gap="xs">
          <Title order={3} size="md">{label}</Title>
          {items.map((item) => (
            <Checkbox
              key={item.code} label={item.label} checked={draft.ticked.includes(item.code)}
              onChange={(event) => onChange({ ticked: event.currentTarget.checked ? [...draft.ticked, item.code] : draft.ticked.filter((ticked) => ticked !== item.code) })}
            />
          ))}
        </Stack>
      ))}
      <Stack gap="xs" align="flex-start">
        <Title order={3} size="md">Teil 1: Büro</Title>
        <Text size="sm">Mit allen gewählten Aufgaben, Terminen, Gremien und Kontakten und dieser Liste zum Unterschreiben. Den Teil der Beratung erhalten Sie im Schritt „Fälle“.</Text>
        <Group>
          <ExportButton format="docx" leftSection={<IconFileTypeDocx size={18} aria-hidden />} onClick={() => void save('docx')}>Als Word sichern</ExportButton>
          <ExportButton format="pdf" variant="default" leftSection={<IconFileTypePdf size={18} aria-hidden />} onClick={() => void save('pdf')}>Als PDF sichern</ExportButton>
          <Button variant="default" onClick={() => setEnding(true)}>Übergabe abschließen</Button>
        </Group>
      </Stack>
      {ending && (
        <DecisionDialog title="Übergabe abschließen" confirm="Abschließen" onConfirm={() => void end()} onClose={() => setEnding(false)}>
          <Text size="sm">Die Eingaben dieser Übergabe werden vergessen. Was Sie gesichert und übergeben haben, bleibt.</Text>
        </DecisionDialog>
      )}
    </Stack>
  )
}
