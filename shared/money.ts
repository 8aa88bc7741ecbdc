const words = new Intl.NumberFormat('de-DE', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

/** "1.234,50" */
export function amountText(cents: number): string {
  return words.format(cents / 100)
}

/** "1.234,50 €", with a space that doesn't break. */
export function centsText(cents: number): string {
  return `${amountText(cents)}\u00A0€`
}

/**
 * Reads an amount as people write it: `1.234,50`, `1234,5`, `12 €`, `12.50`, `-3,20`. A point stands between thousands unless two digits
 * or one end the text after it.
 * @returns whole cents; null for an empty text, undefined when it is no amount
 */
export function parseCents(text: string): number | null | undefined {
  const word = text.replaceAll('−', '-').replace(/(?:€|EUR)\s*$/iu, '').replace(/[\s\u00A0\u202F']/gu, '')
  if (word === '') return null
  const match = /^(-?)(\d{1,3}(?:\.\d{3})+|\d+)(?:[,.](\d{1,2}))?$/u.exec(word)
  if (!match) return undefined
  const [, minus, whole = '', part = ''] = match
  const cents = Number(whole.replaceAll('.', '')) * 100 + Number(part.padEnd(2, '0'))
  return Number.isSafeInteger(cents) ? (minus === '-' ? -cents : cents) || 0 : undefined
}
