import { importFieldLabels, importFields, type ImportField } from '../../../../shared/directory/import/fields.ts'
import type { FileRecord, SourceTable } from './source.ts'

/** What a card or an entry of an address book says: its fields in the file's order, several of one kind allowed. */
export interface Entry {
  line: number
  values: [field: ImportField, value: string][]
  /** Why it can't be read; its wording comes back. */
  problem: string | null
  wording: string
}

/**
 * Puts entries without columns into a table, so that they go the same way as the rows of a list: a column for each field
 * and one more for each further value that some entry has of it. Broken entries keep their wording in a column of its own.
 */
export function layOut(label: string, entries: readonly Entry[]): SourceTable {
  const most = new Map<ImportField, number>()
  for (const { values } of entries) {
    const counts = new Map<ImportField, number>()
    for (const [field] of values) counts.set(field, (counts.get(field) ?? 0) + 1)
    for (const [field, count] of counts) most.set(field, Math.max(most.get(field) ?? 0, count))
  }
  const columns = importFields.flatMap((field) => Array.from({ length: most.get(field) ?? 0 }, (_, nth) => ({ field, nth })))
  const broken = entries.some(({ problem }) => problem !== null)
  const headings = columns.map(({ field, nth }) => nth === 0 ? importFieldLabels[field] : `${importFieldLabels[field]} ${nth + 1}`)
  const records = entries.map(({ line, values, problem, wording }): FileRecord => {
    const byField = new Map<ImportField, string[]>()
    for (const [field, value] of values) byField.set(field, [...byField.get(field) ?? [], value])
    const cells = columns.map(({ field, nth }) => byField.get(field)?.[nth] ?? '')
    return { line, cells: broken ? [...cells, problem === null ? '' : wording] : cells, problem }
  })
  return {
    label, hidden: false, records, columns: columns.length + Number(broken), hiddenColumns: [],
    known: {
      headings: broken ? [...headings, 'Wortlaut'] : headings,
      fields: broken ? [...columns.map(({ field }) => field), 'ignore'] : columns.map(({ field }) => field),
    },
  }
}
