import { fieldLabel, occasionOf } from '../../../../shared/correspondence/statements/catalogue.ts'
import { statementStatistics, type StatementStatistics } from '../../../../shared/correspondence/statements/statistics.ts'
import { involvementLabels, outcomeLabels, stateLabels, voteLabels } from '../../../../shared/correspondence/statements/workflow.ts'
import { germanDate } from '../../../../shared/dates.ts'
import type { FileGrants } from '../../file-grants.ts'
import type { OfficeDesk } from '../../session.ts'
import { writeTable, type TableFormat } from '../table-file.ts'
import { statementsOfYear } from './repository.ts'

type Row = Awaited<ReturnType<typeof statementsOfYear>>[number]

/** The figures of a year of receipt, or of all, and the years there are. */
export async function statistics(desk: OfficeDesk, year: number | null): Promise<StatementStatistics & { years: number[] }> {
  const all = await statementsOfYear(desk.database.read, null)
  const years = [...new Set(all.map((row) => row.year))].toSorted((a, b) => b - a)
  return { years, ...statementStatistics(all.filter((row) => year === null || row.year === year).map(counted)) }
}

/** Writes the register of statements, with the figures above it. @throws OfficeError `forbidden`, `disk-full`, `read-only` */
export async function saveStatements(desk: OfficeDesk, grants: FileGrants, { year, format, grant }: { year: number | null; format: TableFormat; grant: string }): Promise<void> {
  const rows = await statementsOfYear(desk.database.read, year)
  await writeTable(grants, grant, format, {
    title: `Register der Stellungnahmen${year === null ? '' : ` ${year}`}`,
    remarks: remarksOf(statementStatistics(rows.map(counted))),
    headings: ['Nummer', 'Eingang', 'Von', 'Gegenstand', 'Themenfeld', 'Frist', 'Versandt', 'Stand', 'Votum', 'Ergebnis'],
    rows: rows.map((row) => [
      row.number, germanDate(row.received_on), row.requester_name, subjectOf(row), fieldLabel(row.field), dayText(row.effective_due), dayText(row.sent_on),
      stateLabels[row.state], row.vote === '' ? '' : voteLabels[row.vote], row.sent_on === null ? '' : outcomeLabels[row.outcome],
    ]),
  })
}

function remarksOf(figures: StatementStatistics): string[] {
  const { outcomes } = figures
  return [
    `${figures.total} eingegangen, ${figures.sent} abgegeben, ${figures.dropped} ohne Stellungnahme erledigt, ${figures.open} offen.`,
    `Fristgerecht ${figures.inTime}, verspätet ${figures.late}${figures.medianDays === null ? '' : `; Bearbeitung im Mittel (Median) ${figures.medianDays} Tage`}.`,
    `Übernommen ${outcomes.adopted}, teilweise ${outcomes.partly}, nicht ${outcomes.not}, noch offen ${outcomes.open}. Verspätet beteiligt ${figures.involvedLate}, nicht beteiligt ${figures.notInvolved}.`,
  ]
}

function subjectOf(row: Row): string {
  const occasion = occasionOf(row.occasion)?.label
  const notes = [occasion, row.involvement === 'in-time' ? '' : involvementLabels[row.involvement]].filter(Boolean).join('; ')
  return notes === '' ? row.subject : `${row.subject} (${notes})`
}

function counted(row: Row) {
  return {
    receivedOn: row.received_on, requesterName: row.requester_name, field: row.field, state: row.state, outcome: row.outcome, involvement: row.involvement,
    sentOn: row.sent_on, dueOn: row.effective_due,
  }
}

function dayText(day: string | null): string {
  return day === null ? '' : germanDate(day)
}
