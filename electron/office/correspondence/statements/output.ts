import { fieldLabel, occasionOf } from '../../../../shared/correspondence/statements/catalogue.ts'
import type { StatementScope } from '../../../../shared/correspondence/statements/model.ts'
import { planStageLabel, procedureOf } from '../../../../shared/correspondence/statements/planning.ts'
import { statementStatistics, type StatementStatistics, type Tally } from '../../../../shared/correspondence/statements/statistics.ts'
import { involvementLabels, outcomeLabels, outcomes, stateLabels, voteLabels } from '../../../../shared/correspondence/statements/workflow.ts'
import { germanDate } from '../../../../shared/dates.ts'
import { tablesPdf, type PdfTables } from '../../documents/pdf-table.ts'
import { xlsx } from '../../documents/xlsx.ts'
import type { FileGrants } from '../../file-grants.ts'
import type { OfficeDesk } from '../../session.ts'
import type { TableFormat } from '../table-file.ts'
import { statementsOfYear } from './repository.ts'

type Row = Awaited<ReturnType<typeof statementsOfYear>>[number]

/** The figures of a year of receipt, or of all, and the years there are. */
export async function statistics(desk: OfficeDesk, year: number | null): Promise<StatementStatistics & { years: number[] }> {
  const all = await statementsOfYear(desk.database.read, null)
  const years = [...new Set(all.map((row) => row.year))].toSorted((a, b) => b - a)
  return { years, ...statementStatistics(all.filter((row) => year === null || row.year === year).map(counted)) }
}

/**
 * Writes the register of statements: the list, and on paper the figures below it. `uninvolved` names only those in which the office was
 * asked late or not at all, with what was missed.
 * @throws OfficeError `forbidden`, `disk-full`, `read-only`
 */
export async function saveStatements(
  desk: OfficeDesk, grants: FileGrants, { scope = '', year, format, grant }: { scope?: StatementScope; year: number | null; format: TableFormat; grant: string },
): Promise<void> {
  const all = await statementsOfYear(desk.database.read, year)
  const rows = all.filter((row) => scope === '' || (scope === 'uninvolved' ? row.involvement !== 'in-time' : row.kind === scope))
  const title = `${titles[scope]}${year === null ? '' : ` ${year}`}`
  const list = scope === 'uninvolved' ? uninvolvedTable(rows) : { ...registerHead, rows: rows.map(registerRow) }
  if (format === 'xlsx') return grants.write(grant, await xlsx({ name: title, headings: list.headings, rows: list.rows }))
  const figures = statementStatistics(rows.map(counted))
  const remarks = scope === 'uninvolved'
    ? [`${rows.length} von ${all.length} Anfragen (${all.length === 0 ? 0 : Math.round((rows.length / all.length) * 100)} %): ${figures.involvedLate} verspätet, ${figures.notInvolved} nicht beteiligt.`]
    : remarksOf(figures)
  grants.write(grant, await tablesPdf({ title, remarks, tables: [{ heading: '', ...list, notes: [] }, ...(scope === 'uninvolved' ? [] : figureTables(figures))] }))
}

const titles: Readonly<Record<StatementScope, string>> = {
  '': 'Register der Stellungnahmen', statement: 'Register der Stellungnahmen ohne Planung', participation: 'Register der Beteiligungen an Planungen', uninvolved: 'Nicht oder verspätet beteiligt',
}

const registerHead = { headings: ['Nummer', 'Eingang', 'Von', 'Gegenstand', 'Themenfeld', 'Frist', 'Versandt', 'Stand', 'Votum', 'Ergebnis'] }

function registerRow(row: Row): string[] {
  return [
    row.number, germanDate(row.received_on), row.requester_name, subjectOf(row), fieldLabel(row.field), dayText(row.effective_due), dayText(row.sent_on),
    stateLabels[row.state], row.vote === '' ? '' : voteLabels[row.vote], row.sent_on === null ? '' : outcomeLabels[row.outcome],
  ]
}

function uninvolvedTable(rows: readonly Row[]) {
  return {
    headings: ['Nummer', 'Eingang', 'Von', 'Gegenstand', 'Beteiligung', 'Frist', 'Was versäumt wurde', 'Ergebnis'],
    rows: rows.map((row) => [
      row.number, germanDate(row.received_on), row.requester_name, subjectOf(row), involvementLabels[row.involvement], dayText(row.effective_due), row.involvement_note,
      row.sent_on === null ? stateLabels[row.state] : outcomeLabels[row.outcome],
    ]),
  }
}

/** The figures as tables below the register. */
function figureTables(figures: StatementStatistics): PdfTables['tables'] {
  const tallied = (heading: string, of: string, rows: readonly Tally[]) =>
    rows.length === 0 ? [] : [{ heading, headings: [of, 'Anzahl'], rows: [...rows.map(({ label, count }) => [label, String(count)]), ['Zusammen', String(rows.reduce((sum, { count }) => sum + count, 0))]], notes: [] }]
  return [
    {
      heading: 'Pünktlichkeit nach Jahr des Eingangs', headings: ['Jahr', 'Eingegangen', 'Abgegeben', 'Fristgerecht', 'Verspätet'], notes: [],
      rows: figures.punctuality.map(({ label, received, sent, inTime, late }) => [label, String(received), String(sent), String(inTime), String(late)]),
    },
    ...tallied('Was wurde daraus?', 'Ergebnis', outcomes.map((outcome) => ({ label: outcomeLabels[outcome], count: figures.outcomes[outcome] }))),
    ...tallied('Gesamtvotum', 'Votum', figures.byVote),
    ...tallied('Nach Anlass', 'Anlass', figures.byOccasion),
    ...tallied('Nach anfragender Stelle', 'Stelle', figures.byRequester),
    ...tallied('Nach Themenfeld', 'Themenfeld', figures.byField),
    ...tallied('Nicht oder verspätet beteiligt', 'Stelle', figures.byInvolvement),
  ]
}

function remarksOf(figures: StatementStatistics): string[] {
  const { outcomes: became } = figures
  return [
    `${figures.total} eingegangen, ${figures.sent} abgegeben, ${figures.dropped} ohne Stellungnahme erledigt, ${figures.open} offen.`,
    `Fristgerecht ${figures.inTime}, verspätet ${figures.late}${figures.medianDays === null ? '' : `; Bearbeitung im Mittel (Median) ${figures.medianDays} Tage`}.`,
    `Übernommen ${became.adopted}, teilweise ${became.partly}, nicht ${became.not}, noch offen ${became.open}. Verspätet beteiligt ${figures.involvedLate}, nicht beteiligt ${figures.notInvolved}.`,
  ]
}

function subjectOf(row: Row): string {
  const planning = [procedureOf(row.procedure)?.label, planStageLabel(row.plan_stage)].filter(Boolean).join(', ')
  const notes = [planning || occasionOf(row.occasion)?.label, row.involvement === 'in-time' ? '' : involvementLabels[row.involvement]].filter(Boolean).join('; ')
  return notes === '' ? row.subject : `${row.subject} (${notes})`
}

function counted(row: Row) {
  return {
    receivedOn: row.received_on, requesterName: row.requester_name, field: row.field, occasion: row.occasion, vote: row.vote, state: row.state, outcome: row.outcome,
    involvement: row.involvement, sentOn: row.sent_on, dueOn: row.effective_due,
  }
}

function dayText(day: string | null): string {
  return day === null ? '' : germanDate(day)
}
