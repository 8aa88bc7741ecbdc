import { uuidv7 } from 'uuidv7'
import type { RadarEntry } from '../../../../shared/counselling/residence/contract.ts'
import { openEnded, residenceFields, validUntil, type ResidenceFields, type ResidenceStatus } from '../../../../shared/counselling/residence/model.ts'
import type { ChangeReceipt } from '../../../../shared/records/model.ts'
import type { CounsellingDesk } from '../../session.ts'
import { expectCaseAccess } from '../access/guard.ts'
import { seenCases } from '../access/repository.ts'
import { readCase } from '../cases/repository.ts'
import { notFound, receipt, validated } from '../service-parts.ts'
import { currentTitles, readResidence, residenceColumns, residenceOfCase } from './repository.ts'

/** The history of residence titles of a case. */
export async function findResidence(desk: CounsellingDesk, caseId: string): Promise<ResidenceStatus[]> {
  await expectCaseAccess(desk, caseId)
  return residenceOfCase(desk.database.read, caseId)
}

/** One entry of a history. @throws OfficeError `not-found` */
export async function getResidence(desk: CounsellingDesk, id: string): Promise<ResidenceStatus> {
  const found = (await readResidence(desk.database.read, id)) ?? notFound()
  await expectCaseAccess(desk, found.caseId)
  return found
}

/** Titles in force that end before `until` or are valid until somebody decides, the first to end first. */
export async function expiringTitles(desk: CounsellingDesk, { mine, until }: { mine: boolean; until: string }): Promise<RadarEntry[]> {
  const all = await currentTitles(desk.database.read, mine ? desk.person.id : null)
  const seen = await seenCases(desk.database.read, desk.person, [...new Set(all.map(({ caseId }) => caseId))])
  const titles = all.filter(({ caseId }) => seen.has(caseId))
  const end = (title: RadarEntry): string => validUntil(title) ?? '9999'
  return titles
    .filter((title) => (validUntil(title) === null ? openEnded(title.extension) : end(title) <= until))
    .sort((a, b) => end(a).localeCompare(end(b)) || a.caseNumber.localeCompare(b.caseNumber))
}

/** Adds a title to the history of a case. @throws OfficeError `invalid`, `not-found` when the case isn't there or lies in the trash */
export async function createResidence(desk: CounsellingDesk, caseId: string, fields: ResidenceFields): Promise<ChangeReceipt & { id: string }> {
  const checked = validated(residenceFields, fields)
  await expectCaseAccess(desk, caseId)
  const id = uuidv7()
  const written = await desk.write({ label: 'Aufenthaltsstatus eingetragen', record: { type: 'residence-status', id } }, async (transaction) => {
    const found = await readCase(transaction.database, caseId)
    if (found === null || found.trashed) notFound()
    await transaction.insert('residence_status', {
      id, case_id: caseId, person: checked.person, code: checked.code, basis: checked.basis, from_on: checked.from,
      printed_expiry: checked.printedExpiry, effective_expiry: checked.effectiveExpiry, extension: checked.extension, note: checked.note,
      deleted_at: null, deleted_by: null,
    })
  })
  return { ...receipt(written, id), id }
}

/** Stores the fields given. @throws OfficeError `invalid`, `not-found`, `conflict` */
export async function updateResidence(desk: CounsellingDesk, id: string, version: number, fields: Partial<ResidenceFields>): Promise<ChangeReceipt> {
  await getResidence(desk, id)
  const record = { type: 'residence-status', id }
  const action = { label: 'Aufenthaltsstatus geändert', record, coalesce: `residence-status:${id}` }
  const written = await desk.write(action, async (transaction) => {
    const stored = (await readResidence(transaction.database, id)) ?? notFound()
    await transaction.expectVersion(record, version, async () => stored)
    // The fields must fit together, so those that stay are checked along.
    validated(residenceFields, { ...stored, ...fields })
    await transaction.update('residence_status', id, residenceColumns(fields))
  })
  return receipt(written, id, version)
}

/** Moves an entry to the trash. @throws OfficeError `not-found`, `conflict` */
export async function removeResidence(desk: CounsellingDesk, id: string, version: number): Promise<ChangeReceipt> {
  await getResidence(desk, id)
  const record = { type: 'residence-status', id }
  const written = await desk.write({ label: 'Aufenthaltsstatus gelöscht', record }, async (transaction) => {
    await transaction.expectVersion(record, version, () => readResidence(transaction.database, id))
    await transaction.trash(record, desk.person.id)
  })
  return receipt(written, id, version)
}
