import { z } from 'zod'

/**
 * A Word document as what its pages are drawn from: everything that styles, themes and numbering say is worked out, all lengths are
 * points. It holds words, numbers and pictures and nothing else: there is no place in it for markup, a script or an address, so
 * nothing of a document can run or fetch in the window.
 */
const length = z.number()
const colour = z.string().regex(/^#[0-9a-f]{6}$/u)

/** How letters look. */
const lookSchema = z.object({
  font: z.string(), size: length, kerning: z.boolean(),
  bold: z.boolean().optional(), italic: z.boolean().optional(), underline: z.boolean().optional(), strike: z.boolean().optional(),
  caps: z.boolean().optional(), smallCaps: z.boolean().optional(), raise: z.enum(['super', 'sub']).optional(), spacing: length.optional(),
  colour: colour.optional(), ground: colour.optional(),
})
export type Look = z.infer<typeof lookSchema>

const borderSchema = z.object({ style: z.enum(['solid', 'double', 'dotted', 'dashed']), width: length, space: length, colour: colour.optional() })
const bordersSchema = z.object({ top: borderSchema.optional(), right: borderSchema.optional(), bottom: borderSchema.optional(), left: borderSchema.optional() })
export type Border = z.infer<typeof borderSchema>
export type Borders = z.infer<typeof bordersSchema>

/** `image` is the number of the picture; null for one that can't be shown here. */
const pictureSchema = z.object({ image: z.int().nullable(), width: length, height: length })
export type Picture = z.infer<typeof pictureSchema>

/** `look` is the number of a look. */
const inlineSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: z.string(), look: z.int() }),
  z.object({ type: z.literal('tab'), look: z.int() }),
  z.object({ type: z.literal('break'), look: z.int() }),
  /** The number of the page, or of all pages. */
  z.object({ type: z.literal('page'), look: z.int() }),
  z.object({ type: z.literal('pages'), look: z.int() }),
  /** The sign of the note with this number, from 1. */
  z.object({ type: z.literal('note'), note: z.int(), look: z.int() }),
  z.object({ type: z.literal('picture'), picture: pictureSchema }),
])
export type Inline = z.infer<typeof inlineSchema>

/** Where something stands: `offset` from an edge of the page, of the text, or of its own paragraph, or by `align` between the edges. */
const spotSchema = z.object({ from: z.enum(['page', 'margin', 'paragraph']), offset: length, align: z.enum(['start', 'middle', 'end']).nullable() })
export type Spot = z.infer<typeof spotSchema>

const lineSchema = z.object({ rule: z.enum(['auto', 'least', 'exact']), value: length })
const tabSchema = z.object({ at: length, kind: z.enum(['left', 'center', 'right']), leader: z.boolean() })
export type TabStop = z.infer<typeof tabSchema>

export interface Paragraph {
  type: 'paragraph'
  align: 'start' | 'end' | 'center' | 'justify'
  rightToLeft: boolean
  left: number
  right: number
  /** Indent of the first line; negative for a hanging one. */
  first: number
  before: number
  after: number
  style: string
  /** Keeps no distance from neighbours of its own style. */
  close: boolean
  line: z.infer<typeof lineSchema>
  tabs: TabStop[]
  keepNext: boolean
  keepLines: boolean
  /** Whether single lines may stand alone at the end or the top of a page. */
  tearable: boolean
  breakBefore: boolean
  ground?: string | undefined
  borders?: Borders | undefined
  /** Number or sign of a list, which stands in the hanging indent. */
  label?: { text: string; look: number } | undefined
  /** Look of the empty paragraph. */
  look: number
  inlines: Inline[]
  placed: Placed[]
}

/** A text box, a frame or a picture at a place of its own. */
export interface Placed {
  across: Spot
  down: Spot
  width: number
  /** `least`: it grows with its words. */
  height: number
  least: boolean
  /** How text avoids it. */
  wrap: 'none' | 'beside' | 'below'
  ground?: string | undefined
  border?: Border | undefined
  /** Above, right, below, left. */
  padding: [number, number, number, number]
  align: 'start' | 'middle' | 'end'
  picture?: Picture | undefined
  blocks: Block[]
}

export interface Cell { columns: number; rows: number; width: number; borders: Borders; padding: [number, number, number, number]; align: 'start' | 'middle' | 'end'; ground?: string | undefined; blocks: Block[] }
export interface Row { height: number; exact: boolean; head: boolean; keepLines: boolean; cells: Cell[] }
export interface Table { type: 'table'; left: number; align: 'start' | 'center' | 'end'; columns: number[]; rows: Row[] }
export type Block = Paragraph | Table

const blocksSchema: z.ZodType<Block[]> = z.lazy(() => z.array(z.discriminatedUnion('type', [paragraphSchema, tableSchema])))
const four = z.tuple([length, length, length, length])
const middle = z.enum(['start', 'middle', 'end'])
const placedSchema = z.object({
  across: spotSchema, down: spotSchema, width: length, height: length, least: z.boolean(), wrap: z.enum(['none', 'beside', 'below']), ground: colour.optional(),
  border: borderSchema.optional(), padding: four, align: middle, picture: pictureSchema.optional(), blocks: blocksSchema,
})
const paragraphSchema = z.object({
  type: z.literal('paragraph'), align: z.enum(['start', 'end', 'center', 'justify']), rightToLeft: z.boolean(), left: length, right: length, first: length,
  before: length, after: length, style: z.string(), close: z.boolean(), line: lineSchema, tabs: z.array(tabSchema), keepNext: z.boolean(), keepLines: z.boolean(),
  tearable: z.boolean(), breakBefore: z.boolean(), ground: colour.optional(), borders: bordersSchema.optional(), label: z.object({ text: z.string(), look: z.int() }).optional(),
  look: z.int(), inlines: z.array(inlineSchema), placed: z.array(placedSchema),
})
const tableSchema = z.object({
  type: z.literal('table'), left: length, align: z.enum(['start', 'center', 'end']), columns: z.array(length),
  rows: z.array(z.object({
    height: length, exact: z.boolean(), head: z.boolean(), keepLines: z.boolean(),
    cells: z.array(z.object({ columns: z.int(), rows: z.int(), width: length, borders: bordersSchema, padding: four, align: middle, ground: colour.optional(), blocks: blocksSchema })),
  })),
})

const marginsSchema = z.object({ first: blocksSchema.nullable(), even: blocksSchema.nullable(), others: blocksSchema })
export type Margins = z.infer<typeof marginsSchema>
export const sectionSchema = z.object({
  width: length, height: length, top: length, right: length, bottom: length, left: length,
  /** From the edge of the page to the header and to the footer. */
  header: length, footer: length,
  /** Whether headers and footers push the text: a margin that is meant exactly isn't. */
  pushed: z.object({ top: z.boolean(), bottom: z.boolean() }),
  borders: bordersSchema.nullable(),
  /** Number of its first page; null where counting goes on. */
  start: z.int().nullable(),
  headers: marginsSchema, footers: marginsSchema, blocks: blocksSchema,
})
export type Section = z.infer<typeof sectionSchema>

/** A document as its pages are drawn, and the labels of what is missing in it. */
export const pagesSchema = z.object({
  looks: z.array(lookSchema),
  /** Pictures of the document itself. */
  images: z.array(z.string().regex(/^data:image\/(?:png|jpeg|gif|bmp);base64,[A-Za-z0-9+/]*={0,2}$/u)),
  /** Distance of the tab stops that nobody set. */
  tab: length,
  /** Whether distances below and above add up, as files of old versions of Word ask. */
  addsDistances: z.boolean(),
  sections: z.array(sectionSchema).min(1),
  /** The notes in their order. */
  notes: z.array(blocksSchema),
  missing: z.array(z.string()),
})
export type Pages = z.infer<typeof pagesSchema>
