import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import type { ImportOptions } from '../../../../shared/directory/import/model.ts'
import { importRepairKinds } from '../../../../shared/directory/import/repairs.ts'
import type { KnownContact } from './known.ts'
import { countOutcomes, Planner, planningOrder, type PlannedRow } from './plan.ts'
import { toPreviewRow } from './preview.ts'
import { readFile, readTextFile } from '../../documents/lists/read-file.ts'
import { neutralCell } from '../../documents/csv.ts'
import { rejectedRows } from '../../documents/lists/rejected.ts'
import { contactHeadings } from './headings.ts'
import { readHead, readRows } from './table.ts'

const fixture = (name: string) => new Uint8Array(readFileSync(new URL(`../../../../tests/fixtures/import/${name}`, import.meta.url)))
const bytes = (text: string) => new TextEncoder().encode(text)

function plan(file: Uint8Array, options: ImportOptions = {}, stock: readonly KnownContact[] = []) {
  let count = 0
  const newId = () => `id-${count += 1}`
  const source = readTextFile(file, options, contactHeadings)
  const head = readHead(source, options, () => null)
  const read = [...readRows(head, options, newId)]
  const planner = new Planner(options, newId)
  for (const known of stock) planner.know(known)
  const planned = new Map(planningOrder(read).map((row) => [row, planner.plan(row)]))
  const rows = read.map((row) => planned.get(row)).filter((row) => row !== undefined)
  return { table: { ...source.text, columns: head.columns }, rows: rows.map((row) => ({ ...row, line: row.row.line, cells: row.row.cells, notes: row.row.notes, contact: row.target?.contact ?? null })), planned: rows }
}

type Shown = ReturnType<typeof plan>['rows'][number]

/** The stock as it is after these rows were imported. */
function stockOf(rows: readonly PlannedRow[]): KnownContact[] {
  const stock = new Map<string, KnownContact>()
  for (const { outcome, target, employer, fingerprint } of rows) {
    if (outcome !== 'new' || target === null) continue
    stock.set(target.id, { ...target, line: null, fingerprints: new Set([fingerprint]) })
    if (employer?.create) stock.set(employer.id, { id: employer.id, contact: employer.create, line: null, employers: new Set(), fingerprints: new Set() })
  }
  return [...stock.values()]
}

const none = { new: 0, complete: 0, open: 0, skipped: 0, unchanged: 0, rejected: 0, empty: 0 }

const short = ({ contact }: Shown) => contact?.kind === 'organisation' ? {
  name: contact.name, department: contact.department, street: contact.addresses[0]?.street, place: `${contact.addresses[0]?.postalCode} ${contact.addresses[0]?.place}`,
  channels: contact.channels.map(({ kind, value }) => `${kind} ${value}`), note: contact.note,
} : contact

/** The six authorities, as they must stand in the directory; the older export lost one letter. */
const authorities = (cottbus: string) => [
  { name: `Stadtverwaltung Cottbus/${cottbus}`, department: 'Integrationsbeauftragte/r', street: 'Neumarkt 5', place: '03046 Cottbus',
    channels: ['phone 0355 612-2008', 'email fluechtlinge@cottbus.de'], note: 'Fax 0355612-13 2008' },
  { name: 'Landkreis Oberspreewald-Lausitz', department: 'Büro Landrat, Integrationsbeauftragte/r', street: 'Dubinaweg 1, Haus 2', place: '01968 Senftenberg',
    channels: ['phone 03573 / 870 - 1060'], note: '' },
  { name: 'Landratsamt Sächsische Schweiz-Osterzgebirge', department: 'Ausländeramt, Referat Soziale Integration', street: 'Schloßhof 2/4', place: '01796 Pirna',
    channels: [], note: 'Koordinierungskraft Integration' },
  { name: 'Bezirksamt Treptow-Köpenick von Berlin', department: 'Integrationsbeauftragte/r', street: 'Alt-Köpenick 21', place: '12555 Berlin', channels: [], note: '' },
  { name: 'Stadt Osnabrück', department: 'Team Integration', street: 'Bierstraße 28', place: '49074 Osnabrück', channels: [],
    note: 'Geschäftsstelle des Beirats für Migration,\nLeitstelle für Integration (ILOS)' },
  { name: 'Bundesamt für Migration und Flüchtlinge', department: 'Regionalkoordination', street: 'Frankenstraße 210', place: '90461 Nürnberg', channels: [], note: '' },
]

describe('import of real lists', () => {
  it('reads the export of Excel: Windows-1252, lost zeros, a line break in a cell, a field too many, no line end at the end', () => {
    const { table, rows } = plan(fixture('aemter-excel-export.csv'))
    expect(table).toMatchObject({ encoding: 'windows-1252', bom: false, certain: true, separator: ';' })
    expect(table.columns.map(({ field }) => field)).toEqual(['organisation', 'department', 'street', 'postalCodePlace', 'phone', 'email', 'note'])
    expect(rows.map(short)).toEqual(authorities('Chósebuz'))
    expect(rows.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6, 8])
    expect(countOutcomes(rows)).toEqual({ ...none, new: 6 })
    expect(rows.slice(0, 3).map(({ notes }) => notes.repairs)).toEqual([['3046', '03046'], ['1968', '01968'], ['1796', '01796']]
      .map(([before, after]) => [{ kind: 'post-code-zero', field: 'postalCodePlace', before, after, reason: 'führende Null ergänzt', state: 'accept' }]))
    expect(rows[0]?.notes.hints).toEqual(['In der Bemerkung steht eine Faxnummer („Fax 0355612-13 2008“). Sie bleibt dort.'])
    expect(rows[5]?.notes.hints).toEqual(['Ein leeres Feld zu viel am Ende der Zeile; es wird übergangen.'])
  })

  it('reads the same list as UTF-8 with byte order mark and keeps the Sorbian letter', () => {
    const { table, rows } = plan(fixture('aemter-utf8.csv'))
    expect(table).toMatchObject({ encoding: 'utf-8', bom: true, certain: true, separator: ';' })
    expect(rows.map(short)).toEqual(authorities('Chóśebuz'))
  })

  it('changes nothing the second time, not even with the other spelling of the same list', () => {
    const first = plan(fixture('aemter-excel-export.csv')).planned
    for (const name of ['aemter-excel-export.csv', 'aemter-utf8.csv']) {
      const { rows } = plan(fixture(name), {}, stockOf(first))
      expect(countOutcomes(rows)).toEqual({ ...none, unchanged: 6 })
      expect(rows[0]).toMatchObject({ target: { id: first[0]?.target?.id }, outcome: 'unchanged' })
    }
  })
})

describe('rows of a list', () => {
  const outcome = (text: string, options: ImportOptions = {}) => plan(bytes(text), options).rows

  it('returns a row with surplus content, an open quote, a torn rest and a row without a name, each with its reason', () => {
    const rows = outcome('Organisation;Straße;Ort\nA;B;C;D\n"E;F;G\nRest der Zeile darüber\n;Straße 1;Ort\n;;\nZ;Weg 1;Dorf')
    expect(rows.map(({ line, outcome: found }) => [line, found])).toEqual([
      [2, 'rejected'], [3, 'rejected'], [4, 'rejected'], [5, 'rejected'], [6, 'empty'], [7, 'new']])
    expect(rows.map(({ reason }) => reason)).toEqual([
      'Die Zeile hat 4 Felder, die Kopfzeile 3. Welche Angabe wohin gehört, ist nicht sicher.',
      'Ein Anführungszeichen öffnet eine Zelle und wird nicht geschlossen.',
      'Die Zeile hat nur ein Feld. Vermutlich ist sie der Rest der Zeile darüber.',
      'Weder Organisation noch Name sind angegeben.', 'Die Zeile ist leer.', null])
  })

  it('returns title rows above the headings and reads the row with known headings', () => {
    const rows = outcome('Adressliste Stand 2024;;\n;;\nOrganisation;Straße;Ort\nA;B;C')
    expect(rows.map(({ outcome: found }) => found)).toEqual(['rejected', 'empty', 'new'])
  })

  it('reads the sample of a mixed list: chosen salutation, unsplit names, warnings, lost numbers', () => {
    const rows = outcome([
      'Anrede;Titel;Name;Straße;PLZ Ort;Tel.;E-Mail;Bemerkung',
      'Frau;Dr.;Müller, Ana (Caritas);Neumarkt 5;3046 Cottbus;0355 / 612-2008;a.mueller@example.org;kennt Fam. A.  -- NICHT weitergeben!!',
      'Hr.;;Al-Hassan Abdul;"Am Bahnhof 3, Hs. 2";01968 Senftenberg;+49(0)3573 870;;"seit 1.2.24, Dolm. arab.\nab 16 Uhr"',
      ';;AWO KV OSL e. V.;siehe oben;;;info@example.org; ;',
      'Herr;;Thi Mai Tran;Dubinaweg 1;1968 Senftenberg;4,93556E+11;x;verzogen?',
    ].join('\r\n'))
    expect(rows.map(({ outcome: found }) => found)).toEqual(['open', 'new', 'new', 'new'])
    expect(rows[0]).toMatchObject({ reason: 'Noch nicht entschieden: ein Vorschlag zur Korrektur, eine Bemerkung, die nicht für alle bestimmt ist.', candidate: { remark: { text: 'kennt Fam. A.  -- NICHT weitergeben!!', decision: 'open' } } })
    expect(rows.map(({ contact }) => contact)).toMatchObject([
      { kind: 'person', salutation: 'ms', title: 'Dr.', familyName: 'Müller', givenNames: 'Ana' },
      { kind: 'person', salutation: 'mr', familyName: 'Al-Hassan Abdul', note: 'seit 1.2.24, Dolm. arab.\nab 16 Uhr' },
      { kind: 'organisation', name: 'AWO KV OSL e. V.' },
      { kind: 'person', familyName: 'Thi Mai Tran', channels: [], note: 'verzogen?\nGekürzte Nummer: 4,93556E+11\nZur E-Mail: x' },
    ])
    expect(rows[0]?.notes.repairs.map(({ kind, state }) => [kind, state])).toEqual([['post-code-zero', 'accept'], ['employer-in-name', 'open'], ['name-parts', 'open']])
    expect(rows[2]?.notes.hints.join(' ')).toContain('verweist auf eine andere Zeile')
    expect(rows[3]?.notes.repairs.map(({ field }) => field)).toEqual(['postalCodePlace', 'phone', 'email'])
  })

  it('reads Outlook contacts: person, organisation made once, role, private address, several numbers', () => {
    const rows = outcome([
      '"Anrede","Vorname","Nachname","Firma","Abteilung","Position","Straße geschäftlich","Ort geschäftlich","Postleitzahl geschäftlich","Land/Region geschäftlich","Straße privat","Ort privat","Telefon geschäftlich","Telefon (privat)","Mobiltelefon","E-Mail-Adresse","Notizen"',
      '"Frau","Ștefania","Țuțea","Jobcenter","Team 5","Teamleitung","Weg 1","Forst","3149","Deutschland","Allee 2","Peitz","03562 1","03561 2","0171 1234567","s@example.org","a\r\nb"',
      '"","Abdul","","Jobcenter","Team 5","","Weg 1","Forst","3149","","","","","","","",""',
    ].join('\r\n'))
    expect(rows.map(({ outcome: found }) => found)).toEqual(['new', 'new'])
    expect(rows[0]).toMatchObject({
      contact: {
        kind: 'person', givenNames: 'Ștefania', familyName: 'Țuțea', salutation: 'ms', note: 'a\nb',
        addresses: [{ kind: 'office', postalCode: '03149', place: 'Forst', preferred: true }, { kind: 'home', street: 'Allee 2', preferred: false }],
        channels: [{ kind: 'phone', value: '03562 1', label: '' }, { kind: 'phone', value: '03561 2', label: 'privat' }, { kind: 'mobile' }, { kind: 'email' }],
      },
      employer: { create: { name: 'Jobcenter', department: 'Team 5', addresses: [{ street: 'Weg 1' }] }, role: 'Teamleitung' },
    })
    expect(rows[1]?.employer).toMatchObject({ id: rows[0]?.employer?.id, create: null, role: '' })
  })

  it('takes namesakes with other details as different people and says so, and the very same row only once', () => {
    const rows = outcome('Vorname;Nachname;Ort;Telefon\nMohamed;Ahmed;Forst;0355 1111\nMohamed;Ahmed;Forst;0355 2222\nMohamed;Ahmed;Forst;0355/1111')
    expect(rows.map(({ outcome: found }) => found)).toEqual(['new', 'open', 'unchanged'])
    expect(rows[1]?.match).toMatchObject({ line: 2, reasons: ['gleicher Name', 'gleicher Ort'], additions: ['Telefon: 0355 2222'] })
    expect(rows[2]?.reason).toBe('Steht schon in Zeile 2 dieser Datei.')
  })

  it('keeps every remark, unknown type or position somewhere', () => {
    const [person, organisation] = outcome('Vorname;Nachname;Organisation;Funktion;Anrede;Art;Land;Ort\nA;B;;Vorsitz;Familie;;;X\n;;Verein;Leitung;;Burg;Absurdistan;Y')
    expect(person?.contact?.note).toBe('Anrede: Familie\nFunktion: Vorsitz')
    expect(organisation?.contact).toMatchObject({ note: 'Funktion: Leitung', tags: ['Burg'], addresses: [{ extra: 'Absurdistan', country: 'DE' }] })
  })

  it('leaves foreign post codes alone and knows countries and vehicle signs', () => {
    const rows = outcome('Organisation;PLZ;Ort;Land\nA;1010;Wien;Österreich\nB;D-03046;Cottbus;\nC;3000;Bern;CH')
    expect(rows.map(({ contact }) => contact?.addresses[0])).toMatchObject([
      { postalCode: '1010', country: 'AT' }, { postalCode: '03046', country: 'DE' }, { postalCode: '3000', country: 'CH' }])
    expect(outcome('Organisation;PLZ Ort\nA;A-1010 Wien')[0]?.contact?.addresses[0]).toMatchObject({ postalCode: '1010', place: 'Wien', country: 'AT' })
  })

  it('takes formulas as text, the spreadsheet spelling for text as its value, and drops zero bytes with a remark', () => {
    const rows = outcome('Organisation;PLZ;Ort;Bemerkung\n=HYPERLINK("x");"=""03046""";Ort;@SUM(A1)\nA\u0000B;;;-')
    expect(rows[0]?.contact).toMatchObject({ name: '=HYPERLINK("x")', note: '@SUM(A1)', addresses: [{ postalCode: '03046' }] })
    expect(rows[0]?.notes.hints).toHaveLength(2)
    expect(rows[1]?.contact).toMatchObject({ name: 'AB' })
    expect(rows[1]?.notes.repairs.map(({ reason }) => reason)).toEqual(['Nullzeichen entfernt', 'Strich als „keine Angabe“ gelesen'])
  })

  it('lets a person set encoding, separator and mapping', () => {
    const file = iconv.encode('Wer;Wo\nMüller;Köln', 'macintosh')
    const { table, rows } = plan(file, { encoding: 'macintosh', separator: ';', mapping: ['organisation', 'place'] })
    expect(table.columns.map(({ heading }) => heading)).toEqual(['Spalte 1', 'Spalte 2'])
    expect(rows[1]?.contact).toMatchObject({ name: 'Müller', addresses: [{ place: 'Köln' }] })
  })

  it('follows the separator that the first line names', () => {
    expect(outcome('sep=|\nOrganisation|Ort\nA|B')).toMatchObject([{ line: 3, outcome: 'new', contact: { name: 'A' } }])
  })
})

/** Everything accepted, and whatever resembles a contact becomes one of its own. */
const everything: ImportOptions = { similar: 'new', remark: 'note', repairs: Object.fromEntries(importRepairKinds.map((kind) => [kind, 'accept'])) }

describe('the invariant of the import', () => {
  const cell = fc.oneof(
    fc.constantFrom('', ' ', 'Müller', '"', 'a"b', '"offen', '3046 Cottbus', '=1+1', '-', 'x\u0000y', '0355 1234', 'zwei\nZeilen', ';', 'Größe'),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
  )
  const file = fc.array(fc.array(fc.tuple(cell, fc.boolean()), { minLength: 1, maxLength: 7 }), { maxLength: 12 }).map((rows) => bytes(
    `Organisation;Name;Straße;PLZ Ort;Tel.\n${rows.map((cells) => cells.map(([text, quoted]) => quoted ? `"${text.replaceAll('"', '""')}"` : text).join(';')).join('\n')}`))

  it('every row is imported, already there, empty or returned with a reason; all text of a returned row comes back', () => {
    fc.assert(fc.property(file, (content) => {
      const { rows, planned } = plan(content)
      for (const row of rows) {
        expect(row.outcome === 'new').toBe(row.reason === null)
        expect(row.outcome === 'rejected' || row.outcome === 'empty').toBe(row.candidate === null)
        if (row.outcome === 'empty') expect(row.cells.join('').trim()).toBe('')
      }
      const counts = countOutcomes(rows)
      expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(rows.length)
      expect(planned.map(toPreviewRow)).toHaveLength(rows.length)
    }), { numRuns: 400 })
  })

  it('a second import of the same file changes nothing', () => {
    fc.assert(fc.property(file, (content) => {
      const first = plan(content, everything).rows
      expect(countOutcomes(plan(content, everything, stockOf(first)).rows)).toMatchObject({ new: 0, complete: 0, open: 0 })
    }), { numRuns: 400 })
  })

  it('never fails on any bytes but for a file that is no list', () => {
    fc.assert(fc.property(fc.uint8Array({ minLength: 1, maxLength: 200 }), (content) => {
      try {
        plan(content)
      } catch (error) {
        expect((error as Error).name).toBe('UnreadableFile')
      }
    }), { numRuns: 400 })
  })
})

describe('organisations of one another', () => {
  it('finds a superior that stands in a later row and has one itself, and ends where they name each other', () => {
    const { rows } = plan(bytes(['Organisation;Übergeordnet', 'Sachgebiet;Fachbereich', 'Fachbereich;Amt', 'Amt;', 'Huhn;Ei', 'Ei;Huhn', 'Selbst;Selbst'].join('\n')), { mapping: ['organisation', 'parent'] })
    const [unit, department, office] = rows.map(({ target }) => target)
    expect(unit?.contact).toMatchObject({ parentId: department?.id, note: '' })
    expect(department?.contact).toMatchObject({ parentId: office?.id, note: '' })
    expect(rows.map(({ outcome }) => outcome)).toEqual(Array.from({ length: 6 }, () => 'new'))
    // Of a circle one stays at the top and keeps what it said.
    expect(rows.slice(3).map(({ contact }) => contact?.kind === 'organisation' && contact.parentId === '' ? contact.note : '')).toEqual(
      expect.arrayContaining(['Übergeordnet: Selbst']))
  })
})

describe('rejected rows as a file', () => {
  it('gives the columns back with the reason, opens in Excel and holds no formula', async () => {
    const { table, rows } = plan(bytes('Organisation;Straße;Ort\n=cmd();"B ""x""";C;D\nA;B;C'))
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await rejectedRows('csv', table.columns.map(({ heading }) => heading), rows.filter(({ outcome }) => outcome === 'rejected')))
    expect(text).toBe('\uFEFFOrganisation;Straße;Ort;;Grund\r\n\'=cmd();"B ""x""";C;D;Die Zeile hat 4 Felder, die Kopfzeile 3. Welche Angabe wohin gehört, ist nicht sicher.\r\n')
  })

  it('can be brought again once mended: the column "Grund" is not taken over, the apostrophe goes', async () => {
    const file = await rejectedRows('csv', ['Organisation', 'Ort'], [{ cells: ['=Verein', 'Forst'], reason: 'Grund' }])
    expect(plan(file).rows).toMatchObject([{ outcome: 'new', contact: { name: '=Verein', note: '' } }])
  })

  it('goes back as a workbook where it came as one', async () => {
    const file = await rejectedRows('workbook', ['Organisation', 'PLZ'], [{ cells: ['=Verein', '03046', 'zu viel'], reason: 'Die Zeile hat 3 Felder' }])
    expect((await readFile(file, {}, contactHeadings)).tables[0]?.records.map(({ cells }) => cells)).toEqual([
      ['Organisation', 'PLZ', '', 'Grund'], ['=Verein', '03046', 'zu viel', 'Die Zeile hat 3 Felder']])
  })

  it('neutralises what a spreadsheet would calculate and leaves telephone numbers', () => {
    expect(['=1', '+49 355 1', '-5', '-1+cmd()', '@x', '\tx', 'a'].map(neutralCell)).toEqual(["'=1", '+49 355 1', '-5', "'-1+cmd()", "'@x", "'\tx", 'a'])
  })
})
