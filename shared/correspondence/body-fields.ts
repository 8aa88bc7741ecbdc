import type { Letterhead } from '../settings/letterhead.ts'
import { bodyFieldLabel } from './body-field-names.ts'
import type { BlockNode, FieldNode, InlineNode, LetterBody, ListItemNode, ListNode, ParagraphNode } from './body.ts'
import { gap } from './gaps.ts'
import { letterDate } from './letter-date.ts'
import type { LetterFacts, LetterFields } from './letter.ts'

/** What the fields of a text say: empty or absent where nothing is known. */
export type BodyFieldValues = ReadonlyMap<string, string>

/** Gives what the fields in a letter's text say for this letter: each recipient of a series gets what stands in the own letter. */
export function bodyFieldValues(letter: LetterFields & { number: string; facts?: LetterFacts | undefined }, letterhead: Letterhead): BodyFieldValues {
  const values: Record<string, string> = {
    anrede: letter.salutation,
    empfaenger: letter.recipientName,
    anschrift: letter.addressLines.filter((line) => line.trim() !== '').join(', '),
    ihr_zeichen: letter.yourReference,
    ihre_nachricht: letterDate(letter.yourMessageOf),
    datum: letterDate(letter.date),
    nummer: letter.number,
    unser_zeichen: letter.ourReference || letter.number,
    betreff: letter.subject,
    aktenzeichen: letter.facts?.fileReference ?? '',
    frist: letterDate(letter.facts?.deadline ?? ''),
    buero: letterhead.officeName,
    abteilung: letterhead.department,
    auskunft: letter.contactPerson,
    telefon: letterhead.phone,
    email: letterhead.email,
    name: letter.signatureName,
  }
  return new Map(Object.entries(values).map(([key, value]) => [key, value.trim()]))
}

/** Gives the text with the words of its fields in their place; what isn't known becomes a gap that is seen. */
export function withFieldValues(body: LetterBody, values: BodyFieldValues): LetterBody {
  return mapFields(body, ({ attrs, marks }) => {
    const said = valueOf(attrs, values)
    return { type: 'text', text: said === '' ? gap(bodyFieldLabel(attrs.field)) : said, ...(marks ? { marks } : {}) }
  })
}

/** Gives the text with what its fields say now written into them: a finished letter keeps saying it. */
export function withFixedFields(body: LetterBody, values: BodyFieldValues): LetterBody {
  return mapFields(body, (node) => ({ ...node, attrs: { ...node.attrs, value: valueOf(node.attrs, values) || null } }))
}

/** Gives the text with fields that are looked up again. */
export function withOpenFields(body: LetterBody): LetterBody {
  return mapFields(body, (node) => ({ ...node, attrs: { ...node.attrs, value: null } }))
}

/** Labels of the fields in a text that say nothing, each once, in their order. */
export function missingFields(body: LetterBody, values: BodyFieldValues): string[] {
  const missing = new Set<string>()
  mapFields(body, (node) => {
    if (valueOf(node.attrs, values) === '') missing.add(bodyFieldLabel(node.attrs.field))
    return node
  })
  return [...missing]
}

function valueOf({ field, value }: FieldNode['attrs'], values: BodyFieldValues): string {
  return value ?? values.get(field) ?? ''
}

/** The same text with something else in the place of each field. A text without fields comes back as it is. */
function mapFields(body: LetterBody, change: (node: FieldNode) => InlineNode): LetterBody {
  const words = <T extends { content?: InlineNode[] | undefined }>(node: T): T =>
    node.content?.some(({ type }) => type === 'field') ? { ...node, content: node.content.map((each) => (each.type === 'field' ? change(each) : each)) } : node
  const inside = (node: ParagraphNode | ListNode): ParagraphNode | ListNode => (node.type === 'paragraph' ? words(node) : list(node))
  const list = (node: ListNode): ListNode => ({ ...node, content: node.content.map((item): ListItemNode => ({ ...item, content: item.content.map(inside) })) })
  const block = (node: BlockNode): BlockNode => {
    if (node.type === 'paragraph' || node.type === 'heading') return words(node)
    if (node.type === 'blockquote') return { ...node, content: node.content.map(words) }
    if (node.type !== 'table') return list(node)
    return { ...node, content: node.content.map((row) => ({ ...row, content: row.content.map((cell) => ({ ...cell, content: cell.content.map(inside) })) })) }
  }
  return { ...body, content: body.content.map(block) }
}
