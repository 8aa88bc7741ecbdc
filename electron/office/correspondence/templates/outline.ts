import type { OutlineBlock, Span } from '../../../../shared/correspondence/templates/model.ts'
import { all, attribute, child, children, is, type Document, type Element } from './xml.ts'

/** Words of a stretch that stands for a field, for a section, or for its end. */
const tagWords = /\uFDD3([#^/@]?)([^\uFDD4|]*)(?:\|[^\uFDD4]*)?\uFDD4/gu
const deepest = 12

/** What a tag is called: the key of its field, and its sign (`#` and `^` for the beginning of a section). */
export type TagLabel = (key: string, sign: string) => string

/** Gives a part of a document as paragraphs, tables and text boxes to be shown and clicked. A paragraph that wasn't in the file has number -1. */
export function outlineOf(document: Document, numbers: ReadonlyMap<Element, number>, label: TagLabel): OutlineBlock[] {
  const blocks = (parent: Element, depth: number): OutlineBlock[] => children(parent).flatMap((element): OutlineBlock[] => {
    if (is(element, 'p')) return [paragraph(element, depth)]
    if (is(element, 'tbl') && depth < deepest) {
      const rows = children(element).filter((row) => is(row, 'tr'))
      return [{ type: 'table', rows: rows.map((row) => children(row).flatMap((cell) => (is(cell, 'tc') ? [cell] : all(cell, 'tc'))).map((cell) => blocks(cell, depth + 1))) }]
    }
    // Content controls and the like are only a cover.
    return is(element, 'sdt') || is(element, 'sdtContent') || is(element, 'customXml') || is(element, 'body') || is(element, 'footnote') ? blocks(element, depth) : []
  })

  const paragraph = (element: Element, depth: number): OutlineBlock => {
    const properties = child(element, 'pPr')
    const style = attribute(properties && child(properties, 'pStyle'), 'val') ?? ''
    const boxes = depth < deepest ? boxesOf(element).map((box) => blocks(box, depth + 1)) : []
    const runs = runsOf(element)
    const first = runs.find((run) => child(run, 't'))
    return {
      type: 'paragraph',
      paragraph: numbers.get(element) ?? -1,
      spans: runs.flatMap((run) => spansOf(run, label)).reduce(merge, []),
      align: alignments[attribute(properties && child(properties, 'jc'), 'val') ?? ''] ?? 'left',
      size: Number(attribute(child(first ? (child(first, 'rPr') ?? first) : element, 'sz'), 'val') ?? 22) / 2,
      heading: /^(?:heading|berschrift|überschrift|title|titel)/iu.test(style),
      list: properties !== null && child(properties, 'numPr') !== null,
      picture: runs.some((run) => [...run.getElementsByTagNameNS('*', 'blip'), ...run.getElementsByTagNameNS('*', 'imagedata')].length > 0),
      boxes,
    }
  }
  const root = document.documentElement
  return root ? blocks(root, 0) : []
}

const alignments: Record<string, 'left' | 'center' | 'right' | 'justify'> = { center: 'center', right: 'right', end: 'right', both: 'justify', distribute: 'justify' }

/** Text boxes of a paragraph; of a drawing that Word keeps twice only the newer copy. */
function boxesOf(paragraph: Element): Element[] {
  const found: Element[] = []
  const visit = (element: Element): void => {
    for (const below of children(element)) {
      if (below.localName === 'Fallback') continue
      if (is(below, 'txbxContent')) found.push(below)
      else visit(below)
    }
  }
  visit(paragraph)
  return found
}

/** The paragraph's own runs, not those of text boxes in it. */
function runsOf(parent: Element): Element[] {
  return children(parent).flatMap((element) => {
    if (is(element, 'r')) return [element]
    return is(element, 'pPr') || is(element, 'del') || is(element, 'txbxContent') ? [] : runsOf(element)
  })
}

function spansOf(run: Element, label: TagLabel): Span[] {
  const look = child(run, 'rPr')
  const on = (name: string): boolean => {
    const flag = look && child(look, name)
    return flag !== null && !['0', 'false', 'none'].includes(attribute(flag, 'val') ?? '')
  }
  const text = children(run).map((part) => {
    if (is(part, 't')) return part.textContent ?? ''
    return is(part, 'br') || is(part, 'cr') ? '\n' : is(part, 'tab') ? '\t' : ''
  }).join('')
  const make = (words: string, mark: Span['mark']): Span => ({ text: words, bold: on('b'), italic: on('i'), mark })
  const spans: Span[] = []
  let last = 0
  for (const match of text.matchAll(tagWords)) {
    if (match.index > last) spans.push(make(text.slice(last, match.index), 'none'))
    const key = match[2] ?? ''
    spans.push(make(match[1] === '/' ? 'Ende' : label(key, match[1] ?? ''), 'tag'))
    last = match.index + match[0].length
  }
  if (last < text.length) spans.push(make(text.slice(last), 'none'))
  return spans
}

function merge(spans: Span[], next: Span): Span[] {
  const last = spans.at(-1)
  if (last && last.mark === 'none' && next.mark === 'none' && last.bold === next.bold && last.italic === next.italic) last.text += next.text
  else spans.push({ ...next })
  return spans
}
