import { germanDate, isoDay } from '../../../../../shared/dates.ts'
import { languageLabel, photoLabels, smallNumber } from '../../../../../shared/events/participants/catalogue.ts'
import { evaluationOf } from '../../../../../shared/events/participants/figures.ts'
import type { Participant } from '../../../../../shared/events/participants/model.ts'
import { hasPlace, personsIn } from '../../../../../shared/events/participants/places.ts'
import type { OfficeEvent } from '../../../../../shared/events/model.ts'
import type { LabelSheet } from '../../../../../shared/labels/sheets.ts'
import { germanDay } from '../../../../../shared/holidays/days.ts'
import { badgesDocx } from '../../../documents/docx-badges.ts'
import { undrawable } from '../../../documents/pdf.ts'
import { badgesPdf, type Badge } from '../../../documents/pdf-labels.ts'
import { tableCardsPdf } from '../../../documents/pdf-table-cards.ts'
import { tablePdf, tablesPdf } from '../../../documents/pdf-table.ts'
import { figuresXlsx } from '../../../documents/xlsx-figures.ts'
import type { FileGrants } from '../../../file-grants.ts'
import type { OfficeDesk } from '../../../session.ts'
import { getEvent } from '../../service.ts'
import { evaluationSheetPdf } from '../evaluation/sheet-pdf.ts'
import { evaluationTables } from '../evaluation/result-tables.ts'
import { readParticipants } from '../repository.ts'
import { getRoster } from '../service.ts'
import { needTables } from './needs.ts'
import { inListOrder, printedFor } from './people.ts'

interface Asked { eventId: string; grant: string }

/** Columns of a word and a number, in millimetres: alike in all tables of a page. */
const countWidths = [140, 25] as const
const noLegend = 'Nur Zahlen, keine Namen. Gezählt ist, wer einen Platz hat.'

/** Writes what is needed, as counts. @throws OfficeError `not-found`, `forbidden`, `disk-full`, `read-only` (also those below) */
export async function saveNeeds(desk: OfficeDesk, grants: FileGrants, { eventId, grant, what, format }: Asked & { what: 'caterer' | 'all'; format: 'pdf' | 'xlsx' }): Promise<void> {
  const { event, participants } = await listOf(desk, eventId)
  const title = what === 'caterer' ? 'Verpflegung' : 'Bedarf der Teilnehmenden'
  const about = [eventLine(event), `Personen: ${personsIn(participants)}`, noLegend]
  const other = what === 'caterer' && participants.some((each) => hasPlace(each) && each.needs.some(({ code }) => code === 'allergy-other'))
  const notes = other ? ['Andere Allergien bitte im Büro erfragen; dort steht, wogegen.'] : []
  const tables = needTables(participants, what)
  grants.write(grant, format === 'pdf'
    ? await tablesPdf({ title, remarks: about, tables: tables.map(({ heading, rows }) => ({ heading, headings: rows.length === 0 ? [] : ['', 'Personen'], leastWidths: countWidths, rows: rows.map(({ label, count }) => [label, String(count)]), notes: rows.length === 0 ? ['Niemand.'] : heading.startsWith('Allergien') ? notes : [] })) })
    : await figuresXlsx([{
        name: title, title, about, headings: ['', 'Personen'], notes,
        rows: tables.flatMap(({ heading, rows }) => [{ depth: 0, isTotal: true, cells: [heading, rows.reduce((sum, { count }) => sum + count, 0)] }, ...rows.map(({ label, count }) => ({ depth: 1, isTotal: false, cells: [label, count] }))]),
      }]))
}

/** Writes the sheet that people sign as they come: names in the order of the alphabet, room for those who weren't announced. */
export async function saveSignIn(desk: OfficeDesk, grants: FileGrants, { eventId, grant, organisation, blank }: Asked & { organisation: boolean; blank: number }): Promise<void> {
  const { event, participants } = await listOf(desk, eventId)
  const placed = inListOrder(participants.filter(hasPlace))
  const groups = placed.some(({ persons }) => persons > 1)
  const cells = (place: number, each: Participant | null): string[] => [String(place), each?.name ?? '', ...(organisation ? [each?.organisation ?? ''] : []), ...(groups ? [each === null ? '' : String(each.persons)] : []), '']
  const headings = ['Nr.', 'Name', ...(organisation ? ['Organisation'] : []), ...(groups ? ['Pers.'] : []), 'Unterschrift']
  grants.write(grant, await tablePdf({
    title: 'Teilnehmendenliste', remarks: [eventLine(event)], headings, upright: true, rowHeight: 9.5,
    leastWidths: headings.map((heading) => (heading === 'Unterschrift' ? 62 : heading === 'Name' ? 45 : 0)),
    rows: [...placed.map((each, index) => cells(index + 1, each)), ...Array.from({ length: blank }, (_, index) => cells(placed.length + index + 1, null))],
  }))
}

/** Writes name badges on a sheet of labels. */
export async function saveBadges(
  desk: OfficeDesk, grants: FileGrants,
  { eventId, grant, sheet, start, frames, second, companions, ids, format }: Asked & { sheet: LabelSheet; start: number; frames: boolean; second: 'organisation' | 'languages' | 'none'; companions: boolean; ids: readonly string[] | null; format: 'pdf' | 'docx' },
): Promise<{ unprintable: string[] }> {
  const { participants } = await listOf(desk, eventId)
  const below = (each: Participant): string => (second === 'organisation' ? each.organisation : second === 'languages' ? each.languages.map(languageLabel).join(', ') : '')
  const badges = printedFor(participants, ids).flatMap((each): Badge[] => [
    { name: each.name, organisation: below(each) },
    // The others of a group write their names themselves.
    ...(companions ? Array.from({ length: each.persons - 1 }, () => ({ name: '', organisation: second === 'organisation' ? each.organisation : '' })) : []),
  ])
  const options = { title: 'Namensschilder', sheet, start, frames }
  grants.write(grant, format === 'pdf' ? await badgesPdf(badges, options) : await badgesDocx(badges, options))
  return { unprintable: format === 'pdf' ? await undrawable(badges.map(({ name }) => name)) : [] }
}

/** Writes table cards: a sheet each, to be folded in the middle. */
export async function saveTableCards(desk: OfficeDesk, grants: FileGrants, { eventId, grant, organisation, ids }: Asked & { organisation: boolean; ids: readonly string[] | null }): Promise<{ unprintable: string[] }> {
  const { participants } = await listOf(desk, eventId)
  const printed = printedFor(participants, ids)
  grants.write(grant, await tableCardsPdf(printed.map((each) => ({ name: each.name, organisation: organisation ? each.organisation : '' }))))
  return { unprintable: await undrawable(printed.map(({ name }) => name)) }
}

/** Writes who agreed to photos and who didn't: the proof that stays when the list is deleted. */
export async function saveConsents(desk: OfficeDesk, grants: FileGrants, { eventId, grant }: Asked): Promise<void> {
  const { event, participants } = await listOf(desk, eventId)
  const rows = (photo: 'yes' | 'no'): string[][] => inListOrder(participants.filter((each) => each.photo === photo))
    .map((each) => [each.name, each.organisation, each.photoOn === null ? '' : germanDate(each.photoOn), photoLabels[photo]])
  const table = (heading: string, photo: 'yes' | 'no', none: string) => {
    const found = rows(photo)
    return { heading, headings: found.length === 0 ? [] : ['Name', 'Organisation', 'Gefragt am', 'Antwort'], rows: found, notes: found.length === 0 ? [none] : [] }
  }
  grants.write(grant, await tablesPdf({
    title: 'Einwilligungen in Fotos', remarks: [eventLine(event), 'Zum Nachweis nach Art. 7 Abs. 1 DSGVO. Eine Einwilligung kann jederzeit für die Zukunft widerrufen werden.'],
    tables: [table('Eingewilligt', 'yes', 'Niemand hat eingewilligt.'), table('Nicht eingewilligt', 'no', 'Niemand hat abgelehnt.')],
  }))
}

/** Writes the evaluation: the empty form to be printed, or what the sheets say. */
export async function saveEvaluation(desk: OfficeDesk, grants: FileGrants, { eventId, grant, what, texts }: Asked & { what: 'sheet' | 'result'; texts: boolean }): Promise<void> {
  const { questions, sheets, attendance } = await getRoster(desk, eventId)
  const event = await getEvent(desk, eventId)
  if (what === 'sheet') return grants.write(grant, await evaluationSheetPdf({ title: event.title, line: eventLine(event, false), questions }))
  const result = sheets.length === 0 && attendance?.evaluation ? attendance.evaluation : evaluationOf(questions, sheets)
  const few = result.sheets < smallNumber ? [`Nur ${result.sheets === 1 ? 'ein Bogen' : `${result.sheets} Bögen`}: Rückschlüsse auf Einzelne sind möglich.`] : []
  grants.write(grant, await tablesPdf({ title: 'Auswertung', remarks: [eventLine(event), `Bögen: ${result.sheets}`, ...few], tables: evaluationTables(result, texts) }))
}

async function listOf(desk: OfficeDesk, eventId: string): Promise<{ event: OfficeEvent; participants: Participant[] }> {
  return { event: await getEvent(desk, eventId), participants: await readParticipants(desk.database.read, eventId) }
}

function eventLine({ title, startsOn, startsAt, place }: OfficeEvent, named = true): string {
  const day = startsOn === null ? `Stand ${germanDate(isoDay(new Date()))}` : [germanDay(startsOn), startsAt === null ? '' : `${startsAt} Uhr`].filter((part) => part !== '').join(', ')
  return [...(named ? [title] : []), day, place].filter((part) => part !== '').join(' · ')
}
