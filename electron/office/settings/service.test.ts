import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestSession, type TestSession } from '../../../tests/support/session.ts'
import { emptyLetterhead, letterheadSchema, returnAddressOf } from '../../../shared/settings/letterhead.ts'
import { readHistory, undo } from '../records/service.ts'
import { getLetterhead, nameLetterhead, updateLetterhead } from './service.ts'

let test: TestSession
beforeEach(async () => { test = await openTestSession() })
afterEach(() => test.dispose())

const full = letterheadSchema.parse(Object.fromEntries(Object.entries(emptyLetterhead).map(([name, value]) =>
  [name, typeof value === 'number' ? 10.5 : `${name} ó`.slice(-20)])))

describe('letterhead', () => {
  it('begins empty and keeps every field', async () => {
    expect(await getLetterhead(test.session.office)).toEqual({ version: 1, letterhead: emptyLetterhead })
    await updateLetterhead(test.session.office, 1, full)
    await test.reopen()
    expect(await getLetterhead(test.session.office)).toEqual({ version: 2, letterhead: full })
  })

  it('lets an assistant change everything but who usually signs', async () => {
    await test.reopen('assistenz')
    await expect(updateLetterhead(test.session.office, 1, { signerId: 'person-assistenz' })).rejects.toMatchObject({ code: 'forbidden' })
    await updateLetterhead(test.session.office, 1, { signerId: '', phone: '030 1' })
    expect((await getLetterhead(test.session.office)).letterhead).toMatchObject({ signerId: '', phone: '030 1' })
  })

  it('bears the name of a new office, which is no step to take back', async () => {
    await nameLetterhead(test.session.office, 'Stadt Muster')
    await nameLetterhead(test.session.office, 'Anderer Name')
    expect((await getLetterhead(test.session.office)).letterhead.officeName).toBe('Stadt Muster')
    expect(await readHistory(test.session, 'office', { type: 'letterhead', id: 'letterhead' })).toEqual([])
  })

  it('leaves alone what an update does not name', async () => {
    await updateLetterhead(test.session.office, 1, full)
    await updateLetterhead(test.session.office, 2, { phone: '0355 9' })
    expect((await getLetterhead(test.session.office)).letterhead).toEqual({ ...full, phone: '0355 9' })
  })

  it('has a history, can be undone and tells of a conflict', async () => {
    const { change, version } = await updateLetterhead(test.session.office, 1, { phone: '0355 1' })
    await expect(updateLetterhead(test.session.office, 1, { phone: '0355 2' })).rejects.toMatchObject({ code: 'conflict', data: { current: { version } } })
    const history = await readHistory(test.session, 'office', { type: 'letterhead', id: 'letterhead' })
    expect(history[0]?.fields).toEqual([{ table: 'letterhead', row: 'letterhead', field: 'phone', before: '', after: '0355 1' }])
    await undo(test.session, 'office', change ?? '')
    expect((await getLetterhead(test.session.office)).letterhead.phone).toBe('')
  })

  it('refuses a size that no letter may have', async () => {
    await expect(updateLetterhead(test.session.office, 1, { fontSize: 4 })).rejects.toThrow()
    expect((await getLetterhead(test.session.office)).version).toBe(1)
  })
})

describe('returnAddressOf', () => {
  it('takes the office\'s own wording, else name, street and place', () => {
    const parts = { ...emptyLetterhead, officeName: 'Stadt', street: 'Markt 1', postalCode: '03046', city: 'Cottbus' }
    expect(returnAddressOf(parts)).toBe('Stadt · Markt 1 · 03046 Cottbus')
    expect(returnAddressOf({ ...parts, returnAddress: 'Postfach 1' })).toBe('Postfach 1')
    expect(returnAddressOf(emptyLetterhead)).toBe('')
  })
})
