import { uuidv7 } from 'uuidv7'
import { purposeSchema, type Purpose } from '../../../../shared/directory/dealings/purposes.ts'
import type { ContactPrivacy, ReviewGroup, ReviewItem } from '../../../../shared/directory/privacy/model.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import type { OfficeDesk } from '../../session.ts'
import { savePurpose } from '../dealings/repository.ts'
import { kindOf, presentIds } from '../repository.ts'
import { countReview, listReview } from './review-repository.ts'
import { decide, readPrivacy, today } from './state.ts'

type Done = Promise<{ change: string | null, contacts: number }>

/** A page of the contacts that somebody has to look at, and how many each group has. Proposes and never acts by itself. */
export async function findReview(desk: OfficeDesk, query: { group: ReviewGroup, offset: number, limit: number }): Promise<{ items: ReviewItem[], counts: Record<ReviewGroup, number> }> {
  const day = today()
  return { items: await listReview(desk.database.read, { ...query, today: day }), counts: await countReview(desk.database.read, day) }
}

/** What was decided on a contact. */
export async function getPrivacy(desk: OfficeDesk, id: string): Promise<ContactPrivacy> {
  return readPrivacy(desk.database.read, id)
}

/** Gives contacts a purpose, all of them as one step; those that aren't there are passed over. @throws OfficeError `invalid` */
export async function assignPurpose(desk: OfficeDesk, ids: readonly string[], purpose: Omit<Purpose, 'id' | 'contactId' | 'revokedOn'>): Done {
  const written = await desk.write({ label: ids.length === 1 ? 'Zweck eingetragen' : `Zweck für ${ids.length} Kontakte eingetragen` }, async (transaction) => {
    const present = await presentIds(transaction.database, ids)
    for (const contactId of present) await savePurpose(transaction, purposeSchema.parse({ ...purpose, id: uuidv7(), contactId, revokedOn: null }))
    return present.length
  })
  return { change: written.change, contacts: written.value }
}

/** Keeps contacts off the list until a day. @throws OfficeError `invalid` for a day that has passed */
export async function postpone(desk: OfficeDesk, ids: readonly string[], until: string, reason: string): Done {
  if (until <= today()) throw new OfficeError('invalid', { detail: 'Der Tag muss in der Zukunft liegen.', fields: { until: 'Bitte einen Tag in der Zukunft wählen.' } })
  return decide(desk, ids, ['Prüfung verschoben', 'Prüfungen verschoben'], { postponed_until: until, postponed_reason: reason })
}

/** Proposes to destroy contacts; somebody with the right to do so has to look at it and confirm. */
export async function propose(desk: OfficeDesk, ids: readonly string[], reason: string, note: string): Done {
  return decide(desk, ids, ['Zur Löschung vorgeschlagen', 'Kontakte zur Löschung vorgeschlagen'], {
    proposed_on: today(), proposed_by: desk.person.name, proposed_reason: reason, proposed_note: note,
  })
}

/** Takes proposals back. */
export async function withdraw(desk: OfficeDesk, ids: readonly string[]): Done {
  return decide(desk, ids, ['Löschvorschlag zurückgenommen', 'Löschvorschläge zurückgenommen'], { proposed_on: null, proposed_by: '', proposed_reason: '', proposed_note: '' })
}

/** Restricts the processing of a contact with a reason, or lifts the restriction. @throws OfficeError `not-found` */
export async function restrict(desk: OfficeDesk, id: string, reason: string | null): Done {
  if (await kindOf(desk.database.read, id) === undefined) throw new OfficeError('not-found')
  return reason === null
    ? decide(desk, [id], ['Einschränkung aufgehoben', ''], { restricted_on: null, restricted_reason: '' })
    : decide(desk, [id], ['Verarbeitung eingeschränkt', ''], { restricted_on: today(), restricted_reason: reason })
}
