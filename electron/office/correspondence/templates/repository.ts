import { sql } from 'kysely'
import { normalName } from '../../../../shared/correspondence/templates/fields.ts'
import { documentKindSchema, type DocumentKind } from '../../../../shared/correspondence/templates/kinds.ts'
import { decisionsSchema, type Decisions, type Template } from '../../../../shared/correspondence/templates/model.ts'
import { groupBy } from '../../../../shared/group-by.ts'
import type { OfficeSchema } from '../../database/office/schema.ts'
import type { ReadDatabase } from '../../database/side.ts'

type Database = ReadDatabase<OfficeSchema>

/** A version of a template with everything that filling it needs. */
export interface StoredVersion {
  id: string
  templateId: string
  number: number
  kind: DocumentKind
  fileName: string
  decisions: Decisions
  /** Increases with every decision about the template. */
  recordVersion: number
  open: number
}

const shownLetters = 20

/** One template with its versions and the letters that were written with it, trashed or not; null if there is none. */
export async function readTemplate(database: Database, id: string): Promise<Template | null> {
  const row = await database.selectFrom('document_template').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return null
  const versions = await database.selectFrom('document_template_version').selectAll().where('template_id', '=', id).orderBy('number', 'desc').execute()
  const ids = versions.map((version) => version.id)
  const used = await usesOf(database, ids)
  const letters = await database.selectFrom('letter').select(['id', 'number', 'subject', 'template'])
    .where('template', 'in', ids).where('deleted_at', 'is', null).orderBy('id', 'desc').limit(shownLetters).execute()
  const numbers = new Map(versions.map((version) => [version.id, version.number]))
  return {
    id, version: row.version, name: row.name, kind: documentKindSchema.parse(row.kind), note: row.note, validFrom: row.valid_from, validUntil: row.valid_until, followUpDays: row.follow_up_days,
    trashed: row.deleted_at !== null, currentVersion: row.current_version,
    versions: versions.map((version) => ({
      id: version.id, number: version.number, fileName: version.file_name, size: version.size, hash: version.hash, addedAt: version.added_at,
      addedByName: version.added_by_name, used: used.get(version.id) ?? 0,
    })),
    letters: letters.map((letter) => ({ id: letter.id, number: letter.number, subject: letter.subject, versionNumber: numbers.get(letter.template) ?? 0 })),
  }
}

/** The templates that aren't in the trash with their current versions, by name. */
export async function readTemplates(database: Database) {
  const rows = await database.selectFrom('document_template as template')
    .innerJoin('document_template_version as version', 'version.id', 'template.current_version')
    .select(['template.id', 'template.name', 'template.kind', 'template.valid_from', 'template.valid_until', 'template.follow_up_days', 'version.id as ref', 'version.number', 'version.open'])
    .where('template.deleted_at', 'is', null).orderBy('template.name_key').execute()
  const all = await database.selectFrom('document_template_version').select(['id', 'template_id']).execute()
  const uses = await usesOf(database, all.map(({ id }) => id))
  const versions = groupBy(all, (version) => version.template_id)
  return rows.map((row) => {
    const ids = (versions.get(row.id) ?? []).map(({ id }) => id)
    return { ...row, earlier: ids.filter((id) => id !== row.ref), used: ids.reduce((sum, id) => sum + (uses.get(id) ?? 0), 0) }
  })
}

/** How many letters were written with each version. */
async function usesOf(database: Database, versions: readonly string[]): Promise<Map<string, number>> {
  if (versions.length === 0) return new Map()
  const rows = await database.selectFrom('letter').select((eb) => ['template', eb.fn.countAll<number>().as('used')])
    .where('template', 'in', versions).where('deleted_at', 'is', null).groupBy('template').execute()
  return new Map(rows.map(({ template, used }) => [template, used]))
}

/** A version by its id, also of a template in the trash; null if there is none. */
export async function readVersion(database: Database, versionId: string): Promise<StoredVersion | null> {
  const row = await database.selectFrom('document_template_version as version')
    .innerJoin('document_template as template', 'template.id', 'version.template_id')
    .select(['version.id', 'version.template_id', 'version.number', 'version.file_name', 'version.decisions', 'version.open', 'template.kind', 'template.version as record_version'])
    .where('version.id', '=', versionId).executeTakeFirst()
  return row ? {
    id: row.id, templateId: row.template_id, number: row.number, fileName: row.file_name, open: row.open, recordVersion: row.record_version,
    kind: documentKindSchema.parse(row.kind), decisions: decisionsSchema.parse(JSON.parse(row.decisions)),
  } : null
}

/** The file of a version as it came in; null if there is none. */
export async function readFile(database: Database, versionId: string): Promise<Uint8Array | null> {
  const row = await database.selectFrom('document_template_file').select('bytes').where('version_id', '=', versionId).executeTakeFirst()
  return row?.bytes ?? null
}

/** What was decided about names in other templates of a kind: field by normal name, the latest decision first. */
export async function readRemembered(database: Database, kind: DocumentKind): Promise<Map<string, string>> {
  const rows = await database.selectFrom('document_template_version as version')
    .innerJoin('document_template as template', 'template.id', 'version.template_id')
    .select('version.decisions').where('template.kind', '=', kind).where('template.deleted_at', 'is', null).where('version.decisions', '!=', '{}')
    .orderBy(sql`version.id`, 'asc').execute()
  const remembered = new Map<string, string>()
  for (const row of rows) {
    for (const [name, field] of Object.entries(decisionsSchema.parse(JSON.parse(row.decisions)).names)) if (field !== '') remembered.set(normalName(name), field)
  }
  return remembered
}
