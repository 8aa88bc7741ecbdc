import { comparable } from '../search/normalise.ts'
import { placeOf, type Address } from './model.ts'
import { displayName, type Named } from './names.ts'

/**
 * The key under which an import recognises a contact that is already there: kind, whole name, department and place in
 * comparable form. "Chóśebuz" and "Chósebuz", "Straße" and "Strasse" have the same key. Titles count for nothing.
 */
export function matchKey(contact: Named & { addresses: readonly Address[] }): string {
  const name = contact.kind === 'organisation' ? contact.name : displayName({ ...contact, title: '' })
  const department = contact.kind === 'organisation' ? contact.department ?? '' : ''
  return [contact.kind, comparable(name), comparable(department), comparable(placeOf(contact))].join('|')
}
