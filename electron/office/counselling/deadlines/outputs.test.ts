import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import JSZip from 'jszip'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { emptyLetterhead } from '../../../../shared/settings/letterhead.ts'
import { openTestSession, type TestSession } from '../../../../tests/support/session.ts'
import { FileGrants } from '../../file-grants.ts'
import type { CounsellingDesk } from '../../session.ts'
import { createCase } from '../cases/service.ts'
import { saveBook, saveCalendar, saveSlip } from './outputs.ts'
import { createDeadline, redateDeadline, removeDeadline, updateDeadline } from './service.ts'

const letterhead = { ...emptyLetterhead, officeName: 'Integrationsbüro Musterkreis', phone: '03000 123-0', city: 'Musterstadt' }
let test: TestSession
let desk: CounsellingDesk
let grants: FileGrants
let id: string

beforeEach(async () => {
  test = await openTestSession('leitung')
  desk = test.session.counselling as CounsellingDesk
  const { id: caseId } = await createCase(desk, { alias: 'Zirbelkiefer', kind: 'person', language: null, note: '' })
  id = (await createDeadline(
    desk, { caseId, consultationId: null },
    { title: 'Klage und Eilantrag', task: 'Klage einreichen\nEilantrag einreichen', place: 'Verwaltungsgericht Musterstadt', note: 'geheim' },
    { land: 'BB', taken: null, calculation: { rule: 'A2', land: 'BB', way: 'service-document', date: '2026-04-29', applicationDate: '2026-01-02' } }, '2026-04-30',
  )).id
  grants = new FileGrants()
})
afterEach(() => test.dispose())

/** Grants a file and gives its path. */
function granted(name: string): string {
  const path = join(test.vault.folder, name)
  grants.allow(name, path, 'write')
  return path
}

async function textOf(path: string): Promise<string> {
  const zip = await JSZip.loadAsync(readFileSync(path))
  const xml = (await zip.file('word/document.xml')?.async('string')) ?? ''
  return xml.replaceAll('</w:p>', '\n').replaceAll(/<[^>]+>/gu, '')
}

it('the slip says in plain German until when, what, where and whom to call, and names nobody', async () => {
  const path = granted('slip')
  await saveSlip(desk, grants, letterhead, { id, grant: 'slip', bilingual: false })
  const text = await textOf(path)
  for (const part of [
    'Spätestens am\nMittwoch, 6. Mai 2026', 'Klage einreichen\nEilantrag einreichen', 'Verwaltungsgericht Musterstadt', 'gelben Umschlag', 'spätestens am Dienstag, 5. Mai 2026',
    'Rufen Sie an: 03000 123-0', 'Nummer der Frist: FR-2026-001',
  ]) expect(text).toContain(part)
  expect(text).not.toMatch(/Zirbelkiefer|geheim|B-20/)
  const bilingual = granted('two')
  await saveSlip(desk, grants, letterhead, { id, grant: 'two', bilingual: true })
  expect(await textOf(bilingual)).toContain('Sprache: ___')
})

it('the book lists each deadline with its computation, check and every change; a deleted one too', async () => {
  const { version } = await updateDeadline(desk, id, 1, { place: 'Verwaltungsgericht Musterhausen' })
  const taken = { dueOn: '2026-05-04', dueTime: '', earliest: false, noticeText: 'eine Woche', reason: '' }
  const redated = await redateDeadline(desk, id, version, { land: 'BB', calculation: null, taken })
  await removeDeadline(desk, id, redated.version)
  const path = granted('book')
  expect(await saveBook(desk, grants, letterhead, { from: '2026-05-01', to: '2026-05-31', grant: 'book' })).toEqual({ count: 1 })
  const text = await textOf(path)
  for (const part of [
    'Fristenbuch 01.05.2026 bis 31.05.2026', 'FR-2026-001', 'gelöscht', 'Mo 04.05.2026', 'Bescheid: eine Woche', 'Prüfung offen', '06.05.2026 → 04.05.2026', 'Testleitung: Frist eingetragen', 'Frist geändert',
    'Frist gelöscht', 'Verwaltungsgericht Musterhausen',
  ]) expect(text).toContain(part)
  expect(text).not.toContain('Zirbelkiefer')
  expect(await saveBook(desk, grants, letterhead, { from: '2026-06-01', to: '2026-06-30', grant: (granted('empty'), 'empty') })).toMatchObject({ count: expect.any(Number) })
})

it('the calendar holds the open deadlines of the person', async () => {
  const path = granted('calendar')
  expect(await saveCalendar(desk, grants, { grant: 'calendar', caseNumbers: false })).toEqual({ count: 1 })
  expect(readFileSync(path, 'utf8')).toContain('SUMMARY:Frist FR-2026-001\r\n')
})
