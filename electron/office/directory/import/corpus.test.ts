import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ImportOptions } from '../../../../shared/directory/import/model.ts'
import { importRepairKinds } from '../../../../shared/directory/import/repairs.ts'
import { openTestSession, type TestSession } from '../../../../tests/support/session.ts'
import { contactCounts } from '../service.ts'
import * as corpus from './corpus.fixture.ts'
import { importWhole, preview } from './testing.ts'

let test: TestSession
beforeEach(async () => {
  test = await openTestSession('leitung')
})
afterEach(() => test.dispose())

const desk = () => test.session.office
const look = (file: Uint8Array, options: ImportOptions = {}) => preview(desk(), file, options)

/** Rows as short as a reader of a test wants them: line, outcome, name, and what the contact says. */
async function lines(file: Uint8Array, options: ImportOptions = {}): Promise<string[]> {
  const { rows } = await look(file, options)
  return rows.map(({ line, outcome, name, becomes, reason }) =>
    `${line} ${outcome} ${name}: ${becomes.length > 0 ? becomes.filter(({ label }) => !['Organisation', 'Name', 'Familienname'].includes(label)).map(({ label, value }) => `${label} ${value}`).join(' | ') : reason}`)
}

const all: ImportOptions = { similar: 'new', remark: 'note', repairs: Object.fromEntries(importRepairKinds.map((kind) => [kind, 'accept'])) }

describe('lists of Outlook', () => {
  it('1 German, 2016: every column has its meaning, empty and private ones are left out', async () => {
    const { overview } = await look(corpus.outlook2016)
    expect(overview.text).toMatchObject({ encoding: 'windows-1252', separator: ',' })
    expect(overview.columns.filter(({ field }) => field === 'ignore').map(({ heading }) => heading)).toEqual(['Suffix', 'Region geschäftlich', 'Pager', 'E-Mail-Typ', 'E-Mail: Angezeigter Name', 'Geburtstag', 'Name Assistent', 'Organisations-Nr.', 'Priorität'])
    expect(await lines(corpus.outlook2016)).toEqual([
      '2 new Müller, Ana Maria: Vornamen Ana Maria | Hausanschrift Neumarkt 5, 03046 Cottbus | Telefon 0355 612-2008 | Telefon 0355 4711 (privat) | E-Mail a.mueller@example.org | Schlagwörter Presse, Netzwerk | Notiz erste Zeile\nzweite „Zeile“ | Funktion Leitung, Caritas Görlitz',
      '4 new Weiß, Jörg: Vornamen Jörg | Privatanschrift Allee 2, 03185 Peitz | Mobil 0171 2345678 | Sprachen Deutsch',
    ])
  })

  it('2 newer spellings of the headings', async () => {
    expect(await lines(corpus.outlookNew)).toEqual(['2 new Țuțea, Bogdan: Vornamen Bogdan | Hausanschrift Weg 1, 03149 Forst (Lausitz) | Telefon 03562 1234567 | Telefon 03562 7654321 (privat) | E-Mail b.tutea@example.org | Funktion Jobcenter Forst'])
  })

  it('3 English', async () => {
    expect(await lines(corpus.outlookEnglish)).toEqual(["2 new O'Neill, Joan Anne: Vornamen Joan Anne | Hausanschrift High Street 1, LS1 4DY Leeds, GB | Telefon +44 113 496 0000 | Mobil +44 7700 900123 | E-Mail j.oneill@example.org | Notiz met in 2023 | Funktion Officer, Refugee Council"])
  })
})

describe('lists of spreadsheets', () => {
  it('4 semicolons at the end, an empty row, no line end at the end', async () => {
    expect(await lines(corpus.excelList)).toEqual([
      '2 new Brücke e. V.: Hausanschrift 03046 Cottbus | Telefon 0355 123456', '3 new Förderkreis: Hausanschrift 01968 Senftenberg | Telefon 03573 123456',
      '4 empty : Die Zeile ist leer.', '5 new Lotsenhaus gGmbH: Hausanschrift Görlitz',
    ])
  })

  it('5 Mac Roman, 6 Unicode text, 7 umlauts at the beginning', async () => {
    expect((await look(corpus.macList)).overview.text).toMatchObject({ encoding: 'macintosh' })
    expect(await lines(corpus.macList)).toEqual(['2 new Größe e. V.: Hausanschrift Schloßstraße 1, Lübben', '3 new Tür auf: Hausanschrift Große Gasse 2, Zürich'])
    expect(await lines(corpus.utf16List)).toEqual(['2 new Şahin-Öztürk, Şirin: Vornamen Şirin | Hausanschrift Senftenberg', '3 new Nguyễn, Văn Đức: Vornamen Văn Đức | Hausanschrift Cottbus'])
    expect(await lines(corpus.umlautFirst)).toEqual(['2 new Öffentlichkeit e. V.: Hausanschrift Übigau', '3 new Ämterlotsen: Hausanschrift Özbekhausen'])
  })

  it('8 damaged letters are offered mended and not imported before somebody has decided', async () => {
    expect(await lines(corpus.damaged)).toEqual([
      '2 open Treff: Hausanschrift München', '3 open Müller Stiftung: Hausanschrift Köln', '4 open Mañana: Hausanschrift Berlin', '5 new Привет: Hausanschrift Forst', '6 new Heile Müller: Hausanschrift Köln',
    ])
    expect((await look(corpus.damaged)).overview.repairs).toMatchObject([{ kind: 'mojibake', rows: 3, open: 3, before: 'Mьnchen', after: 'München' }])
    expect((await lines(corpus.damaged, { repairs: { mojibake: 'decline' } }))[0]).toBe('2 new Treff: Hausanschrift Mьnchen')
    expect((await lines(corpus.damaged, { repairs: { mojibake: 'decline' }, rows: { 3: { repairs: { mojibake: 'accept' } } } }))[1]).toBe('3 new Müller Stiftung: Hausanschrift Köln')
  })

  it.each(['xlsx', 'biff8'] as const)('9 title rows, merged cells, two tables, hidden sheet, row and column (%s)', async (type) => {
    const file = corpus.titledWorkbook(type)
    const { overview } = await look(file)
    expect(overview.tables.map(({ label, hidden }) => [label, hidden])).toEqual([['Liste, Tabelle 1 (ab Zeile 1)', false], ['Liste, Tabelle 2 (ab Zeile 10)', false], ['Privat', true]])
    expect(overview.warnings.join(' ')).toContain('Ausgeblendete Tabellenblätter werden nicht übernommen, wenn Sie sie nicht auswählen: „Privat“.')
    expect(overview.warnings.join(' ')).toContain('verbundene Zellen')
    // The writer of the old format doesn't store hidden rows.
    expect(overview.hidden).toEqual({ rows: type === 'xlsx' ? 1 : 0, columns: 1, included: false })
    expect(overview.columns.map(({ heading }) => heading)).toEqual(['Organisation', 'Name', 'Telefon'])
    expect((await lines(file, { withHidden: true })).filter((line) => line.includes(' new '))).toHaveLength(3)
    expect((await lines(file)).filter((line) => line.includes('Caritas'))).toEqual(['6 new Abel: Telefon 0355 1111111 | Funktion Caritas', '7 new Bauer: Telefon 0355 2222222 | Funktion Caritas'])
    expect(await lines(file, { table: 1 })).toEqual([expect.stringContaining('10 rejected Vereine'), '12 new Brücke: Hausanschrift Forst | E-Mail b@example.org'])
  })

  it('9 the same as OpenDocument', async () => {
    const file = corpus.titledWorkbook('ods')
    expect((await lines(file)).filter((line) => line.includes('Caritas'))).toEqual(['6 new Abel: Telefon 0355 1111111 | Funktion Caritas', '7 new Bauer: Telefon 0355 2222222 | Funktion Caritas'])
    expect((await look(file)).overview.tables.map(({ label }) => label)).toEqual(['Liste, Tabelle 1 (ab Zeile 1)', 'Liste, Tabelle 2 (ab Zeile 10)', 'Privat'])
  })

  it('10 post codes get back their zeros, and can be left as they are', async () => {
    expect((await lines(corpus.zerosLost())).map((line) => line.slice(line.lastIndexOf(' ', line.lastIndexOf(' ') - 1)))).toEqual([' 01968 Senftenberg', ' 03046 Cottbus', ' 01067 Dresden', ' 03149 Forst'])
    expect((await lines(corpus.zerosLost(), { repairs: { 'post-code-zero': 'decline' } }))[0]).toContain('1968 Senftenberg')
  })

  it('11 days: read where they are days, kept as words where not', async () => {
    const { token } = await look(corpus.mixedDays())
    const { rows } = await preview(desk(), token)
    expect(rows.map(({ repairs, hints }) => repairs.map(({ before, after }) => `${before}→${after}`).join() || hints.filter((hint) => hint.includes('Tag')).join())).toEqual([
      '', '1.2.24→01.02.2024', '', '45323→01.02.2024', '', '„Feb 24“ ist kein bestimmter Tag und steht als Funktion seit in der Notiz.',
      '„seit Herbst 2019“ ist kein bestimmter Tag und steht als Funktion seit in der Notiz.', '„31.02.2024“ ist kein bestimmter Tag und steht als Funktion seit in der Notiz.', '00.00.0000→',
    ])
    await importWhole(desk(), corpus.mixedDays())
    const stored = await desk().database.read.selectFrom('contact_role').innerJoin('contact', 'contact.id', 'contact_role.contact_id').select(['family_name', 'started_on']).orderBy('family_name').execute()
    expect(stored.map(({ started_on }) => started_on)).toEqual(['2024-02-01', '2024-02-01', '2024-02-01', '2024-02-01', '2024-02-01', null, null, null, null])
  })

  it('12 names: nothing is split unasked; what is offered stands there to be decided', async () => {
    const { rows } = await look(corpus.names)
    expect(rows.map(({ line, outcome, name, repairs }) => `${line} ${outcome} ${name} [${repairs.map(({ kind }) => kind).join(' ')}]`)).toEqual([
      '2 open Müller, Ana [employer-in-name title-in-name name-parts]', '3 open Al-Hassan [family]', '4 open Schmidt [two-people title-in-name]', '4 open Schmidt [two-people title-in-name]',
      '5 new Tran Thi Mai []', '6 new Abdul []', '7 new Nguyễn Văn Đức []', '8 new Țuțea Ștefan []', '9 new Şahin-Öztürk []', '10 open Ä̈ [employer-in-name]', "11 new O'Neill []",
      '12 open Frhr. von der Heide, Karl-Theodor [name-parts]', '13 open Müller Ana [title-in-name]', '14 open Kowalski [care-of title-in-name]',
    ])
    const declined = await lines(corpus.names, { repairs: Object.fromEntries(importRepairKinds.map((kind) => [kind, 'decline'])) })
    expect(declined.map((line) => line.slice(0, line.indexOf(':')))).toEqual([
      '2 new Müller, Dr. Ana (Caritas)', '3 new Fam. Al-Hassan', '4 new Herr u. Frau Schmidt', '5 new Tran Thi Mai', '6 new Abdul', '7 new Nguyễn Văn Đức', '8 new Țuțea Ștefan', '9 new Şahin-Öztürk',
      '10 new Ä̈ (combining)', "11 new O'Neill", '12 new von der Heide, Karl-Theodor Frhr.', '13 new Müller Ana Dr.', '14 new z. Hd. Fr. Kowalski',
    ])
    await importWhole(desk(), corpus.names, all)
    const people = await desk().database.read.selectFrom('contact').select(['family_name', 'given_names', 'title', 'salutation', 'note']).where('kind', '=', 'person').execute()
    expect(people).toEqual(expect.arrayContaining([
      { family_name: 'Müller', given_names: 'Ana', title: 'Dr.', salutation: 'none', note: '' }, { family_name: 'Schmidt', given_names: '', title: '', salutation: 'mr', note: '' },
      { family_name: 'Schmidt', given_names: '', title: '', salutation: 'ms', note: '' }, { family_name: 'Al-Hassan', given_names: '', title: '', salutation: 'none', note: 'Familie' },
      { family_name: 'Kowalski', given_names: '', title: '', salutation: 'ms', note: '' },
    ]))
  })

  it('13 numbers stay as typed; several are parted, remarks become labels, lost ones are said', async () => {
    expect(await lines(corpus.phones)).toEqual([
      '2 new A: Telefon 0355 / 612-2008', '3 new B: Telefon +49 (0)355 6122008', '4 new C: Telefon 0049 355 6122008', '5 new D: Telefon 612 2008', '6 new E: Telefon 0171/1234567 (nur abends)',
      '7 new F: Telefon 0355 612 2008 | Telefon 0171 1234567', '8 new G: Notiz Gekürzte Nummer: 4,93556E+11', '9 new H: Notiz Zur Nummer: bitte nicht anrufen',
    ])
    expect((await look(corpus.phones)).rows[4]?.repairs).toMatchObject([{ kind: 'channel-remark', before: '0171/1234567 (nur abends)', after: '0171/1234567 | nur abends' }])
    expect(await lines(corpus.wideNumbers())).toEqual(['2 new A: Telefon 493556122008', '3 new B: Notiz Gekürzte Nummer: 4,93556E+11'])
  })

  it('14 likely duplicates within the file wait for a decision; namesakes born on one day are never merged on their own', async () => {
    const { rows, overview } = await look(corpus.duplicates)
    expect(rows.map(({ line, outcome, match }) => [line, outcome, match?.line ?? null, match?.reasons.join(', ') ?? ''])).toEqual([
      [2, 'new', null, ''], [3, 'unchanged', null, ''], [4, 'open', 2, 'gleiche E-Mail-Adresse, gleiche Rufnummer, gleicher Ort'], [5, 'open', 2, 'gleicher Name'], [6, 'new', null, ''], [7, 'open', 6, 'gleicher Name, gleicher Ort'],
    ])
    expect(overview.columns.at(-1)).toMatchObject({ heading: 'Geburtsdatum', field: 'ignore' })
    const { last } = await importWhole(desk(), corpus.duplicates, { similar: 'complete', rows: { 7: { similar: 'new' } } })
    expect(last).toMatchObject({ created: 4, completed: 0 })
  })

  it('15 organisations of other names stay what they are', async () => {
    expect((await lines(corpus.organisations)).map((line) => line.split(' ')[1])).toEqual(['new', 'new', 'new'])
  })

  it('16 languages in short, what the catalogue lacks goes to the note', async () => {
    expect(await lines(corpus.guides())).toEqual([
      '2 new Haddad: Sprachen Arabisch | Notiz Mo–Do vm., nicht i. d. Ferien\nSprachen: kurd. (Sorani), bissl türk.', '3 new Kaya: Sprachen Türkisch, Englisch',
    ])
  })
})

describe('cards and address books', () => {
  it('20 version 2.1, quoted-printable beside Windows-1252; the broken card comes back with its wording', async () => {
    const { rows, overview } = await look(corpus.oldCards)
    expect(overview).toMatchObject({ format: 'vcard', counts: { new: 2, rejected: 1 } })
    expect(await lines(corpus.oldCards)).toEqual([
      '1 new Dümmy, Jörg: Vornamen Jörg | Hausanschrift Lange Straße 12, 03046 Cottbus | Telefon 0355 4711 (privat) | Mobil 0171 1234567 | Notiz erste Zeile\r\nzweite Zeile',
      expect.stringMatching(/^11 rejected .*Zeile 14 der Visitenkarte ist nicht lesbar\.$/su), '16 new Größer, Käthe: Vornamen Käthe | Funktion Leitung, Bürgerhaus',
    ])
    expect(rows[1]?.name).toContain('das ist keine Angabe')
  })

  it('20 version 4.0: folded lines, German types, a card without end in the middle, photographs left out with a word', async () => {
    expect(await lines(corpus.newCards)).toEqual([
      '1 new Țuțea, Ștefan: Vornamen Ștefan | Privatanschrift Am Bahnhof 3, Hs. 2, 01968 Senftenberg | Telefon 0355 612-2008 | Telefon 0355 4711 (privat) | Mobil +49-171-1234567 | E-Mail s.tutea@example.org | Schlagwörter Netzwerk, Presse | Funktion IntegrationsbüroMusterstadt',
      expect.stringContaining('16 rejected'), '19 new Verein für Mädchen e. V.: Internet https://example.org',
    ])
    expect((await look(corpus.newCards)).overview.warnings).toEqual(['Aus den Visitenkarten nicht übernommen: Fotos (1), Geburtstage (1).'])
  })

  it('reads an address book in LDIF; mailing lists come back', async () => {
    expect(await lines(corpus.addressBook)).toEqual([
      '1 new Beispiel, Jana: Vornamen Jana | Hausanschrift 02826 Görlitz | Telefon 0355 612345 | E-Mail jana@example.org | Notiz langer Text',
      expect.stringContaining('Der Eintrag ist eine Verteilerliste und kein Kontakt.'), '19 new Treff am Markt: ',
    ])
  })
})

describe('dangerous and mixed lists', () => {
  it('21 formulas are plain text', async () => {
    const { rows } = await look(corpus.danger)
    expect(rows.map(({ outcome, name, hints }) => [outcome, name, hints.length])).toEqual([['new', '=HYPERLINK("http://x")', 2], ['new', '+cmd|calc', 1], ['new', 'ZeroByte', 1]])
  })

  it('a remark not meant for everybody waits for a decision and then goes where it was said', async () => {
    const { rows, overview } = await look(corpus.mixed)
    expect(rows.map(({ line, outcome }) => [line, outcome])).toEqual([[2, 'open'], [3, 'new'], [5, 'new'], [6, 'new']])
    expect(overview.remarks).toEqual({ rows: 1, open: 1, mayProtect: true })
    const { last } = await importWhole(desk(), corpus.mixed, { ...all, remark: 'protected' })
    expect(last.remarks).toMatchObject([{ text: 'kennt Fam. A.  -- NICHT weitergeben!!' }])
    const notes = await desk().database.read.selectFrom('contact').select('note').execute()
    expect(notes.map(({ note }) => note).join()).not.toContain('NICHT')
    await expect(importWhole(desk(), corpus.danger, { remark: 'protected' }, false)).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('a second import of the same file', () => {
  const files = Object.entries(corpus).map(([name, file]) => [name, typeof file === 'function' ? file() : file] as const)

  it.each(files)('changes nothing: %s', async (_, file) => {
    const { token } = await look(file)
    await importWhole(desk(), token, all)
    const before = await contactCounts(desk())
    // Without a decision as well as with the same ones.
    for (const options of [{}, all]) {
      const { overview } = await preview(desk(), token, options)
      expect(overview.counts).toMatchObject({ new: 0, complete: 0, open: 0 })
      expect(overview.importedBefore).toMatchObject({ undone: false, personName: 'Testleitung' })
      expect((await importWhole(desk(), token, options)).last).toMatchObject({ created: 0, completed: 0, change: null })
    }
    expect(await contactCounts(desk())).toEqual(before)
  })
})
