import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import JSZip from 'jszip'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openTestSession, type TestSession } from '../../../tests/support/session.ts'
import { emptyTask } from '../../../shared/tasks/model.ts'
import type { HandoverPlan } from '../../../shared/handover/contract.ts'
import { FileGrants } from '../file-grants.ts'
import { undo } from '../records/service.ts'
import { createTask, getTask, setTasksDone } from '../tasks/service.ts'
import { createContact } from '../directory/service.ts'
import { saveEncounter } from '../directory/dealings/service.ts'
import { organisation } from '../directory/sample.fixture.ts'
import { organisationTypes } from '../../../shared/directory/organisation-types.ts'
import { saveDossier } from './dossier.ts'
import { leftWork, reassign } from './service.ts'

const leaverId = 'person-leitung'
const successor = { id: 'person-vertretung', name: 'Nora Nachfolge' }
let test: TestSession
beforeEach(async () => {
  test = await openTestSession()
})
afterEach(() => test.dispose())

const office = () => test.session.office
const task = (title: string, assigneeId: string | null) => createTask(office(), { ...emptyTask, title, assigneeId, assigneeName: assigneeId ?? '', wantedOn: '2026-12-01' }, 'BB')

/** A body and an organisation with a dealing. */
async function contacts(): Promise<{ body: string; partner: string }> {
  const { id: body } = await createContact(office(), organisation('Runder Tisch Integration', { typeCode: organisationTypes.bodies[0] ?? null }))
  const { id: partner } = await createContact(office(), organisation('Verein Brücke'))
  await saveEncounter(office(), { id: 'e1', contactId: partner, day: '2026-11-01', kind: 'meeting', text: 'Zusage: Raum bis Ostern.' })
  return { body, partner }
}

function plan(fields: Partial<HandoverPlan>): HandoverPlan {
  return {
    leaverId, leaverName: 'Testleitung', successorId: successor.id, successorName: successor.name, on: '2026-12-31', introduction: 'Zuerst den Beirat anrufen.',
    tasks: [], statements: [], events: [], series: [], bodies: [], contacts: [], notes: {}, ticked: ['own-access'], ...fields,
  }
}

it('finds what a person leaves: open tasks, bodies, and whom was dealt with', async () => {
  const mine = await task('Beirat einladen', leaverId)
  const done = await task('Erledigt', leaverId)
  await setTasksDone(office(), [done.id], true, 'BB')
  await task('Von jemand anderem', 'person-assistenz')
  const { body, partner } = await contacts()
  const work = await leftWork(office(), leaverId, '2026-11-22')
  expect(work.tasks).toEqual([{ id: mine.id, title: 'Beirat einladen', on: '2026-12-01', note: '' }])
  expect(work.bodies.map(({ id }) => id)).toEqual([body])
  expect(work.contacts).toMatchObject([{ id: partner, title: 'Verein Brücke', on: '2026-11-01' }])
})

it('gives work over in one step, which undo takes back; what is somebody else’s stays', async () => {
  const [first, second, other] = [await task('Eins', leaverId), await task('Zwei', leaverId), await task('Fremd', 'person-assistenz')]
  const given = await reassign(office(), successor, { leaverId, tasks: [first.id, second.id, other.id], statements: [], events: [] })
  expect(given).toMatchObject({ tasks: 2, statements: 0, events: 0 })
  expect(await getTask(office(), first.id)).toMatchObject({ assigneeId: successor.id, assigneeName: 'Nora Nachfolge' })
  expect(await getTask(office(), other.id)).toMatchObject({ assigneeId: 'person-assistenz' })
  await undo(test.session, 'office', given.change ?? '')
  expect(await getTask(office(), second.id)).toMatchObject({ assigneeId: leaverId })
})

it('is for the Leitung alone, and never from somebody to the same person', async () => {
  await expect(reassign(office(), { id: leaverId, name: 'x' }, { leaverId, tasks: [], statements: [], events: [] })).rejects.toMatchObject({ code: 'invalid' })
  for (const role of ['vertretung', 'assistenz'] as const) {
    await test.reopen(role)
    await expect(leftWork(office(), leaverId)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(reassign(office(), successor, { leaverId, tasks: [], statements: [], events: [] })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(saveDossier(office(), new FileGrants(), { plan: plan({}), format: 'pdf', grant: 'x' })).rejects.toMatchObject({ code: 'forbidden' })
  }
})

it('writes the dossier of the office with context of the contacts and the list of the talk', async () => {
  const mine = await task('Beirat einladen', leaverId)
  const left = await task('Bleibt draußen', leaverId)
  const { body, partner } = await contacts()
  const grants = new FileGrants()
  const path = join(test.vault.folder, 'Teil 1.docx')
  grants.allow('g', path, 'write')
  await saveDossier(office(), grants, { plan: plan({ tasks: [mine.id], bodies: [body], contacts: [partner], notes: { [partner]: 'Schlüssel liegt beim Hausmeister.' } }), format: 'docx', grant: 'g' })
  const text = (await (await JSZip.loadAsync(readFileSync(path))).file('word/document.xml')?.async('string') ?? '').replaceAll(/<[^>]+>/gu, ' ')
  for (const words of ['Zuerst den Beirat anrufen.', '01.12.2026 · Beirat einladen', 'Runder Tisch Integration', 'Schlüssel liegt beim Hausmeister.', 'Zusage: Raum bis Ostern.', 'Übergabegespräch', '[x]  Eigener Zugang']) expect(text).toContain(words)
  expect(text).not.toContain('Bleibt draußen')
  expect(left.id).not.toBe(mine.id)
  grants.allow('p', join(test.vault.folder, 'Teil 1.pdf'), 'write')
  await saveDossier(office(), grants, { plan: plan({}), format: 'pdf', grant: 'p' })
  expect(readFileSync(join(test.vault.folder, 'Teil 1.pdf')).subarray(0, 5).toString()).toBe('%PDF-')
})
