import { letterFieldsSchema, plainDispatch, type Letter, type LetterFields } from '../../../../shared/correspondence/letter.ts'
import type { LetterVersion } from '../../../../shared/correspondence/statements/model.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import type { ChangeReceipt } from '../../../../shared/records/model.ts'
import type { OfficeDesk } from '../../session.ts'
import { readLetter } from '../repository.ts'
import { contentOf, hashOf, keepVersion } from './keep.ts'

export { nextVersion } from './keep.ts'

/** The kept versions of a letter, the newest first. */
export async function listVersions(desk: OfficeDesk, letterId: string): Promise<LetterVersion[]> {
  const rows = await desk.database.read.selectFrom('letter_version').select(['id', 'number', 'kind', 'note', 'made_at', 'made_by', 'hash']).where('letter_id', '=', letterId).orderBy('number', 'desc').execute()
  return rows.map(({ made_at, made_by, ...version }) => ({ ...version, madeAt: made_at, madeBy: made_by }))
}

/** Keeps what a letter says now. @throws OfficeError `not-found` */
export async function keepLetterVersion(desk: OfficeDesk, letterId: string, note: string): Promise<ChangeReceipt> {
  const written = await desk.write({ label: 'Fassung festgehalten', record: { type: 'letter', id: letterId } }, (transaction) => keepVersion(transaction, desk, letterId, { kind: 'kept', note }))
  return { change: written.change, version: written.versions.get(letterId) ?? 0 }
}

/** What a version says. @throws OfficeError `not-found` */
export async function versionContent(desk: OfficeDesk, id: string): Promise<LetterFields & { letterNumber: string }> {
  const row = await desk.database.read.selectFrom('letter_version').select('content').where('id', '=', id).executeTakeFirst()
  if (!row) throw new OfficeError('not-found')
  return asRead(row.content)
}

/** Whether the newest final version is as it was frozen, and whether the letter still says the same. Null without one. */
export async function checkLetter(desk: OfficeDesk, letterId: string): Promise<{
  number: number; frozenAt: string; frozenBy: string; hash: string; intact: boolean; unchanged: boolean
} | null> {
  const version = await desk.database.read
    .selectFrom('letter_version').selectAll().where('letter_id', '=', letterId).where('kind', '=', 'final').orderBy('number', 'desc').executeTakeFirst()
  const letter = await readLetter(desk.database.read, letterId)
  if (!version || !letter) return null
  return verdictOn(version, letter)
}

/** Whether a frozen version is as it was frozen, and whether the letter still says the same. */
export function verdictOn(version: { number: number; made_at: string; made_by: string; hash: string; content: string }, letter: Letter) {
  return {
    number: version.number, frozenAt: version.made_at, frozenBy: version.made_by, hash: version.hash,
    intact: hashOf(version.content) === version.hash,
    // A later release may know further fields: they are no part of what was frozen.
    unchanged: JSON.stringify(asRead(version.content)) === JSON.stringify(asRead(contentOf(letter))),
  }
}

/** What the content of a version says. */
export function asRead(content: string): LetterFields & { letterNumber: string } {
  const { letterNumber, ...fields } = JSON.parse(content) as LetterFields & { letterNumber: string }
  return { ...letterFieldsSchema.parse({ ...plainDispatch, ...fields }), letterNumber }
}
