import { readdirSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { HolderSheet } from '../../../../shared/vault/deputy-contract.ts'
import { OfficeProcess } from '../../office-process.ts'
import type { CounsellingDesk } from '../../session.ts'
import { standIn } from '../../counselling/access/service.ts'
import { createCase } from '../../counselling/cases/service.ts'
import { admitDeputy } from '../deputies.ts'
import { VaultService } from '../service.ts'
import { unlockByTwo, unlockWithPassphrase } from '../session.ts'
import { temporaryFolder } from '../testing.ts'
import { vaultStore } from '../vault-store.ts'
import { parseRecoveryKey } from '../../../../shared/vault/recovery-key-format.ts'
import { acknowledge, confirmArrangement, deputyOverview, draftArrangement, drafted, endDeputy, revoke } from './service.ts'
import { DeputyLedger } from './ledger.ts'
import { sheetsPdf } from './sheets.ts'

const passphrase = 'Vier grüne Möwen'
const opening = { name: 'Viktor Behelf', reason: 'Längere Abwesenheit', days: 7, passphrase: 'Fünf blaue Kamele rechnen' }
const terms = { holders: ['Haupt Amtsleitung', 'Dora Datenschutz'], months: 12 as const, longestDays: 14 }
const day = 86_400_000

let now: number
let left: number
let folder: string
let leitungId: string
let sheets: HolderSheet[]

/** One office process without Electron. */
function start() {
  const process = new OfficeProcess({ stateChanged: () => {}, vaultChosen: () => {} })
  process.vaultFolder = folder
  return { process, vault: new VaultService(process, async () => {}, () => (left += 1)) }
}

const codesOf = (of: readonly HolderSheet[]): [string, string] => [of[0]?.groups.join('-') ?? '', of[1]?.groups.join(' ') ?? '']
const asked = ({ groups, asked: group }: HolderSheet): string => groups[group - 1] ?? ''
const setClock = (to: number) => vi.setSystemTime((now = to))

async function leitung() {
  const started = start()
  await started.vault.unlock(leitungId, passphrase)
  return started
}

/** An arrangement of two, proved; the office is locked again. */
async function arrange(): Promise<HolderSheet[]> {
  const { process, vault } = await leitung()
  const drawn = await vault.change(async (session) => draftArrangement(session, terms))
  await vault.change((session) => confirmArrangement(process.unlocked, session, drawn.map(asked)))
  await process.end()
  return drawn
}

async function keepKeyFile(as: string): Promise<void> {
  await copyFile(`${folder}/vault.json`, `${folder}/${as}`)
}

async function putBack(from: string): Promise<void> {
  for (const name of ['vault.json', 'vault.json.mirror']) await copyFile(`${folder}/${from}`, `${folder}/${name}`)
}

beforeEach(async () => {
  left = 0
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval', 'performance'] })
  setClock(Date.parse('2026-11-22T10:00:00.000Z'))
  folder = `${await temporaryFolder()}/Tresor`
  const { process, vault } = start()
  const sheet = await vault.create({ officeName: 'Stadt Musterstadt', land: 'SN', personName: 'Dana Leitner', passphrase })
  const [first, second] = sheet.asked
  await vault.confirmRecoveryKey([sheet.groups[first - 1] ?? '', sheet.groups[second - 1] ?? ''])
  leitungId = process.unlocked.person.id
  await process.end()
  sheets = await arrange()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('an arrangement', () => {
  it('is valid only after a group of each sheet was typed', async () => {
    const { process, vault } = await leitung()
    const drawn = await vault.change(async (session) => draftArrangement(session, terms))
    const typed = [asked(drawn[0] as HolderSheet), 'falsch']
    await expect(vault.change((session) => confirmArrangement(process.unlocked, session, typed))).rejects.toMatchObject({
      code: 'invalid', data: { fields: { 'typed.1': `Gruppe ${drawn[1]?.asked} stimmt nicht mit dem Blatt für Dora Datenschutz überein.` } },
    })
    const pdf = await vault.change(async (session) => sheetsPdf(drafted(session), 'Stadt Musterstadt'))
    expect(Buffer.from(pdf).toString('latin1').match(/\/Type \/Page\b/gu)).toHaveLength(2)
    await process.end()
    const again = start()
    await expect(again.vault.openByTwo({ ...opening, codes: codesOf(drawn) })).rejects.toMatchObject({ code: 'wrong-passphrase' })
    await again.vault.openByTwo({ ...opening, codes: codesOf(sheets) })
    await again.process.end()
  })

  it('is shown on the lock screen by the names of its holders, as long as it is valid', async () => {
    expect(await start().vault.status()).toMatchObject({ together: { holders: terms.holders, longestDays: 14 } })
    setClock(now + 400 * day)
    expect(await start().vault.status()).toMatchObject({ together: null })
  })

  it('is asked for without memory that is shared by way of the folder, which doesn\'t work on a network drive', async () => {
    await arrange()
    const session = await unlockWithPassphrase(vaultStore(folder), leitungId, passphrase)
    const ledger = new DeputyLedger(session)
    expect(() => ledger.expectOpenable('unknown', now)).toThrow(expect.objectContaining({ reason: 'arrangement-unknown' }))
    expect(readdirSync(folder).filter((name) => name.endsWith('-shm'))).toEqual([])
    ledger.close()
  })

  it('is seen and ended by the Leitung alone', async () => {
    const { process, vault } = start()
    await vault.openByTwo({ ...opening, codes: codesOf(sheets) })
    for (const tried of [
      () => vault.change((session) => deputyOverview(process.unlocked, session)), () => vault.change((session) => revoke(process.unlocked, session)),
      () => vault.change(async (session) => draftArrangement(session, terms)), () => vault.change((session) => acknowledge(process.unlocked, session, 'x')),
      () => vault.change((session) => endDeputy(process.unlocked, session, process.unlocked.person.id)),
    ]) await expect(tried()).rejects.toMatchObject({ code: 'forbidden' })
    await process.end()
  })
})

describe('an opening by two', () => {
  it('lets a deputy work, and the Leitung sees it on return: who, why, what was done', async () => {
    const first = await leitung()
    const { id: caseId } = await createCase(first.process.unlocked.counselling as CounsellingDesk, { alias: 'Amsel', kind: 'person', language: null, note: '' })
    await first.process.end()

    const { process, vault } = start()
    await vault.openByTwo({ ...opening, codes: [codesOf(sheets)[1], codesOf(sheets)[0]] })
    expect(await vault.status()).toMatchObject({ person: { name: 'Viktor Behelf', role: 'vertretung' }, sides: ['office', 'counselling'], notices: [expect.stringContaining('29.11.2026')] })
    const { counselling } = process.unlocked
    if (!counselling) throw new Error('no counselling')
    await standIn(counselling, caseId, 'Frist läuft ab')
    const deputyId = process.unlocked.person.id
    for (const { database } of [process.unlocked.office, counselling]) {
      expect(database.connections.reader.all("SELECT person_name, subject FROM audit_entry WHERE what = 'deputy-opened'")).toMatchObject([{ person_name: 'Viktor Behelf', subject: deputyId }])
    }
    await process.end()

    // The deputy goes on alone.
    setClock(now + day)
    const again = start()
    await again.vault.unlock(deputyId, opening.passphrase)
    await again.process.end()

    const back = await leitung()
    expect(await back.vault.status()).toMatchObject({ notices: [expect.stringMatching(/In Ihrer Abwesenheit geöffnet: am 22\.11\.2026.*Viktor Behelf.*Dora Datenschutz/u)] })
    const overview = await back.vault.change((session) => deputyOverview(back.process.unlocked, session))
    expect(overview.openings).toMatchObject([{ personName: 'Viktor Behelf', reason: opening.reason, active: true, endedAt: null, cases: [{ reason: 'Frist läuft ab' }] }])
    expect(overview.openings[0]?.holders.toSorted()).toEqual(terms.holders.toSorted())
    await back.vault.change((session) => acknowledge(back.process.unlocked, session, deputyId))
    expect(await back.vault.change((session) => endDeputy(back.process.unlocked, session, deputyId))).toEqual(['office', 'counselling'])
    await back.process.end()
    await expect(start().vault.unlock(deputyId, opening.passphrase)).rejects.toMatchObject({ code: 'not-found' })
    const last = await leitung()
    expect(await last.vault.status()).toMatchObject({ notices: [] })
    await last.process.end()
  })

  it('names the field of a slip and of a code that is none; wrong ones cost growing time', async () => {
    const { vault } = start()
    const [code, other] = codesOf(sheets)
    await expect(vault.openByTwo({ ...opening, codes: [code, `${other.slice(0, -1)}`] })).rejects.toMatchObject({ code: 'invalid', data: { fields: { 'codes.1': expect.stringContaining('Zeichen') } } })
    await expect(vault.openByTwo({ ...opening, codes: [code, code] })).rejects.toMatchObject({ code: 'invalid', data: { fields: { 'codes.1': expect.stringContaining('zweimal') } } })
    const strange = (await leitungDraft())[0]?.groups.join('') ?? ''
    for (let attempt = 0; attempt < 3; attempt++) {
      await expect(vault.openByTwo({ ...opening, codes: [strange, other] })).rejects.toMatchObject({ code: 'wrong-passphrase', data: { fields: { 'codes.0': expect.stringContaining('gehört nicht') } } })
    }
    await expect(vault.openByTwo({ ...opening, codes: [code, other] })).rejects.toMatchObject({ code: 'wrong-passphrase', data: { waitSeconds: 2 } })
  })

  it('is written down before anybody is let in: a name that is taken leaves neither access nor a running opening', async () => {
    const { vault } = start()
    await expect(vault.openByTwo({ ...opening, name: 'Dana Leitner', codes: codesOf(sheets) })).rejects.toMatchObject({ code: 'conflict' })
    const back = await leitung()
    expect((await back.vault.change((session) => deputyOverview(back.process.unlocked, session))).openings).toEqual([])
    await back.process.end()
  })
})

describe('attacks on time and files', () => {
  it('a deputy whose time is over is refused, also with the clock turned back, and a session ends by itself', async () => {
    const { process, vault } = start()
    await vault.openByTwo({ ...opening, codes: codesOf(sheets) })
    const deputyId = process.unlocked.person.id
    await process.end()
    // Somebody uses the office at the end of the time.
    setClock(now + 6 * day)
    const used = await leitung()
    await used.process.end()
    setClock(now - 5 * day)
    await expect(start().vault.unlock(deputyId, opening.passphrase)).rejects.toMatchObject({ code: 'forbidden', data: { detail: expect.stringContaining('Uhr') } })
    setClock(now + 5 * day)
    const last = start()
    await last.vault.unlock(deputyId, opening.passphrase)
    vi.advanceTimersByTime(day + 60_000)
    await vi.waitFor(() => expect(left).toBe(1), 20_000)
    expect(last.process.session).toBeNull()
    await expect(start().vault.unlock(deputyId, opening.passphrase)).rejects.toMatchObject({ code: 'forbidden', data: { detail: expect.stringContaining('befristet') } })
  })

  it('a clock that is turned back while the office is open gains nothing', async () => {
    const { process, vault } = start()
    await vault.openByTwo({ ...opening, days: 1, codes: codesOf(sheets) })
    for (let hour = 0; hour < 25; hour++) {
      vi.advanceTimersByTime(3_600_000)
      vi.setSystemTime(now)
    }
    await vi.waitFor(() => expect(left).toBe(1), 20_000)
    expect(process.session).toBeNull()
  })

  it('codes that are over open nothing with the clock turned back', async () => {
    setClock(now + 400 * day)
    const used = await leitung()
    await used.process.end()
    await expect(start().vault.openByTwo({ ...opening, codes: codesOf(sheets) })).rejects.toMatchObject({ code: 'forbidden', data: { detail: expect.stringContaining('abgelaufen') } })
    setClock(now - 399 * day)
    await expect(start().vault.openByTwo({ ...opening, codes: codesOf(sheets) })).rejects.toMatchObject({ code: 'forbidden', data: { detail: expect.stringContaining('Uhr') } })
  })

  it('the Leitung repairs a mark that a wrong clock had put into the future', async () => {
    setClock(now + 900 * day)
    const wrong = await leitung()
    await wrong.process.end()
    setClock(now - 900 * day)
    const right = await leitung()
    await right.process.end()
    const { process, vault } = start()
    await vault.openByTwo({ ...opening, codes: codesOf(sheets) })
    await process.end()
  })

  it('a revoked arrangement opens nothing when its key file is put back, though its keys still fit', async () => {
    await keepKeyFile('kept')
    const back = await leitung()
    await back.vault.change((session) => revoke(back.process.unlocked, session))
    await back.process.end()
    await putBack('kept')
    await expect(start().vault.openByTwo({ ...opening, codes: codesOf(sheets) })).rejects.toMatchObject({ code: 'forbidden', data: { detail: expect.stringContaining('widerrufen') } })
  })

  it('an ended deputy is refused when the key file of then is put back', async () => {
    const { process, vault } = start()
    await vault.openByTwo({ ...opening, codes: codesOf(sheets) })
    const deputyId = process.unlocked.person.id
    await process.end()
    await keepKeyFile('kept')
    const back = await leitung()
    await back.vault.change((session) => endDeputy(back.process.unlocked, session, deputyId))
    await back.process.end()
    await putBack('kept')
    await expect(start().vault.unlock(deputyId, opening.passphrase)).rejects.toMatchObject({ code: 'forbidden', data: { detail: expect.stringContaining('keine laufende Vertretung') } })
  })

  it('somebody who was let in past the record is refused', async () => {
    const { vault } = start()
    await vault.status()
    const store = vaultStore(folder)
    const keys = sheets.map(({ groups }) => parseRecoveryKey(groups.join(''))).map((parsed) => (parsed.ok ? parsed.key : new Uint8Array()))
    const id = randomUUID()
    await admitDeputy(await unlockByTwo(store, [keys[0] as Uint8Array, keys[1] as Uint8Array], now), { id, name: 'Heimlich', passphrase: opening.passphrase, days: 3 }, now)
    await expect(vault.unlock(id, opening.passphrase)).rejects.toMatchObject({ code: 'forbidden', data: { detail: expect.stringContaining('keine laufende Vertretung') } })
    expect(await vault.status()).toMatchObject({ state: 'locked' })
  })
})

/** Codes that were drafted and never proved: they belong to no arrangement. */
async function leitungDraft(): Promise<HolderSheet[]> {
  const { process, vault } = await leitung()
  const drawn = await vault.change(async (session) => draftArrangement(session, terms))
  await process.end()
  return drawn
}
