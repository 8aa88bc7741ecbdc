import { createHash } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import { builtInTemplates } from '../../../../shared/correspondence/templates/built-in.ts'
import type { DocumentKind } from '../../../../shared/correspondence/templates/kinds.ts'
import { noDecisions, type Decisions, type OpenStudy, type Template, type TemplateFields, type TemplateItem } from '../../../../shared/correspondence/templates/model.ts'
import { validityOn } from '../../../../shared/correspondence/validity.ts'
import { isoDay } from '../../../../shared/dates.ts'
import { sortKey } from '../../../../shared/directory/names.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import type { ChangeReceipt } from '../../../../shared/records/model.ts'
import type { OfficeSchema } from '../../database/office/schema.ts'
import type { WriteTransaction } from '../../database/write-transaction.ts'
import type { OfficeDesk } from '../../session.ts'
import { carryDecisions } from './carry.ts'
import { prepareTemplate } from './prepare.ts'
import { readFile, readRemembered, readTemplate, readTemplates, readVersion } from './repository.ts'

/** All templates: those of the office by name, then the built-in ones. */
export async function listTemplates(desk: OfficeDesk): Promise<TemplateItem[]> {
  const today = isoDay(new Date())
  const own = (await readTemplates(desk.database.read)).map((row): TemplateItem => ({
    ref: row.ref, id: row.id, name: row.name, kind: row.kind as DocumentKind, versionNumber: row.number, earlier: row.earlier, used: row.used, open: row.open, followUpDays: row.follow_up_days,
    validity: validityOn(today, row.valid_from, row.valid_until),
  }))
  return [...own, ...builtInTemplates.map((template): TemplateItem => ({ ...template, id: null, versionNumber: 1, earlier: [], validity: 'valid', used: 0, open: 0, followUpDays: null }))]
}

/** One template, also from the trash. @throws OfficeError `not-found` */
export async function getTemplate(desk: OfficeDesk, id: string): Promise<Template> {
  return (await readTemplate(desk.database.read, id)) ?? notFound()
}

/**
 * Takes a Word file as a template. It is kept as it came in; the name is the file's without its ending.
 * @throws TemplateRefusal (`template`) with the reason for a file that isn't taken
 */
export async function addTemplate(desk: OfficeDesk, { kind, fileName, bytes }: { kind: DocumentKind; fileName: string; bytes: Uint8Array }): Promise<ChangeReceipt & { id: string }> {
  const id = uuidv7()
  const versionId = uuidv7()
  const open = await openFaults(desk, kind, bytes, noDecisions)
  const name = fileName.replace(/\.[^.]*$/u, '').replaceAll('_', ' ').trim().slice(0, 120) || 'Vorlage'
  const written = await desk.write({ label: 'Vorlage übernommen', record: ref(id) }, async (transaction) => {
    await transaction.insert('document_template', {
      id, name, name_key: sortKey(name), kind, note: '', valid_from: null, valid_until: null, follow_up_days: null, current_version: versionId, deleted_at: null, deleted_by: null,
    })
    await storeVersion(transaction, desk, { id: versionId, templateId: id, number: 1, fileName, bytes, decisions: noDecisions, open })
  })
  return { id, change: written.change, version: written.versions.get(id) ?? 1 }
}

/**
 * Takes a file as the next version. Letters that were written with an earlier one keep it.
 * @throws TemplateRefusal, OfficeError `conflict`, `not-found`
 */
export async function addVersion(desk: OfficeDesk, input: { id: string; version: number; fileName: string; bytes: Uint8Array }): Promise<ChangeReceipt> {
  const template = await getTemplate(desk, input.id)
  const current = (await readVersion(desk.database.read, template.currentVersion)) ?? notFound()
  const before = (await readFile(desk.database.read, current.id)) ?? notFound()
  const decisions = carryDecisions(current.decisions, before, input.bytes)
  const open = await openFaults(desk, template.kind, input.bytes, decisions)
  const versionId = uuidv7()
  return change(desk, input, 'Neue Fassung der Vorlage', async (transaction) => {
    await storeVersion(transaction, desk, { id: versionId, templateId: input.id, number: (template.versions[0]?.number ?? 0) + 1, fileName: input.fileName, bytes: input.bytes, decisions, open })
    await transaction.update('document_template', input.id, { current_version: versionId })
  })
}

/** Stores name, kind, note and validity. @throws OfficeError `conflict`, `not-found`, `invalid` for a validity that ends before it begins */
export async function updateTemplate(desk: OfficeDesk, id: string, version: number, fields: Partial<TemplateFields>): Promise<ChangeReceipt> {
  const template = await getTemplate(desk, id)
  const { validFrom, validUntil, kind } = { ...template, ...fields }
  if (validFrom !== null && validUntil !== null && validUntil < validFrom) {
    throw new OfficeError('invalid', { fields: { 'fields.validUntil': 'Das Ende liegt vor dem Beginn.' } })
  }
  const current = kind === template.kind ? null : await readVersion(desk.database.read, template.currentVersion)
  const bytes = current && (await readFile(desk.database.read, current.id))
  const open = current && bytes ? await openFaults(desk, kind, bytes, current.decisions) : null
  return change(desk, { id, version }, 'Vorlage geändert', async (transaction) => {
    await transaction.update('document_template', id, {
      ...(fields.name === undefined ? {} : { name: fields.name, name_key: sortKey(fields.name) }),
      kind: fields.kind, note: fields.note, valid_from: fields.validFrom, valid_until: fields.validUntil, follow_up_days: fields.followUpDays,
    })
    if (current && open !== null) await transaction.update('document_template_version', current.id, { open })
  }, `document-template:${id}`)
}

/** Stores what names mean and where things are put. @throws OfficeError `conflict`, `not-found` */
export async function decide(desk: OfficeDesk, id: string, version: number, decisions: Decisions): Promise<ChangeReceipt> {
  const { currentVersion, kind } = await getTemplate(desk, id)
  const bytes = (await readFile(desk.database.read, currentVersion)) ?? notFound()
  const open = await openFaults(desk, kind, bytes, decisions)
  return change(desk, { id, version }, 'Vorlage zugeordnet', (transaction) =>
    transaction.update('document_template_version', currentVersion, { decisions: JSON.stringify(decisions), open }))
}

/** Moves a template to the trash; letters that were written with it still open. @throws OfficeError `conflict`, `not-found` */
export async function removeTemplate(desk: OfficeDesk, id: string, version: number): Promise<ChangeReceipt> {
  return change(desk, { id, version }, 'Vorlage gelöscht', (transaction) => transaction.trash(ref(id), desk.person.id))
}

/** What the assistant says of the current version. @throws OfficeError `not-found` */
export async function studyTemplate(desk: OfficeDesk, id: string): Promise<OpenStudy> {
  const { currentVersion, kind, version } = await getTemplate(desk, id)
  const { decisions } = (await readVersion(desk.database.read, currentVersion)) ?? notFound()
  const bytes = (await readFile(desk.database.read, currentVersion)) ?? notFound()
  const { study } = prepareTemplate(bytes, kind, decisions, await readRemembered(desk.database.read, kind))
  return { ...study, decisions, version }
}

/** How many errors keep a template from being used. */
async function openFaults(desk: OfficeDesk, kind: DocumentKind, bytes: Uint8Array, decisions: Decisions): Promise<number> {
  const { study } = prepareTemplate(bytes, kind, decisions, await readRemembered(desk.database.read, kind))
  return study.faults.filter(({ level }) => level === 'error').length
}

interface NewVersion { id: string; templateId: string; number: number; fileName: string; bytes: Uint8Array; decisions: Decisions; open: number }

async function storeVersion(transaction: WriteTransaction<OfficeSchema>, desk: OfficeDesk, { bytes, ...version }: NewVersion): Promise<void> {
  await transaction.database.insertInto('document_template_file').values({ version_id: version.id, bytes }).execute()
  await transaction.insert('document_template_version', {
    id: version.id, template_id: version.templateId, number: version.number, file_name: version.fileName.slice(0, 255), size: bytes.length,
    hash: createHash('sha256').update(bytes).digest('hex'), decisions: JSON.stringify(version.decisions), open: version.open,
    added_at: transaction.now, added_by_name: desk.person.name,
  })
}

async function change(
  desk: OfficeDesk, { id, version }: { id: string; version: number }, label: string, work: (transaction: WriteTransaction<OfficeSchema>) => Promise<void>, coalesce?: string,
): Promise<ChangeReceipt> {
  const written = await desk.write({ label, record: ref(id), ...(coalesce === undefined ? {} : { coalesce }) }, async (transaction) => {
    await transaction.expectVersion(ref(id), version, () => readTemplate(transaction.database, id))
    await work(transaction)
  })
  return { change: written.change, version: written.versions.get(id) ?? version }
}

function ref(id: string) {
  return { type: 'document-template', id }
}

function notFound(): never {
  throw new OfficeError('not-found')
}
