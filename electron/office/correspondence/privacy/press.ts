import type { Kysely } from 'kysely'
import type { RecordRef } from '../../../../shared/records/model.ts'
import type { DestructionOrder } from '../../database/destroy.ts'
import type { OfficeSchema } from '../../database/office/schema.ts'

/** A part of a record that stays: the name in it goes. */
export interface NamedPart {
  table: 'statement_contributor' | 'press_quote' | 'press_delivery' | 'material_movement'
  id: string
  owner: RecordRef
  /** Column of the name. */
  column: string
}

const gone = 'Gelöschter Kontakt'

/** Quotes, deliveries and lines of the stock journal that name a contact. The journal and what was published stay; the name goes. */
export async function partsWith(database: Kysely<OfficeSchema>, contactId: string): Promise<NamedPart[]> {
  const quotes = await database.selectFrom('press_quote').select(['id', 'release_id']).where('contact_id', '=', contactId).execute()
  const deliveries = await database.selectFrom('press_delivery').select(['id', 'release_id']).where('contact_id', '=', contactId).execute()
  const movements = await database.selectFrom('material_movement').select(['id', 'material_id']).where('contact_id', '=', contactId).execute()
  return [
    ...quotes.map(({ id, release_id }): NamedPart => ({ table: 'press_quote', id, owner: { type: 'press-release', id: release_id }, column: 'name' })),
    ...deliveries.map(({ id, release_id }): NamedPart => ({ table: 'press_delivery', id, owner: { type: 'press-release', id: release_id }, column: 'name' })),
    ...movements.map(({ id, material_id }): NamedPart => ({ table: 'material_movement', id, owner: { type: 'material', id: material_id }, column: 'party' })),
  ]
}

/** Clippings, materials and settings that name a contact: they stay without it. */
export async function pressWithout(database: Kysely<OfficeSchema>, contactId: string): Promise<DestructionOrder['neutralised'][number][]> {
  const clippings = await database.selectFrom('clipping').select(['id', 'medium_id', 'author_id']).where((eb) => eb.or([eb('medium_id', '=', contactId), eb('author_id', '=', contactId)])).execute()
  const materials = await database.selectFrom('material').select('id').where('publisher_id', '=', contactId).execute()
  const settings = await database.selectFrom('press_settings').select('id').where('office_id', '=', contactId).execute()
  return [
    ...clippings.map(({ id, medium_id, author_id }) => ({
      ref: { type: 'clipping', id },
      columns: { ...(medium_id === contactId && { medium_id: null, medium_name: gone }), ...(author_id === contactId && { author_id: null, author_name: '' }) },
    })),
    ...materials.map(({ id }) => ({ ref: { type: 'material', id }, columns: { publisher_id: null, publisher_name: gone } })),
    ...settings.map(({ id }) => ({ ref: { type: 'press-settings', id }, columns: { office_id: null, office_name: '' } })),
  ]
}
