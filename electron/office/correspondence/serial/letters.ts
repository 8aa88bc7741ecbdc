import { bodyText } from '../../../../shared/correspondence/body.ts'
import type { LetterFields } from '../../../../shared/correspondence/letter.ts'
import type { SerialRun } from '../../../../shared/correspondence/serial/model.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import { uuidv7 } from 'uuidv7'
import type { OfficeSchema } from '../../database/office/schema.ts'
import type { WriteTransaction } from '../../database/write-transaction.ts'
import { correspondents, type Correspondent } from '../../directory/reaching/service.ts'
import type { PdfPrograms } from '../dispatch/pdf-programs.ts'
import type { EnclosureSource } from '../../serial-enclosure-source.ts'
import type { OfficeDesk } from '../../session.ts'
import { fixFields } from '../fixed-fields.ts'
import { storeLetter } from '../store-letter.ts'
import { keepVersion } from '../versions/keep.ts'
import { patternFields, serialGaps } from './pattern.ts'
import { canPdf, noPdf } from './print.ts'
import { readRecipients, readRunFields, type StoredRecipient } from './repository.ts'
import { decided } from './service.ts'

/** Letters that are stored with their recipients' states in one transaction: a process that ends leaves both or neither. */
export const lettersPerStep = 10

/**
 * Freezes what the letters say and to whom they go, unless that was done before.
 * @throws OfficeError `invalid` when nobody is left to write to, something is missing or can't be made on this computer, `not-found` for a pattern that is gone
 */
export async function beginRun(desk: OfficeDesk, run: SerialRun, programs: PdfPrograms): Promise<void> {
  if (run.state !== 'prepared') return
  const found = await serialGaps(desk, run)
  const everybody = decided(run, found.everybody.map(({ candidate }) => candidate))
  if (!everybody.some(({ written }) => written)) throw new OfficeError('invalid', { detail: 'Es ist niemand übrig, an den geschrieben werden kann.' })
  const fields = await patternFields(desk, run)
  if (fields.subject.trim() === '' || bodyText(fields.body).trim() === '') throw new OfficeError('invalid', { detail: 'Dem Serienbrief fehlt noch der Betreff oder der Text.' })
  if (found.common.length > 0) throw new OfficeError('invalid', { detail: `In jedem Schreiben würde noch fehlen: ${found.common.join(', ')}. Bitte ergänzen Sie das im Muster; es wurde nichts geschrieben.` })
  const wanted = everybody.some(({ written, way }) => written && (way === 'email' || run.settings.form === 'pdf'))
  if (wanted && !canPdf(fields.template, programs)) throw new OfficeError('invalid', { detail: noPdf })
  await desk.write({ label: 'Serienbrief begonnen', record: runRef(run.id) }, async (transaction) => {
    await transaction.update('serial_run', run.id, { begun_at: transaction.now, fields: JSON.stringify(fields), title: fields.subject })
    for (const [position, { candidate, way, written, reason }] of everybody.entries()) {
      await transaction.insert('serial_recipient', {
        id: uuidv7(), run_id: run.id, position, contact_id: candidate.contactId, state: written ? 'waiting' : 'left-out', way, reason, letter_id: null, file_name: '', file_hash: '',
      })
    }
  })
}

/**
 * Writes the letters that are still waiting, a few in each transaction, with number and recipient, finished. Somebody who meanwhile may not
 * be written to any more is left out with the reason.
 */
export async function* writeLetters(desk: OfficeDesk, run: SerialRun, signal: AbortSignal | undefined, source: EnclosureSource | null): AsyncGenerator<{ done: number; total: number }> {
  const fields = await readRunFields(desk.database.read, run.id)
  if (!fields) throw new OfficeError('not-found')
  const recipients = (await readRecipients(desk.database.read, run.id)).filter(({ state }) => state !== 'left-out')
  const waiting = recipients.filter(({ state }) => state === 'waiting')
  const now = new Map((waiting.length === 0 ? [] : await correspondents(desk, run.source, run.purpose)).map((each) => [each.candidate.contactId, each]))
  const total = recipients.length
  for (let at = 0; at < waiting.length; at += lettersPerStep) {
    signal?.throwIfAborted()
    yield { done: total - waiting.length + at, total }
    const portion = waiting.slice(at, at + lettersPerStep)
    await desk.write({ label: 'Serienbrief: Schreiben erstellt', record: runRef(run.id), coalesce: `serial-letters:${run.id}` }, async (transaction) => {
      for (const recipient of portion) await writeLetter(transaction, desk, { run, source, fields, recipient, found: now.get(recipient.contactId) })
    })
    await new Promise((resolve) => setImmediate(resolve))
  }
}

async function writeLetter(
  transaction: WriteTransaction<OfficeSchema>, desk: OfficeDesk,
  { run, source, fields, recipient, found }: { run: SerialRun; source: EnclosureSource | null; fields: LetterFields; recipient: StoredRecipient; found: Correspondent | undefined },
): Promise<void> {
  const reason = found === undefined ? 'nicht mehr unter den Empfängern' : found.candidate.withheld !== '' && !found.candidate.mayDecide ? found.candidate.withheld : found.candidate[recipient.way].problem
  if (found === undefined || reason !== '') return transaction.update('serial_recipient', recipient.id, { state: 'left-out', reason })
  const body = run.enclosure !== null && source?.body ? await source.body(desk, run.enclosure, recipient.contactId, fields.body) : fields.body
  const { id } = await storeLetter(transaction, desk, { ...fields, ...found.recipient, body, recipientId: recipient.contactId }, { status: 'final' })
  await fixFields(transaction, desk, id)
  await keepVersion(transaction, desk, id, { kind: 'final', note: 'Serienbrief' })
  await transaction.update('serial_recipient', recipient.id, { state: 'written', letter_id: id })
}

/** The run as a record. */
export function runRef(id: string) {
  return { type: 'serial-run', id }
}
