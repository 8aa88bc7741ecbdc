import { randomBytes } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import { isoDay } from '../../../../shared/dates.ts'
import { listName } from '../../../../shared/directory/names.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import { codeFrom } from '../../../../shared/events/series/entry-fields.ts'
import type { PartnerState, SeriesPartner } from '../../../../shared/events/series/model.ts'
import { findMembers } from '../../directory/lists/service.ts'
import { getContact } from '../../directory/service.ts'
import type { OfficeDesk } from '../../session.ts'
import type { EventTransaction } from '../service.ts'
import { seriesPartners } from './partners-repository.ts'
import { getSeries, seriesRef } from './service.ts'

type Changed = { change: string | null }
const mostMembers = 1_000

/** Who is asked for events of a series. @throws OfficeError `not-found` */
export async function findPartners(desk: OfficeDesk, seriesId: string): Promise<SeriesPartner[]> {
  await getSeries(desk, seriesId)
  return seriesPartners(desk.database.read, seriesId)
}

/** Adds contacts, members of a list, or a name. Who is there already isn't added twice. @throws OfficeError `not-found`, `invalid` for nobody */
export async function addPartners(
  desk: OfficeDesk, seriesId: string, { contactIds, listId, name }: { contactIds: readonly string[]; listId: string | null; name: string },
): Promise<Changed & { added: number }> {
  const known = new Set((await findPartners(desk, seriesId)).flatMap(({ contactId }) => contactId ?? []))
  const members = listId === null ? [] : (await findMembers(desk, { id: listId, view: 'all', offset: 0, limit: mostMembers })).members
  const wanted = [...new Set([...contactIds, ...members.map((member) => member.id)])].filter((id) => !known.has(id))
  const people: Named[] = []
  for (const contactId of wanted) people.push({ contactId, name: listName(await getContact(desk, contactId)) })
  if (name.trim() !== '') people.push({ contactId: null, name: name.trim() })
  if (people.length === 0) return { change: null, added: 0 }
  const { change } = await desk.write({ label: people.length === 1 ? 'Partner hinzugefügt' : `${people.length} Partner hinzugefügt`, record: seriesRef(seriesId) }, (transaction) =>
    insertPartners(transaction, seriesId, people, known.size))
  return { change, added: people.length }
}

interface Named { contactId: string | null; name: string }

/** Adds partners, as part of a larger step. @param first how many are there already */
export async function insertPartners(transaction: EventTransaction, seriesId: string, people: readonly Named[], first: number): Promise<void> {
  for (const [index, { contactId, name }] of people.entries()) {
    await transaction.insert('event_series_partner', {
      id: uuidv7(), series_id: seriesId, position: first + index, contact_id: contactId, name, code: codeFrom(randomBytes(6)), state: 'noted', invited_on: null, reminded_on: null, answered_on: null, note: '',
    })
  }
}

/** Changes who a partner is and what is noted of it. @throws OfficeError `not-found`, `invalid` for a contact that is a partner already */
export async function updatePartner(desk: OfficeDesk, seriesId: string, id: string, fields: Pick<SeriesPartner, 'name' | 'contactId' | 'note'>): Promise<Changed> {
  const partners = await findPartners(desk, seriesId)
  expectAll(partners, [id])
  if (fields.contactId !== null && partners.some((each) => each.id !== id && each.contactId === fields.contactId)) throw new OfficeError('invalid', { fields: { name: 'Dieser Kontakt ist schon unter den Partnern.' } })
  return desk.write({ label: 'Partner geändert', record: seriesRef(seriesId), coalesce: `series-partner:${id}` }, (transaction) =>
    transaction.update('event_series_partner', id, { name: fields.name, contact_id: fields.contactId, note: fields.note }))
}

/** Says where partners stand; the day is today. @throws OfficeError `not-found` */
export async function setPartnerStates(desk: OfficeDesk, seriesId: string, ids: readonly string[], state: PartnerState): Promise<Changed> {
  expectAll(await findPartners(desk, seriesId), ids)
  return desk.write({ label: 'Stand der Partner geändert', record: seriesRef(seriesId) }, async (transaction) => {
    for (const id of ids) await transaction.update('event_series_partner', id, stateColumns(state))
  })
}

/** Columns of a state that begins today. */
export function stateColumns(state: PartnerState, today = isoDay(new Date())) {
  if (state === 'noted') return { state, invited_on: null, reminded_on: null, answered_on: null }
  if (state === 'invited') return { state, invited_on: today, reminded_on: null, answered_on: null }
  return state === 'reminded' ? { state, reminded_on: today, answered_on: null } : { state, answered_on: today }
}

/** Takes a partner off; events that came from it stay. @throws OfficeError `not-found` */
export async function removePartner(desk: OfficeDesk, seriesId: string, id: string): Promise<Changed> {
  expectAll(await findPartners(desk, seriesId), [id])
  return desk.write({ label: 'Partner entfernt', record: seriesRef(seriesId) }, (transaction) => transaction.remove('event_series_partner', id))
}

function expectAll(partners: readonly SeriesPartner[], ids: readonly string[]): void {
  if (ids.some((id) => partners.every((each) => each.id !== id))) throw new OfficeError('not-found')
}
