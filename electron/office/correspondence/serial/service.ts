import { uuidv7 } from 'uuidv7'
import { judge } from '../../../../shared/correspondence/serial/judge.ts'
import {
  noChoice, usualSettings, type Candidate, type RunItem, type SerialChoice, type SerialEnclosure, type SerialPattern, type SerialRun, type SerialSettings,
} from '../../../../shared/correspondence/serial/model.ts'
import type { OutputSource } from '../../../../shared/directory/output/model.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import type { ChangeReceipt } from '../../../../shared/records/model.ts'
import type { OfficeSchema } from '../../database/office/schema.ts'
import type { ReadDatabase } from '../../database/side.ts'
import type { WriteTransaction } from '../../database/write-transaction.ts'
import type { OfficeDesk } from '../../session.ts'
import { readLetter } from '../repository.ts'
import { kindOf } from '../templates/letter-document.ts'
import { serialGaps } from './pattern.ts'
import { readRun, readRuns } from './repository.ts'

/** The runs, the newest first. */
export async function findRuns(desk: OfficeDesk): Promise<RunItem[]> {
  return readRuns(desk.database.read)
}

/** One run, also from the trash. @throws OfficeError `not-found` */
export async function getRun(desk: OfficeDesk, id: string): Promise<SerialRun> {
  const run = await readRun(desk.database.read, id)
  if (!run) throw new OfficeError('not-found')
  return run
}

/** Prepares a run, with something for each recipient beyond the letter where an enclosure is named. @throws OfficeError `not-found` for a letter or template that isn't there */
export async function createRun(
  desk: OfficeDesk, { source, sourceName, purpose, pattern, enclosure }: { source: OutputSource; sourceName: string; purpose: string; pattern: SerialPattern; enclosure?: SerialEnclosure },
): Promise<ChangeReceipt & { id: string }> {
  const title = await titleOf(desk, desk.database.read, pattern)
  const id = uuidv7()
  const written = await desk.write({ label: 'Serienbrief vorbereitet', record: ref(id) }, async (transaction) => {
    await transaction.insert('serial_run', {
      id, title, source_name: sourceName, source: JSON.stringify(source), purpose, pattern: JSON.stringify(pattern), settings: JSON.stringify(usualSettings), choices: '{}',
      enclosure: enclosure === undefined ? '' : JSON.stringify(enclosure), fields: '', folder_name: '', begun_at: null, ended_at: null, entry_id: null, author_name: desk.person.name, deleted_at: null, deleted_by: null,
    })
  })
  return { id, change: written.change, version: written.versions.get(id) ?? 1 }
}

/** Everybody whom the run would write to, as the contacts are now, and what every letter would lack. @throws OfficeError `not-found`, `template` */
export async function runCandidates(desk: OfficeDesk, id: string): Promise<{ candidates: Candidate[]; gaps: string[] }> {
  const { everybody, common } = await serialGaps(desk, await getRun(desk, id))
  return { candidates: everybody.map(({ candidate }) => candidate), gaps: common }
}

/** Changes pattern or settings of a run that hasn't begun. @throws OfficeError `conflict`, `invalid`, `not-found` */
export async function updateRun(
  desk: OfficeDesk, id: string, version: number, { pattern, settings }: { pattern?: SerialPattern | undefined; settings?: Partial<SerialSettings> | undefined },
): Promise<ChangeReceipt> {
  return change(desk, id, async (transaction, run) => {
    await transaction.expectVersion(ref(id), version, () => readRun(transaction.database, id))
    await transaction.update('serial_run', id, {
      ...(pattern && { pattern: JSON.stringify(pattern), title: await titleOf(desk, transaction.database, pattern) }),
      ...(settings && { settings: JSON.stringify({ ...run.settings, ...settings }) }),
    })
  })
}

/** Stores what was decided about recipients. @throws OfficeError `invalid` for a run that has begun, `not-found` */
export async function chooseRecipients(desk: OfficeDesk, id: string, contactIds: readonly string[], choice: Partial<SerialChoice>): Promise<ChangeReceipt> {
  return change(desk, id, async (transaction, run) => {
    const choices = { ...run.choices }
    for (const contactId of contactIds) choices[contactId] = { ...(choices[contactId] ?? noChoice), ...choice }
    await transaction.update('serial_run', id, { choices: JSON.stringify(choices) })
  })
}

/** Moves a run to the trash; its letters stay. @throws OfficeError `conflict`, `not-found` */
export async function removeRun(desk: OfficeDesk, id: string, version: number): Promise<ChangeReceipt> {
  const written = await desk.write({ label: 'Serienbrief gelöscht', record: ref(id) }, async (transaction) => {
    await transaction.expectVersion(ref(id), version, () => readRun(transaction.database, id))
    await transaction.trash(ref(id), desk.person.id)
  })
  return { change: written.change, version: written.versions.get(id) ?? version }
}

/** How a run decides about everybody. */
export function decided(run: SerialRun, candidates: readonly Candidate[]) {
  return candidates.map((candidate) => ({ candidate, ...judge(candidate, run.settings.channel, run.choices[candidate.contactId]) }))
}

async function change(desk: OfficeDesk, id: string, work: (transaction: WriteTransaction<OfficeSchema>, run: SerialRun) => Promise<void>): Promise<ChangeReceipt> {
  const written = await desk.write({ label: 'Serienbrief geändert', record: ref(id), coalesce: `serial-run:${id}` }, async (transaction) => {
    const run = await readRun(transaction.database, id)
    if (!run || run.trashed) throw new OfficeError('not-found')
    if (run.state !== 'prepared') throw new OfficeError('invalid', { detail: 'Der Serienbrief ist schon begonnen. Für andere Angaben bitte einen neuen vorbereiten.' })
    await work(transaction, run)
  })
  return { change: written.change, version: written.versions.get(id) ?? 1 }
}

/** The subject of the letters. @throws OfficeError `not-found` */
async function titleOf(desk: OfficeDesk, database: ReadDatabase<OfficeSchema>, pattern: SerialPattern): Promise<string> {
  if (pattern.kind === 'text') {
    await kindOf(desk, pattern.template)
    return pattern.subject
  }
  const letter = await readLetter(database, pattern.id)
  if (!letter) throw new OfficeError('not-found')
  return letter.subject
}

function ref(id: string) {
  return { type: 'serial-run', id }
}
