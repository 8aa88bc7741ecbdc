import { beginOn, timeOn } from '../../../shared/calendar/line-text.ts'
import { layerLabels, layerSingular, type CalendarLine, type Layer } from '../../../shared/calendar/model.ts'
import { isoDay } from '../../../shared/dates.ts'
import { addDays, germanDay } from '../../../shared/holidays/days.ts'
import { tablesPdf, type PdfTables } from '../documents/pdf-table.ts'
import type { FileGrants } from '../file-grants.ts'
import type { OfficeDesk } from '../session.ts'
import { calendarRange, type Span } from './range.ts'

interface Asked {
  span: Span
  layers: readonly Layer[]
  /** "KW 48, 23.11.2026 bis 29.11.2026" */
  title: string
}

const headings = ['Zeit', 'Was', 'Art', 'Ort, Person, Hinweis'] as const
/** Of the columns, in millimetres: the same on each day. */
const leastWidths = [24, 66, 34, 50] as const

/** The agenda of a span, day by day; what lasts several days stands on each of them. Days with nothing are left out. */
export async function agenda(desk: OfficeDesk, { span, layers, title }: Asked, today = isoDay(new Date())): Promise<PdfTables> {
  const lines = (await calendarRange(desk, span, today)).filter(({ layer }) => layers.includes(layer))
  const tables: PdfTables['tables'][number][] = []
  for (let day = span.from; day <= span.to; day = addDays(day, 1)) {
    const found = lines.filter(({ from, to }) => from <= day && to >= day).toSorted((a, b) => (beginOn(a, day) < beginOn(b, day) ? -1 : 1))
    if (found.length > 0) tables.push({ heading: germanDay(day), headings, rows: found.map((each) => row(each, day)), notes: [], leastWidths })
  }
  const empty = { heading: '', headings: [], rows: [], notes: ['In dieser Zeit steht nichts an.'] }
  return { title: `Kalender ${title}`, remarks: [layers.map((layer) => layerLabels[layer]).join(', ')], tables: tables.length > 0 ? tables : [empty] }
}

/** Writes {@link agenda} as PDF to the granted file. @throws OfficeError `forbidden`, `disk-full`, `read-only` */
export async function saveAgenda(desk: OfficeDesk, grants: FileGrants, { grant, ...asked }: Asked & { grant: string }): Promise<void> {
  grants.write(grant, await tablesPdf(await agenda(desk, asked)))
}

function row(each: CalendarLine, day: string): string[] {
  return [timeOn(each, day), each.title, layerSingular[each.layer], [each.mark, each.detail].filter((part) => part !== '').join(' · ')]
}
