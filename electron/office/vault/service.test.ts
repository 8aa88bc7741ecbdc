import { existsSync } from 'node:fs'
import { copyFile, mkdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import type { RecoverySheet } from '../../../shared/vault/contract.ts'
import { isHeld } from '../../../tests/support/lease.ts'
import { OfficeProcess } from '../office-process.ts'
import { nodeFiles } from './files.ts'
import { takeLease } from './lease.ts'
import { VaultService } from './service.ts'
import { temporaryFolder } from './testing.ts'
import { vaultStore } from './vault-store.ts'

const office = { officeName: 'Stadt Musterstadt', land: 'SN', personName: 'Dana Leitner', passphrase: 'Vier grüne Möwen' } as const

/** One office process without Electron, on a folder. */
function start(folder: string, expected = false) {
  const process = new OfficeProcess({ stateChanged: () => {}, vaultChosen: () => {} })
  process.vaultFolder = folder
  process.vaultExpected = expected
  return { process, vault: new VaultService(process, async () => {}, () => {}) }
}

function proof(sheet: RecoverySheet): [string, string] {
  const [first, second] = sheet.asked
  return [sheet.groups[first - 1] ?? '', sheet.groups[second - 1] ?? '']
}

/** A created office, closed again. */
async function madeOffice() {
  const folder = `${await temporaryFolder()}/Tresor`
  const { process, vault } = start(folder)
  const sheet = await vault.create(office)
  await vault.confirmRecoveryKey(proof(sheet))
  const people = (await vault.change(async (session) => session.file.list.people)).map((person) => person.id)
  await process.end()
  return { folder, sheet, personId: people[0] ?? '' }
}

describe('from first run to the office', () => {
  it('creates, asks for two groups of the recovery key, opens, locks, unlocks', async () => {
    const folder = `${await temporaryFolder()}/Tresor`
    const { process, vault } = start(folder)
    expect(await vault.status()).toEqual({ state: 'first-run', demo: false })
    const sheet = await vault.create(office)
    expect(process.session).toBeNull()
    await expect(vault.confirmRecoveryKey(['falsch', proof(sheet)[1]])).rejects.toMatchObject({
      code: 'invalid',
      data: { fields: { 'typed.0': `Gruppe ${sheet.asked[0]} stimmt nicht mit dem Schlüssel überein.` } },
    })
    await vault.confirmRecoveryKey(proof(sheet).map((group) => group.toLowerCase()))
    expect(await vault.status()).toMatchObject({
      state: 'unlocked',
      officeName: 'Stadt Musterstadt',
      land: 'SN',
      person: { name: 'Dana Leitner', role: 'leitung' },
      sides: ['office', 'counselling'],
      notices: [],
    })
    expect(isHeld(folder)).toBe(true)
    await process.end()
    expect(isHeld(folder)).toBe(false)

    const again = start(folder)
    const locked = await again.vault.status()
    expect(locked).toMatchObject({ state: 'locked', people: [{ name: 'Dana Leitner', waitSeconds: 0 }] })
    await again.vault.unlock(locked.state === 'locked' ? (locked.people[0]?.id ?? '') : '', office.passphrase)
    expect(again.process.unlocked.person.name).toBe('Dana Leitner')
    await again.process.end()
  })

  it('an office whose key was never proved opens with a warning', async () => {
    const folder = await temporaryFolder()
    const { vault } = start(folder)
    await vault.create(office)
    const again = start(folder)
    const locked = await again.vault.status()
    await again.vault.unlock(locked.state === 'locked' ? (locked.people[0]?.id ?? '') : '', office.passphrase)
    expect(await again.vault.status()).toMatchObject({ notices: [expect.stringContaining('Wiederherstellungsschlüssel')] })
    await again.process.end()
  })

  it('a creation that fails leaves nothing behind, also no half office', async () => {
    const folder = await temporaryFolder()
    const { vault } = start(folder)
    await mkdir(`${folder}/office.db.part`)
    await expect(vault.create({ ...office, officeName: '  ' })).rejects.toMatchObject({ code: 'invalid' })
    expect(await nodeFiles.list(folder)).toEqual(['office.db.part'])
    expect((await vault.status()).state).toBe('first-run')
  })

  it('the assistant’s office has no counselling side', async () => {
    const { folder, personId } = await madeOffice()
    const first = start(folder)
    await first.vault.unlock(personId, office.passphrase)
    const { addPerson } = await import('./people.ts')
    const assistant = await first.vault.change((session) =>
      addPerson(session, { name: 'Assad Stein', role: 'assistenz', passphrase: 'Drei rote Tassen' }),
    )
    await first.process.end()
    const second = start(folder)
    await second.vault.unlock(assistant.id, 'Drei rote Tassen')
    expect(await second.vault.status()).toMatchObject({ sides: ['office'], person: { role: 'assistenz' } })
    expect(second.process.unlocked.counselling).toBeNull()
    await expect(second.vault.draftRecoveryKey()).rejects.toMatchObject({ code: 'forbidden' })
    await second.process.end()
  })
})

describe('recovery', () => {
  it('sets a new passphrase and opens; a slip of the pen is located', async () => {
    const { folder, sheet, personId } = await madeOffice()
    const { process, vault } = start(folder)
    const typed = sheet.groups.join(' ')
    const slip = `${typed.startsWith('0') ? '1' : '0'}${typed.slice(1)}`
    await expect(vault.checkRecoveryKey(slip)).rejects.toMatchObject({
      code: 'invalid',
      data: { fields: { recoveryKey: 'In Gruppe 1 stimmt ein Zeichen nicht.' } },
    })
    await vault.checkRecoveryKey(typed)
    await vault.recover(typed, personId, 'Neue Passphrase hier')
    expect(process.unlocked.person.id).toBe(personId)
    await process.end()
    await expect(start(folder).vault.unlock(personId, office.passphrase)).rejects.toMatchObject({ code: 'wrong-passphrase' })
  })

  it('a renewed key is valid only once it is proved', async () => {
    const { folder, sheet, personId } = await madeOffice()
    const { process, vault } = start(folder)
    await vault.unlock(personId, office.passphrase)
    const next = await vault.draftRecoveryKey()
    await vault.checkRecoveryKey(sheet.groups.join(''))
    await vault.confirmRecoveryKey(proof(next))
    await vault.checkRecoveryKey(next.groups.join(''))
    await expect(vault.checkRecoveryKey(sheet.groups.join(''))).rejects.toMatchObject({ code: 'wrong-passphrase' })
    await process.end()
  })
})

describe('renewing keys while the office is open', () => {
  it('opens both databases again under new keys', async () => {
    const { folder, personId } = await madeOffice()
    const { process, vault } = start(folder)
    await vault.unlock(personId, office.passphrase)
    const before = await readFile(`${folder}/office.db`)
    await vault.renewKeys(['office', 'counselling'])
    expect(process.unlocked.counselling).not.toBeNull()
    await process.unlocked.office.database.read.selectFrom('preference').selectAll().execute()
    await process.end()
    expect((await readFile(`${folder}/office.db`)).equals(before)).toBe(false)
    const again = start(folder)
    await again.vault.unlock(personId, office.passphrase)
    await again.process.end()
  })
})

describe('trouble', () => {
  it('wrong passphrases wait longer and longer', async () => {
    const { folder, personId } = await madeOffice()
    const { vault } = start(folder)
    for (const waitSeconds of [0, 0, 2]) {
      await expect(vault.unlock(personId, 'falsch und lang genug')).rejects.toMatchObject({
        code: 'wrong-passphrase',
        data: { waitSeconds },
      })
    }
    const status = await start(folder).vault.status()
    expect(status.state === 'locked' && status.people[0]?.waitSeconds).toBeGreaterThan(0)
    await expect(vault.unlock(personId, office.passphrase)).rejects.toMatchObject({
      data: { detail: expect.stringContaining('Pause') },
    })
  })

  it('a second program gets busy with host, person and since', async () => {
    const { folder, personId } = await madeOffice()
    const lease = await takeLease(vaultStore(folder), personId)
    await expect(start(folder).vault.unlock(personId, office.passphrase)).rejects.toMatchObject({
      code: 'busy',
      data: { holder: { host: lease.lease.host, person: 'Dana Leitner', since: lease.lease.since } },
    })
    await lease.release()
  })

  it('a vanished folder, missing keys, damaged and newer files are told apart', async () => {
    const { folder } = await madeOffice()
    const status = async (expected = true) => start(folder, expected).vault.status()
    const raw = await readFile(`${folder}/vault.json`)
    await writeFile(`${folder}/vault.json`, raw.subarray(0, 100))
    expect(await status()).toMatchObject({ state: 'locked', mirrorServes: true })
    await copyFile(`${folder}/vault.json`, `${folder}/vault.json.mirror`)
    expect(await status()).toMatchObject({ state: 'problem', code: 'corrupt', data: { part: 'vault-file' } })
    await rm(`${folder}/vault.json`)
    await rm(`${folder}/vault.json.mirror`)
    expect(await status(false)).toMatchObject({ code: 'corrupt', data: { detail: expect.stringContaining('keine neuen Schlüssel') } })
    await rm(folder, { recursive: true })
    expect(await status()).toMatchObject({ state: 'problem', code: 'not-found', data: { part: 'folder' } })
    expect(await status(false)).toMatchObject({ state: 'first-run' })
  })

  it.each(['office', 'counselling'] as const)('a missing, empty or foreign %s.db is corrupt, never made anew', async (side) => {
    const { folder, personId } = await madeOffice()
    const path = `${folder}/${side}.db`
    const good = await readFile(path)
    const spoil: [string, () => Promise<void>][] = [
      ['fehlt', () => rm(path)],
      ['0 Bytes', () => writeFile(path, '')],
      ['', () => writeFile(path, Buffer.alloc(8192, 7))],
      ['', async () => (await writeFile(path, good), truncate(path, 6000))],
    ]
    for (const [words, make] of spoil) {
      await make()
      const before = existsSync(path) ? await readFile(path) : null
      const unlock = start(folder).vault.unlock(personId, office.passphrase)
      await expect(unlock).rejects.toMatchObject({ code: 'corrupt', data: { part: side, detail: expect.stringContaining(words) } })
      expect(existsSync(path) ? await readFile(path) : null).toEqual(before)
      expect(isHeld(folder)).toBe(false)
      await writeFile(path, good)
    }
  })
})
