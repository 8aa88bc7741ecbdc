import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { lastCopyGoes } from '../../../shared/backup/keep.ts'
import { isoDay } from '../../../shared/dates.ts'
import { keepRule } from '../policy.ts'

/** Sets, and copies from before a migration; both go by the rule of keeping. */
const copy = /^(sicherung-\d{4}-\d{2}-\d{2}-\d{6}|(office|counselling)-vor-umstellung-)/
/** What a restoration has moved aside; it goes when somebody removes it. */
const replaced = /^ersetzt-\d{4}-\d{2}-\d{2}-/

/** Copies in the vault's folder, with the time they were made: what is destroyed today may still stand in them. */
export function backupsIn(folder: string): { name: string; at: string }[] {
  return [...named(join(folder, 'backups'), copy), ...named(folder, replaced).filter(({ name }) => readdirSync(join(folder, name)).length > 0)]
}

/** Names of the folders that restorations have left, empty ones too: on a new computer there is nothing to move aside. */
export function restorationsIn(folder: string): string[] {
  return named(folder, replaced).map(({ name }) => name)
}

/**
 * The day by which the last of those copies that go by themselves is gone, if the office goes on being backed up; the second place keeps by
 * the same rule. Null without such copies.
 */
export function backupsGoneBy(folder: string): string | null {
  const copies = named(join(folder, 'backups'), copy)
  return lastCopyGoes(copies.map(({ name, at }) => ({ id: name, day: isoDay(new Date(at)), at, opened: false })), keepRule())
}

function named(folder: string, pattern: RegExp): { name: string; at: string }[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder).filter((name) => pattern.test(name)).sort().map((name) => ({ name, at: statSync(join(folder, name)).mtime.toISOString() }))
}
