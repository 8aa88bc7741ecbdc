import { randomInt } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import { suggestAlias } from '../../../../shared/counselling/alias.ts'
import { CASE_KINDS, formatCaseNumber } from '../../../../shared/counselling/case-number.ts'
import type { Case, CaseListItem } from '../../../../shared/counselling/contract.ts'
import { caseFields, type CaseFields } from '../../../../shared/counselling/model.ts'
import { sortKey } from '../../../../shared/directory/names.ts'
import { isoDay } from '../../../../shared/dates.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import type { ChangeReceipt } from '../../../../shared/records/model.ts'
import type { CounsellingSchema } from '../../database/counselling/schema.ts'
import type { WriteTransaction } from '../../database/write-transaction.ts'
import type { CounsellingDesk } from '../../session.ts'
import { expectCaseAccess } from '../access/guard.ts'
import { seesEveryCase } from '../access/repository.ts'
import { attachmentsOfCase } from '../attachments/repository.ts'
import { aliasesInUse, caseColumns, casesByReference, listCases, readCase, type CaseQuery } from './repository.ts'
import { statisticalColumns } from '../statistics/columns.ts'
import { nextSequence } from '../counter.ts'
import { expectDeadlinesSeen, giveDeadlinesToCase } from '../deadlines/of-case.ts'
import { consultationIdsOfCase, readConsultation } from '../consultations/repository.ts'
import { keptCase } from '../merging/kept-cases.ts'
import { trashLettersOfCase } from '../letters/of-case.ts'
import { giveReferralsToCase, trashReferralsOfCase } from '../referrals/of-case.ts'
import { notFound, receipt, validated, type Mine } from '../service-parts.ts'

/** How finely the start in the list of words is drawn. */
const ALIAS_STARTS = 1_000_000

type Writing = WriteTransaction<CounsellingSchema>

/** One page of cases that the person may see; `mine` narrows down to those that they have taken on or that are opened to them. */
export async function findCases(desk: CounsellingDesk, query: Mine<CaseQuery>): Promise<{ cases: CaseListItem[]; total: number; capped: boolean }> {
  const own = query.mine || !seesEveryCase(desk.person)
  return listCases(desk.database.read, { ...query, counsellorId: own ? desk.person.id : null })
}

/** One case, for one that was merged the case it lives on in. @throws OfficeError `not-found`, `forbidden` for a case of somebody else */
export async function getCase(desk: CounsellingDesk, id: string): Promise<Case> {
  const kept = await keptCase(desk.database.read, id)
  await expectCaseAccess(desk, kept)
  return (await readCase(desk.database.read, kept)) ?? notFound()
}

/** A neutral word that no case bears, trashed ones included. */
export async function freeAlias(desk: CounsellingDesk): Promise<string> {
  return suggestAlias(await aliasesInUse(desk.database.read), randomInt(ALIAS_STARTS) / ALIAS_STARTS)
}

/**
 * Opens a case under an alias, with the next number of its letter and year.
 * @param openedOn ISO day; today unless older files are taken over
 * @throws OfficeError `invalid`, also when the alias is taken
 */
export async function createCase(
  desk: CounsellingDesk,
  fields: CaseFields,
  openedOn = isoDay(new Date()),
): Promise<ChangeReceipt & { id: string; number: string }> {
  const checked = validated(caseFields, fields)
  const id = uuidv7()
  const action = { label: 'Ratsuchende Person angelegt', record: { type: 'case', id } }
  const written = await desk.write(action, (transaction) => insertCase(transaction, desk, id, checked, openedOn))
  return { ...receipt(written, id), id, number: written.value }
}

/**
 * Opens a case for an anonymous consultation and puts the consultation into it, as one step.
 * @throws OfficeError `invalid` (also when the alias is taken or the consultation has a case), `not-found`, `conflict`
 */
export async function openCaseFor(
  desk: CounsellingDesk,
  consultation: { id: string; version: number },
  fields: CaseFields,
): Promise<ChangeReceipt & { id: string; number: string }> {
  const checked = validated(caseFields, fields)
  const id = uuidv7()
  const action = { label: 'Anonyme Beratung zum Fall gemacht', record: { type: 'case', id } }
  const written = await desk.write(action, async (transaction) => {
    const record = { type: 'consultation', id: consultation.id }
    await transaction.expectVersion(record, consultation.version, () => readConsultation(transaction.database, consultation.id))
    const stored = (await readConsultation(transaction.database, consultation.id)) ?? notFound()
    if (stored.trashed) notFound()
    if (stored.caseId !== null) throw new OfficeError('invalid', { detail: 'Die Beratung gehört schon zu einem Fall.' })
    // What was noted of the anonymous person for the statistics is known of the case, too.
    const known = {
      origin: checked.origin ?? stored.origin, place: checked.place ?? stored.place, ageBand: checked.ageBand ?? stored.ageBand, gender: checked.gender ?? stored.gender,
    }
    const number = await insertCase(transaction, desk, id, { ...checked, ...known }, isoDay(new Date()))
    await transaction.update('consultation', consultation.id, { case_id: id })
    await giveDeadlinesToCase(transaction, consultation.id, id)
    await giveReferralsToCase(transaction, consultation.id, id)
    return number
  })
  return { ...receipt(written, id), id, number: written.value }
}

/** The case that a number or alias names, and some whose alias begins like it. */
export async function matchCase(desk: CounsellingDesk, reference: string): Promise<{ exact: CaseListItem | null; near: CaseListItem[] }> {
  return casesByReference(desk.database.read, reference.trim(), seesEveryCase(desk.person) ? null : desk.person.id)
}

/** Gives the number of the new case. @throws OfficeError `invalid` when the alias is taken */
async function insertCase(transaction: Writing, desk: CounsellingDesk, id: string, checked: CaseFields, openedOn: string): Promise<string> {
  await expectFreeAlias(transaction, checked.alias, id)
  const { letter } = CASE_KINDS[checked.kind]
  const year = Number(openedOn.slice(0, 4))
  const sequence = await nextSequence(transaction, letter, year)
  const number = formatCaseNumber(checked.kind, year, sequence)
  await transaction.insert('counselling_case', {
    id,
    number,
    letter,
    year,
    sequence,
    kind: checked.kind,
    alias: checked.alias,
    alias_key: sortKey(checked.alias),
    language: checked.language,
    note: checked.note,
    opened_on: openedOn,
    counsellor_id: desk.person.id,
    counsellor_name: desk.person.name,
    // Written out, so that undo notices when consultations have come since.
    last_contact: '',
    last_topic: '',
    active_on: openedOn,
    consultation_count: 0,
    ...statisticalColumns(checked),
    deleted_at: null,
    deleted_by: null,
  })
  return number
}

/** Stores the fields given. @throws OfficeError `invalid`, `not-found`, `conflict`, `forbidden` for a case of somebody else */
export async function updateCase(desk: CounsellingDesk, id: string, version: number, fields: Partial<CaseFields>): Promise<ChangeReceipt> {
  await expectCaseAccess(desk, id)
  const checked = validated(caseFields.partial(), fields)
  const record = { type: 'case', id }
  const written = await desk.write({ label: 'Ratsuchende Person geändert', record, coalesce: `case:${id}` }, async (transaction) => {
    await transaction.expectVersion(record, version, () => readCase(transaction.database, id))
    if (checked.alias !== undefined) await expectFreeAlias(transaction, checked.alias, id)
    await transaction.update('counselling_case', id, caseColumns(checked))
  })
  return receipt(written, id, version)
}

/**
 * Moves a case with its consultations to the trash, as one step. Its open deadlines stay where they are.
 * @param deadlinesSeen ids of the open deadlines that the person was shown
 * @throws OfficeError `not-found`, `conflict`, `invalid` when a deadline is open that the person wasn't shown
 */
export async function removeCase(desk: CounsellingDesk, id: string, version: number, deadlinesSeen: readonly string[] = []): Promise<ChangeReceipt> {
  await expectCaseAccess(desk, id)
  const record = { type: 'case', id }
  const written = await desk.write({ label: 'Ratsuchende Person gelöscht', record }, async (transaction) => {
    await transaction.expectVersion(record, version, () => readCase(transaction.database, id))
    await expectDeadlinesSeen(transaction, id, deadlinesSeen)
    for (const consultation of await consultationIdsOfCase(transaction.database, id)) {
      await transaction.trash({ type: 'consultation', id: consultation }, desk.person.id)
    }
    await trashLettersOfCase(transaction, id, desk.person.id)
    for (const { id: paper } of await attachmentsOfCase(transaction.database, id)) await transaction.trash({ type: 'attachment', id: paper }, desk.person.id)
    await trashReferralsOfCase(transaction, id, desk.person.id)
    await transaction.trash(record, desk.person.id)
  })
  return receipt(written, id, version)
}

async function expectFreeAlias(transaction: Writing, alias: string, id: string): Promise<void> {
  // The key's first part is the alias without case and accents: „linde“ is taken where „Linde“ is.
  const plain = sortKey(alias).split('\u0001')[0] ?? ''
  const taken = await transaction.database
    .selectFrom('counselling_case')
    .select('id')
    .where('alias_key', '>=', `${plain}\u0001`)
    .where('alias_key', '<', `${plain}\u0002`)
    .where('id', '<>', id)
    .executeTakeFirst()
  if (taken) throw new OfficeError('invalid', { fields: { alias: 'Dieser Alias ist schon vergeben. Bitte einen anderen wählen.' } })
}
