import { chmod, readFile, writeFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { delayAfter, secondsToWait, withDelay } from './delay.ts'
import { nodeFiles } from './files.ts'
import { temporaryFolder } from './testing.ts'
import { VaultError } from './vault-error.ts'
import { vaultStore } from './vault-store.ts'

describe('delay after wrong tries', () => {
  const wrong = async () => {
    throw new VaultError('wrong-passphrase')
  }

  it('grows from the fourth try and ends at a minute', () => {
    expect([0, 1, 2, 3, 4, 5, 8, 50].map(delayAfter)).toEqual([0, 0, 0, 2, 4, 8, 60, 60])
  })

  it('survives a restart, holds for one person only, ends with a success', async () => {
    const folder = await temporaryFolder()
    let now = Date.parse('2026-11-21T09:00:00Z')
    const clock = () => now
    for (let tries = 0; tries < 2; tries++) {
      await expect(withDelay(vaultStore(folder), 'a', wrong, clock)).rejects.toMatchObject({ details: { retryAfter: 0 } })
    }
    await expect(withDelay(vaultStore(folder), 'a', wrong, clock)).rejects.toMatchObject({ details: { retryAfter: 2 } })
    let made = false
    const right = async () => (made = true)
    await expect(withDelay(vaultStore(folder), 'a', right, clock)).rejects.toMatchObject({
      code: 'wrong-passphrase',
      reason: 'wait',
    })
    expect(made).toBe(false)
    expect(await secondsToWait(vaultStore(folder), 'b', now)).toBe(0)
    now += 2000
    expect(await withDelay(vaultStore(folder), 'a', right, clock)).toBe(true)
    expect(await nodeFiles.exists(vaultStore(folder).path('attempts.json'))).toBe(false)
  })

  it('counts a try before it is made, takes it back for other errors', async () => {
    const store = vaultStore(await temporaryFolder())
    let during = ''
    await withDelay(store, 'a', async () => (during = await readFile(store.path('attempts.json'), 'utf8')))
    expect(JSON.parse(during)).toMatchObject({ a: { failed: 1 } })
    const corrupt = async () => {
      throw new VaultError('corrupt')
    }
    await expect(withDelay(store, 'a', corrupt)).rejects.toMatchObject({ code: 'corrupt' })
    expect(await secondsToWait(store, 'a')).toBe(0)
    expect(await nodeFiles.exists(store.path('attempts.json'))).toBe(false)
  })

  it('works where nothing can be written, and with a damaged count', async () => {
    const folder = await temporaryFolder()
    const readOnly = {
      ...nodeFiles,
      writeSynced: async () => {
        throw new VaultError('read-only')
      },
    }
    const store = vaultStore(folder, readOnly)
    const clock = () => 1_000_000
    for (let tries = 0; tries < 3; tries++) await expect(withDelay(store, 'a', wrong, clock)).rejects.toThrow()
    expect(await secondsToWait(store, 'a', clock())).toBe(2)
    const other = vaultStore(await temporaryFolder())
    await writeFile(other.path('attempts.json'), '{"a":')
    expect(await secondsToWait(other, 'a')).toBe(0)
  })
})

describe('file errors', () => {
  it('become codes with a path', async () => {
    const folder = await temporaryFolder()
    await expect(nodeFiles.writeSynced(`${folder}/weg/datei`, Buffer.from('x'))).rejects.toMatchObject({
      code: 'not-found',
      reason: 'folder-missing',
    })
    await expect(nodeFiles.writeSynced('/dev/full', Buffer.from('x'))).rejects.toMatchObject({ code: 'disk-full' })
    if (process.getuid?.() !== 0) {
      await chmod(folder, 0o500)
      await expect(nodeFiles.writeSynced(`${folder}/datei`, Buffer.from('x'))).rejects.toMatchObject({ code: 'read-only' })
    }
  })
})
