import { copyFile, readFile } from 'node:fs/promises'
import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { newAuthority, pinOf, signBytes, wrapAuthority } from './authority.ts'
import { deriveFromTwo, halfId, keyId, newHkdfParameters, newKey } from './crypto.ts'
import { admitDeputy, arrangeDeputy, draftCodes, revokeArrangement, type HolderCode } from './deputies.ts'
import { changeRole, removePerson } from './people.ts'
import { renewKeys } from './renew-keys.ts'
import { newSlotKeyPair } from './seal.ts'
import { unlockByTwo, unlockWithPassphrase } from './session.ts'
import { keyHolders, openSlot, sealKey, wrapSlot } from './slots.ts'
import { PASSPHRASES, boxedFiles, forge, makeDatabases, temporaryFolder, threePeople, type ForgedVault } from './testing.ts'
import type { VaultList } from './vault-file.ts'
import { vaultStore } from './vault-store.ts'

const terms = { validUntil: '2099-01-01T00:00:00.000Z', longestDays: 14 }
const arrangementId = '00000000-0000-4000-8000-000000000001'
const deputy = { id: '00000000-0000-4000-8000-000000000002', name: 'Viktor Behelf', passphrase: 'Fünf blaue Kamele rechnen', days: 7 }

async function arranged(names: readonly string[] = ['Haupt Amtsleitung', 'Dora Datenschutz', 'Karl Kasse']) {
  const three = await threePeople()
  const codes = draftCodes(names)
  await arrangeDeputy(three.session, codes, terms, arrangementId)
  return { ...three, codes }
}

function pair(codes: readonly HolderCode[], first = 0, second = 1): [Uint8Array, Uint8Array] {
  return [codes[first]?.code ?? newKey(), codes[second]?.code ?? newKey()]
}

const listOf = (vault: ForgedVault) => JSON.parse(Buffer.from(vault.list, 'base64').toString('utf8')) as VaultList

describe('two holders', () => {
  it.each([[0, 1], [0, 2], [1, 2], [2, 0]])('open the vault together, in any order (%i and %i)', async (first, second) => {
    const { store, session, codes } = await arranged()
    const together = await unlockByTwo(store, pair(codes, first, second))
    expect(together.keys).toEqual(session.keys)
    expect(together.slotId).toBe(arrangementId)
  })

  it('let in a deputy, who unlocks alone from then on until the time is over, and administers nothing', async () => {
    const { store, session, codes, ids } = await arranged()
    const now = Date.parse('2026-11-22T10:00:00.000Z')
    const admitted = await admitDeputy(await unlockByTwo(store, pair(codes), now), deputy, now)
    expect(admitted).toMatchObject({ role: 'vertretung', admission: { arrangement: arrangementId, until: '2026-11-29T10:00:00.000Z' } })
    const opened = await unlockWithPassphrase(store, deputy.id, deputy.passphrase, now)
    expect(opened.keys).toEqual(session.keys)
    for (const forbidden of [
      () => removePerson(opened, ids.leitung), () => changeRole(opened, deputy.id, 'leitung'), () => revokeArrangement(opened),
      () => arrangeDeputy(opened, codes, terms, arrangementId), () => admitDeputy(opened, { ...deputy, days: 14 }, now),
    ]) await expect(forbidden()).rejects.toMatchObject({ code: 'forbidden' })
    await expect(unlockWithPassphrase(store, deputy.id, deputy.passphrase, now + 7 * 86_400_000)).rejects.toMatchObject({ code: 'forbidden', reason: 'deputy-over' })
  })

  it('still open after the keys were renewed', async () => {
    const three = await arranged()
    const { store, session, codes } = three
    await makeDatabases(three)
    await renewKeys(session, ['office', 'counselling'], boxedFiles())
    expect((await unlockByTwo(store, pair(codes))).keys).toEqual(session.keys)
  })

  it('get no new keys once the arrangement has run out, and neither does a deputy whose days are over', async () => {
    const three = await arranged()
    const { store, session, codes } = three
    const [now, before] = [Date.now(), Date.now() - 20 * 86_400_000]
    const running = { ...deputy, id: '00000000-0000-4000-8000-000000000003', name: 'Wanda Weiter', passphrase: 'Sechs gelbe Lampen warten' }
    await admitDeputy(await unlockByTwo(store, pair(codes), now), running, now)
    await admitDeputy(await unlockByTwo(store, pair(codes), before), deputy, before)
    const leitung = await unlockWithPassphrase(store, three.ids.leitung, PASSPHRASES.leitung)
    await arrangeDeputy(leitung, codes, { ...terms, validUntil: new Date(now - 1000).toISOString() }, arrangementId)
    expect((await store.read()).list.people).toHaveLength(5)
    await makeDatabases(three)
    await renewKeys(leitung, ['office', 'counselling'], boxedFiles())
    const { list, content } = await store.read()
    expect(list.arrangement).toBeUndefined()
    expect(content.pairs).toBeUndefined()
    const holders = [...list.people.map(({ id }) => id), list.recovery.id]
    expect(holders).toContain(running.id)
    expect(holders).not.toContain(deputy.id)
    expect(new Set(content.sealed.map(({ slot }) => slot))).toEqual(new Set(holders))
    expect(new Set(Object.keys(content.slots))).toEqual(new Set(holders))
    expect(session.keys).not.toEqual(leitung.keys)
  })

  it('can be two of one name only once, and are two at least', () => {
    expect(() => draftCodes(['Dora', ' dora '])).toThrow(expect.objectContaining({ reason: 'name-taken' }))
    expect(() => draftCodes(['Dora', ' '])).toThrow(expect.objectContaining({ code: 'invalid' }))
  })

  it('replace a deputy of the same name, and take away those whose time is over', async () => {
    const { store, codes } = await arranged()
    const now = Date.parse('2026-11-22T10:00:00.000Z')
    await admitDeputy(await unlockByTwo(store, pair(codes), now), deputy, now)
    const second = { ...deputy, id: '00000000-0000-4000-8000-000000000003', passphrase: 'Sechs gelbe Lampen warten' }
    await admitDeputy(await unlockByTwo(store, pair(codes), now), second, now)
    await expect(unlockWithPassphrase(store, deputy.id, deputy.passphrase, now)).rejects.toMatchObject({ code: 'not-found' })
    const later = now + 20 * 86_400_000
    await admitDeputy(await unlockByTwo(store, pair(codes), later), { ...second, id: deputy.id, name: 'Wanda Weiter' }, later)
    expect((await store.read()).list.people.map(({ name }) => name)).toEqual(['Dana Leitner', 'Vera Tretow', 'Assad Stein', 'Wanda Weiter'])
  })

  it('let nobody in for longer than was arranged', async () => {
    const { store, codes } = await arranged()
    const together = await unlockByTwo(store, pair(codes))
    await expect(admitDeputy(together, { ...deputy, days: 15 })).rejects.toMatchObject({ code: 'invalid', reason: 'too-many-days' })
    await expect(admitDeputy(together, { ...deputy, name: 'Dana Leitner' })).rejects.toMatchObject({ code: 'conflict', reason: 'name-taken' })
    await expect(admitDeputy(together, { ...deputy, passphrase: 'kurz' })).rejects.toMatchObject({ code: 'invalid' })
  })
})

describe('the format of the file', () => {
  const formatOf = async (folder: string) => (JSON.parse(await readFile(`${folder}/vault.json`, 'utf8')) as { format: number }).format

  it('is the second one as long as there is something that an earlier program must not step over', async () => {
    const three = await threePeople()
    expect(await formatOf(three.store.folder)).toBe(1)
    const codes = draftCodes(['Eins', 'Zwei'])
    await arrangeDeputy(three.session, codes, terms, arrangementId)
    expect(await formatOf(three.store.folder)).toBe(2)
    const together = await unlockByTwo(three.store, pair(codes))
    await admitDeputy(together, deputy)
    const leitung = await unlockWithPassphrase(three.store, three.ids.leitung, PASSPHRASES.leitung)
    await revokeArrangement(leitung)
    expect(await formatOf(three.store.folder)).toBe(2)
    await removePerson(leitung, deputy.id)
    expect(await formatOf(three.store.folder)).toBe(1)
  })

  it('of an office that an earlier program made still opens, with its mirror', async () => {
    const folder = await temporaryFolder()
    for (const name of ['vault.json', 'vault.json.mirror']) await copyFile(new URL('./first-format.fixture.json', import.meta.url), `${folder}/${name}`)
    const store = vaultStore(folder)
    const person = (await store.read()).list.people[0]?.id ?? ''
    const session = await unlockWithPassphrase(store, person, 'Vier grüne Möwen lesen')
    await arrangeDeputy(session, draftCodes(['Eins', 'Zwei']), terms, arrangementId)
    expect(await formatOf(folder)).toBe(2)
    expect(await readFile(`${folder}/vault.json.mirror`)).toEqual(await readFile(`${folder}/vault.json`))
  })
})

describe('an attacker', () => {
  it('with one code alone opens nothing', async () => {
    const { store, codes } = await arranged()
    const own = codes[0]?.code ?? newKey()
    await expect(unlockByTwo(store, [own, own])).rejects.toMatchObject({ code: 'invalid', reason: 'same-code' })
    await expect(unlockByTwo(store, [own, randomBytes(32)])).rejects.toMatchObject({ code: 'wrong-passphrase', reason: 'holder-code', details: { field: 'codes.1' } })
    const { content, list } = await store.read()
    const header = { vaultId: list.vaultId, id: arrangementId, publicKey: list.arrangement?.publicKey ?? '' }
    for (const slot of content.pairs ?? []) {
      for (const guess of [own, Buffer.alloc(32), randomBytes(32)]) expect(openSlot(header, slot, deriveFromTwo([own, guess], slot.derivation))).toBeUndefined()
    }
  })

  it('who is an assistant arranges nothing and lets nobody in', async () => {
    const { store, codes, ids } = await arranged()
    const assistant = await unlockWithPassphrase(store, ids.assistenz, PASSPHRASES.assistenz)
    for (const tried of [() => arrangeDeputy(assistant, codes, terms, arrangementId), () => revokeArrangement(assistant), () => admitDeputy(assistant, deputy)]) {
      await expect(tried()).rejects.toMatchObject({ code: 'forbidden' })
    }
  })

  it('who writes pairs of own codes into the file gains nothing: the key inside must be that of the signed list', async () => {
    const { store } = await arranged()
    const mine = draftCodes(['Ich', 'Auch ich'])
    const own = newSlotKeyPair()
    await forge(store.folder, (vault) => {
      const list = listOf(vault)
      const derivation = newHkdfParameters()
      const inside = { privateKey: own.privateKey, pin: pinOf(list.authority) }
      const header = { vaultId: list.vaultId, id: arrangementId, publicKey: own.publicKey }
      const wrapped = wrapSlot(header, inside, derivation, deriveFromTwo(pair(mine), derivation))
      Object.assign(vault, { pairs: [{ codeIds: mine.map(({ code }) => halfId(code)), ...wrapped }] })
    })
    await expect(unlockByTwo(store, pair(mine))).rejects.toMatchObject({ code: 'wrong-passphrase', reason: 'holder-code' })
  })

  it('who puts the own pair under the ids of the right holders gains nothing', async () => {
    const { store, codes } = await arranged()
    await forge(store.folder, (vault) => {
      const pairs = (vault as unknown as { pairs: { codeIds: string[]; wrap: Record<string, string> }[] }).pairs
      const [first, second] = pairs
      if (first && second) first.wrap = second.wrap
    })
    await expect(unlockByTwo(store, pair(codes, 0, 1))).rejects.toMatchObject({ code: 'corrupt', reason: 'tampered' })
  })

  it('who writes an arrangement into the list cannot sign it', async () => {
    const { store } = await arranged()
    const mine = draftCodes(['Ich', 'Auch ich'])
    await forge(store.folder, (vault) => {
      const list = listOf(vault)
      const holders = mine.map(({ name, code }) => ({ name, codeId: halfId(code) }))
      if (list.arrangement) list.arrangement = { ...list.arrangement, holders }
      vault.list = Buffer.from(JSON.stringify(list)).toString('base64')
      vault.signature = signBytes(newAuthority(), Buffer.from(vault.list, 'base64'))
    })
    await expect(unlockByTwo(store, pair(mine))).rejects.toMatchObject({ code: 'corrupt', reason: 'tampered' })
  })

  it('who exchanges authority, keys and list is refused by what the two hold: their pair has the right one pinned', async () => {
    const { store, ids, codes } = await arranged()
    const assistant = await unlockWithPassphrase(store, ids.assistenz, PASSPHRASES.assistenz)
    const mine = newAuthority()
    const counselling = newKey()
    await forge(store.folder, (vault) => {
      const list = listOf(vault)
      const forged = { ...list, authority: mine.publicKey, keys: { ...list.keys, counselling: keyId(counselling) } }
      vault.list = Buffer.from(JSON.stringify(forged)).toString('base64')
      vault.signature = signBytes(mine, Buffer.from(vault.list, 'base64'))
      vault.authorities = [{ publicKey: mine.publicKey, keyId: forged.keys.counselling, ...wrapAuthority(mine, list.vaultId, counselling) }]
      vault.sealed = keyHolders(forged).flatMap((holder) => [
        sealKey(list.vaultId, holder, 'office', assistant.keys.office), sealKey(list.vaultId, holder, 'counselling', counselling),
      ]) as unknown as Record<string, string>[]
    })
    await expect(unlockByTwo(store, pair(codes))).rejects.toMatchObject({ code: 'corrupt', reason: 'tampered' })
  })

  it('with weakened derivation is refused before anything is derived', async () => {
    const { store, codes } = await arranged()
    await forge(store.folder, (vault) => {
      for (const slot of (vault as unknown as { pairs: { derivation: Record<string, string> }[] }).pairs) slot.derivation['salt'] = 'AAAA'
    })
    await expect(unlockByTwo(store, pair(codes))).rejects.toMatchObject({ code: 'corrupt', reason: 'weak-derivation' })
  })

  it('with revoked, replaced or expired codes opens nothing', async () => {
    const { store, session, codes } = await arranged()
    const late = Date.parse(terms.validUntil)
    await expect(unlockByTwo(store, pair(codes), late)).rejects.toMatchObject({ code: 'forbidden', reason: 'arrangement-expired' })
    const fresh = draftCodes(['Eins', 'Zwei'])
    await arrangeDeputy(session, fresh, terms, '00000000-0000-4000-8000-000000000009')
    await expect(unlockByTwo(store, pair(codes))).rejects.toMatchObject({ code: 'wrong-passphrase', reason: 'holder-code' })
    await revokeArrangement(session)
    await expect(unlockByTwo(store, pair(fresh))).rejects.toMatchObject({ code: 'not-found', reason: 'no-arrangement' })
    expect((await store.read()).content.sealed.every(({ slot }) => slot !== arrangementId)).toBe(true)
  })

  it('who puts the whole former key file back after keys were renewed has keys that open no database', async () => {
    const three = await arranged()
    const { store, session, codes } = three
    await makeDatabases(three)
    await copyFile(store.path('vault.json'), store.path('kept'))
    await revokeArrangement(session)
    await renewKeys(session, ['office', 'counselling'], boxedFiles())
    for (const name of ['vault.json', 'vault.json.mirror']) await copyFile(store.path('kept'), store.path(name))
    const replayed = await unlockByTwo(store, pair(codes))
    expect(await boxedFiles().opens(store.path('counselling.db'), replayed.keys.counselling ?? newKey())).toBe(false)
  })
})
