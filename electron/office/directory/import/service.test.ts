import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ImportProgress } from '../../../../shared/directory/import/model.ts'
import { openTestSession, type TestSession } from '../../../../tests/support/session.ts'
import { FileGrants } from '../../file-grants.ts'
import { readHistory, undo } from '../../records/service.ts'
import { contactCounts, findContacts, getContact, removeContacts, updateContact } from '../service.ts'
import { runImport, saveRejected } from './service.ts'
import { importWhole, preview, staged } from './testing.ts'

let test: TestSession
const desk = () => test.session.office
const fixture = (name: string) => new Uint8Array(readFileSync(new URL(`../../../../tests/fixtures/import/${name}`, import.meta.url)))
const bytes = (text: string) => new TextEncoder().encode(text)

const importAll = (file: Uint8Array) => importWhole(desk(), file)

const found = async (query: string) =>
  (await findContacts(desk(), { query, group: 'all', sort: 'name', descending: false, offset: 0, limit: 10 })).contacts

beforeEach(async () => {
  test = await openTestSession('assistenz')
})
afterEach(() => test.dispose())

describe('import into the directory', () => {
  it('shows what it will do, does it as one step, and finds the contacts by their mended post code', async () => {
    const { overview, rows } = await preview(desk(), fixture('aemter-excel-export.csv'))
    expect(overview).toMatchObject({ format: 'csv', text: { encoding: 'windows-1252', separator: ';' }, counts: { new: 6, unchanged: 0, rejected: 0, empty: 0 } })
    expect(rows[0]).toMatchObject({ line: 2, outcome: 'new', kind: 'organisation', place: 'Cottbus', repairs: [{ before: '3046', after: '03046' }] })
    expect(await contactCounts(desk())).toMatchObject({ all: 0 })

    const { last } = await importAll(fixture('aemter-excel-export.csv'))
    expect(last).toMatchObject({ created: 6, counts: { new: 6 } })
    const [cottbus] = await found('03046')
    expect(cottbus).toMatchObject({ name: 'Stadtverwaltung Cottbus/Chósebuz', department: 'Integrationsbeauftragte/r', place: 'Cottbus' })
    const contact = await getContact(desk(), cottbus?.id ?? '')
    expect(contact).toMatchObject({ addresses: [{ postalCode: '03046', street: 'Neumarkt 5' }], channels: [{ value: '0355 612-2008' }, { value: 'fluechtlinge@cottbus.de' }] })
    expect((await readHistory(test.session, 'office', { type: 'contact', id: contact.id }))[0]?.action).toBe('6 Kontakte importiert')
  })

  it('changes nothing the second time', async () => {
    await importAll(fixture('aemter-excel-export.csv'))
    const { last } = await importAll(fixture('aemter-utf8.csv'))
    expect(last).toMatchObject({ created: 0, change: null, counts: { new: 0, unchanged: 6 } })
    expect(await contactCounts(desk())).toMatchObject({ all: 6 })
  })

  it('is taken back in one step and can then be done again; contacts in the trash do not stand in the way', async () => {
    const { last } = await importAll(fixture('aemter-utf8.csv'))
    await undo(test.session, 'office', last.change ?? '')
    expect(await contactCounts(desk())).toMatchObject({ all: 0 })
    expect(await found('Cottbus')).toEqual([])
    expect((await importAll(fixture('aemter-utf8.csv'))).last.created).toBe(6)
    await removeContacts(desk(), (await found('Integration')).map(({ id }) => id))
    expect((await importAll(fixture('aemter-utf8.csv'))).last.created).toBe(5)
  })

  it('is taken back but for what was changed since; that stays and is named, with the organisation it needs', async () => {
    const { last } = await importAll(bytes('Vorname;Nachname;Firma;Telefon\nEva;Zimmer;Jobcenter;0355 111\nBea;Adam;Volkshochschule;0355 222\n;;Verein;0355 333'))
    const [eva] = await found('Zimmer')
    const { id = '' } = eva ?? {}
    const channels = [{ id: 'c1', kind: 'phone' as const, value: '030 1234', label: '', preferred: false }]
    await updateContact(desk(), id, 1, { ...(await getContact(desk(), id)), channels })
    const undone = await undo(test.session, 'office', last.change ?? '')
    expect(undone.kept.total).toBe(2)
    expect(undone.kept.titles.toSorted()).toEqual(['Jobcenter', 'Zimmer, Eva'])
    expect((await getContact(desk(), id)).roles).toMatchObject([{ organisationName: 'Jobcenter' }])
    expect(await contactCounts(desk())).toMatchObject({ all: 2 })
    await undo(test.session, 'office', undone.change ?? '')
    expect(await contactCounts(desk())).toMatchObject({ all: 5 })
  })

  it('is not taken back at all when everything was changed since', async () => {
    const { last } = await importAll(bytes('Organisation;Ort\nA;Forst'))
    const [contact] = await found('Forst')
    const { id = '' } = contact ?? {}
    await updateContact(desk(), id, 1, { ...(await getContact(desk(), id)), note: 'neu' })
    await expect(undo(test.session, 'office', last.change ?? '')).rejects.toMatchObject({ code: 'conflict' })
    expect(await contactCounts(desk())).toMatchObject({ all: 1 })
  })

  it('makes an employer once and places people there', async () => {
    const { last } = await importAll(bytes('Vorname;Nachname;Firma;Position\nEva;Zimmer;Jobcenter;Leitung\nBea;Adam;Jobcenter;'))
    expect(last.created).toBe(3)
    const jobcentre = (await found('Jobcenter')).find(({ kind }) => kind === 'organisation')
    expect((await getContact(desk(), jobcentre?.id ?? '')).roles.map(({ personName, title }) => [personName, title])).toEqual([['Adam, Bea', ''], ['Zimmer, Eva', 'Leitung']])
  })

  it('tells how far it is, and a stop leaves everything as it was', async () => {
    const file = bytes(['Organisation;Ort', ...Array.from({ length: 1500 }, (_, index) => `Verein ${index};Ort`)].join('\n'))
    const stop = new AbortController()
    const steps: ImportProgress[] = []
    await expect((async () => {
      for await (const step of runImport(desk(), staged(desk(), file), {}, false, stop.signal)) {
        steps.push(step)
        if (step.state === 'running' && step.done > 0) stop.abort()
      }
    })()).rejects.toThrow()
    expect(steps[0]).toEqual({ state: 'running', done: 0, total: 1500 })
    const last = steps.at(-1)
    expect(last?.state === 'running' ? last.done : 1500).toBeLessThan(1500)
    expect(await contactCounts(desk())).toMatchObject({ all: 0 })
    expect((await importAll(file)).last).toMatchObject({ created: 1500 })
  })

  it('goes on answering other calls while it reads, plans and writes', async () => {
    const file = bytes(['Organisation;Ort', ...Array.from({ length: 1500 }, (_, index) => `Verein ${index};Ort`)].join('\n'))
    const token = staged(desk(), file)
    let finished = false
    const looking = preview(desk(), token).then(() => { finished = true })
    expect((await contactCounts(desk())).all).toBe(0)
    expect(finished).toBe(false)
    await looking
    finished = false
    const importing = importWhole(desk(), token).then(() => { finished = true })
    expect(await found('Verein')).toEqual([])
    expect(finished).toBe(false)
    await importing
    expect((await contactCounts(desk())).all).toBe(1500)
  })

  it('writes the rejected rows with their reasons to the chosen file, the same before and after the import', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'integrationsbuero-rejected-'))
    try {
      const file = bytes('Organisation;Straße;Ort\nA;Weg 1;Forst\nB;Weg 2;Forst;mehr')
      const grants = new FileGrants()
      const save = async (name: string) => {
        grants.allow(name, join(folder, name), 'write')
        await saveRejected(desk(), grants, staged(desk(), file), {}, name)
        return readFileSync(join(folder, name), 'utf8')
      }
      const before = await save('before.csv')
      expect(before).toContain('B;Weg 2;Forst;mehr;Die Zeile hat 4 Felder')
      await importAll(file)
      expect(await save('after.csv')).toBe(before)
      await expect(saveRejected(desk(), grants, staged(desk(), file), {}, 'stranger')).rejects.toMatchObject({ code: 'forbidden' })
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
