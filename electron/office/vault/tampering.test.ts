import { readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { newAuthority, signBytes, wrapAuthority } from './authority.ts'
import { encodeBytes, keyId, newKey } from './crypto.ts'
import { unlockWithPassphrase, unlockWithRecoveryKey } from './session.ts'
import { keyHolders, newSlot, sealKey } from './slots.ts'
import { PASSPHRASES, forge, threePeople, type ForgedVault } from './testing.ts'
import { VAULT_FORMAT, type VaultList } from './vault-file.ts'

const MAIN = 'vault.json'
const MIRROR = 'vault.json.mirror'

function listOf(vault: ForgedVault): VaultList {
  return JSON.parse(Buffer.from(vault.list, 'base64').toString('utf8')) as VaultList
}

function setList(vault: ForgedVault, list: object): void {
  vault.list = Buffer.from(JSON.stringify(list)).toString('base64')
}

describe('damage', () => {
  it('any flipped byte is found and the mirror serves, then heals the file', async () => {
    const { store, ids } = await threePeople()
    const good = await readFile(store.path(MAIN))
    for (let place = 0; place < good.length; place += 97) {
      const flipped = Buffer.from(good)
      flipped[place] = (flipped[place] ?? 0) ^ 0x04
      await writeFile(store.path(MAIN), flipped)
      const harmless = /^\s/.test(String.fromCharCode(good[place] ?? 0))
      if (!harmless) expect((await store.read()).source, `byte ${place}`).toBe('mirror')
    }
    await unlockWithPassphrase(store, ids.assistenz, PASSPHRASES.assistenz)
    expect(await readFile(store.path(MAIN))).toEqual(good)
    expect((await store.read()).source).toBe('main')
  })

  it.each([
    ['truncated', (path: string) => truncate(path, 400)],
    ['zero bytes', (path: string) => truncate(path, 0)],
    ['zeroed', (path: string) => writeFile(path, Buffer.alloc(4096))],
    ['foreign', (path: string) => writeFile(path, '{"format": 1, "checksum": "", "vault": []}')],
    ['missing', (path: string) => rm(path)],
  ])('%s: the mirror serves; with both copies gone nothing is created', async (_, spoil) => {
    const { store, ids } = await threePeople()
    await writeFile(store.path('office.db'), 'x')
    await spoil(store.path(MAIN))
    expect((await store.read()).source).toBe('mirror')
    await spoil(store.path(MIRROR))
    await expect(unlockWithPassphrase(store, ids.leitung, PASSPHRASES.leitung)).rejects.toMatchObject({ code: 'corrupt' })
  })

  it('a damaged mirror is made anew at the next unlock', async () => {
    const { store, ids } = await threePeople()
    await truncate(store.path(MIRROR), 10)
    await unlockWithPassphrase(store, ids.leitung, PASSPHRASES.leitung)
    expect(await readFile(store.path(MIRROR))).toEqual(await readFile(store.path(MAIN)))
  })

  it('a newer format opens nothing and writes nothing', async () => {
    const { store, ids } = await threePeople()
    const { content } = await store.read()
    const { createHash } = await import('node:crypto')
    const format = VAULT_FORMAT + 1
    const checksum = createHash('sha256').update(`${format}\n${JSON.stringify(content)}`).digest('hex')
    const text = JSON.stringify({ format, checksum, vault: content })
    await writeFile(store.path(MAIN), text)
    await expect(unlockWithPassphrase(store, ids.leitung, PASSPHRASES.leitung)).rejects.toMatchObject({
      code: 'newer-version',
    })
    expect(await readFile(store.path(MAIN), 'utf8')).toBe(text)
  })
})

describe('tampering with a right checksum', () => {
  const listFields: [string, (list: VaultList) => void][] = [
    ['vault id', (list) => (list.vaultId = '00000000-0000-4000-8000-000000000000')],
    ['office name', (list) => (list.officeName = 'Anders')],
    ['role', (list) => list.people.forEach((person) => (person.role = 'leitung'))],
    ['name', (list) => list.people.forEach((person) => (person.name += '!'))],
    ['public key', (list) => list.people.forEach((person) => (person.publicKey = list.recovery.publicKey))],
    ['slot id', (list) => list.people.forEach((person) => (person.id = list.recovery.id))],
    ['recovery key', (list) => (list.recovery.publicKey = list.people[0]?.publicKey ?? '')],
    ['key ids', (list) => (list.keys.office = list.keys.counselling)],
    ['established', (list) => (list.established = true)],
    ['a person gone', (list) => list.people.pop()],
  ]

  it.each(listFields)('of the signed list: %s', async (_, change) => {
    const { store, ids } = await threePeople()
    await forge(store.folder, (vault) => {
      const list = listOf(vault)
      change(list)
      setList(vault, list)
    })
    for (const who of ['leitung', 'assistenz'] as const) {
      await expect(unlockWithPassphrase(store, ids[who], PASSPHRASES[who])).rejects.toMatchObject({
        code: 'corrupt',
        reason: 'tampered',
      })
    }
  })

  it.each(['m', 't', 'p'])('Argon2id parameter %s: raised is a wrong key, lowered is refused', async (name) => {
    const { store, ids } = await threePeople()
    const change = (delta: number) =>
      forge(store.folder, (vault) => {
        const derivation = vault.slots[ids.leitung]?.derivation
        if (derivation) derivation[name] = Number(derivation[name]) + delta
      })
    await change(1)
    await expect(unlockWithPassphrase(store, ids.leitung, PASSPHRASES.leitung)).rejects.toMatchObject({
      code: 'wrong-passphrase',
    })
    await change(-2)
    await expect(unlockWithPassphrase(store, ids.leitung, PASSPHRASES.leitung)).rejects.toMatchObject({
      code: 'corrupt',
      reason: 'weak-derivation',
    })
  })

  it('an absurd amount of memory and a short salt are refused before anything is derived', async () => {
    const { store, ids } = await threePeople()
    await forge(store.folder, (vault) => Object.assign(vault.slots[ids.leitung]?.derivation ?? {}, { m: 2 ** 31 }))
    await expect(store.read()).rejects.toMatchObject({ reason: 'weak-derivation' })
    await forge(store.folder, (vault) => Object.assign(vault.slots[ids.leitung]?.derivation ?? {}, { m: 65536, salt: 'AAAA' }))
    await expect(store.read()).rejects.toMatchObject({ reason: 'weak-derivation' })
  })

  it('exchanged slots do not open', async () => {
    const { store, ids } = await threePeople()
    await forge(store.folder, (vault) => {
      const own = vault.slots[ids.assistenz]
      if (own) vault.slots[ids.leitung] = own
    })
    await expect(unlockWithPassphrase(store, ids.leitung, PASSPHRASES.assistenz)).rejects.toMatchObject({
      code: 'wrong-passphrase',
    })
  })

  it('a sealed key of another generation or holder is a mismatch, not a wrong passphrase', async () => {
    const { store, ids } = await threePeople()
    await forge(store.folder, (vault) => {
      const other = vault.sealed.find((entry) => entry['slot'] === ids.vertretung && entry['key'] === 'counselling')
      const own = vault.sealed.find((entry) => entry['slot'] === ids.leitung && entry['key'] === 'counselling')
      if (own && other) Object.assign(own, { ...other, slot: ids.leitung })
    })
    await expect(unlockWithPassphrase(store, ids.leitung, PASSPHRASES.leitung)).rejects.toMatchObject({
      code: 'corrupt',
      reason: 'key-mismatch',
    })
  })
})

describe('an assistant with the office key and all files', () => {
  /** Everything that an assistant can compute: own slot opened, all public keys, but no counselling key. */
  async function assistantForges(makeAuthority: 'keeps' | 'replaces') {
    const three = await threePeople()
    const { store, ids } = three
    const assistant = await unlockWithPassphrase(store, ids.assistenz, PASSPHRASES.assistenz)
    const counselling = newKey()
    const mine = newAuthority()
    await forge(store.folder, (vault) => {
      const list = listOf(vault)
      const authority = makeAuthority === 'replaces' ? mine.publicKey : list.authority
      const people = list.people.map((person) => (person.id === ids.assistenz ? { ...person, role: 'leitung' as const } : person))
      const keys = { ...list.keys, counselling: keyId(counselling) }
      const forged = { ...list, authority, people, keys }
      setList(vault, forged)
      vault.signature = signBytes(mine, Buffer.from(vault.list, 'base64'))
      vault.authorities = [
        { publicKey: authority, keyId: keys.counselling, ...wrapAuthority(mine, list.vaultId, counselling) },
      ]
      vault.sealed = keyHolders(forged).flatMap((holder) => [
        sealKey(list.vaultId, holder, 'office', assistant.keys.office),
        sealKey(list.vaultId, holder, 'counselling', counselling),
      ]) as unknown as Record<string, string>[]
    })
    return three
  }

  it('cannot sign a list', async () => {
    const { store } = await assistantForges('keeps')
    await expect(store.read()).rejects.toMatchObject({ code: 'corrupt', reason: 'tampered' })
  })

  it('cannot put a new authority in place: every slot has the right one pinned', async () => {
    const { store, ids, recoveryKey } = await assistantForges('replaces')
    expect((await store.read()).list.people.every((person) => person.role !== 'assistenz')).toBe(true)
    for (const who of ['leitung', 'vertretung', 'assistenz'] as const) {
      await expect(unlockWithPassphrase(store, ids[who], PASSPHRASES[who])).rejects.toMatchObject({
        code: 'corrupt',
        reason: 'tampered',
      })
    }
    await expect(unlockWithRecoveryKey(store, recoveryKey)).rejects.toMatchObject({ reason: 'tampered' })
  })

  it('cannot add a slot or give the own one another key pair', async () => {
    const { store, ids, session } = await threePeople()
    const kek = newKey()
    const derivation = { name: 'hkdf-sha256', salt: encodeBytes(newKey()) } as const
    const made = newSlot(session.file.list.vaultId, ids.assistenz, session.file.list.authority, derivation, kek)
    await forge(store.folder, (vault) => {
      vault.slots[ids.assistenz] = { derivation, wrap: { ...made.slot.wrap } }
      const list = listOf(vault)
      const people = list.people.map((person) =>
        person.id === ids.assistenz ? { ...person, publicKey: made.publicKey } : person,
      )
      setList(vault, { ...list, people })
    })
    await expect(store.read()).rejects.toMatchObject({ reason: 'tampered' })
  })
})
