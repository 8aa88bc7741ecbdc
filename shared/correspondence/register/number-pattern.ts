import { z } from 'zod'

/** What a number pattern may hold; `{lfd}` is filled with zeros to `{lfd:n}` places, four where none are given. */
export const placeholders = {
  Jahr: 'Jahr, vierstellig', JJ: 'Jahr, zweistellig', lfd: 'laufende Nummer im Jahr', Aktenplan: 'Kennzahl des Aktenplans', 'Kürzel': 'Kürzel der bearbeitenden Person',
} as const

/** What a number is made of. */
export interface NumberParts {
  year: number
  sequence: number
  /** Number of the class in the Aktenplan; empty where there is none. */
  plan?: string
  /** Initials of the person. */
  initials?: string
}

const placeholder = /\{([^{}:]*)(?::(\d))?\}/gu

/** A pattern that gives every number only once: it needs the running number and, as that begins anew each year, the year. */
export const numberPatternSchema = z.string().trim().min(1).max(80)
  .refine((pattern) => [...pattern.matchAll(placeholder)].every(([, name = '']) => name in placeholders), 'Unbekannter Platzhalter. Möglich sind {Jahr}, {JJ}, {lfd}, {Aktenplan} und {Kürzel}.')
  .refine((pattern) => /\{lfd(?::\d)?\}/u.test(pattern), 'Ohne {lfd} wäre die Nummer nicht eindeutig.')
  .refine((pattern) => /\{(?:Jahr|JJ)\}/u.test(pattern), 'Ohne {Jahr} oder {JJ} wäre die Nummer nicht eindeutig: gezählt wird je Jahr.')
  .refine((pattern) => !/[{}]/u.test(pattern.replace(placeholder, '')), 'Eine geschweifte Klammer ist nicht geschlossen.')

/** Gives a number by a pattern: `{Aktenplan}-{Jahr}/{lfd}` becomes "50.3-12.07-2026/0042". Empty parts leave no double signs. */
export function formatNumber(pattern: string, { year, sequence, plan = '', initials = '' }: NumberParts): string {
  const filled = pattern.replace(placeholder, (_all, name: string, places: string | undefined) => {
    switch (name) {
      case 'Jahr': return String(year)
      case 'JJ': return String(year % 100).padStart(2, '0')
      case 'lfd': return String(sequence).padStart(places === undefined ? 4 : Number(places), '0')
      case 'Aktenplan': return plan
      default: return initials
    }
  })
  return filled.replace(/^[-./\s]+|[-./\s]+$/gu, '').replace(/([-./])\1+/gu, '$1')
}

/** Initials as an office writes them: "Mara Muster" → "MM". */
export function initialsOf(name: string): string {
  return name.split(/[\s-]+/u).map((part) => part.charAt(0).toUpperCase()).join('')
}
