import type { VaultSession } from './session.ts'
import { sessionPerson } from './session.ts'

/** Who has access, as the settings show it. */
export function peopleOverview(vault: VaultSession) {
  const { people, recovery, recoveryConfirmedAt } = vault.file.list
  return {
    people: people.map(({ id, name, role, createdAt, admission }) => ({ id, name, role, createdAt, self: id === vault.slotId, admittedUntil: admission?.until ?? null })),
    administers: sessionPerson(vault)?.role === 'leitung' && vault.authority !== undefined,
    recovery: { createdAt: recovery.createdAt, confirmedAt: recoveryConfirmedAt ?? null },
  }
}
