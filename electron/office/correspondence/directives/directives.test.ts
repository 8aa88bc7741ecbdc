import { afterEach, beforeEach, expect, it } from 'vitest'
import { openTestSession, type TestSession } from '../../../../tests/support/session.ts'
import type { DirectiveInput } from '../../../../shared/correspondence/directives/model.ts'
import { undo } from '../../records/service.ts'
import type { OfficeDesk } from '../../session.ts'
import { contentsOf, createDossier, createMatter } from '../register/files-service.ts'
import { createLetter, findLetters, getLetter, updateLetter } from '../service.ts'
import { listVersions } from '../versions/service.ts'
import { carryOut, directiveOf, myItems, postpone, setDone, withDoneMarks } from './service.ts'

let test: TestSession
beforeEach(async () => { test = await openTestSession() })
afterEach(() => test.dispose())

const desk = (): OfficeDesk => test.session.office
const item = (kind: DirectiveInput['kind'], text: string, more: Partial<DirectiveInput> = {}): DirectiveInput => ({ kind, text, personId: null, contactId: null, name: '', dueOn: null, matterId: null, ...more })

async function written(): Promise<string> {
  const { id } = await createLetter(desk(), null, '2026-11-23', 'builtin:verfuegung')
  await updateLetter(desk(), id, 1, { subject: 'Sprechzeiten im Stadtteilzentrum', particulars: { punkte: [{ text: 'Schreiben', wer: '', vermerk: '' }] } })
  return id
}

it('one Verfügung makes letter, tasks, follow-up and the entry in the file, and one step takes all of it back', async () => {
  const id = await written()
  const dossier = await createDossier(desk(), { plan: '12.07', title: 'Stadtteilzentrum' })
  const matter = await createMatter(desk(), { dossierId: dossier.id, title: 'Sprechzeiten' })
  const { change } = await carryOut(desk(), { letterId: id, version: 2, items: [
    item('letter', 'Schreiben an das Stadtteilzentrum', { name: 'Stadtteilzentrum' }), item('cosign', 'Mitzeichnung', { personId: 'person-assistenz', name: 'Test assistenz' }),
    item('task', 'Raum buchen', { dueOn: '2026-12-01' }), item('follow-up', 'Wv.', { dueOn: '2026-12-15' }), item('file', 'z. d. A.', { matterId: matter.id }),
  ] }, '2026-11-23')
  const items = await directiveOf(desk(), id)
  expect(items.map(({ kind, doneOn }) => [kind, doneOn])).toEqual([['letter', null], ['cosign', null], ['task', null], ['follow-up', null], ['file', '2026-11-23']])
  expect(await getLetter(desk(), items[0]?.resultLetterId ?? '')).toMatchObject({ recipientName: 'Stadtteilzentrum', subject: 'Sprechzeiten im Stadtteilzentrum', status: 'draft' })
  expect((await contentsOf(desk(), matter.id)).map(({ record }) => record.type)).toEqual(['letter', 'letter'])
  expect(await getLetter(desk(), id)).toMatchObject({ status: 'final' })
  expect((await listVersions(desk(), id)).map(({ kind, note }) => [kind, note])).toEqual([['final', 'Verfügt']])
  await expect(carryOut(desk(), { letterId: id, version: (await getLetter(desk(), id)).version, items: [item('task', 'noch einmal')] })).rejects.toMatchObject({ code: 'invalid' })

  expect((await myItems(desk(), 10, '2026-12-14')).items.map(({ text }) => text)).toEqual(['Raum buchen', 'Schreiben an das Stadtteilzentrum'])
  expect((await myItems(desk(), 10, '2026-12-15')).total).toBe(3)
  await undo(test.session, 'office', change ?? '')
  expect(await directiveOf(desk(), id)).toEqual([])
  expect((await findLetters(desk(), { query: '', status: null, sort: 'number', descending: false, offset: 0, limit: 10 })).total).toBe(1)
  expect(await getLetter(desk(), id)).toMatchObject({ status: 'draft' })
})

it('the assistant ticks off what is hers, with day and initials, and that is what is printed', async () => {
  const id = await written()
  await carryOut(desk(), { letterId: id, version: 2, items: [item('cosign', 'Mitzeichnung', { personId: 'person-assistenz', name: 'Test assistenz' }), item('task', 'Raum buchen')] })
  await test.reopen('assistenz')
  const { items: [mine], total } = await myItems(desk(), 10)
  expect({ total, text: mine?.text, number: mine?.letterNumber }).toEqual({ total: 1, text: 'Mitzeichnung', number: expect.stringMatching(/\/0001$/) })
  await postpone(desk(), mine?.id ?? '', '2026-12-02')
  await setDone(desk(), { item: mine?.id ?? '', done: true, remark: 'einverstanden' }, '2026-11-24')
  expect((await directiveOf(desk(), id))[0]).toMatchObject({ doneOn: '2026-11-24', initials: 'TA', dueOn: '2026-12-02', remark: 'einverstanden' })
  expect((await withDoneMarks(desk(), await getLetter(desk(), id))).particulars['punkte']).toEqual([
    { text: 'Mitzeichnung', wer: 'Test assistenz', vermerk: 'gef. 24.11.2026 / TA' }, { text: 'Raum buchen', wer: '', vermerk: '' },
  ])
  expect((await myItems(desk(), 10)).total).toBe(0)
  await setDone(desk(), { item: mine?.id ?? '', done: false, remark: '' })
  expect((await directiveOf(desk(), id))[0]).toMatchObject({ doneOn: null, initials: '' })
})

it('nothing but a Verfügung is carried out', async () => {
  const { id } = await createLetter(desk(), null, '2026-11-23')
  await expect(carryOut(desk(), { letterId: id, version: 1, items: [item('task', 'x')] })).rejects.toMatchObject({ code: 'invalid', data: { detail: expect.stringContaining('keine Verfügung') } })
})
