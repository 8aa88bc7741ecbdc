import { comparable } from '../../search/normalise.ts'
import { needs } from './catalogue.ts'
import { emptyParticipant, mostPersons, type Need, type ParticipantInput } from './model.ts'

type NeedGroup = (typeof needs)[number]['group']

/** What people write where they need nothing. */
const nothing = new Set(['', 'nein', 'kein', 'keine', 'keinen', 'keiner', 'nichts', 'nix', 'no', 'none', 'n a', 'na', 'k a', 'entfallt', 'alles', 'normal', 'egal', 'fleisch', 'mit fleisch', 'ich esse alles', 'omnivor', 'allesesser', '0']
  .map(comparable))
const agreed = new Set(['ja', 'j', 'x', 'yes', 'y', '1', 'true', 'wahr', 'ok', 'okay', 'benotigt', 'gewunscht', 'erforderlich', 'einverstanden', 'zugestimmt', 'stimme zu', 'ich stimme zu', 'ich bin einverstanden', 'erlaubt', 'checked'].map(comparable))
const refused = new Set(['nein', 'n', 'no', 'false', 'falsch', '0', 'nicht einverstanden', 'ich stimme nicht zu', 'nicht erlaubt', 'abgelehnt', 'ich bin nicht einverstanden', 'lieber nicht', 'unchecked'].map(comparable))
const numbers = ['null', 'ein', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun', 'zehn', 'elf', 'zwölf'].map(comparable)

/** What is needed, by every word for it; longer words first, so that "glutenfrei" is no "ei". */
const byWord = needs.flatMap(({ code, label, words, group }) => [label, ...words].map((word) => ({ code, group, word: comparable(word) })))
  .filter(({ word }) => word !== '').toSorted((a, b) => b.word.length - a.word.length)

/** Yes, no, or neither, as people fill in forms. */
export function readAnswer(text: string): boolean | null {
  const word = comparable(text)
  return agreed.has(word) || /^[✓✔☑]/u.test(text.trim()) ? true : refused.has(word) ? false : null
}

/** Whether somebody wrote that nothing is needed. */
export function saysNothing(text: string): boolean {
  return nothing.has(comparable(text)) || /^[-–—./]*$/u.test(text.trim())
}

/**
 * Needs in a text as people write them: "vegetarisch, 2x vegan", "Nussallergie", "keine Allergien".
 * @param groups only needs of these groups
 * @returns the needs, and the parts that mean nothing known
 */
export function readNeeds(text: string, groups: readonly NeedGroup[] | null = null): { needs: Need[]; rest: string[] } {
  const found = new Map<string, Need>()
  const rest: string[] = []
  for (const part of text.split(/[,;\n/+&]|\s+und\s+/iu).map((each) => each.trim())) {
    if (saysNothing(part)) continue
    const read = readNeed(part, groups)
    if (read === 'none') continue
    if (read === null) rest.push(part)
    else found.set(read.code, { ...read, count: Math.max(read.count, found.get(read.code)?.count ?? 0) })
  }
  return { needs: [...found.values()], rest }
}

function readNeed(part: string, groups: readonly NeedGroup[] | null): Need | 'none' | null {
  const [, number = '1', words = part] = /^(\d{1,3})\s*[x×]?\s+(.*)$/iu.exec(part) ?? /^(\d{1,3})[x×](.*)$/iu.exec(part) ?? []
  const whole = ` ${comparable(words)} `
  const hit = byWord.find(({ word, group }) => (groups === null || groups.includes(group)) && (whole === ` ${word} ` || (word.length > 3 && whole.includes(` ${word} `))))
  if (!hit) return null
  // "Keine Nüsse" is a wish for the kitchen; "keine Allergien" and "kein Dolmetschen" are none.
  const negated = /^(?:kein|keine|keinen|nicht|ohne)\s/iu.test(words) && !byWord.some(({ word }) => whole === ` ${word} `)
  if (negated && (hit.code === 'allergy-other' || !['diet', 'allergy'].includes(hit.group))) return 'none'
  const detail = hit.code === 'allergy-other' && comparable(words) !== hit.word ? words : ''
  return { code: hit.code, count: Math.min(mostPersons, Math.max(1, Number(number))), detail }
}

/** A number of persons: "3", "3 Personen", "zwei", "2 Erwachsene, 1 Kind", "+2" for somebody with two others. Null for anything else. */
export function readPersons(text: string): number | null {
  const word = comparable(text).replace(/\s*(?:pers|person|personen|leute|teilnehmende?|teilnehmer|plaetze|platze)\s*$/u, '')
  const named = numbers.indexOf(word.replace(/^(ein)(?:e|er|en)$/u, '$1'))
  if (named > 0) return named
  const digits = [...text.matchAll(/\d+/gu)].map(([each]) => Number(each))
  if (digits.length === 0 || /\d[.,]\d/u.test(text)) return null
  const sum = digits.reduce((total, each) => total + each, 0) + (/^\s*\+/u.test(text) ? 1 : 0)
  return sum >= 1 && sum <= mostPersons ? sum : null
}

/**
 * Reads the quick line: a name, and after commas an organisation, a number of persons and needs in any order:
 * "Kim Nguyen, Chor der Vielen, 3, vegan".
 */
export function readQuickLine(text: string): ParticipantInput {
  const [name = '', ...parts] = text.split(/[,;\t]/u).map((part) => part.trim())
  const read: ParticipantInput = { ...emptyParticipant, name }
  for (const part of parts.filter((each) => each !== '')) {
    const persons = /^\+?\s*\d{1,3}(?:\s*(?:pers\.?|personen|leute))?$/iu.test(part) ? readPersons(part) : null
    const { needs: wanted, rest } = persons === null ? readNeeds(part) : { needs: [], rest: [] }
    if (persons !== null) read.persons = persons
    else if (wanted.length > 0 && rest.length === 0) read.needs = [...read.needs.filter(({ code }) => wanted.every((each) => each.code !== code)), ...wanted]
    else if (read.organisation === '') read.organisation = part
    else read.note = [read.note, part].filter((each) => each !== '').join(', ')
  }
  return read
}
