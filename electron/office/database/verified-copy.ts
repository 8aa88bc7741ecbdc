import { existsSync, renameSync, rmSync } from 'node:fs'
import type { Side } from '../../../shared/records/model.ts'
import { OfficeError } from '../../../shared/errors.ts'
import { CipherConnection } from './driver.ts'
import { checkPages } from './open.ts'

/**
 * Writes an encrypted copy of an open database and only gives it its name after it was reopened and found whole:
 * every page authentic, `quick_check` ok, and each table as long as in the original.
 * @throws OfficeError `corrupt` when the copy is not whole; whatever was at `target` before is untouched
 */
export function verifiedCopy(source: CipherConnection, target: string, side: Side, key: Uint8Array): void {
  const unfinished = `${target}.unfinished`
  rmSync(unfinished, { force: true })
  try {
    source.all('VACUUM INTO ?', [unfinished])
    const copy = new CipherConnection(unfinished, key)
    try {
      checkPages(copy, side)
      const verdict = copy.pragma('quick_check')
      if (verdict !== 'ok' || rowCounts(copy) !== rowCounts(source)) {
        throw new OfficeError('corrupt', { part: side, detail: 'Die Sicherungskopie ist nicht vollständig.' })
      }
    } finally {
      copy.close()
    }
    renameSync(unfinished, target)
  } finally {
    if (existsSync(unfinished)) rmSync(unfinished, { force: true })
  }
}

function rowCounts(connection: CipherConnection): string {
  const tables = connection.all("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'")
  return tables
    .map(({ name }) => `${name}=${connection.all(`SELECT count(*) AS n FROM "${name}"`)[0]?.n}`)
    .sort()
    .join('\n')
}
