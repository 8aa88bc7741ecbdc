import { uuidv7 } from 'uuidv7'
import type { Consultation, ConsultationListItem } from '../../../../shared/counselling/contract.ts'
import { consultationFields, liesInFuture, type ConsultationFields } from '../../../../shared/counselling/model.ts'
import { isoDay } from '../../../../shared/dates.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import type { ChangeReceipt } from '../../../../shared/records/model.ts'
import type { CounsellingDesk } from '../../session.ts'
import { expectCaseAccess } from '../access/guard.ts'
import { seesEveryCase } from '../access/repository.ts'
import { readCase } from '../cases/repository.ts'
import { statisticalColumns } from '../statistics/columns.ts'
import {
  consultationColumns, consultationsOfCase, listConsultations, readConsultation, topicRows, type ConsultationQuery,
} from './repository.ts'
import { notFound, receipt, validated, type Mine } from '../service-parts.ts'

/** One page of all consultations, anonymous ones included; `mine` narrows down to those that the person has held. */
export async function findConsultations(
  desk: CounsellingDesk,
  query: Mine<ConsultationQuery>,
): Promise<{ consultations: ConsultationListItem[]; total: number; capped: boolean }> {
  const seenBy = seesEveryCase(desk.person) ? null : desk.person.id
  return listConsultations(desk.database.read, { ...query, counsellorId: query.mine ? desk.person.id : null, seenBy })
}

/** One page of a case's time line, the latest first. */
export async function timeLine(
  desk: CounsellingDesk,
  caseId: string,
  page: { offset: number; limit: number },
): Promise<{ consultations: Consultation[]; total: number }> {
  await expectCaseAccess(desk, caseId)
  return consultationsOfCase(desk.database.read, caseId, page)
}

/** One consultation. @throws OfficeError `not-found`, `forbidden` when its case is somebody else's */
export async function getConsultation(desk: CounsellingDesk, id: string): Promise<Consultation> {
  const found = (await readConsultation(desk.database.read, id)) ?? notFound()
  await expectCaseAccess(desk, found.caseId)
  return found
}

/**
 * Notes a consultation, of a case or anonymous (`caseId` null).
 * What is typed on within the next minutes belongs to the same step of history and undo.
 * @throws OfficeError `invalid` (a day in the future too), `not-found` when the case isn't there or lies in the trash
 */
export async function createConsultation(
  desk: CounsellingDesk,
  caseId: string | null,
  fields: ConsultationFields,
): Promise<ChangeReceipt & { id: string }> {
  const checked = checkedConsultation(fields)
  await expectCaseAccess(desk, caseId)
  const id = uuidv7()
  const action = { label: 'Beratung eingetragen', record: { type: 'consultation', id }, coalesce: `consultation:${id}` }
  const written = await desk.write(action, async (transaction) => {
    const found = caseId === null ? null : await readCase(transaction.database, caseId)
    if (caseId !== null && (found === null || found.trashed)) notFound()
    await transaction.insert('consultation', {
      id,
      case_id: caseId,
      held_on: checked.date,
      held_at: checked.time,
      channel: checked.channel,
      duration_minutes: checked.durationMinutes,
      topic: checked.topic,
      result: checked.result,
      language: checked.language,
      interpretation: checked.interpretation,
      access_path: checked.accessPath,
      contact_kind: checked.contactKind,
      service_type: checked.serviceType ?? null,
      note: checked.note,
      ...statisticalColumns(checked),
      residence_status: checked.residenceStatus ?? null,
      counsellor_id: desk.person.id,
      counsellor_name: desk.person.name,
      deleted_at: null,
      deleted_by: null,
    })
    await transaction.replaceRows('consultation_topic', 'consultation_id', id, topicRows(id, checked.furtherTopics))
  })
  return { ...receipt(written, id), id }
}

/** Stores the fields given; all fields together must stay valid. @throws OfficeError `invalid`, `not-found`, `conflict` */
export async function updateConsultation(
  desk: CounsellingDesk,
  id: string,
  version: number,
  fields: Partial<ConsultationFields>,
): Promise<ChangeReceipt> {
  await getConsultation(desk, id)
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
  const record = { type: 'consultation', id }
  const written = await desk.write({ label: 'Beratung geändert', record, coalesce: `consultation:${id}` }, async (transaction) => {
    await transaction.expectVersion(record, version, () => readConsultation(transaction.database, id))
    const stored = (await readConsultation(transaction.database, id)) ?? notFound()
    const checked = checkedConsultation({ ...stored, ...given })
    await transaction.update('consultation', id, consultationColumns(checked))
    await transaction.replaceRows('consultation_topic', 'consultation_id', id, topicRows(id, checked.furtherTopics))
  })
  return receipt(written, id, version)
}

/** Moves a consultation to the trash. @throws OfficeError `not-found`, `conflict` */
export async function removeConsultation(desk: CounsellingDesk, id: string, version: number): Promise<ChangeReceipt> {
  await getConsultation(desk, id)
  const record = { type: 'consultation', id }
  const written = await desk.write({ label: 'Beratung gelöscht', record }, async (transaction) => {
    await transaction.expectVersion(record, version, () => readConsultation(transaction.database, id))
    await transaction.trash(record, desk.person.id)
  })
  return receipt(written, id, version)
}

function checkedConsultation(fields: ConsultationFields): ConsultationFields {
  const checked = validated(consultationFields, fields)
  if (liesInFuture(checked.date, isoDay(new Date()))) {
    throw new OfficeError('invalid', { fields: { date: 'Das Datum liegt in der Zukunft.' } })
  }
  return checked
}
