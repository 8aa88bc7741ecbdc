import { mkdtempSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PdfEngine } from '../../../../shared/correspondence/dispatch/contract.ts'
import { policy } from '../../policy.ts'
import { wipeFolder } from '../../../wiping.ts'
import { convertByLibreOffice, findLibreOffice } from './libre-office.ts'
import { runProgram, type ProgramRunner } from './run-program.ts'
import { convertByWord, findWord } from './word.ts'

/** A program on this computer that makes PDFs of documents. */
export interface PdfProgram {
  engine: Extract<PdfEngine, 'word' | 'libreoffice'>
  path: string
}
/** In the order in which they are tried. */
export type PdfPrograms = readonly PdfProgram[]

/** A PDF and what made it. */
export interface MadePdf { bytes: Uint8Array; engine: PdfProgram['engine'] }

/** Programs that didn't come to an end: they are not waited for again until the office is locked. */
const hanging = new Set<string>()

/** The programs on this computer that IT allows: Word, which knows its own documents best, before LibreOffice. */
export function findPdfPrograms(platform: NodeJS.Platform = process.platform, exists: (path: string) => boolean = existsSync): PdfPrograms {
  const word = policy().values.AllowWordAutomation === false ? null : findWord(platform, exists)
  const libreOffice = findLibreOffice(platform, exists)
  return [...(word === null ? [] : [{ engine: 'word' as const, path: word }]), ...(libreOffice === null ? [] : [{ engine: 'libreoffice' as const, path: libreOffice }])]
    .filter(({ path }) => !hanging.has(path))
}

/** Makes a tagged PDF of one document. @returns null when no program can */
export async function pdfByPrograms(programs: PdfPrograms, docx: Uint8Array): Promise<MadePdf | null> {
  const [made] = await pdfsByPrograms(programs, [docx])
  return made ?? null
}

/**
 * Makes tagged PDFs of several documents at once: what the first program doesn't manage, the next tries. Each works in a private folder
 * that is wiped afterwards and, after a crash, at the next start. @returns in the same order; null for a document that no program manages
 */
export async function pdfsByPrograms(programs: PdfPrograms, documents: readonly Uint8Array[], run: ProgramRunner = runProgram): Promise<(MadePdf | null)[]> {
  const made: (MadePdf | null)[] = documents.map(() => null)
  for (const program of programs) {
    const open = documents.map((docx, index) => ({ docx, index })).filter(({ index }) => made[index] === null)
    if (open.length === 0) break
    const pdfs = await convert(program, open.map(({ docx }) => docx), run)
    for (const [at, { index }] of open.entries()) {
      const bytes = pdfs[at]
      if (bytes) made[index] = { bytes, engine: program.engine }
    }
  }
  return made
}

/** Makes a PDF of a document by LibreOffice, with its headings as bookmarks. @param path of LibreOffice @returns null when it fails */
export async function outlinedPdf(path: string, docx: Uint8Array): Promise<Uint8Array | null> {
  const [made] = await convert({ engine: 'libreoffice', path }, [docx], runProgram, true)
  return made ?? null
}

async function convert({ engine, path }: PdfProgram, documents: readonly Uint8Array[], run: ProgramRunner, outline = false): Promise<(Uint8Array | null)[]> {
  // The name by which main knows folders to wipe.
  const folder = mkdtempSync(join(tmpdir(), `integrationsbuero-ansicht-${process.pid}-`))
  try {
    const sources = documents.map((docx, index) => {
      const source = join(folder, `Dokument-${index + 1}.docx`)
      writeFileSync(source, docx, { mode: 0o600 })
      return source
    })
    const { hung } = engine === 'word' ? await convertByWord(path, folder, sources, run) : await convertByLibreOffice(path, folder, sources, run, outline)
    if (hung) hanging.add(path)
    return sources.map((source) => {
      const pdf = source.replace(/docx$/u, 'pdf')
      const bytes = existsSync(pdf) ? readFileSync(pdf) : null
      // A program that was ended while it wrote leaves the beginning of a file.
      return bytes?.subarray(-1024).includes('%%EOF') ? bytes : null
    })
  } finally {
    wipeFolder(folder)
  }
}
