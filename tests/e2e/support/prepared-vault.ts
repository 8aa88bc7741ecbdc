import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const project = resolve(import.meta.dirname, '..', '..', '..')
/** A maker that is silent for so long has died. */
const makingMilliseconds = 90_000

/**
 * A vault that is made once per build and day, by whichever test asks first, and then copied: making it costs more than most
 * tests do.
 * @param make puts the locked vault into the folder that it is given, which exists
 * @returns folder of a vault that nobody may open
 */
export async function preparedVault(name: string, make: (target: string) => Promise<void>): Promise<string> {
  const built = statSync(join(project, 'out', 'main', 'index.js')).mtimeMs
  const place = join(project, '.cache', 'test', 'prepared')
  const ready = join(place, `${name}-${new Date().toDateString().replaceAll(' ', '-')}-${Math.round(built)}`)
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
