import { utils, write } from '@e965/xlsx'
import PizZip from 'pizzip'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RawEntry } from '../../../../../shared/events/series/entries.ts'
import { openTestSession, type TestSession } from '../../../../../tests/support/session.ts'
import type { OfficeDesk } from '../../../session.ts'
import { planReading, readEntries, takeEntries } from '../entries/service.ts'
import { followSeries } from '../follow.ts'
import { findPartners, removePartner } from '../partners-service.ts'
import { programmeOf } from '../programme.ts'
import { filledForm, week } from '../series.fixture.ts'

let test: TestSession
let desk: OfficeDesk
let seriesId: string
beforeAll(async () => {
  test = await openTestSession('leitung')
  desk = test.session.office
  ;({ seriesId } = await week(desk, ['Kulturverein', 'Chor', 'Sportklub e. V.']))
})
afterAll(() => test.dispose())

type Cell = string | Date | { t: 'n'; v: number; z: string }
const sheet = (rows: Cell[][], bookType: 'xlsx' | 'xls' | 'ods' = 'xlsx') => {
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows, { cellDates: true }), 'Tabelle1')
  return Buffer.from(write(book, { type: 'buffer', bookType: bookType === 'xls' ? 'biff8' : bookType }) as Uint8Array).toString('base64')
}
const read = async (name: string, content: string | Uint8Array): Promise<{ trouble: string; entries: RawEntry[] }> => {
  const [form] = await readEntries([{ name, content: typeof content === 'string' ? content : Buffer.from(content).toString('base64') }])
  return form ?? { trouble: 'none', entries: [] }
}
const plan = async (entries: RawEntry[]) => (await planReading(desk, seriesId, entries)).map(({ status, partner, values, problems, hints }) => ({ status, partner: partner?.name, values, problems: problems.map(({ field, text }) => `${field}: ${text}`), hints }))
const codeOf = async (name: string): Promise<string> => (await findPartners(desk, seriesId)).find((partner) => partner.name === name)?.code ?? ''

describe('a form', () => {
  it('is read with free days, three events, fields in another order and some missing', async () => {
    const form = await filledForm(desk, seriesId, 'Kulturverein', 'docx', [
      { 'Titel der Veranstaltung': 'Fest', Tag: 'So 26.9. ab 15 Uhr', Art: 'Fest' }, { 'Titel der Veranstaltung': 'Vortrag', Tag: '1. Oktober, 18-20 Uhr', Ort: 'Rathaus' }, { 'Titel der Veranstaltung': 'Ohne alles' },
    ])
    const planned = await plan((await readEntries([form])).flatMap(({ entries }) => entries))
    expect(planned.map(({ status, partner, values: { title, kind, startsOn, startsAt, endsAt } }) => [status, partner, title, kind, startsOn, startsAt, endsAt].join(' '))).toEqual([
      'new Kulturverein Fest festival 2027-09-26 15:00 ', 'new Kulturverein Vortrag other 2027-10-01 18:00 20:00', 'new Kulturverein Ohne alles other   ',
    ])
    expect(planned[2]?.hints).toContain('Ohne Tag: die Veranstaltung steht im Programm unter „Noch ohne Tag“.')
  })

  it('is read from a table of an own make, from the old Excel and from LibreOffice, with real days and times in its cells', async () => {
    const rows: Cell[][] = [
      ['Veranstalter', 'Chor'], [], ['Ort', 'Datum', 'Uhrzeit', 'Veranstaltung', 'Beschreibung', 'Budget'],
      ['Kirche', new Date(Date.UTC(2027, 8, 28)), { t: 'n', v: 0.75, z: 'hh:mm' }, 'Konzert', 'Lieder', '300 €'], ['Saal', '29.9.', '19 Uhr', 'Probe', '', ''],
    ]
    for (const type of ['xlsx', 'xls', 'ods'] as const) {
      const { entries, trouble } = await read(`eigene.${type}`, sheet(rows, type))
      expect(trouble).toBe('')
      const planned = await plan(entries)
      expect(planned.map(({ status, values: { title, place, startsOn, startsAt } }) => [status, title, place, startsOn, startsAt].join(' ')), type).toEqual(['new Konzert Kirche 2027-09-28 18:00', 'new Probe Saal 2027-09-29 19:00'])
      expect(planned[0]?.values.remark).toContain('Budget: 300 €')
      expect(planned[0]?.hints.join()).toContain('Ohne Kennung; am Namen erkannt.')
    }
  })

  it('says what is unclear, takes over the rest, and what was mended later', async () => {
    const code = await codeOf('Kulturverein')
    const { entries } = await read('gemischt.xlsx', sheet([
      ['Kennung', code], ['Titel', 'Offener Abend', 'Tanz', ''], ['Datum', 'Sa 26.9.', 'nach Absprache', '28.9.'], ['Erwartete Gäste', '80', 'viele', ''], ['Text', 'x'.repeat(700), '', ''],
    ]))
    const before = await plan(entries)
    expect(before.map(({ status }) => status)).toEqual(['unclear', 'unclear', 'unclear'])
    expect(before.map(({ problems }) => problems[0])).toEqual([
      'day: Der 26.09.2027 ist ein Sonntag, geschrieben steht Samstag.', 'day: Nicht lesbar: „nach Absprache“. Bitte als Tag wie 26.09.2027 schreiben.', 'title: Es fehlt der Titel.',
    ])
    await expect(takeEntries(desk, { seriesId, entries, land: 'BB' })).rejects.toMatchObject({ code: 'invalid' })
    const mended = entries.map((entry, index) => (index === 0 ? { ...entry, cells: { ...entry.cells, day: '26.9.' } } : entry))
    const taken = await takeEntries(desk, { seriesId, entries: mended, land: 'BB' })
    expect(taken).toMatchObject({ created: 1, left: [entries[1]?.key, entries[2]?.key] })
    const event = (await programmeOf(desk, seriesId)).find(({ title }) => title === 'Offener Abend')
    // Too long is no reason to lose or cut it.
    expect([event?.approval, event?.programmeText.length, event?.gaps.includes('too-long')]).toEqual(['query', 700, true])
    expect((await plan(entries))[1]?.values.remark).toContain('Erwartete Gäste: viele')
  })

  it('without anything in it is a question, with a cross an answer', async () => {
    const empty = await readEntries([await filledForm(desk, seriesId, 'Sportklub e. V.', 'xlsx', [])])
    const entries = empty.flatMap((form) => form.entries)
    expect((await plan(entries))[0]).toMatchObject({ status: 'unclear', partner: 'Sportklub e. V.' })
    await takeEntries(desk, { seriesId, entries: entries.map((entry) => ({ ...entry, asNothing: true })), land: 'BB' })
    expect((await findPartners(desk, seriesId)).find(({ name }) => name === 'Sportklub e. V.')?.state).toBe('nothing')
    const crossed = await read('nein.xlsx', sheet([['Kennung', await codeOf('Chor')], ['Kein eigener Beitrag', 'ja'], ['Titel', ''], ['Tag', '']]))
    expect((await plan(crossed.entries))[0]?.status).toBe('nothing')
  })

  it('of another series, of nobody known or given twice is told apart', async () => {
    const old = await codeOf('Chor')
    const next = await followSeries(desk, seriesId, 'BB')
    const before = seriesId
    seriesId = next.id
    const { entries } = await read('alt.xlsx', sheet([['Kennung', old], ['Titel', 'Konzert'], ['Tag', '27.9.2028']]))
    expect((await plan(entries))[0]).toMatchObject({ status: 'new', partner: 'Chor', hints: ['Älteres Formular, aus der Reihe „Interkulturelle Woche 2027“.'] })
    const chor = (await findPartners(desk, seriesId)).find(({ name }) => name === 'Chor')
    await removePartner(desk, seriesId, chor?.id ?? '')
    expect((await plan(entries))[0]?.problems[0]).toContain('„Chor“ ist hier nicht unter den Partnern')
    seriesId = before
    const twice = [...entries, ...(await read('kopie.xlsx', sheet([['Kennung', old], ['Titel', 'Konzert'], ['Tag', '27.9.2028']]))).entries]
    expect((await plan(twice)).map(({ status }) => status)).toEqual(['new', 'same'])
    const differing = [...entries, ...(await read('anders.xlsx', sheet([['Kennung', old], ['Titel', 'Konzert'], ['Tag', '27.9.2028'], ['Ort', 'Kirche']]))).entries]
    expect((await plan(differing)).map(({ status }) => status)).toEqual(['new', 'unclear'])
    expect((await plan((await read('fremd.xlsx', sheet([['Veranstalter', 'Fremde'], ['Titel', 'Konzert'], ['Tag', '27.9.']]))).entries))[0]?.problems).toEqual(['partner: „Fremde“ ist nicht unter den Partnern dieser Reihe.'])
  })
})

describe('a file', () => {
  const withParts = async (parts: Readonly<Record<string, string>>, kind: 'xlsx' | 'docx' = 'xlsx'): Promise<Uint8Array> => {
    const form = await filledForm(desk, seriesId, 'Chor', kind, [{ 'Titel der Veranstaltung': 'Böse' }])
    const zip = new PizZip(Buffer.from(form.content, 'base64'))
    for (const [name, content] of Object.entries(parts)) zip.file(name, content)
    return zip.generate({ type: 'uint8array', compression: 'DEFLATE' })
  }
  const external = '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="http://angreifer.example/x.png" TargetMode="External"/></Relationships>'

  it.each<[string, () => Promise<Uint8Array> | Uint8Array, RegExp]>([
    ['a PDF', () => Buffer.from('%PDF-1.7\n'), /PDF-Datei/u], ['an image', () => Buffer.from('89504e470d0a1a0a00', 'hex'), /Bild/u], ['a web page', () => Buffer.from('<html>'), /weder eine Excel- noch eine Word-Datei/u],
    ['nothing', () => Buffer.alloc(0), /leer/u], ['a ZIP of other things', () => new PizZip().file('a.txt', 'x').generate({ type: 'uint8array' }), /kein Formular/u],
    ['a workbook that fills the memory', () => withParts({ 'xl/media/gross.bin': '0'.repeat(30_000_000) }), /viel zu groß/u],
    ['a Word file that fills the memory', () => withParts({ 'word/media/gross.bin': '0'.repeat(30_000_000) }, 'docx'), /viel zu groß/u],
    ['a workbook with macros', () => withParts({ 'xl/vbaProject.bin': 'x' }), /Makros/u], ['a Word file with macros', () => withParts({ 'word/vbaProject.bin': 'x' }, 'docx'), /Makros/u],
    ['a workbook with links to others', () => withParts({ 'xl/externalLinks/externalLink1.xml': '<x/>' }), /verknüpft/u],
    ['a workbook that fetches a picture', () => withParts({ 'xl/worksheets/_rels/sheet1.xml.rels': external }), /von außerhalb/u],
    ['a Word file that fetches a picture', () => withParts({ 'word/_rels/header9.xml.rels': external }, 'docx'), /außerhalb/u],
    ['a Word file with entities', () => withParts({ 'word/document.xml': '<!DOCTYPE a [<!ENTITY b "c">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>' }, 'docx'), /Entitäten/u],
    ['the old Word', () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('WordDocument', 'utf16le')]), /alte Word-Format/u],
    ['a locked one', () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]), /Kennwort/u],
    ['a list of something else', () => Buffer.from(sheet([['Name', 'Alter'], ['Kim', '30']]), 'base64'), /kein Formular zu erkennen/u],
  ])('that is %s is refused with the reason, and the others are read', async (_name, make, reason) => {
    const good = await filledForm(desk, seriesId, 'Chor', 'docx', [{ 'Titel der Veranstaltung': 'Gut' }])
    const [bad, fine] = await readEntries([{ name: 'böse', content: Buffer.from(await make()).toString('base64') }, good])
    expect(bad).toMatchObject({ trouble: expect.stringMatching(reason) as string, entries: [] })
    expect(fine?.entries.map(({ cells }) => cells.title)).toEqual(['Gut'])
  })
})
