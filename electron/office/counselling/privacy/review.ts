import { reviewGroups, type CaseReviewGroup, type DisposalItem, type DisposalTarget } from '../../../../shared/counselling/privacy/model.ts'
import { anonymousRetention, caseRetention, isFinalDecision, retentionRules, trashRetention } from '../../../../shared/counselling/privacy/rules.ts'
import { germanDate, isoDay } from '../../../../shared/dates.ts'
import type { CounsellingDesk } from '../../session.ts'
import { seenCases } from '../access/repository.ts'
import { readPractice } from './practice-service.ts'
import { detailsOf, factsOf, isHeld, readProposals, readPurposes, tasksOf, type PrivacyRow } from './repository.ts'
import { shownRetention } from './state-service.ts'

type Groups = Record<CaseReviewGroup, DisposalItem[]>

/**
 * A page of what is to be looked at, and how many each group has. Proposes and never acts by itself.
 * @param group null for the first that has something in it
 */
export async function findReview(
  desk: CounsellingDesk, { group: wanted, offset, limit }: { group: CaseReviewGroup | null; offset: number; limit: number },
): Promise<{ group: CaseReviewGroup; items: DisposalItem[]; counts: Record<CaseReviewGroup, number> }> {
  const items = await allItems(desk)
  const groups: Groups = {
    due: items.filter((item) => item.mine && item.retention.over && item.holds === 0 && item.proposal === null),
    proposed: items.filter((item) => item.proposal !== null),
    held: items.filter((item) => item.mine && item.holds > 0),
    restricted: items.filter((item) => item.mine && item.restricted),
    tasks: items.filter((item) => item.mine && item.tasks.length > 0),
  }
  const counts = Object.fromEntries(Object.entries(groups).map(([name, of]) => [name, of.length])) as Record<CaseReviewGroup, number>
  const group = wanted ?? reviewGroups.find((name) => counts[name] > 0) ?? 'due'
  return { group, items: groups[group].slice(offset, offset + limit), counts }
}

/** The items of these targets; those that aren't there are left out. */
export async function itemsOf(desk: CounsellingDesk, targets: readonly DisposalTarget[]): Promise<DisposalItem[]> {
  const wanted = new Set(targets.map(keyOf))
  return (await allItems(desk, targets)).filter(({ target }) => wanted.has(keyOf(target)))
}

/** Key of a target in maps. */
export function keyOf({ type, id }: DisposalTarget): string {
  return `${type}:${id}`
}

async function allItems(desk: CounsellingDesk, also: readonly DisposalTarget[] = []): Promise<DisposalItem[]> {
  return [...await caseItems(desk), ...await consultationItems(desk, also), ...await paperItems(desk, also)].sort((a, b) => a.lastContact.localeCompare(b.lastContact))
}

async function caseItems(desk: CounsellingDesk): Promise<DisposalItem[]> {
  const { read } = desk.database
  const today = isoDay(new Date())
  const { periods, practice } = await readPractice(read)
  const rows = await read.selectFrom('counselling_case').select(['id', 'number', 'alias', 'kind', 'last_contact', 'opened_on', 'closed_on', 'deleted_at'])
    // What lives on in another case goes with that one.
    .where('id', 'not in', (query) => query.selectFrom('case_merge').select('merged_id')).execute()
  const privacy = new Map<string, PrivacyRow>((await read.selectFrom('case_privacy').selectAll().execute()).map((row) => [row.case_id, row]))
  const consenting = new Set((await read.selectFrom('case_purpose').select('case_id').distinct().execute()).map(({ case_id }) => case_id))
  const held = countBy((await read.selectFrom('legal_hold').select(['case_id', 'lifted_on', 'until']).execute()).filter((hold) => isHeld(hold, today)).map(({ case_id }) => case_id))
  const deadlines = countBy((await read.selectFrom('deadline').select('case_id').where('done_on', 'is', null).where('deleted_at', 'is', null).execute()).flatMap(({ case_id }) => case_id ?? []))
  const archive = new Map((await read.selectFrom('archive_offer').selectAll().execute()).map((row) => [row.case_id, row]))
  const proposals = await readProposals(read, desk.person.id)
  const seen = await seenCases(read, desk.person, rows.map(({ id }) => id))
  const items: DisposalItem[] = []
  for (const row of rows) {
    const proposal = proposals.get(`case:${row.id}`)
    const mine = seen.has(row.id)
    // Who may confirm sees that there is a proposal, and nothing of the case but its number.
    if (!mine && !proposal) continue
    const state = privacy.get(row.id)
    const offer = archive.get(row.id)
    const item: DisposalItem = {
      target: { type: 'case', id: row.id }, name: row.number, alias: mine ? row.alias : '', kind: row.kind, mine, lastContact: row.last_contact || row.opened_on,
      retention: shownRetention(caseRetention(factsOf(row, state, consenting.has(row.id) ? await readPurposes(read, row.id) : [], today), periods)),
      holds: held.get(row.id) ?? 0, openDeadlines: deadlines.get(row.id) ?? 0, restricted: state?.restricted_on != null,
      archive: offer ? { decision: offer.decision, offeredOn: offer.offered_on, decidedOn: offer.decided_on, handedOverOn: offer.handed_over_on, note: offer.note } : null,
      proposal: proposal ? { mode: proposal.mode, reason: proposal.reason, note: mine ? proposal.note : '', at: proposal.at, by: proposal.by, own: proposal.own } : null,
      tasks: mine ? tasksOf(detailsOf(state), state, today) : [],
      obstacles: [],
    }
    items.push({ ...item, obstacles: obstaclesOf(item, practice.archiveRequired) })
  }
  return items
}

/** Anonymous consultations whose note is beyond its period, what is long in the trash, what was proposed, and what is asked for. */
async function consultationItems(desk: CounsellingDesk, also: readonly DisposalTarget[]): Promise<DisposalItem[]> {
  const { read } = desk.database
  const today = isoDay(new Date())
  const { periods } = await readPractice(read)
  const proposals = await readProposals(read, desk.person.id)
  const asked = [...idsOf(also, 'consultation'), ...[...proposals.keys()].filter((key) => key.startsWith('consultation:')).map((key) => key.slice(13))]
  const years = anonymousRetention(today, periods).years
  const cutoff = years === null ? '' : `${Number(today.slice(0, 4)) - years}-01-01`
  const rows = await read.selectFrom('consultation').leftJoin('counselling_case as parent', 'parent.id', 'consultation.case_id')
    .select(['consultation.id', 'consultation.held_on', 'consultation.case_id', 'consultation.deleted_at', 'consultation.note']).where((eb) => eb.or([
      eb.and([eb('consultation.case_id', 'is', null), eb('consultation.held_on', '<', cutoff), eb('consultation.note', '<>', '')]),
      eb.and([eb('consultation.deleted_at', '<', trashCutoff(today, periods)), eb('parent.deleted_at', 'is', null)]),
      ...asked.length > 0 ? [eb('consultation.id', 'in', asked)] : [],
    ])).limit(5000).execute()
  const deadlines = countBy((await read.selectFrom('deadline').select('consultation_id').where('done_on', 'is', null).where('deleted_at', 'is', null).execute()).flatMap(({ consultation_id }) => consultation_id ?? []))
  return smallItems(desk, rows.map((row) => ({
    row: { id: row.id, caseId: row.case_id, deletedAt: row.deleted_at, name: `${row.case_id === null ? 'Anonyme Beratung' : 'Beratung'} vom ${germanDate(row.held_on)}`, day: row.held_on, deadlines: deadlines.get(row.id) ?? 0 },
    usual: row.case_id === null && row.note !== '',
  })), 'consultation')
}

async function paperItems(desk: CounsellingDesk, also: readonly DisposalTarget[]): Promise<DisposalItem[]> {
  const { read } = desk.database
  const today = isoDay(new Date())
  const { periods } = await readPractice(read)
  const proposals = await readProposals(read, desk.person.id)
  const asked = [...idsOf(also, 'attachment'), ...[...proposals.keys()].filter((key) => key.startsWith('attachment:')).map((key) => key.slice(11))]
  const rows = await read.selectFrom('attachment').innerJoin('counselling_case as parent', 'parent.id', 'attachment.case_id')
    .select(['attachment.id', 'attachment.case_id', 'attachment.added_on', 'attachment.deleted_at', 'parent.number']).where((eb) => eb.or([
      eb.and([eb('attachment.deleted_at', 'is not', null), eb('attachment.deleted_at', '<', trashCutoff(today, periods)), eb('parent.deleted_at', 'is', null)]),
      ...asked.length > 0 ? [eb('attachment.id', 'in', asked)] : [],
    ])).limit(5000).execute()
  return smallItems(desk, rows.map((row) => ({
    row: { id: row.id, caseId: row.case_id, deletedAt: row.deleted_at, name: `Unterlage von ${row.number}, abgelegt am ${germanDate(row.added_on)}`, day: row.added_on, deadlines: 0 }, usual: false,
  })), 'attachment')
}

/** What belongs to a case is kept as long as that. */
const asItsCase: DisposalItem['retention'] = { rule: 'case', label: 'wie der Fall', text: 'so lange wie der Fall', norm: '', until: null, over: false, ownReason: '' }

interface Small {
  row: { id: string; caseId: string | null; deletedAt: string | null; name: string; day: string; deadlines: number }
  /** Whether the period of anonymous consultations holds for it. */
  usual: boolean
}

async function smallItems(desk: CounsellingDesk, rows: readonly Small[], type: 'consultation' | 'attachment'): Promise<DisposalItem[]> {
  const { read } = desk.database
  const { periods } = await readPractice(read)
  const proposals = await readProposals(read, desk.person.id)
  const seen = await seenCases(read, desk.person, rows.flatMap(({ row }) => row.caseId ?? []))
  const restricted = new Set((await read.selectFrom('case_privacy').select('case_id').where('restricted_on', 'is not', null).execute()).map(({ case_id }) => case_id))
  const today = isoDay(new Date())
  const held = countBy((await read.selectFrom('legal_hold').select(['case_id', 'lifted_on', 'until']).execute()).filter((hold) => isHeld(hold, today)).map(({ case_id }) => case_id))
  return rows.flatMap(({ row, usual }) => {
    const mine = row.caseId === null || seen.has(row.caseId)
    const proposal = proposals.get(`${type}:${row.id}`)
    if (!mine && !proposal) return []
    const retention = row.deletedAt !== null ? shownRetention(trashRetention(isoDay(new Date(row.deletedAt)), periods)) : usual ? shownRetention(anonymousRetention(row.day, periods)) : asItsCase
    const item: DisposalItem = {
      target: { type, id: row.id }, name: row.name, alias: '', kind: type, mine, lastContact: row.day, retention,
      holds: held.get(row.caseId ?? '') ?? 0, openDeadlines: row.deadlines, restricted: row.caseId !== null && restricted.has(row.caseId), archive: null,
      proposal: proposal ? { mode: proposal.mode, reason: proposal.reason, note: mine ? proposal.note : '', at: proposal.at, by: proposal.by, own: proposal.own } : null,
      tasks: [], obstacles: [],
    }
    return [{ ...item, obstacles: obstaclesOf(item, false) }]
  })
}

function obstaclesOf({ holds, openDeadlines, restricted, archive }: DisposalItem, archiveRequired: boolean): string[] {
  const obstacles: string[] = []
  if (holds > 0) obstacles.push('Löschsperre')
  if (openDeadlines > 0) obstacles.push(openDeadlines === 1 ? '1 offene Frist' : `${openDeadlines} offene Fristen`)
  if (restricted) obstacles.push('Verarbeitung eingeschränkt: die Person will die Daten behalten wissen')
  if (archiveRequired && (archive === null || !isFinalDecision(archive.decision))) obstacles.push('Antwort des Archivs fehlt')
  return obstacles
}

function trashCutoff(today: string, own: readonly { code: string; years: number | null }[]): string {
  const years = own.find(({ code }) => code === 'trash')?.years ?? retentionRules.find(({ code }) => code === 'trash')?.years ?? 1
  return `${Number(today.slice(0, 4)) - years}${today.slice(4)}`
}

function idsOf(targets: readonly DisposalTarget[], type: DisposalTarget['type']): string[] {
  return targets.filter((target) => target.type === type).map(({ id }) => id)
}

function countBy(ids: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1)
  return counts
}
