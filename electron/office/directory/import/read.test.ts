import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { decodeText } from '../../documents/lists/encoding.ts'
import { contactHeadings, recogniseHeading, suggestMapping } from './headings.ts'
import { readRecords } from '../../documents/lists/records.ts'
import { findSeparator } from '../../documents/lists/separator.ts'
import { UnreadableFile } from '../../documents/lists/unreadable.ts'

const SAMPLE = 'Organisation;Straße;Ort\r\nÖffentlicher Träger „Brücke“;Schloßhof 2;Düben\r\nVerein für Mädchen;Große Straße 3;Görlitz\r\n'

describe('encoding', () => {
  it.each([['windows-1252', 'windows-1252'], ['macintosh', 'macintosh'], ['utf-8', 'utf-8'], ['utf-16le', 'utf-16le'], ['utf-16be', 'utf-16be']] as const)(
    'finds %s without a mark', (written, expected) => {
      expect(decodeText(iconv.encode(SAMPLE, written))).toEqual({ text: SAMPLE, encoding: expected, bom: false, certain: true })
    })

  it.each(['utf-8', 'utf-16le', 'utf-16be'] as const)('finds %s by its mark and drops the mark', (encoding) => {
    expect(decodeText(iconv.encode(SAMPLE, encoding, { addBOM: true }))).toEqual({ text: SAMPLE, encoding, bom: true, certain: true })
  })

  it('reads an old DOS list', () => {
    const text = 'Name;Ort\nMüller Größe;Köln\nBäcker;Lübben\n'
    expect(decodeText(iconv.encode(text, 'cp850'))).toMatchObject({ text, encoding: 'cp850' })
  })

  it('reads an umlaut at the very beginning and at the very end', () => {
    for (const text of ['Ö', 'Österreich;x', 'x;Fuß']) expect(decodeText(iconv.encode(text, 'windows-1252')).text).toBe(text)
  })

  it('reads Cyrillic by its own encoding and says that it is not certain', () => {
    const text = 'Имя;Город\nМихаил Петров;Котбус\nАнна Иванова;Форст\nЕлена Смирнова;Котбус\n'
    expect(decodeText(iconv.encode(text, 'windows-1251'))).toMatchObject({ text, encoding: 'windows-1251', certain: false })
  })

  it('takes a chosen encoding as it is', () => {
    expect(decodeText(iconv.encode('Mäd', 'windows-1252'), 'macintosh').text).toBe('M‰d')
  })

  it('refuses an empty file and a PDF with the next step', () => {
    expect(() => decodeText(new Uint8Array())).toThrow(UnreadableFile)
    expect(() => decodeText(new Uint8Array([0xef, 0xbb, 0xbf, 10]))).toThrow('leer')
    expect(() => decodeText(new TextEncoder().encode('%PDF-1.7'))).toThrow('PDF')
  })
})

describe('separator', () => {
  it.each([[';', 'Organisation;Straße;Ort\nA, B;C, D;E'], [',', 'Vorname,Nachname,Ort\n"A;B",C,D'], ['\t', 'Name\tOrt\nA, B; C\tD'], ['|', 'Name|Ort\nA|B']] as const)(
    'finds %j', (separator, text) => {
      expect(findSeparator(text, contactHeadings)).toMatchObject({ separator })
    })

  it('counts the fields of most lines and is not misled by title lines or commas in remarks', () => {
    expect(findSeparator('Adressen, Stand, 2024, x\n\nName;Ort;Bemerkung\na;b;"c, d, e, f\ng, h, i, j"\na;b;c, d, e, f', contactHeadings)).toEqual({ separator: ';', columns: 3 })
    expect(findSeparator('Name\nA\nB', contactHeadings)).toEqual({ separator: ';', columns: 1 })
  })
})

describe('headings', () => {
  it('knows the German and English variants of Outlook', () => {
    for (const heading of ['Telefon privat', 'Telefon (privat)', 'Home Phone']) expect(recogniseHeading(heading)).toBe('homePhone')
    for (const heading of ['Land geschäftlich', 'Land/Region geschäftlich', 'Business Country/Region']) expect(recogniseHeading(heading)).toBe('country')
    for (const heading of ['Straße geschäftlich', 'Strasse geschäftlich', 'STRASSE  GESCHAEFTLICH']) expect(recogniseHeading(heading)).toBe('street')
    for (const heading of ['Organisations-Nr.', 'Organisationsnr.', 'Assistent(in)', 'Name Assistent']) expect(recogniseHeading(heading)).toBe('ignore')
    expect(recogniseHeading('Lieblingsfarbe')).toBeUndefined()
  })

  it('suggests one column for what there is one of, several for numbers, and reads "Name" beside "Vorname" as the family name', () => {
    expect(suggestMapping(['Vorname', 'Name', 'Straße', 'Adresse', 'Telefon', 'Telefon 2'])).toEqual(['givenNames', 'familyName', 'street', 'ignore', 'phone', 'phone'])
    expect(suggestMapping(['Anrede', 'Name', 'PLZ Ort', 'Unbekannt'])).toEqual(['salutation', 'name', 'postalCodePlace', 'ignore'])
  })
})

describe('records', () => {
  const cells = (text: string, columns = 3) => readRecords(text, ';', columns).map(({ line, cells: found, problem }) => [line, found, problem !== null])

  it('keeps a line break inside a cell and counts lines by the file', () => {
    expect(cells('a;b;c\n1;"x\ny";3\n4;5;6')).toEqual([[1, ['a', 'b', 'c'], false], [2, ['1', 'x\ny', '3'], false], [4, ['4', '5', '6'], false]])
  })

  it.each(['\r\n', '\r', '\n'])('ends lines with %j', (end) => {
    expect(cells(['a;b;c', '1;2;3', ''].join(end))).toEqual([[1, ['a', 'b', 'c'], false], [2, ['1', '2', '3'], false]])
  })

  it('spoils only its own line with a quote that is never closed', () => {
    expect(cells('a;b;c\n1;"x;3\n4;5;6\n7;8;9')).toEqual([
      [1, ['a', 'b', 'c'], false], [2, ['1', '"x', '3'], true], [3, ['4', '5', '6'], false], [4, ['7', '8', '9'], false]])
  })

  it('spoils only its own line with a quote that another row would close', () => {
    expect(cells('a;b;c\n1;2;"x\n4;5;6\n7;8;"y"\n1;1;1')).toEqual([
      [1, ['a', 'b', 'c'], false], [2, ['1', '2', '"x'], true], [3, ['4', '5', '6'], false], [4, ['7', '8', 'y'], false], [5, ['1', '1', '1'], false]])
  })

  it('takes quotes in the middle of a cell literally', () => {
    expect(cells('a;b;c\n1;Verein "Brücke" e. V.;3')).toEqual([[1, ['a', 'b', 'c'], false], [2, ['1', 'Verein "Brücke" e. V.', '3'], false]])
  })
})
