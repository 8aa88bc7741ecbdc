import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import JSZip from 'jszip'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestSession, type TestSession } from '../../../../tests/support/session.ts'
import { EditedFile } from '../../edited-file.ts'
import { FileGrants } from '../../file-grants.ts'
import type { OfficeDesk } from '../../session.ts'
import { checkDocument, papersOf, wordsOf, writeDocument } from '../register/documents-service.ts'
import { createLetter, setLetterStatus } from '../service.ts'
import { EditedCopies } from './copies.ts'
import { editingOf, openCopy } from './service.ts'

let test: TestSession
let folder: string
let copies: EditedCopies
let released: string[]
let grants: FileGrants
beforeEach(async () => {
  test = await openTestSession()
  folder = mkdtempSync(join(tmpdir(), 'integrationsbuero-test-'))
  grants = new FileGrants()
  newProcess()
})
afterEach(async () => {
  await copies.ending()
  rmSync(folder, { recursive: true, force: true })
  await test.dispose()
})

const desk = (): OfficeDesk => test.session.office
const path = (): string => join(folder, 'Dokument.docx')
const state = (id: string) => editingOf(desk(), copies, { type: 'letter', id })

function newProcess(): void {
  released = []
  copies = new EditedCopies()
  copies.whenTaken((token) => released.push(token))
}

async function open(id: string, { type = 'letter' as 'letter' | 'document', fresh = false } = {}): Promise<string> {
  const token = randomUUID()
  grants.allow(token, path(), 'edit')
  await openCopy(desk(), grants, copies, { target: { type, id }, grant: token, fresh })
  return token
}

/** What Word would save: the copy with other words in it. */
async function edited(words: string): Promise<Buffer> {
  const zip = await JSZip.loadAsync(readFileSync(path()))
  const document = await zip.file('word/document.xml')!.async('string')
  zip.file('word/document.xml', document.replace('</w:body>', `<w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:body>`))
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' })
}

/** A file that stays as it is for two looks has been written. */
async function lookTwice(): Promise<void> {
  await copies.look()
  await copies.look()
}

describe('what is saved becomes a version', () => {
  it('by Word, which puts a new file in place of the old one and leaves its lock file beside it', async () => {
    const { id } = await createLetter(desk(), null)
    const token = await open(id)
    const next = await edited('Zweiter Absatz')
    writeFileSync(join(folder, '~$kument.docx'), 'Asta')
    writeFileSync(join(folder, '~WRD0001.tmp'), next)
    renameSync(path(), join(folder, '~WRL0002.tmp'))
    await lookTwice()
    expect((await state(id)).versions).toEqual([])
    renameSync(join(folder, '~WRD0001.tmp'), path())
    await lookTwice()
    const { copy, versions } = await state(id)
    expect(copy).toMatchObject({ token, taken: 1, held: true, trouble: '' })
    expect(versions).toMatchObject([{ number: 1, kind: 'docx', note: '', takenBy: 'Testleitung' }])
    expect((await wordsOf(desk(), versions[0]!.id)).text).toContain('Zweiter Absatz')
    expect(await checkDocument(desk(), versions[0]!.id)).toMatchObject({ intact: true, hash: versions[0]!.hash })
    expect(await papersOf(desk(), { type: 'letter', id })).toHaveLength(1)
  })

  it('by LibreOffice, which writes into the file itself; what is half written is not taken', async () => {
    const { id } = await createLetter(desk(), null)
    await open(id)
    const next = await edited('Geschrieben')
    writeFileSync(join(folder, '.~lock.Dokument.docx#'), ',asta,')
    writeFileSync(path(), next.subarray(0, next.length / 2))
    await lookTwice()
    expect(await state(id)).toMatchObject({ versions: [], copy: { taken: 0, trouble: expect.stringContaining('noch nicht lesen') } })
    // With its end, but a gap in the middle.
    const gap = Buffer.from(next)
    gap.fill(0, Math.floor(next.length / 3), Math.floor(next.length / 2))
    writeFileSync(path(), gap)
    await lookTwice()
    expect((await state(id)).versions).toEqual([])
    writeFileSync(path(), next)
    await lookTwice()
    expect(await state(id)).toMatchObject({ versions: [{ number: 1, note: '' }], copy: { taken: 1, trouble: '', held: true } })
  })

  it('once for the same bytes, and not before it lies still', async () => {
    const { id } = await createLetter(desk(), null)
    await open(id)
    const first = readFileSync(path())
    writeFileSync(path(), first)
    await lookTwice()
    expect((await state(id)).versions).toEqual([])
    writeFileSync(path(), await edited('Neu'))
    await copies.look()
    expect((await state(id)).versions).toEqual([])
    await copies.look()
    const next = readFileSync(path())
    writeFileSync(path(), next)
    await lookTwice()
    expect((await state(id)).versions).toHaveLength(1)
  })

  it('even if it cannot be read: it is kept as it is, and said', async () => {
    const { id } = await createLetter(desk(), null)
    await open(id)
    writeFileSync(path(), 'PK\u0003\u0004 kein Dokument')
    for (let look = 0; look < 20; look += 1) await copies.look()
    const { copy, versions } = await state(id)
    expect(copy?.trouble).toContain('trotzdem als Fassung aufgehoben')
    expect(versions).toMatchObject([{ number: 1, note: expect.stringMatching(/\S/) }])
    // The next editing begins with the last state that can be read.
    await copies.end(copy!.token)
    await open(id)
    expect(readFileSync(path()).subarray(0, 2).toString()).toBe('PK')
    expect((await JSZip.loadAsync(readFileSync(path()))).file('word/document.xml')).not.toBeNull()
  })
})

describe('nothing is lost and nothing stays', () => {
  it('when editing ends: the last state is taken first, then the copy may be wiped', async () => {
    const { id } = await createLetter(desk(), null)
    const token = await open(id)
    writeFileSync(path(), await edited('Letzter Stand'))
    expect(await copies.end(token)).toEqual({ kept: false })
    expect(released).toEqual([token])
    expect(await state(id)).toMatchObject({ copy: null, versions: [{ number: 1 }] })
    expect((await checkDocument(desk(), (await state(id)).versions[0]!.id)).intact).toBe(true)
  })

  it('when somebody saved beside the copy under another name', async () => {
    const { id } = await createLetter(desk(), null)
    const token = await open(id)
    writeFileSync(join(folder, 'Neuer Name.docx'), await edited('Unter anderem Namen'))
    writeFileSync(join(folder, '~$uer Name.docx'), 'Asta')
    expect(await copies.end(token)).toEqual({ kept: false })
    const { versions } = await state(id)
    expect(versions).toHaveLength(1)
    expect((await wordsOf(desk(), versions[0]!.id)).text).toContain('Unter anderem Namen')
  })

  it('when the office is locked before anybody looked', async () => {
    const { id } = await createLetter(desk(), null)
    const token = await open(id)
    writeFileSync(path(), await edited('Kurz vor dem Sperren'))
    await copies.ending()
    expect(released).toEqual([token])
    await test.reopen()
    expect((await state(id)).versions).toHaveLength(1)
  })

  it('after a crash: the next to unlock gets what was saved; what was taken already is wiped before', async () => {
    const { id } = await createLetter(desk(), null)
    const token = await open(id)
    const taken = await edited('Schon übernommen')
    writeFileSync(path(), taken)
    await lookTwice()

    newProcess()
    copies.left(token, new EditedFile(path()))
    expect(released).toEqual([token])

    writeFileSync(path(), await edited('Nach dem Absturz gespeichert'))
    newProcess()
    copies.left(token, new EditedFile(path()))
    expect(released).toEqual([])
    copies.began(test.session)
    await copies.look()
    expect(released).toEqual([token])
    expect((await state(id)).versions.map(({ number }) => number)).toEqual([2, 1])
  })

  it('a copy of another vault waits for its own', async () => {
    writeFileSync(path(), 'fremd')
    copies.left(randomUUID(), new EditedFile(path()))
    copies.began(test.session)
    await copies.look()
    expect(released).toEqual([])
    expect(existsSync(path())).toBe(true)
  })
})

it('goes on with the last version, or anew with the letter; a paper keeps its own bytes', async () => {
  const { id } = await createLetter(desk(), null)
  const token = await open(id)
  const original = readFileSync(path())
  writeFileSync(path(), await edited('Aus Word'))
  await copies.end(token)
  const [version] = (await state(id)).versions
  const again = await open(id)
  expect(readFileSync(path())).not.toEqual(original)
  await copies.end(again)
  const fresh = await open(id, { fresh: true })
  expect(await (await JSZip.loadAsync(readFileSync(path()))).file('word/document.xml')!.async('string')).not.toContain('Aus Word')
  await copies.end(fresh)

  const paper = await open(version!.id, { type: 'document' })
  writeFileSync(path(), await edited('Noch einmal'))
  await copies.end(paper)
  expect((await state(id)).versions.map(({ number }) => number)).toEqual([2, 1])
  grants.allow('g', join(folder, 'alt.docx'), 'write')
  await writeDocument(desk(), grants, version!.id, 'g')
  expect((await JSZip.loadAsync(readFileSync(join(folder, 'alt.docx')))).file('word/document.xml')).not.toBeNull()
  expect((await checkDocument(desk(), version!.id)).intact).toBe(true)
})

it('refuses a finished letter, and a second copy of the same', async () => {
  const { id, version } = await createLetter(desk(), null)
  const token = await open(id)
  await expect(open(id)).rejects.toMatchObject({ code: 'invalid' })
  await copies.end(token)
  await setLetterStatus(desk(), id, version, 'final')
  await expect(open(id)).rejects.toMatchObject({ code: 'invalid', data: { detail: expect.stringContaining('fertig') } })
})
