import { lockedHint } from '../../shared/policy/notice.ts'
import type { KeepRule } from '../../shared/backup/keep.ts'
import { backupRules } from '../../shared/backup/rules.ts'
import { OfficeError } from '../../shared/errors.ts'
import type { PolicyName } from '../../shared/policy/keys.ts'
import { isLocked, noPolicy, type PolicyState } from '../../shared/policy/state.ts'

/**
 * What IT has settled for this computer. The main process reads it and tells this process before anything else; it never changes while the
 * process lives, so it isn't handed through every call.
 */
let current = noPolicy

/** The policy that holds. */
export function policy(): PolicyState {
  return current
}

/** Obeys this policy from now on. For the start of a process, and for tests. */
export function obeyPolicy(state: PolicyState): void {
  current = state
}

/** @throws OfficeError `policy` when IT decides about this */
export function expectUnlocked(name: PolicyName): void {
  if (isLocked(current, name)) throw new OfficeError('policy', { detail: `Diese Einstellung ändert Ihre IT. ${lockedHint} Es wurde nichts geändert.` })
}

/** How long backups are kept. */
export function keepRule(): KeepRule {
  const { BackupKeepDays, BackupKeepWeeks, BackupKeepMonths } = current.values
  const { days, weeks, months, newest } = backupRules.keep
  return { days: BackupKeepDays ?? days, weeks: BackupKeepWeeks ?? weeks, months: BackupKeepMonths ?? months, newest }
}

/** @throws OfficeError `policy` for a smaller number of people than IT allows in figures; null stands for internal figures, which the Leitung alone sees */
export function expectLargeEnough(threshold: number | null): void {
  const least = current.values.SmallCellK ?? 0
  if (threshold !== null && threshold < least) {
    throw new OfficeError('policy', { detail: `Zahlen aus weniger als ${least} Personen oder Fällen weist die Statistik nach Vorgabe Ihrer IT nicht aus.` })
  }
}
