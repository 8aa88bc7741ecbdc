import type { Channel } from './model.ts'

/** A dotted name with at least two parts, the last of them letters: `jobcenter.musterstadt.de`, also in other scripts. */
const HOST = /^[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?(?:\.[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?)*\.[\p{L}]{2,}$/u

/**
 * What looks wrong with a number or an address, in German; `null` for a plausible one and for an empty one. It is said under
 * the field and never keeps anything from being stored: "nur über Pforte" may be the truth.
 */
export function channelWarning({ kind, value }: Pick<Channel, 'kind' | 'value'>): string | null {
  const typed = value.trim()
  if (typed === '') return null
  if (kind === 'email') return emailWarning(typed)
  if (kind === 'web') return webWarning(typed)
  return kind === 'phone' || kind === 'mobile' || kind === 'fax' ? numberWarning(typed) : null
}

function numberWarning(typed: string): string | null {
  if (/^\d+[.,]?\d*E[+]?\d+$/iu.test(typed)) return 'Das ist eine von Excel verkürzte Zahl. Bitte die Nummer aus der Quelle neu eintragen.'
  if (typed.includes('@')) return 'Das sieht nach einer E-Mail-Adresse aus.'
  const digits = typed.replace(/\D/gu, '').length
  if (digits === 0) return 'Die Nummer enthält keine Ziffern.'
  if (/\p{L}/u.test(typed.replace(/durchwahl|app\.?|ext\.?|-?zentrale|\bx\b/giu, ''))) return 'Eine Nummer hat keine Buchstaben. Worte gehören in den Zusatz daneben.'
  // 110, 112 and 115 are the shortest; ITU-T E.164 ends at 15 digits, with "00" before them.
  if (digits < 3) return 'Die Nummer ist zu kurz.'
  if (digits > 17) return 'Die Nummer ist zu lang. Vielleicht stehen zwei in einem Feld.'
  return null
}

function emailWarning(typed: string): string | null {
  if (/[;,]|@.*\s.*@/u.test(typed)) return 'Hier stehen vielleicht mehrere Adressen. Für jede bitte eine eigene Zeile.'
  if (/\s/u.test(typed)) return 'In der Adresse ist eine Leerstelle.'
  const [name = '', host = '', ...more] = typed.split('@')
  if (host === '' || name === '' || more.length > 0) return 'Eine E-Mail-Adresse hat genau ein @ mit Text davor und dahinter.'
  if (name.startsWith('.') || name.endsWith('.') || name.includes('..')) return 'Vor dem @ stehen Punkte am Rand oder zwei nebeneinander.'
  return HOST.test(host) ? null : 'Hinter dem @ fehlt eine vollständige Adresse, zum Beispiel stadt.de.'
}

function webWarning(typed: string): string | null {
  if (/\s/u.test(typed)) return 'In der Internetadresse ist eine Leerstelle.'
  if (typed.includes('@')) return 'Das sieht nach einer E-Mail-Adresse aus.'
  const host = typed.replace(/^[a-z][a-z+.-]*:\/\//iu, '').split(/[/?#:]/u)[0] ?? ''
  return HOST.test(host) ? null : 'Das ist keine vollständige Internetadresse, zum Beispiel www.stadt.de.'
}
