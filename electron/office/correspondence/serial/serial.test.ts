import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import PizZip from 'pizzip'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bodyFromText } from '../../../../shared/correspondence/body.ts'
import { usualSettings, type SerialSettings, type SerialStep } from '../../../../shared/correspondence/serial/model.ts'
import { openTestSession, type TestSession } from '../../../../tests/support/session.ts'
import { organisation, person } from '../../directory/sample.fixture.ts'
import { createContact } from '../../directory/service.ts'
import { contactHistory } from '../../directory/dealings/history-service.ts'
import { historySources } from '../../contact-history.ts'
import { FileGrants } from '../../file-grants.ts'
import type { OfficeDesk } from '../../session.ts'
import { createLetter, getLetter, updateLetter } from '../service.ts'
import { chooseRecipients, createRun, decided, getRun, runCandidates, updateRun } from './service.ts'
import { writeRun } from './write.ts'

let test: TestSession
let desk: OfficeDesk
let folder: string
let pattern: string
const ids: Record<string, string> = {}
const at = (place: string, kind = 'office') => ({ addresses: [{ id: uuidv7(), kind, street: 'Neumarkt 5', postalCode: '03046', place, preferred: true }] })
const mail = (value: string) => ({ channels: [{ id: uuidv7(), kind: 'email', value, label: '', preferred: true }] })

beforeAll(async () => {
  test = await openTestSession('leitung')
  desk = test.session.office
  folder = mkdtempSync(join(tmpdir(), 'serial-'))
  const contacts = {
    caritas: organisation('Caritasverband', { ...at('Cottbus'), ...mail('caritas@verband.example') }), kowalska: person('Kowalska', 'Anna', { salutation: 'ms', ...at('Guben', 'home') }),
    kowalski: person('Kowalski', 'Jan', { salutation: 'mr', ...at('Guben', 'home') }), ohne: person('Ohneort', 'Olga', mail('olga@ort.example')), nichts: person('Nichts', 'Nora'),
    twin: organisation('Caritasverband', at('Cottbus')), zebra: person('Zebra', 'Zoe', at('Forst')),
  }
  for (const [name, contact] of Object.entries(contacts)) ids[name] = (await createContact(desk, contact)).id
  const letter = await createLetter(desk, null)
  await updateLetter(desk, letter.id, letter.version, { subject: 'Einladung', body: bodyFromText('Wir laden ein.'), ourReference: 'IB-7', signatureName: 'Mara Muster' })
  pattern = letter.id
})
afterAll(async () => {
  await test.dispose()
  rmSync(folder, { recursive: true, force: true })
})

async function prepare(settings: Partial<SerialSettings> = {}, names = Object.keys(ids)) {
  const made = await createRun(desk, { source: { kind: 'contacts', ids: names.map((name) => ids[name] ?? '') }, sourceName: 'Auswahl', purpose: '', pattern: { kind: 'letter', id: pattern } })
  await updateRun(desk, made.id, made.version, { settings: { ...usualSettings, ...settings } })
  return made.id
}

async function write(id: string, target: string, signal?: AbortSignal): Promise<SerialStep[]> {
  const grants = new FileGrants()
  mkdirSync(target, { recursive: true })
  grants.allow('g', target, 'folder')
  const steps: SerialStep[] = []
  for await (const step of writeRun(desk, grants, { id, grant: 'g', folderName: 'Ziel' }, signal, [])) steps.push(step)
  return steps
}

const lines = async (id: string) => decided(await getRun(desk, id), (await runCandidates(desk, id)).candidates)
  .map(({ candidate, way, written, problems }) => `${candidate.name} ${way} ${written ? 'ja' : 'nein'} ${problems.map(({ code }) => code).join(' ')}`.trim())

describe('a serial letter', () => {
  it('says before what is missing, and takes decisions', async () => {
    const id = await prepare()
    expect(await lines(id)).toEqual([
      'Caritasverband letter ja', 'Caritasverband letter nein double', 'Kowalska, Anna letter ja', 'Kowalski, Jan letter ja household', 'Nichts, Nora letter nein address salutation',
      'Ohneort, Olga email ja salutation', 'Zebra, Zoe letter ja salutation',
    ])
    await chooseRecipients(desk, id, [ids.twin ?? ''], { written: 'in' })
    await chooseRecipients(desk, id, [ids.caritas ?? ''], { way: 'email' })
    await chooseRecipients(desk, id, [ids.zebra ?? ''], { written: 'out' })
    const all = await lines(id)
    expect(all.slice(0, 2).sort()).toEqual(['Caritasverband email ja', 'Caritasverband letter ja double'])
    expect(all.at(-1)).toBe('Zebra, Zoe letter nein salutation')
  })

  it('writes letters for the post and mails, and enters both in one line with the list as proof', async () => {
    const id = await prepare({ files: 'each' })
    const target = join(folder, 'geteilt')
    const last = (await write(id, target)).at(-1)
    expect(last).toMatchObject({ state: 'done', letters: 4, mails: 1, leftOut: 2 })
    const run = await getRun(desk, id)
    expect(run.state).toBe('done')
    expect(readdirSync(target).sort()).toEqual(run.recipients.flatMap(({ fileName }) => fileName || []).sort())
    const olga = run.recipients.find(({ name }) => name === 'Ohneort, Olga')
    const eml = readFileSync(join(target, olga?.fileName ?? ''), 'utf8')
    expect(olga?.fileName).toMatch(/\.eml$/u)
    expect(eml).toContain('To: olga@ort.example')
    expect(eml).toContain('application/pdf')
    const anna = run.recipients.find(({ name }) => name === 'Kowalska, Anna')
    expect(await getLetter(desk, anna?.letterId ?? '')).toMatchObject({
      recipientId: ids.kowalska, salutation: 'Sehr geehrte Frau Kowalska,', addressLines: ['Frau Anna Kowalska', 'Neumarkt 5', '03046 Guben'], subject: 'Einladung', ourReference: 'IB-7',
      signatureName: 'Mara Muster', status: 'final',
    })
    expect(run.recipients.filter(({ state }) => state === 'left-out').map(({ name, reason }) => `${name}: ${reason}`)).toEqual([
      'Caritasverband: derselbe Empfänger wie Caritasverband', 'Nichts, Nora: keine Postanschrift',
    ])
    const entry = await desk.database.read.selectFrom('register_entry').selectAll().where('id', '=', run.entry?.id ?? '').executeTakeFirstOrThrow()
    expect(entry).toMatchObject({ way: 'post', correspondent: 'Auswahl', subject: 'Einladung' })
    expect(entry.note).toContain('4 per Post, 1 E-Mail-Entwürfe')
    expect(await desk.database.read.selectFrom('document').select('kind').where('owner_id', '=', entry.id).execute()).toEqual([{ kind: 'pdf' }])
    expect((await contactHistory(desk, ids.kowalska ?? '', historySources)).some(({ title }) => title === 'Einladung')).toBe(true)
    await expect(write(id, target)).rejects.toMatchObject({ code: 'invalid' })
  })

  it('can be stopped after any step and goes on where it was, with files that are there already left alone', async () => {
    const many: string[] = []
    for (let number = 0; number < 30; number += 1) many.push((await createContact(desk, organisation(`Verein ${number}`, at('Cottbus')))).id)
    many.forEach((contact, index) => { ids[`v${index}`] = contact })
    const id = await prepare({ files: 'each' }, many.map((_, index) => `v${index}`))
    const target = join(folder, 'halt')
    const stop = new AbortController()
    const stopped = (async () => {
      const grants = new FileGrants()
      mkdirSync(target, { recursive: true })
      grants.allow('g', target, 'folder')
      for await (const step of writeRun(desk, grants, { id, grant: 'g', folderName: 'Ziel' }, stop.signal, [])) if (step.state === 'running' && step.done >= 10) stop.abort()
    })()
    await expect(stopped).rejects.toThrow()
    const half = await getRun(desk, id)
    expect([half.state, half.counts.waiting > 0, half.counts.written > 0]).toEqual(['begun', true, true])
    // Somebody else's file has the name that the next letter would get.
    const next = half.recipients.find(({ number }) => number !== '')
    const foreign = `Schreiben-${next?.number.replace('/', '-')}.docx`
    writeFileSync(join(target, foreign), 'fremd')
    await write(id, target)
    const files = readdirSync(target)
    expect([files.length, readFileSync(join(target, foreign), 'utf8')]).toEqual([31, 'fremd'])
    const letters = await desk.database.read.selectFrom('letter').select('recipient_id').where('recipient_id', 'in', many).execute()
    expect(letters).toHaveLength(30)
    expect(new Set(letters.map(({ recipient_id: contact }) => contact)).size).toBe(30)
  })

  it('puts all letters of any template into one file, each with its own head, pages and lists', async () => {
    const letter = await createLetter(desk, null, undefined, 'builtin:einladung')
    const words = [{ type: 'text' as const, text: 'Punkt für ' }, { type: 'field' as const, attrs: { field: 'empfaenger', value: 'der Erste' } }, { type: 'reference' as const, attrs: { text: 'Notiz' } }]
    const body = { type: 'doc' as const, content: [{ type: 'orderedList' as const, content: [{ type: 'listItem' as const, content: [{ type: 'paragraph' as const, content: words }] }] }] }
    const stored = await updateLetter(desk, letter.id, letter.version, { subject: 'Runder Tisch', body })
    const made = await createRun(desk, { source: { kind: 'contacts', ids: [ids.caritas ?? '', ids.kowalska ?? '', ids.zebra ?? ''] }, sourceName: '', purpose: '', pattern: { kind: 'letter', id: letter.id } })
    const target = join(folder, 'eine')
    expect((await runCandidates(desk, made.id)).gaps).toEqual(['Tag', 'Uhrzeit', 'Ort'])
    await expect(write(made.id, target)).rejects.toMatchObject({ data: { detail: expect.stringContaining('Tag, Uhrzeit, Ort') as string } })
    expect((await getRun(desk, made.id)).state).toBe('prepared')
    await updateLetter(desk, letter.id, stored.version, { particulars: { termin: '2026-12-07', uhrzeit: '17:00 Uhr', ort: 'Rathaus' } })
    expect((await write(made.id, target)).at(-1)).toMatchObject({ letters: 3 })
    expect(readdirSync(target)).toEqual(['Serienbrief.docx'])
    const zip = new PizZip(readFileSync(join(target, 'Serienbrief.docx')))
    const xml = zip.file('word/document.xml')?.asText() ?? ''
    expect(xml.match(/<w:sectPr/gu)).toHaveLength(3)
    expect(xml.match(/w:pgNumType w:start="1"/gu)).toHaveLength(3)
    for (const words of ['Caritasverband', 'Sehr geehrte Frau Kowalska', 'Zoe Zebra']) expect(xml, words).toContain(words)
    const numbers = [...xml.matchAll(/<w:numId w:val="(\d+)"/gu)].map((match) => match[1])
    expect([numbers.length, new Set(numbers).size]).toEqual([3, 3])
    // Each recipient's own value stands in the field of the text, also where the pattern was finished with another.
    for (const name of ['Caritasverband', 'Anna Kowalska', 'Zoe Zebra']) expect(xml.replaceAll(/<[^>]+>/gu, '')).toContain(`Punkt für ${name}`)
    const notes = zip.file('word/footnotes.xml')?.asText() ?? ''
    const references = [...xml.matchAll(/<w:footnoteReference w:id="(\d+)"/gu)].map((match) => match[1])
    expect([references.length, new Set(references).size]).toEqual([3, 3])
    for (const id of references) expect(notes).toContain(`w:id="${id}"`)
    expect(notes.match(/Notiz/gu)).toHaveLength(3)
    expect(xml.match(/<w:numRestart w:val="eachSect"/gu)).toHaveLength(3)
    // Everything that is referred to is there.
    const relations = zip.file('word/_rels/document.xml.rels')?.asText() ?? ''
    for (const [, id] of xml.matchAll(/r:id="(\w+)"/gu)) expect(relations).toContain(`Id="${id}"`)
    for (const [, part] of relations.matchAll(/Target="([^"]+\.xml)"/gu)) expect(zip.file(`word/${part}`), part).not.toBeNull()
  })

  it('names a field that says nothing for one recipient alone, who gets no letter unless somebody says so', async () => {
    const letter = await createLetter(desk, null)
    await updateLetter(desk, letter.id, letter.version, { subject: 'Anschriften', body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Wir haben: ' }, { type: 'field', attrs: { field: 'anschrift', value: null } }] }] } })
    const made = await createRun(desk, { source: { kind: 'contacts', ids: [ids.caritas ?? '', ids.ohne ?? ''] }, sourceName: '', purpose: '', pattern: { kind: 'letter', id: letter.id } })
    expect(await lines(made.id)).toEqual(['Caritasverband letter ja', 'Ohneort, Olga email nein gap salutation'])
    expect((await runCandidates(desk, made.id)).gaps).toEqual([])
    await chooseRecipients(desk, made.id, [ids.ohne ?? ''], { written: 'in' })
    expect(await lines(made.id)).toContain('Ohneort, Olga email ja gap salutation')
  })

  it('is refused without a text, without anybody to write to, and where no PDF can be made', async () => {
    const empty = await createRun(desk, { source: { kind: 'contacts', ids: [ids.caritas ?? ''] }, sourceName: '', purpose: '', pattern: { kind: 'text', template: 'builtin:brief-b', subject: '', text: 'x' } })
    await expect(write(empty.id, join(folder, 'a'))).rejects.toMatchObject({ code: 'invalid' })
    await expect(write(await prepare({}, ['nichts']), join(folder, 'a'))).rejects.toMatchObject({ code: 'invalid' })
    const made = await createRun(desk, { source: { kind: 'contacts', ids: [ids.caritas ?? ''] }, sourceName: '', purpose: '', pattern: { kind: 'text', template: 'builtin:kurzbrief', subject: 'S', text: 'T' } })
    await updateRun(desk, made.id, made.version, { settings: { ...usualSettings, channel: 'email' } })
    await expect(write(made.id, join(folder, 'a'))).rejects.toMatchObject({ code: 'invalid' })
    expect((await getRun(desk, made.id)).state).toBe('prepared')
    expect(existsSync(join(folder, 'a', 'Serienbrief.docx'))).toBe(false)
  })
})
