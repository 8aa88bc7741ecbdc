import { z } from 'zod'
import { channelSchema, nameOrders } from '../../directory/model.ts'
import { findEntry } from '../catalogues.ts'

/** One line of text as stored: NFC, no spaces at the ends. Empty means "not known". */
const line = (max: number) => z.string().max(max, `Höchstens ${max} Zeichen.`).normalize('NFC').trim()

/** A year, a month or a day (ISO), as far as it is known; empty where nothing is. */
export const birthDate = z.string().refine((text) => text === '' || isBirthDate(text), 'Bitte als 12.3.1988, 3.1988 oder 1988 angeben.')

/** A document that somebody has looked at. There is never a copy of it. */
export const seenDocument = z.object({
  id: z.string().min(1).max(64),
  kind: z.string().refine((code) => findEntry('identityDocuments', code) !== undefined, 'Bitte die Art des Nachweises wählen.'),
  /** Only where it is needed; empty otherwise. */
  number: line(60),
  seenOn: z.iso.date('Bitte ein Datum angeben.'),
  seenBy: line(120),
})
export type SeenDocument = z.infer<typeof seenDocument>

/**
 * The identity card of a case: who the person is. Names are kept as the person writes them, never split or guessed; none is
 * required, because a telephone number may be all there is. No defaults: a missing field is a field that stays.
 */
export const identityFields = z.object({
  familyName: line(200),
  givenNames: line(200),
  nameOrder: z.enum(nameOrders),
  /** As written, one after the other: "geb. Kowalska". */
  formerNames: line(300),
  /** The whole name in its own script; may run from right to left. */
  originalName: line(300),
  /** How the name is written in Latin letters in another document. */
  transliteration: line(300),
  birthDate,
  /** The day is a guess or a date given by an office ("1.1."). */
  birthEstimated: z.boolean(),
  street: line(200),
  addressExtra: line(200),
  postalCode: line(20),
  place: line(200),
  country: z.string().regex(/^[A-Z]{2}$/u, 'Bitte ein Land wählen.'),
  /** Auskunftssperre or conditional block (§§ 51, 52 BMG), women's shelter: the address is given to nobody. */
  addressProtected: z.boolean(),
  channels: z.array(channelSchema).max(20),
  documents: z.array(seenDocument).max(30),
  note: z.string().max(5000, 'Höchstens 5.000 Zeichen.'),
})
export type IdentityFields = z.infer<typeof identityFields>

/** An empty card, as a case has before anything is entered. */
export const emptyIdentity: IdentityFields = {
  familyName: '', givenNames: '', nameOrder: 'given-first', formerNames: '', originalName: '', transliteration: '', birthDate: '',
  birthEstimated: false, street: '', addressExtra: '', postalCode: '', place: '', country: 'DE', addressProtected: false, channels: [],
  documents: [], note: '',
}

/**
 * A date of birth as people type it, as far as it is known: `12.3.1988`, `3.1988`, `1988`, ISO too.
 * @returns the ISO day, month or year; empty for empty text; undefined when it can't be read
 */
export function parseBirthDate(text: string): string | undefined {
  const word = text.trim()
  if (word === '' || isBirthDate(word)) return word
  const [, day, month, year] = /^(?:(\d{1,2})\.\s*)?(\d{1,2})\.\s*(\d{4})$/u.exec(word) ?? []
  if (!month || !year) return undefined
  const found = [year, month.padStart(2, '0'), ...(day ? [day.padStart(2, '0')] : [])].join('-')
  return isBirthDate(found) ? found : undefined
}

/** A stored date of birth as people read it: `12.03.1988`, `03.1988`, `1988`. */
export function formatBirthDate(stored: string): string {
  return stored.split('-').toReversed().join('.')
}

function isBirthDate(text: string): boolean {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/u.exec(text) ?? []
  if (!year || Number(year) < 1880 || Number(year) > 2200) return false
  const date = new Date(`${year}-${month ?? '01'}-${day ?? '01'}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}
