import { uuidv7 } from 'uuidv7'
import data from '../../../resources/demo/event-plans.json' with { type: 'json' }
import { listName } from '../../../shared/directory/names.ts'
import type { SourceKind } from '../../../shared/events/money/catalogue.ts'
import type { EventMoney, Receipt } from '../../../shared/events/money/model.ts'
import { exclusionClause, risksFor, type RiskPlace } from '../../../shared/events/safety/catalogue.ts'
import type { Safety } from '../../../shared/events/safety/model.ts'
import { getContact } from '../directory/service.ts'
import { equipmentPart } from '../events/equipment/service.ts'
import { moneyPart } from '../events/money/service.ts'
import { runPart } from '../events/run/service.ts'
import { safetyPart } from '../events/safety/service.ts'
import { eventRef, findEvents } from '../events/service.ts'
import { shiftsPart } from '../events/shifts/service.ts'
import type { OfficeDesk } from '../session.ts'
import { daysAgo } from './days-ago.ts'
import type { DemoContacts } from './demo-contacts.ts'

type Plan = (typeof data.events)[number]
type Named = (who: string) => Promise<{ id: string | null; name: string }>

/** Budgets with receipts, shifts, material, run sheets and emergency sheets of three events, each in one step. */
export async function fillEventPlans(desk: OfficeDesk, contacts: DemoContacts): Promise<void> {
  const { events } = await findEvents(desk, { query: '', filter: 'all', kind: '', seriesId: null, from: null, to: null, offset: 0, limit: 100 })
  const named: Named = async (who) => {
    const id = who.startsWith('o:') ? contacts.organisations[Number(who.slice(2))] : who.startsWith('p:') ? contacts.people[Number(who.slice(2))] : undefined
    return id === undefined ? { id: null, name: who } : { id, name: listName(await getContact(desk, id)) }
  }
  for (const plan of data.events) {
    // The year before had events of the same title; the list has the earlier ones first.
    const event = events.findLast(({ title }) => title === plan.title)
    if (!event) continue
    const { id, kind } = event
    const [money, shifts, equipment] = [await moneyOf(plan, named), await shiftsOf(plan, named), await equipmentOf(plan, named)]
    await desk.write({ label: 'Veranstaltung geplant', record: eventRef(id) }, async (transaction) => {
      await moneyPart.write(transaction, id, money, desk.person.id)
      await shiftsPart.write(transaction, id, { shifts }, desk.person.id)
      await equipmentPart.write(transaction, id, { items: equipment }, desk.person.id)
      await runPart.write(transaction, id, { items: plan.run.map(({ at, ...item }) => ({ ...item, id: uuidv7(), day: 0, startsAt: at })) }, desk.person.id)
      if (plan.safety) await safetyPart.write(transaction, id, safetyOf(plan.safety, kind), desk.person.id)
    })
  }
}

async function moneyOf({ sources, lines, receipts }: Plan, named: Named): Promise<EventMoney> {
  const ids = new Map<string, string>([...sources.map(({ key }) => [`source:${key}`, uuidv7()] as const), ...lines.map(({ key }) => [`line:${key}`, uuidv7()] as const)])
  const idOf = (key: string): string => ids.get(key) ?? uuidv7()
  const day = (days: number | null): string | null => (days === null ? null : daysAgo(days))
  return {
    sources: await Promise.all(sources.map(async ({ key, kind, name, who, reference, planned, approved, proofIn, note }) => {
      const funder = await named(who)
      return { id: idOf(`source:${key}`), kind: kind as SourceKind, name, contactId: funder.id, funder: funder.name, reference, plannedCents: planned, approvedCents: approved, proofOn: proofIn === null ? null : daysAgo(-proofIn), note }
    })),
    lines: lines.map(({ key, category, label, planned, source }) => ({ id: idOf(`line:${key}`), category, label, plannedCents: planned, sourceId: idOf(`source:${source}`) })),
    receipts: await Promise.all(receipts.map(async ({ direction, number, on, paid, who, purpose, amount, line, source }): Promise<Receipt> => {
      const party = await named(who)
      return {
        id: uuidv7(), direction: direction as Receipt['direction'], number, on: day(on), paidOn: day(paid), contactId: party.id, party: party.name, purpose, amountCents: amount,
        lineId: line === '' ? null : idOf(`line:${line}`), sourceId: source === '' ? null : idOf(`source:${source}`),
      }
    })),
  }
}

function shiftsOf({ shifts }: Plan, named: Named) {
  return Promise.all(shifts.map(async ({ task, place, day, from, to, needed, note, people }) => ({
    id: uuidv7(), task, place, day, startsAt: from, endsAt: to, needed, note,
    people: await Promise.all(people.map(async (who) => { const { id, name } = await named(who); return { id: uuidv7(), contactId: id, name } })),
  })))
}

function equipmentOf({ equipment }: Plan, named: Named) {
  return Promise.all(equipment.map(async ({ what, quantity, owner, bringer, got, note }) => {
    const [from, by] = [await named(owner), await named(bringer)]
    return { id: uuidv7(), what, quantity, ownerId: from.id, owner: from.name, bringerId: by.id, bringer: by.name, got, returned: false, note }
  }))
}

function safetyOf({ place, exclusion, facts, note }: NonNullable<Plan['safety']>, kind: string): Safety {
  return {
    facts, exclusion, exclusionText: exclusion ? exclusionClause.text : '', note,
    risks: risksFor(kind, place as RiskPlace).map(({ title, likelihood, impact, measure }, at) => ({ id: uuidv7(), title, likelihood, impact, measure, responsible: at < 3 ? 'Mara Muster' : '' })),
  }
}
