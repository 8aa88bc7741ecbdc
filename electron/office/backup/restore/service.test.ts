import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { copyOffice, fill, flipByte, makeOffice, passphrases, removeOffices, snapshot, startProcess, type MadeOffice } from '../../../../tests/reliability/damaged-office.ts'
import { dropLease } from '../../../../tests/support/lease.ts'
import type { StateSource } from '../../../../shared/backup/restore/model.ts'
import { backupsOf } from '../service.ts'
import { restoringOf } from './service.ts'

let made: MadeOffice
beforeAll(async () => { made = await makeOffice() }, 60_000)
afterAll(() => removeOffices(made))

let folder: string
let office: ReturnType<typeof startProcess>
beforeEach(() => {
  folder = copyOffice(made)
  office = startProcess(folder)
  restoringOf(office.process)
})
afterEach(() => office.process.end())

/** The process that comes after locking. */
async function restart(): Promise<void> {
  await office.process.end()
  office = startProcess(folder)
  restoringOf(office.process)
}
const restoring = () => restoringOf(office.process)
const unlock = (who: 'leitung' | 'assistenz' = 'leitung'): Promise<void> => office.vault.unlock(made.ids[who], passphrases[who])
const contacts = async (): Promise<number> => (await office.process.unlocked.office.database.read.selectFrom('contact').select('id').execute()).length
const backUp = (): Promise<void> => backupsOf(office.process, office.vault).atRest()

async function newest(place: StateSource['place'] = 'own'): Promise<StateSource> {
  const found = (await restoring().sources(null)).find(({ source }) => source.place === place)
  if (!found) throw new Error(`nothing at ${place}`)
  return found.source
}
const prepare = async (source?: StateSource, secret = passphrases.leitung) => restoring().prepare(source ?? (await newest()), made.ids.leitung, secret, null)

describe('from the open office', () => {
  it('looks inside, compares, switches after locking, and takes it back', async () => {
    await backUp()
    await unlock()
    await fill(office.process.unlocked, 5, 'Später')
    const comparison = await prepare()
    expect(comparison.people.map(({ name }) => name)).toEqual(['Dana Leitner', 'Assad Stein'])
    expect(comparison.restored.office.counts.Kontakt).toBe(40)
    expect(comparison.present?.office.counts.Kontakt).toBe(45)
    expect(comparison.restored.counselling.lastChange! < comparison.present!.counselling.lastChange!).toBe(true)
    expect(await restoring().switch()).toBe(false)
    // What is decided can't lose its files by another look.
    await expect(prepare()).rejects.toMatchObject({ code: 'busy' })
    await expect(restoring().discard()).rejects.toMatchObject({ code: 'busy' })
    // Nothing happens to the databases that are open; what is still written goes aside with them.
    await fill(office.process.unlocked, 1, 'Zuletzt')
    expect(await contacts()).toBe(46)
    await restart()
    expect(await office.vault.status()).toMatchObject({ state: 'locked' })
    await unlock()
    expect(await contacts()).toBe(40)

    const comparedBack = await prepare(await newest('replaced'))
    expect(comparedBack.restored.office.counts.Kontakt).toBe(46)
    await restoring().switch()
    await restart()
    await unlock()
    expect(await contacts()).toBe(46)
    expect(readdirSync(folder).filter((name) => name.startsWith('ersetzt-'))).toHaveLength(2)
    expect(readdirSync(folder).filter((name) => name.startsWith('wiederherstellung-') || name.startsWith('wechsel'))).toEqual([])
  })

  it('is not for an assistant, who could not look at both sides', async () => {
    await backUp()
    await unlock('assistenz')
    await expect(prepare()).rejects.toMatchObject({ code: 'forbidden' })
    await expect(restoring().switch()).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('from the lock screen', () => {
  it('brings a damaged vault back at once', async () => {
    await backUp()
    for (const name of ['vault.json', 'vault.json.mirror']) flipByte(join(folder, name), 700)
    writeFileSync(join(folder, 'office.db'), '')
    expect(await office.vault.status()).toMatchObject({ state: 'problem', code: 'corrupt' })
    const comparison = await prepare()
    expect(comparison.present).toBeNull()
    expect(await restoring().switch()).toBe(true)
    expect(await office.vault.status()).toMatchObject({ state: 'locked' })
    await unlock()
    expect(await contacts()).toBe(40)
  })

  it('restores on a bare computer from a folder that was chosen, with the keys of the set', async () => {
    await backUp()
    const stick = join(dirname(folder), 'stick')
    cpSync(join(folder, 'backups'), join(stick, 'Integrationsbuero-Sicherungen'), { recursive: true })
    rmSync(folder, { recursive: true })
    office.process.vaultExpected = false
    expect(await office.vault.status()).toMatchObject({ state: 'first-run' })
    expect(await restoring().choose(dirname(folder))).toBe(0)
    expect(await restoring().choose(stick)).toBe(1)
    await prepare(await newest('chosen'))
    expect(await restoring().switch()).toBe(true)
    await unlock()
    expect(await contacts()).toBe(40)
  })

  it.each(['office.db', 'counselling.db', 'vault.json', 'manifest.json'])('refuses a set whose %s is damaged, and leaves everything as it is', async (name) => {
    await backUp()
    const before = snapshot(folder)
    const set = join(folder, 'backups', (await newest()).id)
    flipByte(join(set, name), Math.floor(statSync(join(set, name)).size / 2))
    await expect(prepare()).rejects.toMatchObject({ code: 'corrupt', data: { part: 'backup' } })
    expect({ ...snapshot(folder), backups: '' }).toEqual({ ...before, backups: '' })
    await expect(restoring().switch()).rejects.toMatchObject({ code: 'not-found' })
  })

  it('tells a wrong passphrase, slows down tries as the lock screen does, and leaves the set as it was', async () => {
    await backUp()
    const set = join(folder, 'backups', (await newest()).id)
    const before = snapshot(set)
    for (let attempt = 0; attempt < 3; attempt++) await expect(prepare(undefined, 'Vier grüne Möwen lasen')).rejects.toMatchObject({ code: 'wrong-passphrase' })
    await expect(prepare()).rejects.toMatchObject({ code: 'wrong-passphrase', data: { waitSeconds: expect.any(Number) } })
    await expect(unlock()).rejects.toMatchObject({ code: 'wrong-passphrase' })
    expect(snapshot(set)).toEqual(before)
  })

  it('refuses a set of another office', async () => {
    await backUp()
    const other = await makeOffice()
    const elsewhere = startProcess(other.folder)
    await backupsOf(elsewhere.process, elsewhere.vault).atRest()
    await restoring().choose(other.folder)
    const stranger = (await restoring().sources(null)).find(({ source }) => source.place === 'chosen')
    expect(stranger?.trouble).toBe('Diese Sicherung gehört zu einem anderen Büro.')
    removeOffices(other)
  })

  it('waits while the vault is open elsewhere', async () => {
    await backUp()
    const elsewhere = startProcess(folder)
    await elsewhere.vault.unlock(made.ids.leitung, passphrases.leitung)
    await prepare()
    await expect(restoring().switch()).rejects.toMatchObject({ code: 'busy' })
    await elsewhere.process.end()
    expect(await office.vault.status()).toMatchObject({ state: 'locked' })
    expect(existsSync(join(folder, 'wechsel.json'))).toBe(false)
  })

  it('folds in the log that a crash had left in a set', async () => {
    cpSync(join(dirname(made.folder), 'open-log'), folder, { recursive: true })
    dropLease(folder)
    await backUp()
    const set = join(folder, 'backups', (await newest()).id)
    expect(readdirSync(set)).toContain('office.db-wal')
    expect((await prepare()).restored.office.counts.Kontakt).toBe(40)
    await restoring().switch()
    expect(readdirSync(folder).filter((name) => name.endsWith('-wal'))).toEqual([])
    await unlock()
    expect(await contacts()).toBe(40)
  })

  it('clears away a copy that nobody decided on', async () => {
    await backUp()
    await prepare()
    await prepare()
    expect(readdirSync(folder).filter((name) => name.startsWith('wiederherstellung-'))).toHaveLength(1)
    await restoring().discard()
    expect(readdirSync(folder).filter((name) => name.startsWith('wiederherstellung-'))).toEqual([])
    renameSync(join(folder, 'backups'), join(folder, 'fort'))
    mkdirSync(join(folder, 'backups'))
    expect(await restoring().sources(null)).toEqual([])
  })
})
