import { uuidv7 } from 'uuidv7'
import { isoDay } from '../../../../shared/dates.ts'
import type { ImportOptions, ImportOverview, ImportProgress, ImportReading, ImportRow, ImportRowFilter } from '../../../../shared/directory/import/model.ts'
import type { ContactInput } from '../../../../shared/directory/model.ts'
import type { ImportField } from '../../../../shared/directory/import/fields.ts'
import { signatureFields, type Signature } from '../../../../shared/directory/import/signature.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import type { OfficeSchema } from '../../database/office/schema.ts'
import type { WriteTransaction } from '../../database/write-transaction.ts'
import type { FileGrants } from '../../file-grants.ts'
import type { OfficeDesk } from '../../session.ts'
import { contactDocument } from '../record-types.ts'
import { insertContact, saveRole, updateContact } from '../repository.ts'
import { layOut } from '../../documents/lists/lay-out.ts'
import { importedBefore, rememberFile } from '../../documents/lists/memory.ts'
import { columnMemory } from './column-memory.ts'
import { countOutcomes, type PlannedEmployer, type PlannedRow } from './plan.ts'
import { planFile } from './planning.ts'
import { filterRows, questionsOf, toPreviewRow } from './preview.ts'
import { rejectedRows } from '../../documents/lists/rejected.ts'
import { Slices } from '../../documents/lists/slices.ts'
import { contactFiles, type ContactFile } from './staging.ts'

/** Begins with a file of the given size. @throws OfficeError `invalid` for a file that is too large */
export function beginImport(desk: OfficeDesk, name: string, size: number): { token: string } {
  return { token: contactFiles.put(desk, name, size).token }
}

/** Takes the next piece of a file. @throws OfficeError `not-found`, `invalid` */
export function appendPiece(desk: OfficeDesk, token: string, piece: Buffer): void {
  contactFiles.get(desk, token).append(piece)
}

/** Begins with what a person entered from a mail signature. */
export function beginSignature(desk: OfficeDesk, signature: Signature): { token: string } {
  const wording = JSON.stringify(signature)
  const content = Buffer.from(wording)
  const file = contactFiles.put(desk, 'Signatur', content.length)
  file.append(content)
  const table = layOut('Signatur', [{ line: 1, values: signatureFields(signature), problem: null, wording }])
  file.source = { key: '{}', value: { format: 'typed', text: null, tables: [table], warnings: [] } }
  return { token: file.token }
}

/** Gives up a file. */
export function closeImport(desk: OfficeDesk, token: string): void {
  contactFiles.drop(desk, token)
}

/**
 * Reads a file, telling how far it is, and then what would happen to its rows. Changes nothing.
 * @param mayProtect whether the person may write protected notes
 * @throws OfficeError `invalid` for a file that is no list, `not-found` for one that was given up
 */
export async function* readImport(desk: OfficeDesk, token: string, options: ImportOptions, mayProtect: boolean, signal?: AbortSignal): AsyncGenerator<ImportReading> {
  const file = contactFiles.get(desk, token)
  let rows = 0
  let wake = (): void => {}
  const work = planFile(desk, file, options, { signal, onRows: (count) => { rows = count; wake() } })
  let finished = false
  const end = work.then(() => { finished = true }, () => { finished = true })
  while (!finished) {
    await Promise.race([end, new Promise<void>((resolve) => { wake = resolve })])
    if (!finished) yield { state: 'reading', rows }
  }
  const { number, head, rows: planned, remembered } = await work
  const source = file.source?.value
  const overview: ImportOverview = {
    plan: number, format: source?.format ?? 'csv', text: source?.text ?? null,
    tables: (source?.tables ?? []).map(({ label, hidden, records }) => ({ label, hidden, rows: records.length })),
    table: options.table ?? 0, hidden: head.hidden, warnings: source?.warnings ?? [], columns: head.columns, remembered,
    importedBefore: await importedBefore(desk, file.checksum), counts: countOutcomes(planned), ...questionsOf(planned, options, mayProtect),
  }
  yield { state: 'ready', overview }
}

/** A page of the rows of a plan; empty where there is a newer one. @throws OfficeError `not-found` */
export function previewRows(desk: OfficeDesk, token: string, plan: number, filter: ImportRowFilter, offset: number, limit: number): { rows: ImportRow[], total: number } {
  const file = contactFiles.get(desk, token)
  if (file.plan?.number !== plan) return { rows: [], total: 0 }
  const rows = filterRows(file.plan.rows, filter)
  return { rows: rows.slice(offset, offset + limit).map(toPreviewRow), total: rows.length }
}

/**
 * Imports a file as one step of history and undo, telling how far it is. Aborting `signal` leaves everything as it was.
 * @param mayProtect whether the person may write protected notes; the remarks for them are given back at the end
 * @throws OfficeError `invalid` for a file that is no list, `not-found` for one that was given up, `forbidden` for
 *   protected notes by somebody who may not write them
 */
export async function* runImport(desk: OfficeDesk, token: string, options: ImportOptions, mayProtect: boolean, signal?: AbortSignal): AsyncGenerator<ImportProgress> {
  const file = contactFiles.get(desk, token)
  if (!mayProtect && wantsProtection(options)) throw new OfficeError('forbidden')
  const { rows, head } = await planFile(desk, file, options, { signal })
  const work = rows.filter(({ outcome }) => outcome === 'new' || outcome === 'complete')
  const total = work.length
  let done = 0
  let report = (): void => {}
  const label = total === 1 ? '1 Kontakt importiert' : `${total} Kontakte importiert`
  const writing = desk.write({ label, divisible: true }, async (transaction) => {
    const writer = new RowWriter(transaction, file.name)
    const slices = new Slices(signal)
    for (const row of work) {
      await writer.write(row)
      done += 1
      if (await slices.next()) report()
    }
    return { created: writer.created, completed: writer.completed }
  })
  let finished = false
  const end = writing.then(() => { finished = true }, () => { finished = true })
  while (!finished) {
    yield { state: 'running', done, total }
    await Promise.race([end, new Promise<void>((resolve) => { report = resolve })])
  }
  const { value, change } = await writing
  await remember(desk, file, head.columns, change)
  const remarks = work.flatMap(({ target, candidate }) => target !== null && candidate?.remark?.decision === 'protected' ? [{ contactId: target.id, text: candidate.remark.text }] : [])
  yield { state: 'done', counts: countOutcomes(rows), ...value, change, remarks }
}

/** Whether some remark is to become a protected note. */
function wantsProtection({ remark, rows }: ImportOptions): boolean {
  return remark === 'protected' || Object.values(rows ?? {}).some((row) => row.remark === 'protected')
}

async function remember(desk: OfficeDesk, file: ContactFile, columns: readonly { heading: string, field: ImportField }[], change: string | null): Promise<void> {
  if (change !== null) await rememberFile(desk, file.checksum, change)
  if (file.source?.value.tables.some(({ known }) => known !== null)) return
  await columnMemory.remember(desk, columns.map(({ heading }) => heading), columns.map(({ field }) => field), file.name)
}

/** Writes the rows that come back to the chosen file. @throws OfficeError `invalid`, `forbidden`, `disk-full`, `read-only` */
export async function saveRejected(desk: OfficeDesk, grants: FileGrants, token: string, options: ImportOptions, grant: string): Promise<void> {
  const file = contactFiles.get(desk, token)
  const { head, rows } = await planFile(desk, file, options)
  const back = rows.filter(({ outcome }) => outcome === 'rejected' || outcome === 'open')
  // Two people of one cell come back as the one row that they are in the file.
  const once = [...new Map(back.map((planned) => [planned.row.line, planned])).values()]
  const format = file.source?.value.format === 'workbook' ? 'workbook' : 'csv'
  grants.write(grant, await rejectedRows(format, head.columns.map(({ heading }) => heading), once.map(({ row, reason }) => ({ cells: row.cells, reason }))))
}

/** Forgets what the columns of a file's headings meant before. */
export async function forgetColumns(desk: OfficeDesk, token: string): Promise<void> {
  const file = contactFiles.get(desk, token)
  if (file.plan !== null) await columnMemory.forget(desk, file.plan.head.columns.map(({ heading }) => heading))
  file.plan = null
}

/** Stores the rows of a plan; a contact that several rows speak of is written once. */
class RowWriter {
  created = 0
  completed = 0
  readonly #transaction: WriteTransaction<OfficeSchema>
  readonly #source: string
  readonly #day = isoDay(new Date())
  readonly #written = new Set<string>()
  readonly #roles = new Map<string, { title: string, organisationName: string, from: string | null, to: string | null }[]>()

  constructor(transaction: WriteTransaction<OfficeSchema>, source: string) {
    this.#transaction = transaction
    this.#source = source
  }

  async write({ target, employer, candidate, fingerprint }: PlannedRow): Promise<void> {
    if (target === null || candidate === null) return
    if (employer?.create) {
      await this.#insert(employer.id, employer.create)
      this.#describe(employer.id, employer.create, null)
    }
    if (!this.#written.has(target.id)) {
      if (target.line !== null) await this.#insert(target.id, target.contact)
      else {
        await updateContact(this.#transaction, target.id, target.contact)
        this.completed += 1
        this.#written.add(target.id)
      }
    }
    if (candidate.checkedOn !== null) await this.#transaction.update('contact', target.id, { checked_on: candidate.checkedOn })
    await this.#transaction.insert('contact_origin', { id: uuidv7(), contact_id: target.id, fingerprint, source: this.#source, imported_on: this.#day })
    if (employer !== null) await this.#place(target.id, employer)
    if (target.line !== null) this.#describe(target.id, target.contact, employer)
  }

  /** A new contact is known to the search without reading it again; one below another is read with those above it. */
  #describe(id: string, contact: ContactInput, employer: PlannedEmployer | null): void {
    if (contact.kind === 'organisation' && contact.parentId !== '') return
    // Several rows may speak of one person.
    const roles = [...this.#roles.get(id) ?? [], ...employer === null ? [] : [{ title: employer.role, organisationName: employer.name, from: employer.from, to: employer.to }]]
    this.#roles.set(id, roles)
    this.#transaction.describe({ type: 'contact', id }, contactDocument({ ...contact, roles }))
  }

  async #insert(id: string, contact: ContactInput): Promise<void> {
    await insertContact(this.#transaction, id, contact)
    this.#written.add(id)
    this.created += 1
  }

  #place(personId: string, { id, role, from, to }: PlannedEmployer): Promise<void> {
    return saveRole(this.#transaction, { id: uuidv7(), personId, organisationId: id, title: role, from, to: from !== null && to !== null && to < from ? null : to, engagement: 'unknown' })
  }
}
