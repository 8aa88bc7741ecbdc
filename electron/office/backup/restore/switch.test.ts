import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { dropLease, isHeld } from '../../../../tests/support/lease.ts'
import { Killed, killedAfter } from '../../vault/testing.ts'
import { decideSwitch, replacedIn, settleSwitch } from './switch.ts'

const present = { 'vault.json': 'alt', 'vault.json.mirror': 'alt', 'office.db': 'alt', 'office.db-wal': 'alt', 'counselling.db': 'alt' }
const coming = { 'vault.json': 'neu', 'office.db': 'neu', 'counselling.db': 'neu' }
const stage = 'wiederherstellung-0123456789ab'
const now = new Date(2026, 10, 22, 14, 15, 3)

async function vault(files: Record<string, string> = present): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'wechsel-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  await mkdir(join(folder, stage))
  await mkdir(join(folder, 'backups'))
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
  for (const [name, text] of Object.entries(coming)) await writeFile(join(folder, stage, name), text)
  return folder
}

async function contentOf(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isFile() && !entry.name.startsWith('lease-')).map(({ name }) => name)
  return Object.fromEntries(await Promise.all(names.sort().map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const)))
}

describe('a switch', () => {
  it('moves the present state aside whole and the other one in, and can be taken back the same way', async () => {
    const folder = await vault()
    await decideSwitch(folder, stage, now)
    expect(await settleSwitch(folder)).toBe(true)
    expect(await contentOf(folder)).toEqual(coming)
    expect(await replacedIn(folder)).toEqual(['ersetzt-2026-11-22-141503'])
    expect(await contentOf(join(folder, 'ersetzt-2026-11-22-141503'))).toEqual(present)
    expect(await readdir(folder)).not.toContain(stage)
    expect(await settleSwitch(folder)).toBe(false)

    await decideSwitch(folder, 'ersetzt-2026-11-22-141503', now)
    await settleSwitch(folder)
    expect(await contentOf(folder)).toEqual(present)
    expect(await replacedIn(folder)).toEqual(['ersetzt-2026-11-22-141503-2'])
  })

  it('into a folder without a vault just moves it in', async () => {
    const folder = await vault({})
    await decideSwitch(folder, stage, now)
    await settleSwitch(folder)
    expect(await contentOf(folder)).toEqual(coming)
  })

  it('to a state that is not whole is refused', async () => {
    const folder = await vault()
    await rm(join(folder, stage, 'counselling.db'))
    await expect(decideSwitch(folder, stage, now)).rejects.toMatchObject({ code: 'corrupt' })
    expect(await settleSwitch(folder)).toBe(false)
    expect(await contentOf(folder)).toEqual(present)
  })

  it('whose files are gone before it began is taken back', async () => {
    const folder = await vault()
    await decideSwitch(folder, stage, now)
    await rm(join(folder, stage), { recursive: true })
    await settleSwitch(folder)
    expect(await contentOf(folder)).toEqual(present)
    expect(await settleSwitch(folder)).toBe(false)
  })

  it.each([['torn', '{"format":1,'], ['leading elsewhere', JSON.stringify({ format: 1, aside: '../fort', stage, outgoing: [], incoming: ['vault.json'] })]])('with a journal that is %s is refused and touches nothing', async (_what, text) => {
    const folder = await vault()
    await writeFile(join(folder, 'wechsel.json'), text)
    await expect(settleSwitch(folder)).rejects.toMatchObject({ code: 'corrupt' })
    expect({ ...(await contentOf(folder)), 'wechsel.json': '' }).toEqual({ ...present, 'wechsel.json': '' })
  })

  it('that is killed at any step, and killed again while it is being finished, is finished at the next start', async () => {
    const outcomes = new Set<string>()
    let steps = 0
    for (let first = 0; ; first++) {
      const folder = await vault()
      const files = killedAfter(first)
      let over = false
      try {
        await decideSwitch(folder, stage, now, files)
        await settleSwitch(folder, { files })
        over = true
      } catch (error) {
        if (!(error instanceof Killed)) throw error
      }
      // The next start is killed as well, somewhere; the one after that comes to its end.
      // Whoever was killed is no longer alive; in this test it is the very process that runs it.
      dropLease(folder)
      await settleSwitch(folder, { files: killedAfter(first % 5) }).catch((error: unknown) => { if (!(error instanceof Killed)) throw error })
      dropLease(folder)
      await settleSwitch(folder)
      const content = await contentOf(folder)
      const decided = content['vault.json'] === 'neu'
      outcomes.add(decided ? 'switched' : 'as before')
      // What a kill before the decision left of the journal is no vault file.
      const { 'wechsel.json.part': _part, ...vaultFiles } = content
      expect(vaultFiles, `killed after ${first}`).toEqual(decided ? coming : present)
      if (decided) expect(await contentOf(join(folder, 'ersetzt-2026-11-22-141503'))).toEqual(present)
      expect(isHeld(folder)).toBe(false)
      steps = first
      if (over) break
    }
    expect(outcomes).toEqual(new Set(['as before', 'switched']))
    expect(steps).toBeGreaterThan(8)
  })
})
