import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { parse } from 'csv-parse/sync'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { distributionListSchema } from '../../../../shared/directory/lists/model.ts'
import { roleSchema } from '../../../../shared/directory/model.ts'
import { outputLayoutSchema, outputRequestSchema, type OutputProgress, type OutputRequest } from '../../../../shared/directory/output/model.ts'
import { openTestSession, type TestSession } from '../../../../tests/support/session.ts'
import { FileGrants } from '../../file-grants.ts'
import type { OfficeDesk } from '../../session.ts'
import { appendPiece, beginImport, previewRows, readImport } from '../import/service.ts'
import { createList, excludeMembers, setReach } from '../lists/service.ts'
import { organisation, person } from '../sample.fixture.ts'
import { createContact, removeContacts, saveRole } from '../service.ts'
import { outputRecords } from './records.ts'
import { checkOutput, noteEmails, outputEmails, saveLeftOut, saveOutput } from './service.ts'

let test: TestSession
let desk: OfficeDesk
let folder: string
const ids: Record<string, string> = {}
const address = (street: string, postalCode: string, place: string, more: object = {}) => ({ id: uuidv7(), kind: 'office', street, postalCode, place, preferred: true, ...more })
const channel = (kind: string, value: string, preferred = false) => ({ id: uuidv7(), kind, value, preferred })

beforeAll(async () => {
  test = await openTestSession('leitung')
  desk = test.session.office
  folder = mkdtempSync(join(tmpdir(), 'output-'))
  const add = async (key: string, contact: ReturnType<typeof organisation>) => { ids[key] = (await createContact(desk, contact)).id }
  await add('amt', organisation('Jugendamt Cottbus', {
    department: 'Fachbereich; Jugend, "Familie"', shortName: 'JA', typeCode: 'social-office', tags: ['Netzwerk', 'Presse'],
    addresses: [address('Neumarkt 5', '03046', 'Cottbus')], channels: [channel('phone', '0355 612-0', true), channel('email', 'jugendamt@cottbus.example')],
  }))
  await add('formel', organisation('=1+1 Formel e. V.', { note: 'Zeile eins\nZeile zwei', publication: 'refused', channels: [channel('email', 'formel@verein.example')] }))
  await add('ausland', organisation('Stowarzyszenie Łódź', { addresses: [address('ul. Długa 3', '00-950', 'Warszawa', { country: 'PL' })], publication: 'allowed' }))
  await add('leitung', person('Țuțea', 'Ștefan', { title: 'Dr.', salutation: 'mr', channels: [channel('mobile', '0170 1234567'), channel('email', 'tutea@cottbus.example')], tags: ['Netzwerk'] }))
  await add('allein', person('Nguyễn Thị Mai', '', { addresses: [address('Lange Str. 17', '01968', 'Senftenberg', { kind: 'home' })] }))
  await add('ohne', person('Ohne', 'Olga'))
  await saveRole(desk, roleSchema.parse({ id: uuidv7(), personId: ids.leitung, organisationId: ids.amt, title: 'Amtsleitung' }))
})
afterAll(async () => {
  await test.dispose()
  rmSync(folder, { recursive: true, force: true })
})

const everybody = () => Object.values(ids)
const request = (more: Partial<OutputRequest> = {}): OutputRequest => outputRequestSchema.parse({ source: { kind: 'contacts', ids: everybody() }, format: 'xlsx', ...more })
const granted = (grants: FileGrants, name: string): string => {
  grants.allow(name, join(folder, name), 'write')
  return name
}

async function finish(stream: AsyncIterable<OutputProgress>) {
  let last: OutputProgress | undefined
  for await (const step of stream) last = step
  if (last?.state !== 'done') throw new Error('The output should have come to its end.')
  return last
}

async function write(name: string, more: Partial<OutputRequest>, layout: object = {}) {
  const grants = new FileGrants()
  const done = await finish(saveOutput(desk, grants, { request: request(more), layout: outputLayoutSchema.parse(layout), grant: granted(grants, name) }))
  return { ...done, bytes: readFileSync(join(folder, name)) }
}

/** What an import of a file would do, by outcome. */
async function bringBack(name: string, bytes: Buffer) {
  const { token } = beginImport(desk, name, bytes.length)
  appendPiece(desk, token, bytes)
  for await (const step of readImport(desk, token, {}, true)) {
    if (step.state !== 'ready') continue
    const { rows } = previewRows(desk, token, step.overview.plan, 'all', 0, 500)
    return { ...step.overview, rows }
  }
  throw new Error('The import should have read the file.')
}

describe('files that come back unchanged', () => {
  it.each([['csv', 'liste.csv'], ['csv-1252', 'liste1252.csv'], ['xlsx', 'liste.xlsx'], ['vcard4', 'karten4.vcf'], ['vcard3', 'karten3.vcf']] as const)('%s', async (format, name) => {
    // What Windows-1252 has no letters for can't come back as it was.
    const source = { kind: 'contacts' as const, ids: format === 'csv-1252' || format === 'vcard3' ? [ids.amt, ids.formel, ids.ohne].map(String) : everybody() }
    const { bytes, written, changed } = await write(name, { format, source })
    expect([written, changed]).toEqual([source.ids.length, []])
    const { counts, rows } = await bringBack(name, bytes)
    expect(rows.filter(({ outcome }) => outcome !== 'unchanged').map((row) => ({ name: row.name, outcome: row.outcome, reason: row.reason, match: row.match, becomes: row.becomes }))).toEqual([])
    expect(counts.unchanged).toBe(source.ids.length)
  })
})

describe('lists', () => {
  it('write CSV with byte order mark, CRLF and neutral formulas, and read back the same by another reader', async () => {
    const { bytes } = await write('a.csv', { format: 'csv' }, { columns: ['organisation', 'department', 'postalCode', 'note', 'letterAddress', 'letterSalutation'] })
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const rows: string[][] = parse(bytes, { bom: true, delimiter: ';', record_delimiter: '\r\n' })
    expect(rows[0]).toEqual(['Organisation', 'Abteilung', 'PLZ', 'Notiz', 'Versandanschrift', 'Anredezeile'])
    expect(rows.find(([name]) => name?.includes('Formel'))).toEqual(["'=1+1 Formel e. V.", '', '', 'Zeile eins\nZeile zwei', "'=1+1 Formel e. V.", 'Sehr geehrte Damen und Herren,'])
    const head = rows.find((row) => row[5] === 'Sehr geehrter Herr Dr. Țuțea,')
    expect(head?.[4]).toBe('Jugendamt Cottbus\nFachbereich; Jugend, "Familie"\nHerrn Dr. Ștefan Țuțea\nNeumarkt 5\n03046 Cottbus')
  })

  it('say which words Windows-1252 has no letters for', async () => {
    const { bytes, changed } = await write('b.csv', { format: 'csv-1252' }, { columns: ['familyName', 'place'] })
    expect(changed).toEqual(expect.arrayContaining([{ from: 'Țuțea', to: 'Tutea' }, { from: 'Nguyễn', to: 'Nguyen' }]))
    expect(iconv.decode(bytes, 'windows-1252')).toContain('Nguyen Thi Mai;Senftenberg')
  })
})

describe('visiting cards', () => {
  it('fold lines at 75 bytes without parting letters, and escape what parts values', async () => {
    const { bytes } = await write('k4.vcf', { format: 'vcard4' })
    const text = bytes.toString('utf8')
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    const unfolded = text.replace(/\r\n /gu, '')
    expect(unfolded).toContain('ORG:Jugendamt Cottbus;Fachbereich\\; Jugend\\, "Familie"')
    expect(unfolded).toContain('N:Țuțea;Ștefan;;Dr.;')
    expect(unfolded).toContain('TITLE:Amtsleitung')
    expect(unfolded).toContain('ADR;TYPE=work;PREF=1:;;ul. Długa 3;Warszawa;;00-950;Polen')
    expect(text.match(/BEGIN:VCARD/gu)).toHaveLength(6)
    // What is noted of a contact is not written for others.
    expect(text).not.toContain('Zeile eins')
  })

  it('are Windows-1252 for Outlook', async () => {
    const { bytes } = await write('k3.vcf', { format: 'vcard3', source: { kind: 'contacts', ids: [ids.amt ?? ''] } })
    expect(bytes.toString('latin1')).toContain('TEL;TYPE=WORK,VOICE,PREF:0355 612-0')
    expect(bytes.toString('latin1')).toContain('VERSION:3.0')
  })
})

describe('who is left out', () => {
  it('is named with the reason, before and after', async () => {
    const { included, leftOut } = await checkOutput(desk, request({ format: 'labels' }))
    expect(included).toBe(4)
    expect(leftOut.map(({ name, kind, reason }) => [name, kind, reason])).toEqual([['=1+1 Formel e. V.', 'lacking', 'keine Postanschrift'], ['Ohne, Olga', 'lacking', 'keine Postanschrift']])
    const [sheet] = [{ columns: 3, rows: 8, width: 70, height: 36, left: 0, top: 4.5, stepX: 70, stepY: 36 }]
    const done = await write('etiketten.pdf', { format: 'labels' }, { sheet })
    expect([done.written, done.leftOut.length]).toEqual([4, 2])
    const envelopes = await write('umschlaege.docx', { format: 'envelopes-docx' }, { envelope: 'C6/5' })
    expect([envelopes.written, envelopes.leftOut.length, envelopes.bytes.subarray(0, 2).toString()]).toEqual([4, 2, 'PK'])
    const grants = new FileGrants()
    await saveLeftOut(desk, grants, { request: request({ format: 'labels' }), title: 'Etiketten', grant: granted(grants, 'fehlt.pdf') })
    expect(readFileSync(join(folder, 'fehlt.pdf')).subarray(0, 5).toString()).toBe('%PDF-')
  })

  it('is everybody who refused publication; who was not asked is a question', async () => {
    const check = await checkOutput(desk, request({ use: 'publish' }))
    expect(check.included).toBe(1)
    expect(check.leftOut.filter(({ kind }) => kind === 'refused').map(({ name, reason }) => [name, reason])).toEqual([['=1+1 Formel e. V.', 'Veröffentlichung nicht erlaubt']])
    expect(check.leftOut.filter(({ kind }) => kind === 'undecided')).toHaveLength(4)
    expect((await checkOutput(desk, request({ use: 'publish', despite: true }))).included).toBe(5)
  })

  it('is who a list excludes or reaches otherwise', async () => {
    const { id } = await createList(desk, distributionListSchema.parse({ title: 'Einladung' }), everybody())
    await excludeMembers(desk, id, [ids.ausland ?? ''], 'zu weit')
    await setReach(desk, id, [ids.amt ?? ''], { channel: 'letter' })
    const of = (more: Partial<OutputRequest>) => checkOutput(desk, request({ source: { kind: 'list', id }, ...more }))
    expect((await of({ format: 'letters' })).leftOut.map(({ name, kind, reason }) => [name, kind, reason])).toEqual([
      ['=1+1 Formel e. V.', 'otherwise', 'Weg: E-Mail'], ['Ohne, Olga', 'lacking', 'keine E-Mail-Adresse, keine Postanschrift'],
      ['Stowarzyszenie Łódź', 'excluded', 'vom Verteiler ausgenommen: zu weit'], ['Țuțea, Ștefan', 'otherwise', 'Weg: E-Mail'],
    ])
    const all = await of({ format: 'letters', byChannel: false })
    expect(all.included).toBe(3)
    const { portions, leftOut } = await outputEmails(desk, request({ source: { kind: 'list', id } }), 1)
    expect(portions).toEqual([['formel@verein.example'], ['tutea@cottbus.example']])
    expect(leftOut.map(({ kind }) => kind)).toEqual(['otherwise', 'otherwise', 'lacking', 'excluded'])
    await noteEmails(desk, request({ source: { kind: 'list', id } }))
    expect(await outputRecords(desk, id)).toMatchObject([{ format: 'email', contacts: 2, leftOut: 4, personName: 'Testleitung' }])
  })
})

it('writes nothing when it is stopped, and notes what was written without names', async () => {
  const grants = new FileGrants()
  const abort = new AbortController()
  const stream = saveOutput(desk, grants, { request: request({ format: 'csv' }), layout: outputLayoutSchema.parse({}), grant: granted(grants, 'halt.csv') }, abort.signal)
  await stream.next()
  abort.abort()
  await expect(stream.next()).rejects.toThrow()
  expect(existsSync(join(folder, 'halt.csv'))).toBe(false)
  expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([])
  const records = await outputRecords(desk, '')
  expect(records.length).toBeGreaterThan(5)
  expect(JSON.stringify(records)).not.toMatch(/Țuțea|Formel/u)
})

it('passes over contacts in the trash', async () => {
  const { id } = await createContact(desk, organisation('Fort'))
  await removeContacts(desk, [id])
  expect(await checkOutput(desk, request({ source: { kind: 'contacts', ids: [id] } }))).toEqual({ included: 0, leftOut: [] })
})
