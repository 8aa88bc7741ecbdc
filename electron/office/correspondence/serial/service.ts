import { bodyFromText } from '../../../../shared/correspondence/body.ts'
import { composeSheet } from '../../../../shared/correspondence/compose-sheet.ts'
import { letterFileName } from '../../../../shared/correspondence/letter-number.ts'
import type { LetterSheet } from '../../../../shared/correspondence/letter-sheet.ts'
import type { LetterFields } from '../../../../shared/correspondence/letter.ts'
import type { Recipient } from '../../../../shared/correspondence/recipient.ts'
import type { SerialFiles, SerialPattern } from '../../../../shared/correspondence/serial.ts'
import { isoDay } from '../../../../shared/dates.ts'
import type { Letterhead } from '../../../../shared/settings/letterhead.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import type { OfficeSchema } from '../../database/office/schema.ts'
import type { WriteTransaction } from '../../database/write-transaction.ts'
import type { FileGrants } from '../../file-grants.ts'
import type { OfficeDesk } from '../../session.ts'
import { getLetterhead } from '../../settings/service.ts'
import { fixFields } from '../fixed-fields.ts'
import { lettersDocx } from '../letter-docx.ts'
import { newLetterFields } from '../new-letter.ts'
import { readLetter } from '../repository.ts'
import { storeLetter } from '../store-letter.ts'
import { letterDocument } from '../templates/letter-document.ts'
import { keepVersion } from '../versions/keep.ts'

type Written = LetterFields & { number: string }

/** Somebody to write to; the address is copied from the contact before. */
export type SerialRecipient = Recipient & { recipientId: string }

/** What a series of letters needs. */
export interface SerialOptions {
  pattern: SerialPattern
  files: SerialFiles
  /** For one file the chosen file, for one each the chosen folder. */
  grant: string
}

export type SerialProgress = { state: 'running', done: number, total: number } | { state: 'done', written: number, change: string | null }

const LETTERS_PER_REPORT = 5

/**
 * Writes the same letter to many: every one has its number and stands in the register, finished, with its recipient; the
 * files go where the person chose. Register and files come together or not at all: aborting `signal`, or a file that can't
 * be written, leaves neither. Everybody gets one letter, whoever stands twice among the recipients.
 * @throws OfficeError `not-found` for a pattern that isn't there, `invalid` without recipients, `forbidden`, `disk-full`, `read-only`
 */
export async function* writeSerialLetters(
  desk: OfficeDesk, grants: FileGrants, recipients: readonly SerialRecipient[], options: SerialOptions, signal?: AbortSignal,
): AsyncGenerator<SerialProgress> {
  const everybody = [...new Map(recipients.map((recipient) => [recipient.recipientId, recipient])).values()]
  if (everybody.length === 0) throw new OfficeError('invalid', { detail: 'Es ist niemand übrig, an den geschrieben werden kann.' })
  const day = isoDay(new Date())
  const { letterhead } = await getLetterhead(desk)
  const common = await commonFields(desk, options.pattern, newLetterFields(day, letterhead, desk.person.name, null))
  if (options.files === 'one' && !['builtin:brief-a', 'builtin:brief-b'].includes(common.template)) {
    throw new OfficeError('invalid', { detail: 'Mit dieser Vorlage gibt es je Schreiben eine Datei. Bitte wählen Sie „Eine Datei je Schreiben“.' })
  }
  const total = everybody.length
  let done = 0
  let report = (): void => {}
  const writing = desk.write({ label: total === 1 ? 'Serienbrief: 1 Schreiben' : `Serienbrief: ${total} Schreiben` }, async (transaction) => {
    const letters: Written[] = []
    for (const recipient of everybody) {
      letters.push(await registerLetter(transaction, desk, { ...common, ...recipient, addressNotes: [], yourReference: '', yourMessageOf: '' }))
      done += 1
      if (done % LETTERS_PER_REPORT !== 0) continue
      report()
      await new Promise((resolve) => setImmediate(resolve))
      signal?.throwIfAborted()
    }
    const files = options.files === 'each' ? await eachFile(desk, letters, letterhead, signal) : null
    const one = files === null ? await lettersDocx(letters.map((letter) => composeSheet(letter, letterhead)) as [LetterSheet, ...LetterSheet[]], letterhead) : null
    signal?.throwIfAborted()
    if (files !== null) grants.writeInto(options.grant, files)
    else if (one !== null) grants.write(options.grant, one)
  })
  let finished = false
  const end = writing.then(() => { finished = true }, () => { finished = true })
  while (!finished) {
    yield { state: 'running', done, total }
    await Promise.race([end, new Promise<void>((resolve) => { report = resolve })])
  }
  const { change } = await writing
  yield { state: 'done', written: total, change }
}

/** What all letters share. An earlier letter gives everything but its recipient, number and day. */
async function commonFields(desk: OfficeDesk, pattern: SerialPattern, fields: LetterFields): Promise<LetterFields> {
  if (pattern.kind === 'text') return { ...fields, subject: pattern.subject, body: bodyFromText(pattern.text) }
  const letter = await readLetter(desk.database.read, pattern.id)
  if (letter === null) throw new OfficeError('not-found')
  const { ourReference, contactPerson, subject, body, closing, signatureAuthority, signatureAddition, signatureName, enclosures, copies, template, particulars } = letter
  return { ...fields, ourReference, contactPerson, subject, body, closing, signatureAuthority, signatureAddition, signatureName, enclosures, copies, template, particulars }
}

async function registerLetter(transaction: WriteTransaction<OfficeSchema>, desk: OfficeDesk, fields: LetterFields): Promise<Written> {
  const { id, number } = await storeLetter(transaction, desk, fields, { status: 'final' })
  await fixFields(transaction, desk, id)
  await keepVersion(transaction, desk, id, { kind: 'final', note: 'Serienbrief' })
  return { ...fields, number }
}

async function eachFile(desk: OfficeDesk, letters: readonly Written[], letterhead: Letterhead, signal: AbortSignal | undefined): Promise<{ name: string, bytes: Uint8Array }[]> {
  const files: { name: string, bytes: Uint8Array }[] = []
  for (const letter of letters) {
    files.push({ name: letterFileName(letter.number), bytes: (await letterDocument(desk, letter, letterhead)).bytes })
    await new Promise((resolve) => setImmediate(resolve))
    signal?.throwIfAborted()
  }
  return files
}
