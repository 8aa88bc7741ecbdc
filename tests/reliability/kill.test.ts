import { spawn } from 'node:child_process'
import { existsSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSession, type CounsellingDesk, type Session, type UnlockedVault } from '../../electron/office/session.ts'
import { openTestSession } from '../support/session.ts'
import { vaultToText } from './vault-text.ts'

/**
 * The office process can be ended at any moment: by locking, by the task manager, by a crash. Nothing that the window
 * was told is stored may be gone afterwards, and nothing may be stored by halves.
 */

const kills = 100

/** Starts the writer, kills it some time after so many acknowledged changes, and gives all that it acknowledged. */
async function writeUntilKilled(vault: string, run: number): Promise<string[]> {
  const writer = spawn(process.execPath, [join(import.meta.dirname, 'steady-writer.ts'), vault, String(run)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  let complaints = ''
  const enough = 1 + (run % 13)
  const reached = new Promise<void>((resolve) => {
    writer.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8')
      if (output.split('\n').length > enough) resolve()
    })
  })
  writer.stderr.on('data', (chunk: Buffer) => {
    complaints += chunk.toString('utf8')
  })
  const ended = new Promise<void>((resolve) => writer.on('close', () => resolve()))
  await Promise.race([reached, ended])
  await pause((run * 7) % 11)
  expect(writer.exitCode, complaints).toBeNull()
  writer.kill('SIGKILL')
  await ended
  // An unfinished last line was never read by anybody.
  return output.split('\n').slice(0, -1)
}

async function count(session: Session, side: 'office' | 'counselling', query: string): Promise<number> {
  const desk = side === 'office' ? session.office : (session.counselling as CounsellingDesk)
  const { rows } = await sql<{ n: number }>`${sql.raw(query)}`.execute(desk.database.read as never)
  return rows[0]?.n ?? Number.NaN
}

/** Every change touches several tables; each of these counts what would be there if a change were stored by halves. */
const halves: [what: string, side: 'office' | 'counselling', query: string][] = [
  ['contact without its channel', 'office', 'SELECT count(*) AS n FROM contact WHERE id NOT IN (SELECT contact_id FROM contact_channel)'],
  ['contact without its address', 'office', 'SELECT count(*) AS n FROM contact WHERE id NOT IN (SELECT contact_id FROM contact_address)'],
  ['contact without its search entry', 'office', 'SELECT count(*) AS n FROM contact WHERE id NOT IN (SELECT record_id FROM search_document)'],
  ['contact without its history', 'office', 'SELECT count(*) AS n FROM contact WHERE id NOT IN (SELECT row_id FROM change_entry)'],
  [
    'case that counts its consultations wrong',
    'counselling',
    `SELECT count(*) AS n FROM counselling_case WHERE consultation_count <>
      (SELECT count(*) FROM consultation WHERE consultation.case_id = counselling_case.id)`,
  ],
  [
    'consultation without its further topic',
    'counselling',
    'SELECT count(*) AS n FROM consultation WHERE id NOT IN (SELECT consultation_id FROM consultation_topic)',
  ],
]

describe(`${kills} kills during writes`, () => {
  let vault: UnlockedVault
  let session: Session
  const acknowledged = { contact: new Set<string>(), consultation: new Set<string>() }
  let logsLeft = 0

  beforeAll(async () => {
    const made = await openTestSession()
    vault = made.vault
    await made.session.close()
    for (let run = 0; run < kills; run++) {
      const lines = await writeUntilKilled(vaultToText(vault), run)
      for (const line of lines) {
        const [kind, id = ''] = line.split(' ')
        acknowledged[kind as 'contact' | 'consultation'].add(id)
      }
      const log = join(vault.folder, 'office.db-wal')
      if (existsSync(log) && statSync(log).size > 0) logsLeft++
      // Every tenth time the office is opened and closed in between, as after a restart; else the next writer takes over.
      if (run % 10 === 9) await (await openSession(vault, () => {})).close()
    }
    session = await openSession(vault, () => {})
  }, 600_000)

  afterAll(async () => {
    await session.close()
    rmSync(vault.folder, { recursive: true })
  })

  it('hit a process with work under way', () => {
    expect(acknowledged.contact.size).toBeGreaterThan(kills)
    expect(acknowledged.consultation.size).toBeGreaterThan(kills)
    expect(logsLeft).toBeGreaterThan(kills / 2)
  })

  it('lose no acknowledged change', async () => {
    const contacts = await session.office.database.read.selectFrom('contact').select('id').execute()
    const consultations = await (session.counselling as CounsellingDesk).database.read
      .selectFrom('consultation')
      .select('id')
      .execute()
    const stored = new Set([...contacts, ...consultations].map(({ id }) => id))
    const lost = [...acknowledged.contact, ...acknowledged.consultation].filter((id) => !stored.has(id))
    expect(lost).toEqual([])
  })

  it.each(halves)('leave no %s', async (_what, side, query) => {
    expect(await count(session, side, query)).toBe(0)
  })

  it('leave whole databases', () => {
    for (const desk of [session.office, session.counselling as CounsellingDesk]) {
      const { writer } = desk.database.connections
      expect(writer.pragmaRows('cipher_integrity_check')).toEqual([])
      expect(writer.pragma('integrity_check')).toBe('ok')
      expect(writer.pragmaRows('foreign_key_check')).toEqual([])
    }
  })
})
