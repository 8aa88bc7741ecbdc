import { auditKindLabels, entryText } from '../../../shared/audit/words.ts'
import { type AuditCheck, type AuditEntry, type AuditFilter, type MarkProof } from '../../../shared/audit/model.ts'
import { germanDate, germanDateTime } from '../../../shared/dates.ts'
import { OfficeError } from '../../../shared/errors.ts'
import { csvUtf8 } from '../documents/csv.ts'
import { tablesPdf } from '../documents/pdf-table.ts'
import type { AuditRow } from '../database/audit-chain.ts'
import type { FileGrants } from '../file-grants.ts'
import type { Session } from '../session.ts'
import { markOf, normalMark, seqOfMark } from './mark.ts'
import { expectUnlocked } from '../policy.ts'
import { chosenEntries, logOf, readChain, readMonths, type LogDesk } from './repository.ts'
import { compareAnchors, verifyChain, type Anchor } from './verify.ts'

/** Names for the subjects of entries: cases by their number, people of the office by name. */
export type SubjectNames = (rows: readonly AuditRow[]) => Promise<ReadonlyMap<string, string>>

/** For what the log of everybody was opened in this session, by side. */
const opened = new WeakMap<LogDesk['database'], string>()
const sideNames = { office: 'Protokoll des Büros', counselling: 'Protokoll der Beratung' } as const
/** More than this no export holds: the dates choose. */
const mostExported = 20_000

/** For what the log is open now; null while it isn't. */
export function openedFor({ database }: LogDesk): string | null {
  return opened.get(database) ?? null
}

/** Opens the log of everybody until the office is locked. The entry comes first. @throws OfficeError `forbidden` */
export async function openLog(desk: LogDesk, purpose: string): Promise<void> {
  expectLeitung(desk)
  await desk.database.writeAudited(desk.person, [{ kind: 'log', what: 'read', detail: purpose }], async () => undefined)
  opened.set(desk.database, purpose)
}

/** Entries, the newest first. @throws OfficeError `forbidden` */
export async function listEntries(desk: LogDesk, names: SubjectNames, { offset, limit, ...filter }: AuditFilter & { offset: number; limit: number }): Promise<{ entries: AuditEntry[]; total: number }> {
  expectOpen(desk, filter)
  const rows = await chosenEntries(desk, filter).selectAll().orderBy('seq', 'desc').offset(offset).limit(limit).execute()
  const { total } = await chosenEntries(desk, filter).select((eb) => eb.fn.countAll().as('total')).executeTakeFirstOrThrow()
  return { entries: await shown(desk, names, rows), total: Number(total) }
}

/** @throws OfficeError `forbidden` for all but the Leitung */
export async function checkLog(desk: LogDesk, anchors: readonly Anchor[]): Promise<AuditCheck> {
  expectLeitung(desk)
  const chain = await readChain(desk)
  const rows = await logOf(desk).selectFrom('audit_entry').selectAll().orderBy('seq').execute()
  const head = { seq: chain.head_seq, mac: chain.head_mac }
  const compared = compareAnchors(rows, anchors, chain.through)
  // What was found when the office was opened stays found.
  const noted = rows.filter(({ kind, what }) => kind === 'log' && what === 'anchor-missing')
    .map(({ seq, at }) => ({ kind: 'anchor' as const, seq, text: `Beim Öffnen am ${germanDateTime(at)} enthielt das Protokoll einen früher bestätigten Eintrag nicht mehr (vermerkt als Nr. ${seq}).` }))
  const findings = [...await verifyChain(rows, { key: chain.key, head }), ...compared.findings, ...noted]
  const backups = compared.agreeing.filter(({ kind }) => kind === 'backup')
  return {
    at: new Date().toISOString(),
    sound: findings.every(({ kind }) => kind === 'clock'),
    entries: rows.length,
    since: rows[0]?.at ?? null,
    prunedThrough: chain.through,
    findings,
    anchors: { other: compared.agreeing.some(({ kind }) => kind === 'anchor'), backups: backups.length, newestBackup: backups.map(({ at }) => at).sort().at(-1) ?? null },
    mark: markOf(desk.database.side, head),
  }
}

/** Whether a mark on paper is that of an entry. @throws OfficeError `forbidden` for all but the Leitung */
export async function proveMark(desk: LogDesk, typed: string): Promise<MarkProof> {
  expectLeitung(desk)
  const { side } = desk.database
  const seq = seqOfMark(side, typed)
  if (seq === null) return { state: 'misread', seq: 0, at: null }
  const row = await logOf(desk).selectFrom('audit_entry').select(['seq', 'mac', 'at']).where('seq', '=', seq).executeTakeFirst()
  if (row) return { state: markOf(side, row) === normalMark(typed) ? 'fits' : 'unknown', seq, at: row.at }
  return { state: seq <= (await readChain(desk)).through ? 'pruned' : 'unknown', seq, at: null }
}

/** Writes the chosen entries with the result of the check. @throws OfficeError `forbidden` and as the grant */
export async function saveLog(
  desk: LogDesk, names: SubjectNames, grants: FileGrants, anchors: readonly Anchor[], officeName: string, { format, grant, ...filter }: AuditFilter & { format: 'pdf' | 'csv'; grant: string },
): Promise<void> {
  const { entries, total } = await listEntries(desk, names, { ...filter, offset: 0, limit: mostExported })
  const title = sideNames[desk.database.side]
  const headings = ['Nr.', 'Zeit', 'Person', 'Art', 'Was geschah', 'Betrifft']
  const rows = entries.map((entry) => [
    String(entry.seq), germanDateTime(entry.at), entry.personName || 'niemand angemeldet', auditKindLabels[entry.kind],
    `${entryText(entry)}${entry.failed ? ' (nicht ausgeführt)' : ''}`, entry.subjectName || entry.subject,
  ])
  if (format === 'csv') return grants.write(grant, csvUtf8([headings, ...rows]))
  const check = desk.person.role === 'leitung' ? await checkLog(desk, anchors) : null
  grants.write(grant, await tablesPdf({
    title,
    remarks: [
      officeName || 'Integrationsbüro',
      `${total} Einträge${filter.from ? ` ab ${germanDate(filter.from)}` : ''}${filter.to ? ` bis ${germanDate(filter.to)}` : ''}${filter.scope === 'own' ? `, nur von ${desk.person.name}` : ''}`,
      ...check ? [check.sound ? `Prüfung vom ${germanDateTime(check.at)}: Die Kette ist unversehrt.` : `ACHTUNG, Prüfung vom ${germanDateTime(check.at)}: ${check.findings.map(({ text }) => text).join(' ')}`, `Prüfwert: ${check.mark}`] : [],
      'Das Protokoll nennt keine Ratsuchenden und keine Kontakte. Es dient der Datensicherheit und wird nicht zur Leistungs- oder Verhaltenskontrolle ausgewertet.',
    ],
    tables: [{ heading: '', headings, rows, notes: [] }],
  }))
}

/** How long entries are kept, in each log; an entry of each. @throws OfficeError `forbidden` */
export async function setRetention(session: Session, months: number): Promise<void> {
  if (session.person.role !== 'leitung') throw new OfficeError('forbidden')
  expectUnlocked('AuditKeepMonths')
  for (const desk of [session.office, session.counselling]) {
    if (desk === null) continue
    await (desk as unknown as LogDesk).database.writeAudited(session.person, [{ kind: 'log', what: 'retention', number: months }], (database) =>
      (database as unknown as ReturnType<typeof logOf>).updateTable('audit_chain').set({ months }).execute())
  }
}

/** Who may open the log, for what it is open, and how long it is kept. */
export async function standing(session: Session, people: readonly { id: string; name: string }[]) {
  const { office, counselling, person } = session
  return {
    mayRead: person.role === 'leitung',
    open: { office: openedFor(office as never), counselling: counselling && openedFor(counselling as never) },
    months: await readMonths(office as never),
    people: people.map(({ id, name }) => ({ id, name })),
  }
}

async function shown(desk: LogDesk, names: SubjectNames, rows: readonly AuditRow[]): Promise<AuditEntry[]> {
  if (rows.length === 0) return []
  const known = await names(rows)
  const failed = await logOf(desk).selectFrom('audit_entry').select('refers').where('refers', 'in', rows.map(({ seq }) => seq)).execute()
  const gone = new Set(failed.map(({ refers }) => refers))
  return rows.map(({ seq, at, person_id, person_name, kind, what, subject, detail, number }) =>
    ({ seq, at, personId: person_id, personName: person_name, kind, what, subject, subjectName: known.get(subject) ?? '', detail, number, failed: gone.has(seq) }))
}

function expectLeitung({ person }: LogDesk): void {
  if (person.role !== 'leitung') throw new OfficeError('forbidden', { detail: 'Das Protokoll aller liest die Leitung. Die eigenen Einträge sieht jede Person selbst.' })
}

function expectOpen(desk: LogDesk, { scope }: AuditFilter): void {
  if (scope === 'own') return
  expectLeitung(desk)
  if (openedFor(desk) === null) throw new OfficeError('forbidden', { detail: 'Bitte nennen Sie erst den Anlass der Einsicht.' })
}

