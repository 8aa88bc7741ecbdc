import { uuidv7 } from 'uuidv7'
import { composeSheet } from '../../../../shared/correspondence/compose-sheet.ts'
import type { DispatchForm, PdfEngine } from '../../../../shared/correspondence/dispatch/contract.ts'
import { letterFileName } from '../../../../shared/correspondence/letter-number.ts'
import type { Letter } from '../../../../shared/correspondence/letter.ts'
import type { MailWay } from '../../../../shared/correspondence/statements/workflow.ts'
import { germanDate, isoDay } from '../../../../shared/dates.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import { readContent } from '../../database/content-pieces.ts'
import { letterRecipient } from '../../directory/service.ts'
import { sha256 } from '../../edited-file.ts'
import type { FileGrants } from '../../file-grants.ts'
import type { OfficeDesk } from '../../session.ts'
import { getLetterhead } from '../../settings/service.ts'
import { storePaper } from '../register/documents-service.ts'
import { enter } from '../register/enter.ts'
import { getEntry } from '../register/entries-service.ts'
import { readInThread } from '../register/reading/paper-reader.ts'
import { versionsOf } from '../round-trip/versions.ts'
import { getLetter, letterFile } from '../service.ts'
import { cleanDocx } from './clean-docx.ts'
import { emlDraft } from './eml.ts'
import { letterPdf } from './letter-pdf.ts'
import { findLibreOffice, pdfByLibreOffice } from './libre-office.ts'

/** What the person chose. */
export interface Dispatch {
  id: string
  form: DispatchForm
  /** A state from Word instead of the letter as it stands in the office. */
  versionId: string | null
  to: string
  way: MailWay
  enter: boolean
  grant: string
}

interface Made { bytes: Uint8Array; engine: PdfEngine | null; report: string[] }

const neither = 'Für diese Vorlage oder Fassung braucht ein PDF LibreOffice, und das ist auf diesem Rechner nicht eingerichtet. Als Word-Datei lässt sie sich versenden.'

/** What can be chosen for a letter. @throws OfficeError `not-found` */
export async function dispatchChoices(desk: OfficeDesk, id: string, libreOffice = findLibreOffice()) {
  const letter = await getLetter(desk, id)
  const versions = (await versionsOf(desk, id)).filter(({ note, kind }) => note === '' && kind === 'docx')
  return {
    versions: versions.map((version) => ({ id: version.id, number: version.number })), email: await emailOf(desk, letter),
    letterEngine: engineFor(letter, null, libreOffice), versionEngine: engineFor(letter, 'version', libreOffice),
  }
}

/**
 * Writes the file that leaves the office to the granted place, cleaned of what its readers are not meant to see, and enters the dispatch.
 * @throws OfficeError `invalid` for a letter that isn't finished or a PDF that can't be made, `not-found`, `forbidden`, `disk-full`, `read-only`
 */
export async function dispatchLetter(
  desk: OfficeDesk, grants: FileGrants, choice: Dispatch, libreOffice = findLibreOffice(),
): Promise<{ engine: PdfEngine | null; report: string[]; entry: string | null }> {
  const letter = await getLetter(desk, choice.id)
  if (letter.trashed) throw new OfficeError('not-found')
  if (letter.status !== 'final') throw new OfficeError('invalid', { detail: 'Versendet wird nur ein fertiges Schreiben. Bitte zuerst „Fertigstellen“ wählen.' })
  const made = choice.form === 'docx' ? await cleanedDocument(desk, letter, choice.versionId) : await pdfOf(desk, letter, choice.versionId, libreOffice)
  const { letterhead } = await getLetterhead(desk)
  grants.write(choice.grant, choice.form === 'eml' ? mailOf(letter, letterhead.email, choice.to, made.bytes) : made.bytes)
  const entry = choice.enter ? await enterDispatch(desk, letter, choice, made) : null
  return { engine: made.engine, report: made.report, entry }
}

async function cleanedDocument(desk: OfficeDesk, letter: Letter, versionId: string | null): Promise<Made> {
  const bytes = versionId === null ? (await letterFile(desk, letter.id)).bytes : await contentOf(desk, letter.id, versionId)
  return { ...cleanDocx(bytes), engine: null }
}

async function pdfOf(desk: OfficeDesk, letter: Letter, versionId: string | null, libreOffice: string | null): Promise<Made> {
  const { bytes, report } = await cleanedDocument(desk, letter, versionId)
  const laidOut = libreOffice && (await pdfByLibreOffice(libreOffice, bytes))
  if (laidOut) return { bytes: laidOut, engine: 'libreoffice', report }
  if (engineFor(letter, versionId, null) === 'none') throw new OfficeError('invalid', { detail: neither })
  const { letterhead } = await getLetterhead(desk)
  return { bytes: await letterPdf(composeSheet(letter, letterhead), letterhead), engine: 'own', report: [] }
}

function engineFor(letter: Letter, version: string | null, libreOffice: string | null): PdfEngine {
  if (libreOffice !== null) return 'libreoffice'
  return version === null && /^builtin:brief-[ab]$/u.test(letter.template) ? 'own' : 'none'
}

/** @throws OfficeError `not-found` for a state that isn't one of this letter */
async function contentOf(desk: OfficeDesk, letterId: string, versionId: string): Promise<Uint8Array> {
  if (!(await versionsOf(desk, letterId)).some(({ id, note }) => id === versionId && note === '')) throw new OfficeError('not-found')
  return readContent(desk.database.read, versionId)
}

function mailOf(letter: Letter, from: string, to: string, pdf: Uint8Array): Uint8Array {
  const about = letter.subject === '' ? '' : `: ${letter.subject}`
  return emlDraft({
    from, to, subject: letter.subject || `Schreiben ${letter.number}`,
    text: [letter.salutation, `anbei erhalten Sie unser Schreiben ${letter.number} vom ${germanDate(letter.date)}${about}.`, letter.closing, letter.signatureName]
      .filter((line) => line !== '').join('\n\n'),
    attachment: { name: `${letterFileName(letter.number).replace(/\.docx$/u, '')}.pdf`, type: 'application/pdf', bytes: pdf },
  })
}

/** The proof: a line of the Postausgang with the very file, its hash and what made it. */
async function enterDispatch(desk: OfficeDesk, letter: Letter, { form, way, to }: Dispatch, { bytes, engine }: Made): Promise<string> {
  const kind = form === 'docx' ? 'docx' : 'pdf'
  const read = await readInThread(bytes, kind)
  const id = uuidv7()
  const how = form === 'eml' ? `E-Mail-Entwurf${to === '' ? '' : ` an ${to}`}, PDF` : kind.toUpperCase()
  await desk.write({ label: 'Versand eingetragen', record: { type: 'register-entry', id } }, async (transaction) => {
    await enter(transaction, desk, {
      direction: 'out', on: isoDay(new Date()), kind: 'letter', way, contactId: letter.recipientId, correspondent: letter.recipientName || 'Ohne Namen',
      subject: letter.subject || `Schreiben ${letter.number}`, reference: letter.number, followUpOn: null, assigneeId: null, assigneeName: '',
      note: `${how}${engine === 'libreoffice' ? ' (LibreOffice)' : ''} · Prüfwert SHA-256 ${sha256(bytes)}`,
    }, { id, record: { type: 'letter', id: letter.id } })
    await storePaper(transaction, desk, { type: 'register-entry', id }, { name: `Versandt: Schreiben ${letter.number}`, kind, bytes, read }, null)
  })
  return (await getEntry(desk, id)).number
}

async function emailOf(desk: OfficeDesk, { recipientId }: Letter): Promise<string> {
  if (recipientId === null) return ''
  try {
    const { contact } = await letterRecipient(desk, recipientId)
    const emails = contact.channels.filter(({ kind }) => kind === 'email')
    return (emails.find(({ preferred }) => preferred) ?? emails[0])?.value ?? ''
  } catch (error) {
    // The contact was destroyed: the letter stays.
    if (error instanceof OfficeError) return ''
    throw error
  }
}
