import data from '../../../resources/demo/deadlines.json' with { type: 'json' }
import { calculationSchema, deadlineOutcomes, type Calculation, type TakenDate } from '../../../shared/counselling/deadlines/stored.ts'
import { createDeadline, finishDeadline } from '../counselling/deadlines/service.ts'
import { createResidence } from '../counselling/residence/service.ts'
import type { CounsellingDesk } from '../session.ts'
import { daysAgo } from './days-ago.ts'

const LAND = 'BB'

interface DemoDeadline {
  case: number | null
  anonymous?: boolean
  enteredDaysAgo: number
  calculation: { rule: string; way: string | null; daysAgo: number; applicationDate?: string } | null
  taken?: { inDays: number; earliest?: boolean; noticeText: string; reason: string } | null
  title: string
  task: string
  place: string
  note: string
  done?: { daysAgo: number; how: string; note: string }
}

/**
 * Enters invented deadlines and residence titles, so that something burns, waits for a second person, comes and is done.
 * @param caseIds the demo's cases in their order
 * @param anonymousId a consultation without a case
 */
export async function fillDeadlines(desk: CounsellingDesk, caseIds: readonly string[], anonymousId: string | null): Promise<void> {
  for (const entry of data.deadlines as DemoDeadline[]) {
    const owner = { caseId: entry.case === null ? null : (caseIds[entry.case] ?? null), consultationId: entry.anonymous ? anonymousId : null }
    const dating = { land: LAND, calculation: calculationOf(entry), taken: takenOf(entry) } as const
    const { id, version } = await createDeadline(desk, owner, entry, dating, daysAgo(entry.enteredDaysAgo))
    const how = deadlineOutcomes.find((outcome) => outcome === entry.done?.how)
    if (entry.done && how) await finishDeadline(desk, id, version, { on: daysAgo(entry.done.daysAgo), how, note: entry.done.note })
  }
  for (const { case: of, fromDaysAgo, endsInDays, ends, effective, ...title } of data.titles) {
    await createResidence(desk, caseIds[of] ?? '', {
      ...title, from: daysAgo(fromDaysAgo), printedExpiry: ends ?? daysAgo(-(endsInDays ?? 0)), effectiveExpiry: effective ?? null,
    })
  }
}

function calculationOf({ calculation }: DemoDeadline): Calculation | null {
  if (calculation === null) return null
  const { daysAgo: days, way, ...rest } = calculation
  return calculationSchema.parse({ ...rest, land: LAND, way: way ?? 'event', date: daysAgo(days) })
}

function takenOf({ taken }: DemoDeadline): TakenDate | null {
  return taken ? { dueOn: daysAgo(-taken.inDays), dueTime: '', earliest: taken.earliest ?? false, noticeText: taken.noticeText, reason: taken.reason } : null
}
