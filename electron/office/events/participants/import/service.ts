import { uuidv7 } from 'uuidv7'
import { isoDay } from '../../../../../shared/dates.ts'
import { OfficeError } from '../../../../../shared/errors.ts'
import { needLabel } from '../../../../../shared/events/participants/catalogue.ts'
import { participantOutcomes, type ParticipantField, type ParticipantImportOptions, type ParticipantOutcome, type ParticipantOverview } from '../../../../../shared/events/participants/import/model.ts'
import { readListHead, type HeadingMeaning, type ListHead } from '../../../documents/lists/head.ts'
import { importedBefore, rememberFile } from '../../../documents/lists/memory.ts'
import { readInThread } from '../../../documents/lists/reader.ts'
import { rejectedRows } from '../../../documents/lists/rejected.ts'
import type { Source } from '../../../documents/lists/source.ts'
import { Stage, type StagedFile } from '../../../documents/lists/staging.ts'
import { UnreadableFile } from '../../../documents/lists/unreadable.ts'
import type { FileGrants } from '../../../file-grants.ts'
import type { OfficeDesk } from '../../../session.ts'
import { lastNumber, participantColumns, readFingerprints } from '../repository.ts'
import { changeRoster, getRoster, insertParticipant } from '../service.ts'
import { registrationHeadings, registrationMeaning, registrationMemory } from './headings.ts'
import { changedFields, inOrder, planRegistrations, type PlannedRegistration } from './plan.ts'

/** Lists of registrations that were handed over. They are small: a plan is made anew each time. */
const registrationFiles = new Stage<never>()
/** More rows are no list of an event. */
const mostRows = 5_000

interface Asked { eventId: string; token: string; options: ParticipantImportOptions }

/** Begins with a file of the given size. @throws OfficeError `invalid` for a file that is too large or empty */
export function beginRegistrations(desk: OfficeDesk, name: string, size: number): { token: string } {
  return { token: registrationFiles.put(desk, name, size).token }
}

/** Takes the next piece of a file. @throws OfficeError `not-found`, `invalid` */
export function appendRegistrations(desk: OfficeDesk, token: string, piece: Buffer): void {
  registrationFiles.get(desk, token).append(piece)
}

/** Gives up a file. */
export function closeRegistrations(desk: OfficeDesk, token: string): void {
  registrationFiles.drop(desk, token)
}

/** Reads a file and tells what would happen to its rows. Changes nothing. @throws OfficeError `invalid` for a file that is no list, `not-found` */
export async function readRegistrations(desk: OfficeDesk, asked: Asked, signal?: AbortSignal): Promise<ParticipantOverview> {
  const { file, source, head, rows, remembered } = await planFile(desk, asked, signal)
  const counts = Object.fromEntries(participantOutcomes.map((outcome) => [outcome, rows.filter((row) => row.outcome === outcome).length])) as Record<ParticipantOutcome, number>
  const persons = (outcome: ParticipantOutcome): number => rows.filter((row) => row.outcome === outcome).reduce((sum, { fields }) => sum + (fields?.persons ?? 0), 0)
  return {
    format: source.format, text: source.text, tables: source.tables.map(({ label, hidden, records }) => ({ label, hidden, rows: records.length })), table: asked.options.table ?? 0,
    hidden: head.hidden, warnings: source.warnings, columns: head.columns, remembered, importedBefore: await importedBefore(desk, file.checksum), counts,
    persons: { placed: persons('new'), waiting: persons('waiting') },
    differing: rows.filter(({ target, outcome, fields }) => target !== null && fields !== null && (outcome === 'update' || Object.keys(changedFields(target, fields)).length > 0)).length,
    rows: rows.filter(({ outcome }) => outcome !== 'empty').map(({ record, outcome, reason, fields, hints }) => ({
      line: record.line, outcome, reason, name: fields?.name ?? record.cells.filter((cell) => cell.trim() !== '').join(' · ').slice(0, 200), organisation: fields?.organisation ?? '',
      persons: fields?.persons ?? 0, needs: (fields?.needs ?? []).map(({ code, count, detail }) => `${count > 1 ? `${count} × ` : ''}${[needLabel(code), detail].filter(Boolean).join(': ')}`).join(', '), hints,
    })),
  }
}

/** Takes what was shown, as one step of undo. @throws OfficeError as `readRegistrations` */
export async function runRegistrations(desk: OfficeDesk, asked: Asked): Promise<{ change: string | null; added: number; waiting: number; updated: number }> {
  const { file, head, rows } = await planFile(desk, asked)
  const work = inOrder(rows.filter(({ outcome }) => outcome === 'new' || outcome === 'waiting'))
  const updates = rows.filter(({ outcome }) => outcome === 'update')
  const { change } = await changeRoster(desk, asked.eventId, { label: work.length === 1 ? '1 Anmeldung importiert' : `${work.length} Anmeldungen importiert` }, async (transaction) => {
    const before = await lastNumber(transaction.database, 'participant', asked.eventId)
    for (const [index, { fields, outcome, registeredOn, fingerprint }] of work.entries()) {
      if (fields === null) continue
      await insertParticipant(transaction, asked.eventId, {
        id: uuidv7(), number: before + index + 1, fields, state: outcome === 'waiting' ? 'waiting' : 'registered', fingerprint, ...(registeredOn === null ? {} : { registeredAt: `${registeredOn}T00:00:00.000Z` }),
      })
    }
    for (const { target, fields, fingerprint } of updates) {
      if (target !== null && fields !== null) await transaction.update('participant', target.id, { ...participantColumns(changedFields(target, fields)), fingerprint, revision: target.revision + 1 })
    }
  })
  if (change !== null) await rememberFile(desk, file.checksum, change)
  await registrationMemory.remember(desk, head.columns.map(({ heading }) => heading), head.columns.map(({ field }) => field), file.name)
  const waiting = work.filter(({ outcome }) => outcome === 'waiting').length
  return { change, added: work.length - waiting, waiting, updated: updates.length }
}

/** Writes the rows that were not taken, with the reason. @throws OfficeError `invalid`, `forbidden`, `disk-full`, `read-only` */
export async function saveRejectedRegistrations(desk: OfficeDesk, grants: FileGrants, { grant, ...asked }: Asked & { grant: string }): Promise<void> {
  const { source, head, rows } = await planFile(desk, asked)
  const back = rows.filter(({ outcome }) => outcome === 'rejected' || outcome === 'repeated')
  grants.write(grant, await rejectedRows(source.format === 'workbook' ? 'workbook' : 'csv', head.columns.map(({ heading }) => heading), back.map(({ record, reason }) => ({ cells: record.cells, reason }))))
}

/** Forgets what the columns of a file's headings meant before. */
export async function forgetRegistrationColumns(desk: OfficeDesk, asked: Asked): Promise<void> {
  const { head } = await planFile(desk, asked)
  await registrationMemory.forget(desk, head.columns.map(({ heading }) => heading))
}

interface Planned {
  file: StagedFile<never>
  source: Source
  head: ListHead<ParticipantField>
  rows: PlannedRegistration[]
  remembered: ParticipantOverview['remembered']
}

async function planFile(desk: OfficeDesk, { eventId, token, options }: Asked, signal?: AbortSignal): Promise<Planned> {
  const file = registrationFiles.get(desk, token)
  const source = await sourceOf(file, options, signal)
  const known = await registrationMemory.load(desk)
  const meaning: HeadingMeaning<ParticipantField> = registrationMeaning((headings) => known(headings)?.mapping ?? null)
  const head = readListHead(source, options, meaning)
  const remembered = options.mapping === undefined ? known(head.columns.map(({ heading }) => heading)) : undefined
  const { capacity, participants } = await getRoster(desk, eventId)
  const rows = planRegistrations(head, options, { capacity, participants, fingerprints: await readFingerprints(desk.database.read, eventId) }, meaning, isoDay(new Date()))
  return { file, source, head, rows, remembered: remembered === undefined ? null : { name: remembered.fileName, on: remembered.usedAt } }
}

/** The file as read with these options; reading it is done once. */
async function sourceOf(file: StagedFile<never>, { encoding, separator }: ParticipantImportOptions, signal?: AbortSignal): Promise<Source> {
  const key = JSON.stringify({ encoding, separator })
  if (file.source?.key === key) return file.source.value
  try {
    const value = await readInThread(file.bytes, { encoding, separator, headings: registrationHeadings }, undefined, signal)
    if (value.format === 'vcard' || value.format === 'ldif') throw new OfficeError('invalid', { detail: 'Das ist ein Adressbuch, keine Liste von Anmeldungen. Adressbücher gehören unter „Kontakte“, „Importieren“.' })
    if (value.tables.some(({ records }) => records.length > mostRows)) throw new OfficeError('invalid', { detail: `Die Liste hat mehr als ${mostRows.toLocaleString('de-DE')} Zeilen. Bitte teilen Sie sie auf.` })
    file.source = { key, value }
    return value
  } catch (error) {
    if (error instanceof UnreadableFile) throw new OfficeError('invalid', { detail: error.message })
    throw error
  }
}
