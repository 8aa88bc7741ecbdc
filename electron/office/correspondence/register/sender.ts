import { listName } from '../../../../shared/directory/names.ts'
import { getContact } from '../../directory/service.ts'
import type { OfficeDesk } from '../../session.ts'

/** The contact with an e-mail address, the one worked on last where several have it; null where nobody has. */
export async function senderOf(desk: OfficeDesk, address: string): Promise<{ id: string; name: string } | null> {
  if (!address.includes('@')) return null
  const found = await desk.database.read
    .selectFrom('contact_channel').innerJoin('contact', 'contact.id', 'contact_channel.contact_id')
    .select('contact.id').where('contact_channel.kind', '=', 'email').where((eb) => eb(eb.fn('lower', ['contact_channel.value']), '=', address.toLowerCase()))
    .where('contact.deleted_at', 'is', null).orderBy('contact.updated_at', 'desc').limit(1).executeTakeFirst()
  return found ? { id: found.id, name: listName(await getContact(desk, found.id)) } : null
}
