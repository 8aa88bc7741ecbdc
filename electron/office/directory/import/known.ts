import { matchKey } from '../../../../shared/directory/match-key.ts'
import { placeOf, type ContactInput } from '../../../../shared/directory/model.ts'
import { comparable } from '../../../../shared/search/normalise.ts'
import { e164 } from '../phone.ts'
import { channelKey, compareContacts, type Comparison } from './compare.ts'

/** A contact that a row may resemble: one of the stock, or what an earlier row of the file brings. */
export interface KnownContact {
  id: string
  /** As it will be after the rows planned so far. */
  contact: ContactInput
  /** Line of the file that brings it; null for a contact of the stock. */
  line: number | null
  /** Organisations in which a person has a role, in comparable form. */
  employers: ReadonlySet<string>
  /** What rows said that this contact was made of, or completed by, in earlier imports. */
  fingerprints: ReadonlySet<string>
}

/** What a row has in common with a contact. */
export interface Resemblance {
  known: KnownContact
  reasons: string[]
  comparison: Comparison
}

/** The keys under which a contact is found; the stock is asked for these. */
export interface Keys {
  match: string
  /** Kind and name alone, also with the two names the other way round. */
  names: string[]
  emails: string[]
  phones: string[]
}

/** What was worked out for a contact: each is asked for the stock, for finding and for being found. */
const worked = new WeakMap<ContactInput, Keys>()

/** Gives the keys of a contact. */
export function keysOf(contact: ContactInput): Keys {
  const known = worked.get(contact)
  if (known !== undefined) return known
  const keys = workOut(contact)
  worked.set(contact, keys)
  return keys
}

function workOut(contact: ContactInput): Keys {
  const match = matchKey(contact)
  const [kind = '', name = ''] = match.split('|')
  const words = name.split(' ')
  const turned = contact.kind === 'person' && words.length > 1 ? [`${kind}|${[words.at(-1), ...words.slice(0, -1)].join(' ')}|`, `${kind}|${[...words.slice(1), words[0]].join(' ')}|`] : []
  const country = contact.addresses[0]?.country
  return {
    match, names: [...new Set([`${kind}|${name}|`, ...turned])],
    emails: contact.channels.filter((channel) => channel.kind === 'email').map(channelKey),
    phones: contact.channels.filter(({ kind: channel }) => channel === 'phone' || channel === 'mobile').map(({ value }) => e164(value, country)).filter((number) => number !== null),
  }
}

/** Contacts by everything under which a row may find them. */
export class KnownContacts {
  readonly #by = new Map<string, KnownContact[]>()

  add(known: KnownContact): void {
    const { names, emails, phones } = keysOf(known.contact)
    // Only the name as it stands: turned round on both sides it would find itself twice.
    for (const key of [names[0] ?? '', ...emails.map((email) => `mail:${email}`), ...phones.map((phone) => `tel:${phone}`)]) {
      const list = this.#by.get(key)
      if (list === undefined) this.#by.set(key, [known])
      else if (!list.includes(known)) list.push(known)
    }
  }

  /**
   * Contacts of the same kind that a contact resembles, the likeliest first.
   * @param line line of the row: two people of one cell don't resemble each other
   */
  resembling(contact: ContactInput, line: number): Resemblance[] {
    const keys = keysOf(contact)
    const found = new Map<KnownContact, string[]>()
    const note = (key: string, reason: string, fits: (known: KnownContact) => boolean = () => true) => {
      for (const known of this.#by.get(key) ?? []) {
        if (known.line !== line && known.contact.kind === contact.kind && fits(known)) found.set(known, [...found.get(known) ?? [], reason])
      }
    }
    const place = comparable(placeOf(contact))
    const sharesWord = (known: KnownContact) => wordsOf(known.contact).some((word) => wordsOf(contact).includes(word))
    keys.names.forEach((key, index) => note(key, index === 0 ? 'gleicher Name' : 'gleicher Name in anderer Reihenfolge',
      (known) => contact.kind === 'person' || sameUnit(known.contact, contact)))
    for (const email of keys.emails) note(`mail:${email}`, 'gleiche E-Mail-Adresse', sharesWord)
    for (const phone of keys.phones) note(`tel:${phone}`, 'gleiche Rufnummer', sharesWord)
    return [...found].map(([known, reasons]) => {
      const samePlace = place !== '' && comparable(placeOf(known.contact)) === place
      return { known, reasons: [...new Set(samePlace ? [...reasons, 'gleicher Ort'] : reasons)], comparison: compareContacts(known.contact, contact) }
    }).sort((a, b) => rank(b) - rank(a))
  }
}

/** Departments of one authority in one town are different contacts; a missing department or place says nothing. */
function sameUnit(a: ContactInput, b: ContactInput): boolean {
  const agree = (x: string, y: string) => x === '' || y === '' || comparable(x) === comparable(y)
  const department = (contact: ContactInput) => contact.kind === 'organisation' ? contact.department : ''
  return agree(department(a), department(b)) && agree(placeOf(a), placeOf(b))
}

function wordsOf(contact: ContactInput): string[] {
  return (matchKey(contact).split('|')[1] ?? '').split(' ').filter((word) => word.length > 2)
}

function rank({ reasons, comparison }: Resemblance): number {
  const nothingNew = comparison.additions.length === 0 && comparison.conflicts.length === 0
  const name = reasons.includes('gleicher Name') ? 4 : reasons.some((reason) => reason.startsWith('gleicher Name')) ? 3 : 0
  return (nothingNew && name > 0 ? 100 : 0) + name + reasons.length * 2 - comparison.conflicts.length
}
