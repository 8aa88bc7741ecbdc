import { leftOutKindLabels } from '../../../../shared/directory/output/labels.ts'
import type { LeftOut, OutputCheck, OutputLayout, OutputProgress, OutputRequest } from '../../../../shared/directory/output/model.ts'
import { tablePdf } from '../../documents/pdf-table.ts'
import type { FileGrants } from '../../file-grants.ts'
import type { OfficeDesk } from '../../session.ts'
import { getLetterhead } from '../../settings/service.ts'
import { getList } from '../lists/service.ts'
import { EntryReader, type Entry } from './entries.ts'
import { outputFile } from './files.ts'
import { planOutput } from './plan.ts'
import { noteOutput } from './records.ts'

/** Contacts between two reports of progress; there the process also answers other calls and hears a stop. */
const CONTACTS_PER_REPORT = 50

/** Tells who would be given out and who not, and why. */
export async function checkOutput(desk: OfficeDesk, request: OutputRequest): Promise<OutputCheck> {
  const { members, leftOut } = await planOutput(desk, request)
  return { included: members.length, leftOut }
}

/**
 * Writes a file of contacts to the chosen place, telling how far it is. Aborting `signal` writes nothing.
 * @throws OfficeError `not-found`, `forbidden`, `invalid`, `disk-full`, `read-only`
 */
export async function* saveOutput(
  desk: OfficeDesk, grants: FileGrants, { request, layout, grant }: { request: OutputRequest, layout: OutputLayout, grant: string }, signal?: AbortSignal,
): AsyncGenerator<OutputProgress> {
  const { members, leftOut } = await planOutput(desk, request)
  const reader = new EntryReader(desk)
  const entries: Entry[] = []
  for (const [index, member] of members.entries()) {
    const entry = await reader.read(member)
    if (entry !== null) entries.push(entry)
    if (index % CONTACTS_PER_REPORT !== 0) continue
    yield { state: 'running', done: index, total: members.length }
    await new Promise((resolve) => setImmediate(resolve))
    signal?.throwIfAborted()
  }
  const { letterhead } = await getLetterhead(desk)
  const purpose = await purposeOf(desk, request)
  const { bytes, changed } = await outputFile(entries, { format: request.format, layout, use: request.use, purpose, letterhead })
  signal?.throwIfAborted()
  grants.write(grant, bytes)
  await noteOutput(desk, request, entries.length, leftOut.length)
  yield { state: 'done', written: entries.length, leftOut, changed }
}

/** The e-mail addresses in portions of at most `limit`, each once, whatever its spelling. */
export async function outputEmails(desk: OfficeDesk, request: OutputRequest, limit: number): Promise<{ portions: string[][], leftOut: LeftOut[] }> {
  const { members, leftOut } = await planOutput(desk, { ...request, format: 'email' })
  const addresses = new Map(members.map(({ target }) => [target.toLowerCase(), target]))
  const all = [...addresses.values()]
  const portions = Array.from({ length: Math.ceil(all.length / limit) }, (_, index) => all.slice(index * limit, (index + 1) * limit))
  return { portions, leftOut }
}

/** Who can be reached by e-mail, with the address, and who not and why. Changes nothing. */
export async function mailRecipients(desk: OfficeDesk, request: Omit<OutputRequest, 'format'>): Promise<{ recipients: { id: string, name: string, target: string }[], leftOut: LeftOut[] }> {
  const { members, leftOut } = await planOutput(desk, { ...request, format: 'email' })
  return { recipients: members.map(({ id, name, personName, target }) => ({ id, name: personName === '' ? name : `${personName}, ${name}`, target })), leftOut }
}

/** Notes that the addresses were taken along. */
export async function noteEmails(desk: OfficeDesk, request: OutputRequest): Promise<void> {
  const { members, leftOut } = await planOutput(desk, { ...request, format: 'email' })
  await noteOutput(desk, { ...request, format: 'email' }, members.length, leftOut.length)
}

/** Writes who was left out and why, as a list on paper. @throws OfficeError `forbidden`, `disk-full`, `read-only` */
export async function saveLeftOut(desk: OfficeDesk, grants: FileGrants, { request, title, grant }: { request: OutputRequest, title: string, grant: string }): Promise<void> {
  const { leftOut } = await planOutput(desk, request)
  const rows = leftOut.map(({ name, kind, reason }) => [name, leftOutKindLabels[kind], reason])
  grants.write(grant, await tablePdf({ title: `Nicht ausgegeben: ${title}`, remarks: [`${leftOut.length} Kontakte`], headings: ['Name', 'Art', 'Grund'], rows }))
}

async function purposeOf(desk: OfficeDesk, { source, purpose }: OutputRequest): Promise<string> {
  return source.kind === 'list' ? (await getList(desk, source.id)).purpose : purpose
}

