import { germanDate } from '../../../shared/dates.ts'
import { detailLabel } from '../../../shared/directory/details.ts'
import { purposeLabel } from '../../../shared/directory/dealings/purposes.ts'
import type { ContactFilter, Lack, RoleTime } from '../../../shared/directory/filter.ts'
import { affiliationLabels, contactKindLabels, publicationLabels } from '../../../shared/directory/labels.ts'
import { organisationTypeLabel } from '../../../shared/directory/organisation-types.ts'

export const lackLabels: Record<Lack, string> = {
  email: 'ohne E-Mail', phone: 'ohne Telefon', address: 'ohne Ort in der Anschrift', tag: 'ohne Schlagwort', area: 'ohne Arbeitsfeld',
  language: 'ohne Sprache', type: 'Organisation ohne Art', role: 'ohne Funktion', purpose: 'ohne Zweck', check: 'nie geprüft',
}

export const roleTimeLabels: Record<RoleTime, string> = { current: 'heute', ended: 'beendet', any: 'heute oder beendet' }

/** One thing by which a list is filtered, and the filter without it. */
export interface FilterChip {
  key: string
  label: string
  without: ContactFilter
}

/** What a filter says, each piece in words that can be taken off by itself. */
export function filterChips(filter: ContactFilter): FilterChip[] {
  const chips: FilterChip[] = []
  const one = (key: keyof ContactFilter, label: string, more: readonly (keyof ContactFilter)[] = []): void => {
    chips.push({ key, label, without: { ...filter, ...Object.fromEntries([key, ...more].map((name) => [name, undefined])) } })
  }
  const each = <Key extends 'types' | 'tags' | 'withoutTags' | 'areas' | 'languages' | 'places' | 'lacks' | 'affiliations' | 'publications' | 'purposes'>(
    key: Key, word: (value: NonNullable<ContactFilter[Key]>[number]) => string,
  ): void => {
    for (const value of filter[key] ?? []) {
      const rest = (filter[key] ?? []).filter((other) => other !== value)
      chips.push({ key: `${key} ${value}`, label: word(value as NonNullable<ContactFilter[Key]>[number]), without: { ...filter, [key]: rest } })
    }
  }
  if (filter.kind) one('kind', contactKindLabels[filter.kind])
  each('types', (code) => organisationTypeLabel(code, 'short'))
  each('tags', (tag) => tag)
  each('withoutTags', (tag) => `nicht ${tag}`)
  each('areas', (code) => detailLabel('areas', code))
  each('languages', (code) => detailLabel('languages', code))
  each('places', (place) => place)
  if (filter.postalCode) one('postalCode', `PLZ ${filter.postalCode}…`)
  if (filter.ags) one('ags', `AGS ${filter.ags}…`)
  if (filter.role || filter.roleTime) one('role', `Funktion ${[filter.role, filter.roleTime && filter.roleTime !== 'current' ? `(${roleTimeLabels[filter.roleTime]})` : ''].filter(Boolean).join(' ')}`.trim(), ['roleTime'])
  if (filter.checkedBefore) one('checkedBefore', `nicht geprüft seit ${germanDate(filter.checkedBefore)}`)
  if (filter.uncheckedMonths) one('uncheckedMonths', `seit ${filter.uncheckedMonths} Monaten nicht geprüft`)
  each('lacks', (lack) => lackLabels[lack])
  each('affiliations', (value) => value === 'unknown' ? 'Zugehörigkeit nicht gewählt' : affiliationLabels[value])
  each('publications', (value) => `Veröffentlichung ${publicationLabels[value]}`)
  each('purposes', (code) => purposeLabel(code))
  if (filter.consentExpired) one('consentExpired', 'Einwilligung abgelaufen')
  return chips
}
