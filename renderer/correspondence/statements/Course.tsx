import { Text, Timeline, Title } from '@mantine/core'
import { IconCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Statement } from '../../../shared/correspondence/statements/model.ts'
import { mailWayLabels, outcomeLabels, stateLabels, type StatementAction } from '../../../shared/correspondence/statements/workflow.ts'
import { germanDate, germanDateTime } from '../../../shared/dates.ts'
import { RecordHistory } from '../../records/RecordHistory.tsx'
import parts from '../parts.module.css'

type FurtherStep = 'ask-extension' | 'answer-extension' | 'remind' | 'reply'

const words: Readonly<Record<StatementAction | FurtherStep, string>> = {
  begin: 'Entwurf begonnen', cosign: 'In Mitzeichnung gegeben', submit: 'Vorgelegt', return: 'Zurückgegeben', sign: 'Schlussgezeichnet', reopen: 'Schlusszeichnung aufgehoben',
  dispatch: 'Versandt', answer: 'Wirkung vermerkt', drop: 'Ohne Stellungnahme erledigt', resume: 'Wieder aufgenommen',
  'ask-extension': 'Fristverlängerung beantragt', 'answer-extension': 'Fristverlängerung beantwortet', remind: 'Erinnert', reply: 'Antwort zur Mitwirkung',
}

/** Columns that the history names. */
const labels = {
  subject: 'Gegenstand', requester_name: 'Anfragende Stelle', due_on: 'Frist', extended_to: 'Verlängert bis', state: 'Stand', assignee_name: 'Bearbeitung', note: 'Notiz', reason: 'Bezug',
  their_reference: 'Ihr Zeichen', basis: 'Grundlage', outcome: 'Ergebnis', outcome_text: 'Antwort', sent_on: 'Versandt', follow_up_on: 'Nachfragen am', name: 'Mitwirkung', remark: 'Bemerkung',
  replied_on: 'Geantwortet', reminded_on: 'Erinnert', contribution: 'Zuarbeit', procedure: 'Verfahren', plan_stage: 'Planstand', display_from: 'Auslegung von', display_to: 'Auslegung bis',
  involvement_note: 'Zur Beteiligung', extension_wanted: 'Verlängerung erbeten bis', extension_reason: 'Grund der Verlängerung', text: 'Anmerkung', done_on: 'Schritt erledigt', deleted_at: 'Im Papierkorb',
}

/** „Verlauf": who did what with the statement, what became of it, and every change with a way back. */
export function Course({ statement }: { statement: Statement }): ReactNode {
  const { sentOn, sentBy, sentWay, signedAt, signedBy, signedVersion, outcome, outcomeText, answeredOn, followUpOn, decisions } = statement
  return (
    <div className={parts.page}>
      {(signedAt !== null || sentOn !== null) && (
        <section className={parts.section} aria-label="Ergebnis">
          {signedAt !== null && <Text size="sm">Schlussgezeichnet von {signedBy} am {germanDateTime(signedAt)}, Fassung {signedVersion}.</Text>}
          {sentOn !== null && <Text size="sm">Versandt am {germanDate(sentOn)} durch {sentBy}{sentWay === null ? '' : ` (${mailWayLabels[sentWay]})`}.</Text>}
          {sentOn !== null && <Text size="sm">Was wurde daraus: <strong>{outcomeLabels[outcome]}</strong>{answeredOn === null ? '' : `, bekannt seit ${germanDate(answeredOn)}`}{followUpOn === null ? '' : `, nachfragen am ${germanDate(followUpOn)}`}.{outcomeText === '' ? '' : ` ${outcomeText}`}</Text>}
        </section>
      )}
      <section className={parts.section} aria-label="Gang der Stellungnahme">
        <Title order={3} size="h4">Gang der Stellungnahme</Title>
        {decisions.length === 0 && <Text size="sm" c="dimmed">Noch nichts veranlasst.</Text>}
        <Timeline bulletSize={18} lineWidth={2} active={decisions.length}>
          {decisions.map(({ id, at, personName, action, remark, version }) => (
            <Timeline.Item key={id} bullet={<IconCircle size={9} aria-hidden />} title={words[action as FurtherStep] ?? action}>
              <Text size="xs" c="dimmed">{germanDateTime(at)} · {personName}{version === null ? '' : ` · Fassung ${version}`}</Text>
              {remark !== '' && <Text size="sm">{remark}</Text>}
            </Timeline.Item>
          ))}
        </Timeline>
      </section>
      <section className={parts.section} aria-label="Alle Änderungen">
        <Title order={3} size="h4">Alle Änderungen</Title>
        <RecordHistory side="office" record={{ type: 'statement', id: statement.id }} labels={labels} describe={describe} />
      </section>
    </div>
  )
}

function describe(label: string, value: unknown): string {
  if (typeof value !== 'string') return value === null || value === undefined ? '' : String(value)
  if (label === labels.state && value in stateLabels) return stateLabels[value as 'sent']
  if (label === labels.outcome && value in outcomeLabels) return outcomeLabels[value as 'open']
  return /^\d{4}-\d{2}-\d{2}/u.test(value) ? germanDate(value) : value
}
