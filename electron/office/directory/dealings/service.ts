import type { Agreement } from '../../../../shared/directory/dealings/agreements.ts'
import type { Encounter } from '../../../../shared/directory/dealings/encounters.ts'
import type { Purpose } from '../../../../shared/directory/dealings/purposes.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import type { OfficeSchema } from '../../database/office/schema.ts'
import type { WriteTransaction } from '../../database/write-transaction.ts'
import type { OfficeDesk } from '../../session.ts'
import { kindOf } from '../repository.ts'
import { saveAgreement as storeAgreement, saveEncounter as storeEncounter, savePurpose as storePurpose, type DealingTable } from './repository.ts'

type Receipt = Promise<{ change: string | null }>

/** What a step of history is called when a row comes, changes and goes. */
const labels: Record<DealingTable, Record<'added' | 'changed' | 'removed', string>> = {
  contact_purpose: { added: 'Zweck eingetragen', changed: 'Zweck geändert', removed: 'Zweck entfernt' },
  contact_agreement: { added: 'Vereinbarung eingetragen', changed: 'Vereinbarung geändert', removed: 'Vereinbarung entfernt' },
  contact_encounter: { added: 'Gespräch eingetragen', changed: 'Gespräch geändert', removed: 'Gespräch entfernt' },
}

/** Adds or changes a purpose of a contact. @throws OfficeError `not-found`, `invalid` for the purpose of another contact */
export async function savePurpose(desk: OfficeDesk, purpose: Purpose): Receipt {
  return save(desk, 'contact_purpose', purpose, (transaction) => storePurpose(transaction, purpose))
}

/** Adds or changes an agreement with a contact. @throws OfficeError `not-found`, `invalid` for the agreement of another contact */
export async function saveAgreement(desk: OfficeDesk, agreement: Agreement): Receipt {
  return save(desk, 'contact_agreement', agreement, (transaction) => storeAgreement(transaction, agreement))
}

/** Notes an encounter with a contact, or changes the note. @throws OfficeError `not-found`, `invalid` for that of another contact */
export async function saveEncounter(desk: OfficeDesk, encounter: Encounter): Receipt {
  return save(desk, 'contact_encounter', encounter, (transaction) => storeEncounter(transaction, encounter, desk.person.name))
}

/** Notes an encounter as part of a larger step, as when many are written to at once. */
export async function noteEncounter(transaction: WriteTransaction<OfficeSchema>, desk: OfficeDesk, encounter: Encounter): Promise<void> {
  await storeEncounter(transaction, encounter, desk.person.name)
}

/** Takes a purpose, an agreement or an encounter off its contact. @throws OfficeError `not-found` */
export async function removeDealing(desk: OfficeDesk, table: DealingTable, id: string): Receipt {
  const row = await desk.database.read.selectFrom(table).select('contact_id').where('id', '=', id).executeTakeFirst()
  if (!row) throw new OfficeError('not-found')
  const written = await desk.write({ label: labels[table].removed, record: { type: 'contact', id: row.contact_id } },
    (transaction) => transaction.remove(table, id))
  return { change: written.change }
}

async function save(
  desk: OfficeDesk, table: DealingTable, { id, contactId }: { id: string; contactId: string },
  store: (transaction: WriteTransaction<OfficeSchema>) => Promise<void>,
): Receipt {
  const known = await desk.database.read.selectFrom(table).select('contact_id').where('id', '=', id).executeTakeFirst()
  if (known && known.contact_id !== contactId) throw new OfficeError('invalid', { detail: 'Der Eintrag gehört zu einem anderen Kontakt.' })
  const label = labels[table][known ? 'changed' : 'added']
  const written = await desk.write({ label, record: { type: 'contact', id: contactId } }, async (transaction) => {
    if ((await kindOf(transaction.database, contactId)) === undefined) throw new OfficeError('not-found')
    await store(transaction)
  })
  return { change: written.change }
}

/** Contacts with whom encounters were noted since a day, those with most first; `lastOn` is the day of the last. */
export async function dealtWith({ database: { read } }: OfficeDesk, since: string, limit: number): Promise<{ id: string; name: string; count: number; lastOn: string }[]> {
  return read.selectFrom('contact_encounter').innerJoin('contact', 'contact.id', 'contact_encounter.contact_id')
    .select(({ fn }) => ['contact.id', 'contact.list_name as name', fn.countAll<number>().as('count'), fn.max('contact_encounter.held_on').as('lastOn')])
    .where('contact_encounter.held_on', '>=', since).where('contact.deleted_at', 'is', null)
    .groupBy(['contact.id', 'contact.list_name']).orderBy('count', 'desc').orderBy('lastOn', 'desc').orderBy('contact.id').limit(limit).execute()
}
