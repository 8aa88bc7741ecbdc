import { List, Text, Title } from '@mantine/core'
import type { ConflictDecision, ImportDecisions, ImportMatch, ImportRow, RemarkDecision, SimilarDecision } from '../../../shared/directory/import/model.ts'
import { importFieldLabels } from '../../../shared/directory/import/fields.ts'
import { importRepairTexts } from '../../../shared/directory/import/repairs.ts'
import { Personal } from '../../ui/Personal.tsx'
import { Choice } from './ImportQuestions.tsx'
import classes from './ImportScreen.module.css'
import { conflictLabels, outcomes, remarkLabels, similarLabels } from './words.ts'

/** One row: what becomes of it, why, and what can be decided about it alone. */
export function ImportRowDetail({ row, mayProtect, onDecide }: { row: ImportRow; mayProtect: boolean; onDecide: (decisions: ImportDecisions) => void }) {
  const { line, outcome, reason, name, match, repairs, hints, remark, becomes } = row
  return (
    <div aria-live="polite">
      <Title order={4} size="h5">{`Zeile ${line}: ${outcomes[outcome].label}`}</Title>
      <Text size="sm" fw={600}><Personal>{name}</Personal></Text>
      {reason !== null && <Text size="sm" mt={4}>{reason}</Text>}
      {match !== null && <Likeness row={row} match={match} onDecide={onDecide} />}
      {remark !== null && (
        <Part title="Bemerkung, die nicht für alle bestimmt ist">
          <Text size="sm" mb={6}><Personal>{remark.text}</Personal></Text>
          <Choice
            label="Was mit der Bemerkung geschieht"
            labels={Object.fromEntries(Object.entries(remarkLabels).filter(([key]) => key !== 'protected' || mayProtect))}
            value={remark.decision === 'open' ? undefined : remark.decision}
            onChange={(value) => onDecide({ remark: value as RemarkDecision })}
          />
        </Part>
      )}
      {repairs.length > 0 && (
        <Part title="Korrekturen">
          {repairs.map(({ kind, field, before, after, reason: why, state }) => (
            <div key={`${kind}${field}${before}`} className={classes.repair}>
              <Text size="sm"><Personal>{`${importFieldLabels[field]}: ${before} → ${after || 'leer'}`}</Personal></Text>
              <Text size="xs" c="dimmed">{state === 'decline' ? importRepairTexts[kind].declined : why}</Text>
              <Choice
                label={`${importRepairTexts[kind].label}, Zeile ${line}`}
                labels={{ accept: 'Annehmen', decline: 'Ablehnen' }}
                value={state === 'open' ? undefined : state}
                onChange={(value) => onDecide({ repairs: { [kind]: value as 'accept' | 'decline' } })}
              />
            </div>
          ))}
        </Part>
      )}
      {hints.length > 0 && (
        <Part title="Hinweise"><List size="sm">{hints.map((hint) => <List.Item key={hint}><Personal>{hint}</Personal></List.Item>)}</List></Part>
      )}
      {becomes.length > 0 && (
        <Part title="So wird der Kontakt">
          <dl className={classes.becomes}>
            {becomes.map(({ label, value }) => (
              <div key={`${label}${value}`}><dt>{label}</dt><dd><Personal>{value}</Personal></dd></div>
            ))}
          </dl>
        </Part>
      )}
    </div>
  )
}

function Likeness({ row, match: { name, place, line, reasons, additions, conflicts }, onDecide }: { row: ImportRow; match: ImportMatch; onDecide: (decisions: ImportDecisions) => void }) {
  return (
    <Part title={line === null ? 'Ähnlich wie ein vorhandener Kontakt' : `Ähnlich wie Zeile ${line} dieser Datei`}>
      <Text size="sm"><Personal>{[name, place].filter(Boolean).join(', ')}</Personal></Text>
      <Text size="sm" c="dimmed" mb={6}>{reasons.join(', ')}</Text>
      <Choice label="Ähnlicher Kontakt" labels={similarLabels} value={row.similar} onChange={(value) => onDecide({ similar: value as SimilarDecision })} />
      {additions.length > 0 && <Text size="sm" mt={6}><Personal>{`Käme hinzu: ${additions.join('; ')}`}</Personal></Text>}
      {conflicts.map(({ label, existing, incoming }) => (
        <Text key={label} size="sm" mt={6}><Personal>{`${label}: vorhanden „${existing}“, in der Datei „${incoming}“`}</Personal></Text>
      ))}
      {conflicts.length > 0 && row.similar !== 'new' && row.similar !== 'skip' && (
        <Choice label="Widersprüche" labels={conflictLabels} value={row.conflicts} onChange={(value) => onDecide({ conflicts: value as ConflictDecision })} />
      )}
    </Part>
  )
}

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <div className={classes.part}>
      <Title order={5} size="h6" mb={4}>{title}</Title>
      {children}
    </div>
  )
}
