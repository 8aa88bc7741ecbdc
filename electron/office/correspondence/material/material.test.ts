import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openTestSession, type TestSession } from '../../../../tests/support/session.ts'
import type { MovementInput } from '../../../../shared/correspondence/material/model.ts'
import { organisationSchema } from '../../../../shared/directory/model.ts'
import { contactHistory } from '../../directory/dealings/history-service.ts'
import { createContact } from '../../directory/service.ts'
import { historySources } from '../../contact-history.ts'
import { FileGrants } from '../../file-grants.ts'
import { restore, undo } from '../../records/service.ts'
import { find } from '../../search/service.ts'
import type { OfficeDesk } from '../../session.ts'
import { papersOf, addPapers } from '../register/documents-service.ts'
import { receive } from '../register/receiving.ts'
import { languageMatrix, saveMaterials } from './output.ts'
import { addEdition, createMaterial, dueMaterials, findMaterials, getMaterial, handOuts, moveCopies, removeMaterial, setOutdated, updateEdition, updateMaterial } from './service.ts'

let test: TestSession
beforeEach(async () => { test = await openTestSession('assistenz') })
afterEach(() => test.dispose())

const desk = (): OfficeDesk => test.session.office
const fields = { title: 'Wegweiser für Neuzugewanderte', kind: 'guide', topic: 'social', publisherId: null, publisherName: 'Stadt Musterstadt', source: '', note: '' }
const edition = { languages: ['ar'], edition: '3. Auflage', issuedOn: '2026-01-01', format: 'A5', shelf: 'Schrank 2', minStock: 20, reviewOn: '2027-01-01', note: '' }
const page = { query: '', show: 'all', language: '', topic: '', sort: 'title', descending: false, offset: 0, limit: 100 } as const
const version = async (id: string): Promise<number> => (await getMaterial(desk(), id)).version

async function begun(amount = 50): Promise<{ id: string; editionId: string; move(movement: Partial<MovementInput>, despite?: boolean): ReturnType<typeof moveCopies> }> {
  const { id } = await createMaterial(desk(), { fields, edition, amount })
  const editionId = (await getMaterial(desk(), id)).editions[0]?.id ?? ''
  const blank = { editionId, kind: 'out', amount: 1, on: '2026-11-20', contactId: null, party: '', note: '' } as const
  return { id, editionId, move: (movement, despite = false) => moveCopies(desk(), id, { ...blank, ...movement }, despite) }
}

it('keeps the stock by its journal, and goes below nothing only when somebody says so', async () => {
  const { id, move } = await begun()
  expect(await move({ amount: 30, party: 'Jugendamt' })).toMatchObject({ balance: 20 })
  await expect(move({ amount: 21 })).rejects.toMatchObject({ code: 'invalid', data: { detail: expect.stringContaining('Im Bestand sind 20') } })
  await expect(move({ amount: 0 })).rejects.toMatchObject({ code: 'invalid' })
  const { balance, change } = await move({ amount: 21 }, true)
  expect(balance).toBe(-1)
  expect((await findMaterials(desk(), { ...page, show: 'todo' }, '2026-11-22')).materials).toMatchObject([{ stock: -1, flags: ['negative', 'reorder'] }])
  await undo(test.session, 'office', change ?? '')
  expect((await getMaterial(desk(), id)).editions).toMatchObject([{ balance: 20 }])
  expect(await move({ kind: 'count', amount: 18, note: 'Inventur' })).toMatchObject({ balance: 18 })
  expect((await getMaterial(desk(), id)).movements).toMatchObject([{ kind: 'count', change: -2, balance: 18 }, { kind: 'out', change: -30, balance: 20, party: 'Jugendamt' }, { kind: 'in', change: 50, balance: 50 }])
})

it('an outdated edition is handed out no more, is still found where it lies, and can be thrown away', async () => {
  const { id, editionId, move } = await begun()
  await move({ kind: 'display', amount: 10, party: 'Bürgeramt' })
  await addEdition(desk(), id, await version(id), { ...edition, edition: '4. Auflage', languages: ['ar', 'de'] }, 100)
  await setOutdated(desk(), id, await version(id), { editionId, on: '2026-11-01', note: 'Anschriften veraltet' })
  await expect(move({ amount: 1 })).rejects.toMatchObject({ code: 'invalid', data: { detail: expect.stringContaining('veraltet') } })
  await expect(move({ kind: 'display', amount: 1 }, true)).rejects.toMatchObject({ code: 'invalid' })
  expect((await handOuts(desk())).map((each) => each.edition)).toEqual(['4. Auflage'])
  expect(await dueMaterials(desk(), 5, '2026-11-22')).toMatchObject({ total: 1, materials: [{ stock: 100, flags: ['outdated-displayed'], languages: ['ar', 'de'] }] })
  await move({ kind: 'return', amount: 4, party: 'bürgeramt' })
  expect((await getMaterial(desk(), id)).editions[0]).toMatchObject({ balance: 44, displayed: [] })
  expect(await move({ kind: 'discard', amount: 44 })).toMatchObject({ balance: 0 })
  expect((await dueMaterials(desk(), 5, '2026-11-22')).total).toBe(0)
  // Due on its day, not a day before.
  expect((await dueMaterials(desk(), 5, '2026-12-31')).total).toBe(0)
  expect((await dueMaterials(desk(), 5, '2027-01-01')).materials[0]?.flags).toEqual(['review'])
})

it('shows materials by languages with the gaps, and writes both lists', async () => {
  const { id, editionId } = await begun(5)
  await createMaterial(desk(), { fields: { ...fields, title: 'Notrufe' }, edition: { ...edition, languages: ['de', 'uk'], minStock: 0 }, amount: 10 })
  await setOutdated(desk(), id, await version(id), { editionId, on: '2026-11-01', note: '' })
  const { languages, rows } = await languageMatrix(desk())
  expect(languages.map(({ code, gaps }) => [code, gaps])).toEqual([['ar', 2], ['de', 1], ['uk', 1]])
  expect(rows.map(({ title, cells }) => [title, cells.map((cell) => (cell === null ? null : cell.outdated ? 'old' : cell.stock))])).toEqual([['Notrufe', [null, 10, 10]], ['Wegweiser für Neuzugewanderte', ['old', null, null]]])
  const grants = new FileGrants()
  for (const what of ['stock', 'matrix'] as const) {
    for (const format of ['pdf', 'xlsx'] as const) {
      grants.allow(`${what}${format}`, join(test.vault.folder, `${what}.${format}`), 'write')
      await saveMaterials(desk(), grants, { what, format, grant: `${what}${format}` })
      expect(readFileSync(join(test.vault.folder, `${what}.${format}`)).length).toBeGreaterThan(1000)
    }
  }
})

it('is found by place and recipient, stands with the contact, and goes to the trash and back with its files', async () => {
  const { id, editionId, move } = await begun()
  const school = await createContact(desk(), organisationSchema.parse({ kind: 'organisation', name: 'Brückenschule' }))
  await move({ amount: 3, contactId: school.id, party: 'Brückenschule' })
  await updateEdition(desk(), id, await version(id), editionId, { ...edition, shelf: 'Regal Mondschein' })
  await updateMaterial(desk(), id, await version(id), { publisherName: 'Landkreis' })
  expect((await find(test.session, 'mondschein', 5)).map(({ record }) => record)).toEqual([{ type: 'material', id }])
  expect((await findMaterials(desk(), { ...page, query: 'brückensch' })).total).toBe(1)
  expect(await contactHistory(desk(), school.id, historySources)).toMatchObject([{ title: fields.title, record: { type: 'material', id } }])
  const { token } = await receive(desk(), 'Wegweiser.txt', Buffer.from('Sonnenblume'))
  await addPapers(desk(), { type: 'material-edition', id: editionId }, [token])
  expect((await getMaterial(desk(), editionId)).editions).toMatchObject([{ papers: 1 }])
  await removeMaterial(desk(), id, await version(id))
  expect(await papersOf(desk(), { type: 'material-edition', id: editionId })).toEqual([])
  expect((await findMaterials(desk(), page)).total).toBe(0)
  await restore(test.session, 'office', { type: 'material', id })
  expect(await papersOf(desk(), { type: 'material-edition', id: editionId })).toHaveLength(1)
})
