import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js'

/**
 * The number in the international form E.164 ("+493556122008") if it is a valid number of the country (ISO 3166-1) or
 * written internationally, otherwise `null`. What was typed is kept beside it and never replaced.
 */
export function e164(typed: string, country = 'DE'): string | null {
  const key = `${country} ${typed}`
  const known = read.get(key)
  if (known !== undefined) return known
  const number = parse(typed, country)
  if (read.size >= kept) read.clear()
  // Numbers are personal data: they don't stay in memory when the work is over.
  if (read.size === 0) setTimeout(() => read.clear(), keptMilliseconds).unref()
  read.set(key, number)
  return number
}

/** An import asks for each number several times, and reading one takes as long as storing it. */
const read = new Map<string, string | null>()
const kept = 50_000
const keptMilliseconds = 60_000

function parse(typed: string, country: string): string | null {
  const number = parsePhoneNumberFromString(typed.replace(/^\s*00/u, '+').replace(/\(0\)/u, ''), country as CountryCode)
  return number?.isValid() ? number.number : null
}
