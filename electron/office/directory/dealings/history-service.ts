import type { HistoryItem } from '../../../../shared/directory/dealings/contact-history.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import type { OfficeDesk } from '../../session.ts'
import type { HistorySource } from '../../contact-history-source.ts'
import { contactsAround } from './repository.ts'

/** More than this nobody reads in one sitting; the register of letters has the rest. */
const MOST = 200

/**
 * What the office and a contact had to do with each other, the newest first: for an organisation also what was with the
 * people in it, also with those who have left it since.
 * @throws OfficeError `not-found`
 */
export async function contactHistory(desk: OfficeDesk, contactId: string, sources: readonly HistorySource[]): Promise<HistoryItem[]> {
  const names = await contactsAround(desk.database.read, contactId)
  if (!names.has(contactId)) throw new OfficeError('not-found')
  const ids = [...names.keys()]
  const items = (await Promise.all(sources.map((source) => source.read(desk, ids, MOST)))).flat()
  return items
    .sort((a, b) => b.day.localeCompare(a.day) || b.key.localeCompare(a.key))
    .slice(0, MOST)
    .map((item) => ({ ...item, contactName: names.get(item.contactId) ?? '' }))
}
