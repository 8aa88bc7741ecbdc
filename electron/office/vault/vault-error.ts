/** Why an operation of the vault failed; the codes are a subset of those that cross the port (`shared/errors.ts`). */
export type VaultErrorCode =
  | 'invalid'
  | 'forbidden'
  | 'wrong-passphrase'
  | 'conflict'
  | 'not-found'
  | 'busy'
  | 'disk-full'
  | 'read-only'
  | 'corrupt'
  | 'newer-version'
  | 'viewing'
  | 'unreachable'
  | 'synced-folder'

/** Finer reasons that choose the German text; never contain personal data. */
export type VaultErrorReason =
  | 'damaged'
  | 'tampered'
  | 'weak-derivation'
  | 'vault-file-missing'
  | 'folder-missing'
  | 'vault-exists'
  | 'folder-not-empty'
  | 'recovery-key'
  | 'wait'
  | 'last-leitung'
  | 'own-person'
  | 'name-taken'
  | 'passphrase-too-short'
  | 'changed-on-disk'
  | 'other-program'
  | 'lease-lost'
  | 'share-away'
  | 'no-answer'
  | 'still-changing'
  | 'no-room-for-copy'
  | 'renewal-unfinished'
  | 'no-arrangement'
  | 'arrangement-expired'
  | 'arrangement-unknown'
  | 'holder-code'
  | 'same-code'
  | 'too-many-days'
  | 'deputy-over'
  | 'deputy-unrecorded'
  | 'clock-behind'
  | 'key-mismatch'

/** What the screens may show besides the text. */
export interface VaultErrorDetails {
  /** Name of the computer that has the vault open. */
  host?: string
  /** Slot id of whoever opened it there. */
  slot?: string
  /** ISO time since when it is open there. */
  since?: string
  /** Seconds until the next try is accepted. */
  retryAfter?: number
  field?: string
  /** Name of the service that synchronises the folder. */
  service?: string
  path?: string
}

/** An expected failure of the vault. `cause` stays in this process. */
export class VaultError extends Error {
  readonly code: VaultErrorCode
  readonly reason: VaultErrorReason | undefined
  readonly details: VaultErrorDetails

  constructor(code: VaultErrorCode, reason?: VaultErrorReason, details: VaultErrorDetails = {}, cause?: unknown) {
    super(reason ? `${code}: ${reason}` : code, { cause })
    this.name = 'VaultError'
    this.code = code
    this.reason = reason
    this.details = details
  }
}

const FILE_CODES: Record<string, [VaultErrorCode, VaultErrorReason?]> = {
  ENOSPC: ['disk-full'],
  EDQUOT: ['disk-full'],
  EFBIG: ['disk-full'],
  EROFS: ['read-only'],
  EACCES: ['read-only'],
  EPERM: ['read-only'],
  ENOENT: ['not-found', 'folder-missing'],
  ENOTDIR: ['not-found', 'folder-missing'],
  ENODEV: ['not-found', 'folder-missing'],
  ENXIO: ['not-found', 'folder-missing'],
  EIO: ['corrupt', 'damaged'],
  EBUSY: ['busy'],
  ETXTBSY: ['busy'],
}

/** Translates an error of the file system; anything unknown is returned as it came. */
export function fromFileError(error: unknown, path?: string): unknown {
  if (error instanceof VaultError || !(error instanceof Error)) return error
  const known = FILE_CODES[(error as NodeJS.ErrnoException).code ?? '']
  return known ? new VaultError(known[0], known[1], path ? { path } : {}, error) : error
}
