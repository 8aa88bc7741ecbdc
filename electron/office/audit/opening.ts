import type { AuditNote } from '../../../shared/audit/model.ts'
import { addMonths } from '../../../shared/holidays/days.ts'
import { isoDay } from '../../../shared/dates.ts'
import { nobody, pruneAudit } from '../database/audit-chain.ts'
import { restorationsIn } from '../database/backups.ts'
import { Rows } from '../database/rows.ts'
import type { Companion, OfficeProcess } from '../office-process.ts'
import type { Session } from '../session.ts'
import { bothLogs, noteEnds, notedEnd } from './anchors.ts'
import { logOf, readChain, readMonths, type LogDesk } from './repository.ts'
import { compareAnchors } from './verify.ts'

const deviation = 'Das Protokoll enthält einen früher bestätigten Eintrag nicht mehr. Bitte sehen Sie unter Einstellungen, Protokoll nach und verständigen Sie Ihre IT.'

/**
 * What the log has to be told when the office was opened: what happened while nobody had it open (an earlier state was brought back), whether it is
 * still the log that the other database knows; then it takes out what is beyond its time.
 * @returns what the person should hear of
 */
export async function beginLogs(session: Session): Promise<string[]> {
  const notices: string[] = []
  const both = bothLogs(session)
  const office = session.office as unknown as LogDesk
  for (const desk of both ? [both.office, both.counselling] : [office]) {
    await enterBeginning(desk)
    await enterRestorations(desk, session.folder)
  }
  if (both) {
    for (const [desk, witness] of [[both.office, both.counselling], [both.counselling, both.office]] as const) {
      if (await differs(desk, witness)) notices.push(deviation)
    }
  }
  for (const desk of both ? [both.office, both.counselling] : [office]) await prune(desk)
  await noteEnds(session)
  return [...new Set(notices)]
}

/** How often wrong secrets were typed before this opening; the count itself stands beside the vault until somebody succeeds. */
export async function enterTries({ office }: Session, tries: number, what: 'wrong-tries' | 'wrong-recovery-tries' | 'wrong-holder-tries'): Promise<void> {
  if (tries > 0) await office.database.writeAudited(office.person, [{ kind: 'keys', what, subject: office.person.id, number: tries }], async () => undefined)
}

/** Enters that the office was opened by the recovery key, which gave a person a new passphrase. */
export async function enterRecovery({ office }: Session): Promise<void> {
  await office.database.writeAudited(office.person, [{ kind: 'keys', what: 'recovery-used', subject: office.person.id }], async () => undefined)
}

/** Enters that the desk was taken over from a computer that had given no sign of life. */
export async function enterTakeover({ office }: Session): Promise<void> {
  await office.database.writeAudited(office.person, [{ kind: 'keys', what: 'desk-taken-over' }], async () => undefined)
}

/** Enters that two holders let this deputy in, on both sides. */
export async function enterDeputy({ office, counselling }: Session): Promise<void> {
  for (const desk of [office, counselling] as unknown as LogDesk[]) {
    await desk.database.writeAudited(desk.person, [{ kind: 'keys', what: 'deputy-opened', subject: desk.person.id }], async () => undefined)
  }
}

/** Before the databases close, each notes where the other one's log ends. */
export function accompanyLogs(process: OfficeProcess): void {
  let open: Session | null = null
  const companion: Companion = {
    began: (session) => void (open = session),
    ending: async () => {
      const session = open
      open = null
      if (session) await noteEnds(session)
    },
  }
  process.accompany(companion)
}

async function enterBeginning(desk: LogDesk): Promise<void> {
  if ((await readChain(desk)).head_seq === 0) await enter(desk, [{ kind: 'log', what: 'begun' }])
}

/** Each restoration leaves a folder with what was there before. One that the log doesn't know happened since its last entry. */
async function enterRestorations(desk: LogDesk, folder: string): Promise<void> {
  const folders = restorationsIn(folder)
  if (folders.length === 0) return
  const known = new Set((await logOf(desk).selectFrom('audit_entry').select('detail').where('what', '=', 'restored').execute()).map(({ detail }) => detail))
  // What was taken out after its time isn't entered again.
  const { through } = await readChain(desk)
  const news = folders.filter((name) => !known.has(name) && (through === 0 || !isLongAgo(name, desk)))
  if (news.length > 0) await enter(desk, news.map((detail) => ({ kind: 'backup', what: 'restored', detail })))
}

function isLongAgo(name: string, { database }: LogDesk): boolean {
  const [first] = database.connections.reader.all('SELECT at FROM audit_entry ORDER BY seq LIMIT 1')
  return first !== undefined && name.slice('ersetzt-'.length) < isoDay(new Date(String(first.at)))
}

async function differs(desk: LogDesk, witness: LogDesk): Promise<boolean> {
  const anchors = await notedEnd(witness)
  const [anchor] = anchors
  if (!anchor || anchor.mac === '') return false
  const { through } = await readChain(desk)
  if (await logOf(desk).selectFrom('audit_entry').select('seq').where('mac', '=', anchor.mac).executeTakeFirst()) return false
  const rows = await logOf(desk).selectFrom('audit_entry').selectAll().orderBy('seq').execute()
  if (compareAnchors(rows, anchors, through).findings.length === 0) return false
  // The note of the other database goes on; that it didn't fit stays.
  await enter(desk, [{ kind: 'log', what: 'anchor-missing', detail: anchor.mac.slice(0, 16), number: anchor.seq === 0 ? null : anchor.seq }])
  return true
}

async function prune(desk: LogDesk): Promise<void> {
  const before = new Date(`${addMonths(isoDay(new Date()), -(await readMonths(desk)))}T00:00:00`).toISOString()
  const old = await logOf(desk).selectFrom('audit_entry').select('seq').where('at', '<', before).orderBy('seq').limit(1).executeTakeFirst()
  const first = await logOf(desk).selectFrom('audit_entry').select((eb) => eb.fn.min('seq').as('seq')).executeTakeFirst()
  if (!old || old.seq !== first?.seq) return
  await desk.database.writeUnlogged(async () => pruneAudit(new Rows(desk.database.connections.writer), nobody, before, new Date().toISOString()))
}

async function enter(desk: LogDesk, notes: readonly AuditNote[]): Promise<void> {
  await desk.database.writeAudited(nobody, notes, async () => undefined)
}
