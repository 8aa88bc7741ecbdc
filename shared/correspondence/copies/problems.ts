/** Address and salutation as they would be printed. */
export interface Addressed {
  addressLines: readonly string[]
  salutation: string
}

const form = /(^|[\s(])(Frau|Herrn?|Fr\.|Hr\.|Hrn\.)(?=[\s,]|$)/gu

/**
 * What is wrong with how somebody is addressed, a German sentence each: a form of address said twice („Herr Herr"), the nominative in the
 * address, another form in the salutation than in the address. Nothing is derived from a first name.
 */
export function recipientProblems({ addressLines, salutation }: Addressed): string[] {
  const problems: string[] = []
  const texts = [...addressLines, salutation]
  const doubled = texts.map((text) => /\b(Frau|Herrn?)\s+(Frau|Herrn?)\b/u.exec(text)?.[0]).find(Boolean)
  if (doubled) problems.push(`„${doubled}“ steht doppelt.`)
  if (addressLines.some((text) => /^Herr(\s|$)/u.test(text)) && !doubled) problems.push('In der Anschrift heißt es „Herrn“.')
  const inAddress = new Set(addressLines.flatMap(formsOf))
  const inSalutation = new Set(formsOf(salutation))
  const [said] = inSalutation
  if (inSalutation.size === 1 && inAddress.size === 1 && said && !inAddress.has(said)) problems.push('Anschrift und Anrede nennen nicht dieselbe Form (Frau, Herr).')
  if (/\bSehr geehrte Herr\b|\bSehr geehrter Frau\b/u.test(salutation)) problems.push(`„${salutation.slice(0, 40)}“: Die Endung passt nicht zur Form.`)
  if (/ {2}/u.test(salutation)) problems.push('In der Anrede stehen zwei Leerzeichen.')
  return problems
}

function formsOf(text: string): ('ms' | 'mr')[] {
  return [...text.matchAll(form)].map((match) => (/^(Frau|Fr\.)$/u.test(match[2] ?? '') ? 'ms' : 'mr'))
}
