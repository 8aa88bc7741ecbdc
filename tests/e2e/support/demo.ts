import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { launchOffice, newFolders, type RunningOffice } from './launch.ts'
import { expectOverview, lock, unlock } from './steps.ts'

/** Who looks at the demo office when it is opened. */
const person = { name: 'Mara Muster', passphrase: 'Musterbüro ansehen' }

const project = resolve(import.meta.dirname, '..', '..', '..')
/** A maker that is silent for so long has died. */
const makingMilliseconds = 90_000

/**
 * Starts the application on a copy of the demo office, unlocked. The office is filled once per build and day, for filling it
 * costs more than most tests do. How `--demo` itself begins and ends is tested in `process/starts.spec.ts`.
 */
export async function launchDemo(): Promise<RunningOffice> {
  const folders = newFolders()
  cpSync(await demoVault(), folders.vault, { recursive: true })
  const office = await launchOffice({ folders })
  await unlock(office.window, person)
  return office
}

/** Folder of a locked demo office that nobody may open; made by whichever test comes first. */
async function demoVault(): Promise<string> {
  const built = statSync(join(project, 'out', 'main', 'index.js')).mtimeMs
  const place = join(project, '.cache', 'test', 'demo')
  const ready = join(place, `${new Date().toDateString().replaceAll(' ', '-')}-${Math.round(built)}`)
  const making = `${ready}.making`
  mkdirSync(place, { recursive: true })
  while (!existsSync(ready)) {
    if (claim(making)) {
      await make(making)
      renameSync(making, ready)
    } else if (Date.now() - begunAt(making) > makingMilliseconds) rmSync(making, { recursive: true, force: true })
    else await pause(200)
  }
  return ready
}

function claim(folder: string): boolean {
  try {
    mkdirSync(folder)
    return true
  } catch {
    return false
  }
}

/** When its maker began, in milliseconds; now if it has just been finished. */
function begunAt(folder: string): number {
  return statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()
}

async function make(target: string): Promise<void> {
  const folders = newFolders()
  const office = await launchOffice({ folders, demo: true })
  await expectOverview(office.window)
  await lock(office.window)
  const name = readdirSync(folders.temp).find((each) => existsSync(join(folders.temp, each, 'vault.json')))
  if (name === undefined) throw new Error('The demo office left no vault.')
  cpSync(join(folders.temp, name), target, { recursive: true })
  await office.close()
}
