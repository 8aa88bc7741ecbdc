import { filters, type TemplateField } from '../../../../shared/correspondence/templates/fields.ts'
import { mostSimilar } from '../../../../shared/correspondence/templates/matching.ts'
import type { Fault } from '../../../../shared/correspondence/templates/model.ts'
import { fault, type FaultCode, type FaultPlace } from './fault-texts.ts'
import { marks } from './marks.ts'
import { blankKey, type Names } from './names.ts'
import { ParagraphText } from './paragraph-text.ts'
import { pagesOf, type TextPart } from './parts.ts'
import { findTags, type Tag } from './tags.ts'
import { all, inFallback, is, type Element } from './xml.ts'

interface Section { name: string; field: TemplateField | null; table: Element | null; place: FaultPlace }

/** What was found in a part, beside the faults: where the formatted text goes. */
export interface StudiedPart { faults: Fault[]; textAt: Element[] }

/**
 * Reads the tags of a part, says what is wrong with them, and writes those that are right in the form in which they are filled:
 * in one run, with signs instead of braces, with the key of their field instead of the name.
 * @param numbers the number of every paragraph of the file as it came in
 */
export function studyPart(part: TextPart, names: Names, numbers: ReadonlyMap<Element, number>): StudiedPart {
  const faults: Fault[] = []
  const textAt: Element[] = []
  const sections: Section[] = []
  const pages = pagesOf(part)
  const reported = new Set<string>()

  all(part.document, 'p').filter((paragraph) => !inFallback(paragraph)).forEach((paragraph) => {
    const number = numbers.get(paragraph) ?? null
    const words = new ParagraphText(paragraph)
    const { text } = words
    if (!/[{}«]|<</u.test(text)) return
    const base = { part: part.name, paragraph: number, where: whereIs(part, paragraph, number, pages) }
    const at = (start: number, end: number): FaultPlace => ({ ...base, quote: quoteOf(text, start, end) })
    const add = (code: FaultCode, place: FaultPlace, word = '', other = ''): void => void faults.push(fault(code, place, word, other))
    const { tags, bad, loose } = findTags(text)
    for (const each of bad) add(each.trouble, at(each.start, each.end), each.word, each.trouble === 'unknown-filter' ? similarFilter(each.word) : '')
    // A section that can't be read is still followed, so that its end isn't called superfluous.
    for (const each of bad) if (/^\{+\s*[#^]/u.test(each.raw)) sections.push({ name: each.word, field: null, table: tableOf(paragraph), place: at(each.start, each.end) })
    if (loose.length > 0) reportLoose(loose[0] as { start: number; brace: '{' | '}' }, text, part, paragraph, add, at)

    const rewrites: { tag: Tag; words: string }[] = []
    for (const tag of tags) {
      const place = at(tag.start, tag.end)
      const division = words.division(tag.start, tag.end)
      if (!division.solid) {
        add('crosses-break', place, tag.name)
        continue
      }
      if (division.parts.length > 1) add('split', { ...place, quote: division.parts.join(' ¦ ') }, tag.name || tag.raw)
      const code = codeOf(tag, { names, sections, place, paragraph, add, reported, margin: part.margin, alone: text.trim() === tag.raw, textAt })
      if (code !== null) rewrites.push({ tag, words: `${marks.tagStart}${code}${marks.tagEnd}` })
    }
    for (const { tag, words: code } of rewrites.toReversed()) words.replace(tag.start, tag.end, code)
  })
  for (const section of sections) faults.push(fault('section-unclosed', section.place, section.name))
  return { faults, textAt }
}

interface Around {
  names: Names
  sections: Section[]
  place: FaultPlace
  paragraph: Element
  add(code: FaultCode, place: FaultPlace, word?: string, other?: string): void
  reported: Set<string>
  margin: boolean
  /** Whether nothing else stands in the paragraph. */
  alone: boolean
  textAt: Element[]
}

/** The form in which a tag is filled, or null when something is wrong with it; that was said then. */
function codeOf(tag: Tag, { names, sections, place, paragraph, add, reported, margin, alone, textAt }: Around): string | null {
  const inner = sections.findLast(({ field }) => field?.columns) ?? null
  if (tag.kind === 'item') {
    if (inner) return '.'
    add('item-outside', place)
    return null
  }
  if (tag.kind === 'close') return close(tag, sections, place, paragraph, add)
  const meaning = names.meaning(tag.name, inner?.field ?? null, place.where)
  const filters = tag.filters.map(({ name, argument }) => `|${name}${argument === '' ? '' : `:${argument}`}`).join('')
  const sign = { field: '', open: '#', 'open-not': '^' }[tag.kind]
  const open = (field: TemplateField | null): void => {
    if (sign !== '') sections.push({ name: tag.name, field: tag.kind === 'open' ? field : null, table: tableOf(paragraph), place })
  }
  if (meaning.kind === 'unknown' || meaning.kind === 'column-outside') {
    if (!reported.has(tag.name)) add(meaning.kind === 'unknown' ? 'unknown-name' : 'column-outside', place, tag.name, meaning.kind === 'unknown' ? (meaning.proposal ?? '') : meaning.of)
    reported.add(tag.name)
    open(null)
    return null
  }
  if (meaning.kind === 'field' && meaning.field.type === 'text') {
    if (sign !== '') {
      add('section-filter', place, tag.name)
      open(null)
    } else if (margin) add('text-in-margin', place)
    else if (!alone) add('text-not-alone', place)
    else {
      if (textAt.length > 0) add('text-twice', place)
      textAt.push(paragraph)
      return `@${meaning.field.key}`
    }
    return null
  }
  open(meaning.kind === 'field' ? meaning.field : null)
  const key = meaning.kind === 'field' ? meaning.field.key : meaning.kind === 'column' ? meaning.key : blankKey
  return `${sign}${key}${filters}`
}

function close(tag: Tag, sections: Section[], place: FaultPlace, paragraph: Element, add: Around['add']): string | null {
  const last = sections.at(-1)
  if (!last) {
    add('section-unopened', place, tag.name)
    return null
  }
  if (tag.name !== '' && tag.name.toLocaleLowerCase('de') !== last.name.toLocaleLowerCase('de')) {
    const known = sections.findLastIndex(({ name }) => name.toLocaleLowerCase('de') === tag.name.toLocaleLowerCase('de'))
    add(known < 0 ? 'section-unopened' : 'section-crossed', place, tag.name, last.name)
    if (known >= 0) sections.splice(known, 1)
    return null
  }
  sections.pop()
  if (last.table !== tableOf(paragraph)) add('section-cells', place, last.name)
  return '/'
}

function tableOf(paragraph: Element): Element | null {
  for (let above = paragraph.parentNode; above; above = above.parentNode) if (is(above, 'tbl')) return above
  return null
}

function reportLoose(
  { start, brace }: { start: number; brace: '{' | '}' }, text: string, part: TextPart, paragraph: Element, add: Around['add'], at: (start: number, end: number) => FaultPlace,
): void {
  const after = part.paragraphs.slice(part.paragraphs.indexOf(paragraph) + 1).map((each) => new ParagraphText(each).text).find((each) => /[{}]/u.test(each))
  const next = /[{}]/u.exec(after ?? '')?.[0]
  if (brace === '{' && next === '}' && !text.slice(start).includes('}')) return add('crosses-paragraph', at(start, text.length))
  // The end of one that was reported in the paragraph where it began.
  const before = part.paragraphs.slice(0, part.paragraphs.indexOf(paragraph)).toReversed().map((each) => new ParagraphText(each).text).find((each) => /[{}]/u.test(each))
  if (brace === '}' && before !== undefined && (before.lastIndexOf('{') > before.lastIndexOf('}'))) return
  const word = brace === '{' ? /^\{\s*([\p{L}\p{N}_]*)/u.exec(text.slice(start))?.[1] : /([\p{L}\p{N}_]*)\s*\}$/u.exec(text.slice(0, start + 1))?.[1]
  add(brace === '{' ? 'unclosed' : 'unopened', at(start, start + 1), word ?? '')
}

function whereIs(part: TextPart, paragraph: Element, number: number | null, pages: readonly number[]): string {
  const inside: string[] = []
  for (let above = paragraph.parentNode; above; above = above.parentNode) {
    if (is(above, 'txbxContent')) inside.push('Textfeld')
    if (is(above, 'tbl')) inside.push('Tabelle')
  }
  const line = number === null ? 'eingefügte Stelle' : `Absatz ${number + 1}`
  const start = part.margin ? part.label : `Seite ${number === null ? 1 : (pages[number] ?? 1)}`
  return [start, line, ...new Set(inside)].join(', ')
}

const quoteLength = 60

function quoteOf(text: string, start: number, end: number): string {
  const from = Math.max(0, start - quoteLength / 2)
  const to = Math.min(text.length, end + quoteLength / 2)
  return `${from > 0 ? '…' : ''}${text.slice(from, to).replace(/[\n\t\uFFFC]+/gu, ' ').trim()}${to < text.length ? '…' : ''}`
}

function similarFilter(word: string): string {
  return mostSimilar(word, Object.keys(filters)) ?? ''
}
