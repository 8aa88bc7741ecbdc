import { sql } from 'kysely'
import { plainText } from '../../../../shared/events/clashes/words.ts'
import type { EventFact, FactMoney } from '../../../../shared/events/figures/model.ts'
import { languagesOf } from '../../../../shared/events/figures/tally.ts'
import { sourceKindLabel } from '../../../../shared/events/money/catalogue.ts'
import type { OfficeSchema } from '../../database/office/schema.ts'
import type { ReadDatabase } from '../../database/side.ts'
import { moneyOfEvents, type MoneyOfEvent } from '../money/service.ts'

type Database = ReadDatabase<OfficeSchema>

/** Roles of those who make an event together with the office. */
const together = ['organiser', 'partner', 'patron', 'sponsor']

/** Events that begin between two days, whatever their state. */
export async function readFacts(database: Database, from: string, to: string): Promise<EventFact[]> {
  const rows = await database.selectFrom('event').leftJoin('venue', 'venue.id', 'event.venue_id').leftJoin('event_series', 'event_series.id', 'event.series_id')
    .select(['event.id', 'event.kind', 'event.state', 'event.starts_on', 'event.place_text', 'event.topic', 'event.languages', 'event.visitors', 'event.visitors_counted', 'venue.name as venue', 'event_series.title as series'])
    .where('event.deleted_at', 'is', null).where('event.starts_on', '>=', from).where('event.starts_on', '<=', to).execute()
  const partners = await readPartners(database, from, to)
  const checkedIn = await readCheckedIn(database, rows.map(({ id }) => id))
  const money = await moneyOfEvents(database, rows.map(({ id }) => id))
  return rows.map((row) => ({
    kind: row.kind, state: row.state, day: row.starts_on ?? from, series: row.series ?? '', place: row.venue ?? row.place_text, topic: row.topic.trim(), languages: languagesOf(row.languages),
    // Who was ticked off at the door was counted.
    visitors: row.visitors ?? checkedIn.get(row.id) ?? null, counted: row.visitors === null ? checkedIn.has(row.id) : row.visitors_counted === 1,
    partners: [...(partners.get(row.id) ?? [])], money: moneyFact(money.get(row.id)),
  }))
}

/** An event without a line and a receipt has no money to tell of. */
function moneyFact(money: MoneyOfEvent | undefined): FactMoney | null {
  if (!money) return null
  const { expense, income, bySource } = money
  if (expense.plannedCents === 0 && expense.actualCents === 0 && income.actualCents === 0 && bySource.length === 0) return null
  return {
    plannedCents: expense.plannedCents, spentCents: expense.actualCents, incomeCents: income.actualCents,
    sources: bySource.map(({ kind, plannedCents, actualCents, usedCents }) => ({ label: sourceKindLabel(kind), plannedCents, actualCents, usedCents })),
  }
}

/** How many were checked in, also at events whose list of people is deleted by now. */
async function readCheckedIn(database: Database, eventIds: readonly string[]): Promise<Map<string, number>> {
  const found = new Map<string, number>()
  if (eventIds.length === 0) return found
  const there = await database.selectFrom('participant').select(['event_id', (eb) => eb.fn.sum<number>('arrived_persons').as('present')])
    .where('event_id', 'in', eventIds).where('arrived_at', 'is not', null).groupBy('event_id').execute()
  const deleted = await database.selectFrom('event_attendance').select(['id', sql<number>`coalesce(json_extract(figures, '$.present'), 0)`.as('present')]).where('id', 'in', eventIds).execute()
  for (const { id, present } of [...there.map(({ event_id, present }) => ({ id: event_id, present })), ...deleted]) if (present > 0) found.set(id, (found.get(id) ?? 0) + present)
  return found
}

/** Who makes each event with the office: contacts by their id, others by their name. The own administration isn't a partner of itself. */
async function readPartners(database: Database, from: string, to: string): Promise<Map<string, Set<string>>> {
  const rows = await database.selectFrom('event_partner').innerJoin('event', 'event.id', 'event_partner.event_id').leftJoin('contact', 'contact.id', 'event_partner.contact_id')
    .select(['event_partner.event_id', 'event_partner.contact_id', 'event_partner.name', 'contact.affiliation'])
    .where('event.deleted_at', 'is', null).where('event.starts_on', '>=', from).where('event.starts_on', '<=', to).where('event_partner.role', 'in', together).execute()
  const partners = new Map<string, Set<string>>()
  for (const { event_id, contact_id, name, affiliation } of rows) {
    if (affiliation === 'internal') continue
    const known = partners.get(event_id) ?? new Set()
    partners.set(event_id, known.add(contact_id ?? `name:${plainText(name)}`))
  }
  return partners
}
