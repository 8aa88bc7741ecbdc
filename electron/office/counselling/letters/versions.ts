import type { LetterFields } from '../../../../shared/correspondence/letter.ts'
import type { LetterVersion } from '../../../../shared/correspondence/statements/model.ts'
import type { ChangeReceipt } from '../../../../shared/records/model.ts'
import { asRead, verdictOn } from '../../correspondence/versions/service.ts'
import type { CounsellingDesk } from '../../session.ts'
import { notFound, receipt } from '../service-parts.ts'
import { keepClientVersion } from './keep.ts'
import { readClientLetter } from './repository.ts'
import { getClientLetter } from './service.ts'

/** The kept versions of a letter, the newest first. @throws OfficeError `not-found`, `forbidden` */
export async function clientVersions(desk: CounsellingDesk, letterId: string): Promise<LetterVersion[]> {
  await getClientLetter(desk, letterId)
  const rows = await versionsOf(desk, letterId).select(['id', 'number', 'kind', 'note', 'made_at', 'made_by', 'hash']).execute()
  return rows.map(({ made_at, made_by, ...version }) => ({ ...version, madeAt: made_at, madeBy: made_by }))
}

/** Keeps what a letter says now. @throws OfficeError `not-found`, `forbidden` */
export async function keepVersionOf(desk: CounsellingDesk, letterId: string, note: string): Promise<ChangeReceipt> {
  await getClientLetter(desk, letterId)
  const written = await desk.write({ label: 'Fassung festgehalten', record: { type: 'client-letter', id: letterId } }, async (transaction) => {
    const found = (await readClientLetter(transaction.database, letterId)) ?? notFound()
    await keepClientVersion(transaction, desk, found.letter, { kind: 'kept', note })
  })
  return receipt(written, letterId)
}

/** What a version says. @throws OfficeError `not-found`, `forbidden` */
export async function clientVersionContent(desk: CounsellingDesk, id: string): Promise<LetterFields & { letterNumber: string }> {
  const row = (await desk.database.read.selectFrom('client_letter_version').select(['content', 'letter_id']).where('id', '=', id).executeTakeFirst()) ?? notFound()
  await getClientLetter(desk, row.letter_id)
  return asRead(row.content)
}

/** Whether the newest final version is as it was frozen, and whether the letter still says the same. Null without one. @throws OfficeError `not-found`, `forbidden` */
export async function checkClientLetter(desk: CounsellingDesk, letterId: string) {
  const { letter } = await getClientLetter(desk, letterId)
  const version = await versionsOf(desk, letterId).selectAll().where('kind', '=', 'final').executeTakeFirst()
  return version ? verdictOn(version, letter) : null
}

function versionsOf(desk: CounsellingDesk, letterId: string) {
  return desk.database.read.selectFrom('client_letter_version').where('letter_id', '=', letterId).orderBy('number', 'desc')
}
