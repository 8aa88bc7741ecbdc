const ownDomain = '@integrationsbuero'

/** The name of an event in calendars, the same for ever. */
export function ownUid(id: string): string {
  return `${id}${ownDomain}`
}

/** The id of the event that a calendar names; null for an entry of somebody else. */
export function ownId(uid: string): string | null {
  return uid.endsWith(ownDomain) ? uid.slice(0, -ownDomain.length) : null
}
