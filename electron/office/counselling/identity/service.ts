import type { OpenedIdentity } from '../../../../shared/counselling/identity/contract.ts'
import { emptyIdentity, identityFields, type IdentityFields } from '../../../../shared/counselling/identity/model.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import type { ChangeReceipt } from '../../../../shared/records/model.ts'
import type { CounsellingDesk } from '../../session.ts'
import { expectCaseAccess } from '../access/guard.ts'
import { hasOpened, noteAccess } from '../access/log.ts'
import { readCase } from '../cases/repository.ts'
import { notFound, receipt, validated } from '../service-parts.ts'
import { channelRows, documentRows, identityColumns, readIdentity } from './repository.ts'

/**
 * Opens the identity card of a case. The line in the log is written before anything is read.
 * @throws OfficeError `forbidden` for a case of somebody else, `not-found`, `invalid` for an anonymous case
 */
export async function openIdentity(desk: CounsellingDesk, caseId: string, reason: string): Promise<OpenedIdentity> {
  await expectNamedCase(desk, caseId)
  const opening = await noteAccess(desk, caseId, 'identity', reason)
  const stored = await readIdentity(desk.database.read, caseId)
  return { opening, version: stored?.version ?? 0, fields: stored?.fields ?? emptyIdentity }
}

/**
 * Stores fields of the card.
 * @param opening the line of the log that proves that this person has opened the card
 * @throws OfficeError `forbidden` without an opening, `invalid`, `not-found`, `conflict` with the card as it is now
 */
export async function saveIdentity(
  desk: CounsellingDesk,
  { caseId, opening, version, fields }: { caseId: string; opening: string; version: number; fields: Partial<IdentityFields> },
): Promise<ChangeReceipt> {
  await expectNamedCase(desk, caseId)
  if (!(await hasOpened(desk.database.read, opening, caseId, desk.person.id))) throw new OfficeError('forbidden')
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
  const record = { type: 'identity', id: caseId }
  const written = await desk.write({ label: 'Identität geändert', record, coalesce: `identity:${caseId}` }, async (transaction) => {
    const stored = await readIdentity(transaction.database, caseId)
    if ((stored?.version ?? 0) !== version) {
      throw new OfficeError('conflict', { current: { opening, version: stored?.version ?? 0, fields: stored?.fields ?? emptyIdentity } })
    }
    const checked = validated(identityFields, { ...(stored?.fields ?? emptyIdentity), ...given })
    if (stored) await transaction.update('client_identity', caseId, identityColumns(checked))
    else await transaction.insert('client_identity', { id: caseId, ...identityColumns(checked), deleted_at: null, deleted_by: null })
    await transaction.replaceRows('identity_channel', 'identity_id', caseId, channelRows(caseId, checked))
    await transaction.replaceRows('identity_document', 'identity_id', caseId, documentRows(caseId, checked))
  })
  return receipt(written, caseId, version)
}

/**
 * Keeps a case without an identity card, or lets it have one again.
 * @throws OfficeError `invalid` while the card holds something, `forbidden`, `not-found`
 */
export async function setAnonymous(desk: CounsellingDesk, caseId: string, anonymous: boolean): Promise<ChangeReceipt> {
  await expectCaseAccess(desk, caseId)
  const record = { type: 'case', id: caseId }
  const label = anonymous ? 'Fall ohne Identität geführt' : 'Identität wieder möglich'
  const written = await desk.write({ label, record }, async (transaction) => {
    const stored = await readIdentity(transaction.database, caseId)
    if (anonymous && stored && JSON.stringify(stored.fields) !== JSON.stringify(emptyIdentity)) {
      throw new OfficeError('invalid', { detail: 'Die Identität enthält Angaben. Bitte erst leeren; dann lässt sich der Fall anonym führen.' })
    }
    await transaction.update('counselling_case', caseId, { anonymous: Number(anonymous) })
  })
  return receipt(written, caseId)
}

async function expectNamedCase(desk: CounsellingDesk, caseId: string): Promise<void> {
  await expectCaseAccess(desk, caseId)
  const found = (await readCase(desk.database.read, caseId)) ?? notFound()
  if (found.trashed) notFound()
  if (found.anonymous) throw new OfficeError('invalid', { detail: 'Dieser Fall wird anonym geführt und hat keine Identität.' })
}
