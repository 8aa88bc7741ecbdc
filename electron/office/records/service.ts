import type { Kysely } from 'kysely'
import type { HistoryEntry, RecentChange, RecordRef, Side, TrashEntry } from '../../../shared/records/model.ts'
import { OfficeError } from '../../../shared/errors.ts'
import { recordHistory, recentChanges } from '../database/history.ts'
import type { MechanismSchema } from '../database/mechanism-schema.ts'
import { listTrash, restoreRecord } from '../database/trash.ts'
import { lastUndoable, undoGroup } from '../database/undo.ts'
import { mayBeSeenBy } from '../database/record-type.ts'
import type { CounsellingDesk, OfficeDesk, Session } from '../session.ts'

/** Every step of one record, the newest first. @throws OfficeError `forbidden` for a side without key or a type of another role */
export async function readHistory(session: Session, side: Side, record: RecordRef): Promise<HistoryEntry[]> {
  allowTypes(session, side, [record.type])
  return recordHistory(mechanisms(deskOf(session, side)), record)
}

/** The records that were worked on last, each once, with their titles. Trashed ones are left out. */
export async function readRecent(desk: OfficeDesk, limit: number): Promise<RecentChange[]> {
  const { database } = desk
  const changes: RecentChange[] = []
  for (const step of await recentChanges(mechanisms(desk), limit * 3)) {
    if (changes.length === limit) break
    const title = await database.types.titleOf(database.read, step.record)
    if (title !== null) changes.push({ ...step, side: database.side, title })
  }
  return changes
}

/** What a person is told of a step that was taken back. */
interface UndoneStep {
  action: string
  change: string | null
  side: Side
  /** Titles of records that were changed since and stay; a few of them by name, and how many there are. */
  kept: { titles: string[]; total: number }
}

const namedAtMost = 5

/** Takes back one step. @throws OfficeError `conflict`, `not-found`, `forbidden` */
export async function undo(session: Session, side: Side, change: string): Promise<UndoneStep> {
  const entries = await mechanisms(deskOf(session, side)).selectFrom('change_entry').select('record_type').distinct().where('group_id', '=', change).execute()
  allowTypes(session, side, entries.map((entry) => entry.record_type))
  const written =
    side === 'office'
      ? await undoGroup(session.office.database, session.person, change)
      : await undoGroup(counsellingDesk(session).database, session.person, change)
  const { action, kept } = written.value
  const titles: string[] = []
  for (const ref of kept.slice(0, namedAtMost)) {
    const { database } = deskOf(session, side)
    const title = await database.types.titleOf(database.read as never, ref)
    if (title !== null) titles.push(title)
  }
  return { action, change: written.change, side, kept: { titles, total: kept.length } }
}

/** Takes back the person's newest step since unlocking, on whichever side it was; null when there is none. */
export async function undoLast(session: Session): Promise<UndoneStep | null> {
  const candidates: { id: string; at: string; side: Side }[] = []
  for (const side of sidesOf(session)) {
    const group = await lastUndoable(mechanisms(deskOf(session, side)), session.person.id, session.since)
    if (group) candidates.push({ ...group, side })
  }
  const newest = candidates.sort((a, b) => b.at.localeCompare(a.at))[0]
  return newest ? undo(session, newest.side, newest.id) : null
}

/** What lies in the trash of the sides that the person may see, the last deleted first. */
export async function readTrash(session: Session): Promise<TrashEntry[]> {
  const office = await listTrash(session.office.database)
  const counselling = session.counselling ? await listTrash(session.counselling.database) : []
  const seen = [...office, ...counselling].filter(({ side, record }) => typesSeen(session, side).has(record.type))
  return seen.sort((a, b) => b.deletedAt.localeCompare(a.deletedAt))
}

/** Takes a record out of the trash. @throws OfficeError `not-found`, `forbidden` */
export async function restore(session: Session, side: Side, record: RecordRef): Promise<{ change: string | null }> {
  allowTypes(session, side, [record.type])
  const { change } =
    side === 'office'
      ? await restoreRecord(session.office.database, session.person, record)
      : await restoreRecord(counsellingDesk(session).database, session.person, record)
  return { change }
}

/** The types of records of an open side that the person's role may see. @throws OfficeError `forbidden` for a side without key */
export function typesSeen(session: Session, side: Side): Set<string> {
  return new Set(deskOf(session, side).database.types.all().filter((type) => mayBeSeenBy(type, session.person.role)).map(({ type }) => type))
}

/** The sides whose databases are open. */
export function sidesOf(session: Session): Side[] {
  return session.counselling ? ['office', 'counselling'] : ['office']
}

/** The desk of a side that a caller named. @throws OfficeError `forbidden` when the person has no key for it */
export function deskOf(session: Session, side: Side): OfficeDesk | CounsellingDesk {
  return side === 'office' ? session.office : counsellingDesk(session)
}

/** The tables that both sides have, read-only. */
export function mechanisms(desk: OfficeDesk | CounsellingDesk): Kysely<MechanismSchema> {
  return desk.database.read as unknown as Kysely<MechanismSchema>
}

/** @throws OfficeError `forbidden` when a type is there for another role; an unknown type is nobody's secret */
function allowTypes(session: Session, side: Side, types: readonly string[]): void {
  const known = deskOf(session, side).database.types
  const seen = typesSeen(session, side)
  if (types.some((type) => known.has(type) && !seen.has(type))) throw new OfficeError('forbidden')
}

function counsellingDesk(session: Session): CounsellingDesk {
  if (!session.counselling) throw new OfficeError('forbidden')
  return session.counselling
}
