import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { uuidv7 } from 'uuidv7'
import { createCase } from '../../electron/office/counselling/cases/service.ts'
import { insertContact } from '../../electron/office/directory/repository.ts'
import { OfficeProcess } from '../../electron/office/office-process.ts'
import type { CounsellingDesk, OfficeDesk, Session } from '../../electron/office/session.ts'
import { VaultService } from '../../electron/office/vault/service.ts'
import { contactInputSchema } from '../../shared/directory/model.ts'
import { dropLease } from '../support/lease.ts'

/** How much lies in the office that is measured. */
export interface Size {
  contacts: number
  cases: number
  consultations: number
}

export const fullSize: Size = { contacts: 100_000, cases: 5_000, consultations: 250_000 }
export const quickSize: Size = { contacts: 2_000, cases: 100, consultations: 5_000 }

export const passphrase = 'Vier grüne Möwen lesen'
const batch = 1_000

const givenNames = ['Amina', 'Bogdan', 'Carla', 'Dmitri', 'Elif', 'Farid', 'Greta', 'Hüseyin', 'Irina', 'Jonas', 'Khadija', 'Linh']
const familyNames = ['Albrecht', 'Öztürk', 'Kowalski', 'Nguyen', 'Schäfer', 'Petrenko', 'Haddad', 'Meißner', 'Zielinski', 'Rahimi', 'Brandt', 'Yılmaz']
const places = ['Cottbus', 'Görlitz', 'Bautzen', 'Zittau', 'Hoyerswerda', 'Weißwasser', 'Löbau', 'Kamenz', 'Niesky', 'Radeberg']
const words = ['Aufenthalt', 'Verlängerung', 'Sprachkurs', 'Anerkennung', 'Wohnung', 'Bürgergeld', 'Kita', 'Termin', 'Antrag', 'Bescheid', 'Widerspruch', 'Übersetzung']
const topics = ['A2', 'I1', 'E1', 'E4']
const channels = ['in-person', 'open-hours', 'phone', 'email', 'outreach']
const results = ['informed', 'letter-written', 'form-filled', 'referred', 'open']
const languages = ['de', 'prs', 'ar', 'uk', 'tr', 'ti', null]
const origins = ['AF', 'SY', 'UA', 'TR', 'ER', 'IQ', 'VN', null]

/** A repeatable spread over a list. */
function pick<Item>(items: readonly Item[], number: number): Item {
  return items[(number * 7_919 + (number >> 4)) % items.length] as Item
}

/** An office process without Electron, on a folder. */
export function startProcess(folder: string): { process: OfficeProcess; vault: VaultService } {
  const process = new OfficeProcess({ stateChanged: () => {}, vaultChosen: () => {} })
  process.useVault(folder, false)
  return { process, vault: new VaultService(process, async () => {}, () => {}) }
}

/**
 * The folder of a large office, made at the first run (some minutes) and kept below .cache. Everything goes through the
 * application's own write path, so that history and search index are as large as they would be.
 */
export async function largeOffice(size: Size): Promise<string> {
  const cache = resolve(import.meta.dirname, '..', '..', '.cache', 'bench')
  const folder = join(cache, `office-${size.contacts}-${size.consultations}-${schemaMark()}`)
  if (existsSync(folder)) return folder
  process.stdout.write(`Making an office with ${size.contacts} contacts and ${size.consultations} consultations, once ...\n`)
  const making = `${folder}-making-${process.pid}`
  mkdirSync(cache, { recursive: true })
  const { process: office, vault } = startProcess(making)
  const sheet = await vault.create({ officeName: 'Messstadt', land: 'SN', personName: 'Mara Muster', passphrase })
  const [first, second] = sheet.asked
  await vault.confirmRecoveryKey([sheet.groups[first - 1] ?? '', sheet.groups[second - 1] ?? ''])
  await fill(office.unlocked, size)
  await office.end()
  dropLease(making)
  renameSync(making, folder)
  return folder
}

/** Changes whenever the schema does, also while a migration is still being written. */
function schemaMark(): string {
  const database = resolve(import.meta.dirname, '..', '..', 'electron', 'office', 'database')
  const files = readdirSync(database, { recursive: true, encoding: 'utf8' }).filter((name) => /migrations.*\.ts$|mechanism-schema\.ts$/.test(name))
  const hash = createHash('sha256')
  for (const name of files.sort()) hash.update(readFileSync(join(database, name)))
  return hash.digest('hex').slice(0, 12)
}

async function fill(session: Session, size: Size): Promise<void> {
  await fillContacts(session.office, size.contacts)
  await fillConsultations(session.counselling as CounsellingDesk, size)
}

async function fillContacts(desk: OfficeDesk, count: number): Promise<void> {
  for (let start = 0; start < count; start += batch) {
    await desk.write({ label: 'Bestand' }, async (transaction) => {
      for (let number = start; number < Math.min(count, start + batch); number++) {
        const contact = contactInputSchema.parse({
          ...(number % 3 === 0
            ? { kind: 'organisation', name: `${pick(words, number)}stelle ${pick(places, number)} ${number}` }
            : { kind: 'person', givenNames: pick(givenNames, number), familyName: `${pick(familyNames, number >> 2)}-${number}` }),
          addresses: [{ id: uuidv7(), street: `Neumarkt ${number % 90}`, postalCode: '03046', place: pick(places, number) }],
          channels: [{ id: uuidv7(), kind: 'phone', value: `0355 ${100_000 + number}` }],
          note: `${pick(words, number)} und ${pick(words, number + 5)}.`,
        })
        await insertContact(transaction, uuidv7(), contact)
      }
    })
  }
}

async function fillConsultations(desk: CounsellingDesk, size: Size): Promise<void> {
  const cases: string[] = []
  for (let number = 0; number < size.cases; number++) {
    cases.push((await createCase(desk, { alias: `Linde ${number}`, kind: 'person', language: null, note: '', origin: pick(origins, number), place: pick(places, number + 3) }, '2019-01-02')).id)
  }
  for (let start = 0; start < size.consultations; start += batch) {
    await desk.write({ label: 'Bestand' }, async (transaction) => {
      for (let number = start; number < Math.min(size.consultations, start + batch); number++) {
        await transaction.insert('consultation', {
          id: uuidv7(),
          deleted_at: null,
          deleted_by: null,
          // Every fifth is anonymous.
          case_id: number % 5 === 0 ? null : pick(cases, number),
          held_on: `${2019 + (number % 7)}-${String(1 + (number % 12)).padStart(2, '0')}-${String(1 + (number % 28)).padStart(2, '0')}`,
          held_at: null,
          channel: pick(channels, number + 1),
          duration_minutes: 5 + 5 * (number % 17),
          topic: pick(topics, number),
          result: pick(results, number + 2),
          language: pick(languages, number),
          interpretation: null,
          access_path: null,
          contact_kind: null,
          note: `${pick(words, number)} besprochen, ${pick(words, number + 3)} folgt bis Nummer ${number}.`,
          counsellor_id: desk.person.id,
          counsellor_name: desk.person.name,
        })
      }
    })
    if (start % 50_000 === 0) process.stdout.write(`  ${start} consultations ...\n`)
  }
}
