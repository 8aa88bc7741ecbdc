import { contentOf, type FormContent } from '../../../../../shared/events/series/entry-grid.ts'
import { maxFormBytes } from '../../../../../shared/events/series/entries.ts'
import { unzip, ZipTrouble } from '../../../documents/unzip.ts'
import { gridsOfWord } from './word-grids.ts'
import { gridsOfWorkbook } from './workbook-grids.ts'
import { UnreadableForm } from './unreadable-form.ts'

/** A form of some pages unpacks to a hundredth of this. */
const limits = { entries: 600, unpacked: 40 * 1024 * 1024, density: 120 }
const again = 'Bitte das ausgefüllte Formular als Excel- oder Word-Datei (.xlsx, .docx) senden lassen oder die Angaben von Hand eintragen.'
const macros = 'Die Datei enthält Makros und wurde nicht gelesen. Bitte ohne Makros als .xlsx oder .docx neu speichern lassen.'

/**
 * Reads a form by what is in the file, not by its name: DOCX, XLSX, XLS, ODS. Nothing in it is run, followed or fetched.
 * @throws UnreadableForm for anything else, and for files that act, point outside or fill the memory
 */
export function readForm(bytes: Uint8Array): FormContent {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (file.length === 0) throw new UnreadableForm('Die Datei ist leer.')
  if (file.length > maxFormBytes) throw new UnreadableForm('Die Datei ist größer als 5 MB; ein Formular ist viel kleiner. Sie wurde nicht gelesen.')
  const start = file.toString('latin1', 0, 8)
  if (start.startsWith('%PDF')) throw new UnreadableForm(`Das ist eine PDF-Datei; was darin steht, lässt sich nicht zuverlässig den Feldern zuordnen. ${again}`)
  if (/^(?:\u00ff\u00d8\u00ff|\u0089PNG|GIF8|RIFF|II\*|MM\0)/u.test(start)) throw new UnreadableForm(`Das ist ein Bild. ${again}`)
  if (file.readUIntBE(0, Math.min(4, file.length)) === 0xd0cf11e0) return contentOf(gridsOfWorkbook(oldWorkbook(file)))
  if (!start.startsWith('PK')) throw new UnreadableForm(`Das ist weder eine Excel- noch eine Word-Datei. ${again}`)
  const names = namesIn(bytes)
  if (names.some((name) => name.startsWith('word/'))) return contentOf(gridsOfWord(bytes))
  if (names.some((name) => name.startsWith('xl/')) || names.includes('content.xml')) return contentOf(gridsOfWorkbook(bytes))
  throw new UnreadableForm(`Das ist eine gepackte Datei, aber kein Formular. ${again}`)
}

/** The old format of Excel lies in an envelope that also holds other things. */
function oldWorkbook(file: Buffer): Buffer {
  const holds = (name: string): boolean => file.includes(Buffer.from(name, 'utf16le'))
  if (holds('EncryptedPackage')) throw new UnreadableForm('Die Datei ist mit einem Kennwort geschützt. Bitte ohne Kennwort senden lassen.')
  if (holds('WordDocument')) throw new UnreadableForm('Das ist das alte Word-Format (.doc). Bitte in Word öffnen, als .docx speichern und noch einmal einlesen.')
  if (holds('_VBA_PROJECT') || holds('Macros')) throw new UnreadableForm(macros)
  if (!holds('Workbook') && !holds('Book')) throw new UnreadableForm(`Das ist kein Formular. ${again}`)
  return file
}

/** Names of the parts, after every part was unpacked within its limits and nothing was found that acts or points outside. */
function namesIn(bytes: Uint8Array): string[] {
  let parts: Map<string, Buffer>
  try {
    parts = unzip(bytes, limits, (name) => /^(?:mimetype|META-INF\/manifest\.xml|\[Content_Types\]\.xml)$|^xl\/.*\.rels$/u.test(name))
  } catch (error) {
    if (!(error instanceof ZipTrouble)) throw error
    if (error.reason === 'encrypted') throw new UnreadableForm('Die Datei ist mit einem Kennwort geschützt. Bitte ohne Kennwort senden lassen.')
    throw new UnreadableForm(error.reason === 'damaged' ? 'Die Datei ist beschädigt. Bitte noch einmal senden lassen.' : 'Die Datei würde entpackt viel zu groß. Sie wurde nicht gelesen.')
  }
  const names = [...parts.keys()]
  const text = (name: string): string => parts.get(name)?.toString('utf8') ?? ''
  if (/opendocument\.text/u.test(text('mimetype'))) throw new UnreadableForm('Das ist ein LibreOffice-Text (.odt). Bitte in LibreOffice als „Word 2010–365 (.docx)“ speichern und noch einmal einlesen.')
  if (text('META-INF/manifest.xml').includes('encryption-data')) throw new UnreadableForm('Die Datei ist mit einem Kennwort geschützt. Bitte ohne Kennwort senden lassen.')
  if (names.some((name) => /vbaProject|vbaData|^Basic\/|^Scripts\//iu.test(name)) || /<Override\b[^>]*macroEnabled/iu.test(text('[Content_Types].xml'))) throw new UnreadableForm(macros)
  if (names.some((name) => /^xl\/(?:externalLinks|embeddings|activeX|connections)/iu.test(name))) throw new UnreadableForm('Die Datei ist mit anderen Dateien verknüpft oder enthält eingebettete Programme. Sie wurde nicht gelesen. Bitte die Werte in ein neues Formular übertragen lassen.')
  for (const [name, content] of parts) {
    if (!name.endsWith('.rels')) continue
    for (const [tag] of content.toString('utf8').matchAll(/<Relationship\b[^>]*>/giu)) {
      if (/TargetMode\s*=\s*["']External/iu.test(tag) && !/\/hyperlink["']/iu.test(tag)) throw new UnreadableForm('Die Datei lädt Teile von außerhalb nach. Sie wurde nicht gelesen. Bitte die Werte in ein neues Formular übertragen lassen.')
    }
  }
  return names
}
