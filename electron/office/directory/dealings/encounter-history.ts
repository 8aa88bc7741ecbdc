import type { HistorySource } from '../../contact-history-source.ts'
import { readEncounters } from './repository.ts'

/** What was entered by hand. */
export const encounterHistory: HistorySource = {
  async read(desk, contactIds, limit) {
    const encounters = await readEncounters(desk.database.read, contactIds, limit)
    return encounters.map(({ id, contactId, day, kind, text, authorName }) =>
      ({ key: `encounter:${id}`, day, kind, title: '', text, authorName, contactId, record: null }))
  },
}
