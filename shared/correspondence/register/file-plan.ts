import { z } from 'zod'
import file from '../../../resources/correspondence/file-plan.json' with { type: 'json' }
import { cleanLine } from '../clean-text.ts'

/** A class of the Aktenplan. Its place in the tree stands in its number: `12.07` lies in `12`. */
export const planClassSchema = z.object({
  code: z.string().max(30).transform(cleanLine).refine((code) => /^[0-9A-Za-zÄÖÜäöü][0-9A-Za-zÄÖÜäöü.\-/ ]*$/u.test(code), 'Eine Kennzahl beginnt mit Ziffer oder Buchstabe.'),
  title: z.string().max(200).transform(cleanLine).refine((title) => title !== '', 'Bitte eine Bezeichnung angeben.'),
  /** Years that a closed file is kept; null where the office decides case by case. */
  retentionYears: z.number().int().min(0).max(200).nullable(),
  /** Offered to the archive before destruction. */
  archive: z.boolean(),
})
export type PlanClass = z.infer<typeof planClassSchema>

export const filePlanSchema = z.array(planClassSchema).max(5_000)

/** The Aktenplan that an office begins with. */
export const usualPlan: readonly PlanClass[] = file.classes

/** A class with those below it. */
export interface PlanNode extends PlanClass {
  children: PlanNode[]
}

const separators = /[.\-/ ]/u

/** The number that a class lies below; null for one at the top. The nearest that exists counts, so gaps in the plan do no harm. */
export function parentCode(code: string, known: ReadonlySet<string>): string | null {
  for (let end = code.length - 1; end > 0; end--) {
    if (!separators.test(code.charAt(end))) continue
    const above = code.slice(0, end)
    if (known.has(above)) return above
  }
  return null
}

const byCode = new Intl.Collator('de', { numeric: true })

/** The classes as a tree, in the order of their numbers. */
export function planTree(classes: readonly PlanClass[]): PlanNode[] {
  const nodes = new Map(classes.toSorted((a, b) => byCode.compare(a.code, b.code)).map((entry) => [entry.code, { ...entry, children: [] as PlanNode[] }]))
  const known = new Set(nodes.keys())
  const roots: PlanNode[] = []
  for (const node of nodes.values()) {
    const above = parentCode(node.code, known)
    ;(above === null ? roots : nodes.get(above)?.children ?? roots).push(node)
  }
  return roots
}

/** What came of reading an Aktenplan: its classes, or what is wrong, line by line. */
export interface ReadPlan {
  classes: PlanClass[]
  faults: string[]
}

const yes = /^(?:ja|j|x|1|true)$/iu

/**
 * Reads rows of a table: number, title, years of retention, "ja" for the archive. A first row without a number is taken for
 * headings. Faults name the row as a spreadsheet counts it.
 */
export function readPlan(rows: readonly (readonly string[])[]): ReadPlan {
  const classes = new Map<string, PlanClass>()
  const faults: string[] = []
  for (const [index, cells] of rows.entries()) {
    const [code = '', title = '', years = '', archive = ''] = cells.map((cell) => cell.trim())
    if (cells.every((cell) => cell.trim() === '') || (index === 0 && !/\d/u.test(code))) continue
    const place = `Zeile ${index + 1}`
    const retentionYears = years === '' ? null : Number(years.replace(/\s*Jahre?$/u, ''))
    const parsed = planClassSchema.safeParse({ code, title, retentionYears, archive: yes.test(archive) })
    if (!parsed.success) faults.push(`${place}: ${retentionYears !== null && !Number.isInteger(retentionYears) ? `„${years}“ ist keine Zahl von Jahren.` : parsed.error.issues[0]?.message ?? 'unlesbar'}`)
    else if (classes.has(parsed.data.code)) faults.push(`${place}: Die Kennzahl ${code} steht schon weiter oben.`)
    else classes.set(parsed.data.code, parsed.data)
  }
  return { classes: [...classes.values()], faults }
}
