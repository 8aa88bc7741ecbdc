import { uuidv7 } from 'uuidv7'
import { bodyFieldValues, missingFields } from '../../../../shared/correspondence/body-fields.ts'
import { copiesOf, copyLabel, letterFor, type LetterCopy } from '../../../../shared/correspondence/copies/copies.ts'
import type { CopyFiles, CopyForm } from '../../../../shared/correspondence/copies/contract.ts'
import { copyKindLabels, fileCopy } from '../../../../shared/correspondence/copies/model.ts'
import type { PdfEngine } from '../../../../shared/correspondence/dispatch/contract.ts'
import { letterFileName } from '../../../../shared/correspondence/letter-number.ts'
import type { LetterSheet } from '../../../../shared/correspondence/letter-sheet.ts'
import type { Letter } from '../../../../shared/correspondence/letter.ts'
import { isPlainLetter } from '../../../../shared/correspondence/templates/built-in.ts'
import { isoDay } from '../../../../shared/dates.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import type { FileGrants } from '../../file-grants.ts'
import type { OfficeDesk } from '../../session.ts'
import { getLetterhead } from '../../settings/service.ts'
import { cleanDocx } from '../dispatch/clean-docx.ts'
import { lettersPdf } from '../dispatch/letter-pdf.ts'
import { findPdfPrograms, type PdfPrograms } from '../dispatch/pdf-programs.ts'
import { madeDocument, madePdf, pdfFrom, sheetOf } from '../dispatch/make.ts'
import { openPlaces } from '../dispatch/open-places.ts'
import { engineFor, mailOf, proofNote } from '../dispatch/service.ts'
import { lettersDocx } from '../letter-docx.ts'
import { storePaper } from '../register/documents-service.ts'
import { enter } from '../register/enter.ts'
import { readInThread } from '../register/reading/paper-reader.ts'
import { officeShelf } from '../office-shelf.ts'
import { getLetter } from '../service.ts'
import { contactEmail, type MadeFile } from '../shelf/service.ts'
import { enclosedPapers, papersFor, type EnclosedPaper } from './papers.ts'

/** What the person chose. */
export interface CopyDispatch {
  id: string
  keys: readonly string[]
  form: CopyForm
  files: CopyFiles
  enter: boolean
  /** When the letter is looked at again. It stands with the first copy that is entered: one letter waits for one look. */
  followUpOn?: string | null
  /** For one file the chosen file, for one each the chosen folder. */
  grant: string
}

interface MadeCopy { copy: LetterCopy; made: MadeFile; to: string }

/** What of a letter can be sent. @throws OfficeError `not-found` */
export async function copyChoices(desk: OfficeDesk, id: string, programs = findPdfPrograms()) {
  const letter = await getLetter(desk, id)
  const copies = []
  for (const { key, kind, name, way, contactId } of copiesOf(letter)) copies.push({ key, kind, name, way, email: way === 'email' ? await contactEmail(desk, contactId) : '' })
  const engine = engineFor(letter, null, programs)
  return { missing: await missingIn(desk, letter), copies, engine, oneFile: isPlainLetter(letter.template), papers: (await enclosedPapers(desk, letter)).length }
}

/** What the letter lacks, and what further recipients' copies lack beyond it, with whose they are. */
async function missingIn(desk: OfficeDesk, letter: Letter): Promise<string[]> {
  const common = await openPlaces(officeShelf(desk), letter)
  const { letterhead } = await getLetterhead(desk)
  const own = letter.recipients.flatMap(({ id, role, name, way, addressLines }) => {
    const said = letterFor(letter, id).letter
    const labels = [...(way === 'post' && addressLines.length === 0 ? ['Anschrift'] : []), ...missingFields(said.body, bodyFieldValues(said, letterhead))].filter((label) => !common.includes(label))
    return labels.length === 0 ? [] : [`${labels.join(', ')} (${copyLabel({ kind: role, name })})`]
  })
  return [...common, ...own]
}

/**
 * Makes the chosen copies and enters each with its file as proof. Files and register come together or not at all.
 * @throws OfficeError `invalid` for a letter that isn't finished, a copy that it doesn't have, or what can't be made, `not-found`, `template`,
 *   `forbidden`, `disk-full`, `read-only`
 */
export async function sendCopies(desk: OfficeDesk, grants: FileGrants, choice: CopyDispatch, programs = findPdfPrograms()): Promise<{
  engine: PdfEngine | null; report: string[]; written: number; entries: { number: string; name: string }[]
}> {
  const letter = await getLetter(desk, choice.id)
  if (letter.trashed) throw new OfficeError('not-found')
  if (letter.status !== 'final') throw new OfficeError('invalid', { detail: 'Versendet wird nur ein fertiges Schreiben. Bitte zuerst „Fertigstellen“ wählen.' })
  if (choice.files === 'one' && !isPlainLetter(letter.template)) throw new OfficeError('invalid', { detail: 'Mit dieser Vorlage gibt es je Fassung eine Datei. Bitte wählen Sie „Eine Datei je Empfänger“.' })
  const chosen = copiesOf(letter).filter(({ key }) => choice.keys.includes(key))
  if (chosen.length !== new Set(choice.keys).size) throw new OfficeError('invalid', { detail: 'Die Empfänger wurden inzwischen geändert. Bitte noch einmal auswählen.' })
  const shelf = officeShelf(desk)
  const made: MadeCopy[] = []
  for (const copy of chosen) {
    made.push({
      copy, to: copy.way === 'email' ? await contactEmail(desk, copy.contactId) : '',
      made: choice.form === 'docx' ? await madeDocument(shelf, letter, copy.key) : await madePdf(shelf, letter, copy.key, programs),
    })
  }
  const papers = await enclosedPapers(desk, letter)
  const files = choice.files === 'each' ? await eachFile(desk, letter, made, papers, choice.form) : null
  const one = files === null ? await oneFile(desk, letter, made, choice.form, programs) : null
  const save = (): void => {
    if (files !== null) grants.writeInto(choice.grant, files)
    else if (one !== null) grants.write(choice.grant, one)
  }
  const entries = choice.enter ? await enterCopies(desk, letter, made, choice, save) : (save(), [])
  return { engine: made[0]?.made.engine ?? null, report: [...new Set(made.flatMap(({ made: { report } }) => report))], written: files?.length ?? 1, entries }
}

/** Every copy as a file of its own, a mail for whoever is written to by mail, and the enclosed papers once. Names of files name nobody. */
async function eachFile(desk: OfficeDesk, letter: Letter, made: readonly MadeCopy[], papers: readonly EnclosedPaper[], form: CopyForm): Promise<{ name: string; bytes: Uint8Array }[]> {
  const { letterhead } = await getLetterhead(desk)
  const stem = letterFileName(letter.number).replace(/\.docx$/u, '')
  const files = made.map(({ copy, made: { bytes }, to }, index) => {
    const name = copy.key === fileCopy ? `${stem}-Entwurf` : `${stem}-${index + 1}-${copyKindLabels[copy.kind]}`
    if (form !== 'pdf' || copy.way !== 'email') return { name: `${name}.${form}`, bytes }
    const along = papersFor(papers, letter, copy.key)
    return { name: `${name}.eml`, bytes: mailOf(letterFor(letter, copy.key).letter, letterhead.email, to, bytes, along) }
  })
  return [...files, ...papers.map(({ name, bytes }) => ({ name, bytes }))]
}

/** All copies one after the other, each with its own page numbers. */
async function oneFile(desk: OfficeDesk, letter: Letter, made: readonly MadeCopy[], form: CopyForm, programs: PdfPrograms): Promise<Uint8Array> {
  const { letterhead } = await getLetterhead(desk)
  const sheets = []
  for (const { copy } of made) sheets.push(await sheetOf(officeShelf(desk), letter, copy.key))
  const [first, ...others] = sheets
  if (!first) throw new OfficeError('invalid')
  const all: [LetterSheet, ...LetterSheet[]] = [first, ...others]
  const document: MadeFile = { ...cleanDocx(await lettersDocx(all, letterhead)), kind: 'docx', engine: null }
  return form === 'docx' ? document.bytes : (await pdfFrom(document, programs, () => lettersPdf(all, letterhead))).bytes
}

/**
 * The proofs: a line of the Postausgang for everybody it goes to, with the very file and its hash; the file copy as a paper of the letter.
 * @param save writes the files; when that fails, nothing is entered
 */
async function enterCopies(
  desk: OfficeDesk, letter: Letter, made: readonly MadeCopy[], { form, followUpOn = null }: Pick<CopyDispatch, 'form' | 'followUpOn'>, save: () => void,
): Promise<{ number: string; name: string }[]> {
  const read = await Promise.all(made.map(({ made: { bytes } }) => readInThread(bytes, form)))
  const sent = made.filter(({ copy }) => copy.key !== fileCopy)
  const label = sent.length === 1 ? 'Versand eingetragen' : `Versand an ${sent.length} Empfänger eingetragen`
  const { value } = await desk.write({ label, record: { type: 'letter', id: letter.id } }, async (transaction) => {
    const entries: { number: string; name: string }[] = []
    for (const [index, each] of made.entries()) {
      const { copy, made: file, to } = each
      const paper = { kind: form, bytes: file.bytes, read: read[index] ?? await readInThread(file.bytes, form) }
      if (copy.key === fileCopy) {
        await storePaper(transaction, desk, { type: 'letter', id: letter.id }, { ...paper, name: `Entwurf für die Akte: Schreiben ${letter.number}` }, null)
        continue
      }
      const id = uuidv7()
      await enter(transaction, desk, {
        direction: 'out', on: isoDay(new Date()), kind: 'letter', way: copy.way ?? 'post', contactId: copy.contactId, correspondent: copy.name || 'Ohne Namen',
        subject: letter.subject || `Schreiben ${letter.number}`, reference: letter.number, followUpOn: entries.length === 0 ? followUpOn : null, assigneeId: null, assigneeName: '', note: `${copyKindLabels[copy.kind]}, ${proofNote({ form: copy.way === 'email' && form === 'pdf' ? 'eml' : form, to }, file)}`,
      }, { id, record: { type: 'letter', id: letter.id } })
      await storePaper(transaction, desk, { type: 'register-entry', id }, { ...paper, name: `Versandt: Schreiben ${letter.number}, ${copyKindLabels[copy.kind]}` }, null)
      const row = await transaction.row('register_entry', id)
      entries.push({ number: String(row?.number ?? ''), name: copyLabel(copy) })
    }
    save()
    return entries
  })
  return value
}
