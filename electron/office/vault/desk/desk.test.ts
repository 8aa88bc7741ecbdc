import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { copyOffice, fill, makeOffice, passphrases, removeOffices, type MadeOffice } from '../../../../tests/reliability/damaged-office.ts'
import { dropLease, isHeld } from '../../../../tests/support/lease.ts'
import { backupsOf } from '../../backup/service.ts'
import { restoringOf } from '../../backup/restore/service.ts'
import { saveDraft } from '../../drafts/service.ts'
import { OfficeProcess } from '../../office-process.ts'
import { takeLease } from '../lease.ts'
import { PROGRAM_SLOTS } from '../lease-file.ts'
import { addPerson } from '../people.ts'
import { VaultService } from '../service.ts'
import { vaultStore } from '../vault-store.ts'
import { removeLeftCopies } from './private-copy.ts'

/** Two computers at one desk, in one process: each has its own office process and its own number. */

/** Slow machines are slow, not wrong. */
const soon = { timeout: 20_000 }

interface Computer {
  process: OfficeProcess
  vault: VaultService
  /** Whether the office process was told to end itself. */
  left: () => boolean
  asked: boolean[]
}

let made: MadeOffice
let folder: string
let first: Computer
let second: Computer

function computer(machine: string): Computer {
  const asked: boolean[] = []
  const process = new OfficeProcess({ stateChanged: () => {}, vaultChosen: () => {}, deskAsked: (value) => asked.push(value) })
  process.useVault(folder, false)
  process.machine = machine
  let left = false
  return { process, vault: new VaultService(process, async () => {}, () => (left = true)), left: () => left, asked }
}

const copies = (): string[] => readdirSync(tmpdir()).filter((name) => name.startsWith(`integrationsbuero-lesekopie-${process.pid}-`))
const exchanged = (): string[] => readdirSync(folder).filter((name) => name.startsWith('frage-'))
const contacts = async ({ process }: Computer): Promise<number> => (await process.unlocked.office.database.read.selectFrom('contact').select('id').execute()).length

beforeAll(async () => {
  made = await makeOffice()
}, 60_000)
afterAll(() => removeOffices(made))
beforeEach(() => {
  folder = copyOffice(made)
  first = computer('eins')
  second = computer('zwei')
})
afterEach(async () => {
  await Promise.allSettled([first.process.end(), second.process.end(), second.vault.desk.withdraw()])
})

describe('the second computer', () => {
  it('is told who works at the desk, in which role, where and since when, and that it is free again', async () => {
    expect(await second.vault.desk.occupancy()).toMatchObject({ state: 'free', asked: null })
    await first.vault.unlock(made.ids.leitung, passphrases.leitung)
    const shown = await second.vault.desk.occupancy()
    expect(shown).toMatchObject({ state: 'person', person: 'Dana Leitner', role: 'Leitung', here: false, takeOverIn: null })
    expect(Date.now() - Date.parse(shown.since ?? '')).toBeLessThan(60_000)
    await expect(second.vault.unlock(made.ids.assistenz, passphrases.assistenz)).rejects.toMatchObject({ code: 'busy', data: { holder: { person: 'Dana Leitner' } } })
    await first.process.end()
    expect(await second.vault.desk.occupancy()).toMatchObject({ state: 'free', host: '', person: '' })
    await second.vault.unlock(made.ids.assistenz, passphrases.assistenz)
  })

  it.each([
    [PROGRAM_SLOTS.backup, 'backup', 'läuft gerade eine Sicherung'],
    [PROGRAM_SLOTS.restore, 'restore', 'gerade wiederhergestellt'],
  ])('is told of a program that holds it and not of a person: %s', async (slot, state, words) => {
    const lease = await takeLease(vaultStore(folder), slot, { machine: 'eins' })
    expect(await second.vault.desk.occupancy()).toMatchObject({ state, person: '', role: '' })
    const refusal = second.vault.unlock(made.ids.leitung, passphrases.leitung)
    if (slot === PROGRAM_SLOTS.restore) await expect(refusal).rejects.toMatchObject({ code: 'busy', data: { detail: expect.stringContaining(words) } })
    else {
      // A backup is asked to make room, and unlocking waits for that.
      await expect.poll(exchanged, soon).toEqual([expect.stringMatching(/^frage-/)])
      await lease.release()
      await refusal
      expect(exchanged()).toEqual([])
    }
  })

  it('takes over from nobody who gives signs of life, whatever it says', async () => {
    await first.vault.unlock(made.ids.leitung, passphrases.leitung)
    await second.vault.desk.occupancy()
    await expect(second.vault.takeOver(made.ids.leitung, passphrases.leitung)).rejects.toMatchObject({ code: 'busy' })
    expect(first.left()).toBe(false)
  })

  it('opens at once what a process of the same computer left when it died, and not what one of another left', async () => {
    const crashed = (machine: string): void => writeFileSync(join(folder, 'lease-1.json'), JSON.stringify({
      token: '01998e7c-6f2a-4c5e-8a56-123456789abc', host: hostname(), machine, pid: 2 ** 22 + 1, slot: made.ids.leitung,
      since: '2026-11-21T09:00:00.000Z', heartbeat: '2026-11-21T09:00:00.000Z', beat: '000000001',
    }))
    crashed('eins')
    await expect(second.vault.unlock(made.ids.leitung, passphrases.leitung)).rejects.toMatchObject({ code: 'busy' })
    dropLease(folder)
    crashed('zwei')
    await second.vault.unlock(made.ids.leitung, passphrases.leitung)
  })
})

describe('asking for the desk', () => {
  it('reaches the holder with name and computer, is answered, and ends when the desk is free', async () => {
    await first.vault.unlock(made.ids.leitung, passphrases.leitung)
    await second.vault.desk.ask(made.ids.assistenz)
    expect((await second.vault.desk.occupancy()).asked).toMatchObject({ answer: 'none', freed: false })
    await expect.poll(async () => (await first.vault.desk.standing()).requests, soon).toMatchObject([{ person: 'Assad Stein' }])
    await expect.poll(() => first.asked, soon).toEqual([true])
    await expect.poll(async () => (await second.vault.desk.occupancy()).asked?.answer, soon).toBe('seen')
    const [request] = (await first.vault.desk.standing()).requests
    await first.vault.desk.answer(request?.id ?? '', 'soon')
    await expect.poll(async () => (await second.vault.desk.occupancy()).asked?.answer, soon).toBe('soon')
    expect((await first.vault.desk.standing()).requests).toMatchObject([{ answer: 'soon' }])
    await first.vault.desk.answer(request?.id ?? '', 'locking')
    await first.process.end()
    expect(await second.vault.desk.occupancy()).toMatchObject({ state: 'free', asked: { freed: true } })
    expect(exchanged()).toEqual([])
    await second.vault.unlock(made.ids.assistenz, passphrases.assistenz)
    await expect.poll(() => first.asked, soon).toEqual([true, false])
  })

  it('leaves nothing in the folder when it is taken back', async () => {
    await first.vault.unlock(made.ids.leitung, passphrases.leitung)
    await second.vault.desk.ask(made.ids.assistenz)
    await expect.poll(async () => (await first.vault.desk.standing()).requests.length, soon).toBe(1)
    await second.vault.desk.withdraw()
    await expect.poll(async () => (await first.vault.desk.standing()).requests.length, soon).toBe(0)
    await expect.poll(exchanged, soon).toEqual([])
  })
})

describe('looking on', () => {
  it('shows one moment of an office in which somebody works, refuses every write with its own code, and leaves nothing behind', async () => {
    await first.vault.unlock(made.ids.leitung, passphrases.leitung)
    let writing = true
    const written = (async () => {
      let count = 0
      for (; writing; count++) {
        await fill(first.process.unlocked, 1, `Während ${count}`)
        await pause(20)
      }
      return count
    })()
    await second.vault.look(made.ids.leitung, passphrases.leitung)
    writing = false
    const total = 40 + (await written)
    const status = await second.vault.status()
    expect(status).toMatchObject({ state: 'unlocked', viewing: { holder: { person: 'Dana Leitner' } }, person: { name: 'Dana Leitner' } })
    const [seen] = [await contacts(second)]
    expect(seen).toBeGreaterThanOrEqual(40)
    expect(seen).toBeLessThanOrEqual(total)
    // Whatever is a record at all has all its parts: the copy is of one moment.
    for (const desk of [second.process.unlocked.office, second.process.unlocked.counselling]) {
      expect([desk?.database.connections.writer.pragmaRows('cipher_integrity_check'), desk?.database.connections.writer.pragma('integrity_check')]).toEqual([[], 'ok'])
    }
    const [copy = ''] = copies()
    expect(readdirSync(join(tmpdir(), copy)).every((name) => !readFileSync(join(tmpdir(), copy, name)).toString('latin1').includes('Während'))).toBe(true)

    const refusal = { code: 'viewing' }
    await expect(fill(second.process.unlocked, 1)).rejects.toMatchObject(refusal)
    await expect(saveDraft(second.process.unlocked, 'counselling', 'case:new', 'Text')).rejects.toMatchObject(refusal)
    expect(() => second.process.unlocked.office.database.connections.writer.exec("DELETE FROM contact")).toThrow(/readonly/)
    await expect(second.vault.change((vault) => addPerson(vault, { name: 'Neu', role: 'assistenz', passphrase: 'Zehn blaue Wale' }))).rejects.toMatchObject(refusal)
    await expect(second.vault.renewKeys(['office'])).rejects.toMatchObject(refusal)
    const backups = backupsOf(second.process, second.vault)
    expect(() => backups.run()).toThrow(expect.objectContaining(refusal))
    await expect(backups.probe()).rejects.toMatchObject(refusal)
    await expect(restoringOf(second.process).discard()).rejects.toMatchObject(refusal)
    await expect(restoringOf(second.process).prepare({ place: 'own', id: 'x' }, null, '', null)).rejects.toMatchObject(refusal)
    expect((await second.vault.read(async ({ file }) => file.list.people)).length).toBe(2)

    expect((await second.vault.desk.standing()).freed).toBe(false)
    await first.process.end()
    expect((await second.vault.desk.standing()).freed).toBe(true)
    await second.process.end()
    expect([copies(), exchanged()]).toEqual([[], []])
  })

  it('shows an assistant one database, and copies no other', async () => {
    await first.vault.unlock(made.ids.leitung, passphrases.leitung)
    await second.vault.look(made.ids.assistenz, passphrases.assistenz)
    expect(readdirSync(join(tmpdir(), copies()[0] ?? '')).filter((name) => name.endsWith('.db'))).toEqual(['office.db'])
    expect(await second.vault.status()).toMatchObject({ sides: ['office'] })
  })

  it('works beside a backup and a crash, whose log belongs to the state that is shown', async () => {
    folder = copyOffice(made, 'crashed')
    second = computer('zwei')
    const lease = await takeLease(vaultStore(folder), PROGRAM_SLOTS.backup, { machine: 'eins' })
    const before = readdirSync(folder).sort()
    await second.vault.look(made.ids.leitung, passphrases.leitung)
    expect([await contacts(second), (await second.vault.status()) as object]).toEqual([40, expect.objectContaining({ viewing: { at: expect.any(String), holder: null } })])
    expect(readdirSync(folder).sort()).toEqual(before)
    await lease.release()
  })

  it('needs the passphrase, and is refused while the office is being restored', async () => {
    await expect(second.vault.look(made.ids.leitung, 'Vier grüne Möwen lasen')).rejects.toMatchObject({ code: 'wrong-passphrase' })
    const lease = await takeLease(vaultStore(folder), PROGRAM_SLOTS.restore, { machine: 'eins' })
    await expect(second.vault.look(made.ids.leitung, passphrases.leitung)).rejects.toMatchObject({ code: 'busy' })
    await lease.release()
    expect(copies()).toEqual([])
  })

  it('leaves no copy behind for longer than until the next start', () => {
    const base = join(folder, 'tmp')
    const left = join(base, `integrationsbuero-lesekopie-${2 ** 22 + 1}-abc`)
    const alive = join(base, `integrationsbuero-lesekopie-${process.ppid}-abc`)
    for (const each of [left, alive, join(base, 'integrationsbuero-lesekopie-fremd')]) mkdirSync(each, { recursive: true })
    removeLeftCopies(base)
    expect(readdirSync(base).sort()).toEqual([`integrationsbuero-lesekopie-${process.ppid}-abc`, 'integrationsbuero-lesekopie-fremd'].sort())
    rmSync(base, { recursive: true })
    expect(() => removeLeftCopies(base)).not.toThrow()
  })
})

describe('who loses the lease', () => {
  it('stops writing at once, closes and leaves; what it had open is not given back in the name of who followed', async () => {
    await first.vault.unlock(made.ids.leitung, passphrases.leitung)
    const session = first.process.unlocked
    writeFileSync(join(folder, 'lease-2.json'), readFileSync(join(folder, 'lease-1.json'), 'utf8').replace(/"token":"[^"]+"/, '"token":"01998e7c-6f2a-4c5e-8a56-123456789abc"'))
    expect(await first.vault.desk.isAway()).toBe(false)
    await expect(fill(session, 1)).rejects.toThrow()
    await expect.poll(first.left, soon).toBe(true)
    expect(first.process.session).toBeNull()
    expect(existsSync(join(folder, 'lease-2.json')) && isHeld(folder)).toBe(true)
  })
})
