import type { ListKind, MemberChannel, MemberView, PreferredChannel, ReachedBy } from './model.ts'

export const listKindLabels: Record<ListKind, string> = { static: 'benannt', rule: 'nach Regel', mixed: 'gemischt' }

export const memberChannelLabels: Record<MemberChannel, string> = { auto: 'wie der Verteiler', email: 'E-Mail', letter: 'Brief', fax: 'Fax' }

export const preferredChannelLabels: Record<PreferredChannel, string> = { email: 'E-Mail, sonst Brief', letter: 'Brief, sonst E-Mail' }

export const reachedByLabels: Record<ReachedBy, string> = { email: 'E-Mail', letter: 'Brief', fax: 'Fax', none: 'nicht erreichbar' }

export const memberViewLabels: Record<MemberView, string> = {
  all: 'Alle', email: 'E-Mail', letter: 'Brief', fax: 'Fax', none: 'Ohne Adresse', withheld: 'Nicht ausgeben', excluded: 'Ausgenommen',
}
