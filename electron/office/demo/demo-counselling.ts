import { caseFields, consultationFields } from '../../../shared/counselling/model.ts'
import data from '../../../resources/demo/counselling.json' with { type: 'json' }
import { createCase } from '../counselling/cases/service.ts'
import { createConsultation } from '../counselling/consultations/service.ts'
import type { CounsellingDesk } from '../session.ts'
import { daysAgo } from './days-ago.ts'
import { fillDeadlines } from './demo-deadlines.ts'

/** Creates the invented cases with their consultations, the anonymous ones, and their deadlines. */
export async function fillCounselling(desk: CounsellingDesk): Promise<void> {
  const ids: string[] = []
  let anonymousId: string | null = null
  for (const [index, entry] of data.cases.entries()) {
    const first = Math.max(...data.consultations.filter(({ case: of }) => of === index).map((one) => one.daysAgo))
    ids.push((await createCase(desk, caseFields.parse(entry), daysAgo(first))).id)
  }
  for (const { case: of, daysAgo: days, ...entry } of data.consultations) {
    const fields = consultationFields.parse({ ...entry, date: daysAgo(days) })
    const { id } = await createConsultation(desk, of === null ? null : (ids[of] ?? null), fields)
    if (of === null) anonymousId ??= id
  }
  await fillDeadlines(desk, ids, anonymousId)
}
