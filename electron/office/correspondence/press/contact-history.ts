import { germanDate } from '../../../../shared/dates.ts'
import type { HistorySource, SourceItem } from '../../contact-history-source.ts'

/** Releases that contacts got, and what they published. */
export const pressHistory: HistorySource = {
  async read(desk, contactIds, limit) {
    const database = desk.database.read
    const deliveries = await database.selectFrom('press_delivery').innerJoin('press_release', 'press_release.id', 'press_delivery.release_id').innerJoin('letter', 'letter.id', 'press_release.letter_id')
      .select(['press_delivery.id', 'contact_id', 'press_delivery.sent_on', 'release_id', 'subject', 'number']).where('contact_id', 'in', contactIds).where('press_release.deleted_at', 'is', null)
      .orderBy('press_delivery.sent_on', 'desc').limit(limit).execute()
    const clippings = await database.selectFrom('clipping').select(['id', 'medium_id', 'author_id', 'medium_name', 'title', 'published_on']).where('deleted_at', 'is', null)
      .where((eb) => eb.or([eb('medium_id', 'in', contactIds), eb('author_id', 'in', contactIds)])).orderBy('published_on', 'desc').limit(limit).execute()
    const items: SourceItem[] = [
      ...deliveries.map((row) => ({
        key: `delivery:${row.id}`, day: row.sent_on, kind: 'mail' as const, title: row.subject, text: `Pressemitteilung ${row.number}`, authorName: '', contactId: row.contact_id ?? '',
        record: { type: 'press-release', id: row.release_id },
      })),
      ...clippings.map((row) => ({
        key: `clipping:${row.id}`, day: row.published_on, kind: 'mail' as const, title: row.title, text: `Pressebericht: ${row.medium_name}, ${germanDate(row.published_on)}`, authorName: '',
        contactId: contactIds.find((id) => id === row.author_id || id === row.medium_id) ?? '', record: { type: 'clipping', id: row.id },
      })),
    ]
    return items.toSorted((a, b) => (a.day < b.day ? 1 : -1)).slice(0, limit)
  },
}
