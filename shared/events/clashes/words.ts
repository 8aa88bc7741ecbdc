/** Words that say nothing about who or what is meant. */
const fillers = new Set([
  'aber', 'alle', 'allen', 'aller', 'alles', 'andere', 'auch', 'beide', 'durch', 'eine', 'einem', 'einen', 'einer', 'etwa', 'fuer', 'ganze', 'gerne', 'gruppe', 'gruppen', 'haben', 'interessierte', 'jahr', 'jahre',
  'jahren', 'leute', 'mehr', 'menschen', 'nach', 'nicht', 'oder', 'ohne', 'personen', 'sich', 'sind', 'sowie', 'stadt', 'thema', 'ueber', 'unter', 'vereine', 'viele', 'wird', 'welt', 'willkommen', 'woche', 'zum', 'zur', 'anmeldung', 'veranstaltung',
])
const shortest = 4
const stem = 5

/** Letters without accents and case; umlauts as two letters, so that "für" and "fuer" are the same. */
export function plainText(text: string): string {
  return text.toLowerCase().replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue').replaceAll('ß', 'ss').normalize('NFD').replace(/\p{M}/gu, '').replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
}

/** Words of both texts that mean the same group or topic, as the first text writes them: "Jugendliche" and "Jugend". */
export function commonWords(one: string, two: string): string[] {
  const others = tellingWords(two).map(({ plain }) => plain)
  return [...new Set(tellingWords(one).filter(({ plain }) => others.some((other) => sameWord(plain, other))).map(({ written }) => written))]
}

/** Whether a text means everybody: "Alle", "Alle in der Stadt". */
export function meansEverybody(text: string): boolean {
  return /^(?:alle|jeder|jede|jedermann|offen fuer alle|fuer alle)\b/u.test(plainText(text))
}

function tellingWords(text: string): { written: string; plain: string }[] {
  return text.split(/[^\p{L}\p{N}\p{M}]+/u).map((written) => ({ written, plain: plainText(written) })).filter(({ plain }) => plain.length >= shortest && !fillers.has(plain))
}

function sameWord(one: string, two: string): boolean {
  const [short, long] = one.length <= two.length ? [one, two] : [two, one]
  return short === long || (short.length >= stem && long.startsWith(short))
}
