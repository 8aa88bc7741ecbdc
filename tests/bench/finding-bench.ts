import { findSimilarContacts } from '../../electron/office/directory/finding/service.ts'
import { groupCounts } from '../../electron/office/directory/finding/groups.ts'
import { findContacts } from '../../electron/office/directory/service.ts'
import { openSession } from '../../electron/office/session.ts'
import type { MeasuredOffice } from './directory-bench.ts'
import { printLines, spread, type Line } from './report.ts'

/** Typing search, misspelt search, filters and groups in offices of growing size: what each costs, and how that grows. */

const typed = ['Öztürk', 'Brandt', 'Görlitz', 'Sprachkurs', 'Meißner Amina', '100420']
const misspelt = ['Ötzürk', 'Barndt', 'Görltz', 'Sprachkus', 'Meisner Amnia', 'Kowlaski']

/** @param rounds how often each is measured */
export async function measureFinding(offices: readonly MeasuredOffice[], rounds: number): Promise<void> {
  const medians = new Map<string, number[]>()
  for (const { contacts, vault } of offices) {
    const session = await openSession(vault, () => {})
    const page = { query: '', group: 'all', sort: 'name', descending: false, offset: 0, limit: 100 } as const
    const tasks: [what: string, aim: string, runs: (() => Promise<unknown>)[]][] = [
      // As one types: every beginning of the word is a search of its own.
      ['typing search', 'p95 under 50 ms', typed.flatMap((word) => [2, 4, word.length].map((length) => () => findContacts(session.office, { ...page, query: word.slice(0, length) })))],
      ['misspelt search', 'p95 under 100 ms', misspelt.map((query) => () => findSimilarContacts(session.office, { query }))],
      ['filtered list', 'p95 under 100 ms', [
        () => findContacts(session.office, { ...page, filter: { places: ['Görlitz'], lacks: ['email'] } }),
        () => findContacts(session.office, { ...page, filter: { postalCode: '03', withoutTags: ['Presse'] } }),
      ]],
      ['groups by place', 'under 100 ms', [() => groupCounts(session.office.database.read, {}, 'place')]],
    ]
    const lines: Line[] = []
    for (const [what, aim, runs] of tasks) {
      const times: number[] = []
      for (let round = 0; round < rounds; round++) {
        for (const run of runs) {
          const start = performance.now()
          await run()
          times.push(performance.now() - start)
        }
      }
      const ours = spread(times)
      medians.set(what, [...medians.get(what) ?? [], ours.median])
      lines.push({ what, unit: 'ms', ours, aim })
    }
    printLines(`Finding among ${contacts.toLocaleString('en')} contacts`, lines)
    await session.close()
  }
  const [first, last] = [offices[0], offices.at(-1)]
  if (!first || !last || first === last) return
  process.stdout.write(`\n${last.contacts / first.contacts} times as many contacts cost:\n`)
  for (const [what, [least = 1, ...more]] of medians) process.stdout.write(`  ${what}: ${((more.at(-1) ?? least) / least).toFixed(1)} times as much\n`)
}
