import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestSession, type TestSession } from '../../../../tests/support/session.ts'
import { bodyFromText } from '../../../../shared/correspondence/body.ts'
import { builtInTemplates } from '../../../../shared/correspondence/templates/built-in.ts'
import { findRecords } from '../../database/search-index.ts'
import { FileGrants } from '../../file-grants.ts'
import { readHistory, restore, undo } from '../../records/service.ts'
import { createLetter, getLetter, updateLetter } from '../service.ts'
import { letterPages, saveLetterDocx } from '../shelf/service.ts'
import { officeShelf } from '../office-shelf.ts'
import { sampleOf, writeOriginal } from './preview-service.ts'
import { addTemplate, addVersion, decide, getTemplate, listTemplates, removeTemplate, studyTemplate, updateTemplate } from './service.ts'
import { p, wordFile, wordsOf } from './word-file.fixture.ts'

let test: TestSession
let folder: string
const desk = () => test.session.office
const whole = p('{anschrift}') + p('{betreff}') + p('{anrede}') + p('{datum}') + p('{text}')
const add = (body: string, fileName = 'Kopfbogen_Stadt.dotx') => addTemplate(desk(), { kind: 'brief', fileName, bytes: wordFile(body) })
const itemOf = async (id: string) => (await listTemplates(desk())).find((item) => item.id === id)

beforeEach(async () => {
  test = await openTestSession('assistenz')
  folder = mkdtempSync(join(tmpdir(), 'templates-'))
})
afterEach(async () => {
  await test.dispose()
  rmSync(folder, { recursive: true, force: true })
})

describe('a template of the office', () => {
  it('is kept as it came in, named after its file, found, and can be undone', async () => {
    const bytes = wordFile(whole)
    const { id, change } = await addTemplate(desk(), { kind: 'brief', fileName: 'Kopfbogen_Stadt.dotx', bytes })
    const template = await getTemplate(desk(), id)
    expect(template).toMatchObject({ name: 'Kopfbogen Stadt', kind: 'brief', versions: [{ number: 1, size: bytes.length, hash: createHash('sha256').update(bytes).digest('hex'), used: 0 }] })
    const grants = new FileGrants()
    grants.allow('t', join(folder, 'a.docx'), 'write')
    await writeOriginal(desk(), grants, { id, versionId: template.currentVersion, grant: 't' })
    expect(readFileSync(join(folder, 'a.docx')).equals(Buffer.from(bytes))).toBe(true)
    expect(await findRecords(desk().database.read as never, 'kopfbogen', { type: 'document-template', limit: 5 })).toHaveLength(1)
    await undo(test.session, 'office', change ?? '')
    expect(await itemOf(id)).toBeUndefined()
  })

  it('lies in no file of the vault in clear and its bytes in no change log', async () => {
    const { id } = await add(`${whole}${p('Zirbelkiefer')}`)
    const log = await desk().database.read.selectFrom('change_entry').select('after').where('record_id', '=', id).execute()
    expect(JSON.stringify(log).length).toBeLessThan(2_000)
    for (const entry of readdirSync(test.vault.folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile())) {
      expect(readFileSync(join(entry.parentPath, entry.name)).includes('Kopfbogen'), entry.name).toBe(false)
    }
  })

  it('that is no Word file leaves nothing', async () => {
    await expect(addTemplate(desk(), { kind: 'brief', fileName: 'x.docx', bytes: Buffer.from('%PDF') })).rejects.toMatchObject({ code: 'template', data: { detail: expect.stringContaining('keine Word-Datei') } })
    expect((await listTemplates(desk())).filter(({ id }) => id !== null)).toEqual([])
  })

  it('with faults can be kept but not used until a person has decided, which is remembered for the next', async () => {
    const { id, version } = await add(`${whole}${p('{Vorgangskennung}')}`)
    expect(await itemOf(id)).toMatchObject({ open: 1 })
    const { currentVersion } = await getTemplate(desk(), id)
    const letter = await createLetter(desk(), null, '2026-11-21', currentVersion)
    await expect(letterPages(officeShelf(desk()), letter.id)).rejects.toMatchObject({ code: 'template' })
    await decide(desk(), id, version, { places: [], names: { Vorgangskennung: 'unser_zeichen' } })
    expect(await itemOf(id)).toMatchObject({ open: 0, used: 1 })
    expect(JSON.stringify((await letterPages(officeShelf(desk()), letter.id)).sections)).toContain('2026/0001')
    const next = await add(p('{vorgangskennung}'), 'Zweite.docx')
    expect((await studyTemplate(desk(), next.id)).placeholders).toMatchObject([{ field: 'unser_zeichen', decided: false }])
    expect((await readHistory(test.session, 'office', { type: 'document-template', id })).map(({ action }) => action)).toEqual(['Vorlage zugeordnet', 'Vorlage übernommen'])
  })

  it('has versions: letters keep theirs, places follow their words', async () => {
    const { id, version } = await add(p('Musterfirma') + whole.replace('{anschrift}', 'x'))
    const placed = await decide(desk(), id, version, { places: [{ part: 'word/document.xml', paragraph: 0, mode: 'replace', field: 'anschrift' }], names: {} })
    const first = await getTemplate(desk(), id)
    const letter = await createLetter(desk(), null, '2026-11-21', first.currentVersion)
    await updateLetter(desk(), letter.id, letter.version, { subject: 'Alt', addressLines: ['Frau Muster'], body: bodyFromText('Text') })
    await addVersion(desk(), { id, version: placed.version, fileName: 'Neu.docx', bytes: wordFile(p('Neuer Kopf') + p('Musterfirma') + whole) })
    const second = await getTemplate(desk(), id)
    expect(second.versions.map(({ number, used }) => [number, used])).toEqual([[2, 0], [1, 1]])
    expect(second.letters).toMatchObject([{ subject: 'Alt', versionNumber: 1 }])
    expect((await studyTemplate(desk(), id)).decisions.places).toMatchObject([{ paragraph: 1 }])
    const grants = new FileGrants()
    grants.allow('t', join(folder, 'brief.docx'), 'write')
    expect(await saveLetterDocx(officeShelf(desk()), grants, letter.id, 't')).toEqual({ missing: [] })
    expect(wordsOf(readFileSync(join(folder, 'brief.docx')))[0]).toBe('Frau Muster')
    expect((await getLetter(desk(), letter.id)).template).toBe(first.currentVersion)
  })

  it('says what was missing in a letter, and marks it', async () => {
    const { id } = await add(whole)
    const letter = await createLetter(desk(), null, '2026-11-21', (await getTemplate(desk(), id)).currentVersion)
    const { missing, sections, looks } = await letterPages(officeShelf(desk()), letter.id)
    expect(missing).toEqual(['Text', 'Anschrift', 'Betreff'])
    const marked = looks.findIndex(({ ground }) => ground === '#ffff00')
    for (const label of missing) expect(JSON.stringify(sections)).toContain(`{"type":"text","text":"‹fehlt: ${label}›","look":${marked}}`)
  })

  it('is valid in its time, changed by everybody with history, refused on an older version, and restored from the trash', async () => {
    const { id, version } = await add(whole)
    const named = await updateTemplate(desk(), id, version, { name: 'Stadt', validFrom: '2020-01-01', validUntil: '2020-12-31' })
    expect(await itemOf(id)).toMatchObject({ name: 'Stadt', validity: 'ended' })
    await expect(updateTemplate(desk(), id, named.version, { validUntil: '2019-01-01' })).rejects.toMatchObject({ code: 'invalid' })
    await expect(updateTemplate(desk(), id, version, { name: 'Alt' })).rejects.toMatchObject({ code: 'conflict', data: { current: { name: 'Stadt' } } })
    await removeTemplate(desk(), id, named.version)
    expect(await itemOf(id)).toBeUndefined()
    await restore(test.session, 'office', { type: 'document-template', id })
    expect(await itemOf(id)).toMatchObject({ name: 'Stadt' })
  })
})

describe('built-in templates', () => {
  it.each(builtInTemplates.map(({ ref }) => ref))('%s shows its sample with everything that was said and nothing missing', async (ref) => {
    const { sections, missing } = await sampleOf(desk(), ref)
    expect(missing).toEqual([])
    expect(JSON.stringify(sections)).toContain('Mustertext')
    expect(JSON.stringify(sections)).not.toMatch(/undefined|\{[a-z]+\}/u)
  })

  it('name and mark what their kind of document must say', async () => {
    const letter = await createLetter(desk(), null, '2026-11-21', 'builtin:vorlage')
    const { missing, sections, looks } = await letterPages(officeShelf(desk()), letter.id)
    expect(missing).toEqual(['Betreff', 'Nummer der Vorlage', 'Beratung', 'Beschlussvorschlag'])
    // Marked in words and in yellow.
    expect(JSON.stringify(sections)).toContain(`{"type":"text","text":"‹fehlt: Beschlussvorschlag›","look":${looks.findIndex(({ ground, bold }) => ground === '#ffff00' && bold === true)}}`)
    await expect(createLetter(desk(), null, '2026-11-21', 'builtin:none')).rejects.toMatchObject({ code: 'not-found' })
  })
})
