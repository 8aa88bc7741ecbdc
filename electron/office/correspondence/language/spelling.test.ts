import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestSession, type TestSession } from '../../../../tests/support/session.ts'
import { person } from '../../directory/sample.fixture.ts'
import { createContact } from '../../directory/service.ts'
import { undo } from '../../records/service.ts'
import { addTerm, listTerms, removeTerm, updateTerm } from './glossary-service.ts'
import { addWord, checkWords, listWords, removeWord, suggest } from './spelling-service.ts'
import { endSpelling, suggestWords, wrongWords } from './spelling-thread.ts'
import { rightWords, slips } from './words.fixture.ts'

let test: TestSession
const desk = () => test.session.office

beforeEach(async () => { test = await openTestSession('assistenz') })
afterEach(() => test.dispose())
afterAll(endSpelling)

describe('the German dictionary', () => {
  it('knows the words of an integration office and finds at least 98 of 100 slips', async () => {
    expect(await wrongWords(rightWords)).toEqual([])
    const found = new Set(await wrongWords(slips.map(([slip]) => slip)))
    expect(slips.filter(([slip]) => !found.has(slip)).map(([slip]) => slip)).toEqual(['Haushalsmittel', 'Oberbürgermeistern'])
  })

  it('suggests what was meant', async () => {
    const asked = slips.filter((_pair, place) => place % 25 === 0)
    const first = await Promise.all(asked.map(async ([slip, meant]) => (await suggestWords(slip)).slice(0, 5).includes(meant)))
    expect(first.filter(Boolean).length / first.length).toBeGreaterThan(0.7)
    expect(await suggest('Einbürgerungsantag')).toContain('Einbürgerungsantrag')
  })

  it('starts again after its thread has ended', async () => {
    await endSpelling()
    expect(await wrongWords(['Bescheit', 'Bescheid'])).toEqual(['Bescheit'])
  })
})

describe('what the office knows', () => {
  it('never marks names of contacts, their genitive and their addresses', async () => {
    expect(await checkWords(desk(), ['Xhemajlović'])).toEqual(['Xhemajlović'])
    const lane = { id: 'lane', kind: 'office' as const, street: 'Zschornegosda 4', extra: '', postalCode: '03046', place: 'Lübbmühl', country: '', preferred: true }
    const { change } = await createContact(desk(), { ...person('Xhemajlović', 'Ajkuna'), addresses: [lane] })
    expect(await checkWords(desk(), ['Xhemajlović', 'Xhemajlovićs', 'Ajkuna-Xhemajlović', 'Zschornegosda', 'Wiederspruch'])).toEqual(['Wiederspruch'])
    await undo(test.session, 'office', change ?? '')
    expect(await checkWords(desk(), ['Xhemajlović'])).toEqual(['Xhemajlović'])
  })

  it('learns words, takes each once, forgets them and brings them back', async () => {
    expect(await checkWords(desk(), ['Kiezlotsin', 'Kiezlots*innen'])).toEqual(['Kiezlotsin', 'Kiezlots*innen'])
    const { id, version } = await addWord(desk(), 'Kiezlotsin')
    await addWord(desk(), 'Kiezlots*innen')
    expect(await checkWords(desk(), ['Kiezlotsin', 'Kiezlots:innen'])).toEqual([])
    await expect(addWord(desk(), 'Kiezlotsin')).rejects.toMatchObject({ code: 'invalid' })
    const { change } = await removeWord(desk(), id, version)
    expect((await listWords(desk())).map(({ word }) => word)).toEqual(['Kiezlotsinnen'])
    await undo(test.session, 'office', change ?? '')
    expect(await checkWords(desk(), ['Kiezlotsin'])).toEqual([])
  })

  it('explains terms in its own words, with undo, and refuses a term twice', async () => {
    const { id, version } = await addTerm(desk(), { term: 'Kiezpass', explanation: 'Ausweis für Vergünstigungen in der Stadt', plain: '' })
    await expect(addTerm(desk(), { term: 'Kiezpass', explanation: 'anders', plain: '' })).rejects.toMatchObject({ code: 'invalid' })
    const { change, version: next } = await updateTerm(desk(), id, version, { term: 'Kiezpass', explanation: 'Karte für Ermäßigungen', plain: 'Stadtkarte' })
    await expect(removeTerm(desk(), id, version)).rejects.toMatchObject({ code: 'conflict' })
    expect(await listTerms(desk())).toMatchObject([{ explanation: 'Karte für Ermäßigungen', plain: 'Stadtkarte', version: next }])
    await undo(test.session, 'office', change ?? '')
    expect(await listTerms(desk())).toMatchObject([{ explanation: 'Ausweis für Vergünstigungen in der Stadt', plain: '' }])
  })
})
