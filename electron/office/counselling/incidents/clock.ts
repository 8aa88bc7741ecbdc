import { clockOf, type ClockRule } from '../../../../shared/counselling/incidents/clock.ts'
import { isoDay } from '../../../../shared/dates.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import { germanDay } from '../../../../shared/holidays/days.ts'
import type { ChangeReceipt } from '../../../../shared/records/model.ts'
import type { CounsellingDesk } from '../../session.ts'
import { createDeadline } from '../deadlines/service.ts'
import { expectIncidentAccess } from './access.ts'
import { caseIdsOfIncident, readIncident } from './repository.ts'
import { notFound } from '../service-parts.ts'
import { change } from './service.ts'

/**
 * Stores a period of the clock as a deadline, with everything that the deadlines' own service asks for. Its title names the incident by
 * its number and nobody: who has the key sees deadlines without a case.
 * @param start the day that the person read
 * @throws OfficeError `invalid` when it isn't offered, is taken already, has no beginning or another one; `forbidden`, `not-found`
 */
export async function takeDeadline(
  desk: CounsellingDesk, { id, rule, start, caseId }: { id: string; rule: ClockRule; start: string; caseId: string | null },
): Promise<ChangeReceipt & { deadlineId: string; number: string }> {
  await expectIncidentAccess(desk, id)
  const incident = (await readIncident(desk.database.read, id)) ?? notFound()
  if (incident.trashed) notFound()
  const offer = clockOf(incident).find((each) => each.rule === rule)
  if (!offer) throw new OfficeError('invalid', { detail: 'Diese Frist passt nicht mehr zu den Angaben des Vorfalls.' })
  if (incident.deadlines.some((taken) => taken.rule === rule)) throw new OfficeError('invalid', { detail: 'Diese Frist ist schon übernommen.' })
  if (offer.start !== start) throw new OfficeError('invalid', { detail: 'Der Beginn der Frist wurde inzwischen geändert. Bitte noch einmal ansehen.' })
  if (caseId !== null && !(await caseIdsOfIncident(desk.database.read, id)).includes(caseId)) {
    throw new OfficeError('invalid', { detail: 'Dieser Fall ist mit dem Vorfall nicht verknüpft.' })
  }
  const texts = { title: `${offer.title} (${incident.number})`, task: offer.title, place: '', note: `Aus dem Vorfall ${incident.number}: ${offer.startLabel} am ${germanDay(start)}.` }
  const dating = { land: incident.land, calculation: { rule, land: incident.land, way: 'event' as const, date: start }, taken: null }
  const created = await createDeadline(desk, { caseId, consultationId: null }, texts, dating, isoDay(new Date()), id)
  return { change: created.change, version: incident.version, deadlineId: created.id, number: created.number }
}

/** Notes why a period isn't taken over; null takes the refusal back. @throws OfficeError `not-found`, `forbidden` */
export async function refuseDeadline(desk: CounsellingDesk, id: string, rule: ClockRule, reason: string | null): Promise<ChangeReceipt> {
  return change(desk, id, { label: reason === null ? 'Frist wieder offen' : 'Frist des Vorfalls nicht übernommen' }, async (transaction, stored) => {
    const row = `${id}:${rule}`
    if (stored.refusals.some((refusal) => refusal.rule === rule)) await transaction.remove('incident_refusal', row)
    if (reason === null) return
    await transaction.insert('incident_refusal', { id: row, incident_id: id, rule, reason, refused_on: isoDay(new Date()), refused_by_name: desk.person.name })
  })
}
