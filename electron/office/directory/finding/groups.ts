import { sql } from 'kysely'
import { groupingLabel } from '../../../../shared/directory/finding/grouping.ts'
import type { ContactGrouping, ContactSelection } from '../../../../shared/directory/list.ts'
import { compareNames } from '../../../../shared/directory/names.ts'
import type { OfficeSchema } from '../../database/office/schema.ts'
import type { ReadDatabase } from '../../database/side.ts'
import { prepare, selectedContacts, type Prepared } from '../list-repository.ts'

type Database = ReadDatabase<OfficeSchema>

/** One group of a grouped list; an empty key holds those that have none of it. */
export interface GroupCount {
  key: string
  total: number
}

/** The groups of a selection with how many contacts each has, in German alphabetical order, those without any last. */
export async function groupCounts(database: Database, selection: ContactSelection, by: ContactGrouping): Promise<GroupCount[]> {
  const prepared = await prepare(database, selection)
  if (prepared === null) return []
  const rows = await groupStatement(database, prepared, by).execute()
  const groups = by === 'place' ? rows.map(({ key, total }) => ({ key: placeOfKey(key), total })) : rows
  if (by === 'area' || by === 'tag' || by === 'language') {
    const without = await selectedContacts(database, prepared, true).select((eb) => eb.fn.countAll<number>().as('total'))
      .where(sql<boolean>`NOT EXISTS (SELECT 1 FROM contact_label WHERE contact_id = contact.id AND kind = ${by})`).executeTakeFirstOrThrow()
    if (without.total > 0) groups.push({ key: '', total: without.total })
  }
  const labelled = groups.map((group) => ({ group, label: groupingLabel(by, group.key) }))
  return labelled.sort((a, b) => Number(a.group.key === '') - Number(b.group.key === '') || compareNames(a.label, b.label)).map(({ group }) => group)
}

/** The statement that counts the groups, those of none left out where labels are counted. */
export function groupStatement(database: Database, prepared: Prepared, by: ContactGrouping) {
  const counted = selectedContacts(database, prepared, true)
  if (by === 'type') {
    return counted.select([sql<string>`CASE contact.kind WHEN 'person' THEN 'person' ELSE coalesce(contact.type_code, '') END`.as('key'), (eb) => eb.fn.countAll<number>().as('total')])
      .groupBy('key')
  }
  if (by === 'place') return counted.select(['contact.place_key as key', (eb) => eb.fn.countAll<number>().as('total')]).groupBy('contact.place_key')
  if (by === 'affiliation') return counted.select([sql<string>`contact.affiliation`.as('key'), (eb) => eb.fn.countAll<number>().as('total')]).groupBy('contact.affiliation')
  return counted.innerJoin('contact_label as held', 'held.contact_id', 'contact.id').where('held.kind', '=', by)
    .select(['held.label as key', (eb) => eb.fn.countAll<number>().as('total')]).groupBy('held.label')
}

/** The place as written, from the key under which it is sorted. */
function placeOfKey(key: string): string {
  return key.split('\u0001')[1] ?? ''
}
