import { uuidv7 } from 'uuidv7'
import type { Dossier, Filed, Matter } from '../../../../shared/correspondence/register/model.ts'
import { filedTypes } from '../../../../shared/correspondence/register/model.ts'
import type { PlanClass } from '../../../../shared/correspondence/register/file-plan.ts'
import { germanDate, isoDay } from '../../../../shared/dates.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import type { ChangeReceipt, RecordRef } from '../../../../shared/records/model.ts'
import type { FileGrants } from '../../file-grants.ts'
import type { OfficeDesk } from '../../session.ts'
import { writeTable, type TableFormat } from '../table-file.ts'
import { fileRecord } from './filing.ts'
import { nextNumber } from './numbers.ts'
import { readSettings } from './settings-service.ts'

const dossierRef = (id: string) => ({ type: 'dossier', id })
const matterRef = (id: string) => ({ type: 'matter', id })

/** The Aktenplan with all Akten and Vorgänge that aren't in the trash. */
export async function fileTree(desk: OfficeDesk): Promise<{ plan: PlanClass[]; dossiers: Dossier[]; matters: Matter[] }> {
  const database = desk.database.read
  const { settings } = await readSettings(database)
  const dossiers = await database.selectFrom('dossier').selectAll().where('deleted_at', 'is', null).orderBy('plan').orderBy('title').execute()
  const matters = await database.selectFrom('matter').selectAll().where('deleted_at', 'is', null).orderBy('year', 'desc').orderBy('sequence', 'desc').execute()
  const filed = await database.selectFrom('filing').select(['matter_id', (eb) => eb.fn.countAll<number>().as('count')]).groupBy('matter_id').execute()
  const counts = new Map(filed.map(({ matter_id, count }) => [matter_id, count]))
  return {
    plan: settings.plan,
    dossiers: dossiers.map((row) => ({
      id: row.id, version: row.version, plan: row.plan, title: row.title, closedOn: row.closed_on, matters: matters.filter(({ dossier_id }) => dossier_id === row.id).length,
    })),
    matters: matters.map((row) => ({
      id: row.id, version: row.version, dossierId: row.dossier_id, title: row.title, reference: row.reference, openedOn: row.opened_on, closedOn: row.closed_on,
      filed: counts.get(row.id) ?? 0,
    })),
  }
}

/** Opens an Akte at a place of the Aktenplan. @throws OfficeError `invalid` for a place that isn't in it */
export async function createDossier(desk: OfficeDesk, { plan, title }: { plan: string; title: string }): Promise<ChangeReceipt & { id: string }> {
  const id = uuidv7()
  const written = await desk.write({ label: 'Akte angelegt', record: dossierRef(id) }, async (transaction) => {
    const { settings } = await readSettings(transaction.database)
    if (!settings.plan.some(({ code }) => code === plan)) throw new OfficeError('invalid', { fields: { plan: 'Diese Stelle gibt es im Aktenplan nicht.' } })
    await transaction.insert('dossier', { id, plan, title, closed_on: null, deleted_at: null, deleted_by: null })
  })
  return { id, change: written.change, version: 1 }
}

/** Renames, moves or closes an Akte; Aktenzeichen given before stay. @throws OfficeError `conflict`, `not-found`, `invalid` with an open Vorgang */
export async function updateDossier(
  desk: OfficeDesk, id: string, version: number, { plan, title }: { plan?: string | undefined; title?: string | undefined }, closed?: boolean,
): Promise<ChangeReceipt> {
  const written = await desk.write({ label: closed === undefined ? 'Akte geändert' : closed ? 'Akte geschlossen' : 'Akte wieder geöffnet', record: dossierRef(id) }, async (transaction) => {
    await transaction.expectVersion(dossierRef(id), version)
    if (closed) {
      const open = await transaction.database.selectFrom('matter').select('reference').where('dossier_id', '=', id).where('deleted_at', 'is', null).where('closed_on', 'is', null).executeTakeFirst()
      if (open) throw new OfficeError('invalid', { detail: `Der Vorgang ${open.reference} ist noch offen.` })
    }
    await transaction.update('dossier', id, { ...(plan !== undefined && { plan }), ...(title !== undefined && { title }), ...(closed !== undefined && { closed_on: closed ? isoDay(new Date()) : null }) })
  })
  return { change: written.change, version: written.versions.get(id) ?? version }
}

/** Moves an empty Akte to the trash. @throws OfficeError `conflict`, `not-found`, `invalid` with Vorgänge in it */
export async function removeDossier(desk: OfficeDesk, id: string, version: number): Promise<ChangeReceipt> {
  const written = await desk.write({ label: 'Akte gelöscht', record: dossierRef(id) }, async (transaction) => {
    await transaction.expectVersion(dossierRef(id), version)
    const inside = await transaction.database.selectFrom('matter').select('reference').where('dossier_id', '=', id).where('deleted_at', 'is', null).executeTakeFirst()
    if (inside) throw new OfficeError('invalid', { detail: `In der Akte liegt noch der Vorgang ${inside.reference}.` })
    await transaction.trash(dossierRef(id), desk.person.id)
  })
  return { change: written.change, version: written.versions.get(id) ?? version }
}

/** Opens a Vorgang with the next Aktenzeichen of its place in the Aktenplan. @throws OfficeError `not-found`, `invalid` for a closed Akte */
export async function createMatter(desk: OfficeDesk, { dossierId, title }: { dossierId: string; title: string }, day = isoDay(new Date())): Promise<ChangeReceipt & { id: string; reference: string }> {
  const id = uuidv7()
  const written = await desk.write({ label: 'Vorgang angelegt', record: matterRef(id) }, async (transaction) => {
    const dossier = await transaction.database.selectFrom('dossier').select(['plan', 'closed_on']).where('id', '=', dossierId).where('deleted_at', 'is', null).executeTakeFirst()
    if (!dossier) throw new OfficeError('not-found')
    if (dossier.closed_on !== null) throw new OfficeError('invalid', { detail: 'Die Akte ist geschlossen. Bitte zuerst wieder öffnen.' })
    const { year, sequence, number } = await nextNumber(transaction, desk, { series: `matter:${dossier.plan}`, pattern: 'matterPattern', day, plan: dossier.plan })
    await transaction.insert('matter', { id, dossier_id: dossierId, year, sequence, reference: number, title, opened_on: day, closed_on: null, last_number: 0, deleted_at: null, deleted_by: null })
    return number
  })
  return { id, reference: written.value, change: written.change, version: 1 }
}

/** Renames, moves or closes a Vorgang; its Aktenzeichen stays. @throws OfficeError `conflict`, `not-found` */
export async function updateMatter(
  desk: OfficeDesk, id: string, version: number, { dossierId, title }: { dossierId?: string | undefined; title?: string | undefined }, closed?: boolean,
): Promise<ChangeReceipt> {
  const written = await desk.write({ label: closed === undefined ? 'Vorgang geändert' : closed ? 'Vorgang abgeschlossen (z. d. A.)' : 'Vorgang wieder geöffnet', record: matterRef(id) }, async (transaction) => {
    await transaction.expectVersion(matterRef(id), version)
    await transaction.update('matter', id, {
      ...(dossierId !== undefined && { dossier_id: dossierId }), ...(title !== undefined && { title }), ...(closed !== undefined && { closed_on: closed ? isoDay(new Date()) : null }),
    })
  })
  return { change: written.change, version: written.versions.get(id) ?? version }
}

/** Moves an empty Vorgang to the trash; its Aktenzeichen stays taken. @throws OfficeError `conflict`, `not-found`, `invalid` with documents in it */
export async function removeMatter(desk: OfficeDesk, id: string, version: number): Promise<ChangeReceipt> {
  const written = await desk.write({ label: 'Vorgang gelöscht', record: matterRef(id) }, async (transaction) => {
    await transaction.expectVersion(matterRef(id), version)
    const inside = await transaction.database.selectFrom('filing').select('id').where('matter_id', '=', id).executeTakeFirst()
    if (inside) throw new OfficeError('invalid', { detail: 'Im Vorgang liegen noch Dokumente. Bitte nehmen Sie diese zuerst heraus.' })
    await transaction.trash(matterRef(id), desk.person.id)
  })
  return { change: written.change, version: written.versions.get(id) ?? version }
}

/** What lies in a Vorgang, in the order of its numbers. What is in the trash isn't named. */
export async function contentsOf(desk: OfficeDesk, matterId: string): Promise<Filed[]> {
  const rows = await desk.database.read.selectFrom('filing')
    .leftJoin('search_document', (join) => join.onRef('search_document.record_type', '=', 'filing.record_type').onRef('search_document.record_id', '=', 'filing.record_id'))
    .select(['filing.id', 'number', 'filing.record_type', 'filing.record_id', 'filed_on', 'title', 'subtitle']).where('matter_id', '=', matterId).orderBy('number').execute()
  return rows.map((row) => {
    const type = filedTypes.find((each) => each === row.record_type) ?? 'document'
    return {
      id: row.id, number: row.number, record: { type, id: row.record_id }, typeLabel: desk.database.types.get(type).label, title: row.title ?? 'Im Papierkorb oder gelöscht',
      subtitle: row.subtitle ?? '', filedOn: row.filed_on,
    }
  })
}

/** Files a record, and with it what belongs to it. @throws OfficeError `not-found`, `invalid` for a closed Vorgang */
export async function fileInMatter(desk: OfficeDesk, matterId: string, record: RecordRef): Promise<ChangeReceipt> {
  const along = await belongingTo(desk, record)
  const written = await desk.write({ label: 'In Vorgang abgelegt', record: matterRef(matterId) }, async (transaction) => {
    for (const each of [record, ...along]) await fileRecord(transaction, matterId, each)
  })
  return { change: written.change, version: written.versions.get(matterId) ?? 0 }
}

/** Takes something out of a Vorgang; its number stays free. @throws OfficeError `not-found` */
export async function unfile(desk: OfficeDesk, matterId: string, filed: string): Promise<ChangeReceipt> {
  const written = await desk.write({ label: 'Aus Vorgang genommen', record: matterRef(matterId) }, (transaction) => transaction.remove('filing', filed))
  return { change: written.change, version: written.versions.get(matterId) ?? 0 }
}

/** Where a record is filed; null if nowhere. */
export async function whereIs(desk: OfficeDesk, record: RecordRef): Promise<{ matterId: string; reference: string; title: string; number: number } | null> {
  const row = await desk.database.read.selectFrom('filing').innerJoin('matter', 'matter.id', 'filing.matter_id').select(['matter.id', 'reference', 'title', 'number'])
    .where('record_type', '=', record.type).where('record_id', '=', record.id).where('deleted_at', 'is', null).executeTakeFirst()
  return row ? { matterId: row.id, reference: row.reference, title: row.title, number: row.number } : null
}

/** Writes the Aktenverzeichnis. @throws OfficeError `forbidden`, `disk-full`, `read-only` */
export async function saveFiles(desk: OfficeDesk, grants: FileGrants, format: TableFormat, grant: string): Promise<void> {
  const { plan, dossiers, matters } = await fileTree(desk)
  const classOf = (code: string): PlanClass | undefined => plan.find((each) => each.code === code)
  await writeTable(grants, grant, format, {
    title: 'Aktenverzeichnis',
    remarks: [`${dossiers.length} Akten, ${matters.length} Vorgänge`],
    headings: ['Aktenplan', 'Akte', 'Aktenzeichen', 'Vorgang', 'Begonnen', 'Abgeschlossen', 'Dokumente', 'Aufbewahrung'],
    rows: dossiers.flatMap((dossier) => {
      const place = classOf(dossier.plan)
      const kept = [place?.retentionYears == null ? 'Einzelfall' : `${place.retentionYears} Jahre`, place?.archive ? 'Archiv' : ''].filter(Boolean).join(', ')
      const inside = matters.filter(({ dossierId }) => dossierId === dossier.id)
      if (inside.length === 0) return [[`${dossier.plan} ${place?.title ?? ''}`, dossier.title, '', '', '', '', '', kept]]
      return inside.map((matter) => [
        `${dossier.plan} ${place?.title ?? ''}`, dossier.title, matter.reference, matter.title, germanDate(matter.openedOn),
        matter.closedOn === null ? '' : germanDate(matter.closedOn), String(matter.filed), kept,
      ])
    }),
  })
}

/** What goes into a Vorgang with a record: its papers, and the letter of a statement. */
async function belongingTo(desk: OfficeDesk, { type, id }: RecordRef): Promise<RecordRef[]> {
  const database = desk.database.read
  const papers = await database.selectFrom('document').select('id').where('owner_type', '=', type).where('owner_id', '=', id).where('deleted_at', 'is', null).orderBy('id').execute()
  const entries = await database.selectFrom('register_entry').select('id').where('record_type', '=', type as 'letter').where('record_id', '=', id).where('deleted_at', 'is', null).orderBy('id').execute()
  const letter = type === 'statement' ? (await database.selectFrom('statement').select('letter_id').where('id', '=', id).executeTakeFirst())?.letter_id : null
  return [
    ...entries.map((row) => ({ type: 'register-entry', id: row.id })), ...papers.map((row) => ({ type: 'document', id: row.id })),
    ...(letter ? [{ type: 'letter', id: letter }] : []),
  ]
}
