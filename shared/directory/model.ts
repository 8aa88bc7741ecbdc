import { z } from 'zod'
import { agsProblem } from './ags.ts'
import { findOrganisationType } from './organisation-types.ts'

/** One line of text as stored: NFC, no spaces at the ends. Empty means "not known". */
const line = (max: number) => z.string().max(max).normalize('NFC').trim()
const text = (max: number) => z.string().max(max).normalize('NFC')
const id = z.string().min(1).max(64)

export const contactKinds = ['organisation', 'person'] as const
export const addressKinds = ['office', 'postal', 'home', 'other'] as const
export const channelKinds = ['phone', 'mobile', 'fax', 'email', 'web', 'other'] as const
/**
 * How a letter addresses the person, chosen by somebody who knows and never derived from a name: not chosen, Frau, Herr,
 * by the whole name without either. The codes are those of the letters (`shared/correspondence/salutation.ts`).
 */
export const salutations = ['none', 'ms', 'mr', 'name'] as const
/** Which name stands first when the name is spoken or written out: Vietnamese and Hungarian names begin with the family name. */
export const nameOrders = ['given-first', 'family-first'] as const

/** Whether the contact belongs to the own administration. */
export const affiliations = ['unknown', 'internal', 'external'] as const
/** Whether the contact agreed to stand in a published list. */
export const publications = ['unknown', 'allowed', 'refused'] as const
/**
 * Rules by which a name in another script is written in Latin letters, as they are offered; anything else may be typed.
 * Passports follow ICAO Doc 9303, registry offices the ISO standards (Übereinkommen vom 13.09.1973 über die Angabe von
 * Familiennamen und Vornamen in den Personenstandsbüchern, Art. 2 and 3).
 */
export const transliterations = [
  'Reisepass (ICAO Doc 9303)', 'ISO 9 (Kyrillisch)', 'ISO 233 (Arabisch)', 'ISO 843 (Griechisch)', 'ISO 259 (Hebräisch)', 'DIN 31635 (Arabisch)',
  'Pinyin (Chinesisch)', 'eigene Angabe',
] as const

/** How a role is held. */
export const engagements = ['unknown', 'full-time', 'voluntary'] as const

export type Affiliation = typeof affiliations[number]
export type Publication = typeof publications[number]
export type Engagement = typeof engagements[number]
export type ContactKind = typeof contactKinds[number]
export type AddressKind = typeof addressKinds[number]
export type ChannelKind = typeof channelKinds[number]
export type Salutation = typeof salutations[number]
export type NameOrder = typeof nameOrders[number]

export const addressSchema = z.object({
  id,
  kind: z.enum(addressKinds).default('office'),
  street: line(200).default(''),
  /** Line below the street: building, floor, care of. */
  extra: line(200).default(''),
  postalCode: line(20).default(''),
  place: line(200).default(''),
  /** ISO 3166-1 alpha-2. */
  country: z.string().regex(/^[A-Z]{2}$/).default('DE'),
  preferred: z.boolean().default(false),
})

export const channelSchema = z.object({
  id,
  kind: z.enum(channelKinds),
  /** As typed: a number keeps its spaces and strokes. */
  value: line(300).default(''),
  /** The word beside it, for example "Sekretariat" or "nur abends". */
  label: line(100).default(''),
  preferred: z.boolean().default(false),
})

/** A person's role in an organisation; an ended role (`to`) is history and stays. Days are ISO dates. */
export const roleSchema = z.object({
  id,
  personId: id,
  organisationId: id,
  title: line(200).default(''),
  from: z.iso.date().nullable().default(null),
  to: z.iso.date().nullable().default(null),
  engagement: z.enum(engagements).default('unknown'),
}).refine((role) => role.from === null || role.to === null || role.from <= role.to, { path: ['to'], message: 'Das Ende liegt vor dem Beginn.' })

/** A word by which contacts are put together. */
export const tagSchema = line(60).min(1)

/** An Amtlicher Gemeindeschlüssel, or an empty text. Spaces between the digits count for nothing. */
const agsSchema = z.string().max(20).transform((key) => key.replace(/\s/gu, '')).superRefine((key, context) => {
  const problem = agsProblem(key)
  if (problem !== null) context.addIssue({ code: 'custom', message: problem })
})

const common = {
  addresses: z.array(addressSchema).max(20).default([]),
  channels: z.array(channelSchema).max(50).default([]),
  tags: z.array(tagSchema).max(50).default([]),
  /** Areas of work, codes of the catalogue (`details.ts`). */
  areas: z.array(line(60).min(1)).max(50).default([]),
  /** Languages spoken there, codes of the catalogue (`details.ts`). */
  languages: z.array(line(60).min(1)).max(50).default([]),
  affiliation: z.enum(affiliations).default('unknown'),
  publication: z.enum(publications).default('unknown'),
  /** Municipality (8 digits) or county (5 digits) in which the contact is at home. */
  ags: agsSchema.default(''),
  /** For what and for which area the contact is responsible: "Asylsozialberatung im Südkreis". */
  responsibilityArea: line(300).default(''),
  /** The whole salutation of a letter as somebody chose it: "Sehr geehrter Herr Oberbürgermeister". Goes before the derived one. */
  salutationText: line(200).default(''),
  note: text(20_000).default(''),
}

export const organisationSchema = z.object({
  kind: z.literal('organisation'),
  name: line(300).min(1, 'Bitte einen Namen eintragen.'),
  shortName: line(100).default(''),
  /** The department as it stands in the address, below the name. */
  department: line(300).default(''),
  typeCode: z.string().refine((code) => findOrganisationType(code) !== undefined, 'Diese Art ist nicht bekannt.').nullable().default(null),
  /** The organisation that this one is a part of, empty for none: Verband → Kreisverband → Einrichtung, Amt → Fachbereich. */
  parentId: z.string().max(64).default(''),
  ...common,
})

export const personSchema = z.object({
  kind: z.literal('person'),
  /**
   * At least one of the two names; a person with a single name has only one. Names are never split or shortened: two family
   * names, "von der", "al-" and "bint" stand here as the person writes them.
   */
  familyName: line(200).default(''),
  givenNames: line(200).default(''),
  nameOrder: z.enum(nameOrders).default('given-first'),
  /** As written, one after the other: "geb. Kowalska". */
  formerNames: line(300).default(''),
  /** The whole name in its own script, for example Arabic; may run from right to left. */
  originalName: line(300).default(''),
  /** The same name in Latin letters where another authority writes it differently, and the rule it follows (`transliterations`). */
  transliteration: line(300).default(''),
  transliterationStandard: line(100).default(''),
  title: line(100).default(''),
  salutation: z.enum(salutations).default('none'),
  ...common,
})

/** What a form or an import hands in. */
export const contactInputSchema = z.discriminatedUnion('kind', [organisationSchema, personSchema])
  .refine((contact) => contact.kind === 'organisation' || contact.familyName !== '' || contact.givenNames !== '',
    { path: ['familyName'], message: 'Bitte einen Namen eintragen.' })

export type Address = z.infer<typeof addressSchema>
export type Channel = z.infer<typeof channelSchema>
export type Role = z.infer<typeof roleSchema>
export type OrganisationInput = z.infer<typeof organisationSchema>
export type PersonInput = z.infer<typeof personSchema>
export type ContactInput = z.infer<typeof contactInputSchema>

/** The preferred entry of a list of addresses or channels: the marked one, otherwise the first. */
export function preferredOf<Entry extends { preferred: boolean }>(entries: readonly Entry[]): Entry | undefined {
  return entries.find((entry) => entry.preferred) ?? entries[0]
}

/** The place that a list shows: that of the preferred address, or an empty text. */
export function placeOf(contact: { addresses: readonly Address[] }): string {
  return preferredOf(contact.addresses)?.place ?? ''
}
