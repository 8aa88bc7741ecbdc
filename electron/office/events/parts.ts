import { OfficeError } from '../../../shared/errors.ts'
import type { ChangeReceipt } from '../../../shared/records/model.ts'
import type { OfficeSchema } from '../database/office/schema.ts'
import type { ReadDatabase } from '../database/side.ts'
import type { OfficeDesk } from '../session.ts'
import { changeEvent, type EventTransaction } from './service.ts'

type Database = ReadDatabase<OfficeSchema>

/** One part of events: how it is read, written, and what its lines are. */
export interface EventPart<Content> {
  /** Names the step in the history: "Schichten geändert". */
  label: string
  /** One word, for steps that follow each other closely. */
  key: string
  read(database: Database, eventId: string): Promise<Content>
  /** @param personId whoever writes, for what goes to the trash along with a line */
  write(transaction: EventTransaction, eventId: string, content: Content, personId: string): Promise<void>
  /** Ids of all lines. */
  ids(content: Content): readonly string[]
}

/** A part with the version of its event. @throws OfficeError `not-found` */
export async function getPart<Content>(desk: OfficeDesk, part: EventPart<Content>, id: string): Promise<{ version: number; trashed: boolean; content: Content }> {
  const event = await desk.database.read.selectFrom('event').select(['version', 'deleted_at']).where('id', '=', id).executeTakeFirst()
  if (!event) throw new OfficeError('not-found')
  return { version: event.version, trashed: event.deleted_at !== null, content: await part.read(desk.database.read, id) }
}

/**
 * Stores a part. Typing joins the step before; a line that goes, and several that come at once, are a step of their own, so that undo
 * takes back just that.
 * @throws OfficeError `conflict`, `not-found`
 */
export async function savePart<Content>(desk: OfficeDesk, part: EventPart<Content>, id: string, version: number, content: Content): Promise<ChangeReceipt> {
  const before = new Set(part.ids(await part.read(desk.database.read, id)))
  const after = new Set(part.ids(content))
  const gone = [...before].some((each) => !after.has(each))
  const added = [...after].filter((each) => !before.has(each)).length
  const step = gone ? { label: `${part.label}: Eintrag entfernt` } : added > 1 ? { label: `${part.label}: ${added} Einträge hinzugefügt` } : { label: `${part.label} geändert`, coalesce: `${part.key}:${id}` }
  return changeEvent(desk, id, version, step, (transaction) => part.write(transaction, id, content, desk.person.id))
}
