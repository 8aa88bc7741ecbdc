import { uuidv7 } from 'uuidv7'
import { directionLabels, mailKindLabel, type Direction, type Entry, type EntryInput } from '../../../../shared/correspondence/register/model.ts'
import { mailWayLabels } from '../../../../shared/correspondence/statements/workflow.ts'
import { germanDate, isoDay } from '../../../../shared/dates.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import type { ChangeReceipt } from '../../../../shared/records/model.ts'
import type { OfficeDesk } from '../../session.ts'
import type { FileGrants } from '../../file-grants.ts'
import { writeTable, type TableFormat } from '../table-file.ts'
import { storePapers, unpacked } from './documents-service.ts'
import { enter } from './enter.ts'
import { entriesOfRecord, entriesOfYear, entryColumns, listEntries, readEntry } from './entries-repository.ts'
import { discard } from './receiving.ts'

const ref = (id: string) => ({ type: 'register-entry', id })

/** One page of the register. */
export async function findEntries(desk: OfficeDesk, query: Parameters<typeof listEntries>[1]): Promise<{ entries: Entry[]; total: number }> {
  return listEntries(desk.database.read, query)
}

/** One line, also from the trash. @throws OfficeError `not-found` */
export async function getEntry(desk: OfficeDesk, id: string): Promise<Entry> {
  const entry = await readEntry(desk.database.read, id)
  if (!entry) throw new OfficeError('not-found')
  return entry
}

/** Enters a piece of mail with the files that came with it. @throws OfficeError `not-found` for files that are no longer there */
export async function createEntry(desk: OfficeDesk, { fields, files, letterId }: { fields: EntryInput; files: readonly string[]; letterId: string | null }): Promise<ChangeReceipt & { id: string }> {
  const papers = await unpacked(desk, files)
  const id = uuidv7()
  const written = await desk.write({ label: `${directionLabels[fields.direction]} eingetragen`, record: ref(id) }, async (transaction) => {
    await enter(transaction, desk, fields, { id, record: letterId === null ? null : { type: 'letter', id: letterId } })
    await storePapers(transaction, desk, { type: 'register-entry', id }, papers)
  })
  discard(desk, files)
  return { id, change: written.change, version: written.versions.get(id) ?? 1 }
}

/** Stores the fields given; the number and its direction stay. @throws OfficeError `conflict`, `not-found` */
export async function updateEntry(desk: OfficeDesk, id: string, version: number, fields: Partial<EntryInput>): Promise<ChangeReceipt> {
  return change(desk, id, version, 'Registereintrag geändert', (transaction) => transaction.update('register_entry', id, entryColumns(fields)), `register-entry:${id}`)
}

/** Says that a follow-up is done, or isn't. @throws OfficeError `conflict`, `not-found` */
export async function setFollowUp(desk: OfficeDesk, id: string, version: number, done: boolean): Promise<ChangeReceipt> {
  const label = done ? 'Wiedervorlage erledigt' : 'Wiedervorlage wieder offen'
  return change(desk, id, version, label, (transaction) => transaction.update('register_entry', id, { follow_up_done_on: done ? isoDay(new Date()) : null }))
}

/** Moves a line to the trash; its number stays taken. @throws OfficeError `conflict`, `not-found` */
export async function removeEntry(desk: OfficeDesk, id: string, version: number): Promise<ChangeReceipt> {
  return change(desk, id, version, 'Registereintrag gelöscht', (transaction) => transaction.trash(ref(id), desk.person.id))
}

/** What was sent with a letter, the last first. */
export async function entriesOfLetter(desk: OfficeDesk, letterId: string): Promise<Entry[]> {
  return entriesOfRecord(desk.database.read, letterId)
}

/** Follow-ups whose day has come, the earliest first, and how many there are. */
export async function dueFollowUps(desk: OfficeDesk, limit: number, today = isoDay(new Date())): Promise<{ entries: Entry[]; total: number }> {
  const { entries } = await listEntries(desk.database.read, { query: '', show: 'follow-up', offset: 0, limit: 500 })
  const due = entries.filter(({ followUpOn }) => followUpOn !== null && followUpOn <= today)
  return { entries: due.slice(0, limit), total: due.length }
}

/** Writes the register on paper or as a workbook. @throws OfficeError `forbidden`, `disk-full`, `read-only` */
export async function saveEntries(
  desk: OfficeDesk, grants: FileGrants, { direction, year, format, grant }: { direction: Direction; year: number | null; format: TableFormat; grant: string },
): Promise<void> {
  const entries = await entriesOfYear(desk.database.read, direction, year)
  const title = `${directionLabels[direction]}${year === null ? '' : ` ${year}`}`
  await writeTable(grants, grant, format, {
    title,
    remarks: [`${entries.length} ${entries.length === 1 ? 'Eintrag' : 'Einträge'}`],
    headings: ['Nummer', 'Datum', direction === 'in' ? 'Von' : 'An', 'Betreff', 'Art', 'Weg', 'Zeichen', 'Wiedervorlage', 'Bearbeitung'],
    rows: entries.map((entry) => [
      entry.number, germanDate(entry.on), entry.correspondent, entry.subject, mailKindLabel(entry.kind), mailWayLabels[entry.way], entry.reference,
      entry.followUpOn === null ? '' : `${germanDate(entry.followUpOn)}${entry.followUpDoneOn === null ? '' : ' (erledigt)'}`, entry.assigneeName,
    ]),
  })
}

async function change(
  desk: OfficeDesk, id: string, version: number, label: string, work: (transaction: Parameters<Parameters<OfficeDesk['write']>[1]>[0]) => Promise<void>, coalesce?: string,
): Promise<ChangeReceipt> {
  const written = await desk.write({ label, record: ref(id), ...(coalesce !== undefined && { coalesce }) }, async (transaction) => {
    await transaction.expectVersion(ref(id), version, () => readEntry(transaction.database, id))
    await work(transaction)
  })
  return { change: written.change, version: written.versions.get(id) ?? version }
}
