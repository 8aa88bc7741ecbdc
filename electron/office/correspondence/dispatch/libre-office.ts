import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { policy } from '../../policy.ts'
import { timeFor, type ProgramRunner } from './run-program.ts'

/** Where LibreOffice installs itself. No search along PATH: whoever can put a program there could read every letter. */
const places: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: ['/usr/bin/soffice', '/usr/bin/libreoffice', '/usr/lib/libreoffice/program/soffice', '/snap/bin/libreoffice', '/usr/local/bin/soffice'],
  darwin: ['/Applications/LibreOffice.app/Contents/MacOS/soffice'],
  win32: ['C:\\Program Files\\LibreOffice\\program\\soffice.exe', 'C:\\Program Files (x86)\\LibreOffice\\program\\soffice.exe'],
}

const filter = (outline: boolean): string => `pdf:writer_pdf_Export:${JSON.stringify({
  UseTaggedPDF: { type: 'boolean', value: 'true' }, PDFUACompliance: { type: 'boolean', value: 'true' }, ExportBookmarks: { type: 'boolean', value: String(outline) },
})}`

/** The program on this computer, and only the one that IT names if it names one; null where it isn't installed. */
export function findLibreOffice(platform: NodeJS.Platform = process.platform, exists: (path: string) => boolean = existsSync): string | null {
  const named = policy().values.LibreOfficePath
  if (named !== undefined) return exists(named) ? named : null
  return places[platform]?.find(exists) ?? null
}

/** Has LibreOffice lay a PDF beside each document of the folder, with a profile of its own in there. @param outline whether headings become bookmarks of the PDF */
export function convertByLibreOffice(program: string, folder: string, sources: readonly string[], run: ProgramRunner, outline = false): Promise<{ hung: boolean }> {
  const profile = pathToFileURL(join(folder, 'profil')).href
  return run(program, { args: [`-env:UserInstallation=${profile}`, '--headless', '--norestore', '--convert-to', filter(outline), '--outdir', folder, ...sources], timeout: timeFor(sources.length) })
}
