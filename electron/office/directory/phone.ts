import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js'

/**
 * The number in the international form E.164 ("+493556122008") if it is a valid number of the country (ISO 3166-1) or
 * written internationally, otherwise `null`. What was typed is kept beside it and never replaced.
 */
export function e164(typed: string, country = 'DE'): string | null {
  const number = parsePhoneNumberFromString(typed.replace(/^\s*00/u, '+').replace(/\(0\)/u, ''), country as CountryCode)
  return number?.isValid() ? number.number : null
}
