import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** Whether somebody holds a vault, as anybody can see in its folder. */
export function isHeld(folder: string): boolean {
  const turns = turnsIn(folder)
  const newest = turns.sort((a, b) => Number(b.slice(6, -5)) - Number(a.slice(6, -5)))[0]
  return newest !== undefined && readFileSync(join(folder, newest), 'utf8').includes('token')
}

/** Takes the lease away from whoever crashed with it; in tests that is often the very process that runs them, which is alive. */
export function dropLease(folder: string): void {
  for (const name of turnsIn(folder)) rmSync(join(folder, name))
}

function turnsIn(folder: string): string[] {
  return readdirSync(folder).filter((name) => /^lease-\d+\.json$/.test(name))
}
