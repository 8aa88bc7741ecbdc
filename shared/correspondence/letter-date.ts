/** The styles that DIN 5008 allows; one style is used throughout a letter. */
export const letterDateStyles = ['long', 'short', 'iso'] as const
export type LetterDateStyle = (typeof letterDateStyles)[number]

const months = [
  'Januar', 'Februar', 'März', 'April', 'Mai', 'Juni', 'Juli', 'August', 'September', 'Oktober', 'November', 'Dezember',
]

/**
 * Gives a calendar day (`2026-11-21`) as a letter shows it: `long` "21. November 2026", `short` "21.11.2026", `iso` as it is.
 * A day typed as `9.11.2026` is understood as well. What is no calendar day comes back unchanged, because people also write
 * "im Mai" into „Ihre Nachricht vom".
 */
export function letterDate(date: string, style: LetterDateStyle = 'long'): string {
  const typed = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(date)
  const isoDate = typed ? [typed[3], typed[2]?.padStart(2, '0'), typed[1]?.padStart(2, '0')].join('-') : date
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(isoDate)
  if (!match) return date
  if (style === 'iso') return isoDate
  const [, year, month = '', day = ''] = match
  if (style === 'short') return `${day}.${month}.${year}`
  const name = months[Number(month) - 1]
  return name ? `${Number(day)}. ${name} ${year}` : date
}
