import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestSession, type TestSession } from '../../../../tests/support/session.ts'
import type { CounsellingDesk } from '../../session.ts'
import { createCase } from '../cases/service.ts'
import { householdOf, removePerson, saveOpposing, savePerson, saveSubject } from '../household/service.ts'
import { openIdentity, saveIdentity } from '../identity/service.ts'
import { conflictsOfCase, lookUpConflict, settleConflict } from './service.ts'

let test: TestSession
let desk: CounsellingDesk
beforeEach(async () => {
  test = await openTestSession()
  desk = test.session.counselling as CounsellingDesk
})
afterEach(() => test.dispose())

const newCase = async (alias: string): Promise<string> => (await createCase(desk, { alias, kind: 'person', language: null, note: '' })).id

async function named(caseId: string, givenNames: string, familyName: string): Promise<void> {
  const { opening, version } = await openIdentity(desk, caseId, '')
  await saveIdentity(desk, { caseId, opening, version, fields: { givenNames, familyName } })
}

const child = { id: 'p', relation: 'child', name: 'Tochter', birthYear: 2014, language: 'prs', status: '', livesHere: true, caseNumber: '' }

describe('the check for conflicts of interest', () => {
  it('warns a deputy by a code and says nothing of the other case; the Leitung looks it up and settles it', async () => {
    const other = await newCase('Zirbelkiefer')
    await named(other, 'Müge', 'Beispielkaya')
    desk = (await test.reopen('vertretung')).counselling as CounsellingDesk
    const mine = await newCase('Ahorn')
    await saveOpposing(desk, mine, { id: 'g', name: 'Beispielkaya, Muege', role: 'Vermieterin', contact: '' })
    const found = await conflictsOfCase(desk, mine)
    expect(found).toEqual([{ code: expect.stringMatching(/^K-[0-9A-F]{6}$/), reason: 'opposing-counselled', settled: false }])
    expect(JSON.stringify(found)).not.toMatch(/Zirbel|B-20|Testleitung/)
    // The code stays the same, however often it is asked.
    expect(await conflictsOfCase(desk, mine)).toEqual(found)
    const code = found[0]?.code ?? ''
    for (const attempt of [lookUpConflict(desk, code), settleConflict(desk, code, 'egal')]) await expect(attempt).rejects.toMatchObject({ code: 'forbidden' })
    await expect(conflictsOfCase(desk, other)).rejects.toMatchObject({ code: 'forbidden' })
    desk = (await test.reopen('leitung')).counselling as CounsellingDesk
    expect((await lookUpConflict(desk, code)).cases.map(({ alias }) => alias).sort()).toEqual(['Ahorn', 'Zirbelkiefer'])
    await settleConflict(desk, code, 'Anderer Mensch gleichen Namens')
    expect(await conflictsOfCase(desk, mine)).toMatchObject([{ code, settled: true }])
    expect(await conflictsOfCase(desk, other)).toMatchObject([{ reason: 'client-opposed', settled: false }])
  })

  it('finds by a number too, and not by a first name or a common landlord', async () => {
    const [a, b] = [await newCase('Ahorn'), await newCase('Buche')]
    await saveOpposing(desk, a, { id: '1', name: 'Wohnbau', role: 'Vermieter', contact: '0355 / 612 2008' })
    await saveOpposing(desk, b, { id: '2', name: 'Wohnbau Musterstadt', role: 'Vermieter', contact: '0355 6122008' })
    await savePerson(desk, a, { ...child, id: 'p1', name: 'Ali' })
    await savePerson(desk, b, { ...child, id: 'p2', name: 'Ali' })
    expect(await conflictsOfCase(desk, a)).toEqual([])
    const { opening, version } = await openIdentity(desk, b, '')
    await saveIdentity(desk, { caseId: b, opening, version, fields: { channels: [{ id: 'k', kind: 'phone', value: '+49 355 612-2008', label: '', preferred: false }] } })
    expect(await conflictsOfCase(desk, a)).toMatchObject([{ reason: 'opposing-counselled' }])
  })
})

describe('the household', () => {
  it('keeps persons, links and the subject of the case as steps of its history', async () => {
    const a = await newCase('Ahorn')
    const { id: b, number } = await createCase(desk, { alias: 'Buche', kind: 'family', language: null, note: '' })
    await savePerson(desk, a, { ...child, caseNumber: number.toLowerCase() })
    expect((await householdOf(desk, a)).persons).toMatchObject([{ name: 'Tochter', birthYear: 2014, caseNumber: number, linkedCaseId: b }])
    await saveSubject(desk, a, { name: 'Frauen stärken', form: 'e. V.', stage: 'statutes', spokesperson: '', question: 'Satzung' })
    expect((await householdOf(desk, a)).subject).toMatchObject({ stage: 'statutes' })
    await expect(savePerson(desk, b, { ...child, name: 'fremd' })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(removePerson(desk, b, 'p')).rejects.toMatchObject({ code: 'forbidden' })
    await expect(savePerson(desk, a, { ...child, caseNumber: 'B-1999-001' })).rejects.toMatchObject({ data: { fields: { caseNumber: expect.any(String) } } })
    await removePerson(desk, a, 'p')
    expect((await householdOf(desk, a)).persons).toEqual([])
  })

  it('links only cases that one may see, and tells apart neither missing nor foreign ones', async () => {
    const foreign = await createCase(desk, { alias: 'Zirbelkiefer', kind: 'person', language: null, note: '' })
    desk = (await test.reopen('vertretung')).counselling as CounsellingDesk
    const mine = await newCase('Ahorn')
    const message = async (caseNumber: string) => savePerson(desk, mine, { ...child, caseNumber }).catch((error: { data: unknown }) => error.data)
    expect(await message(foreign.number)).toEqual(await message('B-1999-999'))
  })
})
