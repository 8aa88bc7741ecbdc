import { Button, Group, Text, Title } from '@mantine/core'
import { IconPencil, IconPrinter } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { evaluationOf } from '../../../../shared/events/participants/figures.ts'
import type { OfficeEvent } from '../../../../shared/events/model.ts'
import type { Roster } from '../../../../shared/events/participants/model.ts'
import { office } from '../../../app/office.ts'
import { savePaper } from '../print/savePaper.ts'
import { QuestionsEditor } from './QuestionsEditor.tsx'
import { ResultView } from './ResultView.tsx'
import { SheetEntry } from './SheetEntry.tsx'
import classes from '../Participants.module.css'
import { ExportButton } from '../../../ui/Export.tsx'

/** „Auswertung": a short form on paper, its answers typed in, and what they say. */
export function EvaluationView({ event, roster }: { event: OfficeEvent; roster: Roster }): ReactNode {
  const [editing, setEditing] = useState(false)
  const { questions, sheets, attendance } = roster
  const result = sheets.length > 0 ? evaluationOf(questions, sheets) : attendance?.evaluation ?? null
  const savePdf = (what: 'sheet' | 'result', name: string): void => void savePaper(name, 'pdf', (grant) => office.events.participants.output.evaluation({ eventId: event.id, grant, what, texts: true }))
  if (editing || (questions.length === 0 && !event.trashed && result === null)) return <div className={classes.page}><QuestionsEditor roster={roster} onClose={() => setEditing(false)} /></div>
  return (
    <div className={classes.page}>
      {!event.trashed && questions.length > 0 && (
        <Group gap={6}>
          <ExportButton format="pdf" size="compact-md" variant="default" leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => savePdf('sheet', 'Fragebogen.pdf')}>Fragebogen (PDF)</ExportButton>
          <Button size="compact-md" variant="default" leftSection={<IconPencil size={16} aria-hidden />} onClick={() => setEditing(true)}>Fragen ändern</Button>
        </Group>
      )}
      {!event.trashed && questions.length > 0 && <SheetEntry roster={roster} />}
      {result === null || result.sheets === 0 ? <Text size="sm" c="dimmed">Noch kein Bogen eingetragen.</Text> : (
        <section aria-label="Ergebnis">
          <Group justify="space-between" gap="xs">
            <Title order={3} size="h5">Ergebnis aus {result.sheets === 1 ? '1 Bogen' : `${result.sheets} Bögen`}</Title>
            <ExportButton format="pdf" size="compact-sm" variant="default" onClick={() => savePdf('result', 'Auswertung.pdf')}>Ergebnis (PDF)</ExportButton>
          </Group>
          <ResultView result={result} />
        </section>
      )}
    </div>
  )
}
