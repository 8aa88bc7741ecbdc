import { z } from 'zod'
import type { ImportField } from './fields.ts'

const line = (max: number) => z.string().max(max).normalize('NFC').trim().default('')

/** What a mail signature says; a person looks it over before it becomes a contact. */
export const signatureSchema = z.object({
  organisation: line(300), department: line(300), title: line(100), givenNames: line(200), familyName: line(200), role: line(200),
  street: line(200), postalCode: line(20), place: line(200), phone: line(300), mobile: line(300), fax: line(300), email: line(300), web: line(300),
  /** Lines that mean nothing known. */
  note: z.string().max(5000).normalize('NFC').default(''),
})

export type Signature = z.infer<typeof signatureSchema>

export const signatureLabels: Record<keyof Signature, string> = {
  organisation: 'Organisation', department: 'Abteilung', title: 'Titel', givenNames: 'Vornamen', familyName: 'Familienname', role: 'Funktion',
  street: 'Straße', postalCode: 'PLZ', place: 'Ort', phone: 'Telefon', mobile: 'Mobil', fax: 'Fax', email: 'E-Mail', web: 'Internet', note: 'Notiz',
}

const NUMBER = /[+(]?\d[\d ()/.-]{4,}\d/u
const LABELS: [field: 'fax' | 'mobile' | 'phone', label: RegExp][] = [
  ['fax', /^(?:tele)?fax\b|^f(?:ax)?[.:]\s*(?=[+(\d])/iu], ['mobile', /^(?:mobil\w*|handy\w*|cell|m)[.:]?\s*(?=[+(\d:])/iu], ['phone', /^(?:tel\w*|fon|phone|durchwahl|t|p)[.:]*\s*(?=[+(\d:.-])/iu],
]
const GREETING = /^(?:--+|mit\s+(?:freundlich|best|herzlich|viel)\w*\s+gr(?:ü|ue)(?:ß|ss)\w*|(?:viele|beste|herzliche|freundliche|liebe)\s+gr(?:ü|ue)(?:ß|ss)e.*|mfg|lg|vg|hochachtungsvoll|im\s+auftrag|i\.\s?a\.|gez\.)[,!.]?$/iu
const DEPARTMENT = /^(?:abteilung|abt\.|fachbereich|fachdienst|fachstelle|referat|sachgebiet|dezernat|stabsstelle|team|bereich|amt\s+für|büro\s+(?:der|des)|dienststelle)\b/iu
const ROLE = /(?:leiter(?:in)?|leitung|referent(?:in)?|beauftragte[rn]?|koordinator(?:in)?|koordination|sachbearbeit\w+|berater(?:in)?|beratung|geschäftsführ\w+|vorsitzende[rn]?|vorstand|assisten[tz]\w*|manager(?:in)?|mitarbeiter(?:in)?|sozialarbeiter(?:in)?|pädagog(?:e|in)|pressesprecher(?:in)?|sekretariat|bürgermeister(?:in)?|lots(?:e|in))\b/iu
const ORGANISATION = /\b(?:e\.\s?V\.|g?GmbH|AG|KdöR|eG|gUG)(?:\s|$)|\b(?:stadt|landkreis|kreis|gemeinde|bezirksamt|landratsamt|jobcenter|caritas|diakonie|awo|drk|volkshochschule|universität|hochschule|bundesamt|agentur|polizei\w*)\b|(?:amt|verein|verband|behörde|stiftung|schule|zentrum|ministerium|verwaltung)\b/iu
const STREET = /^(.*(?:stra(?:ß|ss)e|str\.|weg|platz|allee|ring|gasse|damm|ufer|markt|hof|chaussee|promenade|graben|steig)\s*\d+\s?[a-z]?(?:[-/]\d+\s?[a-z]?)?|(?:am|an|auf|im|in|unter|zum|zur)\s.*\s\d+\s?[a-z]?)$/iu
const PLACE = /^(?:D\s?-\s?)?(\d{5})\s+(\p{Lu}[\p{L}\p{M} .()/-]*)$/u
const TITLES = /^(?:(?:Prof\.|Dr\.(?:[\s-]?(?:med|phil|jur|rer|nat|pol|theol|Ing|h|c)\.?)*|Dipl\.-[\p{L}.]+(?:\s\(FH\))?|Mag\.)\s*)+/u
const PARTICLE = /^(?:von|van|vom|zu|zum|zur|de|del|della|der|den|di|da|dos|al|el|ibn|bin|ter|ten|la|le)$/iu

/**
 * Reads a mail signature line by line. A line that means nothing known goes to the note, so that nothing is lost. The name
 * stands given names first in signatures; a person checks how it was parted.
 */
export function readSignature(text: string): Signature {
  const found: Signature = signatureSchema.parse({})
  const put = (field: keyof Signature, value: string): boolean => {
    if (found[field] !== '' || value.trim() === '') return false
    found[field] = value.trim()
    return true
  }
  const rest = text.split(/\r\n|\r|\n/u).map((physical) => physical.replace(/^[>\s]+/u, '').replace(/\s+/gu, ' ').trim())
    .filter((physical) => physical !== '' && !GREETING.test(physical)).flatMap(pieces).filter((piece) => !takeReach(piece, put))
  const unknown: string[] = []
  for (const piece of rest) if (!takeWords(piece, put, found)) unknown.push(piece)
  const [name, ...others] = found.familyName === '' ? unknown.splice(0, unknown.length).map((piece) => piece) : ['', ...unknown]
  const lines = name === undefined || name === '' ? others : takeName(name, found) ? others : [name, ...others]
  return { ...found, note: lines.join('\n') }
}

/** A line may hold several pieces: "Tel. 0355 1 | Fax 0355 2", "Neumarkt 5, 03046 Cottbus". */
function pieces(text: string): string[] {
  return text.split(/\s*[|•·]\s*|\s+[–—]\s+|,\s*(?=(?:D\s?-\s?)?\d{5}\s)|\s+(?=(?:Tele)?fax[.:]|Mobil\w*[.:]|E-?Mail:|Tel\w*[.:])/iu).map((piece) => piece.trim()).filter((piece) => piece !== '')
}

/** E-mail addresses, pages and numbers. */
function takeReach(piece: string, put: (field: keyof Signature, value: string) => boolean): boolean {
  const email = /[^\s<>:,;"]+@[^\s<>,;"]+\.[\p{L}]{2,}/u.exec(piece)
  if (email !== null) return put('email', email[0].replace(/^mailto:/iu, ''))
  const web = /(?:https?:\/\/|www\.)[^\s<>,;]+/iu.exec(piece)
  if (web !== null) return put('web', web[0])
  const number = NUMBER.exec(piece)
  if (number === null || PLACE.test(piece)) return false
  const labelled = LABELS.find(([, label]) => label.test(piece))
  if (labelled !== undefined) return put(labelled[0], number[0])
  return /^[+(]?0?[\d ()/.-]+$/u.test(piece) && piece.replace(/\D/gu, '').length >= 6 && put(/^(?:\+49|0049|0)\s?\(?0?\)?\s?1[5-7]/u.test(piece) ? 'mobile' : 'phone', number[0])
}

/** Place, street, department, role, organisation. */
function takeWords(piece: string, put: (field: keyof Signature, value: string) => boolean, found: Signature): boolean {
  const place = PLACE.exec(piece)
  if (place !== null) return put('postalCode', place[1] ?? '') && put('place', place[2] ?? '')
  if (STREET.test(piece) && !/@/u.test(piece)) return put('street', piece)
  if (DEPARTMENT.test(piece)) return put('department', piece)
  if (ORGANISATION.test(piece) && !/^(?:\p{L}+)?(?:leiter|leitung)/iu.test(piece) && put('organisation', piece)) return true
  if (ROLE.test(piece) && piece.length < 120) return put('role', piece)
  return found.familyName === '' && takeName(piece, found)
}

function takeName(piece: string, found: Signature): boolean {
  const plain = piece.replace(/^(?:i\.\s?[AV]\.|im Auftrag|gez\.)\s*/iu, '').replace(/^(?:Herr|Frau)\s+/u, '').replace(/\s*\((?:sie|er|keine|she|he|they)[^)]*\)$/iu, '')
  const title = TITLES.exec(plain)?.[0].trim() ?? ''
  const words = plain.slice(TITLES.exec(plain)?.[0].length ?? 0).replace(/,.*$/u, '').split(' ').filter((word) => word !== '')
  const named = words.length >= 1 && words.length <= 6 && words.every((word) => PARTICLE.test(word) || /^\p{Lu}[\p{L}\p{M}'’.-]*$/u.test(word))
  if (!named || (words.length === 1 && title === '')) return false
  let from = words.length - 1
  while (from > 1 && PARTICLE.test(words[from - 1] ?? '')) from -= 1
  found.title = title
  found.givenNames = words.slice(0, from).join(' ')
  found.familyName = words.slice(from).join(' ')
  return true
}

/** A signature as the fields of the import. */
export function signatureFields(signature: Signature): [ImportField, string][] {
  return (Object.entries(signature) as [keyof Signature, string][]).filter(([, value]) => value !== '')
}
