import type { ArchiveOffer, DisposalTarget, Proposal } from '../../../../shared/counselling/privacy/model.ts'
import { archiveOfferSchema } from '../../../../shared/counselling/privacy/model.ts'
import { isFinalDecision, privacyLabel } from '../../../../shared/counselling/privacy/rules.ts'
import { CASE_KINDS, type CaseKind } from '../../../../shared/counselling/case-number.ts'
import { germanDate, isoDay } from '../../../../shared/dates.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import { tablePdf } from '../../documents/pdf-table.ts'
import type { FileGrants } from '../../file-grants.ts'
import type { CounsellingDesk } from '../../session.ts'
import { expectCaseAccess } from '../access/guard.ts'
import { notFound, validated } from '../service-parts.ts'
import { destructionScope } from '../../database/destruction-scope.ts'
import { proposalOf } from './repository.ts'
import { itemsOf } from './review.ts'
import { readPractice } from './practice-service.ts'

/**
 * First step of destruction: proposes it. Somebody else looks at it and confirms.
 * @throws OfficeError `not-found`, `forbidden` for a case of somebody else
 */
export async function propose(desk: CounsellingDesk, { targets, mode, reason, note }: { targets: readonly DisposalTarget[]; mode: Proposal['mode']; reason: string; note: string }): Promise<void> {
  const cases = new Map<string, string | null>()
  for (const target of targets) cases.set(target.id, await expectTarget(desk, target))
  await desk.database.writeUnlogged(async (database) => {
    for (const { type, id } of targets) {
      const columns = { mode, reason, note, proposed_at: new Date().toISOString(), proposed_by_id: desk.person.id, proposed_by: desk.person.name }
      await database.insertInto('disposal').values({ record_type: type, record_id: id, case_id: cases.get(id) ?? null, ...columns })
        .onConflict((conflict) => conflict.columns(['record_type', 'record_id']).doUpdateSet(columns)).execute()
    }
  })
  desk.database.announce(targets)
}

/** What was proposed for one record, for whoever stands at it; null for nothing. @throws OfficeError `forbidden`, `not-found` */
export async function proposalFor(desk: CounsellingDesk, target: DisposalTarget): Promise<Proposal | null> {
  await expectTarget(desk, target)
  const row = await desk.database.read.selectFrom('disposal').selectAll().where('record_type', '=', target.type).where('record_id', '=', target.id).executeTakeFirst()
  return row ? proposalOf(row, desk.person.id) : null
}

/** Takes proposals back: whoever may see the record, or has proposed it. @throws OfficeError `forbidden`, `not-found` */
export async function withdraw(desk: CounsellingDesk, targets: readonly DisposalTarget[]): Promise<void> {
  for (const target of targets) await expectTarget(desk, target)
  await desk.database.writeUnlogged(async (database) => {
    for (const { type, id } of targets) await database.deleteFrom('disposal').where('record_type', '=', type).where('record_id', '=', id).execute()
  })
  desk.database.announce(targets)
}

/** Notes that cases were offered to the archive and what it said. @throws OfficeError `invalid`, `forbidden`, `not-found` */
export async function offerArchive(desk: CounsellingDesk, caseIds: readonly string[], offer: ArchiveOffer): Promise<void> {
  const { decision, offeredOn, decidedOn, handedOverOn, note } = validated(archiveOfferSchema, offer)
  if (isFinalDecision(decision) && decidedOn === null) throw new OfficeError('invalid', { fields: { decidedOn: 'An welchem Tag hat das Archiv entschieden?' } })
  if (decision === 'taken' && handedOverOn === null) throw new OfficeError('invalid', { fields: { handedOverOn: 'An welchem Tag wurde übergeben?' } })
  if (decision === 'exempt' && note.length < 5) throw new OfficeError('invalid', { fields: { note: 'Warum muss nicht angeboten werden?' } })
  for (const caseId of caseIds) await expectCaseAccess(desk, caseId)
  await desk.database.writeUnlogged(async (database) => {
    for (const caseId of caseIds) {
      const columns = { decision, offered_on: offeredOn, decided_on: decidedOn, handed_over_on: handedOverOn, note, noted_by: desk.person.name }
      await database.insertInto('archive_offer').values({ case_id: caseId, ...columns }).onConflict((conflict) => conflict.column('case_id').doUpdateSet(columns)).execute()
    }
  })
  desk.database.announce(caseIds.map((id) => ({ type: 'case', id })))
}

/** Writes the list for the archive: number, kind, years and extent of each case, and no name. @throws OfficeError `forbidden` and as the grant */
export async function saveArchiveList(desk: CounsellingDesk, grants: FileGrants, officeName: string, { caseIds, grant }: { caseIds: readonly string[]; grant: string }): Promise<void> {
  for (const caseId of caseIds) await expectCaseAccess(desk, caseId)
  const { practice } = await readPractice(desk.database.read)
  const rows: string[][] = []
  for (const { target, name, kind, lastContact, retention } of await itemsOf(desk, caseIds.map((id) => ({ type: 'case', id })))) {
    const found = (await desk.database.read.selectFrom('counselling_case').select('opened_on').where('id', '=', target.id).executeTakeFirst()) ?? notFound()
    const { records } = await destructionScope(desk.database, target)
    const count = (type: string): number => records.filter((ref) => ref.type === type).length
    rows.push([
      name, CASE_KINDS[kind as CaseKind].label, `${found.opened_on.slice(0, 4)}–${lastContact.slice(0, 4)}`, String(count('consultation')), String(count('attachment')),
      retention.until === null ? '' : germanDate(retention.until), '',
    ])
  }
  grants.write(grant, await tablePdf({
    title: 'Anbietung an das Archiv',
    remarks: [
      `${officeName || 'Integrationsbüro'} bietet ${practice.archiveName || 'dem zuständigen Archiv'} die folgenden Beratungsakten vor der Löschung an, Stand ${germanDate(isoDay(new Date()))}.`,
      'Die Liste enthält keine Namen. Die Akten unterliegen besonderer Verschwiegenheit (§ 203 StGB); über die Übernahme entscheidet das Archiv nach dem Archivgesetz des Landes.',
    ],
    headings: ['Nummer', 'Art', 'Jahre', 'Gespräche', 'Unterlagen', 'Frist endete', 'Entscheidung des Archivs'],
    rows,
  }))
}

/** In words what the archive said. */
export function archiveText(offer: ArchiveOffer | null): string {
  if (offer === null) return 'nicht angeboten'
  const handed = offer.handedOverOn === null ? '' : `, übergeben am ${germanDate(offer.handedOverOn)}`
  return `${privacyLabel('archiveDecisions', offer.decision)}${offer.decidedOn === null ? '' : ` (${germanDate(offer.decidedOn)})`}${handed}`
}

/** @returns the case it belongs to, null for none. @throws OfficeError `not-found`, `forbidden` */
async function expectTarget(desk: CounsellingDesk, { type, id }: DisposalTarget): Promise<string | null> {
  if (type === 'case') {
    await expectCaseAccess(desk, id)
    return id
  }
  const row = (await desk.database.read.selectFrom(type).select('case_id').where('id', '=', id).executeTakeFirst()) ?? notFound()
  await expectCaseAccess(desk, row.case_id)
  return row.case_id
}
