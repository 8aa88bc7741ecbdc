import { labelOf } from '../../../../shared/counselling/catalogues.ts'
import { germanDay } from '../../../../shared/holidays/days.ts'
import type { CounsellingSchema } from '../../database/counselling/schema.ts'
import type { RecordType } from '../../database/record-type.ts'
import { readEscalation } from './repository.ts'

/** Logs of situations are found by number, place and the words of their entries. They belong to no case. */
export const escalationRecordType: RecordType<CounsellingSchema> = {
  type: 'escalation',
  label: 'Lage',
  root: 'escalation',
  parts: { escalation_entry: 'escalation_id', escalation_correction: 'escalation_id', escalation_contact: 'escalation_id', escalation_incident: 'escalation_id' },
  async document(database, id) {
    const found = await readEscalation(database, id)
    return found && {
      title: `Lage ${found.number} · ${found.title}`,
      subtitle: [labelOf('escalationKinds', found.kind), [found.place, found.municipality].filter(Boolean).join(', ')].filter(Boolean).join(' · '),
      line: found.closedOn === '' ? `seit ${germanDay(found.beganOn)}` : `abgeschlossen am ${germanDay(found.closedOn)}`,
      words: [found.occasion, found.assessment, found.openPoints, ...found.entries.flatMap(({ text, who, sourceNote }) => [text, who, sourceNote])],
    }
  },
}
