import { paperKinds } from '../../../../shared/attachments/kinds.ts'
import { directionLabels } from '../../../../shared/correspondence/register/model.ts'
import { germanDate } from '../../../../shared/dates.ts'
import type { OfficeSchema } from '../../database/office/schema.ts'
import type { RecordType } from '../../database/record-type.ts'
import { readDocument, textOf } from './documents-repository.ts'
import { readEntry } from './entries-repository.ts'

/** Lines of the register are found by number, correspondent, subject and note. */
export const entryRecordType: RecordType<OfficeSchema> = {
  type: 'register-entry',
  label: 'Registereintrag',
  root: 'register_entry',
  parts: {},
  async document(database, id) {
    const entry = await readEntry(database, id)
    return entry && {
      title: entry.subject, subtitle: [entry.number, directionLabels[entry.direction], entry.correspondent].join(' · '), line: germanDate(entry.on),
      words: [entry.reference, entry.note, entry.assigneeName],
    }
  },
}

/** Papers are found by name, note and every word that could be read in them. */
export const documentRecordType: RecordType<OfficeSchema> = {
  type: 'document',
  label: 'Unterlage',
  root: 'document',
  parts: {},
  async document(database, id) {
    const found = await readDocument(database, id)
    return found && {
      title: found.name, subtitle: [paperKinds[found.kind], found.addedByName].join(' · '), line: germanDate(found.addedOn), words: [found.note, await textOf(database, id)],
    }
  },
}

export const dossierRecordType: RecordType<OfficeSchema> = {
  type: 'dossier',
  label: 'Akte',
  root: 'dossier',
  parts: {},
  async document(database, id) {
    const row = await database.selectFrom('dossier').select(['plan', 'title']).where('id', '=', id).executeTakeFirst()
    return row ? { title: row.title, subtitle: `Akte · ${row.plan}`, line: '', words: [] } : null
  },
}

/** Vorgänge are found by Aktenzeichen and title; what lies in them is found by itself. */
export const matterRecordType: RecordType<OfficeSchema> = {
  type: 'matter',
  label: 'Vorgang',
  root: 'matter',
  parts: { filing: 'matter_id' },
  async document(database, id) {
    const row = await database.selectFrom('matter').select(['reference', 'title', 'opened_on']).where('id', '=', id).executeTakeFirst()
    return row ? { title: row.title, subtitle: `Vorgang · ${row.reference}`, line: germanDate(row.opened_on), words: [] } : null
  },
}

/** The settings have a history and can be undone like any record; they are not searched for. */
export const registerSettingsRecordType: RecordType<OfficeSchema> = {
  type: 'register-settings',
  label: 'Nummern und Aktenplan',
  root: 'register_settings',
  parts: {},
  async document() {
    return null
  },
}
