import type { Updateable } from 'kysely'
import { letterFileName } from '../../../../shared/correspondence/letter-number.ts'
import type { Letter } from '../../../../shared/correspondence/letter.ts'
import type { SerialRun, SerialWay } from '../../../../shared/correspondence/serial/model.ts'
import type { OfficeSchema } from '../../database/office/schema.ts'
import { correspondents } from '../../directory/reaching/service.ts'
import { sha256 } from '../../edited-file.ts'
import type { TargetFolder } from '../../file-grants.ts'
import type { EnclosureSource } from '../../serial-enclosure-source.ts'
import type { Attached } from '../dispatch/eml.ts'
import { mailOf } from '../dispatch/service.ts'
import { readLetter } from '../repository.ts'
import { letterDocuments, letterPdfs, oneDocx, onePdf, type Press } from './print.ts'
import { runRef } from './letters.ts'
import { readRecipients, type StoredRecipient } from './repository.ts'

/** Files that are announced, written and ticked off together. */
const filesPerStep = 20

type Item = { recipient: StoredRecipient; letter: Letter }

/**
 * Writes the files of all letters that have none yet. What a file is going to be (name, hash) is stored before it is written, and that it is
 * written afterwards; so a run that ended in between knows the file again by its hash and doesn't write it twice.
 */
export async function* issueFiles(press: Press, run: SerialRun, folder: TargetFolder, source: EnclosureSource | null): AsyncGenerator<{ done: number; total: number }> {
  const recipients = (await readRecipients(press.desk.database.read, run.id)).filter(({ letterId }) => letterId !== null)
  const open = recipients.filter(({ state }) => state === 'written')
  let done = recipients.length - open.length
  yield { done, total: recipients.length }
  for (const portion of [...portionsOf(open, 'letter', run.settings.files), ...portionsOf(open, 'email', 'each')]) {
    press.signal?.throwIfAborted()
    await issue(press, run, folder, portion, source)
    done += portion.length
    yield { done, total: recipients.length }
  }
}

function portionsOf(open: readonly StoredRecipient[], wanted: SerialWay, files: SerialRun['settings']['files']): StoredRecipient[][] {
  const mine = open.filter(({ way }) => way === wanted)
  if (files === 'one') return mine.length === 0 ? [] : [mine]
  return Array.from({ length: Math.ceil(mine.length / filesPerStep) }, (_, index) => mine.slice(index * filesPerStep, (index + 1) * filesPerStep))
}

async function issue(press: Press, run: SerialRun, folder: TargetFolder, portion: readonly StoredRecipient[], source: EnclosureSource | null): Promise<void> {
  const missing = portion.filter(({ fileName, fileHash }) => fileHash === '' || !folder.holds(fileName, fileHash))
  const items = await withLetters(press, missing)
  const gone = missing.filter(({ id }) => !items.some(({ recipient }) => recipient.id === id))
  if (items.length > 0) {
    const files = await filesOf(press, run, items, source)
    const taken = new Set<string>()
    const named = files.map(({ name, ...file }) => {
      const free = folder.freeName(name, taken)
      taken.add(free)
      return { ...file, name: free }
    })
    await mark(press, run, named.flatMap(({ recipients, name, bytes }) => recipients.map(({ id }) => ({ id, columns: { file_name: name, file_hash: sha256(bytes) } }))))
    for (const { name, bytes } of named) {
      folder.write(name, bytes)
      await new Promise((resolve) => setImmediate(resolve))
    }
    // Beside letters on paper the enclosures lie as files of their own; in a mail they hang on it.
    for (const { recipient } of items) {
      if (recipient.way === 'email') continue
      for (const { name, bytes } of await enclosedFor(press, run, source, recipient)) folder.write(folder.freeName(name, new Set()), bytes)
    }
  }
  const without = new Set(gone.map(({ id }) => id))
  await mark(press, run, portion.map(({ id }) => ({
    id, columns: without.has(id) ? { state: 'left-out', reason: 'Schreiben wurde inzwischen gelöscht', letter_id: null } : { state: 'issued' },
  })))
}

/** The files of some recipients: one for all, or one each. */
async function filesOf(press: Press, run: SerialRun, items: readonly Item[], enclosures: EnclosureSource | null): Promise<{ name: string; bytes: Uint8Array; recipients: StoredRecipient[] }[]> {
  const { settings, source, purpose } = run
  const letters = items.map(({ letter }) => letter)
  const nameOf = ({ number }: Letter, ending: string): string => letterFileName(number).replace(/docx$/u, ending)
  if (items[0]?.recipient.way === 'email') {
    const pdfs = await letterPdfs(press, letters)
    const addresses = new Map((await correspondents(press.desk, source, purpose)).map(({ candidate }) => [candidate.contactId, candidate.email.target]))
    return Promise.all(items.map(async ({ recipient, letter }, index) => ({
      name: nameOf(letter, 'eml'), recipients: [recipient],
      bytes: mailOf(letter, press.letterhead.email, addresses.get(recipient.contactId) ?? '', pdfs[index] ?? new Uint8Array(), await enclosedFor(press, run, enclosures, recipient)),
    })))
  }
  if (settings.files === 'one') {
    const all = letters as [Letter, ...Letter[]]
    const bytes = settings.form === 'pdf' ? await onePdf(press, all) : await oneDocx(press, all)
    return [{ name: `Serienbrief.${settings.form}`, bytes, recipients: items.map(({ recipient }) => recipient) }]
  }
  const files = settings.form === 'pdf' ? await letterPdfs(press, letters) : await letterDocuments(press, letters)
  return items.map(({ recipient, letter }, index) => ({ name: nameOf(letter, settings.form), bytes: files[index] ?? new Uint8Array(), recipients: [recipient] }))
}

async function enclosedFor({ desk }: Press, { enclosure }: SerialRun, source: EnclosureSource | null, { contactId }: StoredRecipient): Promise<Attached[]> {
  return enclosure === null || source === null ? [] : source.files(desk, enclosure, contactId)
}

/** The letters of recipients; those that somebody has put into the trash or destroyed in the meantime are not among them. */
export async function withLetters({ desk }: Pick<Press, 'desk'>, recipients: readonly StoredRecipient[]): Promise<Item[]> {
  const items: Item[] = []
  for (const recipient of recipients) {
    const letter = recipient.letterId === null ? null : await readLetter(desk.database.read, recipient.letterId)
    if (letter && !letter.trashed) items.push({ recipient, letter })
  }
  return items
}

async function mark({ desk }: Press, run: SerialRun, changes: readonly { id: string; columns: Updateable<OfficeSchema['serial_recipient']> }[]): Promise<void> {
  await desk.write({ label: 'Serienbrief: Dateien geschrieben', record: runRef(run.id), coalesce: `serial-files:${run.id}` }, async (transaction) => {
    for (const { id, columns } of changes) await transaction.update('serial_recipient', id, columns)
  })
}
