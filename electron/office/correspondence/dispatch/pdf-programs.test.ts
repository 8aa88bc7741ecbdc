import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { findPdfPrograms, pdfByPrograms, pdfsByPrograms, type PdfPrograms } from './pdf-programs.ts'
import type { ProgramCall, ProgramRunner } from './run-program.ts'
import { convertByWord, findWord, script } from './word.ts'

const both: PdfPrograms = [{ engine: 'word', path: 'C:\\WINWORD.EXE' }, { engine: 'libreoffice', path: '/usr/bin/soffice' }]
const documents = ['eins', 'zwei', 'drei'].map((text) => new TextEncoder().encode(text))
const pdf = (text: string) => `%PDF-1.7 ${text} %%EOF\n`

/** Programs that lay PDFs beside the documents for which `works` says so, and remember how they were called. */
function programs(works: (name: string, program: 'word' | 'libreoffice') => boolean) {
  const calls: (ProgramCall & { program: string; folder: string; documents: string[] })[] = []
  const run: ProgramRunner = async (program, call) => {
    const word = program.endsWith('powershell.exe')
    const folder = word ? call.environment?.INTEGRATIONSBUERO_FOLDER ?? '' : dirname(call.args.at(-1) ?? '')
    const names = readdirSync(folder).filter((name) => name.endsWith('.docx')).sort()
    calls.push({ ...call, program, folder, documents: names.map((name) => readFileSync(join(folder, name), 'utf8')) })
    for (const name of names) {
      const text = readFileSync(join(folder, name), 'utf8')
      if (works(text, word ? 'word' : 'libreoffice')) writeFileSync(join(folder, name.replace('docx', 'pdf')), pdf(text))
    }
    return { hung: false }
  }
  return { calls, run }
}

it('tries what Word did not manage with LibreOffice, says which made each, and wipes both folders', async () => {
  const { calls, run } = programs((text, program) => program === 'libreoffice' ? text !== 'drei' : text === 'zwei')
  const made = await pdfsByPrograms(both, documents, run)
  expect(made.map((one) => one && [one.engine, Buffer.from(one.bytes).toString()])).toEqual([['libreoffice', pdf('eins')], ['word', pdf('zwei')], null])
  expect(calls.map((call) => call.documents)).toEqual([['eins', 'zwei', 'drei'], ['eins', 'drei']])
  expect(calls.map(({ folder }) => existsSync(folder))).toEqual([false, false])
})

it('does not ask LibreOffice when Word made all', async () => {
  const { calls, run } = programs(() => true)
  expect((await pdfsByPrograms(both, documents, run)).map((one) => one?.engine)).toEqual(['word', 'word', 'word'])
  expect(calls).toHaveLength(1)
})

it('hands Word the folder by the environment: nothing of a letter can become a command', async () => {
  const { calls, run } = programs(() => true)
  await pdfsByPrograms([both[0]!], documents, run)
  const [call] = calls
  expect(call).toMatchObject({ program: expect.stringMatching(/^C:\\Windows\\System32\\.*powershell\.exe$/u), args: ['-NoProfile', '-NonInteractive', '-Command', script] })
  expect(call!.folder.startsWith(join(tmpdir(), 'integrationsbuero-ansicht-'))).toBe(true)
  expect(script).not.toMatch(/["\n`]/u)
  expect(script).toContain('AutomationSecurity = 3')
})

it('takes no half written PDF', async () => {
  const run: ProgramRunner = async (_program, call) => {
    writeFileSync(join(call.environment?.INTEGRATIONSBUERO_FOLDER ?? '', 'Dokument-1.pdf'), '%PDF-1.7 abgebroch')
    return { hung: false }
  }
  expect(await pdfsByPrograms([both[0]!], [documents[0]!], run)).toEqual([null])
})

it('ends a Word that hangs by the number it noted, and does not wait for it again', async () => {
  const ended: number[] = []
  const hang = (noted: string): ProgramRunner => async (_program, call) => {
    if (noted !== '') writeFileSync(join(call.environment?.INTEGRATIONSBUERO_FOLDER ?? '', 'word.txt'), noted)
    return { hung: true }
  }
  const folder = mkdtempSync(join(tmpdir(), 'word-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const end = (number: number) => { ended.push(number); throw new Error('gone') }
  expect(await convertByWord('word', folder, [], hang(''), end)).toEqual({ hung: true })
  expect(ended).toEqual([])
  await convertByWord('word', folder, [], hang('4711\r\n'), end)
  expect(ended).toEqual([4711])
  const hanging = [{ engine: 'word', path: 'C:\\hangs\\WINWORD.EXE' }] as const
  expect(await pdfsByPrograms(hanging, documents, hang('4711000\r\n'))).toEqual([null, null, null])
  expect(findPdfPrograms().map(({ path }) => path)).not.toContain(hanging[0].path)
})

it('finds Word where it installs itself on Windows, and nowhere else', () => {
  const word = 'C:\\Program Files\\Microsoft Office\\root\\Office16\\WINWORD.EXE'
  const there = (path: string) => path === word || path.endsWith('powershell.exe')
  expect(findWord('win32', there)).toBe(word)
  expect(findWord('win32', (path) => path === word)).toBeNull()
  expect(findWord('win32', (path) => path.endsWith('powershell.exe'))).toBeNull()
  expect(findWord('linux', () => true)).toBeNull()
})

it.skipIf(findPdfPrograms().length === 0)('gives null for what no program can lay out', async () => {
  expect(await pdfByPrograms([{ engine: 'libreoffice', path: join(tmpdir(), 'nirgends') }], documents[0]!)).toBeNull()
})
