import { describe, expect, it } from 'vitest'
import { allTerms, isExplainedAt, termsIn } from './glossary.ts'
import { hintsOf } from './hints.ts'
import { amstadOf, countsOf, fewestWords, levelOf, lixOf, readabilityOf, syllablesOf, viennaOf } from './readability.ts'
import { sentencesOf } from './sentences.ts'

const kinds = (text: string): string[] => hintsOf([text]).map(({ kind }) => kind)
const quoted = (text: string): string[] => hintsOf([text]).map(({ start, end }) => text.slice(start, end))

describe('sentences', () => {
  it('end neither at abbreviations nor at days, but at the end of the paragraph', () => {
    const texts = (paragraph: string): string[] => sentencesOf(paragraph).map(({ start, end }) => paragraph.slice(start, end))
    expect(texts('Am 9. November kam z. B. Frau Dr. Muster. Sie blieb bis 2026. Dann ging sie')).toEqual(['Am 9. November kam z. B. Frau Dr. Muster.', 'Sie blieb bis 2026.', 'Dann ging sie'])
    expect(texts('Nach § 4 Abs. 1 Nr. 2 gilt das. „Ja!“ Gut?')).toEqual(['Nach § 4 Abs. 1 Nr. 2 gilt das.', 'Ja!“', 'Gut?'])
    expect(texts('  ')).toEqual([])
  })
})

describe('measures, counted by hand', () => {
  it('syllables', () => {
    const counted = { Haus: 1, Behörde: 3, Einbürgerung: 4, Quelle: 2, neue: 2, Beamte: 3, See: 1, Räume: 2, BRD: 1, Aufenthaltserlaubnis: 6 }
    expect(Object.fromEntries(Object.keys(counted).map((word) => [word, syllablesOf(word)]))).toEqual(counted)
  })

  it('LIX, Amstad and Wiener Sachtextformel', () => {
    // 2 sentences, 10 words; longer than six letters: Behörde, schnell, Antwort, dauert's not. Syllables 1+3+1+2+1 and 1+2+1+1+2.
    const counts = countsOf(['Die Behörde hilft Ihnen schnell.', 'Das dauert nur ein Weilchen.'])
    expect(counts).toEqual({ words: 10, sentences: 2, syllables: 15, long: 3, manySyllables: 1, oneSyllable: 6 })
    expect(lixOf(counts)).toBeCloseTo(5 + 30)
    expect(amstadOf(counts)).toBeCloseTo(180 - 5 - 58.5 * 1.5)
    expect(viennaOf(counts)).toBeCloseTo(0.1935 * 10 + 0.1672 * 5 + 0.1297 * 30 - 0.0327 * 60 - 0.875)
    expect([29.9, 30, 49.9, 59, 60].map(levelOf)).toEqual(['very-easy', 'easy', 'medium', 'hard', 'very-hard'])
  })

  it('says nothing about a few words, and tells plain from official', () => {
    expect(readabilityOf(['Kurz.'])).toBeNull()
    const plain = readabilityOf(['Sie haben einen Brief vom Amt bekommen. Darin steht eine Frist. Bitte kommen Sie zu uns. Wir lesen den Brief mit Ihnen. Dann rufen wir das Amt an. So haben Sie bald eine Antwort.'])
    const official = readabilityOf(['Unter Bezugnahme auf das vorgenannte Aufenthaltsbegehren wird Ihnen hiermit Gelegenheit zur Stellungnahme hinsichtlich der beabsichtigten Ablehnungsentscheidung innerhalb einer Ausschlussfrist von zwei Wochen ab Bekanntgabe dieses Anhörungsschreibens gegenüber der unterzeichnenden Ausländerbehörde eingeräumt.'])
    expect(plain?.words).toBeGreaterThan(fewestWords)
    expect(plain?.level).toBe('very-easy')
    expect(official?.level).toBe('very-hard')
    expect(plain?.vienna).toBeLessThan(official?.vienna ?? 0)
    expect(plain?.flesch).toBeGreaterThan(official?.flesch ?? 0)
  })
})

describe('hints', () => {
  it('a sentence of 21 words is long, one of 20 is not', () => {
    const words = (count: number): string => `${Array.from({ length: count }, () => 'Wort').join(' ')}.`
    expect(kinds(words(20))).toEqual([])
    expect(kinds(words(21))).toEqual(['sentence'])
  })

  it('passive voice, not future and not adjectives', () => {
    expect(quoted('Der Antrag wird von uns geprüft.')).toEqual(['wird von uns geprüft'])
    expect(kinds('Die Unterlagen wurden übersandt.')).toEqual(['passive'])
    expect(kinds('Wir werden den Antrag prüfen und Ihnen Bescheid geben.')).toEqual([])
    expect(kinds('Das Wetter wird gut.')).toEqual([])
  })

  it('nouns for verbs', () => {
    expect(quoted('Die Auszahlung erfolgt später.')).toEqual(['erfolgt'])
    expect(kinds('Die Erteilung der Bewilligung nach Anhörung dauert.')).toEqual(['nominal'])
    expect(kinds('Die Beratung hilft.')).toEqual([])
    expect(kinds('Ein Rathaus mittelst nichts.')).toEqual([])
  })

  it('an abbreviation once, and not where it is explained or known', () => {
    const text = 'Das BAMF und das BAMF prüfen, der BVA (Bundesverwaltungsamt) auch, als PDF.'
    expect(quoted(text)).toEqual(['BAMF'])
    expect(hintsOf([text], new Set(['BAMF']))).toEqual([])
  })
})

describe('the glossary', () => {
  const terms = allTerms([{ term: 'Kiezpass', explanation: 'Karte für Ermäßigungen', plain: '' }, { term: 'Bescheid', explanation: 'unser Wort', plain: '' }])

  it('holds at least 120 terms, each once and explained, and the office’s words before ours', () => {
    expect(terms.length).toBeGreaterThan(120)
    expect(new Set(terms.map(({ term }) => term)).size).toBe(terms.length)
    expect(terms.filter(({ explanation }) => explanation.length < 12 || explanation.endsWith('.')).map(({ term }) => term)).toEqual(['Bescheid'])
    expect(terms.find(({ term }) => term === 'Bescheid')).toMatchObject({ explanation: 'unser Wort', own: true })
  })

  it('finds terms with their endings, the longest first, never inside another word', () => {
    const found = termsIn(['Die Fiktionsbescheinigung gilt. Gegen den Widerspruchsbescheid der vollziehbar ausreisepflichtigen Person', 'und die Fiktionsbescheinigungen mit Kiezpass, die Bundesauflage nicht.'], terms)
    expect(found.map(({ term, count }) => [term.term, count])).toEqual([['Fiktionsbescheinigung', 2], ['Widerspruchsbescheid', 1], ['vollziehbar ausreisepflichtig', 1], ['Kiezpass', 1]])
    expect(found[0]).toMatchObject({ paragraph: 0, start: 4, end: 25 })
    expect(termsIn(['Das BAMF entscheidet unverzüglich. Unverzüglich! Die Ladung, nicht die ladung und kein bamf.'], terms).map(({ term, count }) => [term.term, count]))
      .toEqual([['BAMF', 1], ['unverzüglich', 2], ['Ladung', 1]])
  })

  it('sees that a term is explained already', () => {
    expect(isExplainedAt('Duldung (das heißt …)', 7)).toBe(true)
    expect(isExplainedAt('Duldung (§ 60a AufenthG)', 7)).toBe(false)
  })
})
