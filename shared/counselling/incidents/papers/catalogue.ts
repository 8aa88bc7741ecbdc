import file from '../../../../resources/counselling/incident-papers/papers.json' with { type: 'json' }
import type { PaperKey } from './values.ts'

/** A part of a letter: a paragraph with `{{keys}}`, a heading, or a list of values or of fixed points. */
export type LetterPart =
  | string
  | { readonly heading: string }
  /** Only where the value is known. */
  | { readonly if: PaperKey; readonly text: string }
  | { readonly list: PaperKey; readonly optional?: boolean }
  | { readonly items: readonly string[] }

/** A part of a form. */
export type SheetPart =
  | { readonly text: string }
  | { readonly facts: readonly (readonly [string, PaperKey | null])[] }
  /** A question with its answer from the record, or with lines to write on. */
  | { readonly question: string; readonly field?: PaperKey; readonly lines: number }
  | { readonly checks: readonly string[] }
  | { readonly signatures: readonly string[] }

/** `client`: for the client's own signature. `office`: on the office's letterhead. `filled` and `blank`: forms. */
export type PaperVariant = 'client' | 'office' | 'filled' | 'blank'

export const variantLabels: Readonly<Record<PaperVariant, string>> = {
  client: 'zur eigenen Unterschrift', office: 'auf Briefkopf des Büros', filled: 'mit den Angaben des Vorfalls', blank: 'leer zum Ausfüllen',
}

interface PaperBase {
  readonly code: string
  readonly label: string
  readonly variants: readonly PaperVariant[]
  readonly norms: readonly string[]
  /** Rule of the deadlines that the paper serves. */
  readonly rule: string | null
  /** The office may send it only with consent and a release from secrecy. */
  readonly release: boolean
  readonly recipient: string | null
  /** It goes to the affected person. */
  readonly toClient?: boolean
  readonly validFrom: string
  readonly validTo: string | null
  readonly hint: readonly string[]
}

export type Paper =
  | (PaperBase & {
    readonly form: 'letter'
    readonly enclosures: Partial<Record<PaperVariant, readonly string[]>>
    readonly texts: Partial<Record<PaperVariant, { readonly subject: string; readonly body: readonly LetterPart[] }>>
  })
  | (PaperBase & { readonly form: 'sheet'; readonly blocks: readonly SheetPart[] })

const papers = file.papers as unknown as readonly Paper[]

/** Day up to which law and practice were looked at. */
export const papersAsOf = file.asOf

/** What stands on each draft. */
export const papersHint = file.hint

/** The papers that may be written on an ISO day. */
export function papersOn(day: string): readonly Paper[] {
  return papers.filter(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo))
}

/** The paper with this code, in use or not. */
export function findPaper(code: string): Paper | undefined {
  return papers.find((paper) => paper.code === code)
}

/** Whether the office tells somebody outside about the person with it. */
export function needsRelease(paper: Pick<Paper, 'release'>, variant: PaperVariant): boolean {
  return paper.release && variant === 'office'
}
