import type { BlockNode, LetterBody } from '../../../correspondence/body.ts'
import { gap } from '../../../correspondence/gaps.ts'
import type { LetterPart, Paper, PaperVariant } from './catalogue.ts'
import { isMissing, paperKeys, type PaperKey, type PaperValues } from './values.ts'

const placeholder = /\{\{(\w+)\}\}/gu

/** A text with its values put in; what isn't known becomes a gap that says what is missing. */
export function fill(text: string, values: PaperValues): string {
  return unbroken(text.replaceAll(placeholder, (_, key: PaperKey) => isMissing(values, key) ? gap(paperKeys[key]) : wordsOf(values[key])))
}

/** Keeps „§ 15“ and „Abs. 4“ on one line. */
function unbroken(text: string): string {
  return text.replaceAll(/(§|Abs\.|Art\.|Nr\.) (?=\d)/gu, '$1\u00A0')
}

/** A value in one piece of text. */
export function wordsOf(value: string | readonly string[]): string {
  return typeof value === 'string' ? value : value.join(', ')
}

/** The text of a letter. */
export function letterBody(parts: readonly LetterPart[], values: PaperValues): LetterBody {
  return { type: 'doc', content: parts.flatMap((part) => nodesOf(part, values)) }
}

/** Everything that a paper speaks of in a variant, in its order; `needed`: without it there is a gap. */
export function keysOf(paper: Paper, variant: PaperVariant): { key: PaperKey; needed: boolean }[] {
  const found = new Map<PaperKey, boolean>()
  const add = (key: PaperKey, needed: boolean): void => void found.set(key, needed || found.get(key) === true)
  if (paper.form === 'letter') {
    const { subject = '', body = [] } = paper.texts[variant] ?? {}
    add('recipient', true)
    if (variant === 'client') for (const key of ['client', 'clientAddress'] as const) add(key, true)
    for (const key of keysIn(subject)) add(key, true)
    for (const part of body) {
      if (typeof part === 'string') keysIn(part).forEach((key) => add(key, true))
      else if ('if' in part) add(part.if, false)
      else if ('list' in part) add(part.list, part.optional !== true)
    }
  } else if (variant === 'filled') {
    for (const part of paper.blocks) {
      if ('facts' in part) part.facts.forEach(([, key]) => key !== null && add(key, true))
      else if ('question' in part && part.field) add(part.field, true)
    }
  }
  return [...found].map(([key, needed]) => ({ key, needed }))
}

function keysIn(text: string): PaperKey[] {
  return [...text.matchAll(placeholder)].map(([, key]) => key as PaperKey)
}

function nodesOf(part: LetterPart, values: PaperValues): BlockNode[] {
  if (typeof part === 'string') return [paragraph(fill(part, values))]
  if ('heading' in part) return [{ type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: part.heading }] }]
  if ('items' in part) return [bullets(part.items)]
  if ('if' in part) return isMissing(values, part.if) ? [] : [paragraph(fill(part.text, values))]
  const value = values[part.list]
  if (value.length > 0) return [bullets(typeof value === 'string' ? [value] : value)]
  return part.optional ? [] : [paragraph(gap(paperKeys[part.list]))]
}

function paragraph(text: string): BlockNode {
  return { type: 'paragraph', content: [{ type: 'text', text }] }
}

function bullets(items: readonly string[]): BlockNode {
  return { type: 'bulletList', content: items.map((text) => ({ type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] })) }
}
