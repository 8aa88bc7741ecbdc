import type { Address, OrganisationInput, PersonInput } from '../directory/model.ts'
import { displayName } from '../directory/names.ts'
import { addressLines } from './address-block.ts'
import type { LetterFields } from './letter.ts'
import type { MailWay } from './statements/workflow.ts'
import { chosenSalutation, impersonalSalutation, salutationFor } from './salutation.ts'

/** What a letter takes from a contact. */
export type Recipient = Pick<LetterFields, 'recipientName' | 'addressLines' | 'salutation'>

/**
 * Gives address and salutation for a letter to an organisation, to a person, or to a person at an organisation. A person at
 * an organisation is written to there; the private address serves only where there is no other.
 */
export function recipientFrom(contact: OrganisationInput | PersonInput, employer?: OrganisationInput): Recipient {
  if (contact.kind === 'organisation') {
    return {
      recipientName: contact.name,
      addressLines: addressLines({ organisation: contact.name, department: contact.department, ...placeParts(letterAddress(contact)) }),
      salutation: chosenSalutation(contact.salutationText) ?? impersonalSalutation,
    }
  }
  const address = letterAddress(contact, employer)
  return {
    recipientName: [displayName(contact), employer?.name].filter(Boolean).join(', '),
    addressLines: addressLines({
      ...(employer && address?.kind !== 'home' ? { organisation: employer.name, department: employer.department } : {}),
      person: contact,
      ...placeParts(address),
    }),
    salutation: salutationFor(contact),
  }
}

/** Where a letter goes: to the contact's own address, for a person rather to the office than to the private one. */
export function letterAddress(
  contact: Pick<OrganisationInput | PersonInput, 'kind' | 'addresses'>, employer?: Pick<OrganisationInput, 'addresses'>,
): Address | undefined {
  if (contact.kind === 'organisation') return postalAddress(contact.addresses)
  const official = contact.addresses.filter((address) => address.kind !== 'home')
  return postalAddress(official) ?? (employer && postalAddress(employer.addresses)) ?? postalAddress(contact.addresses)
}

/** The way that a contact is written to: the one that was preferred among its channels, else by post where there is an address. */
export function wayTo({ channels, addresses, affiliation }: Pick<OrganisationInput | PersonInput, 'channels' | 'addresses' | 'affiliation'>): MailWay {
  const preferred = channels.find((channel) => channel.preferred && (channel.kind === 'email' || channel.kind === 'fax'))
  if (preferred) return preferred.kind === 'fax' ? 'fax' : 'email'
  if (affiliation === 'internal') return 'internal'
  return addresses.length === 0 && channels.some(({ kind }) => kind === 'email') ? 'email' : 'post'
}

/** Why a letter can't be sent to an address, in German; empty for one that will do. */
export function addressProblem(address: Pick<Address, 'street' | 'postalCode' | 'place' | 'extra'> | undefined): string {
  if (address === undefined) return 'keine Postanschrift'
  if (address.place === '') return 'Anschrift ohne Ort'
  // A large recipient's own post code stands without a street.
  return address.street === '' && address.extra === '' && address.postalCode === '' ? 'Anschrift ohne Straße und PLZ' : ''
}

/** The address for letters: the preferred one, else the postal one, else the first. */
function postalAddress(addresses: readonly Address[]): Address | undefined {
  return addresses.find((address) => address.preferred) ?? addresses.find((address) => address.kind === 'postal') ?? addresses[0]
}

function placeParts(address: Address | undefined) {
  return address
    ? { addition: address.extra, street: address.street, postalCode: address.postalCode, city: address.place, country: address.country }
    : {}
}
