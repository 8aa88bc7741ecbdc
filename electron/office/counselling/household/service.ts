import type { Selectable } from 'kysely'
import {
  caseSubject, emptySubject, householdPerson, opposingParty, type CaseSubject, type HouseholdPerson, type OpposingParty,
} from '../../../../shared/counselling/household/model.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import type { ChangeReceipt } from '../../../../shared/records/model.ts'
import type { CaseWorkTables } from '../../database/counselling/case-work-tables.ts'
import type { CounsellingSchema } from '../../database/counselling/schema.ts'
import type { WriteTransaction } from '../../database/write-transaction.ts'
import type { CounsellingDesk } from '../../session.ts'
import { expectCaseAccess } from '../access/guard.ts'
import { seenCases } from '../access/repository.ts'
import { receipt, validated } from '../service-parts.ts'

type PersonRow = Selectable<CaseWorkTables['household_person']> & { number: string | null }

/** Household, other side and subject of a case. @throws OfficeError `forbidden`, `not-found` */
export async function householdOf(desk: CounsellingDesk, caseId: string): Promise<{
  persons: (HouseholdPerson & { linkedCaseId: string | null })[]
  opposing: OpposingParty[]
  subject: CaseSubject
}> {
  await expectCaseAccess(desk, caseId)
  const { read } = desk.database
  const rows: PersonRow[] = await read
    .selectFrom('household_person')
    .leftJoin('counselling_case', 'counselling_case.id', 'household_person.linked_case_id')
    .selectAll('household_person')
    .select('counselling_case.number')
    .where('household_person.case_id', '=', caseId)
    .orderBy('household_person.position')
    .execute()
  const opposing = await read.selectFrom('opposing_party').selectAll().where('case_id', '=', caseId).orderBy('position').execute()
  const subject = await read.selectFrom('case_subject').selectAll().where('id', '=', caseId).executeTakeFirst()
  return {
    persons: rows.map((row) => ({
      id: row.id, relation: row.relation, name: row.name, birthYear: row.birth_year, language: row.language, status: row.status,
      livesHere: row.lives_here === 1, caseNumber: row.number ?? '', linkedCaseId: row.number === null ? null : row.linked_case_id,
    })),
    opposing: opposing.map(({ id, name, role, contact }) => ({ id, name, role, contact })),
    subject: subject ? caseSubject.parse(subject) : emptySubject,
  }
}

/** Adds a person or changes one. @throws OfficeError `invalid` (also for a number of no case that one may see), `forbidden`, `not-found` */
export async function savePerson(desk: CounsellingDesk, caseId: string, person: HouseholdPerson): Promise<ChangeReceipt> {
  const checked = validated(householdPerson, person)
  const linked = checked.caseNumber === '' ? null : await linkedCase(desk, caseId, checked.caseNumber)
  return change(desk, caseId, 'Haushalt geändert', async (transaction) => {
    const columns = {
      relation: checked.relation, name: checked.name, birth_year: checked.birthYear, language: checked.language, status: checked.status,
      linked_case_id: linked, lives_here: Number(checked.livesHere),
    }
    const stored = await transaction.database.selectFrom('household_person').select('case_id').where('id', '=', checked.id).executeTakeFirst()
    expectSameCase(stored, caseId)
    if (stored) await transaction.update('household_person', checked.id, columns)
    else await transaction.insert('household_person', { id: checked.id, case_id: caseId, ...columns, position: await nextPosition(transaction, 'household_person', caseId) })
  })
}

/** Takes a person off the household. @throws OfficeError `forbidden`, `not-found` */
export async function removePerson(desk: CounsellingDesk, caseId: string, id: string): Promise<ChangeReceipt> {
  return remove(desk, 'household_person', caseId, id, 'Person aus dem Haushalt genommen')
}

/** Adds somebody of the other side or changes them. @throws OfficeError `invalid`, `forbidden`, `not-found` */
export async function saveOpposing(desk: CounsellingDesk, caseId: string, party: OpposingParty): Promise<ChangeReceipt> {
  const { id, ...columns } = validated(opposingParty, party)
  return change(desk, caseId, 'Gegenseite geändert', async (transaction) => {
    const stored = await transaction.database.selectFrom('opposing_party').select('case_id').where('id', '=', id).executeTakeFirst()
    expectSameCase(stored, caseId)
    if (stored) await transaction.update('opposing_party', id, columns)
    else await transaction.insert('opposing_party', { id, case_id: caseId, ...columns, position: await nextPosition(transaction, 'opposing_party', caseId) })
  })
}

/** Takes somebody off the other side. @throws OfficeError `forbidden`, `not-found` */
export async function removeOpposing(desk: CounsellingDesk, caseId: string, id: string): Promise<ChangeReceipt> {
  return remove(desk, 'opposing_party', caseId, id, 'Gegenseite entfernt')
}

/** Stores what the case is about. @throws OfficeError `invalid`, `forbidden`, `not-found` */
export async function saveSubject(desk: CounsellingDesk, caseId: string, subject: CaseSubject): Promise<ChangeReceipt> {
  const checked = validated(caseSubject, subject)
  return change(desk, caseId, 'Gegenstand geändert', async (transaction) => {
    const stored = await transaction.database.selectFrom('case_subject').select('id').where('id', '=', caseId).executeTakeFirst()
    if (stored) await transaction.update('case_subject', caseId, checked)
    else await transaction.insert('case_subject', { id: caseId, ...checked })
  })
}

type Writing = WriteTransaction<CounsellingSchema>
type Part = 'household_person' | 'opposing_party'

async function change(desk: CounsellingDesk, caseId: string, label: string, work: (transaction: Writing) => Promise<void>): Promise<ChangeReceipt> {
  await expectCaseAccess(desk, caseId)
  return receipt(await desk.write({ label, record: { type: 'case', id: caseId } }, work), caseId)
}

function remove(desk: CounsellingDesk, table: Part, caseId: string, id: string, label: string): Promise<ChangeReceipt> {
  return change(desk, caseId, label, async (transaction) => {
    const stored = await transaction.database.selectFrom(table).select('case_id').where('id', '=', id).executeTakeFirst()
    if (!stored) throw new OfficeError('not-found')
    expectSameCase(stored, caseId)
    await transaction.remove(table, id)
  })
}

/** An id of another case's row must not be a way into that case. */
function expectSameCase(stored: { case_id: string } | undefined, caseId: string): void {
  if (stored && stored.case_id !== caseId) throw new OfficeError('forbidden')
}

async function nextPosition(transaction: Writing, table: Part, caseId: string): Promise<number> {
  const row = await transaction.database.selectFrom(table).select((eb) => eb.fn.max('position').as('last')).where('case_id', '=', caseId).executeTakeFirst()
  return (row?.last ?? -1) + 1
}

async function linkedCase(desk: CounsellingDesk, caseId: string, number: string): Promise<string> {
  const row = await desk.database.read
    .selectFrom('counselling_case').select('id').where('number', '=', number.toUpperCase()).where('deleted_at', 'is', null).executeTakeFirst()
  const seen = row !== undefined && row.id !== caseId && (await seenCases(desk.database.read, desk.person, [row.id])).has(row.id)
  if (!seen) throw new OfficeError('invalid', { fields: { caseNumber: 'Unter dieser Nummer ist kein anderer Fall zu finden.' } })
  return row.id
}
