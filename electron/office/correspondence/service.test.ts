import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import JSZip from 'jszip'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestSession, type TestSession } from '../../../tests/support/session.ts'
import { bodyFromText, bodyText } from '../../../shared/correspondence/body.ts'
import { createContact } from '../directory/service.ts'
import { address, organisation, person } from '../directory/sample.fixture.ts'
import { findRecords } from '../database/search-index.ts'
import { FileGrants } from '../file-grants.ts'
import { readHistory, readTrash, restore, undo } from '../records/service.ts'
import { getLetterhead, updateLetterhead } from '../settings/service.ts'
import type { LetterQuery } from './repository.ts'
import { createLetter, findLetters, getLetter, getRecipient, removeLetter, setLetterStatus, updateLetter } from './service.ts'
import { saveLetterDocx } from './shelf/service.ts'
import { officeShelf } from './office-shelf.ts'

let test: TestSession
const desk = () => test.session.office
const register = async (query: Partial<LetterQuery> = {}) =>
  findLetters(desk(), { query: '', status: null, sort: 'number', descending: true, offset: 0, limit: 100, ...query })
const numbers = async (query: Partial<LetterQuery> = {}) => (await register(query)).letters.map(({ number }) => number)

beforeEach(async () => { test = await openTestSession('assistenz') })
afterEach(() => test.dispose())

describe('numbers', () => {
  it('run from 1 within each year and are printed with four digits', async () => {
    for (const day of ['2026-01-02', '2026-12-31', '2027-01-01', '2026-06-01']) await createLetter(desk(), null, day)
    expect(await numbers()).toEqual(['2027/0001', '2026/0003', '2026/0002', '2026/0001'])
  })

  it('are never given twice, not even after undo or the trash', async () => {
    const first = await createLetter(desk(), null, '2026-01-02')
    await undo(test.session, 'office', first.change ?? '')
    const second = await createLetter(desk(), null, '2026-01-02')
    await removeLetter(desk(), second.id, second.version)
    await createLetter(desk(), null, '2026-01-02')
    expect(await numbers()).toEqual(['2026/0003'])
  })
})

describe('a new letter', () => {
  it('takes address, salutation, contact and signature from contact and letterhead', async () => {
    await updateLetterhead(desk(), 1, { contactPerson: 'Jana Beispiel', closing: 'Freundliche Grüße' })
    const contact = organisation('Jobcenter', { department: 'Leistung', addresses: [address('a', 'Forst (Lausitz)')] })
    const { id: recipientId } = await createContact(desk(), contact)
    const { id } = await createLetter(desk(), recipientId, '2026-11-21')
    expect(await getLetter(desk(), id)).toMatchObject({
      number: '2026/0001', status: 'draft', recipientId, recipientName: 'Jobcenter', date: '2026-11-21', authorName: desk().person.name,
      salutation: 'Sehr geehrte Damen und Herren,', contactPerson: 'Jana Beispiel', closing: 'Freundliche Grüße', signatureName: desk().person.name, version: 1,
    })
    expect((await getLetter(desk(), id)).addressLines.slice(0, 2)).toEqual(['Jobcenter', 'Leistung'])
  })

  it('keeps the address when the contact changes or goes', async () => {
    const { id: recipientId } = await createContact(desk(), person('Nguyễn', 'Thị Mai', { nameOrder: 'family-first', salutation: 'ms' }))
    const { id } = await createLetter(desk(), recipientId)
    await test.reopen()
    expect(await getLetter(desk(), id)).toMatchObject({ addressLines: ['Frau Nguyễn Thị Mai'], salutation: 'Sehr geehrte Frau Nguyễn,' })
    expect(await getRecipient(desk(), recipientId)).toMatchObject({ recipientId, recipientName: 'Nguyễn Thị Mai' })
    await expect(getRecipient(desk(), 'nobody')).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('changes', () => {
  it('are stored, survive reopening, and come together to one step of history', async () => {
    const { id, version } = await createLetter(desk(), null)
    const body = bodyFromText('Sehr gern.\nZweiter Absatz')
    const first = await updateLetter(desk(), id, version, { subject: 'Bebauungsplan', body })
    const second = await updateLetter(desk(), id, first.version, { subject: 'Bebauungsplan W/52', enclosures: ['Plan', 'Liste'] })
    expect(second.change).toBe(first.change)
    await test.reopen()
    expect(await getLetter(desk(), id)).toMatchObject({ subject: 'Bebauungsplan W/52', body, enclosures: ['Plan', 'Liste'], version: 3 })
    const history = await readHistory(test.session, 'office', { type: 'letter', id })
    expect(history.map(({ action }) => action)).toEqual(['Schreiben geändert', 'Schreiben begonnen'])
    expect(history[0]?.fields).toContainEqual({ table: 'letter', row: id, field: 'subject', before: '', after: 'Bebauungsplan W/52' })
  })

  it('name the recipient of a letter whose address was typed', async () => {
    const { id, version } = await createLetter(desk(), null)
    const typed = await updateLetter(desk(), id, version, { addressLines: ['Frau Muster', '12345 Ort'] })
    expect((await register()).letters[0]?.recipientName).toBe('Frau Muster')
    const { id: recipientId } = await createContact(desk(), organisation('Jobcenter'))
    const recipient = await getRecipient(desk(), recipientId)
    const chosen = await updateLetter(desk(), id, typed.version, recipient)
    await updateLetter(desk(), id, chosen.version, { addressLines: ['Jobcenter Muster', 'Frau Beispiel'] })
    expect((await register()).letters[0]?.recipientName).toBe('Jobcenter')
  })

  it('can be undone', async () => {
    const { id, version } = await createLetter(desk(), null)
    const { change } = await updateLetter(desk(), id, version, { subject: 'Falsch' })
    await undo(test.session, 'office', change ?? '')
    expect((await getLetter(desk(), id)).subject).toBe('')
  })

  it('on an older version are refused with the letter as it is now', async () => {
    const { id, version } = await createLetter(desk(), null)
    await updateLetter(desk(), id, version, { subject: 'Neu' })
    await expect(updateLetter(desk(), id, version, { subject: 'Alt' })).rejects.toMatchObject({ code: 'conflict', data: { current: { subject: 'Neu', version: 2 } } })
    await expect(updateLetter(desk(), 'none', 1, {})).rejects.toMatchObject({ code: 'not-found' })
  })

  it('of a finished letter are refused until it is taken up again', async () => {
    const { id, version } = await createLetter(desk(), null)
    const finished = await setLetterStatus(desk(), id, version, 'final')
    await expect(updateLetter(desk(), id, finished.version, { subject: 'Zu spät' })).rejects.toMatchObject({ code: 'invalid' })
    const again = await setLetterStatus(desk(), id, finished.version, 'draft')
    await updateLetter(desk(), id, again.version, { subject: 'Doch noch' })
    expect(await getLetter(desk(), id)).toMatchObject({ subject: 'Doch noch', status: 'draft' })
  })
})

describe('fields in the text', () => {
  it('are fixed when a letter is finished, and looked up again when it is taken up', async () => {
    const { id, version } = await createLetter(desk(), null, '2026-11-30')
    const body = { type: 'doc' as const, content: [{ type: 'paragraph' as const, content: [{ type: 'field' as const, attrs: { field: 'telefon', value: null } }, { type: 'field' as const, attrs: { field: 'datum', value: null } }] }] }
    const written = await updateLetter(desk(), id, version, { body })
    const letterhead = await getLetterhead(desk())
    await updateLetterhead(desk(), letterhead.version, { phone: '0355 1' })
    const finished = await setLetterStatus(desk(), id, written.version, 'final')
    await updateLetterhead(desk(), (await getLetterhead(desk())).version, { phone: '0355 2' })
    expect(bodyText((await getLetter(desk(), id)).body)).toBe('0355 130. November 2026')
    await setLetterStatus(desk(), id, finished.version, 'draft')
    expect((await getLetter(desk(), id)).body).toEqual(body)
  })
})

describe('the register', () => {
  beforeEach(async () => {
    const letters = [
      { subject: 'Wohnraum', recipientName: 'Österreichische Botschaft', date: '2026-03-01' },
      { subject: 'Ärztliche Versorgung', recipientName: 'Jobcenter', date: '2026-01-15', body: bodyFromText('Es geht um Dolmetscher.') },
      { subject: 'Zuwendung', recipientName: 'Amt', date: '2026-02-01' },
    ]
    for (const fields of letters) {
      const { id, version } = await createLetter(desk(), null, '2026-01-01')
      await updateLetter(desk(), id, version, fields)
    }
  })

  it('sorts by German order', async () => {
    expect(await numbers({ sort: 'subject', descending: false })).toEqual(['2026/0002', '2026/0001', '2026/0003'])
    expect(await numbers({ sort: 'recipient', descending: false })).toEqual(['2026/0003', '2026/0002', '2026/0001'])
    expect(await numbers({ sort: 'date' })).toEqual(['2026/0001', '2026/0003', '2026/0002'])
    expect(await register({ offset: 1, limit: 1 })).toMatchObject({ total: 3, letters: [{ number: '2026/0002' }] })
  })

  it.each(['dolmetsch', 'aerztliche', 'Jobcenter', '2026/0002'])('finds a letter by "%s"', async (query) => {
    expect(await numbers({ query })).toEqual(['2026/0002'])
  })

  it('shows drafts or finished letters alone', async () => {
    const { letters } = await register()
    await setLetterStatus(desk(), letters[0]?.id ?? '', 2, 'final')
    expect(await numbers({ status: 'final' })).toEqual(['2026/0003'])
    expect(await register({ status: 'draft' })).toMatchObject({ total: 2 })
    expect(await register({ query: '"*' })).toEqual({ letters: [], total: 0 })
  })

  it('loses a letter to the trash and gets it back', async () => {
    const { letters } = await register({ query: 'Zuwendung' })
    const id = letters[0]?.id ?? ''
    await removeLetter(desk(), id, 2)
    expect(await numbers({ query: 'Zuwendung' })).toEqual([])
    expect((await readTrash(test.session)).map(({ title, typeLabel }) => [typeLabel, title])).toEqual([['Schreiben', 'Zuwendung']])
    await restore(test.session, 'office', { type: 'letter', id })
    expect(await numbers({ query: 'Zuwendung' })).toEqual(['2026/0003'])
    const [hit] = await findRecords(desk().database.read as never, 'zuwendung', { type: 'letter', limit: 5 })
    expect(hit).toMatchObject({ title: 'Zuwendung', subtitle: '2026/0003 · Amt', line: '01.02.2026' })
  })
})

describe('saving as DOCX', () => {
  let folder = ''
  beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'letters-')) })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('writes the letter with the letterhead to the chosen file, once, and leaves the register as it is', async () => {
    await updateLetterhead(desk(), 1, { officeName: 'Stadt Muster' })
    const { id, version } = await createLetter(desk(), null, '2026-11-21')
    await updateLetter(desk(), id, version, { subject: 'Einladung & Dank', body: bodyFromText('Herzlich willkommen') })
    const grants = new FileGrants()
    const path = join(folder, 'Schreiben-2026-0001.docx')
    grants.allow('token', path, 'write')
    await saveLetterDocx(officeShelf(desk()), grants, id, 'token')
    const zip = await JSZip.loadAsync(readFileSync(path))
    const document = await zip.file('word/document.xml')?.async('string')
    expect(document).toContain('Einladung &amp; Dank')
    expect(document).toContain('Herzlich willkommen')
    expect(document).toContain('21. November 2026')
    expect(await zip.file('docProps/core.xml')?.async('string')).toContain('Stadt Muster')
    expect(readdirSync(folder)).toEqual(['Schreiben-2026-0001.docx'])
    await expect(saveLetterDocx(officeShelf(desk()), grants, id, 'token')).rejects.toMatchObject({ code: 'forbidden' })
    expect(await getLetter(desk(), id)).toMatchObject({ version: 2, status: 'draft' })
  })
})
