import { replacedName } from '../../../shared/backup/replaced/model.ts'
import type { AuditNote } from '../../../shared/audit/model.ts'

/** What an input may hold that the log takes over; nothing else of it is looked at. */
interface Looked {
  id?: unknown
  personId?: unknown
  successorId?: unknown
  role?: unknown
  code?: unknown
  name?: unknown
}

/**
 * Procedures of administration that change something outside of the databases, by their path: people and keys in `vault.json`, backups. What a service
 * writes to a database it enters itself, in the same transaction.
 */
export const administration: Readonly<Record<string, (input: Looked) => AuditNote>> = {
  'vault.people.add': ({ role }) => ({ kind: 'people', what: 'person-added', detail: code(role) }),
  'vault.people.rename': ({ personId }) => ({ kind: 'people', what: 'person-renamed', subject: opaque(personId) }),
  'vault.people.changeRole': ({ personId, role }) => ({ kind: 'people', what: 'role-changed', subject: opaque(personId), detail: code(role) }),
  'vault.people.remove': ({ personId }) => ({ kind: 'people', what: 'person-removed', subject: opaque(personId) }),
  'vault.people.resetPassphrase': ({ personId }) => ({ kind: 'people', what: 'passphrase-reset', subject: opaque(personId) }),
  'vault.people.changeOwnPassphrase': () => ({ kind: 'keys', what: 'own-passphrase' }),
  'vault.people.renewKeys': () => ({ kind: 'keys', what: 'keys-renewed' }),
  'vault.draftRecoveryKey': () => ({ kind: 'keys', what: 'recovery-drafted' }),
  'vault.confirmRecoveryKey': () => ({ kind: 'keys', what: 'recovery-confirmed' }),
  'vault.deputy.draft': () => ({ kind: 'keys', what: 'deputy-drafted' }),
  'vault.deputy.confirm': () => ({ kind: 'keys', what: 'deputy-arranged' }),
  'vault.deputy.revoke': () => ({ kind: 'keys', what: 'deputy-revoked' }),
  'vault.deputy.end': ({ id }) => ({ kind: 'people', what: 'deputy-ended', subject: opaque(id) }),
  'vault.deputy.acknowledge': ({ id }) => ({ kind: 'people', what: 'deputy-seen', subject: opaque(id) }),
  'handover.reassign': ({ successorId }) => ({ kind: 'people', what: 'work-handed-over', subject: opaque(successorId) }),
  'backup.run': () => ({ kind: 'backup', what: 'backed-up' }),
  'backup.verify': () => ({ kind: 'backup', what: 'verified' }),
  'backup.probe.run': () => ({ kind: 'backup', what: 'probed' }),
  'backup.restore.prepare': () => ({ kind: 'backup', what: 'restore-prepared' }),
  'backup.restore.switch': () => ({ kind: 'backup', what: 'restore-decided' }),
  'backup.replaced.remove': ({ name }) => ({ kind: 'backup', what: 'replaced-removed', detail: replaced(name) }),
  'backup.restore.discard': () => ({ kind: 'backup', what: 'restore-discarded' }),
  'counselling.privacy.savePeriod': ({ code: rule }) => ({ kind: 'settings', what: 'period', detail: code(rule) }),
}

/** An id, or nothing: whatever else stands in its place could be a text. */
export function opaque(value: unknown): string {
  return typeof value === 'string' && /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.test(value) ? value : ''
}

/** Name of a state that was moved aside, or nothing. */
function replaced(value: unknown): string {
  return typeof value === 'string' && replacedName.test(value) ? value : ''
}

/** A code of the program, or nothing. */
export function code(value: unknown): string {
  return typeof value === 'string' && /^[a-z][a-z0-9-]{0,30}$/u.test(value) ? value : ''
}
