import { dirname } from 'node:path'
import { copiesText } from '../../../../shared/backup/words.ts'
import type { DisposalItem, DisposalPlan, DisposalTarget } from '../../../../shared/counselling/privacy/model.ts'
import { germanDate, isoDay } from '../../../../shared/dates.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import { addDays } from '../../../../shared/holidays/days.ts'
import type { RecordRef } from '../../../../shared/records/model.ts'
import { backupsGoneBy, backupsIn } from '../../database/backups.ts'
import { destroyRecords, type DestructionOrder } from '../../database/destroy.ts'
import { destructionScope, type DestructionScope } from '../../database/destruction-scope.ts'
import type { RowImage, Rows } from '../../database/rows.ts'
import { findRecords } from '../../database/search-index.ts'
import type { CounsellingDesk } from '../../session.ts'
import type { Colleague } from '../access/service.ts'
import { anonymisedCopies, insertCopies } from './anonymised.ts'
import { archiveText } from './disposal-service.ts'
import { readPractice } from './practice-service.ts'
import { readProposals } from './repository.ts'
import { itemsOf, keyOf } from './review.ts'
import { seal } from './seal.ts'

const mentionsShown = 10

/**
 * What a destruction would take away, for somebody to look at before it is done.
 * @param folder the vault's folder, for the copies that may still hold it afterwards
 */
export async function planDisposal(desk: CounsellingDesk, folder: string, colleagues: readonly Colleague[], targets: readonly DisposalTarget[]): Promise<DisposalPlan> {
  const items = await itemsOf(desk, targets)
  const scopes = await Promise.all(items.map(({ target }) => destructionScope(desk.database, target)))
  const { practice } = await readPractice(desk.database.read)
  return {
    items,
    counts: countsOf(desk, scopes),
    mentions: await mentionsOf(desk, items, scopes),
    backups: backupsIn(folder),
    backupsGoneBy: backupsGoneBy(folder),
    backupsUntil: practice.backupDays === null ? null : addDays(isoDay(new Date()), practice.backupDays),
    backupNote: practice.backupNote,
    others: colleagues.map(({ name }) => name),
  }
}

/**
 * Second step: destroys what was proposed, so that nothing brings it back, and signs the record of it.
 * @param colleagues who else holds the counselling key: as long as there is somebody, nobody confirms what they proposed themselves
 * @param statement where nobody else is there: the person's own name, as a signature
 * @throws OfficeError `invalid` with what stands against it, `forbidden`; `disk-full` and `busy` as `destroyRecords`
 */
export async function destroyTargets(desk: CounsellingDesk, colleagues: readonly Colleague[], targets: readonly DisposalTarget[], statement: string): Promise<{ record: string }> {
  const items = await itemsOf(desk, targets)
  const proposals = await readProposals(desk.database.read, desk.person.id)
  const { practice } = await readPractice(desk.database.read)
  for (const target of targets) expectReady(items.find((item) => keyOf(item.target) === keyOf(target)))
  const alone = items.some(({ target }) => proposals.get(keyOf(target))?.byId === desk.person.id)
  if (alone) expectSecondLook(desk, colleagues, items, statement)

  const scopes = new Map(await Promise.all(items.map(async (item) => [item, await destructionScope(desk.database, item.target)] as const)))
  const because = (item: DisposalItem) => ({ reason: item.proposal?.reason ?? '', proposedBy: item.proposal?.by ?? '' })
  const records = new Map<string, DestructionOrder['records'][number]>()
  for (const [item, scope] of scopes) for (const ref of scope.records) records.set(`${ref.type}:${ref.id}`, { ref, ...because(item) })
  const copies: RowImage[] = []
  const numbers: string[] = []
  await destroyRecords(desk.database, desk.person, {
    records: [...records.values()],
    neutralised: [],
    strays: [...scopes.values()].flatMap(({ strays }) => strays),
    expect(rows) {
      expectStill(rows, [...records.values()].map(({ ref }) => ref))
      for (const [item, scope] of scopes) if (item.proposal?.mode === 'anonymise') copies.push(...anonymisedCopies(rows, idsOf(scope, 'consultation'), new Date().toISOString()))
    },
    along(rows, now) {
      forgetByName(rows, items)
      for (const [item, scope] of scopes) {
        numbers.push(seal(rows, {
          proposedBy: item.proposal?.by ?? '', confirmedBy: desk.person.name, mode: item.proposal?.mode ?? 'destroy', reason: item.proposal?.reason ?? '', rule: item.retention.rule,
          statement: alone ? 'allein bestätigt, niemand sonst hatte Zugang' : '', counts: countsOf(desk, [scope]), ids: scope.records.map(({ id }) => id),
          archive: item.target.type === 'case' ? archiveText(item.archive) : '', backups: backupText(dirname(desk.database.connections.path), practice.backupDays, practice.backupNote, now),
        }, now))
      }
      return insertCopies(rows, copies)
    },
  })
  return { record: numbers.length === 1 ? (numbers[0] ?? '') : `${numbers[0] ?? ''} bis ${numbers.at(-1) ?? ''}` }
}

/** What goes by kind of record. */
function countsOf(desk: CounsellingDesk, scopes: readonly DestructionScope[]): { label: string; count: number }[] {
  const ids = new Map<string, Set<string>>()
  for (const { records } of scopes) for (const { type, id } of records) ids.set(type, (ids.get(type) ?? new Set()).add(id))
  return [...ids].map(([type, of]) => ({ label: desk.database.types.get(type).label, count: of.size }))
}

function expectReady(item: DisposalItem | undefined): asserts item is DisposalItem {
  if (!item) throw new OfficeError('not-found')
  if (item.proposal === null) throw new OfficeError('invalid', { detail: `${item.name} ist nicht zur Löschung vorgeschlagen. Es wurde nichts gelöscht.` })
  if (item.obstacles.length > 0) throw new OfficeError('invalid', { detail: `${item.name} kann noch nicht gelöscht werden: ${item.obstacles.join('; ')}. Es wurde nichts gelöscht.` })
}

/** Four eyes; a lone person looks a second time on another day and signs. */
function expectSecondLook({ person }: CounsellingDesk, colleagues: readonly Colleague[], items: readonly DisposalItem[], statement: string): void {
  if (colleagues.length > 0) throw new OfficeError('forbidden', { detail: 'Wer vorschlägt, bestätigt nicht selbst. Die Löschung bestätigt eine zweite Person mit Zugang zur Beratung.' })
  const newest = items.map(({ proposal }) => proposal?.at ?? '').sort().at(-1) ?? ''
  if (isoDay(new Date(newest)) >= isoDay(new Date())) throw new OfficeError('invalid', { detail: 'Da niemand sonst Zugang zur Beratung hat, bestätigen Sie selbst, frühestens am Tag nach dem Vorschlag.' })
  if (statement.trim() !== person.name) throw new OfficeError('invalid', { fields: { statement: 'Bitte zur Bestätigung den eigenen Namen so eintragen, wie er oben steht.' } })
}

/** What was looked at must still be so in the moment of destruction: no deadline drops silently, no hold is passed over. */
function expectStill(rows: Rows, refs: readonly RecordRef[]): void {
  const open = refs.filter(({ type, id }) => type === 'deadline' && rows.run('SELECT 1 FROM deadline WHERE id = ? AND done_on IS NULL AND deleted_at IS NULL', [id]).length > 0)
  const held = refs.filter(({ type, id }) => type === 'case' && rows.run('SELECT 1 FROM legal_hold WHERE case_id = ? AND lifted_on IS NULL AND (until IS NULL OR until >= ?)', [id, isoDay(new Date())]).length > 0)
  if (open.length + held.length > 0) throw new OfficeError('conflict', { detail: 'Inzwischen wurde eine Frist oder Löschsperre eingetragen. Es wurde nichts gelöscht.' })
}

/** Unsaved text in which somebody named the case by its number or, behind an @, by its alias. */
function forgetByName(rows: Rows, items: readonly DisposalItem[]): void {
  for (const { target, name, alias } of items) {
    if (target.type !== 'case') continue
    for (const word of [name, ...alias === '' ? [] : [`@${alias}`, `@„${alias}`]]) rows.run('DELETE FROM draft WHERE instr(value, ?) > 0 OR instr(form, ?) > 0', [word, word])
  }
}

/** Other records in which the number of a case stands; somebody has to look whether they say too much. */
async function mentionsOf(desk: CounsellingDesk, items: readonly DisposalItem[], scopes: readonly DestructionScope[]): Promise<DisposalPlan['mentions']> {
  const own = new Set(scopes.flatMap(({ records }) => records.map(({ id }) => id)))
  const mentions: DisposalPlan['mentions'] = []
  for (const { name } of items.filter(({ target, mine }) => target.type === 'case' && mine)) {
    for (const { type, label, seenBy } of desk.database.types.all()) {
      const hits = (await findRecords(desk.database.read as never, name, { type, limit: mentionsShown })).filter(({ record }) => !own.has(record.id))
      const seen = seenBy ? await seenBy(desk.database.read as never, desk.person, hits.map(({ record }) => record.id)) : null
      mentions.push(...hits.filter(({ record }) => seen === null || seen.has(record.id)).map(({ title }) => ({ label, title })))
    }
  }
  return mentions.slice(0, mentionsShown)
}

function backupText(folder: string, days: number | null, note: string, now: string): string {
  const own = copiesText(backupsIn(folder), backupsGoneBy(folder))
  const copies = days === null
    ? 'Wie lange Sicherungen außerhalb des Tresors aufbewahrt werden, ist nicht festgelegt; bis dahin können sie die Daten verschlüsselt enthalten.'
    : `Verschlüsselte Sicherungen außerhalb des Tresors enthalten die Daten längstens bis ${germanDate(addDays(isoDay(new Date(now)), days))}.`
  return [own, copies, note].filter(Boolean).join(' ')
}

function idsOf({ records }: DestructionScope, type: string): string[] {
  return records.filter((ref) => ref.type === type).map(({ id }) => id)
}
