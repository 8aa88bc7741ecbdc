import { randomInt } from 'node:crypto'
import { OfficeError } from '../../../shared/errors.ts'
import type { RecoverySheet } from '../../../shared/vault/contract.ts'
import {
  RECOVERY_KEY_GROUPS,
  normalizeRecoveryKeyText,
  parseRecoveryKey,
  recoveryKeyGroups,
  recoveryKeyProblemText,
} from '../../../shared/vault/recovery-key-format.ts'

/** A recovery key that was shown and not yet proved to be on paper. */
export interface RecoveryDraft {
  key: Uint8Array
  sheet: RecoverySheet
}

/** The sheet for a key, with two groups to ask for. */
export function draftOf(key: Uint8Array): RecoveryDraft {
  const first = randomInt(RECOVERY_KEY_GROUPS)
  const second = (first + randomInt(1, RECOVERY_KEY_GROUPS)) % RECOVERY_KEY_GROUPS
  const asked: [number, number] = [Math.min(first, second) + 1, Math.max(first, second) + 1]
  return { key, sheet: { groups: recoveryKeyGroups(key), asked } }
}

/**
 * Checks the typed groups.
 *
 * @throws OfficeError `invalid` with the field of each wrong group
 */
export function assertProved(draft: RecoveryDraft, typed: readonly string[]): void {
  const fields: Record<string, string> = {}
  draft.sheet.asked.forEach((group, index) => {
    if (normalizeRecoveryKeyText(typed[index] ?? '') === draft.sheet.groups[group - 1]) return
    fields[`typed.${index}`] = `Gruppe ${group} stimmt nicht mit dem Schlüssel überein.`
  })
  if (Object.keys(fields).length > 0) throw new OfficeError('invalid', { fields })
}

/**
 * The key that somebody typed.
 *
 * @throws OfficeError `invalid`, naming the wrong group where that is known
 */
export function typedRecoveryKey(text: string): Uint8Array {
  const parsed = parseRecoveryKey(text)
  if (parsed.ok) return parsed.key
  throw new OfficeError('invalid', { fields: { recoveryKey: recoveryKeyProblemText(parsed.problem) } })
}

/**
 * The codes that two holders typed.
 *
 * @throws OfficeError `invalid` with the field of each code that has a slip
 */
export function typedCodes(texts: readonly [string, string]): [Uint8Array, Uint8Array] {
  const [first, second] = texts.map(parseRecoveryKey)
  if (first?.ok && second?.ok) return [first.key, second.key]
  const fields = [first, second].flatMap((parsed, index) => (parsed && !parsed.ok ? [[`codes.${index}`, recoveryKeyProblemText(parsed.problem)]] : []))
  throw new OfficeError('invalid', { fields: Object.fromEntries(fields) as Record<string, string> })
}
