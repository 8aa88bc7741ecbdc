import { randomUUID } from 'node:crypto'
import { readdir, writeFile } from 'node:fs/promises'
import { beforeEach, describe, expect, it } from 'vitest'
import { temporaryFolder } from '../testing.ts'
import { vaultStore, type VaultStore } from '../vault-store.ts'
import { Answering } from './answering.ts'
import { askedForRelease, question, readAnswer, writeQuestion, type Question } from './exchange.ts'
import type { StillVault } from './standstill.ts'

/** The holder's side with a clock moved by hand; the asker's files are written as another computer would. */
let seconds = 0
let store: VaultStore
let asked: boolean[]
let still: StillVault & { held: boolean; let: number }
let answering: Answering
const id = randomUUID()

beforeEach(async () => {
  seconds = 0
  asked = []
  store = vaultStore(await temporaryFolder())
  still = { files: [{ name: 'office.db', bytes: 4096 }], held: true, let: 0, letGo: () => void (still.let += 1) }
  answering = new Answering({ store, nameOf: (slot) => `Name von ${slot}`, hold: async () => still, asked: (value) => asked.push(value), steady: () => seconds * 1000 })
})

const ask = (want: Question['want'], change: Partial<Question> = {}) => writeQuestion(store, id, { ...question(want, 'slot-7'), ...change })
const said = async (): Promise<string | undefined> => (await readAnswer(store, id))?.say
const files = async (): Promise<string[]> => (await readdir(store.folder)).sort()

describe('somebody who asks for the desk', () => {
  it('is named, heard of once, and forgotten when no sign of life comes from there', async () => {
    await ask('release')
    expect(await askedForRelease(store)).toBe(true)
    await answering.look()
    expect([answering.requests(), await said(), asked]).toMatchObject([[{ id, person: 'Name von slot-7', answer: 'seen' }], 'seen', [true]])
    for (; seconds <= 60; seconds += 10) {
      await ask('release', { beat: seconds })
      await answering.look()
    }
    expect(answering.requests()).toHaveLength(1)
    seconds += 31
    await answering.look()
    expect([answering.requests(), asked]).toEqual([[], [true, false]])
    seconds += 31
    await answering.look()
    expect(await files()).toEqual([])
  })

  it('gets the answer of the person, which a look in between does not take back', async () => {
    await ask('release')
    await answering.look()
    await answering.answer(id, 'soon')
    await answering.look()
    expect([await said(), answering.requests()[0]?.answer]).toEqual(['soon', 'soon'])
    await answering.answer(randomUUID(), 'locking')
    expect((await files()).length).toBe(2)
    answering.end()
    expect(asked).toEqual([true, false])
  })

  it('who writes rubbish is nobody, and rubbish is swept away', async () => {
    await writeFile(store.path(`frage-${id}.json`), '{"want":"alles"}')
    await writeFile(store.path('frage-fremd.json'), 'bleibt')
    await answering.look()
    expect([answering.requests(), asked, await askedForRelease(store)]).toEqual([[], [], false])
    seconds = 31
    await answering.look()
    expect(await files()).toEqual(['frage-fremd.json'])
  })
})

describe('files that are lent to somebody who looks on', () => {
  it('are named while they rest, and said to have rested when the copy is made', async () => {
    await ask('copy')
    await answering.look()
    expect(await readAnswer(store, id)).toEqual({ say: 'still', files: [{ name: 'office.db', bytes: 4096 }] })
    expect([answering.requests(), asked]).toEqual([[], []])
    await answering.look()
    expect([still.let, await said()]).toEqual([0, 'still'])
    await ask('copy', { copied: true, beat: 1 })
    await answering.look()
    expect([still.let, await said()]).toEqual([1, 'whole'])
  })

  it('are said to have moved when they were needed here', async () => {
    await ask('copy')
    await answering.look()
    still.held = false
    await ask('copy', { copied: true, beat: 1 })
    await answering.look()
    expect([still.let, await said()]).toEqual([1, 'moved'])
  })

  it('are taken back from who takes a minute, who has gone, and at the end', async () => {
    await ask('copy')
    await answering.look()
    for (; seconds < 60; seconds += 10) {
      await ask('copy', { beat: seconds })
      await answering.look()
    }
    expect(still.let).toBe(0)
    seconds = 61
    await ask('copy', { beat: 61 })
    await answering.look()
    expect([still.let, await said()]).toEqual([1, 'moved'])

    const next = randomUUID()
    await writeQuestion(store, next, question('copy', 'slot-7'))
    await answering.look()
    // Whoever works here gets a pause.
    expect(await readAnswer(store, next)).toBeNull()
    seconds = 72
    await answering.look()
    expect((await readAnswer(store, next))?.say).toBe('still')
    await store.files.remove(store.path(`frage-${next}.json`))
    await answering.look()
    expect(still.let).toBe(2)

    seconds = 90
    await writeQuestion(store, randomUUID(), question('copy', 'slot-7'))
    await answering.look()
    answering.end()
    expect(still.let).toBe(3)
  })
})
