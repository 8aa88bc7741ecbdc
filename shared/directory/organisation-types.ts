import file from '../../resources/directory/organisation-types.json' with { type: 'json' }

/** A kind of organisation. Codes are stable for ever: one that is no longer used gets a `validTo`, it is never removed. */
export interface OrganisationType {
  readonly code: string
  readonly label: string
  /** The word for a narrow column of a list. */
  readonly short: string
  readonly group: string
  /** First and last day (ISO) on which the value may be chosen; `null` means open. */
  readonly validFrom: string
  readonly validTo: string | null
}

/** The dated catalogue of organisation types with its groups, in the order in which they are offered. */
export const organisationTypes = file as {
  readonly name: string
  readonly version: string
  readonly asOf: string
  readonly source: string
  readonly groups: readonly { readonly code: string, readonly label: string }[]
  /** Types in which people of several organisations sit together: boards, networks, working groups. */
  readonly bodies: readonly string[]
  readonly entries: readonly OrganisationType[]
}

const byCode = new Map(organisationTypes.entries.map((entry) => [entry.code, entry]))

/** The type with this code, also one that may no longer be chosen; `undefined` for an unknown code. */
export function findOrganisationType(code: string): OrganisationType | undefined {
  return byCode.get(code)
}

/** What a list shows for a code; an unknown code stands for itself, nothing is hidden. */
export function organisationTypeLabel(code: string | null, form: 'label' | 'short' = 'label'): string {
  return code === null ? '' : byCode.get(code)?.[form] ?? code
}

/** The types that may be chosen on a day (ISO date), grouped as a select field shows them. */
export function organisationTypesOn(day: string): { group: string, items: OrganisationType[] }[] {
  return organisationTypes.groups.map((group) => ({
    group: group.label,
    items: organisationTypes.entries.filter((entry) =>
      entry.group === group.code && entry.validFrom <= day && (entry.validTo === null || day <= entry.validTo)),
  })).filter((group) => group.items.length > 0)
}
