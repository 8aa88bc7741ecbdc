import { randomBytes } from 'node:crypto'
import { ORPCError, ValidationError } from '@orpc/server'
import { OfficeError, errorTexts, type ErrorCode, type ErrorData } from '../../shared/errors.ts'

/** Where redacted lines about unexpected errors go. */
export type IncidentLog = (line: string) => void

const sqliteCodes: readonly [RegExp, ErrorCode][] = [
  [/^SQLITE_FULL/, 'disk-full'],
  // A drive or a share that vanishes while the vault is open shows as an I/O error.
  [/^SQLITE_(READONLY|CANTOPEN|PERM|IOERR)/, 'read-only'],
  [/^SQLITE_(BUSY|LOCKED)/, 'busy'],
  [/^SQLITE_(CORRUPT|NOTADB)/, 'corrupt'],
]

const fileCodes: Record<string, ErrorCode> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EACCES: 'read-only',
  EPERM: 'read-only',
  EROFS: 'read-only',
  EIO: 'read-only',
  ENODEV: 'read-only',
  ENXIO: 'read-only',
  ESTALE: 'read-only',
  EBUSY: 'busy',
}

/**
 * Turns whatever was thrown into one of the closed set of errors. What isn't expected becomes `internal` with an
 * incident number; the log gets its kind and place, but no message, because messages may quote personal text.
 */
export function toOfficeError(error: unknown, log: IncidentLog): OfficeError {
  if (error instanceof OfficeError) return error
  const invalid = asInvalid(error)
  if (invalid) return invalid
  const code = codeOf(error)
  if (code) {
    const known = sqliteCodes.find(([pattern]) => pattern.test(code))?.[1] ?? fileCodes[code]
    if (known) return new OfficeError(known)
  }
  const incident = randomBytes(3).toString('hex').toUpperCase()
  log(`incident ${incident}: ${describe(error)}`)
  return new OfficeError('internal', { incident })
}

/** Whether an error may come of a folder that is away: then it isn't the folder's rights that are to be checked. */
export function mayBeAway({ code }: { code: string }): boolean {
  return code === 'read-only' || code === 'not-found' || code === 'corrupt'
}

/** The same as an error that oRPC sends across the port with its data. */
export function toPortError(error: unknown, log: IncidentLog): ORPCError<ErrorCode, ErrorData> {
  const { code, data } = toOfficeError(error, log)
  return new ORPCError(code, { defined: true, message: errorTexts[code].title, data })
}

function asInvalid(error: unknown): OfficeError | null {
  if (!(error instanceof ORPCError) || error.code !== 'BAD_REQUEST') return null
  const fields: Record<string, string> = {}
  if (error.cause instanceof ValidationError) {
    for (const issue of error.cause.issues) {
      const path = (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)).join('.')
      fields[path] ??= issue.message
    }
  }
  return new OfficeError('invalid', { fields })
}

/** Kind and stack frames only: both are our own source, unlike the message, which the stack repeats at its beginning. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const { name, message, stack = '' } = error
  const code = codeOf(error)
  const frames = stack
    .slice(stack.indexOf(message) + message.length)
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
  return [code ? `${name} ${code}` : name, ...frames.slice(0, 12)].join('\n')
}

function codeOf(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null | undefined)?.code
  return typeof code === 'string' ? code : undefined
}
