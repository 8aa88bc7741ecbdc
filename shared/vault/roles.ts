/** The three roles. What a role may read is decided by the keys in its slot, not by a check of this word. */
export const ROLES = ['leitung', 'vertretung', 'assistenz'] as const
export type Role = (typeof ROLES)[number]

/** The two data keys of a vault, one per database. */
export const KEY_NAMES = ['office', 'counselling'] as const
export type KeyName = (typeof KEY_NAMES)[number]

export const ROLE_LABELS: Record<Role, string> = {
  leitung: 'Leitung',
  vertretung: 'Vertretung',
  assistenz: 'Assistenz',
}

/** One sentence per role for the screens where a role is chosen. */
export const ROLE_DESCRIPTIONS: Record<Role, string> = {
  leitung: 'Sieht alles, auch die Beratung, und verwaltet Personen und Zugänge.',
  vertretung: 'Berät selbst und sieht eigene und für sie geöffnete Fälle; verwaltet keine Personen.',
  assistenz: 'Arbeitet mit Kontakten, Schreiben und Listen; die Beratung bleibt verschlossen.',
}

/** The data keys that a role holds. */
export function keysOfRole(role: Role): readonly KeyName[] {
  return role === 'assistenz' ? ['office'] : KEY_NAMES
}
