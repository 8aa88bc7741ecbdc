import { uuidv7 } from 'uuidv7'
import { findCases, matchCase } from '../../electron/office/counselling/cases/service.ts'
import { createConsultation, findConsultations } from '../../electron/office/counselling/consultations/service.ts'
import { undo } from '../../electron/office/records/service.ts'
import { openSession, type CounsellingDesk, type Session, type UnlockedVault } from '../../electron/office/session.ts'
import { parseQuickLine, type QuickLine } from '../../shared/counselling/quick-line.ts'
import { bareDatabase, compared, time, type Task } from './bare-sql.ts'
import { printLines, spread, type Line } from './report.ts'

/** The counselling log of many years: from the quick line to the saved consultation, and finding in all of it. */

const line = 'tel 20min Aufenthalt Dari Lotse ja #Wohnen @B-2019-1234'
const page = { query: '', topic: null, month: null, mine: false, anonymous: false, offset: 0, limit: 100 }
const casePage = { ...page, sort: 'lastContact', descending: true } as const

/** @param rounds how often each is measured, the two sides by turns */
export async function measureCounselling(vault: UnlockedVault, rounds: number): Promise<void> {
  const session = await openSession(vault, () => {})
  const desk = session.counselling as CounsellingDesk
  const readers = { office: session.office.database.connections.reader, counselling: desk.database.connections.reader }
  const bare = { office: bareDatabase(vault, 'office'), counselling: bareDatabase(vault, 'counselling') }
  const finds = (queries: readonly string[]) => queries.map((query) => () => findConsultations(desk, { ...page, query }))
  const tasks: Task[] = [
    ['consultations by a number in the note', 'p95 under 50 ms', finds(['nummer 1234', '99887', 'Kita 4711'])],
    ['consultations by a common word', 'p95 under 50 ms', finds(['Wohnung', 'Wohnung Kita', 'sprach'])],
    ['consultations by the first letter', 'p95 under 50 ms', finds(['k', 'w', 'b'])],
    ['consultations by alias', 'p95 under 50 ms', finds(['Linde 17', 'Linde 1234', 'Linde'])],
    ['cases by a word of their notes', 'p95 under 50 ms', ['Wohnung', 'Kita 4711', 'Linde 17'].map((query) => () => findCases(desk, { ...casePage, query }))],
  ]
  const lines = await compared(tasks, readers, bare, rounds)
  lines.push(await quickLine(session, desk, vault, rounds * 5))
  printLines('Counselling in the office process, against the same SQL on the bare binding', lines)
  for (const database of Object.values(bare)) database.close()
  await session.close()
}

/** Understanding a line, finding its case and saving it with history and search, against the inserts alone; each is taken back again. */
async function quickLine(session: Session, desk: CounsellingDesk, vault: UnlockedVault, rounds: number): Promise<Line> {
  const bare = bareDatabase(vault, 'counselling', false)
  const ours: number[] = []
  const theirs: number[] = []
  for (let round = 0; round < rounds; round++) {
    let change: string | null = null
    ours.push(await time(async () => {
      const read: QuickLine = parseQuickLine(line, new Date())
      const found = await matchCase(desk, read.caseReference ?? '')
      ;({ change } = await createConsultation(desk, found.exact?.id ?? null, fieldsOf(read)))
    }))
    if (change !== null) await undo(session, 'counselling', change)
    const id = uuidv7()
    theirs.push(await time(async () => save(bare, id)))
    bare.exec(`DELETE FROM consultation_topic WHERE consultation_id = '${id}'; DELETE FROM consultation WHERE id = '${id}'`)
  }
  bare.close()
  return { what: 'quick line to saved', unit: 'ms', ours: spread(ours), bare: spread(theirs), aim: 'p95 under 50 ms' }
}

function fieldsOf({ fields }: QuickLine): Parameters<typeof createConsultation>[2] {
  const { channel = '', topic = '', durationMinutes = 5, furtherTopics, note, language = null, interpretation = null } = fields
  return {
    date: new Date().toISOString().slice(0, 10), time: null, channel, durationMinutes, topic, furtherTopics, result: 'informed', language, interpretation,
    accessPath: null, contactKind: null, note,
  }
}

function save(bare: ReturnType<typeof bareDatabase>, id: string): void {
  bare.exec('BEGIN IMMEDIATE')
  const found = bare.prepare('SELECT id FROM counselling_case WHERE number = ? AND deleted_at IS NULL').get(['B-2019-1234'])
  bare.prepare(`INSERT INTO consultation (id, version, created_at, updated_at, case_id, held_on, channel, duration_minutes, topic, result, language,
    interpretation, note, counsellor_id, counsellor_name) VALUES (?, 1, 'x', 'x', ?, '2026-01-02', 'phone', 20, 'A2', 'informed', 'prs', 'interpreter', '', 'p', 'P')`)
    .run([id, (found?.id as string | undefined) ?? null])
  bare.prepare('INSERT INTO consultation_topic VALUES (?, ?, ?, 0)').run([`${id}:E1`, id, 'E1'])
  bare.exec('COMMIT')
}
