import { movementLabels } from '../../../../shared/correspondence/material/stock.ts'
import { pressLabel } from '../../../../shared/correspondence/press/catalogue.ts'
import { mailWayLabels } from '../../../../shared/correspondence/statements/workflow.ts'
import { germanDate } from '../../../../shared/dates.ts'
import type { AccessEntry, AccessSource } from '../../contact-access-source.ts'
import type { OfficeSchema } from '../../database/office/schema.ts'
import type { ReadDatabase } from '../../database/side.ts'

type Database = ReadDatabase<OfficeSchema>
const on = (day: string | null): string => (day === null ? '' : germanDate(day))

/** Press and information material that name a contact: as one of the media, quoted, written to, writing, publishing, taking copies. */
export const pressAccess: AccessSource = {
  columns: ['contact_media.contact_id', 'press_quote.contact_id', 'press_delivery.contact_id', 'clipping.medium_id', 'clipping.author_id', 'press_settings.office_id', 'material.publisher_id', 'material_movement.contact_id'],
  async read({ database: { read } }, contactId) {
    return [
      { heading: 'Angaben als Medium', entries: await media(read, contactId) },
      { heading: 'Zitate in Pressemitteilungen', entries: await quotes(read, contactId) },
      { heading: 'Pressemitteilungen, die Sie erhalten haben', entries: await deliveries(read, contactId) },
      { heading: 'Presseberichte', entries: await clippings(read, contactId) },
      { heading: 'Infomaterial', entries: [...await published(read, contactId), ...await movements(read, contactId)] },
    ]
  },
}

async function media(read: Database, contactId: string): Promise<AccessEntry[]> {
  const rows = await read.selectFrom('contact_media').selectAll().where('contact_id', '=', contactId).execute()
  const own = await read.selectFrom('press_settings').select(['office_name', 'contact']).where('office_id', '=', contactId).execute()
  return [
    ...rows.map(({ kind, area, deadline, topics, note }): AccessEntry => ({
      day: null, title: pressLabel('mediaKinds', kind) || 'Medium', details: [['Verbreitung', area], ['Redaktionsschluss', deadline], ['Themen', topics.split('\n').filter(Boolean).join(', ')], ['Notiz', note]],
    })),
    ...own.map(({ office_name, contact }): AccessEntry => ({ day: null, title: 'Pressestelle, der Mitteilungen vorgelegt werden', details: [['Name', office_name], ['Ansprechpartner für Medien', contact]] })),
  ]
}

async function quotes(read: Database, contactId: string): Promise<AccessEntry[]> {
  const rows = await read.selectFrom('press_quote as quote').innerJoin('press_release', 'press_release.id', 'quote.release_id').innerJoin('letter', 'letter.id', 'press_release.letter_id')
    .select(['letter.number', 'letter.subject', 'letter.letter_date', 'quote.name', 'quote.role', 'quote.text', 'quote.asked_on', 'quote.granted_on', 'quote.refused_on'])
    .where('quote.contact_id', '=', contactId).orderBy('letter.letter_date').execute()
  return rows.map((row) => ({
    day: row.letter_date, title: `${row.number}: ${row.subject}`,
    details: [['Name', row.name], ['Funktion', row.role], ['Zitat', row.text], ['angefragt am', on(row.asked_on)], ['freigegeben am', on(row.granted_on)], ['abgelehnt am', on(row.refused_on)]],
  }))
}

async function deliveries(read: Database, contactId: string): Promise<AccessEntry[]> {
  const rows = await read.selectFrom('press_delivery as delivery').innerJoin('press_release', 'press_release.id', 'delivery.release_id').innerJoin('letter', 'letter.id', 'press_release.letter_id')
    .select(['letter.number', 'letter.subject', 'delivery.name', 'delivery.way', 'delivery.sent_on', 'delivery.entry']).where('delivery.contact_id', '=', contactId).orderBy('delivery.sent_on').execute()
  return rows.map((row) => ({ day: row.sent_on, title: `${row.number}: ${row.subject}`, details: [['Name', row.name], ['Weg', mailWayLabels[row.way]], ['Postausgang', row.entry]] }))
}

async function clippings(read: Database, contactId: string): Promise<AccessEntry[]> {
  const rows = await read.selectFrom('clipping').selectAll().where((eb) => eb.or([eb('medium_id', '=', contactId), eb('author_id', '=', contactId)])).orderBy('published_on').execute()
  return rows.map((row) => ({
    day: row.published_on, title: row.title,
    details: [
      ['Medium', row.medium_name], ['Autorin oder Autor', row.author_id === contactId ? row.author_name : ''], ['Stelle', row.place], ['Link', row.link], ['Einordnung', pressLabel('tones', row.tone)],
      ['Zusammenfassung', row.summary],
    ],
  }))
}

async function published(read: Database, contactId: string): Promise<AccessEntry[]> {
  const rows = await read.selectFrom('material').select(['title', 'kind', 'publisher_name', 'source', 'note']).where('publisher_id', '=', contactId).orderBy('title_key').execute()
  return rows.map((row) => ({ day: null, title: row.title, details: [['Art', pressLabel('materialKinds', row.kind)], ['Herausgeber', row.publisher_name], ['Bezug', row.source], ['Notiz', row.note]] }))
}

async function movements(read: Database, contactId: string): Promise<AccessEntry[]> {
  const rows = await read.selectFrom('material_movement as movement').innerJoin('material', 'material.id', 'movement.material_id')
    .select(['material.title', 'movement.moved_on', 'movement.kind', 'movement.change', 'movement.party', 'movement.note']).where('movement.contact_id', '=', contactId)
    .orderBy('movement.moved_on').orderBy('movement.id').execute()
  return rows.map((row) => ({ day: row.moved_on, title: row.title, details: [[movementLabels[row.kind], `${Math.abs(row.change)} Stück`], ['Name', row.party], ['Vermerk', row.note]] }))
}
