import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createVault, markEstablished } from './create.ts'
import { unlockWithPassphrase, unlockWithRecoveryKey, sessionPerson } from './session.ts'
import {
  addPerson,
  changeOwnPassphrase,
  changeRole,
  confirmRecoveryKey,
  draftRecoveryKey,
  removePerson,
  renamePerson,
  replaceRecoveryKey,
  resetPassphrase,
} from './people.ts'
import { PASSPHRASES, temporaryFolder, threePeople } from './testing.ts'
import { vaultStore } from './vault-store.ts'

type Threesome = Awaited<ReturnType<typeof threePeople>>
type Who = keyof typeof PASSPHRASES

/** Every slot opens with its passphrase and gives exactly the keys of its role; returns who was checked. */
async function everySlotOpens(three: Threesome, changed: Partial<Record<Who, string>> = {}, gone: Who[] = []) {
  for (const who of ['leitung', 'vertretung', 'assistenz'] as const) {
    if (gone.includes(who)) continue
    const opened = await unlockWithPassphrase(three.store, three.ids[who], changed[who] ?? PASSPHRASES[who])
    expect(opened.keys.office).toEqual(three.session.keys.office)
    expect(opened.keys.counselling).toEqual(who === 'assistenz' ? undefined : three.session.keys.counselling)
  }
}

async function recoveryOpens(three: Threesome, recoveryKey: Uint8Array = three.recoveryKey) {
  const opened = await unlockWithRecoveryKey(three.store, recoveryKey)
  expect(opened.recovery).toBe(true)
  expect(opened.keys).toEqual(three.session.keys)
}

describe('every operation leaves every other slot usable', () => {
  it('creating and adding', async () => {
    const three = await threePeople()
    await everySlotOpens(three)
    await recoveryOpens(three)
    const list = (await three.store.read()).list
    expect(list).toMatchObject({ officeName: 'Stadt Musterstadt', land: 'SN', established: false })
    expect(list.people.map((person) => person.role)).toEqual(['leitung', 'vertretung', 'assistenz'])
  })

  it('changing the own passphrase, as assistant too', async () => {
    const three = await threePeople()
    const assistant = await unlockWithPassphrase(three.store, three.ids.assistenz, PASSPHRASES.assistenz)
    await expect(changeOwnPassphrase(assistant, 'nicht die alte Passphrase', 'neue lange Passphrase')).rejects.toMatchObject({
      code: 'wrong-passphrase',
    })
    await changeOwnPassphrase(assistant, PASSPHRASES.assistenz, 'neue lange Passphrase')
    await everySlotOpens(three, { assistenz: 'neue lange Passphrase' })
    await recoveryOpens(three)
    await expect(
      unlockWithPassphrase(three.store, three.ids.assistenz, PASSPHRASES.assistenz),
    ).rejects.toMatchObject({ code: 'wrong-passphrase' })
  })

  it('resetting by the recovery key', async () => {
    const three = await threePeople()
    const recovery = await unlockWithRecoveryKey(three.store, three.recoveryKey)
    await resetPassphrase(recovery, three.ids.leitung, 'nach dem Vergessen neu')
    await everySlotOpens(three, { leitung: 'nach dem Vergessen neu' })
    await recoveryOpens(three)
    await expect(unlockWithPassphrase(three.store, three.ids.leitung, PASSPHRASES.leitung)).rejects.toMatchObject({
      code: 'wrong-passphrase',
    })
  })

  it('removing, renaming, establishing', async () => {
    const three = await threePeople()
    expect(await removePerson(three.session, three.ids.vertretung)).toEqual(['office', 'counselling'])
    await renamePerson(three.session, three.ids.assistenz, ' Assad  von Stein ')
    await markEstablished(three.session)
    await confirmRecoveryKey(three.session)
    await everySlotOpens(three, {}, ['vertretung'])
    await recoveryOpens(three)
    const { list, content } = await three.store.read()
    expect(list.established).toBe(true)
    expect(list.people.map((person) => person.name)).toEqual(['Dana Leitner', 'Assad von Stein'])
    expect(content.sealed.some((entry) => entry.slot === three.ids.vertretung)).toBe(false)
    await expect(unlockWithPassphrase(three.store, three.ids.vertretung, PASSPHRASES.vertretung)).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  it('changing roles gives and takes the counselling key', async () => {
    const three = await threePeople()
    expect(await changeRole(three.session, three.ids.vertretung, 'assistenz')).toEqual(['counselling'])
    expect(await changeRole(three.session, three.ids.assistenz, 'vertretung')).toEqual([])
    const demoted = await unlockWithPassphrase(three.store, three.ids.vertretung, PASSPHRASES.vertretung)
    const promoted = await unlockWithPassphrase(three.store, three.ids.assistenz, PASSPHRASES.assistenz)
    expect(demoted.keys.counselling).toBeUndefined()
    expect(promoted.keys.counselling).toEqual(three.session.keys.counselling)
    await recoveryOpens(three)
  })

  it('renewing the recovery key', async () => {
    const three = await threePeople()
    const draft = draftRecoveryKey()
    await recoveryOpens(three)
    await replaceRecoveryKey(three.session, draft)
    await everySlotOpens(three)
    await recoveryOpens(three, draft)
    await expect(unlockWithRecoveryKey(three.store, three.recoveryKey)).rejects.toMatchObject({
      code: 'wrong-passphrase',
      reason: 'recovery-key',
    })
  })
})

describe('rules', () => {
  it('keeps the last Leitung and oneself', async () => {
    const three = await threePeople()
    await expect(removePerson(three.session, three.ids.leitung)).rejects.toMatchObject({ reason: 'own-person' })
    await expect(changeRole(three.session, three.ids.leitung, 'vertretung')).rejects.toMatchObject({ reason: 'last-leitung' })
    const recovery = await unlockWithRecoveryKey(three.store, three.recoveryKey)
    await expect(removePerson(recovery, three.ids.leitung)).rejects.toMatchObject({ reason: 'last-leitung' })
  })

  it('lets only Leitung administer', async () => {
    const three = await threePeople()
    for (const who of ['vertretung', 'assistenz'] as const) {
      const session = await unlockWithPassphrase(three.store, three.ids[who], PASSPHRASES[who])
      const person = { name: 'Neu', role: 'leitung', passphrase: 'lang genug ist das' } as const
      await expect(addPerson(session, person)).rejects.toMatchObject({ code: 'forbidden' })
      await expect(removePerson(session, three.ids.leitung)).rejects.toMatchObject({ code: 'forbidden' })
      await expect(changeRole(session, session.slotId, 'leitung')).rejects.toMatchObject({ code: 'forbidden' })
      await expect(replaceRecoveryKey(session, draftRecoveryKey())).rejects.toMatchObject({ code: 'forbidden' })
    }
  })

  it('refuses short passphrases, empty and equal names', async () => {
    const three = await threePeople()
    const person = { name: 'Neu', role: 'assistenz', passphrase: 'zu kurz' } as const
    await expect(addPerson(three.session, person)).rejects.toMatchObject({ code: 'invalid', details: { field: 'passphrase' } })
    const long = { ...person, passphrase: 'jetzt lang genug' }
    await expect(addPerson(three.session, { ...long, name: '  ' })).rejects.toMatchObject({ details: { field: 'name' } })
    await expect(addPerson(three.session, { ...long, name: 'dana  leitner' })).rejects.toMatchObject({ reason: 'name-taken' })
  })

  it('notices that another program changed the file meanwhile', async () => {
    const three = await threePeople()
    const other = await unlockWithPassphrase(three.store, three.ids.leitung, PASSPHRASES.leitung)
    await renamePerson(other, three.ids.assistenz, 'Anders')
    await expect(renamePerson(three.session, three.ids.assistenz, 'Wieder anders')).rejects.toMatchObject({
      code: 'conflict',
      reason: 'changed-on-disk',
    })
  })
})

describe('passphrases', () => {
  it('open in composed and decomposed form, and at any length', async () => {
    const passphrase = `Ärger mit Füßen und Ösen ﬁn ${'lang '.repeat(400)}`
    const store = vaultStore(await temporaryFolder())
    const { session } = await createVault(store, { officeName: 'Ort', land: 'BW', personName: 'Ü', passphrase })
    for (const form of ['NFC', 'NFD', 'NFKC', 'NFKD']) {
      const opened = await unlockWithPassphrase(store, session.slotId, passphrase.normalize(form))
      expect(sessionPerson(opened)?.name).toBe('Ü')
    }
    await expect(unlockWithPassphrase(store, session.slotId, passphrase.slice(1))).rejects.toMatchObject({
      code: 'wrong-passphrase',
    })
  })

  it('a wrong one changes no byte', async () => {
    const three = await threePeople()
    const before = await readFile(three.store.path('vault.json'))
    await expect(unlockWithPassphrase(three.store, three.ids.leitung, 'ganz und gar falsch')).rejects.toMatchObject({
      code: 'wrong-passphrase',
    })
    await expect(unlockWithRecoveryKey(three.store, randomBytes(32))).rejects.toMatchObject({ code: 'wrong-passphrase' })
    expect(await readFile(three.store.path('vault.json'))).toEqual(before)
  })
})

describe('folders', () => {
  const office = { officeName: 'Ort', land: 'BE', personName: 'Ada', passphrase: 'zwölf Zeichen lang' } as const

  it('are made, and never taken over', async () => {
    const three = await threePeople()
    await expect(createVault(three.store, office)).rejects.toMatchObject({ code: 'conflict', reason: 'vault-exists' })
    const folder = join(await temporaryFolder(), 'tief', 'drin')
    await createVault(vaultStore(folder), office)
    await rm(join(folder, 'vault.json'))
    await rm(join(folder, 'vault.json.mirror'))
    await writeFile(join(folder, 'office.db'), '')
    await expect(createVault(vaultStore(folder), office)).rejects.toMatchObject({ reason: 'folder-not-empty' })
  })

  it('without vault.json are told apart: gone, empty, databases without keys', async () => {
    const parent = await temporaryFolder()
    const store = vaultStore(join(parent, 'tresor'))
    await expect(store.read()).rejects.toMatchObject({ code: 'not-found', reason: 'folder-missing' })
    await mkdir(store.folder)
    await expect(store.read()).rejects.toMatchObject({ code: 'not-found', reason: 'vault-file-missing' })
    await writeFile(store.path('counselling.db'), 'x')
    await expect(store.read()).rejects.toMatchObject({ code: 'corrupt', reason: 'vault-file-missing' })
  })
})
