import { execFileSync, spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** A word on a page with its box in millimetres from the upper left corner. */
export type Word = { text: string; page: number; left: number; top: number; right: number; bottom: number }

/** Whether LibreOffice and poppler are installed here. */
export const hasTools = [['soffice', '--version'], ['pdftotext', '-v'], ['pdftoppm', '-v']].every(([tool = '', flag = '']) => spawnSync(tool, [flag]).error === undefined)

/** Lays a DOCX out with LibreOffice and gives every word; the PDF stays in the folder. */
export function layOutPages(folder: string, name: string, bytes: Uint8Array): Word[] {
  writeFileSync(join(folder, `${name}.docx`), bytes)
  const profile = pathToFileURL(join(folder, 'profile')).href
  execFileSync('soffice', [`-env:UserInstallation=${profile}`, '--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, `${name}.docx`)], { stdio: 'ignore' })
  const boxes = execFileSync('pdftotext', ['-bbox', join(folder, `${name}.pdf`), '-'], { encoding: 'utf8' })
  const words: Word[] = []
  let page = 0
  for (const line of boxes.split('\n')) {
    if (line.includes('<page ')) page += 1
    const match = /xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*)<\/word>/.exec(line)
    if (!match) continue
    const [left = 0, top = 0, right = 0, bottom = 0] = match.slice(1, 5).map((points) => (Number(points) * 25.4) / 72)
    words.push({ text: match[5] ?? '', page, left, top, right, bottom })
  }
  return words
}

/** The first word with a text. */
export function findWord(words: readonly Word[], text: string): Word {
  const word = words.find((candidate) => candidate.text === text)
  if (!word) throw new Error(`"${text}" is not on the pages`)
  return word
}

/** Gives how far down the dark lines at the left edge of the first page are, in millimetres. */
export function edgeMarks(folder: string, name: string, read: (path: string) => Buffer): number[] {
  // 254 dpi: ten pixels to the millimetre; a plain grey map is read without any image library.
  execFileSync('pdftoppm', ['-gray', '-r', '254', '-singlefile', join(folder, `${name}.pdf`), join(folder, name)])
  const file = read(join(folder, `${name}.pgm`))
  const header = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(file.toString('latin1', 0, 40))
  const width = Number(header?.[1])
  const pixels = file.subarray(header?.[0].length)
  const dark: number[] = []
  for (let y = 0; y < pixels.length / width; y += 1) {
    const row = pixels.subarray(y * width + 52, y * width + 72)
    if (row.every((grey) => grey < 160)) dark.push(y / 10)
  }
  return dark.filter((y, index) => index === 0 || y - (dark[index - 1] ?? 0) > 1)
}
