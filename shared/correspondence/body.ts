import { z } from 'zod'
import { bodyFieldLabel } from './body-field-names.ts'
import { cleanLine, cleanText } from './clean-text.ts'

/** How deep lists may nest: as deep as a printed letter stays readable. */
export const maxListDepth = 4
/** Lists within a cell of a table have less room. */
const maxListDepthInCells = 2
/** As many columns as stay readable between the margins of A4, and as many rows as a letter may have before it is a file of its own. */
export const maxTableColumns = 12
export const maxTableRows = 300
/** A note at the foot of a page is a few sentences. */
export const maxReferenceLength = 2_000

/** `draftOnly` and `withheld` mark passages that not every copy shows (`copies/passages.ts`); no document shows the marks themselves. */
export type TextMark = { type: 'bold' | 'italic' | 'underline' | 'draftOnly' | 'withheld' }
/** A place that says what the letter says elsewhere: `value` is set when the letter is finished, until then it is looked up. */
export type FieldNode = { type: 'field'; attrs: { field: string; value: string | null }; marks?: TextMark[] | undefined }
/** A note that stands at the foot of the page; its number is its place in the text. */
export type ReferenceNode = { type: 'reference'; attrs: { text: string } }
export type TextNode = { type: 'text'; text: string; marks?: TextMark[] | undefined }
export type InlineNode = TextNode | { type: 'hardBreak' } | FieldNode | ReferenceNode
export type ParagraphNode = { type: 'paragraph'; content?: InlineNode[] | undefined }
export type HeadingNode = { type: 'heading'; attrs: { level: 1 | 2 | 3 }; content?: InlineNode[] | undefined }
export type QuoteNode = { type: 'blockquote'; content: ParagraphNode[] }
export type ListItemNode = { type: 'listItem'; content: (ParagraphNode | ListNode)[] }
export type ListNode =
  | { type: 'bulletList'; content: ListItemNode[] }
  | { type: 'orderedList'; attrs?: { start: number } | undefined; content: ListItemNode[] }
/** `tableHeader`: a cell that names its column or row. */
export type TableCellNode = { type: 'tableCell' | 'tableHeader'; content: (ParagraphNode | ListNode)[] }
export type TableRowNode = { type: 'tableRow'; content: TableCellNode[] }
/** Every row has as many cells as every other; none spans several. */
export type TableNode = { type: 'table'; content: TableRowNode[] }
export type BlockNode = ParagraphNode | HeadingNode | ListNode | QuoteNode | TableNode
/** The text of a letter: the part of Tiptap's document format that a letter may hold, and nothing else. */
export type LetterBody = { type: 'doc'; content: BlockNode[] }

const mark = z.object({ type: z.enum(['bold', 'italic', 'underline', 'draftOnly', 'withheld']) })
const marks = z.array(mark).optional()
const inline: z.ZodType<InlineNode> = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: z.string().max(100_000).transform(cleanText), marks }),
  z.object({ type: z.literal('hardBreak') }),
  z.object({
    type: z.literal('field'),
    attrs: z.object({ field: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/u), value: z.string().max(2_000).transform(cleanLine).nullable().default(null) }),
    marks,
  }),
  z.object({ type: z.literal('reference'), attrs: z.object({ text: z.string().max(maxReferenceLength).transform(cleanLine) }) }),
])
const paragraph: z.ZodType<ParagraphNode> = z.object({ type: z.literal('paragraph'), content: z.array(inline).optional() })
const heading: z.ZodType<HeadingNode> = z.object({
  type: z.literal('heading'),
  attrs: z.object({ level: z.union([z.literal(1), z.literal(2), z.literal(3)]) }),
  content: z.array(inline).optional(),
})
const quote: z.ZodType<QuoteNode> = z.object({ type: z.literal('blockquote'), content: z.array(paragraph).min(1).max(1_000) })

/** Lists are built level by level, so that input nested without end is refused instead of exhausting the stack. */
function listSchema(depth: number): z.ZodType<ListNode> {
  const children = depth > 1 ? z.union([paragraph, listSchema(depth - 1)]) : paragraph
  const item: z.ZodType<ListItemNode> = z.object({ type: z.literal('listItem'), content: z.array(children).min(1) })
  return z.union([
    z.object({ type: z.literal('bulletList'), content: z.array(item).min(1) }),
    z.object({
      type: z.literal('orderedList'),
      attrs: z.object({ start: z.int().min(1).max(9_999).default(1) }).optional(),
      content: z.array(item).min(1),
    }),
  ])
}

const cell: z.ZodType<TableCellNode> = z.object({
  type: z.enum(['tableCell', 'tableHeader']),
  content: z.array(z.union([paragraph, listSchema(maxListDepthInCells)])).min(1).max(100),
})
const row: z.ZodType<TableRowNode> = z.object({ type: z.literal('tableRow'), content: z.array(cell).min(1).max(maxTableColumns) })
const table: z.ZodType<TableNode> = z.object({ type: z.literal('table'), content: z.array(row).min(1).max(maxTableRows) }).transform(rectangular)

/** Validates the text of a letter; unknown nodes are refused, unknown attributes dropped. */
export const letterBodySchema: z.ZodType<LetterBody> = z.object({
  type: z.literal('doc'),
  content: z.array(z.union([paragraph, heading, quote, table, listSchema(maxListDepth)])).max(5_000),
})

/** The text of a letter that nobody has begun yet. */
export const emptyBody: LetterBody = { type: 'doc', content: [] }

/** Whether the first row of a table names its columns: it is repeated on every page. */
export function hasHeaderRow({ content: [first] }: TableNode): boolean {
  return first?.content.every(({ type }) => type === 'tableHeader') ?? false
}

/** Gives words as they stand in plain text: a field as its value or its name in brackets, a note in parentheses. */
export function inlineText(nodes: readonly InlineNode[] = []): string {
  return nodes.map((node) => {
    if (node.type === 'text') return node.text
    if (node.type === 'field') return node.attrs.value ?? `[${bodyFieldLabel(node.attrs.field)}]`
    return node.type === 'reference' ? ` (${node.attrs.text})` : '\n'
  }).join('')
}

/** Gives the plain words of a letter's text, one line per paragraph or row of a table: for search, for comparison and for the history. */
export function bodyText(body: LetterBody): string {
  return body.content.flatMap(linesOf).join('\n').trim()
}

/** Gives a letter's text from plain text, one paragraph per line; blank lines separate paragraphs and leave no trace. */
export function bodyFromText(text: string): LetterBody {
  const lines = cleanText(text).split('\n').map((line) => line.trim()).filter((line) => line !== '')
  return { type: 'doc', content: lines.map((line) => ({ type: 'paragraph', content: [{ type: 'text', text: line }] })) }
}

function linesOf(node: BlockNode | ListItemNode): string[] {
  if (node.type === 'paragraph' || node.type === 'heading') return [inlineText(node.content)]
  if (node.type === 'table') return node.content.map((cells) => cells.content.map(({ content }) => content.flatMap(linesOf).join(' ')).join(' | '))
  return (node.content as (BlockNode | ListItemNode)[]).flatMap(linesOf)
}

/** Fills rows that are too short with empty cells. */
function rectangular(node: TableNode): TableNode {
  const columns = Math.max(...node.content.map(({ content }) => content.length))
  if (node.content.every(({ content }) => content.length === columns)) return node
  const empty = (): TableCellNode => ({ type: 'tableCell', content: [{ type: 'paragraph' }] })
  return { ...node, content: node.content.map((cells) => ({ ...cells, content: [...cells.content, ...Array.from({ length: columns - cells.content.length }, empty)] })) }
}
