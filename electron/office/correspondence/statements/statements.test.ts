import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestSession, type TestSession } from '../../../../tests/support/session.ts'
import { bodyFromText, bodyText } from '../../../../shared/correspondence/body.ts'
import type { ActionInput } from '../../../../shared/correspondence/statements/contract.ts'
import { contributorRoles, statementStates, waitsForMe } from '../../../../shared/correspondence/statements/workflow.ts'
import { FileGrants } from '../../file-grants.ts'
import { readTrash, restore, undo } from '../../records/service.ts'
import { find } from '../../search/service.ts'
import type { OfficeDesk } from '../../session.ts'
import { checkDocument, papersOf, pieceOfDocument } from '../register/documents-service.ts'
import { createDossier, createMatter, contentsOf, fileInMatter, whereIs } from '../register/files-service.ts'
import { findEntries } from '../register/entries-service.ts'
import { receive } from '../register/receiving.ts'
import { getLetter, setLetterStatus, updateLetter } from '../service.ts'
import { checkLetter, listVersions, versionContent } from '../versions/service.ts'
import { tablePdf } from '../../documents/pdf-table.ts'
import { actOnStatement } from './actions.ts'
import { addComment, removeComment, resolveComment } from './comments.ts'
import { remind, replyTo, takeContribution } from './contributions.ts'
import { answerExtension, askExtension } from './extension.ts'
import { saveStatements, statistics } from './output.ts'
import { sampleMail, sampleRequest } from './sample-request.fixture.ts'
import { createStatement, findStatements, getStatement, removeStatement, setContributors, setStep, upcomingStatements, updateStatement } from './service.ts'

let test: TestSession
beforeEach(async () => { test = await openTestSession() })
afterEach(() => test.dispose())

const desk = (): OfficeDesk => test.session.office
const create = (fields: Partial<typeof sampleRequest> = {}, files: string[] = [], begin = true) =>
  createStatement(desk(), { fields: { ...sampleRequest, ...fields }, land: 'SN', shorten: false, files, begin }, '2026-11-10')
const act = async (id: string, action: ActionInput['action'], more: Partial<ActionInput> = {}) =>
  actOnStatement(desk(), id, (await getStatement(desk(), id)).version, { action, remark: '', letterVersion: null, template: null, on: null, way: null, outcome: null, followUpOn: null, ...more })
const sign = async (id: string) => act(id, 'sign', { letterVersion: (await getLetter(desk(), (await getStatement(desk(), id)).letterId ?? '')).version })
const write = async (letterId: string, text: string) => updateLetter(desk(), letterId, (await getLetter(desk(), letterId)).version, { body: bodyFromText(text) })

describe('from the request to what became of it, with two people', () => {
  it('goes from the dragged mail to the register', async () => {
    const pdf = await tablePdf({ title: 'Begründung', remarks: ['Mondscheinsonate'], headings: ['A'], rows: [] })
    const file = await receive(desk(), 'Anfrage.eml', sampleMail(pdf))
    expect(file.mail).toMatchObject({ subject: 'Beteiligung B-Plan 52 Südliche Gärten', attachments: [{ taken: true }, { taken: false, reason: expect.stringContaining('nicht angenommen') }] })
    const { id, letterId } = await create({}, [file.token])
    expect(await getStatement(desk(), id)).toMatchObject({ number: 'St 2026/001', state: 'drafting', steps: [{ dueOn: '2026-11-24' }, { dueOn: '2026-11-30' }, { dueOn: '2026-12-03' }, { dueOn: '2026-12-08' }] })
    expect((await papersOf(desk(), { type: 'statement', id })).map(({ name, kind }) => [name, kind])).toEqual([['Anfrage', 'eml'], ['Begruendung', 'pdf']])
    expect((await findEntries(desk(), { query: '', show: 'in', offset: 0, limit: 10 })).entries).toMatchObject([{ number: 'E 2026/0001', correspondent: 'Stadtplanungsamt', documents: 2 }])
    expect((await find(test.session, 'mondscheinsonate', 20)).map(({ record }) => record.type)).toEqual(['document'])

    // What was given to somebody these days stands before what is due earlier.
    const older = await create({ receivedOn: '2026-10-01', dueOn: '2026-11-20', subject: 'Älter' })
    await test.reopen('assistenz')
    expect((await upcomingStatements(desk(), 1, '2026-11-12')).mine.map((each) => each.id)).toEqual([id])
    expect((await upcomingStatements(desk(), 1, '2026-11-30')).mine.map((each) => each.id)).toEqual([older.id])
    await removeStatement(desk(), older.id, (await getStatement(desk(), older.id)).version)
    expect((await findStatements(desk(), { query: '', filter: 'mine', year: null, sort: 'due', descending: false, offset: 0, limit: 10 })).statements).toMatchObject([{ id, waits: 'Entwurf schreiben' }])
    await write(letterId ?? '', 'Ich stimme zu.')
    await expect(sign(id)).rejects.toMatchObject({ code: 'forbidden' })
    await act(id, 'submit', { remark: 'Bitte ansehen' })

    await test.reopen('leitung')
    expect((await findStatements(desk(), { query: '', filter: 'mine', year: null, sort: 'due', descending: false, offset: 0, limit: 10 })).statements[0]?.waits).toContain('Schlusszeichnen')
    await expect(act(id, 'return')).rejects.toMatchObject({ code: 'invalid', data: { fields: { remark: expect.any(String) } } })
    await act(id, 'return', { remark: 'Maßgaben ergänzen' })

    await test.reopen('assistenz')
    await write(letterId ?? '', 'Ich stimme mit Maßgaben zu.')
    await act(id, 'submit')

    await test.reopen('leitung')
    const seen = (await getLetter(desk(), letterId ?? '')).version
    await sign(id)
    expect(await getStatement(desk(), id)).toMatchObject({ state: 'signed', signedBy: 'Testleitung', signedVersion: 3 })
    await expect(updateLetter(desk(), letterId ?? '', seen + 1, { subject: 'heimlich' })).rejects.toMatchObject({ code: 'invalid' })
    expect((await listVersions(desk(), letterId ?? '')).map(({ number, kind }) => [number, kind])).toEqual([[3, 'final'], [2, 'submitted'], [1, 'submitted']])
    expect(await checkLetter(desk(), letterId ?? '')).toMatchObject({ number: 3, intact: true, unchanged: true, frozenBy: 'Testleitung' })

    await test.reopen('assistenz')
    await act(id, 'dispatch', { on: '2026-12-08', way: 'email' })
    expect(await getStatement(desk(), id)).toMatchObject({ state: 'sent', sentOn: '2026-12-08', followUpOn: '2027-01-19' })
    expect((await findEntries(desk(), { query: '', show: 'out', offset: 0, limit: 10 })).entries).toMatchObject([{ number: 'A 2026/0001', record: { type: 'statement', id } }])
    await act(id, 'answer', { outcome: 'partly', remark: 'Gemeinschaftsraum aufgenommen', on: '2027-02-01' })
    expect(await getStatement(desk(), id)).toMatchObject({ state: 'closed', outcome: 'partly', followUpOn: null })
    expect(await statistics(desk(), 2026)).toMatchObject({ total: 1, sent: 1, inTime: 1, medianDays: 28, outcomes: { partly: 1 } })
    const grants = new FileGrants()
    for (const format of ['pdf', 'xlsx'] as const) {
      grants.allow(format, join(test.vault.folder, `r.${format}`), 'write')
      await saveStatements(desk(), grants, { year: 2026, format, grant: format })
      expect(readFileSync(join(test.vault.folder, `r.${format}`)).length).toBeGreaterThan(1000)
    }
  })

  it('a text that was changed since it was read is not signed', async () => {
    const { id, letterId } = await create()
    const seen = (await getLetter(desk(), letterId ?? '')).version
    await write(letterId ?? '', 'Anders')
    await expect(act(id, 'sign', { letterVersion: seen })).rejects.toMatchObject({ code: 'conflict' })
    expect(await listVersions(desk(), letterId ?? '')).toEqual([])
  })

  it('taking the text up again takes the signature back, and the next one makes a new version', async () => {
    const { id, letterId } = await create()
    await sign(id)
    const letter = await getLetter(desk(), letterId ?? '')
    await setLetterStatus(desk(), letter.id, letter.version, 'draft')
    expect(await getStatement(desk(), id)).toMatchObject({ state: 'drafting', signedBy: '', signedVersion: null })
    await write(letter.id, 'Zweite Fassung')
    expect(await checkLetter(desk(), letter.id)).toMatchObject({ number: 1, intact: true, unchanged: false })
    await sign(id)
    const [newest, first] = await listVersions(desk(), letter.id)
    expect(newest).toMatchObject({ number: 2, kind: 'final' })
    expect(bodyText((await versionContent(desk(), newest?.id ?? '')).body)).toBe('Zweite Fassung')
    expect(bodyText((await versionContent(desk(), first?.id ?? '')).body)).toContain('Fachliche Bewertung')
  })

  it('a kept version is not changed by anybody', async () => {
    const { id, letterId } = await create()
    await sign(id)
    const [version] = await listVersions(desk(), letterId ?? '')
    expect(() => desk().database.connections.writer.all(`UPDATE letter_version SET content = '{}' WHERE id = '${version?.id}'`)).toThrow(/not changed/)
    desk().database.connections.writer.all('DROP TRIGGER letter_version_stands')
    desk().database.connections.writer.all(`UPDATE letter_version SET content = replace(content, 'Bewertung', 'Bewertung!') WHERE id = '${version?.id}'`)
    expect(await checkLetter(desk(), letterId ?? '')).toMatchObject({ intact: false, unchanged: false })
  })
})

describe('around the text', () => {
  it('a new deadline moves the open steps, a done one stays', async () => {
    const { id } = await create()
    const { version, steps } = await getStatement(desk(), id)
    await setStep(desk(), id, version, { step: steps[0]?.id ?? '', done: true, dueOn: steps[0]?.dueOn ?? '' })
    await updateStatement(desk(), id, version + 1, { extension: 'granted', extendedTo: '2026-12-17' })
    expect((await getStatement(desk(), id)).steps.map(({ dueOn, doneBy }) => [dueOn, doneBy])).toEqual([['2026-11-24', 'Testleitung'], ['2026-12-07', ''], ['2026-12-10', ''], ['2026-12-15', '']])
  })

  it('co-signatures are asked for and answered, and undo takes a whole step back', async () => {
    const { id } = await create()
    const blank = { personId: null, contactId: null, requestedOn: null, dueOn: null, repliedOn: null, remark: '', remindedOn: null, contribution: '' }
    const { change } = await setContributors(desk(), id, (await getStatement(desk(), id)).version, [
      { ...blank, id: 'a', role: 'cosign', name: 'Rechtsamt', reply: '' }, { ...blank, id: 'b', role: 'contribute', personId: 'person-leitung', name: 'Testleitung', reply: '' },
    ])
    const sent = await act(id, 'cosign')
    expect((await getStatement(desk(), id)).contributors.every(({ requestedOn, dueOn }) => requestedOn !== null && dueOn === '2026-12-03')).toBe(true)
    await undo(test.session, 'office', sent.change ?? '')
    expect(await getStatement(desk(), id)).toMatchObject({ state: 'drafting', contributors: [{ requestedOn: null }, { requestedOn: null }] })
    await undo(test.session, 'office', change ?? '')
    expect((await getStatement(desk(), id)).contributors).toEqual([])
  })

  it('remarks are resolved by anybody and removed by their author alone', async () => {
    const { id } = await create()
    await addComment(desk(), { id, quote: 'Fachliche Bewertung', nth: 0, text: 'Zahlen belegen' })
    await test.reopen('assistenz')
    const comment = (await getStatement(desk(), id)).comments[0]
    await resolveComment(desk(), id, comment?.id ?? '', true)
    expect((await getStatement(desk(), id)).comments).toMatchObject([{ text: 'Zahlen belegen', authorName: 'Testleitung', resolvedBy: 'Test assistenz' }])
    await expect(removeComment(desk(), id, comment?.id ?? '')).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('files with its papers in one go, and follows into the trash and back with them', async () => {
    const file = await receive(desk(), 'x.txt', Buffer.from('Notiz Zirbelkiefer'))
    const { id, letterId } = await create({}, [file.token])
    const dossier = await createDossier(desk(), { plan: '12.07', title: 'Bebauungspläne' })
    const matter = await createMatter(desk(), { dossierId: dossier.id, title: 'B-Plan 52' }, '2026-11-10')
    expect(matter.reference).toBe('12.07-2026/001')
    await fileInMatter(desk(), matter.id, { type: 'statement', id })
    expect((await contentsOf(desk(), matter.id)).map(({ number, record }) => [number, record.type])).toEqual([[1, 'statement'], [2, 'register-entry'], [3, 'document'], [4, 'letter']])
    expect(await whereIs(desk(), { type: 'letter', id: letterId ?? '' })).toMatchObject({ reference: '12.07-2026/001', number: 4 })
    await sign(id)
    await act(id, 'dispatch')
    expect((await contentsOf(desk(), matter.id)).at(-1)).toMatchObject({ number: 5, record: { type: 'register-entry' } })
    const [paper] = await papersOf(desk(), { type: 'statement', id })
    expect(Buffer.from((await pieceOfDocument(desk(), paper?.id ?? '', 0)).content, 'base64').toString()).toBe('Notiz Zirbelkiefer')
    expect(await checkDocument(desk(), paper?.id ?? '')).toMatchObject({ intact: true })
    await removeStatement(desk(), id, (await getStatement(desk(), id)).version)
    expect(await find(test.session, 'zirbelkiefer', 20)).toEqual([])
    expect((await readTrash(test.session)).map(({ typeLabel }) => typeLabel).sort()).toEqual(['Stellungnahme', 'Unterlage'])
    await restore(test.session, 'office', { type: 'statement', id })
    expect(await papersOf(desk(), { type: 'statement', id })).toHaveLength(1)
  })

  it('more time is asked for by a letter; when it is granted deadline and open steps move, and everybody can read it', async () => {
    const { id } = await create()
    const version = async (): Promise<number> => (await getStatement(desk(), id)).version
    await expect(askExtension(desk(), id, await version(), { wanted: '2026-12-10', reason: '', letter: true })).rejects.toMatchObject({ data: { fields: { wanted: expect.stringContaining('10.12.2026') } } })
    const { letterId } = await askExtension(desk(), id, await version(), { wanted: '2026-12-17', reason: 'Der Beirat tagt erst am 14.12.2026.', letter: true })
    const letter = await getLetter(desk(), letterId ?? '')
    expect(letter).toMatchObject({ subject: expect.stringContaining('Fristverlängerung'), recipientName: 'Stadtplanungsamt', yourReference: '61-52' })
    expect(bodyText(letter.body)).toContain('Der Beirat tagt erst am 14.12.2026.')
    expect(bodyText(letter.body)).not.toMatch(/[{}]/u)
    expect(await getStatement(desk(), id)).toMatchObject({ extension: 'asked', extensionWanted: '2026-12-17', extensionLetterId: letterId, steps: [{ dueOn: '2026-11-24' }, {}, {}, {}] })
    await answerExtension(desk(), id, await version(), { granted: true, until: '2026-12-17', remark: 'Telefonisch' })
    expect(await getStatement(desk(), id)).toMatchObject({ extension: 'granted', extendedTo: '2026-12-17', steps: [{ dueOn: '2026-12-01' }, {}, {}, { dueOn: '2026-12-15' }], decisions: [{ action: 'answer-extension', remark: 'Gewährt bis 17.12.2026. Telefonisch' }, { action: 'ask-extension' }, {}] })
  })

  it('a contribution is reminded of, arrives with its words and goes into the draft', async () => {
    const { id, letterId } = await create()
    const version = async (): Promise<number> => (await getStatement(desk(), id)).version
    const asked = { id: 'c', role: 'contribute', personId: null, contactId: null, name: 'Integrationsbeirat', requestedOn: '2026-11-11', dueOn: '2026-11-16', repliedOn: null, reply: '', remark: '', remindedOn: null, contribution: '' } as const
    await setContributors(desk(), id, await version(), [asked])
    const list = { query: '', filter: 'overdue', year: null, sort: 'due', descending: false, offset: 0, limit: 10 } as const
    expect((await findStatements(desk(), list, '2026-11-24')).total).toBe(0)
    expect((await findStatements(desk(), list, '2026-11-25')).total).toBe(1)
    const reminded = await remind(desk(), id, await version(), { contributor: 'c', dueOn: '2026-11-26', letter: true }, '2026-11-20')
    expect(bodyText((await getLetter(desk(), reminded.letterId ?? '')).body)).toContain('bis zum 16.11.2026 gebeten')
    expect((await getStatement(desk(), id)).contributors).toMatchObject([{ remindedOn: '2026-11-20', dueOn: '2026-11-26' }])
    await replyTo(desk(), id, await version(), { contributor: 'c', reply: 'agreed', remark: '' }, '2026-11-22')
    await expect(remind(desk(), id, await version(), { contributor: 'c', dueOn: '2026-11-30', letter: false }, '2026-11-23')).rejects.toMatchObject({ code: 'invalid' })
    await setContributors(desk(), id, await version(), [{ ...asked, reply: 'agreed', contribution: 'Ein Gemeinschaftsraum fehlt.' }])
    await takeContribution(desk(), id, await version(), 'c')
    expect(bodyText((await getLetter(desk(), letterId ?? '')).body)).toMatch(/Integrationsbeirat\s+Ein Gemeinschaftsraum fehlt\.$/u)
  })

  it('a draft begins with a template for statements, whose fields say what the request says, the vote included', async () => {
    const { id, letterId } = await createStatement(desk(), { fields: sampleRequest, land: 'SN', shorten: false, files: [], begin: true, template: 'builtin:stellungnahme' }, '2026-11-10')
    const letter = await getLetter(desk(), letterId ?? '')
    expect(letter).toMatchObject({ template: 'builtin:stellungnahme', particulars: { anlass: sampleRequest.reason, grundlage: '§ 4 Abs. 2 BauGB', votum: '' } })
    expect(letter.particulars['gegenstand']).toContain('Entwurf')
    expect(bodyText(letter.body)).not.toContain('Grundlage der Beteiligung')
    await updateStatement(desk(), id, (await getStatement(desk(), id)).version, { vote: 'conditions' })
    expect((await getLetter(desk(), letterId ?? '')).particulars['votum']).toBe('zugestimmt mit Maßgaben')
  })

  it('the filter of what waits says the same as the rule, in every state', async () => {
    const everybody = [{ id: 'person-leitung', role: 'leitung' }, { id: 'person-assistenz', role: 'assistenz' }] as const
    for (const state of statementStates) for (const assigneeId of ['person-assistenz', null]) for (const role of contributorRoles) for (const reply of ['', 'agreed'] as const) {
      const { id } = await create({ assigneeId }, [], false)
      const followUpOn = reply === '' ? '2000-01-01' : '2100-01-01'
      await desk().write({ label: 'x' }, async (transaction) => {
        await transaction.update('statement', id, { state, follow_up_on: followUpOn })
        await transaction.insert('statement_contributor', { id: `c${id}`, statement_id: id, position: 0, role, person_id: 'person-leitung', contact_id: null, name: 'x', requested_on: null, due_on: reply === '' ? '2026-11-20' : null, replied_on: null, reply, remark: '', reminded_on: null, contribution: '' })
      })
    }
    for (const me of everybody) {
      await test.reopen(me.role)
      const common = { query: '', year: null, sort: 'number', descending: false, offset: 0, limit: 500 } as const
      const mine = new Set((await findStatements(desk(), { ...common, filter: 'mine' })).statements.map(({ id }) => id))
      const { statements } = await findStatements(desk(), { ...common, filter: 'all' })
      expect(statements).toHaveLength(108)
      for (const { id } of statements) {
        const statement = await getStatement(desk(), id)
        expect({ id, state: statement.state, waits: mine.has(id) }).toEqual({ id, state: statement.state, waits: waitsForMe(statement, me, '2026-11-22') !== '' })
      }
    }
  })

  it('lies in no file of the vault in clear', async () => {
    const file = await receive(desk(), 'Zirbelkiefer.eml', sampleMail(Buffer.from('%PDF-1.4')))
    await create({}, [file.token])
    await test.reopen('assistenz')
    const bytes = readFileSync(join(test.vault.folder, 'office.db'))
    for (const secret of ['Zirbelkiefer', 'Südliche']) expect(bytes.includes(secret)).toBe(false)
  })
})
