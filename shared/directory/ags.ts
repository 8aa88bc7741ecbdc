import { LAENDER, type Land } from '../vault/laender.ts'

/** The first two digits of an Amtlicher Gemeindeschlüssel are the Land (Statistisches Bundesamt, Gemeindeverzeichnis). */
const laenderByKey: Readonly<Record<string, Land>> = {
  '01': 'SH', '02': 'HH', '03': 'NI', '04': 'HB', '05': 'NW', '06': 'HE', '07': 'RP', '08': 'BW',
  '09': 'BY', '10': 'SL', '11': 'BE', '12': 'BB', '13': 'MV', '14': 'SN', '15': 'ST', '16': 'TH',
}

/**
 * What is wrong with a key, in German; `null` for a possible one and for none. A municipality has 8 digits, a county or an
 * independent town 5, and both begin with the key of a Land. Whether the key is given out at present is not checked.
 */
export function agsProblem(ags: string): string | null {
  if (ags === '') return null
  if (!/^\d+$/u.test(ags)) return 'Der Gemeindeschlüssel besteht nur aus Ziffern, zum Beispiel 12071057.'
  if (ags.length === 12) return `Das ist ein Regionalschlüssel mit 12 Ziffern. Der Gemeindeschlüssel dazu lautet ${ags.slice(0, 5)}${ags.slice(9)}.`
  if (ags.length !== 8 && ags.length !== 5) return 'Der Gemeindeschlüssel einer Gemeinde hat 8 Ziffern, der eines Kreises 5. Führende Nullen gehören dazu.'
  return landOfAgs(ags) === null ? 'Die ersten beiden Ziffern gehören zu keinem Land (01 bis 16).' : null
}

/** The name of the Land that a key lies in; `null` where the key names none. */
export function landOfAgs(ags: string): string | null {
  const code = laenderByKey[ags.slice(0, 2)]
  return LAENDER.find((land) => land.code === code)?.name ?? null
}
