import { uuidv7 } from 'uuidv7'
import type { EditionInput, HandOut, Material, MaterialInput, MaterialListItem, MaterialShow, MovementInput } from '../../../../shared/correspondence/material/model.ts'
import { balanceOf, changeOf, flagsOf, handsOut, movementLabels } from '../../../../shared/correspondence/material/stock.ts'
import { fieldLabel } from '../../../../shared/correspondence/statements/catalogue.ts'
import { germanDate, isoDay } from '../../../../shared/dates.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import type { ChangeReceipt } from '../../../../shared/records/model.ts'
import type { Action } from '../../database/change-log.ts'
import type { OfficeSchema } from '../../database/office/schema.ts'
import type { WriteTransaction } from '../../database/write-transaction.ts'
import type { OfficeDesk } from '../../session.ts'
import { documentsOf } from '../register/documents-repository.ts'
import { editionColumns, journalOf, materialColumns, readMaterial, readMaterials } from './repository.ts'

type Transaction = WriteTransaction<OfficeSchema>
type WithId = ChangeReceipt & { id: string }
const ref = (id: string) => ({ type: 'material', id })

/** Which materials are asked for. */
export interface MaterialQuery {
  query: string
  show: MaterialShow
  language: string
  topic: string
  sort: 'title' | 'topic' | 'stock'
  descending: boolean
  offset: number
  limit: number
}

/** One page of materials with their stock of current editions and what should be done about them. */
export async function findMaterials(desk: OfficeDesk, query: MaterialQuery, today = isoDay(new Date())): Promise<{ materials: MaterialListItem[]; total: number }> {
  const all = (await readMaterials(desk.database.read, query.query)).map((material) => ({ item: listItem(material, today), key: material.titleKey, hasOld: material.editions.some(({ outdatedOn }) => outdatedOn !== null) }))
  const matching = all.filter(({ item, hasOld }) => (query.topic === '' || item.topic === query.topic) && (query.language === '' || item.languages.includes(query.language))
    && (query.show === 'all' || (query.show === 'todo' ? item.flags.length > 0 : hasOld)))
  const keyOf = ({ item, key }: (typeof matching)[number]): string | number => (query.sort === 'stock' ? item.stock : query.sort === 'topic' ? `${fieldLabel(item.topic)}\0${key}` : key)
  const sorted = matching.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0) * (query.descending ? -1 : 1))
  return { materials: sorted.slice(query.offset, query.offset + query.limit).map(({ item }) => item), total: matching.length }
}

/** One material by its own id or that of an edition, with which its files lie; also from the trash. @throws OfficeError `not-found` */
export async function getMaterial(desk: OfficeDesk, id: string): Promise<Material> {
  const edition = await desk.database.read.selectFrom('material_edition').select('material_id').where('id', '=', id).executeTakeFirst()
  const material = await readMaterial(desk.database.read, edition?.material_id ?? id)
  if (!material) throw new OfficeError('not-found')
  return material
}

/** Registers a material with its first edition and the copies there are. */
export async function createMaterial(desk: OfficeDesk, { fields, edition, amount }: { fields: MaterialInput; edition: EditionInput; amount: number }): Promise<WithId> {
  const id = uuidv7()
  const written = await desk.write({ label: 'Infomaterial aufgenommen', record: ref(id) }, async (transaction) => {
    await transaction.insert('material', { id, deleted_at: null, deleted_by: null, ...materialColumns(fields) })
    await insertEdition(transaction, desk, id, edition, amount)
  })
  return { id, change: written.change, version: written.versions.get(id) ?? 1 }
}

/** Stores the fields given. @throws OfficeError `conflict`, `not-found` */
export async function updateMaterial(desk: OfficeDesk, id: string, version: number, fields: Partial<MaterialInput>): Promise<ChangeReceipt> {
  return change(desk, id, version, { label: 'Infomaterial geändert', coalesce: `material:${id}` }, (transaction) => transaction.update('material', id, materialColumns(fields)))
}

/** Moves a material with its files to the trash. @throws OfficeError `conflict`, `not-found` */
export async function removeMaterial(desk: OfficeDesk, id: string, version: number): Promise<ChangeReceipt> {
  return change(desk, id, version, { label: 'Infomaterial gelöscht' }, async (transaction, stored) => {
    await transaction.trash(ref(id), desk.person.id)
    for (const edition of stored.editions) {
      for (const paper of await documentsOf(transaction.database, { type: 'material-edition', id: edition.id })) await transaction.trash({ type: 'document', id: paper.id }, desk.person.id)
    }
  })
}

/** Adds an edition with the copies that came. @throws OfficeError `conflict`, `not-found` */
export async function addEdition(desk: OfficeDesk, id: string, version: number, edition: EditionInput, amount: number): Promise<WithId> {
  let added = ''
  const receipt = await change(desk, id, version, { label: 'Ausgabe aufgenommen' }, async (transaction) => { added = await insertEdition(transaction, desk, id, edition, amount) })
  return { ...receipt, id: added }
}

/** Stores what is said of an edition. @throws OfficeError `conflict`, `not-found` */
export async function updateEdition(desk: OfficeDesk, id: string, version: number, editionId: string, edition: EditionInput): Promise<ChangeReceipt> {
  return change(desk, id, version, { label: 'Ausgabe geändert' }, (transaction, stored) => transaction.update('material_edition', known(stored, editionId).id, editionColumns(edition)))
}

/** Marks an edition as outdated, or as current again. @throws OfficeError `conflict`, `not-found` */
export async function setOutdated(desk: OfficeDesk, id: string, version: number, { editionId, on, note }: { editionId: string; on: string | null; note: string }): Promise<ChangeReceipt> {
  return change(desk, id, version, { label: on === null ? 'Ausgabe wieder gültig' : 'Ausgabe veraltet' }, (transaction, stored) =>
    transaction.update('material_edition', known(stored, editionId).id, { outdated_on: on, outdated_note: on === null ? '' : note }))
}

/**
 * Enters copies that came or went into the journal; the balance is what the journal says.
 * @throws OfficeError `not-found`; `invalid` for more copies than there are without `despite`, and for handing out an outdated edition
 */
export async function moveCopies(desk: OfficeDesk, materialId: string, movement: MovementInput, despite: boolean): Promise<ChangeReceipt & { balance: number }> {
  const { kind, amount, on, contactId, party, note, editionId } = movement
  if (kind !== 'count' && amount === 0) throw new OfficeError('invalid', { fields: { amount: 'Bitte angeben, wie viele es sind.' } })
  let balance = 0
  const written = await desk.write({ label: movementLabels[kind], record: ref(materialId) }, async (transaction) => {
    const stored = await readMaterial(transaction.database, materialId)
    if (!stored || stored.trashed) throw new OfficeError('not-found')
    const { outdatedOn } = known(stored, editionId)
    if (outdatedOn !== null && handsOut(kind)) {
      throw new OfficeError('invalid', { detail: `Diese Ausgabe ist seit dem ${germanDate(outdatedOn)} veraltet und wird nicht mehr ausgegeben. Sie kann ausgesondert werden.` })
    }
    const before = balanceOf(await journalOf(transaction.database, editionId))
    const difference = changeOf(kind, amount, before)
    balance = before + difference
    if (difference < 0 && balance < 0 && !despite) {
      throw new OfficeError('invalid', { detail: `Im Bestand sind ${Math.max(0, before)}, gebucht werden sollen ${amount}. Bitte nachzählen oder ausdrücklich trotzdem buchen.`, fields: { amount: `Im Bestand: ${before}` } })
    }
    await transaction.insert('material_movement', {
      id: uuidv7(), material_id: materialId, edition_id: editionId, moved_on: on, kind, change: difference, contact_id: contactId, party, note, person_name: desk.person.name,
    })
  })
  return { change: written.change, version: written.versions.get(materialId) ?? 1, balance }
}

/** Editions that can be handed out: current ones of materials that aren't in the trash. */
export async function handOuts(desk: OfficeDesk): Promise<HandOut[]> {
  return (await readMaterials(desk.database.read)).flatMap(({ id, title, editions }) => editions.filter(({ outdatedOn }) => outdatedOn === null)
    .map((edition) => ({ materialId: id, editionId: edition.id, title, languages: edition.languages, edition: edition.edition, balance: edition.balance })))
}

/** Materials about which something should be done, the most urgent first. */
export async function dueMaterials(desk: OfficeDesk, limit: number, today = isoDay(new Date())): Promise<{ materials: MaterialListItem[]; total: number }> {
  const order = ['negative', 'review', 'outdated-displayed', 'reorder', 'none-current']
  const due = (await readMaterials(desk.database.read)).map((material) => listItem(material, today)).filter(({ flags }) => flags.length > 0)
    .toSorted((a, b) => order.indexOf(a.flags[0] ?? '') - order.indexOf(b.flags[0] ?? ''))
  return { materials: due.slice(0, limit), total: due.length }
}

function listItem({ id, title, kind, topic, publisherName, editions }: Awaited<ReturnType<typeof readMaterials>>[number], today: string): MaterialListItem {
  const current = editions.filter(({ outdatedOn }) => outdatedOn === null)
  return {
    id, title, kind, topic, publisherName, languages: [...new Set(current.flatMap((edition) => edition.languages))],
    stock: current.reduce((sum, { balance }) => sum + balance, 0), flags: flagsOf(editions, today),
  }
}

async function insertEdition(transaction: Transaction, desk: OfficeDesk, materialId: string, edition: EditionInput, amount: number): Promise<string> {
  const id = uuidv7()
  await transaction.insert('material_edition', { id, material_id: materialId, outdated_on: null, outdated_note: '', ...editionColumns(edition) })
  if (amount > 0) {
    await transaction.insert('material_movement', {
      id: uuidv7(), material_id: materialId, edition_id: id, moved_on: isoDay(new Date()), kind: 'in', change: amount, contact_id: null, party: '', note: 'Anfangsbestand', person_name: desk.person.name,
    })
  }
  return id
}

/** @throws OfficeError `not-found` for an edition of another material */
function known({ editions }: Material, editionId: string): Material['editions'][number] {
  const found = editions.find(({ id }) => id === editionId)
  if (!found) throw new OfficeError('not-found')
  return found
}

async function change(desk: OfficeDesk, id: string, version: number, action: Omit<Action, 'record'>, work: (transaction: Transaction, stored: Material) => Promise<void>): Promise<ChangeReceipt> {
  const written = await desk.write({ ...action, record: ref(id) }, async (transaction) => {
    await transaction.expectVersion(ref(id), version, () => readMaterial(transaction.database, id))
    const stored = await readMaterial(transaction.database, id)
    if (!stored) throw new OfficeError('not-found')
    await work(transaction, stored)
  })
  return { change: written.change, version: written.versions.get(id) ?? version }
}
