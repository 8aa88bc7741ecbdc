import { uuidv7 } from 'uuidv7'
import { isoDay } from '../../../../../shared/dates.ts'
import { emptyEvent, type EventInput, type Venue } from '../../../../../shared/events/model.ts'
import type { EntryValues } from '../../../../../shared/events/series/entries.ts'
import type { Land } from '../../../../../shared/vault/laender.ts'
import type { OfficeDesk } from '../../../session.ts'
import { moveTasksAlong } from '../../../tasks/service.ts'
import { eventColumns, partnerRows } from '../../repository.ts'
import { eventRef, type EventTransaction } from '../../service.ts'
import { placeFrom } from './places.ts'
import type { EntryPlan } from './plan.ts'

/** Names in a list as people write it. */
function namesIn(text: string): string[] {
  return [...new Set(text.split(/[,;\n]/u).map((name) => name.trim()).filter((name) => name !== ''))].slice(0, 50)
}

/** Stores an entry as a new event of its partner, which awaits to be looked at. */
export async function createFromEntry(transaction: EventTransaction, desk: OfficeDesk, { shown: { values }, raw, partner }: EntryPlan, { seriesId, venues, textLimit }: { seriesId: string; venues: readonly Venue[]; textLimit: number }): Promise<void> {
  const id = uuidv7()
  const fields: EventInput = {
    ...emptyEvent, ...eventFields(values), ...placeFrom(values.place, venues), seriesId, state: values.startsOn === null ? 'idea' : 'planned', responsibleId: desk.person.id, responsibleName: desk.person.name,
  }
  await transaction.insert('event', { id, ...eventColumns(fields), deleted_at: null, deleted_by: null })
  const partners = [
    ...(partner ? [{ id: uuidv7(), role: 'organiser', contactId: partner.contactId, name: partner.name, note: '' }] : []),
    ...namesIn(values.partners).map((name) => ({ id: uuidv7(), role: 'partner', contactId: null, name, note: '' })),
  ]
  for (const row of partnerRows(id, partners)) await transaction.insert('event_partner', row)
  await transaction.insert('event_entry', { id: uuidv7(), event_id: id, partner_id: partner?.id ?? null, slot: raw.slot, query: '', ...readingColumns(values, textLimit) })
}

/** Brings an event to what its form says now, as far as it was decided. */
export async function changeFromEntry(transaction: EventTransaction, plan: EntryPlan, { venues, textLimit, land }: { venues: readonly Venue[]; textLimit: number; land: Land }): Promise<void> {
  const { shown: { values }, raw, partner, stored, changes } = plan
  if (!stored) return
  const { event, entry } = stored
  const taken = new Set(changes.filter((change) => change.taken).map(({ value }) => value))
  const all = eventFields(values)
  const fields: Partial<EventInput> = {
    ...Object.fromEntries(Object.entries(all).filter(([name]) => taken.has(name as keyof EntryValues))), ...(taken.has('place') ? placeFrom(values.place, venues) : {}),
  }
  if (Object.keys(fields).length > 0) await transaction.update('event', event.id, eventColumns(fields))
  if (fields.startsOn !== undefined && fields.startsOn !== null && fields.startsOn !== event.startsOn) await moveTasksAlong(transaction, eventRef(event.id), fields.startsOn, land)
  if (taken.has('partners')) {
    const old = new Set(namesIn(entry?.lastReading?.partners ?? ''))
    const kept = event.partners.filter((each) => each.contactId !== null || each.role !== 'partner' || !old.has(each.name))
    const next = namesIn(values.partners).filter((name) => kept.every((each) => each.name !== name)).map((name) => ({ id: uuidv7(), role: 'partner', contactId: null, name, note: '' }))
    await transaction.replaceRows('event_partner', 'event_id', event.id, partnerRows(event.id, [...kept, ...next]))
  }
  const reading = readingColumns(values, textLimit)
  const columns = {
    partner_id: partner?.id ?? null, slot: raw.slot, read_on: reading.read_on, last_reading: reading.last_reading,
    ...(taken.has('publicContact') ? { public_contact: values.publicContact } : {}), ...(taken.has('remark') ? { remark: values.remark } : {}),
    // What was accepted was something else.
    ...(taken.size > 0 && entry?.approval === 'accepted' ? { approval: 'received' as const } : {}),
  }
  if (entry) await transaction.update('event_entry', entry.id, columns)
  else await transaction.insert('event_entry', { id: uuidv7(), event_id: event.id, query: '', ...reading, ...columns })
}

function eventFields(values: EntryValues): Partial<EventInput> {
  const { place: _place, partners: _partners, publicContact: _contact, remark: _remark, ...fields } = values
  return fields
}

function readingColumns(values: EntryValues, textLimit: number) {
  return {
    read_on: isoDay(new Date()), last_reading: JSON.stringify(values), approval: values.programmeText.length > textLimit ? 'query' as const : 'received' as const,
    public_contact: values.publicContact, remark: values.remark,
  }
}
