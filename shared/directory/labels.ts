import type { AddressKind, Affiliation, ChannelKind, ContactKind, Engagement, NameOrder, Publication, Salutation } from './model.ts'

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

export const affiliationLabels: Record<Affiliation, string> = { unknown: 'nicht gewählt', internal: 'eigene Verwaltung', external: 'extern' }

export const publicationLabels: Record<Publication, string> = { unknown: 'nicht geklärt', allowed: 'erlaubt', refused: 'nicht erlaubt' }

export const engagementLabels: Record<Engagement, string> = { unknown: 'nicht gewählt', 'full-time': 'hauptamtlich', voluntary: 'ehrenamtlich' }
