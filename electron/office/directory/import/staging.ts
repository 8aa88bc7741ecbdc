import type { TableHead } from './table.ts'
import { Stage, type StagedFile } from '../../documents/lists/staging.ts'
import type { PlannedRow } from './plan.ts'

/** A plan for the rows of a file under certain options. */
export interface Plan {
  number: number
  /** The options as text. */
  key: string
  /** The newest change of the stock when the plan was made. */
  stockAt: string
  head: TableHead
  rows: PlannedRow[]
  remembered: { name: string, on: string } | null
}

/** A list of contacts between choosing and importing. */
export type ContactFile = StagedFile<Plan>

/** Lists of contacts that were handed over. */
export const contactFiles = new Stage<Plan>()
