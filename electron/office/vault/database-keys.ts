import { existsSync, rmSync } from 'node:fs'
import type { KeyName } from '../../../shared/vault/roles.ts'
import { CipherConnection } from '../database/driver.ts'
import { checkPages, connect } from '../database/open.ts'
import { sideFiles } from '../database/sides.ts'
import { verifiedCopy } from '../database/verified-copy.ts'
import type { DatabaseKeyTools } from './renew-keys.ts'
import { VaultError } from './vault-error.ts'

/** Keys of SQLCipher files. */
export const cipherKeys: DatabaseKeyTools = {
  async opens(path, key) {
    // Opening would create a missing file.
    if (!existsSync(path)) throw new VaultError('corrupt', 'damaged', { path })
    const connection = new CipherConnection(path, key)
    try {
      connection.exec('PRAGMA locking_mode = EXCLUSIVE')
      connection.all('SELECT count(*) FROM sqlite_schema')
      return true
    } catch (error) {
      if ((error as { code?: string }).code === 'SQLITE_NOTADB') return false
      throw error
    } finally {
      connection.close()
    }
  },

  async copyWithKey(from, fromKey, to, toKey) {
    const side = sideOf(from)
    const source = connect(from, side, fromKey, { alone: true })
    try {
      source.all('PRAGMA wal_checkpoint(TRUNCATE)')
      source.all('PRAGMA journal_mode = DELETE')
      verifiedCopy(source, to, side, fromKey)
    } finally {
      source.close()
    }
    try {
      const copy = connect(to, side, fromKey)
      try {
        copy.all('PRAGMA journal_mode = DELETE')
        // By exec, so that no cache keeps the text with the key in it.
        copy.exec(`PRAGMA rekey = "x'${Buffer.from(toKey).toString('hex')}'"`)
      } finally {
        copy.close()
      }
      const renewed = connect(to, side, toKey)
      try {
        checkPages(renewed, side)
      } finally {
        renewed.close()
      }
    } catch (error) {
      rmSync(to, { force: true })
      throw error
    }
  },
}

function sideOf(path: string): KeyName {
  return path.endsWith(sideFiles.counselling.file) ? 'counselling' : 'office'
}
