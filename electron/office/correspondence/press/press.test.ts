import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import PostalMime from 'postal-mime'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestSession, type TestSession } from '../../../../tests/support/session.ts'
import { bodyFromText } from '../../../../shared/correspondence/body.ts'
import type { ClippingInput, Quote } from '../../../../shared/correspondence/press/model.ts'
import { pressLength } from '../../../../shared/correspondence/press/text.ts'
import type { ReleaseAction } from '../../../../shared/correspondence/press/workflow.ts'
import { distributionListSchema } from '../../../../shared/directory/lists/model.ts'
import { organisationSchema } from '../../../../shared/directory/model.ts'
import { contactHistory } from '../../directory/dealings/history-service.ts'
import { createList } from '../../directory/lists/service.ts'
import { saveMediaDetails } from '../../directory/media/service.ts'
import { createContact } from '../../directory/service.ts'
import { historySources } from '../../contact-history.ts'
import { FileGrants } from '../../file-grants.ts'
import { restore } from '../../records/service.ts'
import { find } from '../../search/service.ts'
import type { OfficeDesk } from '../../session.ts'
import { findEntries } from '../register/entries-service.ts'
import { receive } from '../register/receiving.ts'
import { getLetter, setLetterStatus, updateLetter } from '../service.ts'
import { createClipping, findClippings, getClipping, removeClipping } from './clippings-service.ts'
import { duePress } from './due.ts'
import { mediaLists, mediaMembers, printMedia } from './media-service.ts'
import { pressFigures, saveReview } from './output.ts'
import { actOnRelease, createRelease, findReleases, getRelease, releaseOfLetter, removeRelease, setQuotes, updateRelease } from './releases-service.ts'
import { noteDelivery, planSending, sendRelease } from './sending.ts'
import { getPressSettings, updatePressSettings } from './settings.ts'

let test: TestSession
const grants = new FileGrants()
beforeEach(async () => { test = await openTestSession() })
afterEach(() => test.dispose())

const desk = (): OfficeDesk => test.session.office
const embargoAt = '2026-11-24T10:00'
const act = async (id: string, action: ReleaseAction, note = '') => actOnRelease(desk(), id, (await getRelease(desk(), id)).version, { action, by: '', on: '2026-11-20', note })
const particulars = async (id: string) => (await getLetter(desk(), (await getRelease(desk(), id)).letterId)).particulars
const quote: Quote = { id: 'q1', contactId: null, name: 'Kim Nguyen', role: 'Integrationsbeirat', text: 'Alle sind eingeladen.', askedOn: '2026-11-18', grantedOn: null, refusedOn: null }
const target = (name: string): string => { grants.allow(name, join(test.vault.folder, name), 'write'); return name }
const clipping: ClippingInput = {
  on: '2026-11-25', mediumId: null, mediumName: 'Anzeiger', title: 'Woche eröffnet', authorId: null, authorName: 'Lena Hübner', topic: 'culture', tone: 'neutral', place: 'S. 12',
  link: 'https://anzeiger.example/a', summary: 'Bericht über die Eröffnung.', releaseId: null, followUpOn: null,
}

async function media(): Promise<{ listId: string; paper: string; radio: string }> {
  const contact = async (name: string, channels: { id: string; kind: 'email' | 'fax'; value: string }[], street = '') => (await createContact(desk(), organisationSchema.parse({
    kind: 'organisation', name, channels, addresses: street === '' ? [] : [{ id: `${name}-a`, street, postalCode: '01999', place: 'Musterstadt' }],
  }))).id
  const paper = await contact('Anzeiger', [{ id: 'c1', kind: 'email', value: 'redaktion@anzeiger.example' }])
  const radio = await contact('Musterwelle', [{ id: 'c2', kind: 'email', value: 'news@welle.example' }])
  const gazette = await contact('Amtsblatt', [], 'Marktplatz 1')
  const { id: listId } = await createList(desk(), distributionListSchema.parse({ title: 'Medien', purpose: 'press' }), [paper, radio, gazette])
  await createList(desk(), distributionListSchema.parse({ title: 'Netzwerk', purpose: 'cooperation' }), [paper])
  return { listId, paper, radio }
}

describe('a release from the draft to who got it', () => {
  it('prints embargo, released quotes and boilerplate, and fixes the text with the release', async () => {
    await updatePressSettings(desk(), (await getPressSettings(desk())).version, { boilerplate: 'Die Beauftragte vertritt alle.', officeName: 'Pressestelle' })
    const { id, letterId } = await createRelease(desk(), { title: 'Interkulturelle Woche beginnt', topic: 'culture', embargoAt }, '2026-11-18')
    expect(await particulars(id)).toMatchObject({ sperrfrist: 'bis 24.11.2026, 10:00 Uhr. Veröffentlichung erst danach.', abbinder: 'Die Beauftragte vertritt alle.' })
    await setQuotes(desk(), id, (await getRelease(desk(), id)).version, [quote])
    // A quote that nobody released isn't printed, and holds up the release.
    expect((await particulars(id)).zitat).toBeUndefined()
    await act(id, 'submit')
    expect(await getRelease(desk(), id)).toMatchObject({ state: 'review', submittedTo: 'Pressestelle', submittedOn: '2026-11-20' })
    await expect(act(id, 'release')).rejects.toMatchObject({ code: 'invalid', data: { detail: expect.stringContaining('Kim Nguyen') } })
    await act(id, 'return', 'Bitte kürzen')
    expect(await getRelease(desk(), id)).toMatchObject({ state: 'draft', returnNote: 'Bitte kürzen' })
    await setQuotes(desk(), id, (await getRelease(desk(), id)).version, [{ ...quote, grantedOn: '2026-11-20' }])
    expect((await particulars(id)).zitat).toBe('„Alle sind eingeladen.“ (Kim Nguyen, Integrationsbeirat)')
    await updateLetter(desk(), letterId, (await getLetter(desk(), letterId)).version, { body: bodyFromText('Am Montag geht es los.') })
    expect(pressLength(await getLetter(desk(), letterId))).toBe('Interkulturelle Woche beginnt\nAm Montag geht es los.\n„Alle sind eingeladen.“ (Kim Nguyen, Integrationsbeirat)'.length)
    await act(id, 'release')
    expect(await getRelease(desk(), id)).toMatchObject({ state: 'released', final: true, releasedBy: 'Pressestelle' })
    await expect(updateRelease(desk(), id, (await getRelease(desk(), id)).version, { embargoAt: null })).rejects.toMatchObject({ code: 'invalid' })
    expect(await releaseOfLetter(desk(), letterId)).toMatchObject({ id, embargoAt })
    // Taken up again as a letter, it is released no more.
    await setLetterStatus(desk(), letterId, (await getLetter(desk(), letterId)).version, 'draft')
    expect(await getRelease(desk(), id)).toMatchObject({ state: 'draft', releasedBy: '' })
    await updateRelease(desk(), id, (await getRelease(desk(), id)).version, { embargoAt: null })
    expect((await particulars(id)).sperrfrist).toBe('')
  })

  it('goes to the media list in BCC, before the embargo only when somebody says so, and each who got it stands there', async () => {
    const { listId, paper } = await media()
    expect((await mediaLists(desk())).map(({ title, members }) => [title, members])).toEqual([['Medien', 3]])
    const { id } = await createRelease(desk(), { title: 'Beirat gewählt', topic: '', embargoAt }, '2026-11-18')
    const send = async (more: { embargoSeen?: boolean; without?: string[] } = {}, now = '2026-11-23T09:00') =>
      sendRelease(desk(), grants, { id, version: (await getRelease(desk(), id)).version, listId, without: [], despite: true, embargoSeen: false, grant: target('mail.eml'), ...more }, now, [])
    await expect(send()).rejects.toMatchObject({ code: 'invalid', data: { detail: expect.stringContaining('freigegebene') } })
    await act(id, 'release')
    expect(await planSending(desk(), { id, listId, despite: true })).toMatchObject({ email: [{ name: 'Anzeiger' }, { name: 'Musterwelle' }], otherwise: [{ name: 'Amtsblatt' }], missing: ['Text', 'Vorspann'] })
    await expect(send()).rejects.toMatchObject({ code: 'invalid', data: { detail: expect.stringContaining('24.11.2026, 10:00') } })
    const sent = await send({ embargoSeen: true })
    expect(sent).toMatchObject({ recipients: 2, entry: expect.stringMatching(/^A /) })
    const mail = await PostalMime.parse(readFileSync(join(test.vault.folder, 'mail.eml')))
    expect(mail.bcc?.map(({ address }) => address)).toEqual(['redaktion@anzeiger.example', 'news@welle.example'])
    expect(mail.subject).toBe('[Sperrfrist 24.11.2026, 10:00 Uhr] Pressemitteilung: Beirat gewählt')
    expect(mail.text).toContain('SPERRFRIST: bis 24.11.2026')
    expect(mail.attachments).toHaveLength(1)
    await noteDelivery(desk(), { id, version: (await getRelease(desk(), id)).version, recipients: [{ contactId: null, name: 'Amtsblatt' }], way: 'post', on: '2026-11-24', embargoSeen: false }, '2026-11-24T10:00')
    expect(await getRelease(desk(), id)).toMatchObject({ state: 'sent', followUpOn: expect.any(String), deliveries: expect.arrayContaining([expect.objectContaining({ name: 'Anzeiger', way: 'email', entry: sent.entry }), expect.objectContaining({ name: 'Amtsblatt', way: 'post' })]) })
    expect((await findEntries(desk(), { query: '', show: 'out', offset: 0, limit: 5 })).entries).toMatchObject([{ correspondent: 'Medien (2 Empfänger)', documents: 1 }])
    expect(await contactHistory(desk(), paper, historySources)).toMatchObject([{ title: 'Beirat gewählt', record: { type: 'press-release', id } }])
    await expect(send({ without: (await mediaMembers(desk(), listId)).map(({ id: each }) => each) }, '2026-11-25T09:00')).rejects.toMatchObject({ code: 'invalid' })
  })

  it('is found by its quotes and says what waits; trash takes text and release together', async () => {
    const { id, letterId } = await createRelease(desk(), { title: 'Sprachkurse', topic: '', embargoAt }, '2026-11-18')
    await setQuotes(desk(), id, 1, [quote])
    expect((await find(test.session, 'nguyen', 5)).map(({ record }) => record)).toEqual([{ type: 'press-release', id }])
    await updateLetter(desk(), letterId, 1, { subject: 'Mondscheinkurse' })
    expect((await findReleases(desk(), { query: 'mondschein', sort: 'date', descending: true, offset: 0, limit: 5 })).releases).toMatchObject([{ id, openQuotes: 1 }])
    expect((await duePress(desk(), 5, '2026-11-20T08:00')).lines).toMatchObject([{ id, what: 'Sperrfrist bis 24.11.2026, 10:00 Uhr', urgent: true }])
    expect((await duePress(desk(), 5, '2026-11-10T08:00')).total).toBe(0)
    await removeRelease(desk(), id, (await getRelease(desk(), id)).version)
    expect((await getLetter(desk(), letterId)).trashed).toBe(true)
    await restore(test.session, 'office', { type: 'press-release', id })
    expect((await getLetter(desk(), letterId)).trashed).toBe(false)
  })
})

describe('what appeared', () => {
  it('counts by medium, topic and month and prints the review of a period', async () => {
    const { paper } = await media()
    const { id: releaseId } = await createRelease(desk(), { title: 'Woche', topic: 'culture', embargoAt: null }, '2026-11-18')
    const { token } = await receive(desk(), 'Scan.txt', Buffer.from('Sonnenblume'))
    const { id } = await createClipping(desk(), { fields: { ...clipping, mediumId: paper, releaseId }, files: [token] })
    await createClipping(desk(), { fields: { ...clipping, on: '2026-10-01', mediumName: 'Musterwelle', tone: 'critical', topic: '' }, files: [] })
    expect((await getRelease(desk(), releaseId)).clippings).toMatchObject([{ id, mediumName: 'Anzeiger' }])
    expect(await getClipping(desk(), id)).toMatchObject({ papers: 1, releaseTitle: 'Woche' })
    expect(await pressFigures(desk(), { from: '2026-10-01', to: '2026-11-30' })).toMatchObject({
      clippings: 2, withRelease: 1, releases: 1, byTopic: [{ label: 'Kultur und Religion', count: 1 }, { label: 'ohne Angabe', count: 1 }], byMonth: [{ label: 'Oktober 2026', count: 1 }, { label: 'November 2026', count: 1 }],
    })
    const page = { query: '', sort: 'date', descending: true, offset: 0, limit: 10 } as const
    expect((await findClippings(desk(), { ...page, from: '2026-11-01', to: null })).clippings.map(({ title }) => title)).toEqual(['Woche eröffnet'])
    expect((await find(test.session, 'sonnenblume', 5)).map(({ record }) => record.type)).toEqual(['document'])
    for (const format of ['pdf', 'docx', 'xlsx'] as const) {
      await saveReview(desk(), grants, { from: '2026-10-01', to: null, format, grant: target(`review.${format}`) })
      expect(readFileSync(join(test.vault.folder, `review.${format}`)).length).toBeGreaterThan(1500)
    }
    await removeClipping(desk(), id, (await getClipping(desk(), id)).version)
    expect((await find(test.session, 'sonnenblume', 5))).toEqual([])
  })

  it('keeps what a contact is as one of the media with the contact, and prints the media list', async () => {
    const { listId, paper } = await media()
    await saveMediaDetails(desk(), paper, { kind: 'daily', area: 'Landkreis', deadline: 'täglich 15 Uhr', topics: ['Soziales', 'Kultur'], note: '' })
    await createClipping(desk(), { fields: { ...clipping, mediumId: paper }, files: [] })
    expect((await mediaMembers(desk(), listId)).find(({ id }) => id === paper)).toMatchObject({ organisation: 'Anzeiger', reached: 'email', clippings: 1, media: { deadline: 'täglich 15 Uhr', topics: ['Soziales', 'Kultur'] } })
    await printMedia(desk(), grants, { listId, format: 'pdf', grant: target('media.pdf') })
    expect(readFileSync(join(test.vault.folder, 'media.pdf')).length).toBeGreaterThan(1000)
  })
})
