import type { Sentence } from './sentences.ts'

const auxiliary = /^(?:wird|werden|wirst|werdet|wurde|wurden|worden)$/u
const regular = /^(?:\p{Ll}*ge\p{Ll}{2,}(?:t|en)|(?:be|er|ver|zer|ent|emp|miss|über|unter|wider)\p{Ll}{2,}t|\p{Ll}+iert|\p{Ll}{2,}(?:be|er|ver|ent)\p{Ll}{2,}t)$/u
/** Participles that end like infinitives. */
const strong = new Set(['beschlossen', 'entschieden', 'erhoben', 'erlassen', 'verwiesen', 'bewiesen', 'verschoben', 'empfohlen', 'entnommen', 'übernommen', 'unternommen', 'übersandt', 'entsandt', 'unterschrieben', 'beschrieben', 'verboten', 'betroffen', 'gebeten', 'einbezogen', 'entzogen', 'vollzogen', 'überwiesen', 'bestritten', 'verstanden', 'versprochen', 'verglichen', 'getan'])
/** Words that look like participles. */
const others = new Set(['geben', 'gehen', 'gelten', 'gewinnen', 'geschehen', 'gefallen', 'gehören', 'genießen', 'genügen', 'gelingen', 'gestalten', 'gestatten', 'gewähren', 'gewährleisten', 'gegen', 'gesamt', 'gerecht', 'gesamten', 'bekannt', 'eventuell', 'insgesamt', 'verfügen', 'gemeinsamen', 'gestrigen', 'gesunden', 'fristgerecht', 'sachgerecht', 'eigenen', 'verschiedenen', 'allgemeinen', 'übrigen', 'angehen', 'eingehen', 'ausgeben', 'abgeben', 'weitergeben', 'vorgehen', 'ergeben', 'zugehen', 'angeben', 'bekanntgeben'])

/**
 * Whether a sentence is in the passive voice: a form of „werden" and a participle. The future tense („wir werden prüfen") has an infinitive
 * there. Rules of thumb, not grammar: a hint may be missing or superfluous.
 * @returns from the first of the two words to the last
 */
export function isPassive({ words }: Sentence): { start: number; end: number } | null {
  const verb = words.find(({ word }) => auxiliary.test(word.toLowerCase()))
  if (!verb) return null
  const participle = words.find(({ word }) => !others.has(word) && (strong.has(word) || regular.test(word)))
  if (!participle) return null
  return { start: Math.min(verb.start, participle.start), end: Math.max(verb.end, participle.end) }
}
