import { countryNames } from '../../../../shared/directory/countries.ts'
import { fold } from '../../../../shared/search/normalise.ts'

const VEHICLE_SIGNS: Record<string, string> = { d: 'DE', a: 'AT', ch: 'CH', pl: 'PL', cz: 'CZ', f: 'FR', nl: 'NL', b: 'BE', dk: 'DK', i: 'IT', l: 'LU' }

let byName: Map<string, string> | null = null

function countriesByName(): Map<string, string> {
  const found = new Map(Object.entries(VEHICLE_SIGNS))
  for (const language of ['en', 'de']) {
    for (const { code, name } of countryNames(language)) found.set(fold(name), code).set(code.toLowerCase(), code)
  }
  return found.set('bundesrepublik deutschland', 'DE')
}

/** The ISO 3166-1 code of a country written in German or English, as code or as vehicle sign; `undefined` for anything else. */
export function countryCode(written: string): string | undefined {
  byName ??= countriesByName()
  return byName.get(fold(written.trim()))
}
