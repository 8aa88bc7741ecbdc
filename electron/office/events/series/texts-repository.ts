import type { SeriesTexts } from '../../../../shared/events/series/model.ts'
import type { OfficeSchema } from '../../database/office/schema.ts'
import type { ReadDatabase } from '../../database/side.ts'

/** What the booklet of a new series says so far. */
export const newTexts = textsColumns({ textLimit: 600, greeting: '', greetingBy: '', sponsors: '', imprint: '' })

/** What the booklet of a series says beside its events; null if there is no such series. */
export async function readTexts(database: ReadDatabase<OfficeSchema>, seriesId: string): Promise<(SeriesTexts & { version: number }) | null> {
  const row = await database.selectFrom('event_series').select(['version', 'text_limit', 'greeting', 'greeting_by', 'sponsors', 'imprint']).where('id', '=', seriesId).executeTakeFirst()
  return row ? { version: row.version, textLimit: row.text_limit, greeting: row.greeting, greetingBy: row.greeting_by, sponsors: row.sponsors, imprint: row.imprint } : null
}

/** Columns of these texts. */
export function textsColumns({ textLimit, greeting, greetingBy, sponsors, imprint }: SeriesTexts) {
  return { text_limit: textLimit, greeting, greeting_by: greetingBy, sponsors, imprint }
}
