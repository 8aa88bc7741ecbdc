import { uuidv7 } from 'uuidv7'
import type { RunRecipient, SerialRun, SerialStep } from '../../../../shared/correspondence/serial/model.ts'
import { isoDay } from '../../../../shared/dates.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import { tablePdf } from '../../documents/pdf-table.ts'
import { noteLetters } from '../../directory/reaching/service.ts'
import { sha256 } from '../../edited-file.ts'
import type { FileGrants } from '../../file-grants.ts'
import type { EnclosureSource } from '../../serial-enclosure-source.ts'
import type { OfficeDesk } from '../../session.ts'
import { getLetterhead } from '../../settings/service.ts'
import { findPdfPrograms } from '../dispatch/pdf-programs.ts'
import { storePaper } from '../register/documents-service.ts'
import { enter } from '../register/enter.ts'
import { issueFiles } from './issue.ts'
import { beginRun, runRef, writeLetters } from './letters.ts'
import { readRecipients, type StoredRecipient } from './repository.ts'
import { getRun } from './service.ts'

const running = new WeakMap<OfficeDesk['database'], Set<string>>()

/**
 * Begins a run or goes on with one: first all letters into the register, then the files, then one line in the Postausgang with the list as
 * proof. Aborting `signal`, locking or a crash stops it after any step; the next time the rest follows, nobody twice and nobody left out.
 * @throws OfficeError `invalid` for a run that is going on, is finished or can't be made so, `forbidden`, `disk-full`, `read-only`, `not-found`
 */
export async function* writeRun(
  desk: OfficeDesk, grants: FileGrants, { id, grant, folderName }: { id: string; grant: string; folderName: string }, signal?: AbortSignal, programs = findPdfPrograms(),
  sources: readonly EnclosureSource[] = [],
): AsyncGenerator<SerialStep> {
  const going = running.get(desk.database) ?? new Set()
  running.set(desk.database, going)
  if (going.has(id)) throw new OfficeError('invalid', { detail: 'Dieser Serienbrief wird gerade geschrieben.' })
  going.add(id)
  try {
    const prepared = await getRun(desk, id)
    if (prepared.trashed) throw new OfficeError('not-found')
    if (prepared.state === 'done') throw new OfficeError('invalid', { detail: 'Dieser Serienbrief ist schon ganz geschrieben.' })
    const source = sourceOf(prepared, sources)
    const folder = grants.folder(grant)
    await beginRun(desk, prepared, programs)
    await desk.write({ label: 'Serienbrief: Ordner', record: runRef(id), coalesce: `serial-letters:${id}` }, (transaction) => transaction.update('serial_run', id, { folder_name: folderName }))
    const run = await getRun(desk, id)
    for await (const step of writeLetters(desk, run, signal, source)) yield { state: 'running', phase: 'letters', ...step }
    const press = { desk, letterhead: (await getLetterhead(desk)).letterhead, programs, signal }
    for await (const step of issueFiles(press, run, folder, source)) yield { state: 'running', phase: 'files', ...step }
    yield await endRun(desk, run, source)
  } finally {
    going.delete(id)
  }
}

/** What makes the enclosures of a run; null for a run without. @throws OfficeError `invalid` for one that nobody makes any more */
function sourceOf({ enclosure }: SerialRun, sources: readonly EnclosureSource[]): EnclosureSource | null {
  if (enclosure === null) return null
  const source = sources.find(({ kind }) => kind === enclosure.kind)
  if (!source) throw new OfficeError('invalid', { detail: `Die Anlage „${enclosure.label || enclosure.kind}“ kann diese Fassung des Programms nicht erstellen. Es wurde nichts geschrieben.` })
  return source
}

/** One line of the Postausgang for the whole run, in the transaction that ends it: exactly one, whenever it ends. */
async function endRun(desk: OfficeDesk, run: SerialRun, source: EnclosureSource | null): Promise<Extract<SerialStep, { state: 'done' }>> {
  const recipients = await readRecipients(desk.database.read, run.id)
  const sent = recipients.filter(({ state }) => state === 'issued')
  const leftOut = recipients.filter(({ state }) => state === 'left-out')
  const numbers = sent.map(({ number }) => number)
  const list = await proof(run, sent, leftOut)
  const id = uuidv7()
  const bodies = { letters: sent.filter(({ way }) => way === 'letter').length, mails: sent.filter(({ way }) => way === 'email').length }
  await desk.write({ label: 'Serienbrief abgeschlossen', record: runRef(run.id) }, async (transaction) => {
    if (sent.length > 0) {
      await enter(transaction, desk, {
        direction: 'out', on: isoDay(new Date()), kind: 'letter', way: bodies.letters === 0 ? 'email' : 'post', contactId: null, correspondent: run.sourceName || 'Mehrere Empfänger',
        subject: run.title || 'Serienbrief', reference: [numbers[0], numbers.at(-1)].filter((number, index, all) => index === 0 || number !== all[0]).join(' bis '),
        followUpOn: null, assigneeId: null, assigneeName: '', note: `Serienbrief: ${counted(bodies)}. Liste SHA-256 ${sha256(list)}`,
      }, { id, record: null })
      await storePaper(transaction, desk, { type: 'register-entry', id }, {
        name: `Serienbrief: Liste der ${sent.length} Empfänger`, kind: 'pdf', bytes: list, read: { text: sent.map(({ number, name }) => `${number} ${name}`).join('\n'), mail: null, trouble: '' },
      }, null)
    }
    if (run.enclosure !== null) await source?.issued?.(transaction, desk, run.enclosure, sent.map(({ contactId }) => contactId))
    await transaction.update('serial_run', run.id, { ended_at: transaction.now, entry_id: sent.length > 0 ? id : null })
  })
  await noteLetters(desk, run.source, sent.length, leftOut.length)
  return { state: 'done', ...bodies, leftOut: leftOut.length, entry: (await getRun(desk, run.id)).entry?.number ?? '' }
}

function counted({ letters, mails }: { letters: number; mails: number }): string {
  return [letters > 0 && `${letters} per Post`, mails > 0 && `${mails} E-Mail-Entwürfe`].filter(Boolean).join(', ')
}

/** The list as proof: who got which letter by which way in which file, and who was left out and why. */
function proof(run: SerialRun, sent: readonly StoredRecipient[], leftOut: readonly RunRecipient[]): Promise<Uint8Array> {
  return tablePdf({
    title: `Serienbrief: ${run.title || 'ohne Betreff'}`, remarks: [[run.sourceName, `${sent.length} Schreiben`, `${leftOut.length} ausgelassen`].filter(Boolean).join(' · ')],
    headings: ['Nummer', 'Empfänger', 'Weg', 'Datei', 'Prüfwert (SHA-256, Anfang)'],
    rows: [
      ...sent.map(({ number, name, way, fileName, fileHash }) => [number, name, way === 'letter' ? 'Post' : 'E-Mail', fileName, fileHash.slice(0, 16)]),
      ...leftOut.map(({ name, reason }) => ['–', name, `ausgelassen: ${reason}`, '', '']),
    ],
  })
}
