import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { auditKinds, type AuditNote } from '../../../shared/audit/model.ts'
import { auditKindLabels, auditWords } from '../../../shared/audit/words.ts'
import { openTestSession, type TestSession } from '../../../tests/support/session.ts'
import { appendAudit } from '../database/audit-chain.ts'
import { Rows } from '../database/rows.ts'
import { FileGrants } from '../file-grants.ts'
import { noPolicy } from '../../../shared/policy/state.ts'
import { obeyPolicy } from '../policy.ts'
import { OfficeProcess } from '../office-process.ts'
import { router } from '../router.ts'
import { openSession } from '../session.ts'
import { administration } from './administration.ts'
import { anchorsFor } from './outside.ts'
import { accompanyLogs, beginLogs, enterTries } from './opening.ts'
import { noted } from './noted.ts'
import type { LogDesk } from './repository.ts'
import { checkLog, listEntries, openLog, proveMark, saveLog, setRetention } from './service.ts'
import { verifyChain } from './verify.ts'

let test: TestSession
beforeEach(async () => { test = await openTestSession() })
afterEach(() => test.dispose())

const office = (): LogDesk => test.session.office as unknown as LogDesk
const counselling = (): LogDesk => test.session.counselling as unknown as LogDesk
const none = async (): Promise<Map<string, string>> => new Map()
const all = { scope: 'all', kind: null, personId: null, from: null, to: null } as const
const enter = (desk: LogDesk, ...notes: AuditNote[]) => desk.database.writeAudited(desk.person, notes, async () => undefined)
const six = (): AuditNote[] => Array.from({ length: 6 }, (_, index) => ({ kind: 'backup', what: 'verified', number: index }))
const found = async (desk = office()) => (await checkLog(desk, await anchorsFor(test.session, desk.database.side, null))).findings.map(({ kind, seq }) => [kind, seq])

/** What somebody does who has the key of a database and another program: the triggers are no obstacle to them. */
function behindTheBack(statements: string, desk = office()): void {
  desk.database.connections.writer.exec(`DROP TRIGGER IF EXISTS audit_entry_stands; DROP TRIGGER IF EXISTS audit_entry_stays; ${statements}`)
}

describe('the chain', () => {
  beforeEach(() => enter(office(), ...six()))

  it('holds as long as nobody touches it, over closing and opening', async () => {
    expect(await found()).toEqual([])
    await test.reopen()
    await enter(office(), ...six())
    const check = await checkLog(office(), [])
    expect(check).toMatchObject({ sound: true, entries: 12, prunedThrough: 0, findings: [] })
  })

  it('shows a changed entry, whichever column it is', async () => {
    const columns = ["at = '2020-01-01T00:00:00.000Z'", "person_id = 'x'", "person_name = 'Andere'", "kind = 'log'", "what = 'read'", "subject = 'x'", "detail = 'x'", 'number = 99', 'refers = 1']
    for (const column of columns) {
      behindTheBack(`SAVEPOINT attack; UPDATE audit_entry SET ${column} WHERE seq = 3`)
      expect(await attacked(), column).toContainEqual(['changed', 3])
      behindTheBack('ROLLBACK TO attack; RELEASE attack')
    }
    expect(await found()).toEqual([])
  })

  it('shows an entry that was taken out, put in, moved to another place', async () => {
    behindTheBack('SAVEPOINT attack; DELETE FROM audit_entry WHERE seq = 3')
    expect(await attacked()).toEqual([['gap', 4]])
    behindTheBack('UPDATE audit_entry SET seq = seq - 1 WHERE seq > 3')
    expect((await attacked()).map(([kind]) => kind)).toEqual(expect.arrayContaining(['unlinked', 'changed', 'end']))
    behindTheBack("ROLLBACK TO attack; INSERT INTO audit_entry SELECT 7, at, person_id, person_name, kind, what, subject, detail, 7, refers, previous, mac FROM audit_entry WHERE seq = 6")
    expect((await attacked()).map(([kind]) => kind)).toEqual(expect.arrayContaining(['unlinked', 'changed', 'end']))
    behindTheBack('ROLLBACK TO attack; UPDATE audit_entry SET seq = 100 WHERE seq = 2; UPDATE audit_entry SET seq = 2 WHERE seq = 3; UPDATE audit_entry SET seq = 3 WHERE seq = 100')
    expect((await attacked()).map(([kind]) => kind)).toEqual(expect.arrayContaining(['unlinked', 'changed']))
    behindTheBack('ROLLBACK TO attack; RELEASE attack')
  })

  it('shows a tail or a beginning that was cut off', async () => {
    behindTheBack('SAVEPOINT attack; DELETE FROM audit_entry WHERE seq > 4')
    expect(await attacked()).toEqual([['end', 4]])
    behindTheBack('ROLLBACK TO attack; DELETE FROM audit_entry WHERE seq < 3')
    expect(await attacked()).toEqual([['beginning', 3]])
    behindTheBack('UPDATE audit_chain SET through = 2')
    expect(await attacked()).toEqual([['beginning', 3]])
    behindTheBack('ROLLBACK TO attack; DELETE FROM audit_entry')
    expect(await attacked()).toEqual([['end', 0]])
    behindTheBack('ROLLBACK TO attack; RELEASE attack')
  })

  it('is found cut off by the other database even when its own end was made to fit', async () => {
    await beginLogs(test.session)
    expect(await found()).toEqual([])
    behindTheBack('DELETE FROM audit_entry WHERE seq > 4; UPDATE audit_chain SET head_seq = 4, head_mac = (SELECT mac FROM audit_entry WHERE seq = 4)')
    expect(await found()).toEqual([['anchor', 6]])
    // The next opening says so and leaves an entry, which stays when the note of the other database has gone on.
    await test.reopen()
    expect(await beginLogs(test.session)).toHaveLength(1)
    expect(await beginLogs(test.session)).toEqual([])
    expect((await found()).map(([kind]) => kind)).toEqual(['anchor'])
  })

  it('is found exchanged for the log of an older backup, on either side', async () => {
    for (const side of ['office', 'counselling'] as const) {
      const desk = (): LogDesk => (side === 'office' ? office() : counselling())
      await enter(desk(), ...six())
      await beginLogs(test.session)
      const { path } = desk().database.connections
      await test.session[side]?.database.foldLog()
      copyFileSync(path, `${path}.old`)
      await enter(desk(), { kind: 'deletion', what: 'destroyed', detail: 'Fall', number: 1 })
      await beginLogs(test.session)
      await test.session.close()
      copyFileSync(`${path}.old`, path)
      test.session = await openSession(test.vault, () => undefined)
      expect(await beginLogs(test.session), side).toHaveLength(1)
      expect((await found(desk())).map(([kind]) => kind), side).toEqual(['anchor'])
    }
  })

  it('takes no change and no removal from the program itself', () => {
    const { writer } = office().database.connections
    expect(() => writer.exec("UPDATE audit_entry SET what = 'x' WHERE seq = 1")).toThrow(/not changed/)
    expect(() => writer.exec('DELETE FROM audit_entry WHERE seq = 1')).toThrow(/not removed/)
  })

  it('remarks on a clock that went back without calling the log unsound', async () => {
    appendAudit(new Rows(office().database.connections.writer), office().person, { kind: 'log', what: 'read' }, '2020-01-01T00:00:00.000Z')
    expect(await checkLog(office(), [])).toMatchObject({ sound: true, findings: [{ kind: 'clock', seq: 7 }] })
  })

  /** The reader sees the attack only within its own connection's transaction. */
  async function attacked(): Promise<(string | number)[][]> {
    const { writer } = office().database.connections
    const [chain] = writer.all('SELECT * FROM audit_chain')
    const rows = writer.all('SELECT * FROM audit_entry ORDER BY seq') as never
    const facts = { key: chain?.key as Uint8Array, head: { seq: Number(chain?.head_seq), mac: String(chain?.head_mac) } }
    return (await verifyChain(rows, facts)).map(({ kind, seq }) => [kind, seq])
  }
})

describe('keeping', () => {
  it('takes out what is beyond its time and can be checked from there on, again and again', async () => {
    await setRetention(test.session, 3)
    // Two old days, as though the office had been used then.
    const rows = new Rows(counselling().database.connections.writer)
    behindTheBack("DELETE FROM audit_entry; UPDATE audit_chain SET head_seq = 0, head_mac = ''", counselling())
    for (const at of ['2020-01-01T10:00:00.000Z', '2020-02-01T10:00:00.000Z']) appendAudit(rows, counselling().person, { kind: 'identity', what: 'identity' }, at)
    await enter(counselling(), { kind: 'log', what: 'begun' })
    await beginLogs(test.session)
    expect(await checkLog(counselling(), [])).toMatchObject({ sound: true, prunedThrough: 2, entries: 2 })
    expect((await listAll(counselling())).map(({ what }) => what)).toEqual(['read', 'pruned', 'begun'])
    // Removing more than the rule allows is found, even by who moves the border.
    behindTheBack('UPDATE audit_chain SET through = 3; DELETE FROM audit_entry WHERE seq <= 3', counselling())
    expect((await checkLog(counselling(), [])).findings).toMatchObject([{ kind: 'beginning', seq: 4 }])
  })

  it('leaves the period to the Leitung and enters it', async () => {
    await setRetention(test.session, 6)
    expect((await listAll(office()))[1]).toMatchObject({ what: 'retention', number: 6 })
    await test.reopen('vertretung')
    await expect(setRetention(test.session, 36)).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('reading', () => {
  it('takes an occasion, which is entered first; own entries are open to everybody', async () => {
    await expect(listEntries(office(), none, { ...all, offset: 0, limit: 10 })).rejects.toMatchObject({ code: 'forbidden' })
    await openLog(office(), 'routine')
    expect((await listEntries(office(), none, { ...all, offset: 0, limit: 10 })).entries).toMatchObject([{ kind: 'log', what: 'read', detail: 'routine' }])
    await test.reopen('assistenz')
    await enter(office(), { kind: 'keys', what: 'own-passphrase' })
    expect((await listEntries(office(), none, { ...all, scope: 'own', offset: 0, limit: 10 })).entries).toMatchObject([{ personId: 'person-assistenz', what: 'own-passphrase' }])
  })

  it('is forbidden to assistants and deputies, through the port as in the service', async () => {
    for (const role of ['assistenz', 'vertretung'] as const) {
      await test.reopen(role)
      const { client } = port()
      for (const call of [
        () => client.audit.office.open({ purpose: 'routine' }), () => client.audit.office.list({ ...all, offset: 0, limit: 1 }), () => client.audit.office.check(),
        () => client.audit.office.prove({ mark: 'P1-0000-0000-0000-0000' }), () => client.audit.setRetention({ months: 6 }),
        // With a filter for somebody else, own entries stay own ones.
      ]) await expect(call(), role).rejects.toMatchObject({ code: 'forbidden' })
      expect((await client.audit.office.list({ ...all, scope: 'own', personId: 'person-leitung', offset: 0, limit: 10 })).entries).toEqual([])
    }
  })

  it('never gives an assistant a word of the counselling log', async () => {
    await enter(counselling(), { kind: 'identity', what: 'identity' })
    await test.reopen('assistenz')
    const { client } = port()
    for (const call of [
      () => client.audit.counselling.open({ purpose: 'routine' }), () => client.audit.counselling.list({ ...all, scope: 'own', offset: 0, limit: 1 }),
      () => client.audit.counselling.check(), () => client.audit.counselling.prove({ mark: 'B1' }), () => client.audit.counselling.save({ ...all, scope: 'own', format: 'csv', grant: 'x' }),
    ]) await expect(call()).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('does not tell an assistant how many entries the counselling has', async () => {
    await enter(counselling(), ...six())
    await beginLogs(test.session)
    expect(office().database.connections.reader.all('SELECT seq FROM audit_anchor')).toEqual([{ seq: 0 }])
  })
})

describe('what is entered', () => {
  it('is the export before the file, and that it failed', async () => {
    const { client, process } = port()
    const target = join(test.vault.folder, 'postbuch.pdf')
    process.grants.allow('good', target, 'write')
    await client.correspondence.register.files.save({ format: 'pdf', grant: 'good' })
    process.grants.allow('bad', join(test.vault.folder, 'fehlt', 'x.pdf'), 'write')
    await expect(client.correspondence.register.files.save({ format: 'pdf', grant: 'bad' })).rejects.toThrow()
    // A paper that is only looked at lies in the wiped folder; a token that nobody was given leads nowhere.
    process.grants.allow('view', join(test.vault.folder, 'ansicht.pdf'), 'view')
    await client.correspondence.register.files.save({ format: 'pdf', grant: 'view' })
    await expect(client.correspondence.register.files.save({ format: 'pdf', grant: 'made-up' })).rejects.toThrow()
    const entries = await listAll(office())
    expect(entries.slice(1)).toMatchObject([
      { kind: 'export', what: 'correspondence.register.files.save', failed: false }, { kind: 'export', failed: true, detail: 'pdf' }, { kind: 'export', failed: false },
    ])
  })

  it('comes before the file, so nothing is given out of a copy for looking on, which takes no entry', async () => {
    await test.session.close()
    test.session = await openSession({ ...test.vault, viewing: { at: '2026-11-22T10:00:00.000Z', holder: null } }, () => undefined)
    const { client, process } = port()
    const target = join(test.vault.folder, 'heimlich.pdf')
    process.grants.allow('t', target, 'write')
    await expect(client.correspondence.register.files.save({ format: 'pdf', grant: 't' })).rejects.toMatchObject({ code: 'viewing' })
    expect(existsSync(target)).toBe(false)
    await test.reopen()
  })

  it('is nothing that somebody typed: only ids and codes of the input', async () => {
    const process = { grants: new FileGrants(), session: test.session } as unknown as OfficeProcess
    process.grants.allow('t', '/nowhere', 'write')
    await noted(process, ['some', 'save'], { id: 'Frau Schulz', format: 'Ein Satz über sie', ids: ['Frau Schulz'], choice: { grant: 't' } }, async () => undefined)
    await noted(process, ['vault', 'people', 'add'], { name: 'Frau Schulz', role: 'assistenz', passphrase: 'geheim' }, async () => undefined)
    const text = JSON.stringify(office().database.connections.reader.all('SELECT * FROM audit_entry'))
    expect(text).not.toMatch(/Schulz|Satz|geheim/)
    expect(await listAll(office())).toHaveLength(3)
  })

  it('is no form that was filled in wrongly, and no slip of the pen; whoever is refused for lack of rights is entered', async () => {
    const { client, process } = port()
    const weak = { name: 'Neue Person', role: 'assistenz', passphrase: 'aaaaaaaaaaaaaaaa' } as const
    obeyPolicy({ ...noPolicy, values: { MinPassphraseStrength: 3 }, sources: { MinPassphraseStrength: 'file' } })
    process.grants.allow('t', join(test.vault.folder, 'export.zip'), 'write')
    const slips: (() => Promise<unknown>)[] = [
      () => client.vault.people.add({ ...weak, name: '' }),
      () => client.vault.people.add({ ...weak, passphrase: '' }),
      () => client.vault.people.add(weak),
      () => client.vault.people.add({ ...weak, name: 'Schon Da', passphrase: 'Acht rote Esel schwimmen leise' }),
      () => client.vault.people.rename({ personId: test.session.person.id, name: ' ' }),
      () => client.vault.people.rename({ personId: test.session.person.id, name: 'schon da' }),
      () => client.vault.people.changeOwnPassphrase({ current: 'egal', next: 'aaaaaaaaaaaaaaaa' }),
      () => client.vault.deputy.draft({ holders: ['Dora', 'dora'], months: 12, longestDays: 14 }),
      () => client.correspondence.register.files.save({ format: 'exe' as 'pdf', grant: 't' }),
      () => client.transfer.begin({ grant: 't', parts: 'all', passphrase: 'Sommer2026' }),
      () => client.counselling.privacy.savePeriod({ code: '', years: -1, reason: '' } as never),
    ]
    for (const slip of slips) await expect(slip(), String(slip)).rejects.toMatchObject({ code: expect.stringMatching(/^(?:BAD_REQUEST|invalid|conflict)$/u) as string })
    obeyPolicy(noPolicy)
    expect(await listAll(office())).toHaveLength(1)
    expect(await listAll(counselling())).toHaveLength(1)

    process.begin({ ...test.session, person: { ...test.session.person, role: 'assistenz' } })
    await expect(client.vault.people.add(weak)).rejects.toThrow()
    expect((await listAll(office())).filter(({ what }) => what === 'person-added').map(({ failed }) => failed)).toContain(true)
  })

  it('is a restoration that was made while the office was locked, once', async () => {
    mkdirSync(join(test.vault.folder, 'ersetzt-2026-11-22-141503'))
    await beginLogs(test.session)
    await beginLogs(test.session)
    expect((await listAll(office())).filter(({ what }) => what === 'restored')).toMatchObject([{ personName: '', detail: 'ersetzt-2026-11-22-141503' }])
  })

  it('is how often a wrong passphrase was typed', async () => {
    await enterTries(test.session, 0, 'wrong-tries')
    await enterTries(test.session, 4, 'wrong-tries')
    expect((await listAll(office()))[1]).toMatchObject({ kind: 'keys', what: 'wrong-tries', number: 4 })
  })

  it('is noted in the other database before the office closes', async () => {
    const process = new OfficeProcess({ stateChanged: () => undefined, vaultChosen: () => undefined })
    accompanyLogs(process)
    process.begin({ ...test.session, close: async () => undefined })
    await enter(office(), ...six())
    await process.end()
    expect(counselling().database.connections.reader.all('SELECT seq FROM audit_anchor')).toEqual([{ seq: 6 }])
  })
})

describe('on paper', () => {
  it('bears a mark that finds its entry again, and no other', async () => {
    await enter(office(), ...six())
    const { mark } = await checkLog(office(), [])
    await enter(office(), ...six())
    expect(await proveMark(office(), ` ${mark.toLowerCase().replaceAll('-', ' ')} `)).toMatchObject({ state: 'fits', seq: 6 })
    const last = mark.at(-1) === '2' ? '3' : '2'
    expect(await proveMark(office(), mark.slice(0, -1) + last)).toMatchObject({ state: 'unknown' })
    expect(await proveMark(office(), mark.replace(/^P6/u, 'P99'))).toMatchObject({ state: 'unknown' })
    expect(await proveMark(counselling(), mark)).toMatchObject({ state: 'misread' })
  })

  it('is written as PDF and as CSV', async () => {
    await openLog(office(), 'routine')
    await enter(office(), { kind: 'keys', what: 'own-passphrase' })
    const grants = new FileGrants()
    for (const format of ['pdf', 'csv'] as const) {
      const path = join(test.vault.folder, `log.${format}`)
      grants.allow(format, path, 'write')
      await saveLog(office(), none, grants, [], 'Stadt Muster', { ...all, format, grant: format })
    }
    expect(readFileSync(join(test.vault.folder, 'log.csv'), 'utf8')).toContain('Eigene Passphrase geändert')
    expect(readFileSync(join(test.vault.folder, 'log.pdf')).subarray(0, 5).toString()).toBe('%PDF-')
  })
})

it('has words for every kind, and for whatever administration there is', () => {
  expect(Object.keys(auditKindLabels).sort()).toEqual([...auditKinds].sort())
  for (const noteOf of Object.values(administration)) expect(auditWords).toContain(noteOf({}).what)
})

/** The contract as the window calls it, on the open session. */
function port() {
  const process = new OfficeProcess({ stateChanged: () => undefined, vaultChosen: () => undefined })
  process.begin(test.session)
  const list = { officeName: 'Stadt Muster', people: [{ id: '00000000-0000-4000-8000-00000000000a', name: 'Schon Da' }] }
  const work = async (given: (vault: unknown) => unknown) => given({ file: { list }, keys: {} })
  const vault = { change: work, read: work }
  return { process, client: createRouterClient(router, { context: { process, vault: vault as never } }) }
}

async function listAll(desk: LogDesk) {
  await openLog(desk, 'routine')
  return (await listEntries(desk, none, { ...all, offset: 0, limit: 100 })).entries
}

