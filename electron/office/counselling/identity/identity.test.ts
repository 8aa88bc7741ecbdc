import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestSession, type TestSession } from '../../../../tests/support/session.ts'
import { emptyIdentity } from '../../../../shared/counselling/identity/model.ts'
import { readHistory, readTrash, undo } from '../../records/service.ts'
import { find } from '../../search/service.ts'
import type { CounsellingDesk } from '../../session.ts'
import { accessOfCase } from '../access/service.ts'
import { createCase, getCase, removeCase } from '../cases/service.ts'
import { findByIdentity } from './find.ts'
import { openIdentity, saveIdentity, setAnonymous } from './service.ts'

const name = { givenNames: 'Şirin', familyName: 'Beispielkaya', birthDate: '1988-03' }

let test: TestSession
let desk: CounsellingDesk
let caseId: string
beforeEach(async () => {
  test = await openTestSession()
  desk = test.session.counselling as CounsellingDesk
  caseId = (await createCase(desk, { alias: 'Linde', kind: 'person', language: null, note: '' }, '2026-03-01')).id
})
afterEach(() => test.dispose())

/** A card with a name in it; gives the opening. */
async function filled(fields: object = name): Promise<{ opening: string; version: number; change: string }> {
  const { opening, version } = await openIdentity(desk, caseId, '')
  const saved = await saveIdentity(desk, { caseId, opening, version, fields })
  return { opening, version: saved.version, change: saved.change as string }
}

describe('the identity card', () => {
  it('is empty at first, keeps what is entered, and notes each opening with person, time and reason', async () => {
    expect((await openIdentity(desk, caseId, '')).fields).toEqual(emptyIdentity)
    const document = { id: 'd', kind: 'passport', number: '', seenOn: '2026-03-02', seenBy: 'Testleitung' }
    const channel = { id: 'k', kind: 'mobile', value: '0151 000 11 22', label: 'nur Nachrichten', preferred: false }
    await filled({ ...name, documents: [document], channels: [channel] })
    expect((await openIdentity(desk, caseId, 'Anruf beim Amt')).fields).toMatchObject({ ...name, documents: [document], channels: [channel] })
    const { log } = await accessOfCase(desk, caseId)
    expect(log).toHaveLength(3)
    expect(log?.[0]).toMatchObject({ kind: 'identity', personName: 'Testleitung', reason: 'Anruf beim Amt' })
  })

  it('is changed only with an opening of that person and that case; a wrong version reads nothing without one', async () => {
    await filled()
    const other = await createCase(desk, { alias: 'Ahorn', kind: 'person', language: null, note: '' })
    const foreign = await openIdentity(desk, other.id, '')
    for (const opening of ['', 'erfunden', foreign.opening]) {
      await expect(saveIdentity(desk, { caseId, opening, version: 99, fields: {} })).rejects.toMatchObject({ code: 'forbidden', data: {} })
    }
    const { opening } = await openIdentity(desk, caseId, '')
    await expect(saveIdentity(desk, { caseId, opening, version: 99, fields: {} })).rejects.toMatchObject({ code: 'conflict', data: { current: { fields: name } } })
  })

  it('stands in no search, history or trash, and the log outlives undo', async () => {
    const { change } = await filled()
    for (const query of ['Beispielkaya', 'sirin', 'Identität']) expect(await find(test.session, query, 20)).toEqual([])
    await expect(readHistory(test.session, 'counselling', { type: 'identity', id: caseId })).rejects.toMatchObject({ code: 'forbidden' })
    expect(JSON.stringify(await readHistory(test.session, 'counselling', { type: 'case', id: caseId }))).not.toContain('Beispielkaya')
    await undo(test.session, 'counselling', change)
    const before = (await accessOfCase(desk, caseId)).log?.length ?? 0
    expect((await openIdentity(desk, caseId, '')).fields).toEqual(emptyIdentity)
    expect((await accessOfCase(desk, caseId)).log).toHaveLength(before + 1)
    await removeCase(desk, caseId, (await getCase(desk, caseId)).version)
    expect(JSON.stringify(await readTrash(test.session))).not.toContain('Beispielkaya')
    await expect(openIdentity(desk, caseId, '')).rejects.toMatchObject({ code: 'not-found' })
  })

  it('is refused in an anonymous case, and a case with a name does not become one', async () => {
    await setAnonymous(desk, caseId, true)
    await expect(openIdentity(desk, caseId, '')).rejects.toMatchObject({ code: 'invalid' })
    expect((await accessOfCase(desk, caseId)).log).toEqual([])
    await setAnonymous(desk, caseId, false)
    await filled()
    await expect(setAnonymous(desk, caseId, true)).rejects.toMatchObject({ code: 'invalid' })
  })

  describe('is found', () => {
    const cases = async (name: string, birthDate = '') => (await findByIdentity(desk, { name, birthDate }, 'steht am Empfang')).map(({ alias }) => alias)

    it('by whole words of the name in any order and spelling, and the search is noted with its reason', async () => {
      await filled({ ...name, formerNames: 'geb. Müllerová', channels: [{ id: 'k', kind: 'mobile', value: '+49 151 0001122', label: '', preferred: false }] })
      for (const wanted of ['Beispielkaya Sirin', 'ŞİRİN BEİSPİELKAYA', 'beispielkaya', 'Sirin Muellerova', '0151/000 11 22']) expect([wanted, await cases(wanted)]).toEqual([wanted, ['Linde']])
      const lines = (await accessOfCase(desk, caseId)).log?.filter(({ kind }) => kind === 'search')
      expect(lines).toHaveLength(5)
      expect(lines?.[0]).toMatchObject({ personName: 'Testleitung', reason: 'steht am Empfang' })
    })

    it('never by a part of a name, nor by the given name alone', async () => {
      await filled({ ...name, channels: [{ id: 'k', kind: 'mobile', value: '+49 151 0001122', label: '', preferred: false }] })
      for (const wanted of ['Şirin', 'Beispiel', 'Şirin Beispiel', 'Beispielkaya Anna', '1122']) expect([wanted, await cases(wanted)]).toEqual([wanted, []])
      expect((await accessOfCase(desk, caseId)).log?.filter(({ kind }) => kind === 'search')).toEqual([])
    })

    it('by the given name with a date of birth, as far as both are known', async () => {
      await filled()
      for (const born of ['1988', '3.1988', '12.3.1988']) expect([born, await cases('Şirin', born)]).toEqual([born, ['Linde']])
      expect(await cases('Beispielkaya', '1989')).toEqual([])
      expect(await cases('', '12.3.1988')).toEqual([])
    })

    it('by the full date of birth, which alone is enough', async () => {
      await filled({ ...name, birthDate: '1988-03-12' })
      expect(await cases('', '12.3.1988')).toEqual(['Linde'])
      await expect(cases('', '1988')).rejects.toMatchObject({ code: 'invalid', data: { fields: { name: expect.any(String) } } })
      await expect(cases('Şirin', '31.2.1988')).rejects.toMatchObject({ code: 'invalid', data: { fields: { birthDate: expect.any(String) } } })
    })

    it('with a single name by this name', async () => {
      await filled({ givenNames: 'Ngozi' })
      expect(await cases('ngozi')).toEqual(['Linde'])
    })
  })

  it('refuses dates that are none', async () => {
    const { opening, version } = await openIdentity(desk, caseId, '')
    for (const birthDate of ['1988-13', '1988-02-30', '88', '31.2.1988']) {
      await expect(saveIdentity(desk, { caseId, opening, version, fields: { birthDate } })).rejects.toMatchObject({ code: 'invalid', data: { fields: { birthDate: expect.any(String) } } })
    }
  })
})
