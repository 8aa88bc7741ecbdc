import { organisationTypes } from './organisation-types.ts'

/** From when to when a role is held, ISO days; `null` is open or not known. */
export interface Period {
  readonly from: string | null
  readonly to: string | null
}

/**
 * Whether a role no longer counts on a day. It doesn't on its end day either: who notes today that somebody has left
 * doesn't want a letter of today to go there.
 */
export function hasEnded({ to }: Period, day: string): boolean {
  return to !== null && to <= day
}

/** Whether a role counts on a day: it has begun and hasn't ended. */
export function isHeldOn(role: Period, day: string): boolean {
  return (role.from === null || role.from <= day) && !hasEnded(role, day)
}

const bodies: ReadonlySet<string> = new Set(organisationTypes.bodies)

/**
 * The roles that count on a day, in the order in which a person is spoken of and written to: work before a seat in a board,
 * network or working group, then what began last.
 */
export function heldRoles<Role extends Period & { readonly organisationType?: string | null }>(roles: readonly Role[], day: string): Role[] {
  const isSeat = ({ organisationType }: Role): boolean => bodies.has(organisationType ?? '')
  return roles.filter((role) => isHeldOn(role, day))
    .sort((a, b) => Number(isSeat(a)) - Number(isSeat(b)) || (b.from ?? '').localeCompare(a.from ?? ''))
}
