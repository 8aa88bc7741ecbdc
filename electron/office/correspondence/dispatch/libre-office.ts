import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { wipeFolder } from '../../../wiping.ts'

/** Longer than this takes no letter; then the program hangs. */
const longestMilliseconds = 60_000

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

/**
 * Has LibreOffice make a tagged PDF, with a profile of its own, in a private folder that is wiped afterwards and, after a crash, at the
 * next start. @returns null when it fails or takes too long
 */
export async function pdfByLibreOffice(program: string, docx: Uint8Array): Promise<Uint8Array | null> {
  // The name by which main knows folders to wipe.
  const folder = mkdtempSync(join(tmpdir(), `integrationsbuero-ansicht-${process.pid}-`))
  try {
    const source = join(folder, 'Dokument.docx')
    writeFileSync(source, docx, { mode: 0o600 })
    const profile = pathToFileURL(join(folder, 'profil')).href
    await run(program, [`-env:UserInstallation=${profile}`, '--headless', '--norestore', '--convert-to', filter, '--outdir', folder, source])
    const made = join(folder, 'Dokument.pdf')
    return existsSync(made) ? readFileSync(made) : null
  } finally {
    wipeFolder(folder)
  }
}

function run(program: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'ignore', windowsHide: true, timeout: longestMilliseconds, killSignal: 'SIGKILL' })
    child.once('error', () => resolve())
    child.once('exit', () => resolve())
  })
}
