import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { usualSettings } from '../../shared/correspondence/serial/model.ts'
import { contactInputSchema } from '../../shared/directory/model.ts'
import { createRun, getRun, updateRun } from '../../electron/office/correspondence/serial/service.ts'
import { writeRun } from '../../electron/office/correspondence/serial/write.ts'
import { addTemplate, getTemplate } from '../../electron/office/correspondence/templates/service.ts'
import { p, wordFile } from '../../electron/office/correspondence/templates/word-file.fixture.ts'
import { createContact } from '../../electron/office/directory/service.ts'
import { FileGrants } from '../../electron/office/file-grants.ts'
import { openSession } from '../../electron/office/session.ts'
import { openTestSession } from '../support/session.ts'
import { vaultToText } from './vault-text.ts'

const letters = 500
/** Where the process is killed: while letters are stored, and while files are written. */
const kills = ['letters 150', 'letters 400', 'files 100', 'files 360']

it(`writes ${letters} serial letters, each exactly once, although the process is killed ${kills.length} times`, async () => {
  const { vault, session: first } = await openTestSession()
  const folder = mkdtempSync(join(tmpdir(), 'serial-kill-'))
  onTestFinished(() => [vault.folder, folder].forEach((each) => rmSync(each, { recursive: true })))
  const ids: string[] = []
  for (let number = 0; number < letters; number += 1) {
    const contact = contactInputSchema.parse({
      kind: 'organisation', name: `Verein ${number}`, addresses: [{ id: `address-${number}`, street: `Neumarkt ${number}`, postalCode: '03046', place: 'Cottbus' }],
    })
    ids.push((await createContact(first.office, contact)).id)
  }
  // A small Word file is filled in a few milliseconds; how the pages look is no matter here.
  const file = wordFile(['anschrift', 'datum', 'betreff', 'anrede', 'text', 'gruss'].map((name) => p(`{${name}}`)).join(''))
  const template = await getTemplate(first.office, (await addTemplate(first.office, { kind: 'brief', fileName: 'Brief.docx', bytes: file })).id)
  const run = await createRun(first.office, {
    source: { kind: 'contacts', ids }, sourceName: 'Vereine', purpose: '', pattern: { kind: 'text', template: template.currentVersion, subject: 'Einladung', text: 'Wir laden Sie ein.' },
  })
  await updateRun(first.office, run.id, run.version, { settings: { ...usualSettings, channel: 'letter', files: 'each' } })
  await first.close()

  for (const place of kills) await writeUntil(place, vaultToText(vault), run.id, folder)

  const session = await openSession(vault, () => {})
  onTestFinished(() => session.close())
  const half = await getRun(session.office, run.id)
  expect(half.state).toBe('begun')
  expect(half.counts.waiting).toBe(0)
  expect(half.counts.issued).toBeGreaterThanOrEqual(360)
  const grants = new FileGrants()
  grants.allow('folder', folder, 'folder')
  let last
  for await (const step of writeRun(session.office, grants, { id: run.id, grant: 'folder', folderName: 'Ausgabe' }, undefined, [])) last = step
  expect(last).toMatchObject({ state: 'done', letters, mails: 0, leftOut: 0 })

  const stored = await session.office.database.read.selectFrom('letter').select(['recipient_id', 'number']).execute()
  expect(stored).toHaveLength(letters)
  expect(new Set(stored.map((letter) => letter.recipient_id))).toEqual(new Set(ids))
  expect(new Set(stored.map(({ number }) => number)).size).toBe(letters)
  const files = readdirSync(folder)
  expect(files.filter((name) => !/^Schreiben-\d{4}-\d{4}\.docx$/u.test(name))).toEqual([])
  expect(files).toHaveLength(letters)
  expect(files.every((name) => readFileSync(join(folder, name)).subarray(0, 2).toString('latin1') === 'PK')).toBe(true)
  const entries = await session.office.database.read.selectFrom('register_entry').select('note').execute()
  expect(entries.map(({ note }) => note.split('.')[0])).toEqual([`Serienbrief: ${letters} per Post`])
}, 240_000)

/** Goes on with the run until it says where it is, and kills it there, in the middle of the next step. */
async function writeUntil(place: string, vault: string, id: string, folder: string): Promise<void> {
  const writer = spawn(process.execPath, [join(import.meta.dirname, 'serial-writer.ts'), vault, id, folder], { stdio: ['ignore', 'pipe', 'pipe'] })
  let complaints = ''
  writer.stderr.on('data', (chunk: Buffer) => { complaints += chunk.toString('utf8') })
  const ended = new Promise<void>((resolve) => { writer.on('close', () => resolve()) })
  let output = ''
  const [phase, wanted] = place.split(' ')
  const reached = new Promise<void>((resolve) => {
    writer.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8')
      if (output.split('\n').some((line) => line.split(' ')[0] === phase && Number(line.split(' ')[1]) >= Number(wanted))) resolve()
    })
  })
  await Promise.race([reached, ended])
  expect(writer.exitCode, complaints).toBeNull()
  writer.kill('SIGKILL')
  await ended
}
