import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Copies in the vault's folder, with the time they were made: what is destroyed today may still stand in them. */
export function backupsIn(folder: string): { name: string; at: string }[] {
  const backups = join(folder, 'backups')
  if (!existsSync(backups)) return []
  return readdirSync(backups).sort().map((name) => ({ name, at: statSync(join(backups, name)).mtime.toISOString() }))
}
