const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
/** Codes of the Unicode data that name no country of today, such as the GDR: their names must not win. */
const NOT_TODAY = new Set(['DD', 'EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ', 'UK', 'FX', 'SU', 'YU', 'CS', 'AN', 'NT', 'ZR', 'TP', 'BU'])

/** Countries by their ISO 3166-1 code with their name in a language ("de", "en"), in the order of the codes. */
export function countryNames(language: string): { code: string; name: string }[] {
  const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' })
  return LETTERS.flatMap((first) => LETTERS.map((second) => first + second)).flatMap((code) => {
    const name = NOT_TODAY.has(code) ? undefined : names.of(code)
    return name === undefined ? [] : [{ code, name }]
  })
}
