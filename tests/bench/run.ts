import { cpus, loadavg } from 'node:os'
import type { UnlockedVault } from '../../electron/office/session.ts'
import { unlockWithPassphrase } from '../../electron/office/vault/session.ts'
import { vaultStore } from '../../electron/office/vault/vault-store.ts'
import { measureBackup } from './backup-bench.ts'
import { measureCalendar } from './calendar-bench.ts'
import { measureColdStart } from './cold-start-bench.ts'
import { measureCounselling } from './counselling-bench.ts'
import { measureData } from './data-bench.ts'
import { measureDuplicates } from './directory-bench.ts'
import { measureDocuments } from './documents-bench.ts'
import { measureFinding } from './finding-bench.ts'
import { measureImport } from './import-bench.ts'
import { fullSize, largeOffice, passphrase, quickSize } from './large-office.ts'
import { measureWindows } from './window-bench.ts'

/**
 * `npm run bench`: how fast the application is on this machine. Prints ratios, medians and 95th percentiles and asserts
 * nothing. `-- --quick`: a small office and few runs, to see that the benchmark itself works; `-- --documents`: letters alone;
 * `-- --backup --megabytes=1000`: backups alone, of a vault that large; `-- --cold-start --megabytes=1000`: starting on such a vault alone; `-- --calendar`: the calendar alone.
 */
const megabytes = Number(process.argv.find((argument) => argument.startsWith('--megabytes='))?.split('=')[1] ?? 0)
const quick = process.argv.includes('--quick')
process.stdout.write(`${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}\n`)

const documents = (): Promise<void> => measureDocuments(quick ? 5 : 100, quick ? 20 : 500)
if (process.argv.includes('--documents')) {
  await documents()
  process.exit()
}

const calendar = async (): Promise<void> => measureCalendar(await unlocked(await largeOffice({ contacts: 100, cases: 1, consultations: 1 })), quick ? 2 : 15)
if (process.argv.includes('--calendar')) {
  await calendar()
  process.exit()
}

const size = quick ? quickSize : fullSize
const folder = await largeOffice(size)
const coldStart = (): Promise<void> => measureColdStart(folder, megabytes || (quick ? 50 : 1_000), quick ? 3 : 10)
if (process.argv.includes('--cold-start')) {
  await coldStart()
  process.exit()
}
if (process.argv.includes('--backup')) {
  await measureBackup(folder, megabytes, quick && megabytes === 0 ? 1 : 5)
  process.exit()
}
await measureData(await unlocked(folder), quick ? 5 : 15)
await measureCounselling(await unlocked(folder), quick ? 3 : 15)
const tenth = { contacts: size.contacts / 10, cases: 1, consultations: 1 }
const offices = [
  { contacts: tenth.contacts, vault: await unlocked(await largeOffice(tenth)) },
  { contacts: size.contacts, vault: await unlocked(folder) },
]
await measureFinding(offices, quick ? 3 : 10)
await measureDuplicates(offices)
await measureImport(offices, quick ? 500 : 20_000)
await documents()
await measureBackup(folder, megabytes, quick ? 1 : 3)
await calendar()
await measureWindows(folder, quick ? 2 : 10)
await coldStart()

async function unlocked(office: string): Promise<UnlockedVault> {
  const store = vaultStore(office)
  const { list } = await store.read()
  const person = list.people[0]
  if (!person) throw new Error('The measured office has nobody in it.')
  const { keys } = await unlockWithPassphrase(store, person.id, passphrase)
  return {
    folder: office,
    vaultId: list.vaultId,
    person: { id: person.id, name: person.name, role: person.role },
    officeKey: keys.office,
    counsellingKey: keys.counselling ?? null,
  }
}
