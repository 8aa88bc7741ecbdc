import type { AddressKind, ChannelKind, ContactKind, NameOrder, Salutation } from './model.ts'

export const contactKindLabels: Record<ContactKind, string> = { organisation: 'Organisation', person: 'Person' }

export const addressKindLabels: Record<AddressKind, string> = {
  office: 'Hausanschrift', postal: 'Postanschrift', home: 'Privatanschrift', other: 'Weitere Anschrift',
}

export const channelKindLabels: Record<ChannelKind, string> = {
  phone: 'Telefon', mobile: 'Mobil', fax: 'Fax', email: 'E-Mail', web: 'Internet', other: 'Sonstiges',
}

export const salutationLabels: Record<Salutation, string> = {
  none: 'nicht gewählt', ms: 'Frau', mr: 'Herr', name: 'neutral (ganzer Name)',
}

export const nameOrderLabels: Record<NameOrder, string> = {
  'given-first': 'Vorname zuerst', 'family-first': 'Familienname zuerst',
}
