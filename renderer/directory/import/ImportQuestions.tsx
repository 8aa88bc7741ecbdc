import { Button, Group, SegmentedControl, Text, Title } from '@mantine/core'
import { IconCheck, IconHelpCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { ConflictDecision, ImportOptions, ImportOverview, RemarkDecision, SimilarDecision } from '../../../shared/directory/import/model.ts'
import { importRepairTexts } from '../../../shared/directory/import/repairs.ts'
import { Personal } from '../../ui/Personal.tsx'
import classes from './ImportScreen.module.css'
import { conflictLabels, remarkLabels, similarLabels } from './words.ts'

const count = (rows: number, one: string, many: string) => rows === 1 ? `1 ${one}` : `${rows.toLocaleString('de-DE')} ${many}`

/** What is to be decided for all rows at once: repairs, likenesses, contradictions, remarks. Single rows can differ. */
export function ImportQuestions({ overview: { repairs, similar, remarks }, options, onChange }: {
  overview: ImportOverview
  options: ImportOptions
  onChange: (options: ImportOptions) => void
}) {
  const asking = repairs.filter(({ kind }) => importRepairTexts[kind].asks)
  const plain = repairs.filter(({ kind }) => !importRepairTexts[kind].asks)
  if (repairs.length === 0 && similar.rows === 0 && remarks.rows === 0) return null
  const decide = (kinds: readonly ImportOverview['repairs'][number][], decision: 'accept' | 'decline'): void =>
    onChange({ repairs: { ...options.repairs, ...Object.fromEntries(kinds.map(({ kind }) => [kind, decision])) } })
  return (
    <section aria-labelledby="questions-title" className={classes.questions}>
      <Group justify="space-between">
        <Title order={3} size="h4" id="questions-title">Vorschläge und Fragen</Title>
        {asking.some(({ open }) => open > 0) && (
          <Button size="compact-sm" variant="light" onClick={() => decide(asking, 'accept')}>Alle Vorschläge annehmen</Button>
        )}
      </Group>
      {similar.rows > 0 && (
        <Question open={similar.open} text={`${count(similar.rows, 'Zeile ähnelt', 'Zeilen ähneln')} einem Kontakt`} explanation="Vorhandene oder frühere Zeilen der Datei mit gleichem Namen, gleicher E-Mail-Adresse oder Rufnummer.">
          <Choice label="Ähnliche Kontakte" labels={similarLabels} value={options.similar} onChange={(value) => onChange({ similar: value as SimilarDecision })} />
        </Question>
      )}
      {similar.conflicts > 0 && (
        <Question open={0} text={`${count(similar.conflicts, 'Zeile widerspricht', 'Zeilen widersprechen')} dem vorhandenen Kontakt`} explanation="Beim Ergänzen bleibt der vorhandene Wert, wenn Sie nichts anderes wählen.">
          <Choice label="Widersprüche" labels={conflictLabels} value={options.conflicts ?? 'keep'} onChange={(value) => onChange({ conflicts: value as ConflictDecision })} />
        </Question>
      )}
      {remarks.rows > 0 && (
        <Question open={remarks.open} text={`${count(remarks.rows, 'Bemerkung ist', 'Bemerkungen sind')} nicht für alle bestimmt`} explanation="Zum Beispiel „NICHT weitergeben“. Die Notiz eines Kontakts sehen alle im Büro.">
          <Choice
            label="Vertrauliche Bemerkungen"
            labels={Object.fromEntries(Object.entries(remarkLabels).filter(([key]) => key !== 'protected' || remarks.mayProtect))}
            value={options.remark}
            onChange={(value) => onChange({ remark: value as RemarkDecision })}
          />
        </Question>
      )}
      {[...asking, ...plain].map((repair) => (
        <Question key={repair.kind} open={repair.open} text={`${importRepairTexts[repair.kind].label} (${repair.rows.toLocaleString('de-DE')})`}
          explanation={<Personal>{`${repair.before} → ${repair.after || 'leer'}`}</Personal>}>
          <Choice
            label={importRepairTexts[repair.kind].label}
            labels={{ accept: 'Annehmen', decline: 'Ablehnen' }}
            value={repair.decision ?? (importRepairTexts[repair.kind].asks ? undefined : 'accept')}
            onChange={(value) => decide([repair], value as 'accept' | 'decline')}
          />
        </Question>
      ))}
    </section>
  )
}

function Question({ open, text, explanation, children }: { open: number; text: string; explanation: ReactNode; children: ReactNode }) {
  return (
    <div className={classes.question}>
      {open > 0 ? <IconHelpCircle size={18} aria-hidden className={classes.asking} /> : <IconCheck size={18} aria-hidden />}
      <div className={classes.questionText}>
        <Text size="sm" fw={600}>{open > 0 ? `${text}: noch ${open.toLocaleString('de-DE')} offen` : text}</Text>
        <Text size="sm" c="dimmed" lineClamp={2}>{explanation}</Text>
      </div>
      {children}
    </div>
  )
}

/** A choice that may not have been made yet. */
export function Choice<Value extends string>({ label, labels, value, onChange }: { label: string; labels: Record<string, string>; value: Value | null | undefined; onChange: (value: string) => void }) {
  return (
    <SegmentedControl
      size="xs"
      aria-label={label}
      data={Object.entries(labels).map(([key, text]) => ({ value: key, label: text }))}
      value={value ?? ''}
      onChange={onChange}
    />
  )
}
