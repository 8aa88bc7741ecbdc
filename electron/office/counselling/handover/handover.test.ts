import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import JSZip from 'jszip'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openTestSession, type TestSession } from '../../../../tests/support/session.ts'
import { germanDate, isoDay } from '../../../../shared/dates.ts'
import { addDays } from '../../../../shared/holidays/days.ts'
import { emptyLetterhead } from '../../../../shared/settings/letterhead.ts'
import { FileGrants } from '../../file-grants.ts'
import { undo } from '../../records/service.ts'
import type { CounsellingDesk } from '../../session.ts'
import { createCase, getCase } from '../cases/service.ts'
import { createDeadline } from '../deadlines/service.ts'
import { restrictCase } from '../privacy/state-service.ts'
import { revokeRelease, signRelease } from '../releases/service.ts'
import { saveCasePaper } from './dossier.ts'
import { giveCases, leftCases, prepareConsents } from './service.ts'

const leaverId = 'person-leitung'
const successor = { id: 'person-vertretung', name: 'Nora Nachfolge' }
const today = isoDay(new Date())
const plan = { leaverId, leaverName: 'Testleitung', successorName: successor.name, on: today, notes: {} as Record<string, string> }
let test: TestSession
let given: string
let refused: string

const desk = () => test.session.counselling as CounsellingDesk

beforeEach(async () => {
  test = await openTestSession()
  given = (await createCase(desk(), { alias: 'Zirbelkiefer', kind: 'person', language: null, note: 'Geheime Notiz' })).id
  refused = (await createCase(desk(), { alias: 'Trauerweide', kind: 'person', language: null, note: '' })).id
  const dating = { land: 'BB', calculation: null, taken: { dueOn: addDays(today, 20), dueTime: '', earliest: false, noticeText: '', reason: '' } } as const
  await createDeadline(desk(), { caseId: refused, consultationId: null }, { title: 'Klage', task: '', place: '', note: '' }, { ...dating, taken: { ...dating.taken, dueOn: addDays(today, 40) } })
  for (const caseId of [given, refused]) await createDeadline(desk(), { caseId, consultationId: null }, { title: 'Widerspruch', task: 'absenden', place: '', note: '' }, dating)
})
afterEach(() => test.dispose())

/** The client of a case signs the release that was prepared. */
async function sign(caseId: string): Promise<string> {
  await prepareConsents(desk(), [caseId], successor.name, addDays(today, 100))
  const releaseId = (await leftCases(desk(), leaverId, successor.name)).find(({ id }) => id === caseId)?.releaseId ?? ''
  await signRelease(desk(), releaseId, 1, { on: today, way: 'paper', note: '' })
  return releaseId
}

const consents = async (name = successor.name) => Object.fromEntries((await leftCases(desk(), leaverId, name)).map(({ id, consent }) => [id, consent]))

it('tells for each open case whether its client agreed to this successor', async () => {
  expect(await consents()).toEqual({ [given]: 'none', [refused]: 'none' })
  expect(await prepareConsents(desk(), [given, refused], successor.name, addDays(today, 100))).toEqual({ prepared: 2 })
  expect(await prepareConsents(desk(), [given, refused], successor.name, addDays(today, 100))).toEqual({ prepared: 0 })
  expect(await consents()).toEqual({ [given]: 'prepared', [refused]: 'prepared' })
  const releaseId = await sign(given)
  expect(await consents(' nora  NACHFOLGE ')).toMatchObject({ [given]: 'given' })
  expect(await consents('Jemand anderes')).toEqual({ [given]: 'none', [refused]: 'none' })
  await revokeRelease(desk(), releaseId, 2, { on: today, note: '' })
  expect(await consents()).toMatchObject({ [given]: 'ended' })
})

it('gives cases with consent alone, in one step, which undo takes back', async () => {
  await sign(given)
  await expect(giveCases(desk(), [successor], [given, refused], leaverId, successor.id)).rejects.toMatchObject({ code: 'invalid', data: { detail: expect.stringContaining('Ohne gültige Einwilligung') } })
  expect((await getCase(desk(), given)).counsellorId).toBe(leaverId)
  await expect(giveCases(desk(), [successor], [given], leaverId, 'person-assistenz')).rejects.toMatchObject({ code: 'invalid' })
  const { change, cases } = await giveCases(desk(), [successor], [given], leaverId, successor.id)
  expect(cases).toBe(1)
  expect(await getCase(desk(), given)).toMatchObject({ counsellorId: successor.id, counsellorName: successor.name })
  await undo(test.session, 'counselling', change ?? '')
  expect((await getCase(desk(), given)).counsellorId).toBe(leaverId)
})

it('tells nothing of a restricted case, whoever has signed', async () => {
  await sign(given)
  await restrictCase(desk(), given, { why: 'contested', note: 'Geburtsjahr bestritten' })
  expect(await consents()).toMatchObject({ [given]: 'restricted' })
  expect(await prepareConsents(desk(), [given], 'Jemand anderes', addDays(today, 100))).toEqual({ prepared: 0 })
  expect(await textOf(await paper('dossier'))).not.toContain('Zirbelkiefer')
  await expect(giveCases(desk(), [successor], [given], leaverId, successor.id)).rejects.toMatchObject({ code: 'invalid' })
})

it('is refused to a Vertretung', async () => {
  await test.reopen('vertretung')
  for (const tried of [
    () => leftCases(desk(), leaverId, successor.name), () => prepareConsents(desk(), [given], successor.name, addDays(today, 100)),
    () => giveCases(desk(), [successor], [given], leaverId, successor.id), () => saveCasePaper(desk(), new FileGrants(), emptyLetterhead, { plan, what: 'dossier', format: 'docx', grant: 'x', passphrase: null }),
  ]) await expect(tried()).rejects.toMatchObject({ code: 'forbidden' })
})

async function paper(what: 'dossier' | 'ask', passphrase: string | null = null): Promise<Buffer> {
  const grants = new FileGrants()
  const path = join(test.vault.folder, `${what}.docx`)
  grants.allow('g', path, 'write')
  await saveCasePaper(desk(), grants, emptyLetterhead, { plan: { ...plan, notes: { [given]: 'Termin beim Amt steht.' } }, what, format: 'docx', grant: 'g', passphrase })
  return readFileSync(path)
}

const textOf = async (bytes: Buffer) => (await (await JSZip.loadAsync(bytes)).file('word/document.xml')?.async('string') ?? '').replaceAll(/<[^>]+>/gu, ' ')

it('names no case without consent in the dossier, but the days of its deadlines; the list for the leaver names them', async () => {
  await sign(given)
  const dossier = await textOf(await paper('dossier'))
  expect(dossier).toContain('Zirbelkiefer')
  expect(dossier).toContain('Termin beim Amt steht.')
  expect(dossier).toContain('absenden')
  expect(dossier).toContain('Ohne Einwilligung: nicht übergeben')
  expect(dossier).toContain(`In diesen Fällen laufen Fristen am ${[20, 40].map((days) => germanDate(addDays(today, days))).join(', ')}`)
  for (const hidden of ['Trauerweide', (await getCase(desk(), refused)).number, 'Geheime Notiz']) expect(dossier).not.toContain(hidden)
  const ask = await textOf(await paper('ask'))
  expect(ask).toContain('Trauerweide')
  expect(ask).not.toContain('Zirbelkiefer')
})

it('seals the dossier with a passphrase that is not easy to guess', async () => {
  await expect(paper('dossier', 'Sommer2026')).rejects.toMatchObject({ code: 'invalid' })
  const sealed = await paper('dossier', 'K7QMX-2RTVW-9ZAB3-HJN4P-6YDCF')
  expect(sealed.toString('latin1')).toContain('Uebergabe-Beratung.docx')
  expect(sealed.includes(Buffer.from('word/document.xml'))).toBe(false)
  await expect(JSZip.loadAsync(sealed)).rejects.toThrow(/[Ee]ncrypted/u)
})
