import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { agreementSchema, type Agreement } from '../../../../shared/directory/dealings/agreements.ts'
import type { Encounter } from '../../../../shared/directory/dealings/encounters.ts'
import { purposeSchema } from '../../../../shared/directory/dealings/purposes.ts'
import { openTestSession, type TestSession } from '../../../../tests/support/session.ts'
import { historySources } from '../../contact-history.ts'
import { createLetter, getLetter, removeLetter, updateLetter } from '../../correspondence/service.ts'
import { readHistory, undo } from '../../records/service.ts'
import { organisation, person } from '../sample.fixture.ts'
import { createContact, findContacts, getContact, removeContacts, saveRole } from '../service.ts'
import { contactHistory } from './history-service.ts'
import { removeDealing, saveAgreement, saveEncounter, savePurpose } from './service.ts'

let test: TestSession
let verein: string
const desk = () => test.session.office
const agreement = (id: string, more: object = {}): Agreement => agreementSchema.parse({ id, contactId: verein, title: `Vereinbarung ${id}`, ...more })
const encounter = (id: string, contactId: string, day: string, more: object = {}): Encounter => ({ id, contactId, day, kind: 'call', text: `Gespräch ${id}`, ...more })
const steps = async (id: string) => (await readHistory(test.session, 'office', { type: 'contact', id })).map(({ action }) => action)
const found = async (query: string) =>
  (await findContacts(desk(), { query, group: 'all', sort: 'name', descending: false, offset: 0, limit: 10 })).contacts.map(({ name }) => name)

beforeEach(async () => {
  test = await openTestSession('assistenz')
  verein = (await createContact(desk(), organisation('Begegnung e. V.'))).id
})
afterEach(() => test.dispose())

describe('purposes and agreements', () => {
  it('are stored, changed and taken off as steps of the contact, each with undo', async () => {
    const purpose = purposeSchema.parse({ id: 'p', contactId: verein, purpose: 'newsletter', legalBasis: 'consent', consentOn: '2025-03-01', consentUntil: '2027-02-28', evidence: 'Anmeldebogen' })
    await savePurpose(desk(), purpose)
    expect((await getContact(desk(), verein)).purposes).toEqual([purpose])
    const { change } = await savePurpose(desk(), { ...purpose, revokedOn: '2026-01-05' })
    await undo(test.session, 'office', change ?? '')
    expect((await getContact(desk(), verein)).purposes).toEqual([purpose])
    await removeDealing(desk(), 'contact_purpose', 'p')
    expect((await getContact(desk(), verein)).purposes).toEqual([])
    expect(await steps(verein)).toEqual(['Zweck entfernt', 'Rückgängig: Zweck geändert', 'Zweck geändert', 'Zweck eingetragen', 'Kontakt angelegt'])
  })

  it('come open-ended ones first and are found by title and subject', async () => {
    await saveAgreement(desk(), agreement('a', { to: '2025-12-31' }))
    await saveAgreement(desk(), agreement('b', { subject: 'Räume im Quartiershaus' }))
    await saveAgreement(desk(), agreement('c', { from: '2026-01-01', to: '2027-12-31', noticeUntil: '2027-09-30', note: 'verlängert sich' }))
    expect((await getContact(desk(), verein)).agreements.map(({ id }) => id)).toEqual(['b', 'c', 'a'])
    expect((await getContact(desk(), verein)).agreements[1]).toEqual(agreement('c', { from: '2026-01-01', to: '2027-12-31', noticeUntil: '2027-09-30', note: 'verlängert sich' }))
    expect(await found('quartiershaus')).toEqual(['Begegnung e. V.'])
  })

  it('belong to one contact that is there', async () => {
    const other = (await createContact(desk(), organisation('Andere'))).id
    await saveAgreement(desk(), agreement('a'))
    await expect(saveAgreement(desk(), { ...agreement('a'), contactId: other })).rejects.toMatchObject({ code: 'invalid' })
    await removeContacts(desk(), [other])
    await expect(saveAgreement(desk(), { ...agreement('z'), contactId: other })).rejects.toMatchObject({ code: 'not-found' })
    await expect(removeDealing(desk(), 'contact_agreement', 'nobody')).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('contact history', () => {
  const read = async (id: string) => (await contactHistory(desk(), id, historySources)).map(({ day, kind, title, text, contactName }) => [day, kind, title || text, contactName])

  it('fills itself from letters and encounters, for an organisation also from those with its people', async () => {
    const { id: chair } = await createContact(desk(), person('Zimmer', 'Eva'))
    const { id: former } = await createContact(desk(), person('Alt', 'Ute'))
    const { id: stranger } = await createContact(desk(), person('Fremd', 'Kai'))
    await saveRole(desk(), { id: 'r', personId: chair, organisationId: verein, title: 'Vorsitz', from: null, to: null, engagement: 'unknown' })
    await saveRole(desk(), { id: 's', personId: former, organisationId: verein, title: '', from: null, to: '2020-01-01', engagement: 'unknown' })
    await saveEncounter(desk(), encounter('1', verein, '2026-05-01', { kind: 'visit' }))
    await saveEncounter(desk(), encounter('2', chair, '2026-06-01'))
    await saveEncounter(desk(), encounter('3', former, '2019-06-01', { kind: 'email' }))
    await saveEncounter(desk(), encounter('4', stranger, '2026-07-01'))
    const letter = await createLetter(desk(), chair, '2026-05-20')
    await updateLetter(desk(), letter.id, letter.version, { subject: 'Einladung' })
    await createLetter(desk(), stranger, '2026-05-21')

    expect(await read(verein)).toEqual([
      ['2026-06-01', 'call', 'Gespräch 2', 'Zimmer, Eva'],
      ['2026-05-20', 'letter', 'Einladung', 'Zimmer, Eva'],
      ['2026-05-01', 'visit', 'Gespräch 1', 'Begegnung e. V.'],
      ['2019-06-01', 'email', 'Gespräch 3', 'Alt, Ute'],
    ])
    expect((await read(chair)).map(([, , title]) => title)).toEqual(['Gespräch 2', 'Einladung'])
    expect((await contactHistory(desk(), verein, historySources))[1]).toMatchObject({ record: { type: 'letter', id: letter.id }, authorName: 'Test assistenz' })

    const { version } = await getLetter(desk(), letter.id)
    await removeLetter(desk(), letter.id, version)
    await removeContacts(desk(), [former])
    expect((await read(verein)).map(([, kind]) => kind)).toEqual(['call', 'visit'])
  })

  it('keeps who entered it, finds its words, and is taken off again', async () => {
    await saveEncounter(desk(), encounter('1', verein, '2026-05-01', { text: 'Sprachcafé verlegt' }))
    await test.reopen('leitung')
    await saveEncounter(desk(), encounter('1', verein, '2026-05-02', { text: 'Sprachcafé endet' }))
    expect((await contactHistory(desk(), verein, historySources))[0]).toMatchObject({ day: '2026-05-02', authorName: 'Test assistenz' })
    expect(await found('sprachcafe endet')).toEqual(['Begegnung e. V.'])
    await removeDealing(desk(), 'contact_encounter', '1')
    expect([await read(verein), await found('sprachcafe')]).toEqual([[], []])
    await expect(contactHistory(desk(), 'nobody', historySources)).rejects.toMatchObject({ code: 'not-found' })
  })
})
