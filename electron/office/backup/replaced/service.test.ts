import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { copyOffice, makeOffice, passphrases, removeOffices, startProcess, type MadeOffice } from '../../../../tests/reliability/damaged-office.ts'
import { proposedFrom } from '../../../../shared/backup/replaced/model.ts'
import { backupsIn } from '../../database/backups.ts'
import { router } from '../../router.ts'
import { decideSwitch } from '../restore/switch.ts'
import { restoringOf } from '../restore/service.ts'
import { backupsOf } from '../service.ts'

let made: MadeOffice
let folder: string
let office: ReturnType<typeof startProcess>
beforeAll(async () => { made = await makeOffice() }, 60_000)
afterAll(() => removeOffices(made))
/** An office in which a restoration has just happened. */
beforeEach(async () => {
  folder = copyOffice(made)
  office = startProcess(folder)
  restoringOf(office.process)
  await backupsOf(office.process, office.vault).atRest()
  const [source] = await restoringOf(office.process).sources(null)
  await restoringOf(office.process).prepare(source!.source, made.ids.leitung, passphrases.leitung, null)
  await restoringOf(office.process).switch()
  await unlock()
})
afterEach(() => office.process.end())

const unlock = (who: 'leitung' | 'assistenz' = 'leitung'): Promise<void> => office.vault.unlock(made.ids[who], passphrases[who])
const client = () => createRouterClient(router, { context: { process: office.process, vault: office.vault } })
const replaced = (): string[] => readdirSync(folder).filter((name) => name.startsWith('ersetzt-'))

it('a replaced state is named with its time, its size and what it holds, and its removal proposed after thirty days', async () => {
  const [state] = await client().backup.replaced.list()
  expect(state).toMatchObject({ id: replaced()[0], office: true, counselling: true, people: 2 })
  expect(state!.bytes).toBeGreaterThan(1_000_000)
  expect(Date.parse(state!.at)).toBeGreaterThan(Date.now() - 60_000)
  expect(Date.parse(state!.changedAt!)).toBeLessThanOrEqual(Date.now())
  expect(proposedFrom({ at: '2026-11-22T10:00:00.000Z' })).toBe('2026-12-22')
  mkdirSync(join(folder, 'ersetzt-2026-01-02-030405'))
  writeFileSync(join(folder, 'ersetzt-2026-01-02-030405', 'vault.json'), 'zerstört')
  expect((await client().backup.replaced.list())[1]).toEqual({ id: 'ersetzt-2026-01-02-030405', at: new Date(2026, 0, 2, 3, 4, 5).toISOString(), changedAt: null, bytes: 9, office: false, counselling: false, people: null })
})

it('is taken away for good, with an entry in the log, and no longer counted among the copies; everything else stays', async () => {
  const [name = ''] = replaced()
  const before = readdirSync(join(folder, 'backups'))
  expect(backupsIn(folder).map((copy) => copy.name)).toContain(name)
  // What a deletion for good says of copies knows it too, and the day of the last set that goes by itself.
  const { copies, goneBy } = await client().backup.copies()
  expect(copies).toEqual([...before.filter((each) => each.startsWith('sicherung-')), name].map((each) => ({ name: each })))
  expect(Date.parse(goneBy!)).toBeGreaterThan(Date.now())
  await client().backup.replaced.remove({ name })
  expect(replaced()).toEqual([])
  expect(readdirSync(join(folder, 'backups'))).toEqual(before)
  expect(backupsIn(folder).map((copy) => copy.name)).not.toContain(name)
  const entry = await office.process.unlocked.office.database.read.selectFrom('audit_entry' as never).selectAll().where('what' as never, '=', 'replaced-removed' as never).executeTakeFirst()
  expect(entry).toMatchObject({ kind: 'backup', detail: name })
  await expect(client().backup.replaced.remove({ name })).rejects.toMatchObject({ code: 'not-found' })
  expect(await office.process.unlocked.office.database.read.selectFrom('contact').select('id').execute()).toHaveLength(40)
})

it('is taken away by nobody who may not open the counselling side, nor under another name, nor while a restoration is under way', async () => {
  const [name = ''] = replaced()
  mkdirSync(join(folder, 'wichtig'))
  for (const other of ['wichtig', '../vault', 'backups', `${name}/../backups`, 'ersetzt-x']) await expect(client().backup.replaced.remove({ name: other })).rejects.toThrow()
  await decideSwitch(folder, name, new Date())
  await expect(client().backup.replaced.remove({ name })).rejects.toMatchObject({ code: 'busy' })
  await office.process.end()
  office = startProcess(folder)
  await unlock('assistenz')
  await expect(client().backup.replaced.remove({ name })).rejects.toMatchObject({ code: 'forbidden' })
  expect(existsSync(join(folder, name))).toBe(true)
})
