import { execFileSync } from 'node:child_process'
import { endAll, launchOffice } from '../e2e/support/launch.ts'
import { pretendIdle } from '../e2e/process/processes.ts'
import { createOffice, lock, unlock } from '../e2e/support/steps.ts'
import { beginDay, workRound } from './soak/day.ts'
import { takeSample, type Sample } from './soak/sampling.ts'
import { printVerdict } from './soak/verdict.ts'

/**
 * `npm run soak`: one window used for an hour as on a long working day (`-- --minutes=10`: for so long), with the memory of each
 * process and the size of all files; what grows without end shows in the table at the end, and in the exit code. Before that, backups,
 * restorations, changes of keys and of structure are killed 200 times each, the lease is fought for 500 times and 1,000 broken policy files are read (`--kills=0` leaves that out);
 * there every assertion holds.
 */
const minutes = Number(process.argv.find((argument) => argument.startsWith('--minutes='))?.split('=')[1] ?? 60)
const kills = process.argv.find((argument) => argument.startsWith('--kills='))?.split('=')[1] ?? '200'
/** Rounds between two locks; locking starts a new office process and loads the page anew. Samples are taken before, where memory is highest. */
const roundsPerLock = 4

async function soak(): Promise<boolean> {
  const office = await launchOffice()
  await createOffice(office.window)
  // The driver's keys pass the system by, which would take the office for left after ten minutes.
  await pretendIdle(office.app, 1)
  await beginDay(office.window)
  const begin = performance.now()
  const samples: Sample[] = []
  let round = 0
  let holds = false
  try {
    while (performance.now() - begin < minutes * 60_000 || samples.length < 4) {
      for (let each = 0; each < roundsPerLock; each++) await workRound(office.window, ++round)
      const sample = await takeSample(office, begin)
      samples.push(sample)
      const values = Object.entries(sample.values).map(([column, megabytes]) => `${column} ${megabytes.toFixed(1)}`)
      process.stdout.write(`${sample.minutes.toFixed(1)} min, round ${round}: ${values.join(', ')}; ${sample.documents} documents, ${sample.nodes} nodes\n`)
      await lock(office.window)
      await unlock(office.window)
    }
  } finally {
    // What an hour has shown isn't lost with its last step.
    if (samples.length >= 4) holds = printVerdict(samples, round)
  }
  await office.close()
  return holds
}

function killOften(): void {
  const tests = ['backup-kill', 'restore-kill', 'change', 'lease-fight', 'policy-fuzz'].map((name) => `tests/reliability/${name}.test.ts`)
  execFileSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...tests], { env: { ...process.env, KILLS: kills, FIGHTS: '500', VARIANTS: '1000' }, stdio: 'inherit' })
}

try {
  if (kills !== '0') killOften()
  if (!(await soak())) process.exitCode = 1
} finally {
  await endAll()
}
