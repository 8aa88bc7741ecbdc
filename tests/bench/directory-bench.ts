import { monitorEventLoopDelay } from 'node:perf_hooks'
import { upToDateFinder } from '../../electron/office/directory/duplicates/finder.ts'
import { findPairs, findSimilar } from '../../electron/office/directory/duplicates/service.ts'
import { openSession, type UnlockedVault } from '../../electron/office/session.ts'
import { spread } from './report.ts'

/** One office and how many contacts it has. */
export interface MeasuredOffice {
  contacts: number
  vault: UnlockedVault
}

const typed = {
  kind: 'person' as const, name: '', shortName: '', department: '', familyName: 'Brandt', givenNames: 'Elif', formerNames: '', title: '', salutation: 'none' as const,
  addresses: [], channels: [{ kind: 'phone', value: '0355 100123' }],
}

/** The search for duplicates in offices of different size: the whole scan, the longest stretch in which nothing else is answered, the warning while typing. */
export async function measureDuplicates(offices: readonly MeasuredOffice[]): Promise<void> {
  process.stdout.write('\nDuplicates in the office process\n')
  let former: { contacts: number, scan: number } | null = null
  for (const { contacts, vault } of offices) {
    const session = await openSession(vault, () => {})
    const delay = monitorEventLoopDelay({ resolution: 5 })
    delay.enable()
    const start = performance.now()
    const { index } = await upToDateFinder(session.office.database)
    const scan = performance.now() - start
    delay.disable()
    const pages = await timed(() => findPairs(session.office, { group: 'open', offset: 0, limit: 100 }))
    const typing = await timed(() => findSimilar(session.office, typed))
    const growth = former === null ? '' : `, ${(scan / former.scan).toFixed(1)} times as long for ${(contacts / former.contacts).toFixed(0)} times as many`
    process.stdout.write(
      `  ${contacts} contacts: scan ${(scan / 1000).toFixed(2)} s (aim for 100,000: under 20 s)${growth}; longest stretch ${(delay.max / 1e6).toFixed(0)} ms; `
      + `${index.pairs().length} pairs; first page p95 ${pages.p95.toFixed(1)} ms; warning while typing p95 ${typing.p95.toFixed(1)} ms\n`)
    former = { contacts, scan }
    await session.close()
  }
}

async function timed(work: () => Promise<unknown>) {
  const times: number[] = []
  for (let round = 0; round < 15; round += 1) {
    const start = performance.now()
    await work()
    times.push(performance.now() - start)
  }
  return spread(times)
}
