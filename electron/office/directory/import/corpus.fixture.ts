import { utils, write, type WorkSheet } from '@e965/xlsx'
import iconv from 'iconv-lite'

/** Lists as newcomers bring them. Everything in them is invented. Odd encodings and workbooks are made here, so that they can be read. */

const bytes = (text: string, encoding = 'utf-8') => new Uint8Array(iconv.encode(text, encoding))
const quoted = (cells: readonly string[]) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')

const outlookGerman = ['Anrede', 'Vorname', 'Weitere Vornamen', 'Nachname', 'Suffix', 'Firma', 'Abteilung', 'Position', 'Straße geschäftlich', 'Straße geschäftlich 2', 'Ort geschäftlich', 'Region geschäftlich', 'Postleitzahl geschäftlich', 'Land/Region geschäftlich', 'Straße privat', 'Ort privat', 'Postleitzahl privat', 'Weitere Straße', 'Weiterer Ort', 'Fax geschäftlich', 'Telefon geschäftlich', 'Telefon geschäftlich 2', 'Telefon (privat)', 'Mobiltelefon', 'Weiteres Telefon', 'Pager', 'Benutzer 1', 'E-Mail-Adresse', 'E-Mail-Typ', 'E-Mail: Angezeigter Name', 'E-Mail 2: Adresse', 'Geburtstag', 'Kategorien', 'Name Assistent', 'Notizen', 'Organisations-Nr.', 'Priorität', 'Sprache', 'Webseite']

function outlookRow(values: Record<string, string>): string {
  return quoted(outlookGerman.map((heading) => values[heading] ?? ''))
}

/** 1: German Outlook of 2016: comma, Windows-1252, CRLF, line breaks in remarks. */
export const outlook2016 = bytes([
  quoted(outlookGerman),
  outlookRow({ Anrede: 'Frau Dr.', Vorname: 'Ana', 'Weitere Vornamen': 'Maria', Nachname: 'Müller', Firma: 'Caritas Görlitz', Position: 'Leitung', 'Straße geschäftlich': 'Neumarkt 5', 'Ort geschäftlich': 'Cottbus', 'Postleitzahl geschäftlich': '03046', 'Land/Region geschäftlich': 'Deutschland', 'Telefon geschäftlich': '0355 612-2008', 'Telefon (privat)': '0355 4711', 'E-Mail-Adresse': 'a.mueller@example.org', 'E-Mail-Typ': 'SMTP', Geburtstag: '0.0.00', Kategorien: 'Presse;Netzwerk', Notizen: 'erste Zeile\r\nzweite „Zeile“', Priorität: 'Normal' }),
  outlookRow({ Vorname: 'Jörg', Nachname: 'Weiß', 'Straße privat': 'Allee 2', 'Ort privat': 'Peitz', 'Postleitzahl privat': '03185', Mobiltelefon: '0171 2345678', Sprache: 'Deutsch' }),
].join('\r\n') + '\r\n', 'windows-1252')

/** 2: newer Outlook: UTF-8 with mark and other spellings of the headings. */
export const outlookNew = bytes(`\uFEFF${[
  quoted(['Anrede', 'Vorname', 'Nachname', 'Firma', 'Strasse geschäftlich', 'Ort geschäftlich', 'Postleitzahl geschäftlich', 'Land geschäftlich', 'Telefon geschäftlich', 'Telefon privat', 'E-Mail-Adresse', 'Organisationsnr.', 'Assistent(in)']),
  quoted(['Herr', 'Bogdan', 'Țuțea', 'Jobcenter Forst', 'Weg 1', 'Forst (Lausitz)', '03149', 'Deutschland', '03562 1234567', '03562 7654321', 'b.tutea@example.org', '12', 'Frau X']),
].join('\r\n')}\r\n`)

/** 3: English Outlook. */
export const outlookEnglish = bytes([
  quoted(['Title', 'First Name', 'Middle Name', 'Last Name', 'Company', 'Job Title', 'Business Street', 'Business City', 'Business Postal Code', 'Business Country/Region', 'Business Phone', 'Home Phone', 'Mobile Phone', 'E-mail Address', 'Notes', 'Sensitivity']),
  quoted(['Dr.', 'Joan', 'Anne', "O'Neill", 'Refugee Council', 'Officer', 'High Street 1', 'Leeds', 'LS1 4DY', 'United Kingdom', '+44 113 496 0000', '', '+44 7700 900123', 'j.oneill@example.org', 'met in 2023', 'Normal']),
].join('\n'))

/** 4: a distribution list of Excel: semicolon, Windows-1252, no quotes, surplus semicolons, no line end at the end. */
export const excelList = bytes('Verein;Ansprechpartner;PLZ Ort;Tel.;;;;\r\nBrücke e. V.;;03046 Cottbus;0355 123456;;;;\r\nFörderkreis;;01968 Senftenberg;03573 123456;;;;\r\n;;;;;;;\r\nLotsenhaus gGmbH;;Görlitz;', 'windows-1252')

/** 5: Mac Roman with carriage returns alone. */
export const macList = bytes('Organisation;Straße;Ort\rGröße e. V.;Schloßstraße 1;Lübben\rTür auf;Große Gasse 2;Zürich', 'macintosh')

/** 6: „Unicode-Text" of Excel. */
export const utf16List = new Uint8Array(iconv.encode('Vorname\tNachname\tOrt\r\nŞirin\tŞahin-Öztürk\tSenftenberg\r\nVăn Đức\tNguyễn\tCottbus\r\n', 'utf-16le', { addBOM: true }))

/** 7: fields that begin with an umlaut. */
export const umlautFirst = bytes('Organisation;Ort\nÖffentlichkeit e. V.;Übigau\nÄmterlotsen;Özbekhausen\n', 'windows-1252')

/** 8: text that was damaged long ago. */
export const damaged = bytes('Organisation;Ort\nTreff;Mьnchen\nMÃ¼ller Stiftung;KÃ¶ln\nMa√±ana;Berlin\nПривет;Forst\nHeile Müller;Köln\n')

/** 12: names as they stand in cells. */
export const names = bytes(['Name;Ort', ...['"Müller, Dr. Ana (Caritas)"', 'Fam. Al-Hassan', 'Herr u. Frau Schmidt', 'Tran Thi Mai', 'Abdul', 'Nguyễn Văn Đức', 'Țuțea Ștefan', 'Şahin-Öztürk', 'A\u0308\u0308 (combining)', "O'Neill", '"von der Heide, Karl-Theodor Frhr."', 'Müller Ana Dr.', 'z. Hd. Fr. Kowalski'].map((name) => `${name};Forst`)].join('\n'))

/** 13: telephone numbers. */
export const phones = bytes(['Organisation;Telefon', 'A;0355 / 612-2008', 'B;+49 (0)355 6122008', 'C;0049 355 6122008', 'D;612 2008', 'E;0171/1234567 (nur abends)', 'F;0355 612 2008, 0171 1234567', 'G;4,93556E+11', 'H;bitte nicht anrufen'].join('\n'))

/** 14: the same person four times, and two who are not the same. */
export const duplicates = bytes(['Vorname;Nachname;Firma;Ort;Telefon;E-Mail;Geburtsdatum', 'Jana;Müller;;Cottbus;0355 612345;jana@example.org;', 'Jana;Mueller;;Cottbus;0355 612345;;', 'Jana;Schulz;;Cottbus;0355 612345;jana@example.org;', 'Jana;Müller;Caritas;Guben;;j.mueller@caritas.example;', 'Mohamed;Ahmed;;Forst;03562 111111;;1.1.1990', 'Mohamed;Ahmed;;Forst;03562 222222;;1.1.1990'].join('\n'))

/** 15: one body or three? */
export const organisations = bytes('Organisation;Ort\nAWO;Senftenberg\nArbeiterwohlfahrt KV OSL e. V.;Senftenberg\nAWO Kreisverband Oberspreewald-Lausitz e.V.;Senftenberg\n')

/** 20: cards of old telephones, of version 2.1, quoted-printable and Windows-1252. */
export const oldCards = bytes([
  'BEGIN:VCARD', 'VERSION:2.1', 'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:D=C3=BCmmy;J=C3=B6rg', 'FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:J=C3=B6rg D=C3=BCmmy',
  'TEL;HOME;VOICE:0355 4711', 'TEL;CELL:0171 1234567', 'ADR;WORK;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:;;Lange Stra=C3=9Fe 1=', '2;Cottbus;;3046;Deutschland', 'NOTE;ENCODING=QUOTED-PRINTABLE:erste Zeile=0D=0Azweite Zeile', 'END:VCARD',
  'BEGIN:VCARD', 'VERSION:2.1', 'N:Kaputt;Karte', 'das ist keine Angabe', 'END:VCARD',
  'BEGIN:VCARD', 'VERSION:2.1', 'N:Größer;Käthe', 'ORG:Bürgerhaus;Empfang', 'TITLE:Leitung', 'END:VCARD',
].join('\r\n'), 'windows-1252')

/** 20: newer cards: folded lines, German types, a card without its end in the middle. */
export const newCards = bytes([
  'BEGIN:VCARD', 'VERSION:4.0', 'FN:Ștefan Țuțea', 'N:Țuțea;Ștefan;;Dr.;', 'ORG:Integrationsbüro', ' Musterstadt', 'TEL;TYPE=arbeit:0355 612-2008', 'TEL;TYPE=privat:0355 4711', 'TEL;TYPE="cell,voice";VALUE=uri:tel:+49-171-1234567', 'EMAIL;TYPE=work:s.tutea@example.org', 'ADR;TYPE=home:;;Am Bahnhof 3\\, Hs. 2;Senftenberg;;01968;Deutschland', 'CATEGORIES:Netzwerk,Presse', 'PHOTO:data:image/jpeg;base64,AAAA', 'BDAY:19900101', 'END:VCARD',
  'BEGIN:VCARD', 'VERSION:4.0', 'FN:Ohne Ende',
  'BEGIN:VCARD', 'VERSION:3.0', 'KIND:org', 'FN:Verein für Mädchen e. V.', 'ORG:Verein für Mädchen e. V.', 'URL:https://example.org', 'END:VCARD', '',
].join('\n'))

/** An address book of Thunderbird. */
export const addressBook = bytes([
  'dn: cn=Jana Beispiel,mail=jana@example.org', 'objectclass: top', 'objectclass: person', 'givenName: Jana', 'sn: Beispiel', 'cn: Jana Beispiel', 'mail: jana@example.org', 'telephoneNumber: 0355 612345', 'l:: R8O2cmxpdHo=', 'postalCode: 02826', 'description: langer Te', ' xt', '',
  'dn: cn=Verteiler', 'objectclass: groupOfNames', 'cn: Verteiler', 'member: cn=Jana Beispiel,mail=jana@example.org', '',
  'dn: cn=Treff', 'o: Treff am Markt', 'cn: Treff am Markt', '',
].join('\n'))

/** 21: cells that a spreadsheet would calculate. */
export const danger = bytes('Organisation;Ort;Bemerkung\n=HYPERLINK("http://x");Forst;@SUM(1)\n+cmd|calc;Forst;-1+2\nZero\u0000Byte;Forst;=1+1\n')

/** The sample rows of a mixed list. */
export const mixed = bytes([
  'Anrede;Titel;Name;Straße;PLZ Ort;Tel.;E-Mail;Bemerkung', 'Frau;Dr.;Müller, Ana (Caritas);Neumarkt 5;3046 Cottbus;0355 / 612-2008;a.mueller@example.org;kennt Fam. A.  -- NICHT weitergeben!!',
  'Hr.;;Al-Hassan Abdul;"Am Bahnhof 3, Hs. 2";01968 Senftenberg;+49(0)3573 870;;"seit 1.2.24, Dolm. arab.', 'ab 16 Uhr"', ';;AWO KV OSL e. V.;siehe oben;;;info@example.org; ;', 'Herr;;Thi Mai Tran;Dubinaweg 1;1968 Senftenberg;4,93556E+11;x;verzogen?',
].join('\r\n'), 'windows-1252')

type Cell = string | number | null | { v: number, z: string }

function sheetOf(rows: readonly Cell[][]): WorkSheet {
  const sheet = utils.aoa_to_sheet(rows.map((row) => row.map((cell) => cell !== null && typeof cell === 'object' ? cell.v : cell)))
  rows.forEach((row, r) => row.forEach((cell, c) => {
    const target = sheet[utils.encode_cell({ r, c })] as { z?: string } | undefined
    if (cell !== null && typeof cell === 'object' && target !== undefined) target.z = cell.z
  }))
  return sheet
}

function workbook(sheets: Record<string, WorkSheet>, options: { hidden?: string[], type?: 'xlsx' | 'biff8' | 'ods' } = {}): Uint8Array {
  const book = utils.book_new()
  for (const [name, sheet] of Object.entries(sheets)) utils.book_append_sheet(book, sheet, name)
  book.Workbook = { Sheets: book.SheetNames.map((name) => ({ name, Hidden: options.hidden?.includes(name) ? 1 as const : 0 as const })) }
  return new Uint8Array(write(book, { type: 'array', bookType: options.type ?? 'xlsx', cellStyles: true }) as ArrayBuffer)
}

/** 9: four rows above the headings, merged cells, two tables on one sheet, a hidden sheet with birthdays, a hidden row and column. */
export function titledWorkbook(type: 'xlsx' | 'biff8' | 'ods' = 'xlsx'): Uint8Array {
  const rows: Cell[][] = [
    ['Netzwerk Integration'], ['Stand 2024'], [null], ['intern'],
    ['Organisation', 'Name', 'Telefon', 'Geheim'],
    ['Caritas', 'Abel', '0355 1111111', 'x'], [null, 'Bauer', '0355 2222222', 'y'], ['Verborgen e. V.', null, '0355 3333333', 'z'],
    [null], ['Vereine'], ['Verein', 'Ort', 'E-Mail'], ['Brücke', 'Forst', 'b@example.org'],
  ]
  const sheet = sheetOf(rows)
  sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 3 } }, { s: { r: 5, c: 0 }, e: { r: 6, c: 0 } }]
  sheet['!rows'] = Array.from({ length: rows.length }, (_, index) => index === 7 ? { hidden: true } : {})
  sheet['!cols'] = [{}, {}, {}, { hidden: true }]
  return workbook({ Liste: sheet, Privat: sheetOf([['Name', 'Telefon'], ['Geheim', '0171 1']]) }, { hidden: ['Privat'], type })
}

/** 10: post codes as numbers. */
export const zerosLost = (): Uint8Array => workbook({ Tabelle1: sheetOf([['Organisation', 'PLZ', 'Ort'], ['A', 1968, 'Senftenberg'], ['B', 3046, 'Cottbus'], ['C', 1067, 'Dresden'], ['D', { v: 3149, z: '00000' }, 'Forst']]) })

/** 11: days in every shape. */
export const mixedDays = (): Uint8Array => workbook({ Tabelle1: sheetOf([
  ['Nachname', 'Organisation', 'Funktion', 'Funktion seit'],
  ...(['01.02.2024', '1.2.24', '2024-02-01', 45323, { v: 45323, z: 'dd.mm.yyyy' }, 'Feb 24', 'seit Herbst 2019', '31.02.2024', '00.00.0000'] as Cell[]).map((day, index): Cell[] => [`Person${index + 1}`, 'Verein', 'Vorsitz', day]),
]) })

/** 16: guides with languages in short. */
export const guides = (): Uint8Array => workbook({ Lotsen: sheetOf([['Name', 'Sprachen', 'Bemerkung'], ['Haddad', 'arab., kurd. (Sorani), bissl türk.', 'Mo–Do vm., nicht i. d. Ferien'], ['Kaya', 'türk., engl.', null]]) })

/** Numbers that Excel shows shortened but keeps in full. */
export const wideNumbers = (): Uint8Array => workbook({ Tabelle1: sheetOf([['Organisation', 'Telefon'], ['A', 493556122008], ['B', '4,93556E+11']]) })
