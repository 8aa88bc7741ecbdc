import { filters, normalName } from '../../../../shared/correspondence/templates/fields.ts'

/** What a tag asks for. */
export interface Tag {
  /** As it stands in the template, with its braces. */
  raw: string
  start: number
  end: number
  kind: 'field' | 'open' | 'open-not' | 'close' | 'item'
  /** The name as written; empty for `{/}` and `{.}`. */
  name: string
  filters: { name: string; argument: string }[]
}

/** Why a tag can't be read. */
export type TagTrouble = 'empty' | 'raw-xml' | 'delimiter' | 'expression' | 'forbidden' | 'unknown-filter' | 'filter-argument'

/** A tag that can't be read, and for a filter which. */
export interface BadTag { raw: string; start: number; end: number; trouble: TagTrouble; word: string }

/** A brace without its partner. */
export interface LooseBrace { start: number; brace: '{' | '}' }

/** `{name}` and `{{name}}`; `«name»` and `<<name>>` as mail merge shows its fields, where they hold nothing but a name. */
const anyTag = /\{\{([^{}]*)\}\}|\{([^{}]*)\}|«([\p{L}_][\p{L}\p{N}_.-]{0,60})»|<<([\p{L}_][\p{L}\p{N}_.-]{0,60})>>/gu
const nameOnly = /^[\p{L}_][\p{L}\p{N}_ ./-]{0,80}$/u
/** Names by which a program would be reached. No field is called so; the reader says why instead of calling them unknown. */
const forbidden = new Set(['constructor', 'prototype', 'proto', 'tostring', 'valueof', 'hasownproperty', 'isprototypeof', 'definegetter', 'lookupgetter', 'process', 'require', 'globalthis', 'this', 'eval', 'function'])

/** Finds the tags in the words of a paragraph, those that can't be read, and braces without a partner. */
export function findTags(text: string): { tags: Tag[]; bad: BadTag[]; loose: LooseBrace[] } {
  const tags: Tag[] = []
  const bad: BadTag[] = []
  const loose: LooseBrace[] = []
  let last = 0
  const looseIn = (from: number, to: number): void => {
    for (let at = from; at < to; at += 1) {
      const sign = text[at]
      if (sign === '{' || sign === '}') loose.push({ start: at, brace: sign })
    }
  }
  for (const match of text.matchAll(anyTag)) {
    const place = { raw: match[0], start: match.index, end: match.index + match[0].length }
    looseIn(last, place.start)
    last = place.end
    const read = readTag(match[1] ?? match[2] ?? match[3] ?? match[4] ?? '')
    if ('trouble' in read) bad.push({ ...place, ...read })
    else tags.push({ ...place, ...read })
  }
  looseIn(last, text.length)
  return { tags, bad, loose }
}

/** Reads what stands between the braces: a sign for sections, one name, and filters; nothing that could be calculated. */
export function readTag(inner: string): Pick<Tag, 'kind' | 'name' | 'filters'> | Pick<BadTag, 'trouble' | 'word'> {
  const text = inner.replace(/[\s\u00A0\u00AD\u200B-\u200D\uFEFF]+/gu, ' ').trim()
  if (text === '') return { trouble: 'empty', word: '' }
  if (text.startsWith('@')) return { trouble: 'raw-xml', word: text.slice(1) }
  if (text.startsWith('=')) return { trouble: 'delimiter', word: text }
  if (text === '.') return { kind: 'item', name: '', filters: [] }
  const kind = ({ '#': 'open', '^': 'open-not', '/': 'close' } as const)[text[0] ?? ''] ?? 'field'
  const rest = kind === 'field' ? text : text.slice(1).trim()
  if (kind === 'close' && rest === '') return { kind, name: '', filters: [] }
  const [name = '', ...steps] = rest.split('|').map((part) => part.trim())
  if (forbidden.has(normalName(name).replaceAll('_', '')) || name.split('.').some((part) => forbidden.has(normalName(part).replaceAll('_', '')))) {
    return { trouble: 'forbidden', word: name }
  }
  if (!nameOnly.test(name) || normalName(name) === '' || (kind !== 'field' && steps.length > 0)) return { trouble: 'expression', word: rest }
  const used: Tag['filters'] = []
  for (const step of steps) {
    const [filter = '', argument = ''] = step.split(':').map((part) => normalName(part))
    const known = Object.hasOwn(filters, filter) ? filters[filter] : undefined
    if (!known) return { trouble: 'unknown-filter', word: step.split(':')[0]?.trim() ?? '' }
    if (argument !== '' && !known.arguments.includes(argument)) return { trouble: 'filter-argument', word: step }
    used.push({ name: filter, argument })
  }
  return { kind, name, filters: used }
}
