import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { wipeFolder } from '../../../wiping.ts'

/** Longer than this takes no letter; then the program hangs. */
const longestMilliseconds = 60_000
const moreMilliseconds = 5_000

/** Where LibreOffice installs itself. No search along PATH: whoever can put a program there could read every letter. */
const places: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: ['/usr/bin/soffice', '/usr/bin/libreoffice', '/usr/lib/libreoffice/program/soffice', '/snap/bin/libreoffice', '/usr/local/bin/soffice'],
  darwin: ['/Applications/LibreOffice.app/Contents/MacOS/soffice'],
  win32: ['C:\\Program Files\\LibreOffice\\program\\soffice.exe', 'C:\\Program Files (x86)\\LibreOffice\\program\\soffice.exe'],
}

const filter = `pdf:writer_pdf_Export:${JSON.stringify({
  UseTaggedPDF: { type: 'boolean', value: 'true' }, PDFUACompliance: { type: 'boolean', value: 'true' }, ExportBookmarks: { type: 'boolean', value: 'false' },
})}`

/** The program on this computer; null where it isn't installed. */
export function findLibreOffice(): string | null {
  return places[process.platform]?.find((path) => existsSync(path)) ?? null
}

/** Has LibreOffice make a tagged PDF of one document. @returns null when it fails or takes too long */
export async function pdfByLibreOffice(program: string, docx: Uint8Array): Promise<Uint8Array | null> {
  const [made] = await pdfsByLibreOffice(program, [docx])
  return made ?? null
}

/**
 * Has LibreOffice make tagged PDFs of several documents at once, with a profile of its own, in a private folder that is wiped afterwards
 * and, after a crash, at the next start. @returns in the same order; null for a document that fails or takes too long
 */
export async function pdfsByLibreOffice(program: string, documents: readonly Uint8Array[]): Promise<(Uint8Array | null)[]> {
  // The name by which main knows folders to wipe.
  const folder = mkdtempSync(join(tmpdir(), `integrationsbuero-ansicht-${process.pid}-`))
  try {
    const sources = documents.map((docx, index) => {
      const source = join(folder, `Dokument-${index + 1}.docx`)
      writeFileSync(source, docx, { mode: 0o600 })
      return source
    })
    const profile = pathToFileURL(join(folder, 'profil')).href
    await run(program, [`-env:UserInstallation=${profile}`, '--headless', '--norestore', '--convert-to', filter, '--outdir', folder, ...sources], documents.length)
    return sources.map((source) => {
      const made = source.replace(/docx$/u, 'pdf')
      return existsSync(made) ? readFileSync(made) : null
    })
  } finally {
    wipeFolder(folder)
  }
}

function run(program: string, args: readonly string[], documents: number): Promise<void> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'ignore', windowsHide: true, timeout: longestMilliseconds + documents * moreMilliseconds, killSignal: 'SIGKILL' })
    child.once('error', () => resolve())
    child.once('exit', () => resolve())
  })
}
