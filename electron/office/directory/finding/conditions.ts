import { sql, type RawBuilder, type SqlBool } from 'kysely'
import { checkDueBefore, monthsBefore } from '../../../../shared/directory/details.ts'
import type { ContactFilter, Lack } from '../../../../shared/directory/filter.ts'
import type { ContactGroup, Within } from '../../../../shared/directory/list.ts'
import { normalisedWords } from '../../../../shared/search/normalise.ts'
import type { OfficeSchema } from '../../database/office/schema.ts'
import type { ReadDatabase } from '../../database/side.ts'
import { keyOf } from '../columns.ts'

/** A condition on `contact`. */
export type Condition = RawBuilder<SqlBool>

/*
 * Every condition is a set of contacts that one covering index gives by itself. The plus sign keeps SQLite from walking
 * through such a set: the order of the list stays in command, and each contact on the way is looked up in the set.
 */
const amongRows = (where: RawBuilder<unknown>): Condition => sql`+contact.rowid IN (SELECT rowid FROM contact WHERE deleted_at IS NULL AND ${where})`
const amongIds = (select: RawBuilder<unknown>): Condition => sql`+contact.id IN (SELECT contact_id FROM ${select})`
const anyOf = (values: readonly string[]) => sql.join([...values])
const startsWith = (column: string, text: string) => sql`${sql.ref(column)} >= ${text} AND ${sql.ref(column)} < ${`${text}\u{10ffff}`}`

/** What a filter asks for. Words in the titles of roles are looked up first, by folded spelling. */
export async function filterConditions(database: ReadDatabase<OfficeSchema>, filter: ContactFilter, today: string): Promise<Condition[]> {
  const role = filter.role || filter.roleTime ? [await roleCondition(database, filter, today)] : []
  return [...labelConditions(filter), ...columnConditions(filter, today), ...role, ...(filter.lacks ?? []).map((lack) => lackConditions[lack])]
}

/** Contacts of one group of the left side. */
export function groupCondition(group: ContactGroup, { kind, today, ordered }: { kind?: ContactFilter['kind'], today: string, ordered: boolean }): Condition {
  const wanted = group === 'person' || group === 'organisation' ? group : kind
  if (kind !== undefined && wanted !== kind) return sql`false`
  const column = ordered ? sql`contact.kind` : sql`+contact.kind`
  const ofKind: Condition = wanted === undefined ? sql`true` : sql`${column} = ${wanted}`
  return group === 'check' ? sql`${ofKind} AND +contact.checked_on < ${checkDueBefore(today)}` : ofKind
}

/** Contacts of one group of a grouped list. */
export function withinCondition({ by, key }: Within): Condition {
  if (by === 'place') return amongRows(sql`place_key = ${keyOf(key)}`)
  if (by === 'affiliation') return amongRows(sql`affiliation = ${key}`)
  if (by === 'type') {
    if (key === 'person') return sql`+contact.kind = 'person'`
    return key === '' ? amongRows(sql`type_code IS NULL AND kind = 'organisation'`) : amongRows(sql`type_code = ${key}`)
  }
  return key === '' ? withoutLabel(by) : withLabels(by, [key])
}

function labelConditions({ tags = [], tagMode, withoutTags = [], areas = [], languages = [] }: ContactFilter): Condition[] {
  const conditions = tagMode === 'all' ? tags.map((tag) => withLabels('tag', [tag])) : tags.length > 0 ? [withLabels('tag', tags)] : []
  if (withoutTags.length > 0) conditions.push(sql`NOT ${withLabels('tag', withoutTags)}`)
  if (areas.length > 0) conditions.push(withLabels('area', areas))
  if (languages.length > 0) conditions.push(withLabels('language', languages))
  return conditions
}

function columnConditions(filter: ContactFilter, today: string): Condition[] {
  const conditions: Condition[] = []
  if (filter.types?.length) conditions.push(amongRows(sql`type_code IN (${anyOf(filter.types)})`))
  if (filter.places?.length) conditions.push(amongRows(sql`place_key IN (${anyOf(filter.places.map(keyOf))})`))
  if (filter.affiliations?.length) conditions.push(amongRows(sql`affiliation IN (${anyOf(filter.affiliations)})`))
  if (filter.publications?.length) conditions.push(amongRows(sql`publication IN (${anyOf(filter.publications)})`))
  if (filter.postalCode) conditions.push(amongIds(sql`contact_address WHERE ${startsWith('postal_code', filter.postalCode.trim())}`))
  if (filter.ags) conditions.push(amongRows(startsWith('ags', filter.ags.replace(/\s/gu, ''))))
  if (filter.checkedBefore) conditions.push(amongRows(sql`checked_on < ${filter.checkedBefore}`))
  if (filter.uncheckedMonths) conditions.push(amongRows(sql`checked_on < ${monthsBefore(today, filter.uncheckedMonths)}`))
  if (filter.purposes?.length) conditions.push(amongIds(sql`contact_purpose WHERE purpose IN (${anyOf(filter.purposes)})`))
  if (filter.consentExpired) conditions.push(amongIds(sql`contact_purpose WHERE consent_until < ${today} OR revoked_on <= ${today}`))
  return conditions
}

const lackConditions: Record<Lack, Condition> = {
  email: withoutChannel(['email']),
  phone: withoutChannel(['phone', 'mobile']),
  address: amongRows(sql`place_key = ${keyOf('')}`),
  tag: withoutLabel('tag'),
  area: withoutLabel('area'),
  language: withoutLabel('language'),
  type: amongRows(sql`type_code IS NULL AND kind = 'organisation'`),
  role: sql`NOT EXISTS (SELECT 1 FROM contact_role WHERE contact_id = contact.id) AND NOT EXISTS (SELECT 1 FROM contact_role WHERE organisation_id = contact.id)`,
  purpose: sql`NOT EXISTS (SELECT 1 FROM contact_purpose WHERE contact_id = contact.id)`,
  check: amongRows(sql`checked_on = ''`),
}

function withLabels(kind: 'tag' | 'area' | 'language', labels: readonly string[]): Condition {
  return amongIds(sql`contact_label WHERE kind = ${kind} AND label IN (${anyOf(labels)})`)
}

function withoutLabel(kind: 'tag' | 'area' | 'language'): Condition {
  return sql`NOT EXISTS (SELECT 1 FROM contact_label WHERE contact_id = contact.id AND kind = ${kind})`
}

function withoutChannel(kinds: readonly string[]): Condition {
  return sql`NOT EXISTS (SELECT 1 FROM contact_channel WHERE contact_id = contact.id AND kind IN (${anyOf(kinds)}))`
}

async function roleCondition(database: ReadDatabase<OfficeSchema>, { role = '', roleTime = 'current' }: ContactFilter, today: string): Promise<Condition> {
  const held = roleTime === 'any' ? sql`true` : roleTime === 'current' ? sql`(ended_on IS NULL OR ended_on > ${today})` : sql`ended_on <= ${today}`
  const wanted = normalisedWords(role)
  if (wanted.length === 0) return amongIds(sql`contact_role WHERE ${held}`)
  const titles = await titlesStatement(database).execute()
  const fitting = titles.map(({ title }) => title).filter((title) => {
    const words = normalisedWords(title)
    return wanted.every((start) => words.some((word) => word.startsWith(start)))
  })
  return amongIds(sql`contact_role WHERE title IN (${anyOf(fitting)}) AND ${held}`)
}

/** Every title that a role has, each once. */
export function titlesStatement(database: ReadDatabase<OfficeSchema>) {
  return database.selectFrom('contact_role').select('title').distinct()
}
