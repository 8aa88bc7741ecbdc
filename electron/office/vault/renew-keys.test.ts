import { readdir } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { changeOwnPassphrase, removePerson, renamePerson } from './people.ts'
import { renewKeys, settleKeys } from './renew-keys.ts'
import { unlockWithPassphrase, unlockWithRecoveryKey } from './session.ts'
import { Killed, PASSPHRASES, boxedFiles, killedAfter, makeDatabases, threePeople } from './testing.ts'
import { DATABASE_FILES, vaultStore } from './vault-store.ts'

const tools = boxedFiles()

/** Unlocks as the program does, settles, and reads both databases with the keys that came out. */
async function readAll(folder: string, personId: string, passphrase: string) {
  const store = vaultStore(folder)
  const session = await unlockWithPassphrase(store, personId, passphrase)
  await settleKeys(session, tools)
  const office = await tools.text(store.path(DATABASE_FILES.office), session.keys.office)
  const counselling =
    session.keys.counselling && (await tools.text(store.path(DATABASE_FILES.counselling), session.keys.counselling))
  return { session, office, counselling }
}

describe('renewing keys after a removal', () => {
  it('gives everybody who remains the new keys without their passphrase', async () => {
    const three = await threePeople()
    await makeDatabases(three)
    const old = { ...three.session.keys }
    const names = await removePerson(three.session, three.ids.vertretung)
    await renewKeys(three.session, names, tools)
    expect(await readdir(three.store.folder)).not.toContain('vault.json.previous')

    expect(three.session.keys.office).not.toEqual(old.office)
    expect(three.session.keys.counselling).not.toEqual(old.counselling)
    expect(await tools.opens(three.store.path(DATABASE_FILES.office), old.office)).toBe(false)
    const leitung = await readAll(three.store.folder, three.ids.leitung, PASSPHRASES.leitung)
    expect(leitung).toMatchObject({ office: 'Büro', counselling: 'Beratung' })
    expect(await readAll(three.store.folder, three.ids.assistenz, PASSPHRASES.assistenz)).toMatchObject({ office: 'Büro' })
    expect((await unlockWithRecoveryKey(three.store, three.recoveryKey)).keys).toEqual(three.session.keys)
  })

  it('leaves the counselling key alone when only an assistant went', async () => {
    const three = await threePeople()
    await makeDatabases(three)
    const old = { ...three.session.keys }
    await renewKeys(three.session, await removePerson(three.session, three.ids.assistenz), tools)
    expect(three.session.keys.counselling).toEqual(old.counselling)
    expect(three.session.keys.office).not.toEqual(old.office)
    const deputy = await readAll(three.store.folder, three.ids.vertretung, PASSPHRASES.vertretung)
    expect(deputy).toMatchObject({ office: 'Büro', counselling: 'Beratung' })
  })

  it('moves the trust of every slot on, over several renewals', async () => {
    const three = await threePeople()
    await makeDatabases(three)
    await renewKeys(three.session, ['office', 'counselling'], tools)
    await renewKeys(three.session, ['counselling'], tools)
    const before = (await three.store.read()).content.slots[three.ids.assistenz]?.wrap.data
    const assistant = await readAll(three.store.folder, three.ids.assistenz, PASSPHRASES.assistenz)
    expect(assistant.office).toBe('Büro')
    const after = (await three.store.read()).content.slots[three.ids.assistenz]?.wrap.data
    expect(after).not.toBe(before)
    await changeOwnPassphrase(assistant.session, PASSPHRASES.assistenz, 'danach noch änderbar')
    const leitung = await readAll(three.store.folder, three.ids.leitung, PASSPHRASES.leitung)
    await renamePerson(leitung.session, three.ids.assistenz, 'Nach der Erneuerung')
    expect((await readAll(three.store.folder, three.ids.assistenz, 'danach noch änderbar')).office).toBe('Büro')
  })

  it('is for Leitung only', async () => {
    const three = await threePeople()
    const deputy = await unlockWithPassphrase(three.store, three.ids.vertretung, PASSPHRASES.vertretung)
    await expect(renewKeys(deputy, ['office'], tools)).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('a renewal killed at any step', () => {
  /** Steps that a whole renewal takes, found by running one. */
  async function stepsOfRenewal(): Promise<number> {
    const three = await threePeople()
    await makeDatabases(three)
    const files = killedAfter(Infinity)
    const session = await unlockWithPassphrase(vaultStore(three.store.folder, files), three.ids.leitung, PASSPHRASES.leitung)
    await renewKeys(session, ['office', 'counselling'], boxedFiles(files))
    return files.used
  }

  it.each([
    ['between steps', false],
    ['in the middle of a write', true],
  ])('opens for everybody afterwards: killed %s', { timeout: 180_000 }, async (_, torn) => {
    const steps = await stepsOfRenewal()
    expect(steps).toBeGreaterThan(15)
    const three = await threePeople()
    await makeDatabases(three)
    for (let step = 0; step < steps; step++) {
      const files = killedAfter(step, torn)
      const store = vaultStore(three.store.folder, files)
      const session = await unlockWithPassphrase(vaultStore(three.store.folder), three.ids.leitung, PASSPHRASES.leitung)
      const killed = { ...session, store }
      await expect(renewKeys(killed, ['office', 'counselling'], boxedFiles(files)), `step ${step}`).rejects.toThrow(Killed)
      // The assistant comes first: she cannot finish the renewal and must be able to work all the same.
      const assistant = await readAll(three.store.folder, three.ids.assistenz, PASSPHRASES.assistenz)
      expect(assistant.office, `assistant after step ${step}`).toBe('Büro')
      expect(assistant.session.keys.counselling).toBeUndefined()
      const who = step % 2 ? 'leitung' : 'vertretung'
      const finisher = await readAll(three.store.folder, three.ids[who], PASSPHRASES[who])
      expect([finisher.office, finisher.counselling], `${who} after step ${step}`).toEqual(['Büro', 'Beratung'])
      expect((await three.store.read()).list.renewal).toBeUndefined()
      expect((await readdir(three.store.folder)).filter((name) => name.endsWith('.renew'))).toEqual([])
    }
  })
})

describe('any other change killed at any step', () => {
  it('opens with the old or the new passphrase, never with neither', { timeout: 60_000 }, async () => {
    const three = await threePeople()
    let current: string = PASSPHRASES.assistenz
    for (let step = 0; step < 6; step++) {
      const store = vaultStore(three.store.folder, killedAfter(step, step % 2 === 1))
      const session = await unlockWithPassphrase(vaultStore(three.store.folder), three.ids.assistenz, current)
      const next = `Passphrase nach Schritt ${step}`
      await expect(changeOwnPassphrase({ ...session, store }, current, next)).rejects.toThrow(Killed)
      const opens = async (passphrase: string) =>
        unlockWithPassphrase(vaultStore(three.store.folder), three.ids.assistenz, passphrase).then(
          () => true,
          () => false,
        )
      const [old, fresh] = [await opens(current), await opens(next)]
      expect(old !== fresh, `step ${step}`).toBe(true)
      if (fresh) current = next
    }
  })
})
