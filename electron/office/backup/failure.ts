import { OfficeError, type ErrorCode } from '../../../shared/errors.ts'
import type { FailureKind } from '../../../shared/backup/model.ts'
import { VaultError } from '../vault/contract.ts'

/** Why a backup did not come about; the words for it stand in `shared/backup/words.ts`. */
export class BackupFailure extends Error {
  readonly kind: FailureKind

  constructor(kind: FailureKind, cause?: unknown) {
    super(kind, { cause })
    this.name = 'BackupFailure'
    this.kind = kind
  }
}

const fileCodes: Record<string, FailureKind> = {
  ENOSPC: 'disk-full', EDQUOT: 'disk-full', EFBIG: 'disk-full',
  EROFS: 'read-only', EACCES: 'read-only', EPERM: 'read-only',
  EBUSY: 'held', ETXTBSY: 'held',
  ENOENT: 'not-reachable', ENOTDIR: 'not-reachable', ENODEV: 'not-reachable', ENXIO: 'not-reachable', EIO: 'not-reachable', ESTALE: 'not-reachable',
  ENOTCONN: 'not-reachable', EHOSTDOWN: 'not-reachable', EHOSTUNREACH: 'not-reachable', ETIMEDOUT: 'not-reachable', UNKNOWN: 'not-reachable',
  ABORT_ERR: 'gave-way',
}

const officeCodes: Partial<Record<ErrorCode, FailureKind>> = {
  'disk-full': 'disk-full', 'read-only': 'read-only', corrupt: 'source-damaged', busy: 'in-use', 'not-found': 'not-reachable', locked: 'gave-way', conflict: 'gave-way',
}

/** Whatever was thrown while a backup was made, as its reason. */
export function failureKind(error: unknown): FailureKind {
  if (error instanceof BackupFailure) return error.kind
  if (error instanceof OfficeError || error instanceof VaultError) return officeCodes[error.code] ?? 'failed'
  const code = (error as { code?: unknown } | null)?.code
  // On Windows a file that a virus scanner or a synchronising program holds answers like one without rights.
  if (process.platform === 'win32' && (code === 'EPERM' || code === 'EACCES')) return 'held'
  return (typeof code === 'string' && fileCodes[code]) || 'failed'
}
