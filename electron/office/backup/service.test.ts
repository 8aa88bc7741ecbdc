import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { copyOffice, fill, flipByte, makeOffice, passphrases, removeOffices, startProcess, type MadeOffice } from '../../../tests/reliability/damaged-office.ts'
import { beginLogs } from '../audit/opening.ts'
import { anchorsFor } from '../audit/outside.ts'
import type { LogDesk } from '../audit/repository.ts'
import { checkLog } from '../audit/service.ts'
import { dropLease, isHeld } from '../../../tests/support/lease.ts'
import { CipherConnection } from '../database/driver.ts'
import { finishDestruction } from '../database/destroy.ts'
import { unlockWithPassphrase } from '../vault/session.ts'
import { vaultStore } from '../vault/vault-store.ts'
import { openCounts, openHead } from './manifest.ts'
import { backupsOf, type Backups } from './service.ts'
import { secondFolder } from './second-place.ts'
import { findSets, type FoundSet } from './set-folder.ts'
import { verifySet } from './verify.ts'

let made: MadeOffice
beforeAll(async () => { made = await makeOffice() }, 60_000)
afterAll(() => removeOffices(made))

let folder: string
let office: ReturnType<typeof startProcess> & { backups: Backups }
beforeEach(() => {
  folder = copyOffice(made)
  office = start()
})
afterEach(() => office.process.end())

function start(): typeof office {
  const started = startProcess(folder)
  return { ...started, backups: backupsOf(started.process, started.vault) }
}
const own = (): string => join(folder, 'backups')
const sets = (): Promise<FoundSet[]> => findSets(own())
const unlock = (who: 'leitung' | 'assistenz' = 'leitung'): Promise<void> => office.vault.unlock(made.ids[who], passphrases[who])
/** Everything in the folder of backups but sets and what is remembered. */
const rests = (): string[] => readdirSync(own()).filter((name) => !/^(sicherung-|stand\.json$)/.test(name))

async function newestSet(): Promise<FoundSet & { manifest: NonNullable<FoundSet['manifest']> }> {
  const [set] = await sets()
  if (!set?.manifest) throw new Error('no set')
  return { ...set, manifest: set.manifest }
}

/** Contacts and cases in a set, opened as whoever restores it opens it. */
async function contentOf(path: string): Promise<{ contacts: number; cases: number }> {
  const copy = join(dirname(folder), 'opened')
  rmSync(copy, { recursive: true, force: true })
  cpSync(path, copy, { recursive: true })
  const { keys } = await unlockWithPassphrase(vaultStore(copy), made.ids.leitung, passphrases.leitung)
  const count = (file: string, key: Buffer | undefined, table: string): number => {
    const connection = new CipherConnection(join(copy, file), key ?? Buffer.alloc(32))
    expect(connection.pragmaRows('cipher_integrity_check')).toEqual([])
    const n = connection.all(`SELECT count(*) AS n FROM ${table}`)[0]?.n
    connection.close()
    return Number(n)
  }
  return { contacts: count('office.db', keys.office, 'contact'), cases: count('counselling.db', keys.counselling, 'counselling_case') }
}

describe('a backup of the open office', () => {
  it('is a finished set: keys inside, opened, checked, whole, with counts that only the keys open', async () => {
    await unlock()
    await fill(office.process.unlocked, 3, 'Neu')
    await office.backups.run()
    const { path, manifest } = await newestSet()
    expect(manifest.files.map(({ name }) => name)).toEqual(['vault.json', 'office.db', 'counselling.db'])
    expect(manifest.checked).toEqual({ office: 'opened', counselling: 'opened' })
    expect(manifest.versions.office).toBeGreaterThan(0)
    expect((await verifySet(path)).findings).toEqual([])
    expect(await contentOf(path)).toEqual({ contacts: 43, cases: 43 })
    expect(rests()).toEqual([])
    const { keys } = await unlockWithPassphrase(vaultStore(join(dirname(folder), 'opened')), made.ids.leitung, passphrases.leitung)
    expect(openCounts(keys.office, manifest, manifest.counts.office!)).toMatchObject({ Kontakt: 43 })
    expect(openCounts(keys.counselling!, manifest, manifest.counts.counselling!)).toMatchObject({ 'Ratsuchende Person': 43 })
    expect(openCounts(keys.office, manifest, manifest.counts.counselling!)).toBeNull()
    expect(openCounts(keys.office, { ...manifest, day: '2020-01-01' }, manifest.counts.office!)).toBeNull()
    expect(readFileSync(join(path, 'manifest.json'), 'utf8')).not.toMatch(/Kontakt|Leitner|Musterstadt/)
    expect(await office.backups.stand()).toMatchObject({ running: null, failure: null, lastAt: manifest.createdAt, second: null })
  })

  it('knows where the logs ended, so that one that is cut off or older is found, until an earlier state is restored', async () => {
    await unlock()
    const { office: desk, folder: vault } = office.process.unlocked
    const log = desk as unknown as LogDesk
    for (let index = 0; index < 3; index += 1) await desk.database.writeAudited(desk.person, [{ kind: 'backup', what: 'verified' }], async () => undefined)
    await office.backups.run()
    const { manifest } = await newestSet()
    const { keys } = await office.vault.change(async (opened) => opened)
    expect(openHead(keys.counselling!, manifest, manifest.heads!.office!)).toBeNull()
    const check = async () => checkLog(log, await anchorsFor(office.process.unlocked, 'office', keys.office))
    const before = await check()
    expect(before).toMatchObject({ sound: true, anchors: { backups: 1, newestBackup: manifest.createdAt } })
    // Cut off, made to fit at its end, and what the other database had noted removed as well.
    const { writer } = desk.database.connections
    writer.exec('DROP TRIGGER audit_entry_stays')
    const seq = before.entries - 1
    writer.exec(`DELETE FROM audit_entry WHERE seq > ${seq}; UPDATE audit_chain SET head_seq = ${seq}, head_mac = (SELECT mac FROM audit_entry WHERE seq = ${seq})`)
    office.process.unlocked.counselling!.database.connections.writer.exec('DELETE FROM audit_anchor')
    expect((await check()).findings.map(({ kind }) => kind)).toEqual(['backup'])
    mkdirSync(join(vault, 'ersetzt-2026-11-22-141503'))
    await beginLogs(office.process.unlocked)
    expect((await check()).findings).toEqual([])
  })

  it('goes on while people write, and holds a moment of each database', async () => {
    await unlock()
    const backup = office.backups.run()
    const written = fill(office.process.unlocked, 20, 'Während')
    await Promise.all([backup, written])
    const { contacts } = await contentOf((await newestSet()).path)
    expect(contacts).toBeGreaterThanOrEqual(40)
    expect(contacts).toBeLessThanOrEqual(60)
    expect((await office.process.unlocked.office.database.read.selectFrom('contact').select('id').execute()).length).toBe(60)
  })

  it('of an assistant holds the closed counselling database too, byte by byte and with its log', async () => {
    // The log of a Leitung whose computer failed: only somebody with the key can fold it in.
    cpSync(join(dirname(made.folder), 'open-log'), folder, { recursive: true })
    dropLease(folder)
    await unlock('assistenz')
    await office.backups.run()
    const { path, manifest } = await newestSet()
    expect(manifest.checked).toEqual({ office: 'opened', counselling: 'bytes' })
    expect(manifest.counts.counselling).toBeNull()
    expect(manifest.files.map(({ name }) => name)).toContain('counselling.db-wal')
    expect((await verifySet(path)).findings).toEqual([])
    expect(await contentOf(path)).toEqual({ contacts: 40, cases: 40 })
  })

  it('refuses a damaged database, says so, and leaves earlier sets and the vault alone', async () => {
    await unlock()
    await office.backups.run()
    const first = await newestSet()
    const database = join(folder, 'counselling.db')
    flipByte(database, statSync(database).size - 3000)
    await office.backups.run()
    expect((await sets()).map(({ id }) => id)).toEqual([first.id])
    expect(rests()).toEqual([])
    expect(await office.backups.stand()).toMatchObject({ failure: { kind: 'source-damaged' }, lastAt: first.manifest.createdAt })
  })

  it('gives way to a destruction and is made again', async () => {
    await unlock()
    const { database } = office.process.unlocked.office
    const backup = office.backups.run()
    while (database.connections.letGo === null) await new Promise((resolve) => setImmediate(resolve))
    database.connections.writer.exec("INSERT OR REPLACE INTO meta (key, value) VALUES ('rewrite_due', 'now')")
    finishDestruction(database)
    await backup
    expect((await verifySet((await newestSet()).path)).findings).toEqual([])
    expect((await office.backups.stand()).failure).toBeNull()
  })

  it('waits for new keys, so that keys and databases of a set belong together', async () => {
    await unlock()
    await Promise.all([office.vault.renewKeys(['office', 'counselling']), office.backups.run()])
    expect(await contentOf((await newestSet()).path)).toEqual({ contacts: 40, cases: 40 })
  })

  it('is given up when the office is locked', async () => {
    await unlock()
    const backup = office.backups.run()
    await office.process.end()
    await backup
    expect(await sets()).toEqual([])
    expect(existsSync(own()) ? rests() : []).toEqual([])
    await unlock()
    expect((await office.backups.stand()).failure).toBeNull()
  })
})

describe('a backup of the closed files', () => {
  it('needs no key, and is not repeated while nothing was changed', async () => {
    await office.backups.atRest()
    const set = await newestSet()
    expect(set.manifest.checked).toEqual({ office: 'bytes', counselling: 'bytes' })
    expect(await contentOf(set.path)).toEqual({ contacts: 40, cases: 40 })
    expect(isHeld(folder)).toBe(false)
    await office.backups.atRest()
    expect(await sets()).toHaveLength(1)
    await unlock()
    await fill(office.process.unlocked, 1, 'Neu')
    await office.process.end()
    office = start()
    await office.backups.atRest()
    expect(await sets()).toHaveLength(2)
    expect(await contentOf((await newestSet()).path)).toEqual({ contacts: 41, cases: 41 })
  })

  it('gives way at once to whoever unlocks', async () => {
    const resting = office.backups.atRest()
    await unlock()
    await resting
    expect(existsSync(own()) ? rests() : []).toEqual([])
    expect((await office.vault.status()).state).toBe('unlocked')
  })

  it('leaves a vault alone that is open elsewhere', async () => {
    const elsewhere = startProcess(folder)
    await elsewhere.vault.unlock(made.ids.leitung, passphrases.leitung)
    await office.backups.atRest()
    expect(await sets()).toEqual([])
    expect((await office.backups.stand()).failure).toBeNull()
    await elsewhere.process.end()
  })

  it.each([['leer', (path: string) => writeFileSync(path, '')], ['unverschlüsselt', (path: string) => writeFileSync(path, 'SQLite format 3\0'.padEnd(8192))], ['fehlend', (path: string) => rmSync(path)]])('does not take a database that is %s for one', async (_word, damage) => {
    damage(join(folder, 'office.db'))
    await office.backups.atRest()
    expect(await sets()).toEqual([])
    expect((await office.backups.stand()).failure).toMatchObject({ kind: 'source-damaged' })
  })

  it('never makes a vault folder anew whose drive has gone', async () => {
    renameSync(folder, `${folder}-anderswo`)
    await office.backups.atRest()
    expect(existsSync(folder)).toBe(false)
    renameSync(`${folder}-anderswo`, folder)
    await office.backups.atRest()
    expect(await sets()).toHaveLength(1)
  })

  it('clears away what an interrupted one left', async () => {
    mkdirSync(join(own(), '.unfertig-0123'), { recursive: true })
    mkdirSync(join(own(), '.entfernt-0123'))
    await office.backups.atRest()
    expect(await sets()).toHaveLength(1)
    expect(rests()).toEqual([])
  })

  it('has old sets go by the rule, and neither those of other offices nor those that can not be read', async () => {
    await office.backups.atRest()
    const { path, manifest } = await newestSet()
    const backdated = (day: string, change: (text: string) => string = (text) => text): void => {
      const old = join(own(), `sicherung-${day}-120000`)
      cpSync(path, old, { recursive: true })
      writeFileSync(join(old, 'manifest.json'), change(readFileSync(join(old, 'manifest.json'), 'utf8')))
    }
    const { encodeManifest } = await import('./manifest.ts')
    const dated = (day: string, vaultId = manifest.vaultId) => () => encodeManifest({ ...manifest, vaultId, day, createdAt: `${day}T12:00:00.000Z` })
    backdated('2020-01-01', dated('2020-01-01'))
    backdated('2020-01-02', dated('2020-01-02'))
    backdated('2020-01-03', dated('2020-01-03'))
    backdated('2020-01-04', dated('2020-01-04', 'another'))
    backdated('2020-01-05', () => 'zerstört')
    backdated(manifest.day, (text) => text.replace('manifest', 'manjfest'))
    const migration = join(own(), 'office-vor-umstellung-10-20.db')
    writeFileSync(migration, 'alt')
    utimesSync(migration, new Date('2020-01-01'), new Date('2020-01-01'))
    writeFileSync(join(own(), 'counselling-vor-umstellung-10-20.db'), 'neu')
    utimesSync(join(folder, 'vault.json'), new Date(), new Date())
    await office.backups.atRest()
    // Three of the newest stay whatever their age.
    const left = (await sets()).map(({ id }) => id)
    expect(left).toHaveLength(5)
    expect(left).toEqual(expect.arrayContaining(['sicherung-2020-01-03-120000', 'sicherung-2020-01-04-120000', `sicherung-${manifest.day}-120000`]))
    expect(rests()).toEqual(['counselling-vor-umstellung-10-20.db'])
  })
})

describe('the second place', () => {
  let place: string
  beforeEach(async () => {
    place = join(dirname(folder), 'stick')
    mkdirSync(place)
    await office.backups.chooseSecondPlace(place)
  })
  const there = (): Promise<FoundSet[]> => findSets(join(place, secondFolder))

  it('gets the newest set, finished, once', async () => {
    await office.backups.atRest()
    const [copy] = await there()
    expect((await verifySet(copy?.path ?? '')).findings).toEqual([])
    expect(await contentOf(copy?.path ?? '')).toEqual({ contacts: 40, cases: 40 })
    await office.backups.atRest()
    expect(await there()).toHaveLength(1)
    expect(await office.backups.stand()).toMatchObject({ second: { display: place, lastAt: copy?.manifest?.createdAt, failure: null } })
    await unlock()
    expect(await office.backups.list()).toMatchObject([{ places: ['own', 'second'], opened: false }])
    expect((await office.backups.verify(copy?.id ?? '', 'second')).findings).toEqual([])
  })

  it('that was unplugged is told, nothing is written to the empty mount point, and it is made up for later', async () => {
    renameSync(join(place, secondFolder), join(dirname(folder), 'elsewhere'))
    await office.backups.atRest()
    expect(await sets()).toHaveLength(1)
    expect(readdirSync(place)).toEqual([])
    expect(await office.backups.stand()).toMatchObject({ failure: null, second: { failure: { kind: 'not-reachable' }, lastAt: null } })
    renameSync(join(dirname(folder), 'elsewhere'), join(place, secondFolder))
    await office.backups.atRest()
    expect(await there()).toHaveLength(1)
    expect((await office.backups.stand()).second?.failure).toBeNull()
  })

  it('inside the vault is none', async () => {
    await office.backups.chooseSecondPlace(join(folder, 'backups'))
    expect((await office.backups.stand()).second?.failure).toMatchObject({ kind: 'failed' })
    expect(existsSync(join(folder, 'backups', secondFolder))).toBe(false)
  })

  it('that may not be written is told', async () => {
    // Nobody, not even root, can make a folder there.
    await office.backups.chooseSecondPlace('/sys')
    expect((await office.backups.stand()).second?.failure).toMatchObject({ kind: 'read-only' })
  })
})
