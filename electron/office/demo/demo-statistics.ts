import { uuidv7 } from 'uuidv7'
import data from '../../../resources/demo/statistics.json' with { type: 'json' }
import { isoDay } from '../../../shared/dates.ts'
import { addDays } from '../../../shared/holidays/days.ts'
import { createCase, freeAlias } from '../counselling/cases/service.ts'
import { freezeYear } from '../counselling/statistics/snapshots.ts'
import type { CounsellingDesk } from '../session.ts'

/** The newest invented visits lie so many days back, so that those with a story stand on top of the lists. */
const newestDaysAgo = 9
/** Every so many visits is one of a case. */
const caseShare = 3
const daysOfMonth = 28

/** A repeatable draw, so that the demo office is the same everywhere. */
function draw(seed: number): <Item>(items: readonly Item[]) => Item {
  let state = seed
  return <Item>(items: readonly Item[]): Item => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return items[Math.floor((state / 4_294_967_296) * items.length)] as Item
  }
}

/** Two years of visits, most of them anonymous, and the last year frozen: figures that look like those of a real office. */
export async function fillStatistics(desk: CounsellingDesk): Promise<void> {
  const pick = draw(20_260_301)
  const year = new Date().getFullYear()
  const cases: { id: string; language: string | null }[] = []
  for (let at = 0; at < data.cases; at += 1) {
    const { origin, language } = pick(data.profiles)
    const fields = { alias: await freeAlias(desk), kind: pick(['person', 'person', 'person', 'family'] as const), language, note: '', origin, place: pick(data.places), ageBand: pick(data.ageBands), gender: pick(data.genders) }
    cases.push({ id: (await createCase(desk, fields, `${year - 1}-01-${String(2 + (at % 26)).padStart(2, '0')}`)).id, language })
  }
  const last = addDays(isoDay(new Date()), -newestDaysAgo)
  const days = [year - 1, year].flatMap((of) => data.visitsPerMonth.flatMap((visits, month) =>
    Array.from({ length: Math.round(of === year ? visits * data.growth : visits) }, (_, at) =>
      `${of}-${String(month + 1).padStart(2, '0')}-${String(1 + ((at * 5) % daysOfMonth)).padStart(2, '0')}`))).filter((day) => day <= last)
  await desk.write({ label: 'Erfundene Beratungen übernommen' }, async (transaction) => {
    for (const [at, day] of days.entries()) {
      const known = at % caseShare === 0 ? pick(cases) : null
      const profile = pick(data.profiles)
      await transaction.insert('consultation', {
        id: uuidv7(), deleted_at: null, deleted_by: null, case_id: known?.id ?? null, held_on: day, held_at: null, channel: pick(data.channels),
        duration_minutes: pick(data.durations), topic: pick(data.topics), result: pick(data.results), language: known ? known.language : profile.language,
        interpretation: pick(data.interpretation), access_path: pick(data.accessPaths), contact_kind: pick(data.contactKinds),
        service_type: pick(['counselling', 'counselling', 'counselling', 'arranging', 'accompanying']), note: '',
        ...(known ? {} : { origin: profile.origin, place: pick(data.places), residence_status: profile.status, age_band: pick(data.ageBands), gender: pick(data.genders) }),
        counsellor_id: desk.person.id, counsellor_name: desk.person.name,
      })
    }
  })
  await freezeYear(desk, { year: year - 1, reason: '' })
}
