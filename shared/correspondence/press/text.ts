import { bodyText } from '../body.ts'
import type { LetterFields } from '../letter.ts'

/** A quote as far as it is printed. */
export interface PrintedQuote {
  name: string
  role: string
  text: string
  grantedOn: string | null
}

/** What a release prints of its quotes: only those that were released by whoever said them. */
export function printedQuotes(quotes: readonly PrintedQuote[]): string {
  return quotes.filter(({ grantedOn, text }) => grantedOn !== null && text.trim() !== '')
    .map(({ name, role, text }) => `„${text.trim().replace(/^[„"]|[“"]$/gu, '')}“ (${[name, role].filter(Boolean).join(', ')})`).join('\n')
}

/**
 * Characters with blanks as editorial offices count them: heading, lead, text and quotes. Embargo, contact and boilerplate don't count,
 * because nobody prints them.
 */
export function pressLength({ subject, body, particulars }: Pick<LetterFields, 'subject' | 'body' | 'particulars'>): number {
  const word = (key: string): string => { const value = particulars[key]; return typeof value === 'string' ? value : '' }
  return [subject, word('vorspann'), bodyText(body), word('zitat')].map((text) => text.trim()).filter(Boolean).join('\n').length
}

/** The release as the text of a mail. */
export function releaseAsText({ subject, body, particulars }: Pick<LetterFields, 'subject' | 'body' | 'particulars'>): string {
  const word = (key: string): string => { const value = particulars[key]; return typeof value === 'string' ? value.trim() : '' }
  const embargo = word('sperrfrist')
  return [
    ...(embargo === '' ? [] : [`SPERRFRIST: ${embargo}`]), subject.toLocaleUpperCase('de-DE'), word('vorspann'), bodyText(body), word('zitat'),
    word('abbinder'), ...(word('kontakt') === '' ? [] : [`Kontakt für Rückfragen:\n${word('kontakt')}`]),
  ].filter((part) => part.trim() !== '').join('\n\n')
}
