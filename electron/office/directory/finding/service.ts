import type { ContactSelection } from '../../../../shared/directory/list.ts'
import { compareNames } from '../../../../shared/directory/names.ts'
import { findSimilar } from '../../database/similar-spelling.ts'
import type { OfficeDesk } from '../../session.ts'
import { countSelection } from '../list-repository.ts'
import { titlesStatement } from './conditions.ts'

/** How many contacts of a list would be found with one letter changed in a word, and which words those are. */
export async function findSimilarContacts(desk: OfficeDesk, selection: ContactSelection): Promise<{ total: number, words: string[] }> {
  const { total } = await countSelection(desk.database.read, { ...selection, spelling: 'similar' })
  if (total === 0) return { total, words: [] }
  const { words } = await findSimilar(desk.database.read, selection.query ?? '', { type: 'contact', limit: 1 })
  return { total, words }
}

/** Every place of the list and every title of a role, in alphabetical order. */
export async function findOffers({ database: { read } }: OfficeDesk): Promise<{ places: string[], roles: string[] }> {
  const places = await read.selectFrom('contact').select('list_place').distinct().where('deleted_at', 'is', null).where('list_place', '<>', '').execute()
  const roles = await titlesStatement(read).where('title', '<>', '').execute()
  return { places: places.map(({ list_place }) => list_place).sort(compareNames), roles: roles.map(({ title }) => title).sort(compareNames) }
}
