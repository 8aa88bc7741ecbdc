import type { ChangeReceipt } from '../../../../shared/records/model.ts'
import type { Letter, LetterFields, LetterStatus } from '../../../../shared/correspondence/letter.ts'
import { withOpenFields } from '../../../../shared/correspondence/body-fields.ts'
import { letterDetailsSchema, type ClientLetterItem, type LetterDetails } from '../../../../shared/counselling/letters/contract.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import { acceptedChange, finishedBody } from '../../correspondence/service.ts'
import type { Action } from '../../database/change-log.ts'
import type { CounsellingSchema } from '../../database/counselling/schema.ts'
import type { WriteTransaction } from '../../database/write-transaction.ts'
import type { CounsellingDesk, OfficeDesk } from '../../session.ts'
import { expectCaseAccess } from '../access/guard.ts'
import { seesEveryCase } from '../access/repository.ts'
import type { Living } from '../referrals/figures.ts'
import { notFound, receipt, validated } from '../service-parts.ts'
import { keepClientVersion } from './keep.ts'
import { contentColumns, fieldsOf, listClientLetters, readClientLetter, type ClientLetter, type ClientLetterQuery } from './repository.ts'
import { gapsOf, standingOf, standingOfLetter } from './standing.ts'

type Writing = WriteTransaction<CounsellingSchema>

const ref = (id: string) => ({ type: 'client-letter', id })

/** Letters about clients, as far as the person sees their cases. @throws OfficeError `forbidden`, `not-found` for a case */
export async function findClientLetters(desk: CounsellingDesk, living: Living, query: Omit<ClientLetterQuery, 'seenBy'>): Promise<{ letters: ClientLetterItem[]; total: number }> {
  await expectCaseAccess(desk, query.caseId)
  const { letters, total } = await listClientLetters(desk.database.read, { ...query, seenBy: seesEveryCase(desk.person) ? null : desk.person.id })
  const reasons = new Map((await desk.database.read.selectFrom('client_letter').select(['id', 'release_reason', 'contact_id']).where('id', 'in', letters.map(({ id }) => id)).execute()).map((row) => [row.id, row]))
  return {
    total,
    letters: await Promise.all(letters.map(async (letter) => ({
      ...letter,
      standing: (await standingOf(desk, living, { ...letter, name: letter.recipientName, contactId: reasons.get(letter.id)?.contact_id ?? null, reason: reasons.get(letter.id)?.release_reason ?? '' })).standing,
    }))),
  }
}

/** One letter with what belongs to it, also from the trash. @throws OfficeError `not-found`, `forbidden` for somebody else's case */
export async function getClientLetter(desk: CounsellingDesk, id: string): Promise<ClientLetter> {
  const found = (await readClientLetter(desk.database.read, id)) ?? notFound()
  await expectCaseAccess(desk, found.row.case_id)
  return found
}

/** Whether something may be told to a contact about a case. @throws OfficeError `forbidden`, `not-found` */
export async function standingOfContact(desk: CounsellingDesk, living: Living, caseId: string, contactId: string) {
  await expectCaseAccess(desk, caseId)
  const { standing, release } = await standingOf(desk, living, { caseId, toClient: false, contactId, name: '', reason: '' })
  return { standing, release }
}

/** Stores the fields that are given. @throws OfficeError `conflict` with the letter as it is now, `invalid` for a finished letter, `not-found`, `forbidden` */
export async function updateClientLetter(desk: CounsellingDesk, id: string, version: number, fields: Partial<LetterFields>): Promise<ChangeReceipt> {
  expectOneRecipient(fields)
  return change(desk, id, version, { label: 'Schreiben geändert', coalesce: `client-letter:${id}` }, async (transaction, { letter }) => {
    const next = { ...fieldsOf(letter), ...acceptedChange(letter, fields) }
    // Whoever chooses a contact writes to that one, no longer to the client.
    await transaction.update('client_letter', id, { ...contentColumns(next), ...(next.recipientId !== null && { to_client: 0 }) })
  })
}

/** What is told about a client is told to one recipient, by a release for that one; and papers of the office's files don't go along. */
function expectOneRecipient({ recipients = [], enclosedPapers = {} }: Partial<LetterFields>): void {
  if (recipients.length > 0) throw new OfficeError('invalid', { detail: 'Ein Schreiben der Beratung geht an einen Empfänger. Bitte für jeden weiteren ein eigenes Schreiben beginnen; dort wird die Entbindung geprüft. Es wurde nichts geändert.' })
  if (Object.keys(enclosedPapers).length > 0) throw new OfficeError('invalid')
}

/**
 * Finishes a letter, which keeps its text as a version with its hash, or takes it up again.
 * @throws OfficeError `invalid` while something is to be filled in, or where nothing allows to tell it; `conflict`, `not-found`, `forbidden`
 */
export async function setClientLetterStatus(desk: CounsellingDesk, office: OfficeDesk, living: Living, id: string, version: number, status: LetterStatus): Promise<ChangeReceipt> {
  const label = status === 'final' ? 'Schreiben fertiggestellt' : 'Schreiben wieder in Bearbeitung'
  return change(desk, id, version, { label }, async (transaction, found) => {
    const { letter } = found
    if (status === 'draft') {
      await transaction.update('client_letter', id, { status, release_id: null, ...contentColumns({ ...fieldsOf(letter), body: withOpenFields(letter.body) }) })
      return
    }
    const { body, missing } = await finishedBody(office, letter)
    const releaseId = await expectReady(desk, living, found, missing)
    await transaction.update('client_letter', id, { status, release_id: releaseId, ...contentColumns({ ...fieldsOf(letter), body }) })
    await keepClientVersion(transaction, desk, { ...letter, body }, { kind: 'final', note: '' })
  })
}

/** Stores purpose, reason and follow-up. @throws OfficeError `invalid`, `conflict`, `not-found`, `forbidden` */
export async function saveLetterDetails(desk: CounsellingDesk, id: string, version: number, details: Partial<LetterDetails>): Promise<ChangeReceipt> {
  const { purpose, reason, followUpOn } = validated(letterDetailsSchema.partial(), details)
  return change(desk, id, version, { label: 'Angaben zum Schreiben geändert', coalesce: `client-letter-details:${id}` }, (transaction) =>
    transaction.update('client_letter', id, { ...(purpose !== undefined && { purpose }), ...(reason !== undefined && { release_reason: reason }), ...(followUpOn !== undefined && { follow_up_on: followUpOn }) }))
}

/** Moves a letter with what came back from Word to the trash. Its number stays taken. @throws OfficeError `conflict`, `not-found`, `forbidden` */
export async function removeClientLetter(desk: CounsellingDesk, id: string, version: number): Promise<ChangeReceipt> {
  return change(desk, id, version, { label: 'Schreiben gelöscht' }, async (transaction) => {
    const papers = await transaction.database.selectFrom('attachment').select('id').where('letter_id', '=', id).where('deleted_at', 'is', null).execute()
    for (const paper of papers) await transaction.trash({ type: 'attachment', id: paper.id }, desk.person.id)
    await transaction.trash(ref(id), desk.person.id)
  })
}

/** @returns the release by which it may be told; null where none is needed or a reason stands for it */
async function expectReady(desk: CounsellingDesk, living: Living, found: ClientLetter, missing: readonly string[]): Promise<string | null> {
  const gaps = [...gapsOf(found.letter), ...missing]
  if (gaps.length > 0) throw new OfficeError('invalid', { detail: `Im Schreiben fehlt noch: ${gaps.join(', ')}. Bitte ergänzen Sie diese Stellen; sie stehen im Text in eckigen Klammern.` })
  const { standing, releaseId } = await standingOfLetter(desk, living, found)
  if (standing === 'missing') {
    throw new OfficeError('invalid', {
      detail: `Für „${found.letter.recipientName}“ gibt es in diesem Fall keine gültige Entbindung von der Schweigepflicht. Bitte eine Entbindung eintragen oder den Grund angeben, der die Weitergabe erlaubt. Das Schreiben bleibt Entwurf.`,
    })
  }
  return releaseId
}

async function change(
  desk: CounsellingDesk, id: string, version: number, action: Omit<Action, 'record'>, work: (transaction: Writing, found: ClientLetter) => Promise<void>,
): Promise<ChangeReceipt> {
  await getClientLetter(desk, id)
  const written = await desk.write({ ...action, record: ref(id) }, async (transaction) => {
    const found = (await readClientLetter(transaction.database, id)) ?? notFound()
    await transaction.expectVersion(ref(id), version, async (): Promise<Letter> => found.letter)
    await work(transaction, found)
  })
  return receipt(written, id, version)
}
