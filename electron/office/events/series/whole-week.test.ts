import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import PizZip from 'pizzip'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { RawEntry } from '../../../../shared/events/series/entries.ts'
import type { ProgrammeFile } from '../../../../shared/events/series/model.ts'
import { openTestSession, type TestSession } from '../../../../tests/support/session.ts'
import { emptyTask } from '../../../../shared/tasks/model.ts'
import { FileGrants } from '../../file-grants.ts'
import type { OfficeDesk } from '../../session.ts'
import { undoGroup } from '../../database/undo.ts'
import { createVenue } from '../venues/service.ts'
import { createTask, tasksOfRecord } from '../../tasks/service.ts'
import { getEvent, updateEvent } from '../service.ts'
import { decideEntries, planReading, readEntries, takeEntries } from './entries/service.ts'
import { findLibreOffice } from '../../correspondence/dispatch/service.ts'
import { checkProgramme, saveProgramme } from './output/service.ts'
import { moveDay, planDay } from './move-day.ts'
import { findPartners } from './partners-service.ts'
import { programmeOf } from './programme.ts'
import { filledForm, week } from './series.fixture.ts'

let test: TestSession
let desk: OfficeDesk
let folder: string
let seriesId: string
beforeAll(async () => {
  test = await openTestSession('leitung')
  desk = test.session.office
  folder = mkdtempSync(join(tmpdir(), 'week-'))
})
afterAll(async () => {
  await test.dispose()
  rmSync(folder, { recursive: true, force: true })
})

const kinds = ['Fest', 'Lesung', 'Workshop', 'Führung', 'Konzert', 'Film', 'Begegnung', 'Vortrag'] as const
const topics = ['Begegnung', 'Musik', 'Ankommen', 'Religion', 'Arbeit'] as const
const languages = ['Deutsch', 'Deutsch, Arabisch', 'Deutsch, Ukrainisch', 'Deutsch, Vietnamesisch', 'Deutsch, Dari'] as const
const partners = Array.from({ length: 25 }, (_, index) => `${['Kulturverein', 'Chor', 'Sportklub', 'Gemeinde', 'Nachbarschaftshaus'][index % 5]} ${['Am Anger', 'Nord', 'Lindenplatz', 'Süd', 'Mitte'][Math.floor(index / 5)]}`)
const at = <Item>(list: readonly Item[], index: number): Item => list[index % list.length] as Item

/** Forty events: fifteen partners with two, ten with one. */
function eventsOf(partner: number): Record<string, string>[] {
  return Array.from({ length: partner < 15 ? 2 : 1 }, (_, slot) => {
    const number = slot * 25 + partner
    const day = number % 8
    const date = day < 5 ? `${26 + day}.09.2027` : `${day - 4}.10.2027`
    return {
      'Titel der Veranstaltung': `${at(kinds, number)} „${at(['Brücken', 'Zwei Häuser, ein Schlüssel', 'Stimmen', 'Am langen Tisch', 'Woher, wohin'], number)}“ ${number + 1}`, Art: at(kinds, number),
      ...(number % 4 === 0 ? { Tag: `${date.slice(0, 6)} ab ${14 + (number % 5)} Uhr` } : { Tag: date, Beginn: `${14 + (number % 5)}:00`, Ende: `${16 + (number % 5)}.30` }),
      Ort: number % 3 === 0 ? 'Bürgerhaus, Großer Saal' : `${at(['Marienkirche', 'Stadtbibliothek', 'Sportplatz Nord', 'Café International'], number)}, Lindenstraße ${number + 1}`,
      ...(number % 3 === 0 ? {} : { Zugang: at(['stufenlos', 'teilweise stufenlos', 'nicht stufenlos'], number) }), Sprachen: at(languages, number), Thema: at(topics, number), 'Eintritt, Kosten': number % 5 === 0 ? '3 €' : 'frei',
      Anmeldung: number % 2 === 0 ? 'nicht nötig' : 'bis 20.09.2027', 'Kontakt für Gäste': `kontakt${partner}@verein.example`,
      'Text für das Programm': `${at(['Ein Abend mit Musik, Tee und Gesprächen für alle, die neu in der Stadt sind oder schon immer hier leben.', 'Wir lesen, hören zu und reden darüber, was ein Zuhause ausmacht. Danach bleibt Zeit für Fragen und ein Glas Tee.', 'Mitmachen ist ausdrücklich erwünscht: Vorkenntnisse braucht niemand, Material ist da.'], number)} ${'Kinder sind willkommen. '.repeat(number % 4)}`.trim(),
      ...(number % 6 === 0 ? { Mitwirkende: 'Jugendmigrationsdienst, Volkshochschule' } : {}), ...(number % 7 === 0 ? { Kinderbetreuung: 'Spielecke', Dolmetschen: 'Gebärdensprache' } : {}),
    }
  })
}

it('makes a programme of forty events out of the forms of twenty-five partners, in one step that can be taken back', async () => {
  ;({ seriesId } = await week(desk, partners))
  await createVenue(desk, {
    name: 'Bürgerhaus', contactId: null, street: 'Lindenplatz 3', postalCode: '01234', city: 'Musterstadt', stepFree: 'yes', accessibleToilet: true, hearingLoop: true, accessNote: '', transport: '', note: '',
    rooms: [{ id: 'saal', name: 'Großer Saal', capacity: 180, seating: '', stepFree: 'yes', equipment: '', note: '' }],
  })
  const files = await Promise.all(partners.map((partner, index) => filledForm(desk, seriesId, partner, index % 2 === 0 ? 'xlsx' : 'docx', eventsOf(index))))
  const read = await readEntries(files)
  expect(read.flatMap(({ trouble }) => trouble).filter(Boolean)).toEqual([])
  const entries = read.flatMap((file) => file.entries)
  expect(entries).toHaveLength(40)
  const plan = await planReading(desk, seriesId, entries)
  expect(plan.filter(({ status }) => status !== 'new').map(({ values, problems }) => [values.title, problems])).toEqual([])
  const taken = await takeEntries(desk, { seriesId, entries, land: 'BB' })
  expect(taken).toMatchObject({ created: 40, left: [] })
  const programme = await programmeOf(desk, seriesId)
  expect(programme).toHaveLength(40)
  expect(programme.every(({ approval, startsOn, startsAt, organisers }) => approval === 'received' && startsOn !== null && startsAt !== null && organisers.length === 1)).toBe(true)
  expect(programme[0]).toMatchObject({ startsOn: '2027-09-26', place: 'Bürgerhaus, Großer Saal', access: 'stufenlos; barrierefreies WC; Höranlage', gaps: [] })
  expect((await findPartners(desk, seriesId)).map(({ state, events }) => `${state} ${events}`).filter((text) => !/^answered [12]$/u.test(text))).toEqual([])
  await undoGroup(desk.database, desk.person, taken.change ?? '')
  expect(await programmeOf(desk, seriesId)).toEqual([])
  expect(new Set((await findPartners(desk, seriesId)).map(({ state }) => state))).toEqual(new Set(['noted']))
  await takeEntries(desk, { seriesId, entries, land: 'BB' })
}, 120_000)

it('knows the same forms again, and keeps apart what the partner and what the office changed', async () => {
  const again = await readEntries([await filledForm(desk, seriesId, 'Chor Am Anger', 'docx', eventsOf(1)), await filledForm(desk, seriesId, 'Kulturverein Am Anger', 'xlsx', eventsOf(0).map((each, index) => index === 0 ? { ...each, Beginn: '', Tag: '26.9. ab 17 Uhr', Ort: 'Rathaus' } : each))])
  const entries = again.flatMap((file) => file.entries)
  expect((await planReading(desk, seriesId, entries)).map(({ status }) => status)).toEqual(['same', 'same', 'changed', 'same'])
  const changed = (await planReading(desk, seriesId, entries))[2]
  expect(changed?.changes.map(({ label, before, after, edited }) => `${label}: ${before} → ${after} ${edited}`)).toEqual(['Beginn: 14:00 → 17:00 false', 'Ort: Bürgerhaus, Großer Saal → Rathaus false'])
  // The office moves it meanwhile: its wording stays unless somebody says otherwise.
  const id = changed?.event?.id ?? ''
  await updateEvent(desk, id, (await getEvent(desk, id)).version, { startsAt: '15:30' }, 'BB')
  await decideEntries(desk, [id], { approval: 'accepted' })
  const conflict = (await planReading(desk, seriesId, entries)).find(({ status }) => status === 'changed')
  expect(conflict?.changes.map(({ label, edited, taken }) => `${label} ${edited} ${taken}`)).toEqual(['Beginn true false', 'Ort false true'])
  await takeEntries(desk, { seriesId, entries, land: 'BB' })
  expect(await getEvent(desk, id)).toMatchObject({ startsAt: '15:30', place: 'Rathaus' })
  expect((await programmeOf(desk, seriesId)).find((event) => event.id === id)).toMatchObject({ approval: 'received' })
  expect((await planReading(desk, seriesId, entries)).map(({ status }) => status)).toEqual(['same', 'same', 'same', 'same'])
  const taking: RawEntry[] = (await readEntries([await filledForm(desk, seriesId, 'Kulturverein Am Anger', 'xlsx', [{ ...eventsOf(0)[0], Beginn: '', Tag: '26.9. ab 18 Uhr', Ort: 'Rathaus' }])])).flatMap((file) => file.entries)
  await takeEntries(desk, { seriesId, entries: taking.map((entry) => ({ ...entry, taken: ['from'] })), land: 'BB' })
  expect(await getEvent(desk, id)).toMatchObject({ startsAt: '18:00' })
}, 60_000)

it('moves a whole day of the programme with its tasks, as one step', async () => {
  const on = async (day: string) => (await programmeOf(desk, seriesId)).filter(({ startsOn }) => startsOn === day)
  const [monday, tuesday] = [await on('2027-09-27'), await on('2027-09-28')]
  expect([monday.length, tuesday.length].every((count) => count > 1)).toBe(true)
  const [first] = monday
  const record = { type: 'event', id: first?.id ?? '' }
  await createTask(desk, { ...emptyTask, title: 'Technik bestellen', record, wantedOn: '2027-09-20', lead: { count: -1, unit: 'W' } }, 'BB')
  const [task] = await tasksOfRecord(desk.database.read, record)
  const planned = await planDay(desk, { seriesId, from: '2027-09-27', to: '2027-09-28', land: 'BB' }, '2027-09-21')
  expect(planned).toEqual([{ id: task?.id, title: `${first?.title}: Technik bestellen`, from: '2027-09-20', to: '2027-09-21', past: false }])
  const { change, events } = await moveDay(desk, { seriesId, from: '2027-09-27', to: '2027-09-28', land: 'BB' })
  expect(events).toBe(monday.length)
  expect([(await on('2027-09-27')).length, (await on('2027-09-28')).length]).toEqual([0, monday.length + tuesday.length])
  expect((await tasksOfRecord(desk.database.read, record))[0]?.dueOn).toBe('2027-09-21')
  await expect(moveDay(desk, { seriesId, from: '2027-09-27', to: '2027-09-28', land: 'BB' })).rejects.toMatchObject({ code: 'not-found' })
  await undoGroup(desk.database, desk.person, change ?? '')
  expect([await on('2027-09-27'), await on('2027-09-28')].map(({ length }) => length)).toEqual([monday.length, tuesday.length])
  expect((await tasksOfRecord(desk.database.read, record))[0]?.dueOn).toBe('2027-09-20')
})

async function save(file: ProgrammeFile, paper: 'A4' | 'A5' = 'A5', libreOffice: string | null = null): Promise<Buffer> {
  const grants = new FileGrants()
  const path = join(folder, `${file}-${paper}`)
  grants.allow('g', path, 'write')
  await saveProgramme(desk, grants, { seriesId, file, scope: 'all', paper, picture: null, grant: 'g' }, libreOffice)
  return readFileSync(path)
}

it('gives it out as booklet, lists and pages of the web', async () => {
  expect(await checkProgramme(desk, seriesId, 'accepted')).toMatchObject({ taken: 0 })
  await decideEntries(desk, (await programmeOf(desk, seriesId)).map(({ id }) => id), { approval: 'accepted' })
  expect(await checkProgramme(desk, seriesId, 'accepted')).toMatchObject({ taken: 40, leftOut: [], unnamed: [] })
  const html = (await save('web-html')).toString('utf8')
  expect(html.match(/<article /gu)).toHaveLength(40)
  expect(html).toContain('<time datetime="2027-09-26T15:00">')
  expect((await save('web-csv')).toString('utf8').trim().split('\r\n')).toHaveLength(41)
  expect((await save('text')).toString('utf8')).toContain('SONNTAG, 26. SEPTEMBER 2027')
  expect((await save('press-docx')).length).toBeGreaterThan(5_000)
  expect((await save('press-eml')).toString('utf8')).toContain('X-Unsent: 1')
  const xml = new PizZip(await save('booklet-docx')).file('word/document.xml')?.asText() ?? ''
  const words = xml.replaceAll(/<[^>]+>/gu, '')
  for (const each of ['Sonntag, 26. September 2027', 'Kulturverein Lindenplatz', 'Impressum', 'Zugang: ']) expect(words).toContain(each)
  // Nothing has counted pages, so Word is asked to.
  expect(xml).toContain('w:dirty="true"')
}, 60_000)

it.skipIf(findLibreOffice() === null)('counts the pages of the contents before it is printed', async () => {
  const pdf = await save('booklet-pdf', 'A5', findLibreOffice())
  const docx = new PizZip(await save('booklet-docx', 'A5', findLibreOffice())).file('word/document.xml')?.asText() ?? ''
  const { getDocumentProxy, extractText } = await import('unpdf')
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: false })
  const contents = /<w:sdtContent>.*?<\/w:sdtContent>/su.exec(docx)?.[0] ?? ''
  const entries = contents.split('</w:p>').map((line) => line.replaceAll(/<w:instrText.*?<\/w:instrText>/gu, '').replaceAll(/<w:tab\/>/gu, '\t').replaceAll(/<[^>]+>/gu, '')).flatMap((line) => /^(.*)\t(\d+)$/u.exec(line.trim())?.slice(1) ?? [])
  expect(entries.length / 2).toBeGreaterThan(48)
  const shown = text.slice(1, 4).join('').replaceAll(/\s+/gu, '')
  for (let at = 0; at < entries.length; at += 2) {
    const title = (entries[at] ?? '').replaceAll(/\s+/gu, '')
    expect((text[Number(entries[at + 1]) - 1] ?? '').replaceAll(/\s+/gu, ''), title).toContain(title)
    // The number is also to be seen, and not beyond the margin.
    expect(shown, title).toMatch(new RegExp(`${title.replaceAll(/[.*+?^${}()|[\]\\]/gu, "\\$&")}\\.*${entries[at + 1]}`, 'u'))
  }
}, 120_000)
