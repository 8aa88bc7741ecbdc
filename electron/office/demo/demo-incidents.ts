import data from '../../../resources/demo/incidents.json' with { type: 'json' }
import { clockOf, clockRules } from '../../../shared/counselling/incidents/clock.ts'
import { emptyIncident, incidentShape } from '../../../shared/counselling/incidents/model.ts'
import { refuseDeadline, takeDeadline } from '../counselling/incidents/clock.ts'
import { openOffender, saveOffender } from '../counselling/incidents/offender.ts'
import { createIncident, getIncident, keepIncident, saveAffected, tickFirstAid } from '../counselling/incidents/service.ts'
import { saveSafety } from '../counselling/safety/service.ts'
import type { CounsellingDesk } from '../session.ts'
import { daysAgo } from './days-ago.ts'

interface DemoIncident {
  /** Aliases of the cases of whom it happened to; `anonymous`: how many more of whom nothing is known. */
  cases: string[]
  ageGroup?: string
  anonymous?: number
  take: string[]
  refuse?: Record<string, string>
  firstAid: string[]
  offender?: string
  keep?: boolean
  fields: Record<string, unknown>
}

/** Records invented incidents: one whose clock runs, one whose clock waits, attacks, reports without a person, one that is settled. */
export async function fillIncidents(desk: CounsellingDesk): Promise<void> {
  const rows = await desk.database.read.selectFrom('counselling_case').select(['id', 'alias']).execute()
  const idOf = (alias: string): string => rows.find((row) => row.alias === alias)?.id ?? ''
  for (const entry of data.incidents as unknown as DemoIncident[]) {
    const fields = incidentShape.parse({ ...emptyIncident(daysAgo(0), 'BB'), ...withDays(entry.fields, `demo-${data.incidents.indexOf(entry as never)}`) })
    const [caseId = null] = entry.cases.map(idOf)
    const { id } = await createIncident(desk, fields, { caseId, consultationId: null })
    for (const { id: row, caseId: linked } of (await getIncident(desk, id)).affected) await saveAffected(desk, id, row, { caseId: linked, ageGroup: entry.ageGroup ?? 'unknown', involvement: 'direct' })
    for (let index = 0; index < (entry.anonymous ?? 0); index++) await saveAffected(desk, id, `${id}:${index}`, { caseId: null, ageGroup: 'unknown', involvement: index === 0 ? 'direct' : 'indirect' })
    for (const offer of clockOf(fields)) {
      if (offer.start !== null && entry.take.includes(offer.rule)) await takeDeadline(desk, { id, rule: offer.rule, start: offer.start, caseId })
    }
    for (const rule of clockRules) if (entry.refuse?.[rule] !== undefined) await refuseDeadline(desk, id, rule, entry.refuse[rule])
    for (const item of entry.firstAid) await tickFirstAid(desk, id, item, true)
    if (entry.offender !== undefined) {
      const { opening, version } = await openOffender(desk, id, 'Strafantrag')
      await saveOffender(desk, { id, opening, version, fields: { names: entry.offender, note: 'Strafantrag' } })
    }
    if (entry.keep) await keepIncident(desk, id, (await getIncident(desk, id)).version, true)
  }
  for (const { case: alias, ...safety } of data.safety) await saveSafety(desk, idOf(alias), safety)
}

/** Days are numbers of days before today; rows get their ids. */
function withDays(value: unknown, id: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value as object).map(([key, each]) => {
    if (typeof each === 'number' && /(?:On|Until|^on)$/u.test(key)) return [key, daysAgo(each)]
    if (!Array.isArray(each) || !['claims', 'evidence', 'steps'].includes(key)) return [key, each]
    const base = key === 'evidence' ? { attachmentId: null, sha256: '' } : {}
    return [key, each.map((row, index) => ({ id: `${id}-${key}-${index}`, ...base, ...withDays(row, id) }))]
  }))
}
