import { paperKinds } from '../../../../shared/attachments/kinds.ts'
import { germanDay } from '../../../../shared/holidays/days.ts'
import type { CounsellingSchema } from '../../database/counselling/schema.ts'
import type { RecordType } from '../../database/record-type.ts'
import { seenWithCase } from '../access/repository.ts'
import { readCase } from '../cases/repository.ts'
import { readAttachment } from './repository.ts'

/** Papers are found by name, note and the number of their case, not by what is written in them; a letter as it came back from Word by its words, too. */
export const attachmentRecordType: RecordType<CounsellingSchema> = {
  type: 'attachment',
  label: 'Unterlage',
  root: 'attachment',
  parts: {},
  destroyedIn: { incident_evidence: 'attachment_id' },
  seenBy: seenWithCase('attachment'),
  async document(database, id) {
    const found = await readAttachment(database, id)
    if (!found) return null
    const number = (await readCase(database, found.caseId))?.number ?? ''
    const words = await database.selectFrom('client_letter_text').select('text').where('attachment_id', '=', id).executeTakeFirst()
    return {
      title: `Unterlage „${found.name}“`, subtitle: `${number} · ${paperKinds[found.kind]}`, line: germanDay(found.addedOn), words: [number, found.note, words?.text ?? ''],
    }
  },
}
