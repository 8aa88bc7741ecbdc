import { z } from 'zod'
import { procedure } from '../../contract-base.ts'
import { thresholds } from '../../statistics/disclosure.ts'
import {
  differenceSchema, figureTableSchema, measureIds, pressFormats, publicationSchema, snapshotSchema, sourceSchema, tableFormats, tableRequestSchema, totalsSchema,
} from './model.ts'

const grant = z.string()
const threshold = z.union(thresholds.map((k) => z.literal(k)))
const year = z.number().int().min(1990).max(2200)

/** „Statistik" of the counselling side. There is no figure of a single colleague in it, by no procedure and no dimension. */
export const statisticsContract = {
  /** The totals of a period and the one before it, and its simple tables by groups. Internal figures are for the Leitung. */
  overview: procedure
    .input(z.object({ source: sourceSchema, threshold: threshold.nullable(), measures: z.array(z.enum(measureIds)).min(1) }))
    .output(z.object({ totals: totalsSchema, before: totalsSchema.nullable(), tables: z.array(figureTableSchema) })),
  /** One table; `before`: the same of a year earlier, along the same axes. `forbidden` for internal figures but for the Leitung. */
  table: procedure
    .input(tableRequestSchema.extend({ compare: z.boolean().default(false) }))
    .output(z.object({ table: figureTableSchema, before: figureTableSchema.nullable(), warnings: z.array(z.string()) })),
  /** Values that a filter can be set to. */
  filterValues: procedure.output(z.object({ places: z.array(z.string()) })),
  /** Writes a table to a chosen file; a published one is noted. */
  save: procedure.input(tableRequestSchema.extend({ title: z.string().max(200), format: z.enum(tableFormats), grant })).output(z.object({ hidden: z.number().int() })),
  /** „Zahlen für die Presse": writes the sheet of a year. */
  savePress: procedure.input(z.object({ year, threshold, format: z.enum(pressFormats), grant })).output(z.object({ tables: z.number().int() })),
  /** The same as a short text. */
  pressText: procedure.input(z.object({ year, threshold })).output(z.object({ text: z.string(), frozen: z.boolean() })),
  /** Notes that the text was taken along. */
  notePressText: procedure.input(z.object({ year, threshold })).output(z.void()),
  /** Frozen years, and the finished one that isn't frozen yet. */
  snapshots: procedure.output(z.object({ snapshots: z.array(snapshotSchema), proposed: z.number().int().nullable() })),
  /** Freezes a finished year, for good. A further edition needs a reason. Only the Leitung. */
  freeze: procedure.input(z.object({ year, reason: z.string().max(500) })).output(snapshotSchema),
  /** What is counted otherwise today than in a frozen year. Only the Leitung. */
  compareSnapshot: procedure.input(z.object({ id: z.string() })).output(z.object({ differences: z.array(differenceSchema), total: z.number().int() })),
  /** What has left the office, the latest first. */
  publications: procedure.output(z.array(publicationSchema)),
}
