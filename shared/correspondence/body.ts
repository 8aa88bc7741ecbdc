import { z } from 'zod'
import { cleanText } from './clean-text.ts'

/** How deep lists may nest: as deep as a printed letter stays readable. */
export const maxListDepth = 4

export type TextMark = { type: 'bold' | 'italic' | 'underline' }
export type InlineNode = { type: 'text'; text: string; marks?: TextMark[] | undefined } | { type: 'hardBreak' }
export type ParagraphNode = { type: 'paragraph'; content?: InlineNode[] | undefined }
export type HeadingNode = { type: 'heading'; attrs: { level: 2 | 3 }; content?: InlineNode[] | undefined }
export type ListItemNode = { type: 'listItem'; content: (ParagraphNode | ListNode)[] }
export type ListNode =
  | { type: 'bulletList'; content: ListItemNode[] }
  | { type: 'orderedList'; attrs?: { start: number } | undefined; content: ListItemNode[] }
export type BlockNode = ParagraphNode | HeadingNode | ListNode
/** The text of a letter: the part of Tiptap's document format that a letter may hold, and nothing else. */
export type LetterBody = { type: 'doc'; content: BlockNode[] }

const mark = z.object({ type: z.enum(['bold', 'italic', 'underline']) })
const inline: z.ZodType<InlineNode> = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: z.string().max(100_000).transform(cleanText), marks: z.array(mark).optional() }),
  z.object({ type: z.literal('hardBreak') }),
])
const paragraph: z.ZodType<ParagraphNode> = z.object({ type: z.literal('paragraph'), content: z.array(inline).optional() })
const heading: z.ZodType<HeadingNode> = z.object({
  type: z.literal('heading'),
  attrs: z.object({ level: z.union([z.literal(2), z.literal(3)]) }),
  content: z.array(inline).optional(),
})

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

/** Validates the text of a letter; unknown nodes are refused, unknown attributes dropped. */
export const letterBodySchema: z.ZodType<LetterBody> = z.object({
  type: z.literal('doc'),
  content: z.array(z.union([paragraph, heading, listSchema(maxListDepth)])).max(5_000),
})

/** The text of a letter that nobody has begun yet. */
export const emptyBody: LetterBody = { type: 'doc', content: [] }

/** Gives the plain words of a letter's text, one line per paragraph: for search, for comparison and for the history. */
export function bodyText(body: LetterBody): string {
  const lines: string[] = []
  const inlineText = (nodes: InlineNode[] = []) =>
    nodes.map((node) => (node.type === 'text' ? node.text : '\n')).join('')
  const visit = (node: BlockNode | ListItemNode) => {
    if (node.type === 'paragraph' || node.type === 'heading') lines.push(inlineText(node.content))
    else node.content.forEach(visit)
  }
  body.content.forEach(visit)
  return lines.join('\n').trim()
}

/** Gives a letter's text from plain text, one paragraph per line; blank lines separate paragraphs and leave no trace. */
export function bodyFromText(text: string): LetterBody {
  const lines = cleanText(text).split('\n').map((line) => line.trim()).filter((line) => line !== '')
  return { type: 'doc', content: lines.map((line) => ({ type: 'paragraph', content: [{ type: 'text', text: line }] })) }
}
