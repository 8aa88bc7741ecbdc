import type { Destruction, DestructionInput } from '../../../../shared/directory/privacy/model.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import type { RecordRef } from '../../../../shared/records/model.ts'
import { correspondenceWithout, type WithoutContact } from '../../correspondence/privacy/service.ts'
import { destroyRecords, type DestructionOrder } from '../../database/destroy.ts'
import { eventsWithout } from '../../events/privacy/service.ts'
import type { OfficeDesk } from '../../session.ts'
import { contactRecordType } from '../record-types.ts'
import { dependentLetters } from './destroy-plan.ts'
import { proposalOf, today } from './state.ts'

/**
 * Second step: destroys contacts that were proposed, so that nothing brings them back. Letters within their retention stay,
 * as they are or without the recipient; drafts and older ones meet the fate that was chosen.
 * @throws OfficeError `forbidden` for Assistenz, `invalid` for a contact that nobody has proposed, `not-found`; `disk-full`
 *   and `busy` as `destroyRecords`
 */
export async function destroyContacts(desk: OfficeDesk, { ids, retained, others }: DestructionInput): Promise<{ contacts: number, letters: number }> {
  if (desk.person.role === 'assistenz') throw new OfficeError('forbidden', { detail: 'Endgültig löschen dürfen Leitung und Vertretung. Der Vorschlag bleibt bestehen.' })
  const proposals = await proposalsOf(desk, ids)
  const records: DestructionOrder['records'][number][] = []
  const neutralised: DestructionOrder['neutralised'][number][] = []
  const strays: NonNullable<DestructionOrder['strays']>[number][] = []
  const sharers: WithoutContact['along'][] = []
  for (const id of new Set(ids)) {
    const proposal = proposals.get(id)
    if (!proposal) throw new OfficeError('invalid', { detail: 'Mindestens einer der Kontakte ist nicht zur Löschung vorgeschlagen. Es wurde nichts gelöscht.' })
    const because = { reason: proposal.reason, proposedBy: proposal.by }
    records.push({ ref: { type: 'contact', id }, ...because })
    const along: RecordRef[] = await contactRecordType.destroyedAlong?.(desk.database.read as never, id) ?? []
    records.push(...along.filter((ref) => !ids.includes(ref.id)).map((ref) => ({ ref, ...because })))
    const letters = new Map((await dependentLetters(desk, [id])).map((letter) =>
      [letter.id, letter.keptUntil !== null && letter.keptUntil >= today() ? retained : others]))
    const correspondence = await correspondenceWithout(desk.database.read as never, id, letters, { retained, others }, today())
    records.push(...correspondence.records.map((ref) => ({ ref, ...because })))
    neutralised.push(...correspondence.neutralised)
    strays.push(...correspondence.strays)
    sharers.push(correspondence.along)
    const events = await eventsWithout(desk.database.read as never, id, today())
    neutralised.push(...events.neutralised)
    sharers.push(events.along)
  }
  await destroyRecords(desk.database, desk.person, { records, neutralised, strays, along: (rows) => sharers.flatMap((leave) => leave(rows)) })
  return { contacts: new Set(ids).size, letters: records.filter(({ ref }) => ref.type === 'letter').length }
}

/** What was destroyed, the last first. */
export async function listDestructions(desk: OfficeDesk): Promise<Destruction[]> {
  const rows = await desk.database.read.selectFrom('destruction').selectAll().orderBy('id', 'desc').limit(1000).execute()
  return rows.map((row) => ({
    id: row.id, at: row.at, personName: row.person_name, proposedBy: row.proposed_by, recordType: row.record_type, recordId: row.record_id, reason: row.reason,
  }))
}

async function proposalsOf(desk: OfficeDesk, ids: readonly string[]) {
  const rows = await desk.database.read.selectFrom('contact_privacy').innerJoin('contact', 'contact.id', 'contact_privacy.contact_id')
    .select(['contact_id', 'proposed_on', 'proposed_by', 'proposed_reason', 'proposed_note']).where('contact_id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.contact_id, proposalOf(row)]))
}
