import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { copyOffice, makeOffice, passphrases, removeOffices, startProcess, type MadeOffice } from '../../tests/reliability/damaged-office.ts'
import { openTestSession, type TestSession } from '../../tests/support/session.ts'
import { caseRetention } from '../../shared/counselling/privacy/rules.ts'
import { contactInputSchema } from '../../shared/directory/model.ts'
import { outputLayoutSchema, outputRequestSchema, type OutputFormat } from '../../shared/directory/output/model.ts'
import { OfficeError } from '../../shared/errors.ts'
import type { PolicyValues } from '../../shared/policy/keys.ts'
import { noPolicy, type PolicyState } from '../../shared/policy/state.ts'
import { saveKinds } from '../../shared/save-kinds.ts'
import { isoDay } from '../../shared/dates.ts'
import { addDays, addMonths } from '../../shared/holidays/days.ts'
import { beginLogs } from './audit/opening.ts'
import { readMonths, type LogDesk } from './audit/repository.ts'
import { encodeManifest } from './backup/manifest.ts'
import { rotate } from './backup/rotation.ts'
import { backupsOf } from './backup/service.ts'
import { findSets } from './backup/set-folder.ts'
import { p, r, wordFile } from './correspondence/templates/word-file.fixture.ts'
import { findPdfPrograms } from './correspondence/dispatch/pdf-programs.ts'
import { OfficeProcess } from './office-process.ts'
import { keepRule, obeyPolicy } from './policy.ts'
import { router } from './router.ts'
import { VaultService } from './vault/service.ts'

/** Attacked: what IT has settled, by code in the page that calls the office process itself, past every control that is greyed. */

const settled = (values: PolicyValues, more: Partial<PolicyState> = {}): void =>
  obeyPolicy({ ...noPolicy, values, sources: Object.fromEntries(Object.keys(values).map((name) => [name, 'file'])), ...more })
const codeOf = (call: Promise<unknown>): Promise<string> => call.then(() => 'done', (error: unknown) => (error instanceof OfficeError ? error.code : String(error)))
afterEach(() => obeyPolicy(noPolicy))

describe('through the port of an open office', () => {
  let test: TestSession
  let process: OfficeProcess
  let folder: string
  let contact: string
  const client = () => createRouterClient(router, { context: { process, vault: new VaultService(process, async () => {}, () => {}) } })
  beforeAll(async () => {
    test = await openTestSession()
    folder = mkdtempSync(join(tmpdir(), 'integrationsbuero-policy-'))
    process = new OfficeProcess({ stateChanged() {}, vaultChosen() {} })
    process.begin(test.session)
    contact = (await client().directory.create({ contact: contactInputSchema.parse({ kind: 'organisation', name: 'Jugendamt; Zirbelkiefer' }) })).id
  })
  afterAll(async () => {
    await test.dispose()
    rmSync(folder, { recursive: true, force: true })
  })

  it('AutoLockMinutes: the person\'s own time isn\'t taken', async () => {
    settled({ AutoLockMinutes: 5 })
    expect(await codeOf(client().preferences.set({ key: 'lock.minutes', value: 60 }))).toBe('policy')
    expect(await client().preferences.all()).not.toHaveProperty('lock.minutes')
    expect(await codeOf(client().preferences.set({ key: 'appearance.density', value: 'compact' }))).toBe('done')
    obeyPolicy(noPolicy)
    expect(await codeOf(client().preferences.set({ key: 'lock.minutes', value: 60 }))).toBe('done')
  })

  it('AuditKeepMonths: entries of the log are kept as long as IT says, whatever the Leitung has chosen', async () => {
    const months = (): Promise<number> => readMonths(test.session.office as unknown as LogDesk)
    const log = test.session.office.database.connections.writer
    const first = async (): Promise<unknown> => {
      await beginLogs(test.session)
      return log.all('SELECT min(seq) AS first FROM audit_entry')[0]?.first
    }
    await client().audit.setRetention({ months: 36 })
    log.exec(`DROP TRIGGER audit_entry_stands; UPDATE audit_entry SET at = '${addMonths(isoDay(new Date()), -8)}T10:00:00.000Z' WHERE seq = 1`)
    expect([await months(), await first()]).toEqual([36, 1])
    settled({ AuditKeepMonths: 6 })
    expect(await codeOf(client().audit.setRetention({ months: 36 }))).toBe('policy')
    expect([await months(), await first()]).toEqual([6, 2])
    // A value that can't be relied on: what the Leitung chose stays and can't be changed.
    obeyPolicy({ ...noPolicy, sources: { AuditKeepMonths: 'strict' } })
    expect(await codeOf(client().audit.setRetention({ months: 3 }))).toBe('policy')
    expect(await months()).toBe(36)
  })

  /** Has contacts given out in a format, into a file of a name of the attacker's choice. */
  async function giveOut(format: OutputFormat, name: string, mode: 'write' | 'view' = 'write'): Promise<string> {
    process.grants.allow(name, join(folder, name), mode)
    const request = outputRequestSchema.parse({ source: { kind: 'contacts', ids: [contact] }, format, despite: true }) as never
    return codeOf((async () => {
      for await (const _ of await client().directory.output.save({ request, layout: outputLayoutSchema.parse({}), grant: name })) { /* to its end */ }
    })())
  }

  it.each<[OutputFormat, string]>([
    ['csv', 'liste.csv'], ['csv', 'liste.txt'], ['csv', 'liste.pdf'], ['csv-1252', 'liste.txt'], ['csv-1252', 'liste.docx'], ['xlsx', 'liste.xlsx'], ['xlsx', 'liste.pdf'], ['xlsx', 'liste'],
    ['vcard3', 'liste.vcf'], ['vcard4', 'liste.txt'], ['vcard3', 'liste.CSV'],
  ])('DisableExport: %s isn\'t written to %s, nor to be looked at from where it could be saved', async (format, name) => {
    settled({ DisableExport: ['csv', 'xlsx', 'vcf'] })
    expect(await giveOut(format, name)).toBe('policy')
    expect(await giveOut(format, `a-${name}`, 'view')).toBe('policy')
    expect(readdirSync(folder)).toEqual([])
  })

  it('DisableExport leaves what isn\'t forbidden, and papers to look at and to print', async () => {
    settled({ DisableExport: ['csv', 'xlsx', 'vcf'] })
    process.grants.allow('letter', join(folder, 'liste.pdf'), 'write')
    process.grants.write('letter', Buffer.from('%PDF-1.7'))
    settled({ DisableExport: [...saveKinds] })
    process.grants.allow('next', join(folder, 'andere.pdf'), 'write')
    expect(() => process.grants.write('next', Buffer.from('%PDF-1.7'))).toThrow(OfficeError)
    expect(await giveOut('pdf', 'ansicht.pdf', 'view')).toBe('done')
    expect(readdirSync(folder).sort()).toEqual(['ansicht.pdf', 'liste.pdf'])
    for (const name of readdirSync(folder)) rmSync(join(folder, name))
  })

  it('DisableExport holds for whole folders, too: none of the files is left', async () => {
    settled({ DisableExport: ['json'] })
    process.grants.allow('folder', folder, 'folder')
    expect(() => process.grants.writeInto('folder', [{ name: 'Auskunft.pdf', bytes: Buffer.from('%PDF-1.7') }, { name: 'Auskunft.txt', bytes: Buffer.from('{"name": "x"}') }])).toThrow(OfficeError)
    process.grants.allow('next', folder, 'folder')
    expect(() => process.grants.folder('next').write('Auskunft.json', Buffer.from('{}'))).toThrow(OfficeError)
    expect(readdirSync(folder)).toEqual([])
    // The whole vault as an archive, under a name that is allowed.
    settled({ DisableExport: ['zip'] })
    process.grants.allow('whole', join(folder, 'alles.pdf'), 'write')
    expect(() => process.grants.target('whole', 'zip')).toThrow(OfficeError)
  })

  it('SmallCellK: smaller groups aren\'t shown, whatever threshold is asked for', async () => {
    settled({ SmallCellK: 5 })
    const ask = (threshold: 3 | 4 | 5) => codeOf(client().counselling.statistics.overview({ source: { kind: 'live', from: '2026-01-01', to: '2026-12-31' }, threshold, measures: ['contacts'] }))
    expect([await ask(3), await ask(4), await ask(5)]).toEqual(['policy', 'policy', 'done'])
    expect(await codeOf(client().counselling.statistics.pressText({ year: 2025, threshold: 3 }))).toBe('policy')
  })

  it('TemplateFolder: its Word files are offered and taken, a changed one as a new version; nothing else of the computer is read by it', async () => {
    const shelf = mkdtempSync(join(tmpdir(), 'integrationsbuero-shelf-'))
    try {
      expect(await client().correspondence.templates.provided.list()).toBeNull()
      expect(await codeOf(client().correspondence.templates.provided.take({ fileName: 'Kurzbrief Amt.docx' }))).toBe('not-found')
      settled({ TemplateFolder: shelf })
      const letter = (text: string): Uint8Array => wordFile(p(r(text)))
      writeFileSync(join(shelf, 'Kurzbrief Amt.docx'), letter('Sehr geehrte Damen und Herren'))
      for (const name of ['~$rzbrief Amt.docx', 'liste.xlsx', 'makro.docm']) writeFileSync(join(shelf, name), 'x')
      mkdirSync(join(shelf, 'unterordner.docx'))
      writeFileSync(join(folder, 'fremd.docx'), letter('fremd'))
      expect(await client().correspondence.templates.provided.list()).toEqual({ reachable: true, files: [{ fileName: 'Kurzbrief Amt.docx', state: 'new', template: null }] })
      const taken = await client().correspondence.templates.provided.take({ fileName: 'Kurzbrief Amt.docx' })
      expect(taken.isNew).toBe(true)
      expect(await client().correspondence.templates.get({ id: taken.id })).toMatchObject({ name: 'Kurzbrief Amt', kind: 'kurzbrief', versions: [{ number: 1 }] })
      expect((await client().correspondence.templates.provided.list())?.files).toEqual([{ fileName: 'Kurzbrief Amt.docx', state: 'taken', template: 'Kurzbrief Amt' }])
      writeFileSync(join(shelf, 'Kurzbrief Amt.docx'), letter('Guten Tag'))
      expect((await client().correspondence.templates.provided.list())?.files).toEqual([{ fileName: 'Kurzbrief Amt.docx', state: 'changed', template: 'Kurzbrief Amt' }])
      expect(await client().correspondence.templates.provided.take({ fileName: 'Kurzbrief Amt.docx' })).toMatchObject({ id: taken.id, isNew: false })
      expect((await client().correspondence.templates.get({ id: taken.id })).versions.map(({ number }) => number)).toEqual([2, 1])
      for (const fileName of [`../${basename(folder)}/fremd.docx`, join(folder, 'fremd.docx'), 'makro.docm', '~$rzbrief Amt.docx', 'fehlt.docx']) {
        expect(await codeOf(client().correspondence.templates.provided.take({ fileName })), fileName).toBe('not-found')
      }
      expect(await codeOf(client().correspondence.templates.provided.take({ fileName: 'unterordner.docx' }))).not.toBe('done')
      rmSync(shelf, { recursive: true })
      expect(await client().correspondence.templates.provided.list()).toEqual({ reachable: false, files: [] })
    } finally {
      rmSync(shelf, { recursive: true, force: true })
      rmSync(join(folder, 'fremd.docx'), { force: true })
    }
  })

  it('RetentionRules: the periods of IT hold and can\'t be changed; others can', async () => {
    const period = (code: string, years: number) => ({ code, years, reason: 'Grund genug' })
    expect(await codeOf(client().counselling.privacy.savePeriod({ code: 'case', period: period('case', 1) }))).toBe('done')
    settled({ RetentionRules: '/etc/fristen.json' }, { retention: [period('case', 9)] })
    expect(await codeOf(client().counselling.privacy.savePeriod({ code: 'case', period: period('case', 2) }))).toBe('policy')
    expect(await codeOf(client().counselling.privacy.savePeriod({ code: 'case', period: null }))).toBe('policy')
    expect(await codeOf(client().counselling.privacy.savePeriod({ code: 'claim', period: period('claim', 4) }))).toBe('done')
    const { periods } = await client().counselling.privacy.practice()
    expect(periods.map(({ code, years, setBy }) => [code, years, setBy])).toEqual([['case', 9, ''], ['claim', 4, 'Testleitung']])
    expect(caseRetention({ kind: 'person', lastContact: '2020-05-05', chosenRule: '', finalOn: null, trashedOn: null, basisEndedOn: null }, periods).until).toBe('2029-12-31')
  })
})

describe('of the vault', () => {
  let made: MadeOffice
  let vault: string
  beforeAll(async () => { made = await makeOffice() }, 60_000)
  afterAll(() => removeOffices(made))
  beforeEach(() => { vault = copyOffice(made) })

  it('MinPassphraseLength and MinPassphraseStrength: no new passphrase below them, on any way', async () => {
    const { process, vault: service } = startProcess(vault)
    const api = createRouterClient(router, { context: { process, vault: service } })
    await service.unlock(made.ids.leitung, passphrases.leitung)
    const tries = (passphrase: string) => [
      api.vault.people.add({ name: 'Nora Neu', role: 'assistenz', passphrase }),
      api.vault.people.resetPassphrase({ personId: made.ids.assistenz, passphrase }),
      api.vault.people.changeOwnPassphrase({ current: passphrases.leitung, next: passphrase }),
    ].map(codeOf)
    settled({ MinPassphraseLength: 20 })
    expect(await Promise.all(tries('kurz aber lang'))).toEqual(['invalid', 'invalid', 'invalid'])
    settled({ MinPassphraseStrength: 3 })
    // Long, and the first that anybody would try.
    expect(await Promise.all(tries('Musterstadt2026'))).toEqual(['invalid', 'invalid', 'invalid'])
    expect(await codeOf(api.vault.people.resetPassphrase({ personId: made.ids.assistenz, passphrase: 'Sieben blaue Krähen zählen Knöpfe' }))).toBe('done')
    await process.end()
    settled({ MinPassphraseLength: 20 })
    const fresh = startProcess(join(dirname(vault), 'neu'))
    expect(await codeOf(fresh.vault.create({ officeName: 'Stadt', land: 'SN', personName: 'Dana', passphrase: 'kurz aber lang' }))).toBe('invalid')
    expect(existsSync(join(dirname(vault), 'neu'))).toBe(false)
  })

  it('VaultPath: while it can\'t be read, no office is created somewhere else', async () => {
    obeyPolicy({ ...noPolicy, sources: { VaultPath: 'strict' } })
    const { vault: service } = startProcess(join(dirname(vault), 'neu'))
    expect(await codeOf(service.create({ officeName: 'Stadt', land: 'SN', personName: 'Dana', passphrase: passphrases.leitung }))).toBe('policy')
    expect(existsSync(join(dirname(vault), 'neu'))).toBe(false)
  })

  it('AllowSyncedFolders: a vault in a folder that a service synchronises is opened only where IT says so', async () => {
    const synced = join(dirname(vault), 'OneDrive - Stadt', 'Tresor')
    cpSync(vault, synced, { recursive: true })
    const { vault: service } = startProcess(synced)
    expect(await service.status()).toMatchObject({ state: 'problem' })
    settled({ AllowSyncedFolders: true })
    expect(await service.status()).toMatchObject({ state: 'locked' })
  })

  it('FederalState: the Land of IT holds for an office of another one', async () => {
    settled({ FederalState: 'BB' })
    const { process, vault: service } = startProcess(vault)
    await service.unlock(made.ids.leitung, passphrases.leitung)
    expect(await service.status()).toMatchObject({ state: 'unlocked', land: 'BB' })
    await process.end()
  })

  it('BackupPath: the folder for copies is made there once; a stick that is away later isn\'t written beside', async () => {
    const place = join(dirname(vault), 'freigabe')
    settled({ BackupPath: place })
    const { process, vault: service } = startProcess(vault)
    const backups = backupsOf(process, service)
    backups.secondPlace = place
    await service.unlock(made.ids.leitung, passphrases.leitung)
    await backups.run()
    expect((await backups.stand()).second?.failure?.kind).toBe('not-reachable')
    mkdirSync(place)
    await backups.run()
    expect(readdirSync(join(place, 'Integrationsbuero-Sicherungen'))).toHaveLength(1)
    rmSync(place, { recursive: true })
    mkdirSync(place)
    await backups.run()
    expect((await backups.stand()).second?.failure?.kind).toBe('not-reachable')
    expect(readdirSync(place)).toEqual([])
    await process.end()
  })

  it('BackupHour: the day\'s backup is due from that hour on, and after it was missed', async () => {
    const { process, vault: service } = startProcess(vault)
    await service.unlock(made.ids.leitung, passphrases.leitung)
    const backups = backupsOf(process, service)
    await backups.run()
    const made14 = new Date()
    vi.useFakeTimers({ toFake: ['Date'] })
    const dueAt = async (days: number, hour: number): Promise<boolean> => {
      vi.setSystemTime(new Date(made14.getFullYear(), made14.getMonth(), made14.getDate() + days, hour, 5))
      return backups.isDue()
    }
    try {
      settled({ BackupHour: 12 })
      expect([await dueAt(1, 11), await dueAt(1, 12), await dueAt(2, 8)]).toEqual([made14.getHours() < 12, true, true])
      obeyPolicy(noPolicy)
      expect([await dueAt(0, 23), await dueAt(1, 0)]).toEqual([false, true])
    } finally {
      vi.useRealTimers()
      await process.end()
    }
  })

  it('BackupKeepDays, BackupKeepWeeks and BackupKeepMonths: what they say is kept, and what isn\'t goes', async () => {
    const { process, vault: service } = startProcess(vault)
    await service.unlock(made.ids.leitung, passphrases.leitung)
    const own = join(vault, 'backups')
    await backupsOf(process, service).run()
    await process.end()
    const [set] = await findSets(own)
    if (!set?.manifest) throw new Error('no set')
    const days = Array.from({ length: 30 }, (_, age) => addDays('2026-06-30', -age))
    for (const day of days) {
      cpSync(set.path, join(own, `sicherung-${day}-120000`), { recursive: true })
      writeFileSync(join(own, `sicherung-${day}-120000`, 'manifest.json'), encodeManifest({ ...set.manifest, day, createdAt: `${day}T12:00:00.000Z` }))
    }
    rmSync(set.path, { recursive: true })
    settled({ BackupKeepDays: 30, BackupKeepMonths: 24 })
    expect(keepRule()).toEqual({ days: 30, weeks: 4, months: 24, newest: 3 })
    expect(await rotate(own, set.manifest.vaultId, new Date('2026-06-30T13:00:00Z'))).toBe(0)
    settled({ BackupKeepDays: 1, BackupKeepWeeks: 1, BackupKeepMonths: 1 })
    // The three newest stay whatever the rule says.
    expect(await rotate(own, set.manifest.vaultId, new Date('2026-06-30T13:00:00Z'))).toBe(27)
  })
})

it('LibreOfficePath and AllowWordAutomation: only the program that is named, and no Word where it isn\'t wanted', () => {
  const word = 'C:\\Program Files\\Microsoft Office\\root\\Office16\\WINWORD.EXE'
  const usual = 'C:\\Program Files\\LibreOffice\\program\\soffice.exe'
  const named = 'D:\\LibreOffice\\program\\soffice.exe'
  const there = (...paths: string[]) => (path: string): boolean => [...paths, 'C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe'].includes(path)
  const found = (...paths: string[]): string[] => findPdfPrograms('win32', there(...paths)).map(({ path }) => path)
  expect(found(word, usual, named)).toEqual([word, usual])
  settled({ LibreOfficePath: named })
  expect(found(word, usual, named)).toEqual([word, named])
  expect(found(word, usual)).toEqual([word])
  settled({ AllowWordAutomation: false })
  expect(found(word, usual)).toEqual([usual])
})
