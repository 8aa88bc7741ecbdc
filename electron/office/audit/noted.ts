import type { AuditNote } from '../../../shared/audit/model.ts'
import { keepsInside } from '../../../shared/audit/exports.ts'
import type { FileGrants } from '../file-grants.ts'
import type { OfficeProcess } from '../office-process.ts'
import type { Session } from '../session.ts'
import { administration, code, opaque } from './administration.ts'
import type { LogDesk } from './repository.ts'

/** How deep in an input a grant may stand. */
const depth = 3
/** Names under which inputs hold the record that a file is about. */
const subjects = ['caseId', 'id', 'eventId', 'seriesId', 'incidentId'] as const

/**
 * Runs a procedure; when it administers something or writes a file that leaves the vault, the entry in the log comes first, so that nothing of
 * that kind happens unseen, and a further entry says so when it failed. Written for every procedure alike: a feature can't forget it.
 * @param expect checks what was typed; what it refuses leaves no entry
 */
export async function noted<Result>(
  process: OfficeProcess, path: readonly string[], input: unknown, work: () => Promise<Result>, expect: () => Promise<void> = async () => undefined,
): Promise<Result> {
  const note = noteOf(process.grants, path.join('.'), input)
  const desk = note && process.session && deskFor(process.session, path)
  if (!note || !desk) return work()
  await expect()
  const { entries: [entry] } = await desk.database.writeAudited(desk.person, [note], async () => undefined)
  try {
    return await work()
  } catch (error) {
    // Keys that were renewed meanwhile have brought another session.
    const still = process.session && deskFor(process.session, path)
    await still?.database.writeAudited(still.person, [{ ...note, refers: entry ?? null }], async () => undefined).catch(() => undefined)
    throw error
  }
}

/** What the log says of a call; null for nothing. */
function noteOf(grants: FileGrants, path: string, input: unknown): AuditNote | null {
  const fields = isFields(input) ? input : {}
  const administers = administration[path]
  if (administers) return administers(fields)
  const token = grantIn(input, depth)
  if (token === null || keepsInside(path) || !grants.leadsOut(token)) return null
  const many = Object.values(fields).find((value): value is unknown[] => Array.isArray(value) && value.length > 0 && opaque(value[0]) !== '')
  const subject = subjects.map((name) => opaque(fields[name])).find((id) => id !== '') ?? ''
  return { kind: 'export', what: path, subject, detail: code(fields.format ?? fields.form), number: many ? many.length : null }
}

/** What belongs to the counselling stands in its own log; without its key there is nothing that could be done there. */
function deskFor({ office, counselling }: Session, path: readonly string[]): LogDesk | null {
  const isCounselling = path[0] === 'counselling' || path[1] === 'counselling'
  return (isCounselling ? counselling : office) as unknown as LogDesk | null
}

function grantIn(input: unknown, left: number): string | null {
  if (!isFields(input) || left === 0) return null
  if (typeof input.grant === 'string') return input.grant
  for (const value of Object.values(input)) {
    const found = grantIn(value, left - 1)
    if (found !== null) return found
  }
  return null
}

function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
