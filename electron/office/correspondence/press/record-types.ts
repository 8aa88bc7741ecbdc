import { minuteText } from '../../../../shared/correspondence/press/embargo.ts'
import { pressLabel } from '../../../../shared/correspondence/press/catalogue.ts'
import { releaseStateLabels } from '../../../../shared/correspondence/press/workflow.ts'
import { fieldLabel } from '../../../../shared/correspondence/statements/catalogue.ts'
import { germanDate } from '../../../../shared/dates.ts'
import type { OfficeSchema } from '../../database/office/schema.ts'
import type { RecordType } from '../../database/record-type.ts'
import { readClipping } from './clippings-repository.ts'
import { readRelease } from './releases-repository.ts'

/** Releases are found by title, quotes and who got them; their text is found as the letter. */
export const releaseRecordType: RecordType<OfficeSchema> = {
  type: 'press-release',
  label: 'Pressemitteilung',
  root: 'press_release',
  parts: { press_quote: 'release_id', press_delivery: 'release_id' },
  mentionedIn: { clipping: 'release_id' },
  async trashedAlong(database, id) {
    const rows = await database.selectFrom('letter').innerJoin('press_release', 'press_release.letter_id', 'letter.id').select('letter.id')
      .where('press_release.id', '=', id).whereRef('letter.deleted_at', '=', 'press_release.deleted_at').execute()
    return rows.map((row) => ({ type: 'letter', id: row.id }))
  },
  async document(database, id) {
    const found = await readRelease(database, id)
    return found && {
      title: found.title || `Pressemitteilung ${found.number}`,
      subtitle: ['Presse', found.number, releaseStateLabels[found.state]].filter(Boolean).join(' · '),
      line: found.embargoAt === null ? '' : `Sperrfrist ${minuteText(found.embargoAt)}`,
      words: [
        fieldLabel(found.topic), found.note, found.submittedTo, found.releasedBy, found.returnNote, ...found.quotes.flatMap(({ name, role, text }) => [name, role, text]),
        ...found.deliveries.map(({ name }) => name),
      ],
    }
  },
}

/** Clippings are found by everything said of them; the words of a scan are found as the paper. */
export const clippingRecordType: RecordType<OfficeSchema> = {
  type: 'clipping',
  label: 'Pressebericht',
  root: 'clipping',
  parts: {},
  async trashedAlong(database, id) {
    const rows = await database.selectFrom('document').innerJoin('clipping', 'clipping.id', 'document.owner_id').select('document.id')
      .where('clipping.id', '=', id).whereRef('document.deleted_at', '=', 'clipping.deleted_at').execute()
    return rows.map((row) => ({ type: 'document', id: row.id }))
  },
  async document(database, id) {
    const found = await readClipping(database, id)
    return found && {
      title: found.title, subtitle: ['Pressespiegel', found.mediumName, found.authorName].filter(Boolean).join(' · '), line: germanDate(found.on),
      words: [fieldLabel(found.topic), pressLabel('tones', found.tone), found.place, found.link, found.summary, found.releaseTitle],
    }
  },
}

/** The settings have a history and can be undone like any record; they are not searched for. */
export const pressSettingsRecordType: RecordType<OfficeSchema> = {
  type: 'press-settings',
  label: 'Angaben zur Pressearbeit',
  root: 'press_settings',
  parts: {},
  async document() {
    return null
  },
}
