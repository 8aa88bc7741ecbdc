import { z } from 'zod'
import { documentKindLabels, documentKinds, type DocumentKind } from '../kinds.ts'

/** A Word file in the folder that IT has settled for templates. */
export const providedTemplateSchema = z.object({
  fileName: z.string(),
  /** `taken`: the office has this very file; `changed`: it has an earlier one of this name. */
  state: z.enum(['new', 'changed', 'taken']),
  /** Name of the template that has it or would get the new version. */
  template: z.string().nullable(),
})
export type ProvidedTemplate = z.infer<typeof providedTemplateSchema>

/** What the folder holds, or that it can't be reached. */
export const providedFolderSchema = z.object({ reachable: z.boolean(), files: z.array(providedTemplateSchema) })
export type ProvidedFolder = z.infer<typeof providedFolderSchema>

/** Only Word's own formats without macros are offered; `~$…` is what Word leaves beside a file that is open. */
export function isTemplateFile(fileName: string): boolean {
  return /\.(?:docx|dotx)$/iu.test(fileName) && !/^[~.]/u.test(fileName)
}

/** The kind that a file's name speaks of, a letter where it speaks of none. */
export function kindOfName(fileName: string): DocumentKind {
  const name = fileName.toLowerCase()
  // The longest label first: „Kurzbrief" isn't a „Brief".
  const byLength = [...documentKinds].sort((a, b) => documentKindLabels[b].length - documentKindLabels[a].length)
  return byLength.find((kind) => name.includes(documentKindLabels[kind].toLowerCase()) || (kind.length > 6 && name.includes(kind))) ?? 'brief'
}
