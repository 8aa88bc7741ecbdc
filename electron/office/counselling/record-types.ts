import { CASE_KINDS } from '../../../shared/counselling/case-number.ts'
import { labelOf, topicLabel } from '../../../shared/counselling/catalogues.ts'
import { germanDay } from '../../../shared/holidays/days.ts'
import type { CounsellingSchema } from '../database/counselling/schema.ts'
import type { RecordType } from '../database/record-type.ts'
import { seenCases, seenWithCase } from './access/repository.ts'
import { incidentsDestroyedWith } from './incidents/with-case.ts'
import { readProtectedNote } from './protected-notes/repository.ts'
import { readCase } from './cases/repository.ts'
import { mergesOf } from './merging/kept-cases.ts'
import { readConsultation } from './consultations/repository.ts'

/** Cases are found by number, alias and the words of their note. */
export const caseRecordType: RecordType<CounsellingSchema> = {
  type: 'case',
  label: 'Ratsuchende Person',
  root: 'counselling_case',
  linkedIn: { incident_affected: 'case_id' },
  destroyedIn: { incident_affected: 'case_id' },
  parts: {
    household_person: 'case_id', opposing_party: 'case_id', case_subject: 'id', case_safety: 'id', case_merge: 'case_id',
    case_privacy: 'case_id', case_purpose: 'case_id', case_correction: 'case_id', legal_hold: 'case_id',
  },
  // The relative stays in the household of the other case.
  clearedIn: { household_person: 'linked_case_id' },
  seenBy: seenCases,
  async trashedAlong(database, id) {
    // One transaction has one time: what was deleted before the case stays in the trash.
    const along = async (table: 'consultation' | 'attachment' | 'referral' | 'secrecy_release' | 'client_letter', type: string) => {
      const rows = await database
        .selectFrom(table)
        .innerJoin('counselling_case', (join) =>
          join.onRef('counselling_case.id', '=', `${table}.case_id`).onRef('counselling_case.deleted_at', '=', `${table}.deleted_at`),
        )
        .select(`${table}.id`)
        .where(`${table}.case_id`, '=', id)
        .execute()
      return rows.map((row) => ({ type, id: row.id }))
    }
    return [
      ...await along('consultation', 'consultation'), ...await along('attachment', 'attachment'),
      ...await along('referral', 'referral'), ...await along('secrecy_release', 'secrecy-release'), ...await along('client_letter', 'client-letter'),
    ]
  },
  async destroyedAlong(database, id) {
    const merged = await mergesOf(database, id)
    return [
      ...await incidentsDestroyedWith(database, id), ...merged.flatMap(({ mergedId }) => [{ type: 'identity', id: mergedId }, { type: 'case', id: mergedId }]),
    ]
  },
  async document(database, id) {
    const found = await readCase(database, id)
    const merged = found ? await mergesOf(database, id) : []
    return found && {
      title: `${found.number} · ${found.alias}`,
      subtitle: `Beratung · ${CASE_KINDS[found.kind].label}`,
      line: found.language === null ? '' : labelOf('languages', found.language),
      words: [found.note, ...merged.flatMap(({ number, alias }) => [number, alias])],
    }
  },
}

/** Consultations are found by day, topics and the words of their note. The alias stays with the case: it may change. */
export const consultationRecordType: RecordType<CounsellingSchema> = {
  type: 'consultation',
  label: 'Beratung',
  root: 'consultation',
  seenBy: seenWithCase('consultation'),
  // An incident outlives the conversation that it was first told in.
  clearedIn: { incident: 'consultation_id' },
  parts: { consultation_topic: 'consultation_id' },
  async document(database, id) {
    const found = await readConsultation(database, id)
    if (!found) return null
    const number = found.caseId === null ? null : ((await readCase(database, found.caseId))?.number ?? null)
    return {
      title: `Beratung am ${germanDay(found.date)}`,
      subtitle: `${number ?? 'Anonyme Beratung'} · ${topicLabel(found.topic)}`,
      line: `${labelOf('channels', found.channel)}, ${found.durationMinutes} Min.`,
      words: [...found.furtherTopics.map(topicLabel), labelOf('results', found.result), found.note],
    }
  },
}

/**
 * What the Leitung keeps to itself about a contact. It bears the contact's id and nothing else of it: who has no counselling
 * key can't even tell that there is one.
 */
export const protectedNoteRecordType: RecordType<CounsellingSchema> = {
  type: 'protected-note',
  label: 'Geschützte Notiz',
  onlyFor: 'leitung',
  root: 'protected_note',
  parts: {},
  async document(database, id) {
    const note = await readProtectedNote(database, id)
    return note && { title: 'Geschützte Notiz zu einem Kontakt', subtitle: 'nur Leitung', line: '', words: [note.text] }
  },
}
