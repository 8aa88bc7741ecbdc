import { cpSync, existsSync, readFileSync, renameSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CipherConnection } from '../../electron/office/database/driver.ts'
import { vaultStore } from '../../electron/office/vault/vault-store.ts'
import { unlockWithPassphrase } from '../../electron/office/vault/session.ts'
import { copyOffice, flipByte, makeOffice, middleOfLog, passphrases, removeOffices, snapshot, startProcess, unlockOutcome, type MadeOffice } from './damaged-office.ts'

/**
 * Damage is never taken for a wrong passphrase and a wrong passphrase never for damage; whatever is wrong, the files stay
 * as they were, so that a backup or a specialist finds them untouched.
 */

let made: MadeOffice

beforeAll(async () => {
  made = await makeOffice()
}, 60_000)

afterAll(() => removeOffices(made))

const asLeitung = (folder: string) => unlockOutcome(folder, made.ids.leitung, passphrases.leitung)
const asAssistenz = (folder: string) => unlockOutcome(folder, made.ids.assistenz, passphrases.assistenz)

/** Damages a copy, tries to unlock it, and expects the given refusal and untouched files. */
async function expectRefusal(folder: string, expected: object, passphrase = passphrases.leitung): Promise<void> {
  const before = snapshot(folder)
  expect(await unlockOutcome(folder, made.ids.leitung, passphrase)).toMatchObject({ opened: false, ...expected })
  expect(snapshot(folder)).toEqual(before)
}

/** Writes another schema version into a database, as another program version would. */
async function setVersion(folder: string, side: 'office' | 'counselling', version: number): Promise<void> {
  const vault = await unlockWithPassphrase(vaultStore(folder), made.ids.leitung, passphrases.leitung)
  const connection = new CipherConnection(join(folder, `${side}.db`), vault.keys[side] as Buffer)
  connection.exec(`PRAGMA user_version = ${version}`)
  connection.close()
}

describe('an undamaged office', () => {
  it('opens for both, each with their sides', async () => {
    const folder = copyOffice(made)
    expect(await asLeitung(folder)).toEqual({ opened: true, sides: 2, notices: [] })
    expect(await asAssistenz(folder)).toEqual({ opened: true, sides: 1, notices: [] })
  })

  it('tells a wrong passphrase as such', () => expectRefusal(copyOffice(made), { code: 'wrong-passphrase' }, 'Vier grüne Möwen lasen'))

  it('opens after a crash with everything in its logs', async () => {
    const folder = copyOffice(made, 'crashed')
    expect(statSync(join(folder, 'office.db-wal')).size).toBeGreaterThan(0)
    expect(await asLeitung(folder)).toEqual({ opened: true, sides: 2, notices: [] })
  })
})

describe.each(['office', 'counselling'] as const)('%s.db', (side) => {
  const name = `${side}.db`
  const places: [where: string, at: number][] = [
    ['first byte', 0],
    ['header', 30],
    ['second page', 4096 + 100],
    ['authentication code of the second page', 2 * 4096 - 5],
    ['last byte', -1],
  ]

  it.each(places)('with one flipped byte is damaged: %s', async (_where, at) => {
    const folder = copyOffice(made)
    flipByte(join(folder, name), at)
    await expectRefusal(folder, { code: 'corrupt', part: side })
  })

  it('with a flipped byte is still no reason to accept a wrong passphrase, or to tell it apart from outside', async () => {
    const folder = copyOffice(made)
    flipByte(join(folder, name), 5000)
    await expectRefusal(folder, { code: 'wrong-passphrase' }, 'Vier grüne Möwen lasen')
  })

  it('with a flipped byte in its log is damaged, and the log is kept', async () => {
    const folder = copyOffice(made, 'crashed')
    flipByte(join(folder, `${name}-wal`), middleOfLog(join(folder, `${name}-wal`)))
    const { [name]: database, [`${name}-wal`]: log } = snapshot(folder)
    expect(await asLeitung(folder)).toMatchObject({ code: 'corrupt', part: side, detail: expect.stringContaining(`${name}-wal`) })
    expect(snapshot(folder)).toMatchObject({ [name]: database, [`${name}-wal`]: log })
  })

  it('that is empty is damaged and not made anew', async () => {
    const folder = copyOffice(made)
    truncateSync(join(folder, name), 0)
    await expectRefusal(folder, { code: 'corrupt', part: side, detail: expect.stringContaining('0 Bytes') })
  })

  it('that is cut off is damaged', async () => {
    const folder = copyOffice(made)
    truncateSync(join(folder, name), Math.floor(statSync(join(folder, name)).size / 4096 / 2) * 4096)
    await expectRefusal(folder, { code: 'corrupt', part: side })
  })

  it('that is missing is damage and not made anew', async () => {
    const folder = copyOffice(made)
    rmSync(join(folder, name))
    await expectRefusal(folder, { code: 'corrupt', part: side })
    expect(existsSync(join(folder, name))).toBe(false)
  })

  it('that is some other file is refused', async () => {
    const folder = copyOffice(made)
    writeFileSync(join(folder, name), readFileSync(import.meta.filename).toString('utf8').repeat(10))
    await expectRefusal(folder, { code: 'corrupt', part: side })
  })

  it('that is an unencrypted database is refused', async () => {
    const folder = copyOffice(made)
    writeFileSync(join(folder, name), Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(8192)]))
    await expectRefusal(folder, { code: 'corrupt', part: side })
  })

  it('that is newer keeps the other database from being migrated', async () => {
    const folder = copyOffice(made)
    const other = side === 'office' ? 'counselling' : 'office'
    await setVersion(folder, side, 99_990)
    await setVersion(folder, other, 10)
    await expectRefusal(folder, { code: 'newer-version', part: side })
  })

  it('of a newer program opens nothing and writes nothing', async () => {
    const folder = copyOffice(made)
    await setVersion(folder, side, 99_990)
    await expectRefusal(folder, { code: 'newer-version', part: side })
  })
})

it('databases that were exchanged are refused', async () => {
  const folder = copyOffice(made)
  renameSync(join(folder, 'office.db'), join(folder, 'other'))
  renameSync(join(folder, 'counselling.db'), join(folder, 'office.db'))
  renameSync(join(folder, 'other'), join(folder, 'counselling.db'))
  await expectRefusal(folder, { code: 'corrupt', part: 'office' })
})

it('an assistant works on where only counselling.db is damaged', async () => {
  const folder = copyOffice(made)
  flipByte(join(folder, 'counselling.db'), 5000)
  const before = snapshot(folder)['counselling.db']
  expect(await asAssistenz(folder)).toEqual({ opened: true, sides: 1, notices: [] })
  expect(snapshot(folder)['counselling.db']).toBe(before)
})

describe('vault.json', () => {
  it('with one flipped byte is replaced by its mirror, and the person hears of it', async () => {
    const folder = copyOffice(made)
    flipByte(join(folder, 'vault.json'), Math.floor(statSync(join(folder, 'vault.json')).size / 2))
    const outcome = await asLeitung(folder)
    expect(outcome).toMatchObject({ opened: true, notices: [expect.stringContaining('vault.json')] })
    expect(await asLeitung(folder)).toEqual({ opened: true, sides: 2, notices: [] })
  })

  it('and a wrong passphrase stay apart where the mirror serves', async () => {
    const folder = copyOffice(made)
    flipByte(join(folder, 'vault.json'), 200)
    await expectRefusal(folder, { code: 'wrong-passphrase' }, 'Vier grüne Möwen lasen')
  })

  it.each([40, 400, -40])('with its mirror damaged too is damage of the keys, before any passphrase is asked (byte %i)', async (at) => {
    const folder = copyOffice(made)
    for (const name of ['vault.json', 'vault.json.mirror']) flipByte(join(folder, name), at)
    const before = snapshot(folder)
    expect(await startProcess(folder).vault.status()).toMatchObject({ state: 'problem', code: 'corrupt', data: { part: 'vault-file' } })
    await expectRefusal(folder, { code: 'corrupt', part: 'vault-file' })
    expect(snapshot(folder)).toEqual(before)
  })

  it('that is gone with its mirror is never made anew beside databases', async () => {
    const folder = copyOffice(made)
    for (const name of ['vault.json', 'vault.json.mirror', 'vault.json.previous']) rmSync(join(folder, name), { force: true })
    const before = snapshot(folder)
    const { vault } = startProcess(folder)
    expect(await vault.status()).toMatchObject({ state: 'problem', code: 'corrupt' })
    await expect(
      vault.create({ officeName: 'Neu', land: 'SN', personName: 'Neu', passphrase: passphrases.leitung }),
    ).rejects.toMatchObject({ code: 'conflict' })
    expect(snapshot(folder)).toEqual(before)
  })

  it('of another office does not open these databases', async () => {
    const other = await makeOffice()
    const folder = copyOffice(made)
    for (const name of ['vault.json', 'vault.json.mirror']) cpSync(join(other.folder, name), join(folder, name))
    const before = snapshot(folder)
    expect(await unlockOutcome(folder, other.ids.leitung, passphrases.leitung)).toMatchObject({ opened: false, code: 'corrupt' })
    expect(snapshot(folder)).toEqual(before)
    rmSync(dirname(other.folder), { recursive: true })
  })
})
