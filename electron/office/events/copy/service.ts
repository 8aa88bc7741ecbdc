import { uuidv7 } from 'uuidv7'
import type { EventMoney } from '../../../../shared/events/money/model.ts'
import type { OfficeEvent } from '../../../../shared/events/model.ts'
import { addDays, daysBetween } from '../../../../shared/holidays/days.ts'
import type { ChangeReceipt } from '../../../../shared/records/model.ts'
import type { Land } from '../../../../shared/vault/laender.ts'
import type { OfficeDesk } from '../../session.ts'
import { addChecklist } from '../../tasks/service.ts'
import { getChecklist } from '../checklists/service.ts'
import { equipmentPart } from '../equipment/service.ts'
import { moneyPart } from '../money/service.ts'
import { eventColumns, partnerRows } from '../repository.ts'
import { runPart } from '../run/service.ts'
import { safetyPart } from '../safety/service.ts'
import { eventRef, getEvent } from '../service.ts'
import { shiftsPart } from '../shifts/service.ts'

/** What the new event is called, when it is, and which checklist it gets. */
export interface EventCopy {
  title: string
  startsOn: string | null
  checklistId: string | null
  land: Land
}

/**
 * Makes a new event from one that was: what is said of it, partners, budget plan, shifts, material, run sheet and risks. What happened
 * stays behind: visitors, receipts, Bescheide, who helped, what was got. One step.
 * @throws OfficeError `not-found`
 */
export async function copyEvent(desk: OfficeDesk, id: string, { title, startsOn, checklistId, land }: EventCopy): Promise<ChangeReceipt & { id: string }> {
  const event = await getEvent(desk, id)
  const checklist = checklistId === null ? null : await getChecklist(desk, checklistId)
  const { read } = desk.database
  const money = planOf(await moneyPart.read(read, id))
  const { shifts } = await shiftsPart.read(read, id)
  const { items } = await equipmentPart.read(read, id)
  const run = await runPart.read(read, id)
  const safety = await safetyPart.read(read, id)
  const copy = uuidv7()
  const written = await desk.write({ label: 'Veranstaltung nach Vorlage angelegt', record: eventRef(copy) }, async (transaction) => {
    await transaction.insert('event', { id: copy, ...eventColumns(coreOf(event, title, startsOn)), deleted_at: null, deleted_by: null })
    await transaction.replaceRows('event_partner', 'event_id', copy, partnerRows(copy, event.partners.map((partner) => ({ ...partner, id: uuidv7() }))))
    await moneyPart.write(transaction, copy, money, desk.person.id)
    await shiftsPart.write(transaction, copy, { shifts: shifts.map((shift) => ({ ...shift, id: uuidv7(), people: [] })) }, desk.person.id)
    await equipmentPart.write(transaction, copy, { items: items.map((item) => ({ ...item, id: uuidv7(), got: false, returned: false })) }, desk.person.id)
    await runPart.write(transaction, copy, { items: run.items.map((item) => ({ ...item, id: uuidv7() })) }, desk.person.id)
    await safetyPart.write(transaction, copy, { ...safety, risks: safety.risks.map((risk) => ({ ...risk, id: uuidv7() })) }, desk.person.id)
    if (checklist) await addChecklist(transaction, desk, eventRef(copy), startsOn, checklist.items, land)
  })
  return { id: copy, change: written.change, version: written.versions.get(copy) ?? 1 }
}

/** The event as it was planned. Times stay; days are kept as a length, and need a first day. */
function coreOf({ id: _id, version: _version, place: _place, seriesTitle: _series, partners: _partners, trashed: _trashed, ...fields }: OfficeEvent, title: string, startsOn: string | null) {
  const days = fields.startsOn === null || fields.endsOn === null ? null : daysBetween(fields.startsOn, fields.endsOn)
  return {
    ...fields, title, state: 'planned' as const, seriesId: null, visitors: null, visitorsCounted: false, startsOn, endsOn: startsOn === null || days === null ? null : addDays(startsOn, days),
    ...(startsOn === null && { startsAt: null, endsAt: null }),
  }
}

/** The plan without what came of it: no receipts, no Bescheid, no deadline. */
function planOf({ sources, lines }: EventMoney): EventMoney {
  const ids = new Map(sources.map(({ id }) => [id, uuidv7()]))
  return {
    sources: sources.map((source) => ({ ...source, id: ids.get(source.id) ?? uuidv7(), reference: '', approvedCents: null, proofOn: null, note: '' })),
    lines: lines.map((line) => ({ ...line, id: uuidv7(), sourceId: line.sourceId === null ? null : ids.get(line.sourceId) ?? null })),
    receipts: [],
  }
}
