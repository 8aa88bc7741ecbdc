import { z } from 'zod'
import { procedure } from '../../contract-base.ts'
import { mailWays } from '../statements/workflow.ts'

const id = z.string().min(1).max(64)

/** As what a letter leaves the office. */
export const dispatchForms = ['pdf', 'eml', 'docx'] as const
export type DispatchForm = (typeof dispatchForms)[number]
export const dispatchFormLabels: Readonly<Record<DispatchForm, string>> = { pdf: 'PDF', eml: 'E-Mail-Entwurf mit PDF', docx: 'Word-Datei, bereinigt' }

/** What makes the PDF on this computer. `own`: our own means; `none`: nothing can. */
export const pdfEngines = ['word', 'libreoffice', 'own', 'none'] as const
export type PdfEngine = (typeof pdfEngines)[number]
export const pdfEngineLabels: Readonly<Record<PdfEngine, string>> = {
  word: 'Microsoft Word', libreoffice: 'LibreOffice', own: 'dem Büro selbst, weil kein anderes Programm dafür eingerichtet ist', none: 'keinem Programm',
}

/** „Versenden": the file that leaves the office, and the proof that it did. */
export const dispatchContract = {
  /** What can be chosen: the states from Word, the address of the mail. */
  choices: procedure.input(z.object({ id })).output(z.object({
    versions: z.array(z.object({ id, number: z.number().int() })), email: z.string(),
    /** What would make the PDF of the letter, and of a state from Word. */
    letterEngine: z.enum(pdfEngines), versionEngine: z.enum(pdfEngines),
    /** Labels of what is missing in the text as it stands in the office. */
    missing: z.array(z.string()),
  })),
  /**
   * Writes the file and enters the dispatch into the Postausgang with the file and its hash. A letter that isn't finished is refused with
   * `invalid`.
   */
  send: procedure
    .input(z.object({
      id, form: z.enum(dispatchForms), versionId: id.nullable(), to: z.string().max(320), way: z.enum(mailWays), enter: z.boolean(), followUpOn: z.iso.date().nullable().default(null), grant: z.string().min(1).max(100),
    }))
    .output(z.object({
      engine: z.enum(pdfEngines).nullable(),
      /** What was taken out of the document, a line each. */
      report: z.array(z.string()),
      /** Number in the Postausgang; null where it wasn't entered. */
      entry: z.string().nullable(),
    })),
}
