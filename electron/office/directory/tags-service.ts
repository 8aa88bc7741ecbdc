import type { OfficeDesk } from '../session.ts'
import { compareNames } from '../../../shared/directory/names.ts'
import { labelRows } from './columns.ts'
import { presentIds, tagsInUse } from './repository.ts'

/** Contacts between two moments in which the process answers other calls. */
const CONTACTS_PER_BREATH = 200

/** All tags in use, in alphabetical order. */
export async function findTags(desk: OfficeDesk): Promise<string[]> {
  return (await tagsInUse(desk.database.read)).sort(compareNames)
}

/** Gives contacts tags and takes others off, as one step; those in the trash are passed over, and so is what is so already. */
export async function changeTags(
  desk: OfficeDesk, ids: readonly string[], { add, remove }: { add: readonly string[], remove: readonly string[] },
): Promise<{ change: string | null, contacts: number }> {
  const single = ids.length === 1 && ids[0] !== undefined ? { record: { type: 'contact', id: ids[0] } } : {}
  const label = ids.length === 1 ? 'Schlagwörter geändert' : `Schlagwörter von ${ids.length} Kontakten geändert`
  const written = await desk.write({ label, ...single }, async (transaction) => {
    const present = await presentIds(transaction.database, ids)
    for (const [index, id] of present.entries()) {
      for (const row of labelRows(id, { tags: [...add], areas: [], languages: [] })) {
        if (!(await transaction.row('contact_label', row.id))) await transaction.insert('contact_label', row)
      }
      for (const row of labelRows(id, { tags: remove.filter((tag) => !add.includes(tag)), areas: [], languages: [] })) {
        await transaction.remove('contact_label', row.id)
      }
      if (index % CONTACTS_PER_BREATH === 0) await new Promise((resolve) => setImmediate(resolve))
    }
    return present.length
  })
  return { change: written.change, contacts: written.value }
}
