import { paperKinds, type PaperKind } from '../../../../shared/attachments/kinds.ts'
import { labelOf } from '../../../../shared/counselling/catalogues.ts'
import type { CourseEvent } from '../../../../shared/counselling/course/contract.ts'
import { incidentLabel } from '../../../../shared/counselling/incidents/catalogues.ts'
import { isoDay } from '../../../../shared/dates.ts'
import { germanDay } from '../../../../shared/holidays/days.ts'
import type { CounsellingDesk } from '../../session.ts'
import { expectCaseAccess } from '../access/guard.ts'
import { readCase } from '../cases/repository.ts'
import { incidentsOfCase } from '../incidents/service.ts'
import { caseWithMerged, mergesOf } from '../merging/kept-cases.ts'
import { letterEvents } from '../letters/of-case.ts'
import { referralEvents } from '../referrals/of-case.ts'
import { notFound } from '../service-parts.ts'

/** What happened in a case beside its consultations, the latest first. @throws OfficeError `forbidden`, `not-found` */
export async function courseOfCase(desk: CounsellingDesk, caseId: string): Promise<CourseEvent[]> {
  await expectCaseAccess(desk, caseId)
  const found = (await readCase(desk.database.read, caseId)) ?? notFound()
  const events = [...await papers(desk, caseId), ...await deadlines(desk, caseId), ...await incidents(desk, caseId), ...await openings(desk, caseId), ...await merges(desk, caseId), ...await referralEvents(desk.database.read, caseId), ...await letterEvents(desk.database.read, caseId)]
  events.push({ id: `${caseId}:opened`, kind: 'status', date: found.openedOn, title: 'Fall angelegt', detail: '' })
  if (found.closedOn !== '') {
    events.push({ id: `${caseId}:closed`, kind: 'status', date: found.closedOn, title: 'Fall abgeschlossen', detail: labelOf('results', found.closedResult) })
  }
  return events.sort((a, b) => b.date.localeCompare(a.date) || b.id.localeCompare(a.id))
}

async function papers(desk: CounsellingDesk, caseId: string): Promise<CourseEvent[]> {
  const rows = await desk.database.read
    .selectFrom('attachment').select(['id', 'name', 'kind', 'added_on', 'added_by_name']).where('case_id', '=', caseId).where('letter_id', 'is', null).where('deleted_at', 'is', null).execute()
  return rows.map((row) => ({
    id: row.id, kind: 'paper', date: row.added_on, title: `Unterlage „${row.name}“ abgelegt`, detail: `${paperKinds[row.kind as PaperKind] ?? ''} · ${row.added_by_name}`,
  }))
}

/** A deadline stands at the day on which it was entered, and again on the day on which it was done. */
async function deadlines(desk: CounsellingDesk, caseId: string): Promise<CourseEvent[]> {
  const rows = await desk.database.read
    .selectFrom('deadline')
    .select(['id', 'number', 'title', 'due_on', 'done_on', 'created_at'])
    .where('case_id', '=', caseId)
    .where('deleted_at', 'is', null)
    .execute()
  return rows.flatMap((row) => {
    const title = `${row.title} (${row.number})`
    const entered: CourseEvent = { id: row.id, kind: 'deadline', date: isoDay(new Date(row.created_at)), title: `Frist eingetragen: ${title}`, detail: `bis ${germanDay(row.due_on)}` }
    return row.done_on === null ? [entered] : [entered, { ...entered, id: `${row.id}:done`, date: row.done_on, title: `Frist erledigt: ${title}` }]
  })
}

/** An incident stands at the day on which it was reported. */
async function incidents(desk: CounsellingDesk, caseId: string): Promise<CourseEvent[]> {
  return (await incidentsOfCase(desk, caseId)).map(({ id, number, lifeArea, characteristic, reportedOn, occurredOn }) => ({
    id, kind: 'incident', date: reportedOn, title: `Vorfall ${number} aufgenommen`,
    detail: [
      lifeArea === null ? '' : incidentLabel('lifeAreas', lifeArea), characteristic === null ? '' : incidentLabel('characteristics', characteristic),
      occurredOn === null ? '' : `geschehen am ${germanDay(occurredOn)}`,
    ].filter(Boolean).join(' · '),
  }))
}

async function openings(desk: CounsellingDesk, caseId: string): Promise<CourseEvent[]> {
  const { read } = desk.database
  const rows = await read.selectFrom('case_grant').select(['id', 'person_name', 'kind', 'until', 'granted_at']).where('case_id', 'in', await caseWithMerged(read, caseId)).execute()
  return rows.map((row) => ({
    id: row.id, kind: 'status', date: isoDay(new Date(row.granted_at)), detail: `bis ${germanDay(row.until)}`,
    title: row.kind === 'shared' ? `Zur Mitberatung geöffnet für ${row.person_name}` : `Im Vertretungsfall geöffnet von ${row.person_name}`,
  }))
}

async function merges(desk: CounsellingDesk, caseId: string): Promise<CourseEvent[]> {
  return (await mergesOf(desk.database.read, caseId)).map(({ id, number, at, byName }) => ({
    id, kind: 'status', date: isoDay(new Date(at)), title: `Fall ${number} hierher zusammengeführt`, detail: byName,
  }))
}
