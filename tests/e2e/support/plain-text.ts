import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** A text that was found where it must not be. */
export interface Finding {
  file: string
  text: string
  encoding: string
}

/** The ways in which a program may have written a text. */
const encodings: [name: string, encode: (text: string) => Buffer][] = [
  ['UTF-8', (text) => Buffer.from(text, 'utf8')],
  ['UTF-16LE', (text) => Buffer.from(text, 'utf16le')],
  ['UTF-16BE', (text) => Buffer.from(text, 'utf16le').swap16()],
  ['Latin-1', (text) => Buffer.from(text, 'latin1')],
]

/** Every file below a folder; sockets, pipes and links are left out. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const place = join(folder, entry.name)
    if (entry.isDirectory()) return filesBelow(place)
    return entry.isFile() ? [place] : []
  })
}

/**
 * Reads every byte of every file below the folders and gives the places where one of the texts stands as plain text.
 * File names count as well. Also tells how much was read, so that a test can't pass by looking at nothing.
 */
export function scanForPlainText(folders: string[], texts: string[]): { findings: Finding[]; files: number; bytes: number } {
  const needles = texts.flatMap((text) => encodings.map(([encoding, encode]) => ({ text, encoding, bytes: encode(text) })))
  const findings: Finding[] = []
  let bytes = 0
  const files = folders.flatMap(filesBelow)
  for (const file of files) {
    const content = contentOf(file)
    if (content === null) continue
    bytes += content.length
    for (const needle of needles) {
      if (content.includes(needle.bytes) || file.includes(needle.text)) {
        findings.push({ file, text: needle.text, encoding: needle.encoding })
      }
    }
  }
  return { findings, files: files.length, bytes }
}

/** After a kill the other processes of Chromium end a moment later and take their own files with them: what is gone can't be read by anybody. */
function contentOf(file: string): Buffer | null {
  try {
    return readFileSync(file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
