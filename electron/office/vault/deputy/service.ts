import { randomUUID } from 'node:crypto'
import { OfficeError } from '../../../../shared/errors.ts'
import type { ArrangementTerms, HolderSheet, Opening } from '../../../../shared/vault/deputy-contract.ts'
import type { KeyName } from '../../../../shared/vault/roles.ts'
import type { CounsellingDesk, Session } from '../../session.ts'
import { arrangeDeputy, draftCodes, revokeArrangement } from '../deputies.ts'
import { removePerson } from '../people.ts'
import { requireAuthority, sessionPerson, type VaultSession } from '../session.ts'
import { assertSheetsProved, draftOfCodes, type DeputyDraft } from './sheets.ts'

/** Codes that wait for their proof; they go with the session that drafted them. */
const drafts = new WeakMap<VaultSession, DeputyDraft>()
const openingsShown = 50

/** What is arranged, and who was let in. @throws VaultError `forbidden` for anybody but the Leitung */
export async function deputyOverview(session: Session, vault: VaultSession, now = Date.now()) {
  requireAuthority(vault)
  const { arrangement, people } = vault.file.list
  const desk = deskOf(session)
  const rows = await desk.database.read.selectFrom('deputy_opening').selectAll().orderBy('opened_at', 'desc').limit(openingsShown).execute()
  const openings: Opening[] = []
  for (const row of rows) {
    openings.push({
      id: row.id, personName: row.person_name, holders: JSON.parse(row.holders) as string[], reason: row.reason,
      openedAt: row.opened_at, until: row.until, endedAt: row.ended_at, seenAt: row.seen_at,
      active: row.ended_at === null && Date.parse(row.until) > now && people.some(({ id }) => id === row.id),
      steps: (await stepsOf(session.office, row.id)) + (await stepsOf(desk, row.id)),
      cases: await openedCases(desk, row.id),
    })
  }
  return {
    arrangement: arrangement ? { holders: arrangement.holders.map(({ name }) => name), createdAt: arrangement.createdAt, validUntil: arrangement.validUntil, longestDays: arrangement.longestDays } : null,
    openings,
  }
}

/** Drafts codes for holders. @throws VaultError `forbidden`, `invalid`, `conflict` / `name-taken` */
export function draftArrangement(vault: VaultSession, terms: ArrangementTerms): HolderSheet[] {
  requireAuthority(vault)
  const draft = draftOfCodes(draftCodes(terms.holders), terms)
  drafts.set(vault, draft)
  return [...draft.sheets]
}

/** The codes that wait for their proof. @throws OfficeError `not-found` */
export function drafted(vault: VaultSession): DeputyDraft {
  const draft = drafts.get(vault)
  if (!draft) throw new OfficeError('not-found', { detail: 'Diese Blätter werden nicht mehr angezeigt.' })
  return draft
}

/** Makes drafted codes valid. What was arranged before is revoked with that. @throws OfficeError `invalid`, `not-found` */
export async function confirmArrangement(session: Session, vault: VaultSession, typed: readonly string[]): Promise<void> {
  requireAuthority(vault)
  const draft = drafted(vault)
  assertSheetsProved(draft, typed)
  const desk = deskOf(session)
  const former = vault.file.list.arrangement?.id
  const id = randomUUID()
  // Known to the database first: an arrangement that it doesn't know opens nothing.
  await desk.database.writeUnlogged((database) => database.insertInto('deputy_arrangement').values({
    id, made_at: new Date().toISOString(), made_by_name: desk.person.name, holders: JSON.stringify(draft.codes.map(({ name }) => name)),
    valid_until: draft.validUntil, revoked_at: null, revoked_by_name: null,
  }).execute())
  await arrangeDeputy(vault, draft.codes, { validUntil: draft.validUntil, longestDays: draft.terms.longestDays }, id)
  if (former) await noteRevocation(desk, former)
  drafts.delete(vault)
}

/** Ends what is arranged. @throws VaultError `forbidden`; OfficeError `not-found` */
export async function revoke(session: Session, vault: VaultSession): Promise<void> {
  requireAuthority(vault)
  const former = vault.file.list.arrangement?.id
  if (!former) throw new OfficeError('not-found')
  await noteRevocation(deskOf(session), former)
  await revokeArrangement(vault)
}

/** Ends a deputy's access. @returns the keys that the deputy held */
export async function endDeputy(session: Session, vault: VaultSession, id: string): Promise<KeyName[]> {
  requireAuthority(vault)
  await noteEnd(deskOf(session), id)
  return vault.file.list.people.some((person) => person.id === id && person.admission) ? [...(await removePerson(vault, id))] : []
}

/** Notes that a deputy's access has ended; nothing where the person was none. */
export async function noteEnd(desk: CounsellingDesk | null, id: string): Promise<void> {
  await desk?.database.writeUnlogged((database) =>
    database.updateTable('deputy_opening').set({ ended_at: new Date().toISOString(), ended_by_name: desk.person.name }).where('id', '=', id).where('ended_at', 'is', null).execute())
}

/** Notes that the Leitung has seen an opening. @throws VaultError `forbidden` */
export async function acknowledge(session: Session, vault: VaultSession, id: string): Promise<void> {
  requireAuthority(vault)
  const desk = deskOf(session)
  await desk.database.writeUnlogged((database) =>
    database.updateTable('deputy_opening').set({ seen_at: new Date().toISOString(), seen_by_name: sessionPerson(vault)?.name ?? desk.person.name }).where('id', '=', id).where('seen_at', 'is', null).execute())
}

async function noteRevocation(desk: CounsellingDesk, id: string): Promise<void> {
  await desk.database.writeUnlogged((database) =>
    database.updateTable('deputy_arrangement').set({ revoked_at: new Date().toISOString(), revoked_by_name: desk.person.name }).where('id', '=', id).where('revoked_at', 'is', null).execute())
}

async function stepsOf({ database }: Pick<Session['office'], 'database'> | Pick<CounsellingDesk, 'database'>, personId: string): Promise<number> {
  const read = database.read as Session['office']['database']['read']
  const { n } = await read.selectFrom('change_group').select(({ fn }) => fn.countAll<number>().as('n')).where('person_id', '=', personId).executeTakeFirstOrThrow()
  return Number(n)
}

async function openedCases({ database }: CounsellingDesk, personId: string): Promise<Opening['cases']> {
  return database.read.selectFrom('access_log').innerJoin('counselling_case', 'counselling_case.id', 'access_log.case_id')
    .select(['counselling_case.number', 'access_log.at', 'access_log.reason']).where('access_log.person_id', '=', personId).where('access_log.kind', '=', 'deputy')
    .orderBy('access_log.id').execute()
}

function deskOf({ counselling }: Session): CounsellingDesk {
  if (!counselling) throw new OfficeError('forbidden')
  return counselling
}
