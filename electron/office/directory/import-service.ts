import { uuidv7 } from 'uuidv7'
import type { ImportOptions, ImportPreview, ImportProgress } from '../../../shared/directory/import.ts'
import { OfficeError } from '../../../shared/errors.ts'
import type { OfficeSchema } from '../database/office/schema.ts'
import type { WriteTransaction } from '../database/write-transaction.ts'
import type { FileGrants } from '../file-grants.ts'
import type { OfficeDesk } from '../session.ts'
import { countOutcomes, keysOf, planImport, toPreview, type PlannedRow } from './import/plan.ts'
import { rejectedCsv } from './import/rejected.ts'
import { readTable, type ReadTable } from './import/table.ts'
import { UnreadableFile } from './import/unreadable.ts'
import { readStock } from './list-repository.ts'
import { insertContact, saveRole } from './repository.ts'

/** Rows between two reports of progress; there the process also answers other calls and hears a stop. */
const ROWS_PER_REPORT = 100

/** Tells what an import of this file would do. Changes nothing. @throws OfficeError `invalid` for a file that is no list */
export async function previewImport(desk: OfficeDesk, bytes: Uint8Array, options: ImportOptions): Promise<ImportPreview> {
  const { table, rows } = await planFor(desk, bytes, options)
  return toPreview(table, rows)
}

/**
 * Imports a file as one step of history and undo, telling how far it is. Aborting `signal` leaves everything as it was.
 * @throws OfficeError `invalid` for a file that is no list
 */
export async function* runImport(desk: OfficeDesk, bytes: Uint8Array, options: ImportOptions, signal?: AbortSignal): AsyncGenerator<ImportProgress> {
  const { rows } = await planFor(desk, bytes, options)
  const total = rows.filter(({ outcome }) => outcome === 'import').length
  let done = 0
  let report = (): void => {}
  const writing = desk.write({ label: `${total} Kontakte importiert` }, async (transaction) => {
    let created = 0
    for (const row of rows) {
      if (row.outcome !== 'import') continue
      created += await importRow(transaction, row)
      done += 1
      if (done % ROWS_PER_REPORT !== 0) continue
      report()
      await new Promise((resolve) => setImmediate(resolve))
      signal?.throwIfAborted()
    }
    return created
  })
  let finished = false
  const end = writing.then(() => { finished = true }, () => { finished = true })
  while (!finished) {
    yield { state: 'running', done, total }
    await Promise.race([end, new Promise<void>((resolve) => { report = resolve })])
  }
  const { value: created, change } = await writing
  yield { state: 'done', counts: countOutcomes(rows), created, change }
}

/** Writes the rows that can't be imported to the chosen file. @throws OfficeError `invalid`, `forbidden`, `disk-full`, `read-only` */
export async function saveRejected(desk: OfficeDesk, grants: FileGrants, bytes: Uint8Array, options: ImportOptions, grant: string): Promise<void> {
  const { table, rows } = await planFor(desk, bytes, options)
  grants.write(grant, rejectedCsv(table.columns.map(({ heading }) => heading), rows.filter(({ outcome }) => outcome === 'rejected')))
}

async function planFor(desk: OfficeDesk, bytes: Uint8Array, options: ImportOptions): Promise<{ table: ReadTable, rows: PlannedRow[] }> {
  const table = readList(bytes, options)
  const stock = await readStock(desk.database.read, keysOf(table))
  return { table, rows: planImport(table, stock, uuidv7) }
}

function readList(bytes: Uint8Array, options: ImportOptions): ReadTable {
  try {
    return readTable(bytes, options, uuidv7)
  } catch (error) {
    if (error instanceof UnreadableFile) throw new OfficeError('invalid', { detail: error.message })
    throw error
  }
}

/** Stores what one row brings; gives the number of contacts made. */
async function importRow(transaction: WriteTransaction<OfficeSchema>, { contact, contactId, employer }: PlannedRow): Promise<number> {
  if (contact === null) return 0
  if (employer?.create) await insertContact(transaction, employer.id, employer.create)
  await insertContact(transaction, contactId, contact)
  if (employer !== null) {
    await saveRole(transaction, { id: uuidv7(), personId: contactId, organisationId: employer.id, title: employer.role, from: null, to: null, engagement: 'unknown' })
  }
  return employer?.create ? 2 : 1
}
