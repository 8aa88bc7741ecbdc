import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { copyOffice, fill, flipByte, makeOffice, passphrases, removeOffices, startProcess, type MadeOffice } from '../../../../tests/reliability/damaged-office.ts'
import { backupsOf } from '../service.ts'
import { findSets } from '../set-folder.ts'
import { certificatePdf } from './certificate.ts'

let made: MadeOffice
let folder: string
let office: ReturnType<typeof startProcess>
beforeAll(async () => { made = await makeOffice() }, 60_000)
afterAll(() => removeOffices(made))
beforeEach(async () => {
  folder = copyOffice(made)
  office = startProcess(folder)
  await backups().atRest()
})
afterEach(() => office.process.end())

const backups = () => backupsOf(office.process, office.vault)
const unlock = (who: 'leitung' | 'assistenz' = 'leitung'): Promise<void> => office.vault.unlock(made.ids[who], passphrases[who])
const rests = (): string[] => readdirSync(folder).filter((name) => name.startsWith('wiederherstellung-'))

it('restores the newest set, reads all of it, takes the copy away and keeps the result encrypted', async () => {
  await unlock()
  expect(await backups().lastProbe()).toBeNull()
  const probe = await backups().probe()
  expect(probe).toMatchObject({ trouble: null, setId: (await findSets(join(folder, 'backups')))[0]?.id, counts: { office: { Kontakt: 40 }, counselling: { 'Ratsuchende Person': 40 } } })
  expect(probe.sha256).toMatch(/^[0-9a-f]{64}$/)
  expect(rests()).toEqual([])
  expect(await backups().lastProbe()).toEqual(probe)
  expect(readFileSync(join(folder, 'backups', 'probe.json'), 'utf8')).not.toContain('Kontakt')

  const pdf = Buffer.from(await certificatePdf(probe, 'Stadt Musterstadt'))
  expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-')
})

it('finds a damaged set and says so', async () => {
  const [set] = await findSets(join(folder, 'backups'))
  flipByte(join(set?.path ?? '', 'counselling.db'), statSync(join(set?.path ?? '', 'counselling.db')).size - 5000)
  await unlock()
  expect((await backups().probe()).trouble).toBe('Die Datei „counselling.db“ ist beschädigt oder wurde verändert.')
  expect(rests()).toEqual([])
})

it('passes over sets that open with earlier keys only, and takes both keys', async () => {
  await unlock()
  await office.vault.renewKeys(['counselling'])
  await expect(backups().probe()).rejects.toMatchObject({ code: 'not-found' })
  await fill(office.process.unlocked, 1, 'Neu')
  await backups().run()
  expect((await backups().probe()).counts?.office.Kontakt).toBe(41)
  await office.process.end()
  await unlock('assistenz')
  await expect(backups().probe()).rejects.toMatchObject({ code: 'forbidden' })
  expect((await backups().lastProbe())?.trouble).toBeNull()
})

it('gives way to locking at any moment, and leaves neither a copy nor a result', async () => {
  for (let after = 0; after < 300; after += 20) {
    await unlock()
    const probing = backups().probe().then(() => 'done', () => 'given up')
    await pause(after)
    await office.process.end()
    const outcome = await probing
    expect(rests()).toEqual([])
    if (outcome === 'done') return
    expect(readdirSync(join(folder, 'backups'))).not.toContain('probe.json')
  }
})
