import { z } from 'zod'

const id = z.string().min(1).max(64)
const day = z.iso.date()

/** What the organisation chart shows at once, at most: more boxes than that nobody can follow. */
export const chartLimit = 300
/** People that a box of the chart names; the rest is counted. */
export const peopleInBox = 8
/** What the network picture draws at once, at most. */
export const pictureLimit = 300

/** A person in a box of the chart, with what the person does there. */
export const chartPersonSchema = z.object({ id, name: z.string(), title: z.string() })

/** One organisation of the chart; `parentId` is null for the box at the top. */
export const chartUnitSchema = z.object({
  id,
  parentId: id.nullable(),
  name: z.string(),
  department: z.string(),
  typeCode: z.string().nullable(),
  people: z.array(chartPersonSchema),
  /** People who hold a role there on the day, also those that the box doesn't name. */
  peopleTotal: z.number().int(),
})

export const chartSchema = z.object({
  /** From the highest superior organisation down to the one above the chart. */
  above: z.array(z.object({ id, name: z.string() })),
  /** Each after its superior one, sisters in German order. */
  units: z.array(chartUnitSchema),
  /** Organisations that belong below the top one and are not shown. */
  left: z.number().int(),
})

/** An organisation that has others below it and none above. */
export const chartRootSchema = z.object({ id, name: z.string(), department: z.string(), children: z.number().int() })

/** What the picture shows: around one contact, or the bodies (or the organisations of one type) with those who sit in them. */
export const pictureQuerySchema = z.object({
  center: id.nullable().default(null),
  depth: z.union([z.literal(1), z.literal(2)]).default(1),
  typeCode: z.string().max(60).nullable().default(null),
  area: z.string().max(60).nullable().default(null),
  tag: z.string().max(60).nullable().default(null),
  day,
})

export const pictureNodeKinds = ['person', 'organisation', 'body'] as const

export const pictureNodeSchema = z.object({
  id,
  kind: z.enum(pictureNodeKinds),
  name: z.string(),
  /** An organisation's department, a person's employer outside of the bodies. */
  detail: z.string(),
  /** In how many bodies a person sits; how many people an organisation of the picture has. */
  links: z.number().int(),
  /** Middle of the node on a plane of its own, in pixels. */
  x: z.number(),
  y: z.number(),
})

export const pictureEdgeSchema = z.object({ from: id, to: id, kind: z.enum(['role', 'parent']), title: z.string() })

export const pictureSchema = z.object({
  nodes: z.array(pictureNodeSchema),
  edges: z.array(pictureEdgeSchema),
  /** How many contacts the question concerns; more than {@link pictureLimit} and nothing is drawn. */
  total: z.number().int(),
})

export type Chart = z.infer<typeof chartSchema>
export type ChartUnit = z.infer<typeof chartUnitSchema>
export type ChartRoot = z.infer<typeof chartRootSchema>
export type PictureQuery = z.infer<typeof pictureQuerySchema>
export type PictureNode = z.infer<typeof pictureNodeSchema>
export type PictureEdge = z.infer<typeof pictureEdgeSchema>
export type Picture = z.infer<typeof pictureSchema>
