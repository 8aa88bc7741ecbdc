import { read as readWorkbook } from '@e965/xlsx'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { emptyEvent } from '../../../shared/events/model.ts'
import type { EventMoney, Receipt } from '../../../shared/events/money/model.ts'
import { emptySafety } from '../../../shared/events/safety/model.ts'
import { openTestSession, type TestSession } from '../../../tests/support/session.ts'
import { unzip } from '../documents/unzip.ts'
import type { FileGrants } from '../file-grants.ts'
import { equipmentPart } from './equipment/service.ts'
import { saveEquipmentList } from './equipment/output.ts'
import { saveProof } from './money/output.ts'
import { moneyPart } from './money/service.ts'
import { savePart, type EventPart } from './parts.ts'
import { saveRunSheet } from './run/output.ts'
import { runPart } from './run/service.ts'
import { saveSafetySheet } from './safety/output.ts'
import { safetyPart } from './safety/service.ts'
import { createEvent, getEvent } from './service.ts'
import { saveShiftPlan } from './shifts/output.ts'
import { shiftsPart } from './shifts/service.ts'

let test: TestSession
beforeEach(async () => { test = await openTestSession() })
afterEach(() => test.dispose())
const desk = () => test.session.office
const written = async (save: (grants: FileGrants) => Promise<void>): Promise<Uint8Array> => {
  let bytes: Uint8Array = new Uint8Array()
  await save({ write: (_grant: string, content: Uint8Array) => { bytes = content } } as unknown as FileGrants)
  return bytes
}
const make = async () => (await createEvent(desk(), { fields: { ...emptyEvent, title: 'Lindenfest', startsOn: '2027-06-12', startsAt: '13:00', endsAt: '20:00', placeText: 'Anger', visitors: 400, visitorsCounted: true, expected: 300 }, checklistId: null, land: 'SN' })).id
const store = async <Content>(part: EventPart<Content>, id: string, content: Content) => savePart(desk(), part, id, (await getEvent(desk(), id)).version, content)
const words = (docx: Uint8Array): string => (unzip(docx, { entries: 100, unpacked: 10_000_000 }, (name) => name === 'word/document.xml').get('word/document.xml')?.toString('utf8') ?? '').replaceAll(/<\/w:p>/gu, '\n').replaceAll(/<[^>]+>/gu, '')

const receipt = (id: string, fields: Partial<Receipt>): Receipt => ({ id, direction: 'expense', number: null, on: '2027-06-01', paidOn: '2027-06-10', contactId: null, party: 'Bühnenbau', purpose: 'Bühne', amountCents: 0, lineId: null, sourceId: null, ...fields })
const money: EventMoney = {
  sources: [
    { id: 'grant', kind: 'grant', name: 'Landesmittel', contactId: null, funder: 'Landesamt', reference: 'Az. 7', plannedCents: 500_000, approvedCents: 400_000, proofOn: '2027-12-31', note: '' },
    { id: 'own', kind: 'own', name: '', contactId: null, funder: '', reference: '', plannedCents: 100_000, approvedCents: null, proofOn: null, note: '' },
    { id: 'given', kind: 'in-kind', name: 'Zelt', contactId: null, funder: 'Bauhof', reference: '', plannedCents: 30_000, approvedCents: null, proofOn: null, note: '' },
  ],
  lines: [{ id: 'stage', category: 'technology', label: 'Bühne', plannedCents: 350_000, sourceId: 'grant' }, { id: 'food', category: 'catering', label: '', plannedCents: 120_000, sourceId: 'own' }],
  receipts: [
    receipt('r1', { number: 1, amountCents: 340_000, lineId: 'stage', sourceId: 'grant' }), receipt('r2', { number: 2, amountCents: 1_999, lineId: 'food', sourceId: 'own', party: 'Bäckerei', purpose: 'Brot' }),
    receipt('r3', { number: 3, direction: 'income', amountCents: 400_000, sourceId: 'grant', party: 'Landesamt', purpose: 'Zuwendung' }), receipt('r4', { number: 4, amountCents: 30_000, lineId: 'stage', sourceId: 'given', paidOn: null, party: 'Bauhof', purpose: 'Zelt' }),
    receipt('r5', { party: 'Bäckerei Ohnenummer', amountCents: 5_000, lineId: 'food', sourceId: 'own', paidOn: null }),
  ],
}

describe('the Verwendungsnachweis', () => {
  it('says in Word what is open first, then the report, plan and actual, and the receipts in their order', async () => {
    const id = await make()
    await store(moneyPart, id, money)
    const text = words(await written((grants) => saveProof(desk(), grants, { id, sourceId: null, format: 'docx', grant: 'x' })))
    const order = ['Vor dem Einreichen klären (1)', 'Beleg ohne Nummer (Bäckerei Ohnenummer): Es fehlt die Nummer, der Tag der Zahlung.', 'Es kamen 400 Besucherinnen und Besucher (gezählt, erwartet waren 300).', 'Zahlenmäßiger Nachweis', 'Technik, Bühne, Strom: Bühne', '3.400,00', 'Überschuss: 600,00', 'Belegliste', 'Bäckerei: Brot', 'Unterschrift']
    expect(order.map((part) => text.indexOf(part)).every((at, index, all) => at > 0 && (index === 0 || at > (all[index - 1] ?? 0)))).toBe(true)
  })

  it('of one source has its share, its receipts and no others', async () => {
    const id = await make()
    await store(moneyPart, id, money)
    const text = words(await written((grants) => saveProof(desk(), grants, { id, sourceId: 'grant', format: 'docx', grant: 'x' })))
    expect(text).toContain('Az. 7')
    expect(text).toContain('davon hieraus')
    expect(text).toContain('600,00\u00A0€ sind nicht verwendet')
    expect(text).not.toContain('Ohnenummer')
    await expect(saveProof(desk(), {} as FileGrants, { id, sourceId: 'none', format: 'docx', grant: 'x' })).rejects.toMatchObject({ code: 'not-found' })
  })

  it('adds up the receipts by formulas in Excel, with things given apart', async () => {
    const id = await make()
    await store(moneyPart, id, money)
    const file = await written((grants) => saveProof(desk(), grants, { id, sourceId: null, format: 'xlsx', grant: 'x' }))
    const book = readWorkbook(file)
    expect(book.SheetNames).toEqual(['Offene Punkte', 'Nachweis', 'Belege'])
    const sheet = unzip(file, { entries: 100, unpacked: 10_000_000 }, (name) => name === 'xl/worksheets/sheet2.xml').get('xl/worksheets/sheet2.xml')?.toString('utf8') ?? ''
    const formulas = [...sheet.matchAll(/<f>([^<]*)<\/f>/gu)].map(([, formula]) => (formula ?? '').replaceAll('&quot;', '"'))
    expect(formulas).toContain('SUMIFS(Belege!$K$2:$K$6,Belege!$G$2:$G$6,"P1",Belege!$B$2:$B$6,"Ausgabe")')
    expect(formulas.some((formula) => formula.startsWith('SUM(D'))).toBe(true)
    expect(Object.values(book.Sheets['Belege'] ?? {}).filter((cell: { v?: unknown }) => cell.v === 'Sachleistung')).toHaveLength(1)
    expect(book.Sheets['Belege']?.['K2']).toMatchObject({ t: 'n', v: 3400 })
  })
})

describe('plans on paper', () => {
  it('are written as PDF, Word and Excel', async () => {
    const id = await make()
    await store(shiftsPart, id, { shifts: [{ id: 's', task: 'Getränke', place: 'Zelt', day: 0, startsAt: '13:00', endsAt: '16:00', needed: 2, note: 'Kasse', people: [{ id: 'h', contactId: null, name: '=Frieda' }] }] })
    await store(equipmentPart, id, { items: [{ id: 't', what: 'Zelt', quantity: '2', ownerId: null, owner: 'Bauhof', bringerId: null, bringer: '', got: false, returned: false, note: '' }] })
    await store(runPart, id, { items: [{ id: 'i', day: 0, startsAt: null, minutes: 45, title: 'Begrüßung', who: 'Bürgermeisterin', place: 'Bühne', technology: 'Funkmikrofon', note: '' }] })
    await store(safetyPart, id, { ...emptySafety, exclusion: true, risks: [{ id: 'k', title: 'Sturm', likelihood: 3, impact: 3, measure: 'Räumen', responsible: '' }] })
    const pdf = (bytes: Uint8Array): string => Buffer.from(bytes).subarray(0, 5).toString()
    for (const what of ['by-shift', 'by-person'] as const) expect(pdf(await written((grants) => saveShiftPlan(desk(), grants, { id, what, format: 'pdf', grant: 'x' })))).toBe('%PDF-')
    expect(pdf(await written((grants) => saveEquipmentList(desk(), grants, { id, format: 'pdf', grant: 'x' })))).toBe('%PDF-')
    expect(pdf(await written((grants) => saveRunSheet(desk(), grants, { id, format: 'pdf', grant: 'x' })))).toBe('%PDF-')
    expect(pdf(await written((grants) => saveSafetySheet(desk(), grants, { id, format: 'pdf', grant: 'x' })))).toBe('%PDF-')
    expect(words(await written((grants) => saveRunSheet(desk(), grants, { id, format: 'docx', grant: 'x' })))).toContain('bis 13:45, 45 Min.')
    const safety = words(await written((grants) => saveSafetySheet(desk(), grants, { id, format: 'docx', grant: 'x' })))
    expect(safety).toMatch(/Sturm\nwahrscheinlich\nschwer\nhoch\nRäumen/)
    expect(safety).toContain('von ihrem Hausrecht Gebrauch zu machen')
    const people = readWorkbook(await written((grants) => saveShiftPlan(desk(), grants, { id, what: 'by-person', format: 'xlsx', grant: 'x' })), { cellFormula: true })
    expect(people.Sheets['Personen']?.['A2']).toMatchObject({ t: 's', v: '=Frieda' })
  })

  it('hang on one page even with every risk of the catalogue', async () => {
    const { riskCatalogue, safetyFacts } = await import('../../../shared/events/safety/catalogue.ts')
    const id = await make()
    await store(safetyPart, id, {
      ...emptySafety, facts: Object.fromEntries(safetyFacts.map((fact) => [fact, 'Am Infostand neben der Bühne, Telefon 0170 1234567'])) as typeof emptySafety.facts, exclusion: true, note: 'Ausweichort: Bürgerhaus.',
      risks: riskCatalogue.map(({ code, title, likelihood, impact, measure }) => ({ id: code, title, likelihood, impact, measure, responsible: '' })),
    })
    const bytes = await written((grants) => saveSafetySheet(desk(), grants, { id, format: 'pdf', grant: 'x' }))
    expect(Buffer.from(bytes).toString('latin1').match(/\/Type \/Page\b/gu)).toHaveLength(1)
  })
})
