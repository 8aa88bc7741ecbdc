import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestSession, type TestSession } from '../../../../../tests/support/session.ts'
import { emptyEvent } from '../../../../../shared/events/model.ts'
import type { EntryDecision } from '../../../../../shared/events/series/model.ts'
import { readEncounters } from '../../../directory/dealings/repository.ts'
import { organisation } from '../../../directory/sample.fixture.ts'
import { createContact } from '../../../directory/service.ts'
import { FileGrants } from '../../../file-grants.ts'
import type { OfficeDesk } from '../../../session.ts'
import { createEvent, setPartners } from '../../service.ts'
import { decideEntries, planReading, readEntries, takeEntries } from '../entries/service.ts'
import { addPartners, findPartners, setPartnerStates } from '../partners-service.ts'
import { filledForm, week } from '../series.fixture.ts'
import { findChases, saveChases } from './service.ts'

let test: TestSession
let desk: OfficeDesk
let folder: string
beforeAll(async () => {
  test = await openTestSession('leitung')
  desk = test.session.office
  folder = mkdtempSync(join(tmpdir(), 'chase-'))
})
afterAll(async () => {
  await test.dispose()
  rmSync(folder, { recursive: true, force: true })
})

const mail = (name: string) => ({ channels: [{ id: uuidv7(), kind: 'email' as const, value: `${name}@verein.example`, label: '', preferred: true }] })
const today = '2027-04-20'
const wish = { until: '2027-05-07', addition: 'Der Druck beginnt bald.' }
/** Parts of a mail by their type, decoded. */
const parts = (eml: string): { type: string; bytes: Buffer }[] => eml.split(/--=_\S+/u).slice(1, -1).map((part) => {
  const [head = '', body = ''] = part.split(/\r\n\r\n/u)
  return { type: /Content-Type: ([^;]+)/u.exec(head)?.[1] ?? '', bytes: Buffer.from(body, 'base64') }
})

describe('asking partners after what is missing', () => {
  it('writes one draft for each, with the form that knows what is known, and notes it', async () => {
    const { seriesId } = await week(desk, [])
    const contacts = new Map<string, string>()
    for (const [name, more] of [['Bücherei', {}], ['Chor', mail('chor')], ['Dorfverein', mail('dorf')], ['Fertig', mail('fertig')]] as const) {
      contacts.set(name, (await createContact(desk, organisation(name, more))).id)
      await addPartners(desk, seriesId, { contactIds: [contacts.get(name) ?? ''], listId: null, name: '' })
    }
    const partners = await findPartners(desk, seriesId)
    await setPartnerStates(desk, seriesId, partners.map(({ id }) => id), 'invited')
    const form = await filledForm(desk, seriesId, 'Chor', 'xlsx', [{ 'Titel der Veranstaltung': 'Konzert', Tag: '27.9.2027', Beginn: '19 Uhr', 'Mitteilung an das Büro': 'Wir sind zwölf.', 'Text für das Programm': 'Lieder & mehr' }])
    await takeEntries(desk, { seriesId, land: 'BB', entries: (await readEntries([form])).flatMap(({ entries }) => entries) })
    const past = (await createEvent(desk, { fields: { ...emptyEvent, title: 'Vorbei', seriesId, startsOn: '2027-04-01' }, checklistId: null, land: 'BB' })).id
    await setPartners(desk, past, 1, [{ id: uuidv7(), role: 'organiser', contactId: contacts.get('Fertig') ?? '', name: 'Fertig', note: '' }])
    await setPartnerStates(desk, seriesId, partners.filter(({ name }) => name === 'Fertig').map(({ id }) => id), 'answered')

    const { chases } = await findChases(desk, seriesId, today)
    const known = Object.fromEntries(chases.map(({ name, email, problem, awaited, events }) => [name, { email, problem: problem !== '', awaited, events: events.map(({ missing }) => missing) }]))
    expect(known).toEqual({
      Bücherei: { email: '', problem: true, awaited: true, events: [] },
      Chor: { email: 'chor@verein.example', problem: false, awaited: false, events: [['der Ort (Haus, Raum, Straße)', 'wie man hineinkommt (stufenlos, Aufzug, WC)', 'Anmeldung oder Kontakt für Gäste']] },
      Dorfverein: { email: 'dorf@verein.example', problem: false, awaited: true, events: [] },
    })

    const grants = new FileGrants()
    const target = mkdtempSync(join(folder, 'ziel-'))
    grants.allow('g', target, 'folder')
    const saved = await saveChases(desk, grants, { seriesId, partnerIds: chases.map(({ partnerId }) => partnerId), forms: ['xlsx', 'docx'], wish, grant: 'g' }, today)
    expect(saved.files).toBe(2)
    const codes = new Map(partners.map(({ name, code }) => [name, code]))
    expect(readdirSync(target).toSorted()).toEqual([`Nachfrage ${codes.get('Chor')}.eml`, `Nachfrage ${codes.get('Dorfverein')}.eml`].toSorted())
    const eml = readFileSync(join(target, `Nachfrage ${codes.get('Chor')}.eml`), 'utf8')
    expect(eml).toContain('X-Unsent: 1')
    expect(eml).toContain('To: chor@verein.example')
    const [text, ...attached] = parts(eml)
    expect(text?.bytes.toString('utf8')).toMatch(/„Konzert“, 27\.09\.2027, 19:00 Uhr\r\n {2}– der Ort[\s\S]+bis zum 07\.05\.2027[\s\S]+Der Druck beginnt bald\./u)
    expect(readFileSync(join(target, `Nachfrage ${codes.get('Dorfverein')}.eml`), 'utf8')).toContain('To: dorf@verein.example')

    // Both forms know what is known: read back as they are they change nothing.
    for (const [index, ending] of [[0, 'xlsx'], [1, 'docx']] as const) {
      const back = (await readEntries([{ name: `Chor.${ending}`, content: attached[index]?.bytes.toString('base64') ?? '' }])).flatMap(({ entries }) => entries)
      expect((await planReading(desk, seriesId, back)).map(({ status, event, problems }) => ({ status, event: event?.name, problems }))).toEqual([{ status: 'same', event: 'Konzert', problems: [] }])
    }

    const states = Object.fromEntries((await findPartners(desk, seriesId)).map(({ name, state, remindedOn }) => [name, [state, remindedOn]]))
    expect(states).toMatchObject({ Bücherei: ['invited', null], Chor: ['answered', null], Dorfverein: ['reminded', today] })
    const [note] = await readEncounters(desk.database.read, [contacts.get('Chor') ?? ''], 5)
    expect(note).toMatchObject({ day: today, kind: 'email' })
    expect(note?.text).toContain('„Konzert“ (der Ort')
    expect(await readEncounters(desk.database.read, [contacts.get('Bücherei') ?? ''], 5)).toEqual([])
  }, 60_000)

  it('asks an open question of the office, and notes nothing where no file could be written', async () => {
    const { seriesId, contacts } = await week(desk, ['Verein'])
    const event = (await createEvent(desk, { fields: { ...emptyEvent, title: 'Fest', seriesId, startsOn: '2027-09-28' }, checklistId: null, land: 'BB' })).id
    await setPartners(desk, event, 1, [{ id: uuidv7(), role: 'organiser', contactId: contacts[0] ?? '', name: 'Verein', note: '' }])
    const fields: EntryDecision = { approval: 'query', query: 'Braucht ihr Strom?', publicContact: '' }
    await decideEntries(desk, [event], fields)
    const { chases } = await findChases(desk, seriesId, today)
    expect(chases[0]?.events[0]?.missing).toContain('unsere Rückfrage: Braucht ihr Strom?')
    await expect(saveChases(desk, new FileGrants(), { seriesId, partnerIds: chases.map(({ partnerId }) => partnerId), forms: [], wish, grant: 'none' }, today)).rejects.toMatchObject({ code: 'invalid' })
    expect(await readEncounters(desk.database.read, contacts, 5)).toEqual([])
  }, 60_000)
})
