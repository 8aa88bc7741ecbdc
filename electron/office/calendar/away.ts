import type { Absence } from '../../../shared/calendar/model.ts'
import { occurrences } from '../../../shared/calendar/occurrences.ts'
import type { Land } from '../../../shared/vault/laender.ts'
import type { OfficeDesk } from '../session.ts'
import { entriesBetween } from './repository.ts'

/** Who of the office is away for whole days on a day, each once, with the absence that lasts longest. Why somebody is away isn't said. */
export async function absencesOn(desk: OfficeDesk, day: string, land: Land): Promise<Absence[]> {
  const longest = new Map<string, Absence>()
  for (const entry of await entriesBetween(desk.database.read, day, day)) {
    const { kind, personId, startsAt } = entry
    if (kind !== 'absence' || personId === null || startsAt !== null) continue
    for (const { from, to } of occurrences(entry, day, day, land)) if (to > (longest.get(personId)?.to ?? '')) longest.set(personId, { personId, from, to })
  }
  return [...longest.values()]
}
