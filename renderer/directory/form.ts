import { useForm, type UseFormReturnType } from '@mantine/form'
import { uuidv7 } from 'uuidv7'
import type { Contact } from '../../shared/directory/contact.ts'
import type { Address, Channel, ChannelKind, ContactInput, ContactKind, OrganisationInput, PersonInput } from '../../shared/directory/model.ts'

/** All fields of both kinds, so that a form can change its kind without losing what was typed. */
export type ContactValues = Omit<OrganisationInput, 'kind'> & Omit<PersonInput, 'kind'> & { kind: ContactKind }
export type ContactFormState = UseFormReturnType<ContactValues>

/** A form without any text. */
export function emptyValues(kind: ContactKind): ContactValues {
  return {
    kind, name: '', shortName: '', department: '', typeCode: null, parentId: '', familyName: '', givenNames: '', nameOrder: 'given-first', formerNames: '', originalName: '', title: '',
    transliteration: '', transliterationStandard: '', salutation: 'none', salutationText: '', ags: '', responsibilityArea: '', addresses: [], channels: [], tags: [], areas: [], languages: [], affiliation: 'unknown', publication: 'unknown', note: '',
  }
}

/** The form's values for a stored contact. */
export function valuesOf(contact: Contact): ContactValues {
  const empty = emptyValues(contact.kind)
  const stored: Record<string, unknown> = { ...contact }
  // The record carries more than its form: roles, purposes, agreements have screens of their own.
  return { ...empty, ...Object.fromEntries(Object.keys(empty).filter((field) => field in stored).map((field) => [field, stored[field]])) }
}

/** What the form stores: the fields of its kind, without addresses and channels that are still empty. */
export function inputOf(values: ContactValues): ContactInput {
  const {
    kind, name, shortName, department, typeCode, parentId,
    familyName, givenNames, nameOrder, formerNames, originalName, transliteration, transliterationStandard, title, salutation, ...rest
  } = values
  const common = {
    ...rest,
    addresses: rest.addresses.filter(({ street, extra, postalCode, place }) => [street, extra, postalCode, place].some((text) => text.trim() !== '')),
    channels: rest.channels.filter(({ value }) => value.trim() !== ''),
  }
  return kind === 'organisation'
    ? { kind, name, shortName, department, typeCode, parentId, ...common }
    : { kind, familyName, givenNames, nameOrder, formerNames, originalName, transliteration, transliterationStandard, title, salutation, ...common }
}

/** An address to fill in; the first one is the preferred one. */
export function newAddress(addresses: readonly Address[]): Address {
  return { id: uuidv7(), kind: 'office', street: '', extra: '', postalCode: '', place: '', country: 'DE', preferred: addresses.length === 0 }
}

/** A channel to fill in. */
export function newChannel(kind: ChannelKind): Channel {
  return { id: uuidv7(), kind, value: '', label: '', preferred: false }
}

/** Mantine's form over a contact; it checks nothing itself: what is missing is said by the office process at saving. */
export function useContactForm(initialValues: ContactValues): ContactFormState {
  return useForm<ContactValues>({ initialValues })
}
