import { uuidv7 } from 'uuidv7'
import { addressLines } from '../../../../shared/correspondence/address-block.ts'
import type { LetterFields } from '../../../../shared/correspondence/letter.ts'
import { impersonalSalutation } from '../../../../shared/correspondence/salutation.ts'
import type { IdentityFields } from '../../../../shared/counselling/identity/model.ts'
import type { NewLetter } from '../../../../shared/counselling/letters/contract.ts'
import { fillFacts, findStarter, starterBody, type Facts } from '../../../../shared/counselling/letters/starters.ts'
import { displayName } from '../../../../shared/directory/names.ts'
import { isoDay } from '../../../../shared/dates.ts'
import { addDays } from '../../../../shared/holidays/days.ts'
import type { ChangeReceipt } from '../../../../shared/records/model.ts'
import { beginLetter, getRecipient } from '../../correspondence/service.ts'
import type { CounsellingDesk, OfficeDesk } from '../../session.ts'
import { expectCaseAccess } from '../access/guard.ts'
import { readCase } from '../cases/repository.ts'
import { nextSequence } from '../counter.ts'
import { expectUsable } from '../privacy/restriction.ts'
import { notFound, receipt } from '../service-parts.ts'
import { newLetterFacts, openedCard } from './facts.ts'
import { contentColumns } from './repository.ts'

/** Letter of the series: numbers of letters about clients are counted on this side alone, so the register of the office has no gap. */
const series = 'BS'

/**
 * Begins a letter about a client with the next number of its own series. Letterhead and address come from the office side; the
 * letter lies in counselling.db only.
 * @throws OfficeError `not-found` for a case, contact or starter that isn't there, `forbidden` for somebody else's case, an identity card
 *   that wasn't opened or a restricted case
 */
export async function createClientLetter(
  desk: CounsellingDesk, office: OfficeDesk, { caseId, starter: code, recipient, opening, answers, land }: NewLetter, today = isoDay(new Date()),
): Promise<ChangeReceipt & { id: string }> {
  await expectCaseAccess(desk, caseId)
  await expectUsable(desk.database.read, caseId)
  const starter = code === null ? undefined : (findStarter(code) ?? notFound())
  const card = await openedCard(desk, caseId, opening)
  const toClient = recipient.kind === 'client'
  const facts = await newLetterFacts(desk, caseId, { card, toClient }, answers, starter, land)
  const begun = await beginLetter(office, today, recipient.kind === 'contact' ? await getRecipient(office, recipient.contactId) : null)
  const fields: LetterFields = {
    ...begun,
    ...(toClient && toTheClient(card)),
    yourReference: answers.theirReference ?? '',
    ...(starter && { subject: fillFacts(starter.subject, facts), body: starterBody(starter, facts), enclosures: starter.enclosures }),
    particulars: caseParticulars(facts),
  }
  const id = uuidv7()
  const written = await desk.write({ label: 'Schreiben begonnen', record: { type: 'client-letter', id } }, async (transaction) => {
    if ((await readCase(transaction.database, caseId))?.trashed !== false) notFound()
    const year = Number(today.slice(0, 4))
    const sequence = await nextSequence(transaction, series, year)
    await transaction.insert('client_letter', {
      id, case_id: caseId, year, sequence, number: `${series}-${year}-${String(sequence).padStart(3, '0')}`, status: 'draft', ...contentColumns(fields), to_client: Number(toClient),
      starter: code, purpose: starter?.purpose ?? '', release_id: null, release_reason: '', follow_up_on: starter?.followUp ? addDays(today, starter.followUp.days) : null, deadline_id: null, land,
      sent_on: null, sent_way: null, sent_note: '', counsellor_id: desk.person.id, counsellor_name: desk.person.name, deleted_at: null, deleted_by: null,
    })
  })
  return { ...receipt(written, id), id }
}

/** Address and salutation of the client, from the opened card; nothing is derived from a first name. */
function toTheClient(card: IdentityFields | null): Pick<LetterFields, 'recipientName' | 'addressLines' | 'salutation' | 'addressNotes'> {
  if (card === null) return { recipientName: '', addressLines: [], salutation: impersonalSalutation, addressNotes: [] }
  const person = { ...card, kind: 'person' as const, title: '', salutation: 'name' as const }
  const name = displayName(person)
  return {
    recipientName: name, addressNotes: ['Persönlich/Vertraulich'], salutation: name === '' ? 'Guten Tag,' : `Guten Tag ${name},`,
    addressLines: addressLines({ person, addition: card.addressExtra, street: card.street, postalCode: card.postalCode, city: card.place, country: card.country }),
  }
}

/** What the office's own templates can name of the case. */
function caseParticulars(facts: Facts): LetterFields['particulars'] {
  const { person = '', geburtstag = '', anschrift = '', fall = '', frist = '' } = facts
  return { fall_aktenzeichen: fall, fall_person: person, fall_geboren: geburtstag, fall_anschrift: anschrift, fall_frist: frist }
}
