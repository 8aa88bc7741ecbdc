import { uuidv7 } from 'uuidv7'
import type { ImportOptions } from '../../../../shared/directory/import/model.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import type { OfficeDesk } from '../../session.ts'
import { columnMemory } from './column-memory.ts'
import { contactHeadings } from './headings.ts'
import { contactsIn, Planner, planningOrder, type PlannedRow } from './plan.ts'
import { readInThread } from '../../documents/lists/reader.ts'
import type { Source } from '../../documents/lists/source.ts'
import type { ContactFile, Plan } from './staging.ts'
import { Slices } from '../../documents/lists/slices.ts'
import { readStock } from './stock.ts'
import { readHead, readRows, type ReadRow } from './table.ts'
import { UnreadableFile } from '../../documents/lists/unreadable.ts'

/**
 * Plans what happens to the rows of a file. The same options give the plan that is there already, as long as nothing was
 * written since.
 * @param onRows told how many rows have been read
 * @throws OfficeError `invalid` for a file that is no list
 */
export async function planFile(desk: OfficeDesk, file: ContactFile, options: ImportOptions, { onRows = () => {}, signal }: {
  onRows?: (rows: number) => void, signal?: AbortSignal | undefined
} = {}): Promise<Plan> {
  const key = JSON.stringify(options)
  const stockAt = await newestChange(desk)
  if (file.plan?.key === key && file.plan.stockAt === stockAt) return file.plan
  const source = await sourceOf(file, options, onRows, signal)
  const known = await columnMemory.load(desk)
  const head = readHead(source, options, (headings) => known(headings)?.mapping ?? null)
  const remembered = options.mapping === undefined ? known(head.columns.map(({ heading }) => heading)) : undefined
  const slices = new Slices(signal)
  const read: ReadRow[] = []
  for (const row of readRows(head, options, uuidv7)) {
    read.push(row)
    if (await slices.next()) onRows(read.length)
  }
  const stock = await readStock(desk.database.read, contactsIn(read), read.map(({ fingerprint }) => fingerprint).filter((fingerprint) => fingerprint !== ''), slices)
  const planner = new Planner(options, uuidv7)
  for (const contact of stock) {
    planner.know(contact)
    await slices.next()
  }
  const planned = new Map<ReadRow, PlannedRow>()
  for (const row of planningOrder(read)) {
    planned.set(row, planner.plan(row))
    await slices.next()
  }
  file.plan = {
    number: file.nextPlan(), key, stockAt, head, rows: read.map((row) => planned.get(row)).filter((row) => row !== undefined),
    remembered: remembered === undefined ? null : { name: remembered.fileName, on: remembered.usedAt },
  }
  return file.plan
}

/** The newest step of history: while it is the same, the stock is the same. */
async function newestChange(desk: OfficeDesk): Promise<string> {
  const row = await desk.database.read.selectFrom('change_entry').select((eb) => eb.fn.max('id').as('newest')).executeTakeFirst()
  return String(row?.newest ?? '')
}

/** The file as read with these options; reading it is done once. */
async function sourceOf(file: ContactFile, { encoding, separator }: ImportOptions, onRows: (rows: number) => void, signal?: AbortSignal): Promise<Source> {
  const key = JSON.stringify({ encoding, separator })
  if (file.source?.key === key) return file.source.value
  try {
    const value = await readInThread(file.bytes, { encoding, separator, headings: contactHeadings }, onRows, signal)
    file.source = { key, value }
    return value
  } catch (error) {
    if (error instanceof UnreadableFile) throw new OfficeError('invalid', { detail: error.message })
    throw error
  }
}

