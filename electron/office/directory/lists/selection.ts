import type { ContactSelection } from '../../../../shared/directory/lists/model.ts'
import type { OfficeSchema } from '../../database/office/schema.ts'
import type { ReadDatabase } from '../../database/side.ts'
import { listContacts } from '../list-repository.ts'

const PAGE = 500

/** The ids of all contacts that a selection describes, in the order of their names. */
export async function selectedIds(database: ReadDatabase<OfficeSchema>, selection: ContactSelection): Promise<string[]> {
  const ids: string[] = []
  for (;;) {
    const { contacts } = await listContacts(database, { ...selection, sort: 'name', descending: false, offset: ids.length, limit: PAGE })
    ids.push(...contacts.map(({ id }) => id))
    if (contacts.length < PAGE) return ids
  }
}
