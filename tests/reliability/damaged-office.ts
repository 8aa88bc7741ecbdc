import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createCase } from '../../electron/office/counselling/cases/service.ts'
import { createContact } from '../../electron/office/directory/service.ts'
import { toOfficeError } from '../../electron/office/error-mapping.ts'
import { OfficeProcess } from '../../electron/office/office-process.ts'
import type { CounsellingDesk, Session } from '../../electron/office/session.ts'
import { VaultService } from '../../electron/office/vault/service.ts'
import { addPerson } from '../../electron/office/vault/people.ts'
import { OfficeError } from '../../shared/errors.ts'
import { dropLease } from '../support/lease.ts'
import { contactInputSchema } from '../../shared/directory/model.ts'

/** A real office whose files the reliability tests damage: made once, copied for each test. */

export const passphrases = { leitung: 'Vier grüne Möwen lesen', assistenz: 'Drei rote Tassen tanzen' }

export interface MadeOffice {
  folder: string
  ids: { leitung: string; assistenz: string }
}

/** One office process without Electron and without a window. */
export function startProcess(folder: string): { process: OfficeProcess; vault: VaultService } {
  const process = new OfficeProcess({ stateChanged: () => {}, vaultChosen: () => {} })
  // All of them are of one installation, as on one computer: what a killed one left of the lease is free at once.
  process.machine = 'one-computer'
  process.useVault(folder, false)
  return { process, vault: new VaultService(process, async () => {}, () => {}) }
}

/**
 * Makes an office with a Leitung, an Assistenz, some contacts and cases, and closes it.
 * `open-log` holds the same files as they lay there while it was open, with logs that a crash would leave.
 */
export async function makeOffice(): Promise<MadeOffice> {
  const base = mkdtempSync(join(tmpdir(), 'integrationsbuero-damage-'))
  const folder = join(base, 'vault')
  const { process, vault } = startProcess(folder)
  const sheet = await vault.create({ officeName: 'Stadt Musterstadt', land: 'SN', personName: 'Dana Leitner', passphrase: passphrases.leitung })
  const [first, second] = sheet.asked
  await vault.confirmRecoveryKey([sheet.groups[first - 1] ?? '', sheet.groups[second - 1] ?? ''])
  const ids = await vault.change(async (session) => {
    const assistant = await addPerson(session, { name: 'Assad Stein', role: 'assistenz', passphrase: passphrases.assistenz })
    return { leitung: session.slotId, assistenz: assistant.id }
  })
  await fill(process.unlocked, 40)
  cpSync(folder, join(base, 'open-log'), { recursive: true })
  await process.end()
  return { folder, ids }
}

/** Notes so many contacts and cases. @returns the ids of the contacts */
export async function fill(session: Session, count: number, word = 'Amt'): Promise<string[]> {
  const ids: string[] = []
  for (let number = 0; number < count; number++) {
    const contact = contactInputSchema.parse({ kind: 'organisation', name: `${word} ${number}`, note: 'Öffnungszeiten '.repeat(100) })
    ids.push((await createContact(session.office, contact)).id)
    const alias = `${word} ${number}`
    if (session.counselling) await createCase(session.counselling as CounsellingDesk, { alias, kind: 'person', language: null, note: 'Notiz '.repeat(200) })
  }
  return ids
}

const copies: string[] = []

/** Removes every copy that `copyOffice` made, and the office itself. */
export function removeOffices(made: MadeOffice): void {
  for (const folder of [...copies, dirname(made.folder)]) rmSync(folder, { recursive: true, force: true })
  copies.length = 0
}

/** A copy to be damaged. @param state how the office was left: locked, or by a crash while it was open */
export function copyOffice(made: MadeOffice, state: 'locked' | 'crashed' = 'locked'): string {
  const base = mkdtempSync(join(tmpdir(), 'integrationsbuero-copy-'))
  copies.push(base)
  const copy = join(base, 'vault')
  cpSync(state === 'locked' ? made.folder : join(made.folder, '..', 'open-log'), copy, { recursive: true })
  // Whoever crashed is no longer alive; in these tests it is the very process that runs them.
  dropLease(copy)
  return copy
}

/** Turns around the lowest bit of one byte. @param at position, negative from the end */
export function flipByte(file: string, at: number): void {
  const content = readFileSync(file)
  const place = at < 0 ? content.length + at : at
  content[place] = (content[place] ?? 0) ^ 1
  writeFileSync(file, content)
}

/**
 * A byte in the middle of what a write-ahead log holds. Behind it may stand frames of an earlier generation, known by other
 * salts (https://sqlite.org/fileformat2.html#the_write_ahead_log); damage there means nothing.
 */
export function middleOfLog(file: string): number {
  const content = readFileSync(file)
  const frame = 24 + content.readUInt32BE(8)
  let end = 32
  while (end + frame <= content.length && content.subarray(end + 8, end + 16).equals(content.subarray(16, 24))) end += frame
  return Math.floor((32 + end) / 2)
}

/** Checksum of each file of a vault, without who holds it and how often somebody tried. */
export function snapshot(folder: string): Record<string, string> {
  const names = readdirSync(folder).filter((name) => !/^(lease-|attempts\.json)/.test(name) && !name.endsWith('-shm'))
  return Object.fromEntries(
    names.map((name) => {
      const place = join(folder, name)
      const content = name === 'backups' ? readdirSync(place).join() : readFileSync(place)
      return [name, createHash('sha256').update(content).digest('hex')]
    }),
  )
}

/**
 * What comes of unlocking: the session's facts, or the error as it crosses the port. Whatever opened is closed again.
 */
export async function unlockOutcome(
  folder: string,
  personId: string,
  passphrase: string,
): Promise<{ opened: true; sides: number; notices: readonly string[] } | { opened: false; code: string; part?: string; detail?: string }> {
  const { process, vault } = startProcess(folder)
  try {
    await vault.unlock(personId, passphrase)
    const status = await vault.status()
    if (status.state !== 'unlocked') throw new Error(`unlocked, but the status is ${status.state}`)
    await process.end()
    return { opened: true, sides: status.sides.length, notices: status.notices }
  } catch (error) {
    return outcomeOf(error)
  }
}

/** What comes of looking on; the copy is gone afterwards. */
export async function lookOutcome(folder: string, personId: string, passphrase: string): Promise<{ opened: true; contacts: number } | ReturnType<typeof outcomeOf>> {
  const { process, vault } = startProcess(folder)
  try {
    await vault.look(personId, passphrase)
    const contacts = await process.unlocked.office.database.read.selectFrom('contact').select('id').execute()
    await process.end()
    return { opened: true, contacts: contacts.length }
  } catch (error) {
    return outcomeOf(error)
  }
}

/** An error as the window gets it. */
export function outcomeOf(error: unknown): { opened: false; code: string; part?: string; detail?: string } {
  const { code, data } = toOfficeError(error, () => {})
  if (code === 'internal' && !(error instanceof OfficeError)) throw error
  return { opened: false, code, ...(data.part ? { part: data.part } : {}), ...(data.detail ? { detail: data.detail } : {}) }
}
