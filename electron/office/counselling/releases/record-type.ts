import { labelOf } from '../../../../shared/counselling/catalogues.ts'
import { germanDay } from '../../../../shared/holidays/days.ts'
import type { CounsellingSchema } from '../../database/counselling/schema.ts'
import type { RecordType } from '../../database/record-type.ts'
import { seenWithCase } from '../access/repository.ts'
import { readCase } from '../cases/repository.ts'
import { readRelease } from './repository.ts'

/** Releases from secrecy are found by the other office, what and what for, and the number of their case. */
export const releaseRecordType: RecordType<CounsellingSchema> = {
  type: 'secrecy-release',
  label: 'Entbindung von der Schweigepflicht',
  root: 'secrecy_release',
  clearedIn: { referral: 'release_id', client_letter: 'release_id' },
  seenBy: seenWithCase('secrecy_release'),
  parts: {},
  async document(database, id) {
    const found = await readRelease(database, id)
    if (!found) return null
    const number = (await readCase(database, found.caseId))?.number ?? ''
    return {
      title: `Entbindung gegenüber ${found.name}`, subtitle: `${number} · bis ${germanDay(found.until)}`, line: found.purpose,
      words: [number, found.information, found.purpose, found.signing?.note ?? '', found.revocation?.note ?? ''],
    }
  },
}

/** The office's own translations of the sheets; they speak of nobody. */
export const sheetTextsRecordType: RecordType<CounsellingSchema> = {
  type: 'sheet-texts',
  label: 'Eigene Übersetzung',
  root: 'sheet_texts',
  parts: {},
  async document(database, id) {
    const row = await database.selectFrom('sheet_texts').select('id').where('id', '=', id).executeTakeFirst()
    return row ? { title: `Eigene Übersetzung: ${labelOf('languages', row.id)}`, subtitle: 'Beratung', line: '', words: [] } : null
  },
}
