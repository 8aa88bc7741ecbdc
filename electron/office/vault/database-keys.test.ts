import { describe, expect, it } from 'vitest'
import { CipherConnection } from '../database/driver.ts'
import { createDatabase, openDatabase } from '../database/open.ts'
import { newKey } from './crypto.ts'
import { cipherKeys } from './database-keys.ts'
import { nodeFiles } from './files.ts'
import { renewKeys } from './renew-keys.ts'
import { temporaryFolder, threePeople } from './testing.ts'

const SEARCH = "CREATE VIRTUAL TABLE words USING fts5(text); INSERT INTO words (text) VALUES ('Wiedervorlage')"

describe('keys of SQLCipher files', () => {
  it('a copy under another key is whole: application id, version, virtual tables, rows from the log', async () => {
    const folder = await temporaryFolder()
    const [oldKey, next] = [newKey(), newKey()]
    createDatabase(folder, 'office', oldKey, 'vault')
    const path = `${folder}/office.db`
    const { writer, reader } = openDatabase(folder, 'office', oldKey, { vaultId: 'vault', newestVersion: 7 })
    writer.exec(`${SEARCH}; PRAGMA user_version = 7`)
    reader.close()
    writer.close()
    expect(await cipherKeys.opens(path, oldKey)).toBe(true)
    expect(await cipherKeys.opens(path, next)).toBe(false)

    await cipherKeys.copyWithKey(path, oldKey, `${path}.renew`, next)
    expect(await nodeFiles.exists(`${path}-wal`)).toBe(false)
    expect(await cipherKeys.opens(`${path}.renew`, oldKey)).toBe(false)
    await nodeFiles.replace(`${path}.renew`, path)
    const opened = openDatabase(folder, 'office', next, { vaultId: 'vault', newestVersion: 7 })
    expect(opened.writer.pragma('user_version')).toBe(7)
    expect(opened.writer.all("SELECT text FROM words WHERE words MATCH 'wiedervorlage'")).toEqual([{ text: 'Wiedervorlage' }])
    opened.reader.close()
    opened.writer.close()
  })

  it('a missing file is an error, and none is created', async () => {
    const path = `${await temporaryFolder()}/office.db`
    await expect(cipherKeys.opens(path, newKey())).rejects.toMatchObject({ code: 'corrupt' })
    expect(await nodeFiles.exists(path)).toBe(false)
  })

  it('renewal swaps both databases of a vault', async () => {
    const { store, session } = await threePeople()
    const { vaultId } = session.file.list
    const counselling = session.keys.counselling ?? Buffer.alloc(0)
    createDatabase(store.folder, 'office', session.keys.office, vaultId)
    createDatabase(store.folder, 'counselling', counselling, vaultId)
    await renewKeys(session, ['office', 'counselling'], cipherKeys)
    for (const name of ['office', 'counselling'] as const) {
      const connection = new CipherConnection(store.path(`${name}.db`), session.keys[name] ?? Buffer.alloc(0))
      expect(connection.all('SELECT value FROM meta')).toEqual([{ value: vaultId }])
      connection.close()
      expect(await cipherKeys.opens(store.path(`${name}.db`), counselling)).toBe(false)
    }
  })
})
