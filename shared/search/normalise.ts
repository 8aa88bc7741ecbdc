/**
 * One normaliser for stored text and for what is typed into a search field, so that every spelling finds every other:
 * Müller = Mueller = muller, Straße = Strasse, Yılmaz = Yilmaz, Chóśebuz = Chosebuz, 0355 612-2008 = +49 355 6122008.
 *
 * Both sides are folded to the same plain form (instead of indexing several spellings): the index stays small, and the
 * form of a beginning is always the beginning of the form, so that search as one types never loses a hit half-way.
 */

/** Letters that Unicode does not decompose, with their plain form (after DIN 91379, search form). */
const UNDECOMPOSED: Record<string, string> = {
  ß: 'ss', ı: 'i', ł: 'l', đ: 'd', ð: 'd', ø: 'o', æ: 'ae', œ: 'oe', þ: 'th', ħ: 'h', ŋ: 'n', ŧ: 't', ĸ: 'k', ə: 'e',
  ǝ: 'e', ɛ: 'e', ɔ: 'o', ƒ: 'f', ɓ: 'b', ɗ: 'd', ƙ: 'k', ƴ: 'y', ʒ: 'z', ǥ: 'g', ς: 'σ',
}
const UNDECOMPOSED_PATTERN = new RegExp(`[${Object.keys(UNDECOMPOSED).join('')}]`, 'gu')
const APOSTROPHES = /[’‘‛`´ʼʻʹʾʿ′]/gu
/** ASCII but for the grave accent, which stands for an apostrophe. */
const PLAIN = /^[\n\r\t -_a-~]*$/u
const DASHES = /[‐‑‒–—−]/gu
const WORD = /[\p{L}\p{N}]+/gu
const COMPOUND = /[\p{L}\p{N}]+(?:['.-][\p{L}\p{N}]+)+/gu
const NUMBER_RUN = /(?:\+ ?)?\(?\d[\d ()/.-]{2,}\d/gu
const DATE = /^\d{1,2}\.\d{1,2}\.\d{2,4}/u
const MAX_QUERY_TOKENS = 24

/**
 * Lower case without diacritics, apostrophes and dashes unified; letters like ß, ł, ı in plain form ("ss", "l", "i").
 * Umlauts become their base letter (ä → a). Never throws.
 */
export function fold(text: string): string {
  // Most texts have nothing to fold; this way the index of a long list takes a fraction of the time.
  if (PLAIN.test(text)) return text.toLowerCase()
  return text
    .replace(APOSTROPHES, "'")
    .replace(DASHES, '-')
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(APOSTROPHES, "'")
    .replace(/\p{M}+/gu, '')
    .replace(UNDECOMPOSED_PATTERN, (letter) => UNDECOMPOSED[letter] ?? letter)
}

/** Folded, and "ae", "oe", "ue" drawn together like the umlaut they may stand for; whether an e goes depends only on the letters before it. */
function canonical(folded: string): string {
  return folded.replace(/(?<=[aou])e+/gu, '')
}

/** The plain words of a text in the one comparable form, in their order. */
export function normalisedWords(text: string): string[] {
  return (fold(text).match(WORD) ?? []).map(canonical)
}

/** A text in the one comparable form, words parted by a space: two spellings of a name give the same string. */
export function comparable(text: string): string {
  return normalisedWords(text).join(' ')
}

/** Groups of digits of a number as typed, international prefix of Germany turned to the leading zero: "+49 (0)355 612" → ["0355", "612"]. */
function digitGroups(run: string): string[] {
  const international = /^\(?(?:\+|00)/u.test(run)
  const plain = international ? run.replace(/\(0\)/u, ' ') : run
  const groups = plain.match(/\d+/gu) ?? []
  const first = groups[0] ?? ''
  if (!international) return groups
  const withoutPrefix = first.replace(/^00/u, '')
  if (!withoutPrefix.startsWith('49')) return [withoutPrefix, ...groups.slice(1)].filter((group) => group !== '')
  const rest = withoutPrefix.slice(2)
  return rest === '' && groups.length > 1 ? [`0${groups[1]}`, ...groups.slice(2)] : [`0${rest}`, ...groups.slice(1)]
}

/**
 * The compact digits of a number and its tails: of a telephone number from each digit on, because a colleague is sought by
 * the extension and a mobile number by its end; of other runs of digits from each group on.
 */
function numberTokens(run: string): string[] {
  const groups = digitGroups(run)
  const digits = groups.join('')
  const tails = looksLikePhone(run, digits) ? [...digits].map((_, index) => digits.slice(index)) : groups.map((_, index) => groups.slice(index).join(''))
  return tails.filter((token) => token.length >= 4)
}

/** At most 15 digits (ITU-T E.164), dialled with a zero or plus in front, and no date. */
function looksLikePhone(run: string, digits: string): boolean {
  return digits.length >= 7 && digits.length <= 16 && /^\(?[+0]/u.test(run) && !DATE.test(run)
}

/**
 * The text to put into the search index for these parts (names, places, numbers …): words in comparable form, compounds
 * also joined ("al hassan alhassan"), numbers also compact. Parts are kept apart, so no number grows across two of them.
 */
export function searchText(parts: readonly string[]): string {
  const tokens = new Set<string>()
  for (const part of parts) {
    const folded = fold(part)
    for (const word of folded.match(WORD) ?? []) tokens.add(canonical(word))
    for (const compound of folded.match(COMPOUND) ?? []) tokens.add(canonical(compound.replace(/['.-]/gu, '')))
    for (const run of folded.match(NUMBER_RUN) ?? []) for (const token of numberTokens(run)) tokens.add(token)
  }
  return [...tokens].join(' ')
}

/** A run of digits is taken as one number when it looks dialled: a leading zero or plus, or signs between the groups. */
function looksDialled(run: string): boolean {
  const digits = run.replace(/\D/gu, '')
  return digits.length >= 6 && (/^\(?[+0]/u.test(run) || /[()/-]/u.test(run))
}

/**
 * What was typed as tokens for a search of prefixes that must all match. Tokens hold letters and digits only, so each is
 * safe inside double quotes of an FTS5 MATCH expression; nothing usable gives an empty list. At most 24 tokens.
 */
export function queryTokens(input: string): string[] {
  const tokens = new Set<string>()
  const rest = fold(input).replace(NUMBER_RUN, (run) => {
    if (!looksDialled(run)) return run
    tokens.add(digitGroups(run).join(''))
    return ' '
  })
  for (const word of rest.match(WORD) ?? []) tokens.add(canonical(word))
  return [...tokens].slice(0, MAX_QUERY_TOKENS)
}
