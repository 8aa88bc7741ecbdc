import {
  AlignmentType, Footer, HeadingLevel, PageNumber, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, WidthType, convertMillimetersToTwip,
} from 'docx'
import { outcomeLabels, type StoredDeadline } from '../../../../shared/counselling/deadlines/stored.ts'
import { germanDate, germanDateTime } from '../../../../shared/dates.ts'
import { germanDay } from '../../../../shared/holidays/days.ts'
import type { HistoryEntry } from '../../../../shared/records/model.ts'
import { sheetDocx, textRun } from '../../documents/docx-sheet.ts'

/** A deadline with every step of its history, the first step first. */
export interface BookEntry {
  deadline: StoredDeadline
  history: readonly HistoryEntry[]
}

/** Columns with their widths in millimetres; together the page without its margins. */
const columns = [
  ['Nummer', 23], ['Frist', 62], ['Ende', 33], ['Bestimmt', 42], ['Vier Augen', 32], ['Erledigt', 38], ['Änderungen', 39],
] as const

/** The „Fristenbuch“: every deadline of a period with how it was found, checked and done, and every change to it. */
export async function bookDocx(entries: readonly BookEntry[], period: { from: string; to: string }, office: string, now: Date): Promise<Uint8Array> {
  const title = `Fristenbuch ${germanDate(period.from)} bis ${germanDate(period.to)}`
  const about = `${office === '' ? '' : `${office}. `}Stand ${germanDateTime(now.toISOString())}. ${entries.length === 1 ? '1 Eintrag' : `${entries.length} Einträge`}: in diesem Zeitraum eingetragen, endend oder erledigt, auch gelöschte. Vertraulich.`
  return sheetDocx({
    title, office, landscape: true, points: 8,
    footers: {
      default: new Footer({
        children: [new Paragraph({ alignment: AlignmentType.RIGHT, children: [new TextRun({ children: ['Seite ', PageNumber.CURRENT, ' von ', PageNumber.TOTAL_PAGES] })] })],
      }),
    },
    children: [
      new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(title)] }),
      new Paragraph({ children: [new TextRun(about)] }),
      ...(entries.length === 0 ? [] : [table(entries)]),
    ],
  })
}

function table(entries: readonly BookEntry[]): Table {
  const widths = columns.map(([, width]) => convertMillimetersToTwip(width))
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: widths,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: columns.map(([name], index) => cell([name], widths[index] ?? 0, true)) }),
      ...entries.map((entry) => new TableRow({ cantSplit: true, children: cellsOf(entry).map((lines, index) => cell(lines, widths[index] ?? 0)) })),
    ],
  })
}

function cell(lines: readonly string[], width: number, bold = false): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 40, bottom: 40, left: 60, right: 60 },
    ...(bold && { shading: { fill: 'E4ECEC' } }),
    children: lines.filter((line) => line !== '').map((line) => new Paragraph({ spacing: { after: 20 }, children: [textRun(line, { bold })] })),
  })
}

function cellsOf({ deadline, history }: BookEntry): string[][] {
  const { number, caseNumber, title, norm, dueOn, dueTime, safeOn, kind, done, trashed } = deadline
  const end = `${germanDay(dueOn)}${dueTime === '' ? '' : `, ${dueTime} Uhr`}`
  return [
    [number, caseNumber ?? '', trashed ? 'gelöscht' : ''],
    [title, norm, deadline.place],
    [kind === 'earliest' ? `frühestens ${end}` : end, safeOn === dueOn ? '' : `sicherer Tag ${germanDay(safeOn)}`],
    basisLines(deadline),
    checkLines(deadline),
    done === null ? ['offen'] : [`${germanDay(done.on)}: ${outcomeLabels[done.how]}`, done.note, `eingetragen von ${done.byName}`],
    history.map((step) => `${germanDateTime(step.at)} ${step.personName}: ${step.action}${dateChange(step)}${step.undone ? ' (rückgängig gemacht)' : ''}`),
  ]
}

/** „, 20.11.2026 → 27.11.2026“ where a step gave another day. */
function dateChange({ fields }: HistoryEntry): string {
  const day = fields.find(({ field, before, after }) => field === 'due_on' && typeof before === 'string' && typeof after === 'string')
  return day === undefined ? '' : `, ${germanDate(String(day.before))} → ${germanDate(String(day.after))}`
}

/** How the day was found; the computed one stays readable beside a date that was taken. */
function basisLines({ basis, computation, computedOn, ruleId, ruleVersion, noticeText, reason, datedByName }: StoredDeadline): string[] {
  const computed = computation === null ? [] : [
    `gerechnet: ${computedOn === null ? 'kein Datum' : germanDay(computedOn.slice(0, 10))} (Regel ${ruleId ?? ''}, Stand ${ruleVersion})`,
    `bekannt gegeben ${germanDay(computation.notifiedOn.slice(0, 10))}`,
  ]
  const how = { computed: 'nach Rechnung', notice: 'laut Bescheid', free: 'eigenes Datum' }[basis]
  return [how, ...computed, noticeText === '' ? '' : `Bescheid: ${noticeText}`, reason === '' ? '' : `Grund: ${reason}`, `durch ${datedByName}`]
}

function checkLines({ fourEyes, check }: StoredDeadline): string[] {
  if (!fourEyes) return ['nicht nötig']
  if (check === null) return ['Prüfung offen']
  const how = check.kind === 'second-person' ? 'zweite Person' : 'zweiter Blick derselben Person'
  return [how, `${check.byName}, ${germanDateTime(check.at)}`, check.reason]
}
