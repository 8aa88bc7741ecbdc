import { spawnSync } from 'node:child_process'
import { existsSync, lstatSync, mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { withDelay } from './delay.ts'
import { question, readAnswer, readQuestions, removeExchange, writeAnswer, writeQuestion } from './desk/exchange.ts'
import { turnPath, newestTurn } from './lease-file.ts'
import { takeLease } from './lease.ts'
import { renamePerson } from './people.ts'
import { temporaryFolder, threePeople } from './testing.ts'

/** What somebody lays into the folder who may write there, and has no key. */

it.skipIf(process.platform === 'win32')('is never written through a link that leads out of the folder', async () => {
  const three = await threePeople()
  const { store } = three
  const theirs = join(await temporaryFolder(), 'brief.odt')
  const plant = (name: string): void => {
    writeFileSync(theirs, 'Eigene Datei')
    symlinkSync(theirs, store.path(name))
  }
  const untouched = (what: string): void => expect(readFileSync(theirs, 'utf8'), what).toBe('Eigene Datei')

  for (const name of ['vault.json', 'vault.json.mirror', 'vault.json.previous']) plant(`${name}.part`)
  await renamePerson(three.session, three.ids.assistenz, 'Asta Stein')
  untouched('keys')
  expect((await store.read()).list.people.map(({ name }) => name)).toContain('Asta Stein')
  expect(lstatSync(store.path('vault.json')).isSymbolicLink()).toBe(false)

  plant('attempts.json.part')
  await withDelay(store, three.ids.leitung, async () => undefined)
  untouched('count of wrong tries')

  const id = randomUUID()
  plant(`antwort-${id}.json.part`)
  plant(`frage-${id}.json.part`)
  await writeAnswer(store, id, { say: 'seen' })
  await writeQuestion(store, id, question('release', three.ids.leitung))
  untouched('question and answer')
  await removeExchange(store, id)

  const lease = await takeLease(store, three.ids.leitung)
  const own = turnPath(store, lease.turn)
  const before = readFileSync(own, 'utf8')
  await store.files.remove(own)
  writeFileSync(theirs, before)
  symlinkSync(theirs, own)
  await expect(lease.beat()).rejects.toBeDefined()
  await lease.release().catch(() => undefined)
  expect(readFileSync(theirs, 'utf8'), 'sign of life').toBe(before)
})

it.skipIf(process.platform === 'win32')('is asked by nobody who lays a pipe, a link, a folder or a huge file in place of a question', async () => {
  const { store, ids } = await threePeople()
  const name = (): string => store.path(`frage-${randomUUID()}.json`)
  spawnSync('mkfifo', [name()])
  mkdirSync(name())
  writeFileSync(name(), JSON.stringify({ ...question('release', ids.leitung), host: 'x'.repeat(5000) }))
  writeFileSync(name(), JSON.stringify({ ...question('release', ids.leitung), host: 'x'.repeat(300) }))
  const elsewhere = join(await temporaryFolder(), 'frage')
  writeFileSync(elsewhere, JSON.stringify(question('release', ids.leitung)))
  symlinkSync(elsewhere, name())
  const id = randomUUID()
  spawnSync('mkfifo', [store.path(`antwort-${id}.json`)])
  expect(await readQuestions(store)).toEqual([])
  expect(await readAnswer(store, id)).toBeNull()
  await writeQuestion(store, id, question('release', ids.leitung))
  expect((await readQuestions(store)).map((found) => found.id)).toEqual([id])
})

it.skipIf(process.platform === 'win32')('does not make the program wait for ever by a name without a file', async () => {
  const { store } = await threePeople()
  symlinkSync(join(store.folder, 'nirgends'), turnPath(store, 7))
  expect(await newestTurn(store)).toMatchObject({ turn: 7, lease: undefined })
  await expect(takeLease(store, 'slot')).rejects.toMatchObject({ code: 'busy' })
  expect(existsSync(store.path('nirgends'))).toBe(false)
  expect(readdirSync(store.folder)).not.toContain('lease-8.json')
})
