import type { ImportField } from '../../../../shared/directory/import/fields.ts'
import type { ImportDecisions, ImportOptions, ImportRepair } from '../../../../shared/directory/import/model.ts'
import { importRepairTexts, type ImportRepairKind } from '../../../../shared/directory/import/repairs.ts'
import { plainCell, shorten } from '../../documents/lists/cell.ts'

/** Notes what is to be mended and what a person should look at, while a row is read. */
export class RowNotes {
  readonly repairs: ImportRepair[] = []
  readonly hints: string[] = []
  /** A repair was declined without which the row can't be stored whole. */
  refused: string | null = null
  readonly #all: ImportDecisions
  readonly #row: ImportDecisions | undefined

  constructor(options: ImportOptions = {}, row?: ImportDecisions) {
    this.#all = options
    this.#row = row
  }

  /**
   * Offers a repair and tells whether to read the row with it. One that waits for a person is read with it as well, so that
   * the preview shows what it would give; the row itself stays open.
   */
  offer(kind: ImportRepairKind, field: ImportField, before: string, after: string, reason: string): boolean {
    const decided = this.#row?.repairs?.[kind] ?? this.#all.repairs?.[kind]
    const state = decided ?? (importRepairTexts[kind].asks ? 'open' : 'accept')
    if (!this.repairs.some((known) => known.kind === kind && known.field === field && known.before === before && known.after === after)) {
      this.repairs.push({ kind, field, before, after, reason, state })
    }
    return state !== 'decline'
  }

  /** Offers a repair that gives another text for a cell. */
  repair(kind: ImportRepairKind, field: ImportField, before: string, after: string, reason: string): string {
    return this.offer(kind, field, before, after, reason) ? after : before
  }

  /** Offers to store something elsewhere than in its field; declined, the row can't be stored whole. */
  move(kind: ImportRepairKind, field: ImportField, before: string, reason: string): void {
    if (!this.offer(kind, field, before, '', reason)) this.refused ??= `„${shorten(before)}“: ${reason}.`
  }

  hint(text: string): void {
    if (!this.hints.includes(text)) this.hints.push(text)
  }

  /** What waits for a person's decision. */
  get open(): ImportRepairKind[] {
    return this.repairs.filter(({ state }) => state === 'open').map(({ kind }) => kind)
  }
}

const REMARKS_TO_SEE = /nicht\s+(?:weiter\s?(?:geben|leiten|sagen)|veröffentlichen|anrufen)|vertraulich|streng\s+geheim|nur\s+intern/iu
const FAX_IN_TEXT = /\b(?:tele)?fax\b[^\d\n]{0,5}\+?\d[\d ()/.-]{4,}/iu

/** The plain text of a cell; what was mended in it is noted under its field. */
export function cleanCell(raw: string, field: ImportField, notes: RowNotes): string {
  return plainCell(raw, { repair: (kind, before, after, reason) => notes.repair(kind, field, before, after, reason), hint: (text) => notes.hint(text) })
}

/** Whether a remark says that it is not meant for everybody; points out a number that stands in it. */
export function lookAtRemark(remark: string, notes: RowNotes): boolean {
  const fax = FAX_IN_TEXT.exec(remark)
  if (fax !== null) notes.hint(`In der Bemerkung steht eine Faxnummer („${fax[0].trim()}“). Sie bleibt dort.`)
  return REMARKS_TO_SEE.test(remark)
}
