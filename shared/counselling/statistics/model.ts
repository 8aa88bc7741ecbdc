import { z } from 'zod'
import { thresholds } from '../../statistics/disclosure.ts'
import { realDay } from '../model.ts'
import { dimensionIds } from './dimensions.ts'

/** What is counted. `minutes` are shown as hours. */
export const measureIds = ['contacts', 'cases', 'persons', 'minutes'] as const
export type MeasureId = (typeof measureIds)[number]

export const measureLabels: Readonly<Record<MeasureId, string>> = { contacts: 'Kontakte', cases: 'Fälle', persons: 'Personen', minutes: 'Stunden' }

/** What the figures mean; shown on the screen and printed below every table. */
export const definitions: Readonly<Record<MeasureId, string>> = {
  contacts: 'Kontakt: eine eingetragene Beratung, gleich auf welchem Weg und wie lange, auch anonym. Was im Papierkorb liegt, zählt nicht.',
  cases: 'Fall: ein Fall mit mindestens einem Kontakt im Zeitraum, einmal gezählt, gleich wie viele Kontakte es waren. Anonyme Kontakte haben keinen Fall.',
  persons: 'Person: die ratsuchende Person eines Falls; bei Familien kommen die im Haushalt eingetragenen Personen dazu, die dort wohnen und keinen eigenen Fall haben. Vereine, Fachberatungen und anonyme Kontakte zählen nicht, weil eine Wiederkehr nicht zu erkennen ist.',
  minutes: 'Stunden: die eingetragene Dauer der Kontakte, in Schritten von fünf Minuten, ohne Vor- und Nachbereitung.',
}

const dimension = z.enum(dimensionIds)

/** Where the figures come from: counted now, or frozen. */
export const sourceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('live'), from: realDay, to: realDay }),
  z.object({ kind: z.literal('frozen'), id: z.string().min(1).max(64) }),
])
export type FigureSource = z.infer<typeof sourceSchema>

const filterSchema = z.object({ dimension, code: z.string().min(1).max(100) })
export type FigureFilter = z.infer<typeof filterSchema>

/** Which figures of how few people may be shown; null: all of them, for the office itself („nur intern"). */
const thresholdSchema = z.union(thresholds.map((k) => z.literal(k))).nullable()

export const tableRequestSchema = z.object({
  source: sourceSchema,
  dimensions: z.array(z.object({ dimension, groupsOnly: z.boolean() })).min(1).max(3)
    .refine((chosen) => new Set(chosen.map((one) => one.dimension)).size === chosen.length, { error: 'Jedes Merkmal kann nur einmal gewählt werden.' }),
  filters: z.array(filterSchema).max(6).default([]),
  measures: z.array(z.enum(measureIds)).min(1),
  threshold: thresholdSchema,
})
export type TableRequest = z.infer<typeof tableRequestSchema>

const axisSchema = z.object({
  dimension,
  /** The total first; every other one has the number of its parent. */
  nodes: z.array(z.object({ code: z.string(), label: z.string(), parent: z.number().int(), unknown: z.boolean() })),
})

/** A table as it may be seen: what is hidden isn't in it. */
export const figureTableSchema = z.object({
  axes: z.array(axisSchema),
  measures: z.array(z.enum(measureIds)),
  /** Figures of every combination of nodes, in the order of the measures; null: not shown. */
  cells: z.array(z.array(z.number()).nullable()),
  threshold: thresholdSchema,
  /** How many cells aren't shown. */
  hidden: z.number().int(),
  /** Nothing but the total can be shown. */
  withheld: z.boolean(),
})
export type FigureTable = z.infer<typeof figureTableSchema>
export type FigureAxis = z.infer<typeof axisSchema>

export const totalsSchema = z.object({
  contacts: z.number().nullable(), cases: z.number().nullable(), persons: z.number().nullable(), minutes: z.number().nullable(),
  /** Contacts without a case. */
  anonymous: z.number().nullable(),
})
export type FigureTotals = z.infer<typeof totalsSchema>

export const snapshotSchema = z.object({
  id: z.string(), year: z.number().int(), edition: z.number().int(), madeAt: z.string(), madeByName: z.string(), reason: z.string(), hash: z.string(),
  /** False when the figures aren't those that were frozen. */
  intact: z.boolean(),
  contacts: z.number(), cases: z.number(), persons: z.number(), minutes: z.number(),
})
export type Snapshot = z.infer<typeof snapshotSchema>

export const differenceSchema = z.object({ dimension: dimension.nullable(), label: z.string(), frozen: z.number(), now: z.number() })
/** A figure that is another one today than when the year was frozen. */
export type SnapshotDifference = z.infer<typeof differenceSchema>

export const publicationSchema = z.object({
  id: z.string(), at: z.string(), byName: z.string(), title: z.string(), format: z.string(), threshold: z.number(), from: z.string(), to: z.string(),
})
export type Publication = z.infer<typeof publicationSchema>

export const tableFormats = ['xlsx', 'csv'] as const
export const pressFormats = ['xlsx', 'pdf', 'docx'] as const
