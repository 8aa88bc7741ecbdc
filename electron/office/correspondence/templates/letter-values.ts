import { bodyText } from '../../../../shared/correspondence/body.ts'
import type { CopyPart } from '../../../../shared/correspondence/copies/copy-part.ts'
import { composeSheet, referenceOf } from '../../../../shared/correspondence/compose-sheet.ts'
import type { LetterFields } from '../../../../shared/correspondence/letter.ts'
import { pressLength } from '../../../../shared/correspondence/press/text.ts'
import { particulars, type DocumentKind } from '../../../../shared/correspondence/templates/kinds.ts'
import { returnAddressOf, type Letterhead } from '../../../../shared/settings/letterhead.ts'
import { wholeRow, type Row, type Values } from './parser.ts'

/** Blank lines between function and name, for the signature by hand. */
const roomForSignature = ['', '', '']

/** What a letter about a client says of its case. */
const caseFields = ['fall_aktenzeichen', 'fall_person', 'fall_geboren', 'fall_anschrift', 'fall_frist'] as const

/** What a copy is called at its head; an original isn't called anything. */
const copyTitles = { original: '', copy: 'Abdruck', notice: 'Abdruck', draft: 'Entwurf' } as const

/** Gives what the fields of a template say for a letter: the letter itself, the letterhead, and the particulars of its kind. */
export function letterValues(kind: DocumentKind, letter: LetterFields & { number: string }, letterhead: Letterhead, copy?: CopyPart): Values {
  const sheet = composeSheet(letter, letterhead, copy)
  const { authority, addition, name } = sheet.signature
  const title = letter.signatureFunction
  const above = [authority, addition].filter(Boolean)
  const values = new Map<string, string | readonly Row[]>([
    ['anschrift', sheet.addressLines.join('\n')],
    ['empfaenger', letter.recipientName],
    ['vermerke', sheet.addressNotes.join('\n')],
    ['ruecksendeangabe', returnAddressOf(letterhead)],
    ['informationsblock', sheet.information.map((entry) => `${entry.label}: ${entry.value}`).join('\n')],
    ['betreff', letter.subject],
    ['anrede', letter.salutation],
    ['zeichenzahl', (kind === 'pressemitteilung' ? pressLength(letter) : bodyText(letter.body).trim().length).toLocaleString('de-DE')],
    ['gruss', letter.closing],
    ['unterschrift', [...above, ...(name === '' ? [] : [...(above.length > 0 ? roomForSignature : []), name]), ...(title === '' ? [] : [title])].join('\n')],
    ['behoerde', authority],
    ['zusatz', addition],
    ['name', name],
    ['funktion', title || authority],
    ['bearbeiter', letter.editorName || letter.contactPerson],
    ['namenszeichen', letter.editorSign],
    ['zeichen_unterzeichner', letter.signerSign],
    ['fassung', copy ? copyTitles[copy.kind] : ''],
    ['abdruck_an', copy?.heading ?? ''],
    ['begleittext', copy?.accompanying.join('\n') ?? ''],
    ['datum', letter.date],
    ['nummer', letter.number],
    ['unser_zeichen', referenceOf(letter)],
    ['ihr_zeichen', letter.yourReference],
    ['ihre_nachricht', letter.yourMessageOf],
    ['auskunft', letter.contactPerson],
    ['telefon', letter.contactPhone || letterhead.phone],
    ['fax', letterhead.fax],
    ['email', letter.contactEmail || letterhead.email],
    ['web', letterhead.web],
    ['buero', letterhead.officeName],
    ['abteilung', letterhead.department],
    ['buero_strasse', letterhead.street],
    ['buero_plz', letterhead.postalCode],
    ['buero_ort', letterhead.city],
    ['bank', letterhead.bank],
    ...caseFields.map((key): [string, string] => [key, textOf(letter.particulars[key])]),
    ['anlagen', listRows(sheet.enclosures)],
    ['kopien', listRows(copy ? copy.distribution.flatMap(({ heading, lines }) => lines.map((line) => (heading === 'Kopie an' ? line : `${heading}: ${line}`))) : sheet.copies)],
    // The properties of the file; they are marked like everything else while it is filled.
    ['titel', letter.subject],
    ['urheber', letterhead.officeName || 'Integrationsbüro'],
    ['leer', ''],
  ])
  for (const particular of particulars[kind]) {
    const value = letter.particulars[particular.key] ?? ''
    if (typeof value !== 'string') values.set(particular.key, value.map(rowOf))
    else if (particular.type === 'checks' || particular.type === 'list') values.set(particular.key, listRows(value.split('\n').filter((line) => line !== '')))
    else values.set(particular.key, particular.type === 'rows' ? [] : value)
  }
  return values
}

function textOf(value: LetterFields['particulars'][string] | undefined): string {
  return typeof value === 'string' ? value : ''
}

function listRows(lines: readonly string[]): Row[] {
  return lines.map((line, index) => new Map([['nr', String(index + 1)], ['bezeichnung', line], [wholeRow, line]]))
}

function rowOf(cells: Readonly<Record<string, string>>): Row {
  return new Map([...Object.entries(cells), [wholeRow, Object.values(cells).filter(Boolean).join(', ')]])
}
