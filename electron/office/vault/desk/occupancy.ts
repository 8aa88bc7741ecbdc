import { hostname } from 'node:os'
import type { Occupancy } from '../../../../shared/vault/desk/model.ts'
import { ROLE_LABELS } from '../../../../shared/vault/roles.ts'
import { isFreeHere, SILENT_SECONDS } from '../lease.ts'
import { PROGRAM_SLOTS, type FoundTurn } from '../lease-file.ts'
import type { VaultList } from '../vault-file.ts'

/** So long without a sign of life is nothing to speak of. */
const PATIENCE_SECONDS = 30

/** A backup that this very process makes of the closed files gives way at once: it is nothing to speak of. */
function isOwn({ lease }: FoundTurn, machine: string | null): boolean {
  return machine !== null && lease?.machine === machine && lease.host === hostname() && lease.pid === process.pid
}

/** What the lock screen shows of a turn. @param takeOverIn seconds, as the watch says */
export function occupancyOf(found: FoundTurn | null, list: VaultList, machine: string | null, takeOverIn: number): Omit<Occupancy, 'asked' | 'copied'> {
  const nobody = { host: '', person: '', role: '', since: null, here: false, takeOverIn: null }
  if (!found || isFreeHere(found, machine) || isOwn(found, machine)) return { state: 'free', ...nobody }
  const silent = takeOverIn <= SILENT_SECONDS - PATIENCE_SECONDS ? takeOverIn : null
  const { lease } = found
  if (!lease) return { state: 'unknown', ...nobody, takeOverIn: silent }
  const person = list.people.find(({ id }) => id === lease.slot)
  return {
    state: lease.slot === PROGRAM_SLOTS.backup ? 'backup' : lease.slot === PROGRAM_SLOTS.restore ? 'restore' : 'person',
    host: lease.host,
    person: person?.name ?? '',
    role: person ? ROLE_LABELS[person.role] : '',
    since: lease.since,
    here: lease.machine !== null && lease.machine === machine && lease.host === hostname(),
    takeOverIn: silent,
  }
}
