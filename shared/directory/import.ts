import { z } from 'zod'
import { contactKinds } from './model.ts'

/** The encodings that a list may have; the names are those of the library that decodes them. */
export const importEncodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'macintosh', 'cp850', 'windows-1250', 'windows-1251', 'windows-1254'] as const
export const importSeparators = [';', ',', '\t', '|'] as const

/** What a column of a list can mean. */
export const importFields = [
  'ignore', 'organisation', 'shortName', 'department', 'type', 'salutation', 'title', 'name', 'familyName', 'givenNames', 'role',
  'street', 'addressExtra', 'postalCode', 'place', 'postalCodePlace', 'country', 'homeStreet', 'homePostalCode', 'homePlace',
  'homeCountry', 'phone', 'homePhone', 'mobile', 'fax', 'email', 'web', 'tags', 'note',
] as const

export type ImportEncoding = typeof importEncodings[number]
export type ImportSeparator = typeof importSeparators[number]
export type ImportField = typeof importFields[number]

export const importFieldLabels: Record<ImportField, string> = {
  ignore: 'nicht übernehmen', organisation: 'Organisation', shortName: 'Kurzname', department: 'Abteilung', type: 'Art',
  salutation: 'Anrede', title: 'Titel', name: 'Name (ungetrennt)', familyName: 'Familienname', givenNames: 'Vornamen', role: 'Funktion',
  street: 'Straße', addressExtra: 'Adresszusatz', postalCode: 'PLZ', place: 'Ort', postalCodePlace: 'PLZ und Ort', country: 'Land',
  homeStreet: 'Straße (privat)', homePostalCode: 'PLZ (privat)', homePlace: 'Ort (privat)', homeCountry: 'Land (privat)',
  phone: 'Telefon', homePhone: 'Telefon (privat)', mobile: 'Mobil', fax: 'Fax', email: 'E-Mail', web: 'Internet',
  tags: 'Schlagwörter', note: 'Notiz',
}

export const importEncodingLabels: Record<ImportEncoding, string> = {
  'utf-8': 'UTF-8', 'utf-16le': 'UTF-16', 'utf-16be': 'UTF-16 (big endian)', 'windows-1252': 'Windows-1252', macintosh: 'Mac Roman',
  cp850: 'DOS (CP 850)', 'windows-1250': 'Windows-1250 (mitteleuropäisch)', 'windows-1251': 'Windows-1251 (kyrillisch)',
  'windows-1254': 'Windows-1254 (türkisch)',
}

export const importSeparatorLabels: Record<ImportSeparator, string> = {
  ';': 'Semikolon', ',': 'Komma', '\t': 'Tabulator', '|': 'senkrechter Strich',
}

/** What a person may set instead of what was found by itself. */
export const importOptionsSchema = z.object({
  encoding: z.enum(importEncodings).optional(),
  separator: z.enum(importSeparators).optional(),
  /** One field per column. */
  mapping: z.array(z.enum(importFields)).max(1000).optional(),
})

export const importRepairSchema = z.object({
  field: z.enum(importFields),
  before: z.string(),
  after: z.string(),
  reason: z.string(),
})

/** `import`: becomes a contact; `unchanged`: is already there; `rejected`: comes back with the reason; `empty`: holds nothing. */
export const importOutcomes = ['import', 'unchanged', 'rejected', 'empty'] as const

export const importRowSchema = z.object({
  /** Line of the file on which the row begins, counted from 1. */
  line: z.number().int(),
  outcome: z.enum(importOutcomes),
  reason: z.string().nullable(),
  kind: z.enum(contactKinds).nullable(),
  name: z.string(),
  place: z.string(),
  repairs: z.array(importRepairSchema),
  hints: z.array(z.string()),
})

export const importCountsSchema = z.record(z.enum(importOutcomes), z.number().int())

export const importPreviewSchema = z.object({
  encoding: z.enum(importEncodings),
  /** The file begins with a byte order mark. */
  bom: z.boolean(),
  /** False where the encoding is only the likeliest of several. */
  certain: z.boolean(),
  separator: z.enum(importSeparators),
  columns: z.array(z.object({ heading: z.string(), field: z.enum(importFields), sample: z.string() })),
  rows: z.array(importRowSchema),
  counts: importCountsSchema,
})

/** What the running import tells: how many rows are done, and at the end what became of them. */
export const importProgressSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('running'), done: z.number().int(), total: z.number().int() }),
  z.object({
    state: z.literal('done'),
    counts: importCountsSchema,
    /** Contacts made, the organisations of imported persons included. */
    created: z.number().int(),
    change: z.string().nullable(),
  }),
])

export type ImportProgress = z.infer<typeof importProgressSchema>
export type ImportOptions = z.infer<typeof importOptionsSchema>
export type ImportRepair = z.infer<typeof importRepairSchema>
export type ImportOutcome = typeof importOutcomes[number]
export type ImportRow = z.infer<typeof importRowSchema>
export type ImportCounts = z.infer<typeof importCountsSchema>
export type ImportPreview = z.infer<typeof importPreviewSchema>
