import { uuidv7 } from 'uuidv7'
import type { MergeEntry, MergeSide } from '../../../../shared/counselling/merging/contract.ts'
import { caseParts, combineParts, identityParts, subjectParts } from '../../../../shared/counselling/merging/fields.ts'
import { emptyIdentity } from '../../../../shared/counselling/identity/model.ts'
import type { CaseFields } from '../../../../shared/counselling/model.ts'
import type { MergeChoice } from '../../../../shared/merge/values.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import type { ChangeReceipt } from '../../../../shared/records/model.ts'
import { absorbedBy } from '../../database/absorbed.ts'
import type { CounsellingSchema } from '../../database/counselling/schema.ts'
import type { WriteTransaction } from '../../database/write-transaction.ts'
import type { CounsellingDesk } from '../../session.ts'
import { expectCaseAccess, expectDisposal } from '../access/guard.ts'
import { hasOpened } from '../access/log.ts'
import { caseColumns as columnsOfCase, readCase } from '../cases/repository.ts'
import { expectDeadlinesSeen } from '../deadlines/of-case.ts'
import { channelRows, documentRows, identityColumns, readIdentity } from '../identity/repository.ts'
import { receipt } from '../service-parts.ts'
import { mergesOf } from './kept-cases.ts'
import { moveRows } from './move-rows.ts'
import { countMoving, readSide, readSubject } from './repository.ts'

type Writing = WriteTransaction<CounsellingSchema>
type Choices = Readonly<Record<string, MergeChoice | undefined>>

interface ReadVersion {
  id: string
  version: number
}

interface MergeOrder {
  keep: ReadVersion
  other: ReadVersion
  choices: { case: Choices; subject: Choices; identity: Choices }
  openings: { keep: string; other: string } | null
  deadlinesSeen: readonly string[]
}

/** Cases about people, whose kind grows with the family, can become one; others only with their like. */
const aboutPeople: readonly CaseFields['kind'][] = ['person', 'family']

/** Both cases and what of the other one moves. @throws OfficeError `forbidden`, `not-found`, `invalid` for cases that can't become one */
export async function previewMerge(desk: CounsellingDesk, keepId: string, otherId: string): Promise<{
  keep: MergeSide
  other: MergeSide
  moves: { label: string; count: number }[]
}> {
  await expectDisposal(desk, keepId)
  await expectDisposal(desk, otherId)
  const [keep, other] = [await readSide(desk, keepId), await readSide(desk, otherId)]
  expectMatch(keep, other)
  return { keep, other, moves: await countMoving(desk.database.read, otherId) }
}

/**
 * Makes two cases one, as one step. The other case goes out of every list and lives on in the kept one; its rows move, its number is
 * still found, and its log stays as it is and is read along. Undo brings all of it back.
 * @throws OfficeError `forbidden` for whoever doesn't dispose of both, or hasn't opened both identity cards; `conflict` when one of them
 *   changed since it was read; `invalid` for cases that can't become one, and when a deadline is open that the person wasn't shown
 */
export async function mergeCases(desk: CounsellingDesk, { keep, other, choices, openings, deadlinesSeen }: MergeOrder): Promise<ChangeReceipt> {
  await expectDisposal(desk, keep.id)
  await expectDisposal(desk, other.id)
  const before = { keep: await readSide(desk, keep.id), other: await readSide(desk, other.id) }
  expectMatch(before.keep, before.other)
  await expectOpenings(desk, before, openings)
  const record = { type: 'case', id: keep.id }
  const written = await desk.write({ label: `Fall ${before.other.number} hierher zusammengeführt`, record }, async (transaction) => {
    for (const { id, version } of [keep, other]) {
      await transaction.expectVersion({ type: 'case', id }, version, () => readCase(transaction.database, id))
    }
    await expectDeadlinesSeen(transaction, other.id, deadlinesSeen)
    const id = uuidv7()
    const named = await combineIdentity(transaction, keep.id, other.id, choices.identity)
    await combineSubject(transaction, keep.id, other.id, choices.subject)
    const fields = combineParts(caseParts, caseFieldsOf(before.keep), caseFieldsOf(before.other), choices.case, uuidv7)
    await transaction.update('counselling_case', keep.id, {
      ...columnsOfCase(fields),
      // What one of them still works on is open.
      ...(before.keep.closed && !before.other.closed && { closed_on: '', closed_result: '' }),
      ...(named && { anonymous: 0 }),
    })
    await combineSafety(transaction, keep.id, other.id)
    await moveRows(transaction, keep.id, other.id)
    await transaction.update('counselling_case', other.id, { deleted_at: transaction.now, deleted_by: absorbedBy(id) })
    await transaction.insert('case_merge', {
      id, case_id: keep.id, merged_id: other.id, merged_number: before.other.number, merged_at: transaction.now, merged_by_name: desk.person.name,
      former_alias: fields.alias === before.other.alias ? before.keep.alias : before.other.alias,
    })
  })
  return receipt(written, keep.id, keep.version)
}

/** Cases that live on in one. @throws OfficeError `forbidden`, `not-found` */
export async function mergedCases(desk: CounsellingDesk, caseId: string): Promise<MergeEntry[]> {
  await expectCaseAccess(desk, caseId)
  return mergesOf(desk.database.read, caseId)
}

function expectMatch(keep: MergeSide, other: MergeSide): void {
  if (keep.id === other.id) throw new OfficeError('invalid', { detail: 'Das ist derselbe Fall.' })
  const match = keep.kind === other.kind || (aboutPeople.includes(keep.kind) && aboutPeople.includes(other.kind))
  if (!match) throw new OfficeError('invalid', { detail: 'Nur zwei Fälle gleicher Art lassen sich zusammenführen; Person und Familie gelten als gleich.' })
}

/** Two cards become one only before the eyes of whoever decides. */
async function expectOpenings(desk: CounsellingDesk, { keep, other }: { keep: MergeSide; other: MergeSide }, openings: MergeOrder['openings']): Promise<void> {
  if (!keep.identity || !other.identity) return
  const { read } = desk.database
  const opened = openings !== null && await hasOpened(read, openings.keep, keep.id, desk.person.id) && await hasOpened(read, openings.other, other.id, desk.person.id)
  if (!opened) throw new OfficeError('forbidden', { detail: 'Beide Fälle haben eine Identität. Bitte zuerst beide öffnen und vergleichen.' })
}

function caseFieldsOf({ alias, kind, language, note, origin, place, ageBand, gender }: CaseFields): CaseFields {
  return { alias, kind, language, note, origin, place, ageBand, gender }
}

/** Gives whether the kept case has a card now. */
async function combineIdentity(transaction: Writing, keepId: string, otherId: string, choices: Choices): Promise<boolean> {
  const [mine, brought] = [await readIdentity(transaction.database, keepId), await readIdentity(transaction.database, otherId)]
  if (!brought) return false
  const keep = mine?.fields ?? emptyIdentity
  const combined = {
    ...combineParts(identityParts, keep, brought.fields, choices, uuidv7),
    addressProtected: keep.addressProtected || brought.fields.addressProtected,
  }
  if (mine) await transaction.update('client_identity', keepId, identityColumns(combined))
  else await transaction.insert('client_identity', { id: keepId, ...identityColumns(combined), deleted_at: null, deleted_by: null })
  await transaction.replaceRows('identity_channel', 'identity_id', keepId, channelRows(keepId, combined))
  await transaction.replaceRows('identity_document', 'identity_id', keepId, documentRows(keepId, combined))
  return true
}

async function combineSubject(transaction: Writing, keepId: string, otherId: string, choices: Choices): Promise<void> {
  const [keep, other] = [await readSubject(transaction.database, keepId), await readSubject(transaction.database, otherId)]
  const combined = combineParts(subjectParts, keep, other, choices, uuidv7)
  if (Object.values(combined).every((value) => value === '')) return
  if (await transaction.row('case_subject', keepId)) await transaction.update('case_subject', keepId, combined)
  else await transaction.insert('case_subject', { id: keepId, ...combined })
}

/** Ways of contact that are not safe for one of them are not safe for the person. */
async function combineSafety(transaction: Writing, keepId: string, otherId: string): Promise<void> {
  const [keep, other] = [await transaction.row('case_safety', keepId), await transaction.row('case_safety', otherId)]
  if (!other) return
  if (!keep) return transaction.insert('case_safety', { ...other, id: keepId } as never)
  const either = (column: string): number => Number(keep[column] === 1 || other[column] === 1)
  const joined = (column: string): string => [...new Set([keep[column], other[column]].filter(Boolean))].join(' / ')
  await transaction.update('case_safety', keepId, {
    no_calls: either('no_calls'), no_voicemail: either('no_voicemail'), no_messages: either('no_messages'), no_letters: either('no_letters'),
    code_word: joined('code_word'), note: joined('note'),
  })
}
