import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { copyOffice, flipByte, makeOffice, passphrases, removeOffices, startProcess, type MadeOffice } from '../../../tests/reliability/damaged-office.ts'
import { isHeld } from '../../../tests/support/lease.ts'
import { exitCodes } from '../../../shared/backup/exit-codes.ts'
import { runCommand, type CommandOrder } from './commands.ts'
import { prepareSecondPlace, secondFolder } from './second-place.ts'

let made: MadeOffice
let vault: string
let lines: string[]
beforeAll(async () => { made = await makeOffice() }, 60_000)
afterAll(() => removeOffices(made))
beforeEach(() => {
  vault = copyOffice(made)
  lines = []
})

const run = (command: CommandOrder['command'], target: string | null = null, secondPlace: string | null = null): Promise<number> =>
  runCommand({ command, vault, target, secondPlace, machine: 'dieser-rechner' }, (line) => lines.push(line))
const said = (): string => lines.join('\n')
const sets = (folder = join(vault, 'backups')): string[] => readdirSync(folder).filter((name) => name.startsWith('sicherung-'))

it('--backup copies the closed vault, to a folder of choice too, and on to the second place', async () => {
  const place = join(dirname(vault), 'stick')
  mkdirSync(place)
  await prepareSecondPlace(place, vault)
  expect(await run('backup', null, place)).toBe(exitCodes.done)
  expect(said()).toMatch(/^Gesichert: .*sicherung-.*, [\d,]+ MB in [\d,]+ s\.\nAm zweiten Ort liegt eine Kopie\.$/)
  expect([sets().length, sets(join(place, secondFolder)).length]).toEqual([1, 1])
  const target = join(dirname(vault), 'ziel')
  mkdirSync(target)
  expect(await run('backup', target)).toBe(exitCodes.done)
  expect(sets(target)).toHaveLength(1)
  expect(isHeld(vault)).toBe(false)
})

it('--backup says who has the vault open, and where nothing is', async () => {
  const { process, vault: service } = startProcess(vault)
  await service.unlock(made.ids.leitung, passphrases.leitung)
  expect(await run('backup')).toBe(exitCodes.inUse)
  expect(said()).toMatch(/^Der Tresor ist auf dem Rechner „.+“ seit \d\d\.\d\d\.\d{4}, \d\d:\d\d Uhr geöffnet\./)
  expect(said()).not.toContain('Leitner')
  await process.end()
  expect(await run('backup', join(vault, 'fehlt'))).toBe(exitCodes.notReachable)
  rmSync(join(vault, 'stick'), { force: true })
  expect(await run('backup', null, join(vault, 'stick'))).toBe(exitCodes.notReachable)
  writeFileSync(join(vault, 'office.db'), '')
  expect(await run('backup')).toBe(exitCodes.damaged)
  vault = join(vault, 'anderswo')
  expect(await run('backup')).toBe(exitCodes.nothingThere)
})

it('--verify and --restore-test tell whole sets from damaged ones', async () => {
  expect(await run('verify')).toBe(exitCodes.nothingThere)
  expect(await run('restore-test')).toBe(exitCodes.nothingThere)
  await run('backup')
  expect(await run('verify')).toBe(exitCodes.done)
  expect(await run('restore-test')).toBe(exitCodes.done)
  expect(said()).toMatch(/1 Sicherung geprüft, 0 beschädigt\.[^]*jede Datei stimmt mit ihrer Prüfsumme überein/)
  const path = join(vault, 'backups', sets()[0] ?? '')
  flipByte(join(path, 'counselling.db'), 5000)
  expect(await run('verify', path)).toBe(exitCodes.damaged)
  expect(await run('restore-test', join(vault, 'backups'))).toBe(exitCodes.damaged)
  rmSync(join(path, 'manifest.json'))
  expect(await run('verify', path)).toBe(exitCodes.damaged)
  expect(readdirSync(vault).filter((name) => name.startsWith('wiederherstellung-'))).toEqual([])
})
