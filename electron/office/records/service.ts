import type { Kysely } from 'kysely'
import type { HistoryEntry, RecentChange, RecordRef, Side, TrashEntry } from '../../../shared/records/model.ts'
import { OfficeError } from '../../../shared/errors.ts'
import { groupBy } from '../../../shared/group-by.ts'
import { recordHistory, recentChanges } from '../database/history.ts'
import { isDivisible } from '../database/change-log.ts'
import type { Written } from '../database/side.ts'
import type { MechanismSchema } from '../database/mechanism-schema.ts'
import { listTrash, restoreRecord } from '../database/trash.ts'
import { changedAfter, lastUndoable, stepsAlong, undoGroup, type Undone } from '../database/undo.ts'
import { mayBeSeenBy, type RecordType } from '../database/record-type.ts'
import type { CounsellingDesk, OfficeDesk, Session } from '../session.ts'

/** Every step of one record, the newest first. @throws OfficeError `forbidden` for a record that the person may not see */
export async function readHistory(session: Session, side: Side, record: RecordRef): Promise<HistoryEntry[]> {
  allowTypes(session, side, [record.type])
  if (typeOf(session, side, record.type)?.sealed) throw new OfficeError('forbidden')
  await expectSeen(session, side, record)
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

/**
 * Takes back one step. Where records belong to one person among those who hold the key, only the Leitung takes back a step of
 * somebody else: undoing a hand-over would be a way to somebody else's case. Likewise a step of many records, as an import: what
 * belongs to it may lie on the other side, for which another person lacks the key.
 * @throws OfficeError `conflict`, `not-found`, `forbidden`
 */
export async function undo(session: Session, side: Side, change: string): Promise<UndoneStep> {
  const entries = await mechanisms(deskOf(session, side)).selectFrom('change_entry').select('record_type').distinct().where('group_id', '=', change).execute()
  allowTypes(session, side, entries.map((entry) => entry.record_type))
  if (session.person.role !== 'leitung' && entries.some((entry) => typeOf(session, side, entry.record_type)?.seenBy)) {
    const step = await mechanisms(deskOf(session, side)).selectFrom('change_group').select('person_id').where('id', '=', change).executeTakeFirst()
    if (step && step.person_id !== session.person.id) throw new OfficeError('forbidden', { detail: 'Schritte anderer Personen nimmt hier nur die Leitung zurück.' })
  }
  await expectOwnBulk(session, side, change)
  const written = side === 'office' ? await undoWithAlong(session, change) : await undoGroup(counsellingDesk(session).database, session.person, change)
  const { action, kept } = written.value
  const titles: string[] = []
  for (const ref of kept.slice(0, namedAtMost)) {
    const { database } = deskOf(session, side)
    const title = await database.types.titleOf(database.read as never, ref)
    if (title !== null) titles.push(title)
  }
  return { action, change: written.change, side, kept: { titles, total: kept.length } }
}

/** @throws OfficeError `forbidden` for another person's step of many records, except for the Leitung */
async function expectOwnBulk(session: Session, side: Side, change: string): Promise<void> {
  if (session.person.role === 'leitung') return
  const step = await mechanisms(deskOf(session, side)).selectFrom('change_group').select(['person_id', 'coalesce_key']).where('id', '=', change).executeTakeFirst()
  if (step && step.person_id !== session.person.id && isDivisible(step.coalesce_key)) {
    throw new OfficeError('forbidden', { detail: 'Importe anderer Personen nimmt nur die Leitung zurück.' })
  }
}

/**
 * Takes back a step of the office side, and with it what belongs to it on the other side: the protected notes of an import. A
 * contact whose note was changed since stays, so that no note is left without its contact; the note of a contact that stays, too.
 */
async function undoWithAlong({ office, counselling, person }: Session, change: string): Promise<Written<Undone>> {
  if (!counselling) return undoGroup(office.database, person, change)
  const log = mechanisms(counselling)
  const along = await stepsAlong(log, change)
  const stay = new Set<string>()
  for (const step of along) for (const id of await changedAfter(log, step)) stay.add(id)
  const written = await undoGroup(office.database, person, change, { stay })
  const kept = new Set(written.value.kept.map(({ id }) => id))
  for (const step of along) {
    try {
      await undoGroup(counselling.database, person, step, { stay: kept, along: written.change ?? undefined })
    } catch (error) {
      // All of its records stay.
      if (!(error instanceof OfficeError && error.code === 'conflict')) throw error
    }
  }
  return written
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
  const seen = [...await seenOf(session, 'office', office), ...await seenOf(session, 'counselling', counselling)]
  return seen.sort((a, b) => b.deletedAt.localeCompare(a.deletedAt))
}

/** Takes a record out of the trash. @throws OfficeError `not-found`, `forbidden` */
export async function restore(session: Session, side: Side, record: RecordRef): Promise<{ change: string | null }> {
  allowTypes(session, side, [record.type])
  await expectSeen(session, side, record)
  const { change } =
    side === 'office'
      ? await restoreRecord(session.office.database, session.person, record)
      : await restoreRecord(counsellingDesk(session).database, session.person, record)
  return { change }
}

/** The types of records of an open side that lists may show to the person's role. @throws OfficeError `forbidden` for a side without key */
export function typesSeen(session: Session, side: Side): Set<string> {
  const types = deskOf(session, side).database.types.all()
  return new Set(types.filter((type) => !type.sealed && mayBeSeenBy(type, session.person.role)).map(({ type }) => type))
}

/** Of these entries of a list, those whose record the person may see. */
export async function seenOf<Entry extends { record: RecordRef }>(session: Session, side: Side, entries: readonly Entry[]): Promise<Entry[]> {
  if (entries.length === 0) return []
  const types = typesSeen(session, side)
  const seen = new Map<string, ReadonlySet<string>>()
  for (const [type, of] of groupBy(entries, ({ record }) => record.type)) {
    const ids = of.map(({ record }) => record.id)
    const { database } = deskOf(session, side)
    seen.set(type, await typeOf(session, side, type)?.seenBy?.(database.read as never, session.person, ids) ?? new Set(ids))
  }
  return entries.filter(({ record }) => types.has(record.type) && seen.get(record.type)?.has(record.id))
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

/** The type by its name, undefined where there is none. */
function typeOf(session: Session, side: Side, name: string): RecordType<never> | undefined {
  const { types } = deskOf(session, side).database
  return types.has(name) ? (types.get(name) as unknown as RecordType<never>) : undefined
}

/** @throws OfficeError `forbidden` for a record that belongs to somebody else */
async function expectSeen(session: Session, side: Side, record: RecordRef): Promise<void> {
  const type = typeOf(session, side, record.type)
  if (!type?.seenBy) return
  const seen = await type.seenBy(deskOf(session, side).database.read as never, session.person, [record.id])
  if (!seen.has(record.id)) throw new OfficeError('forbidden')
}

/** @throws OfficeError `forbidden` when a type is there for another role; an unknown type is nobody's secret */
function allowTypes(session: Session, side: Side, types: readonly string[]): void {
  const known = deskOf(session, side).database.types
  if (types.some((type) => known.has(type) && !mayBeSeenBy(known.get(type) as never, session.person.role))) throw new OfficeError('forbidden')
}

function counsellingDesk(session: Session): CounsellingDesk {
  if (!session.counselling) throw new OfficeError('forbidden')
  return session.counselling
}
