import type { Block, Border, Paragraph, Placed } from '../../../../shared/correspondence/pages/model.ts'
import { attribute, child, children, is, type Element } from '../templates/xml.ts'
import { alignOf, number, twips } from './measures.ts'
import type { Part } from './package.ts'
import { overParagraph, paragraphProperties, letterProperties, type ParagraphProperties } from './properties.ts'
import { readInlines } from './read-inlines.ts'
import { readTable, tablePlace } from './read-table.ts'
import { deepest, type Inherited, type Reading } from './reading.ts'

/** Covers that say nothing themselves. */
const covers = new Set(['sdt', 'sdtContent', 'customXml', 'ins', 'moveTo', 'smartTag'])
export const nothingInherited: Inherited = { paragraph: {}, letters: {} }

/** A piece of a text: what follows each other, and where a section of it ends. */
export interface Story { blocks: Block[]; end: Element | null }

/** Gives the paragraphs and tables of a part of a document. */
export function readBlocks(parent: Element, part: Part, reading: Reading, inherited: Inherited = nothingInherited, depth = 0): Block[] {
  return readStories(parent, part, reading, inherited, depth).flatMap(({ blocks }) => blocks)
}

/** Gives the text divided into its sections; the last one ends with `null`. */
export function readStories(parent: Element, part: Part, reading: Reading, inherited: Inherited = nothingInherited, depth = 0): Story[] {
  const stories: Story[] = [{ blocks: [], end: null }]
  if (depth > deepest) return stories
  let waiting: Placed[] = []
  let frame: { key: string; placed: Placed } | null = null
  let breakBefore = false
  const visit = (element: Element): void => {
    const story = stories.at(-1)
    if (!story) return
    if (covers.has(element.localName ?? '')) {
      for (const below of children(element)) visit(below)
      return
    }
    if (is(element, 'tbl')) {
      const table = readTable(element, part, reading, depth)
      frame = null
      const place = tablePlace(element, table)
      if (place) waiting.push(place)
      else story.blocks.push(table)
      return
    }
    if (!is(element, 'p')) return
    const read = readParagraph(element, part, reading, inherited, depth)
    if (!read) return
    const framePr = frameOf(element, reading)
    if (framePr) {
      if (frame?.key !== framePr.key) waiting.push((frame = { key: framePr.key, placed: framePr.placed }).placed)
      frame.placed.blocks.push(...read.paragraphs)
      return
    }
    frame = null
    const [first] = read.paragraphs
    if (first) {
      first.placed.unshift(...waiting)
      first.breakBefore ||= breakBefore
    }
    waiting = []
    breakBefore = read.breakAfter
    story.blocks.push(...read.paragraphs)
    const section = child(child(element, 'pPr') ?? element, 'sectPr')
    if (section) {
      story.end = section
      stories.push({ blocks: [], end: null })
    }
  }
  for (const element of children(parent)) visit(element)
  const last = stories.at(-1)?.blocks.findLast((block) => block.type === 'paragraph')
  if (last) last.placed.push(...waiting)
  else if (waiting.length > 0) stories.at(-1)?.blocks.push({ ...emptyParagraph(reading), placed: waiting })
  for (const { blocks } of stories) joinBorders(blocks)
  return stories
}

/** @returns null for a paragraph that isn't shown */
function readParagraph(element: Element, part: Part, reading: Reading, inherited: Inherited, depth: number): { paragraphs: Paragraph[]; breakAfter: boolean } | null {
  const own = paragraphProperties(child(element, 'pPr'))
  const style = reading.styles.paragraph(own.style)
  const said = overParagraph(overParagraph(overParagraph(reading.styles.defaults.paragraph, inherited.paragraph), style.paragraph), own)
  const label = said.list && said.list.id !== '0' ? reading.lists(said.list) : null
  // What the list says of its indents goes over the style, unless the style itself is of the list.
  const properties = label === null ? said : own.list
    ? overParagraph(overParagraph(overParagraph(overParagraph(reading.styles.defaults.paragraph, inherited.paragraph), style.paragraph), label.paragraph), own)
    : overParagraph(overParagraph(overParagraph(overParagraph(reading.styles.defaults.paragraph, inherited.paragraph), label.paragraph), style.paragraph), own)
  const letters = { ...reading.styles.defaults.letters, ...inherited.letters, ...style.letters }
  const mark = { ...letters, ...letterProperties(child(child(element, 'pPr') ?? element, 'rPr'), reading.styles.font) }
  const read = readInlines(element, part, reading, letters, depth)
  if (mark.hidden && read.lines.every(({ length }) => length === 0)) return null
  const look = reading.look(mark)
  const base = { ...shapeOf(properties, style.id), look, ...(label ? { label: { text: label.text, look: reading.look({ ...mark, underline: false, ...label.letters }) } } : {}) }
  const breakAfter = read.lines.length > 1 && read.lines.at(-1)?.length === 0
  const lines = breakAfter ? read.lines.slice(0, -1) : read.lines
  const paragraphs = lines.map((inlines, index): Paragraph => ({
    ...base, inlines, placed: index === 0 ? read.placed : [],
    ...(index === 0 ? {} : { breakBefore: true, before: 0, label: undefined, first: 0 }), ...(index < lines.length - 1 ? { after: 0, keepNext: false } : {}),
  }))
  return { paragraphs, breakAfter }
}

const alignments: Record<string, Paragraph['align']> = { center: 'center', both: 'justify', distribute: 'justify', end: 'end', right: 'end' }

function shapeOf(said: ParagraphProperties, style: string): Omit<Paragraph, 'look' | 'inlines' | 'placed'> {
  const rightToLeft = said.rightToLeft ?? false
  return {
    type: 'paragraph', rightToLeft, align: alignments[said.justify ?? ''] ?? 'start',
    left: said.left ?? 0, right: said.right ?? 0, first: said.first ?? 0, before: said.before ?? 0, after: said.after ?? 0, style, close: said.contextual ?? false,
    line: { rule: said.rule ?? 'auto', value: said.line ?? 1 }, tabs: [...said.tabs?.values() ?? []].filter((tab) => tab !== 'clear').toSorted((a, b) => a.at - b.at),
    keepNext: said.keepNext ?? false, keepLines: said.keepLines ?? false, tearable: said.tearable ?? false, breakBefore: said.breakBefore ?? false, ground: said.ground, borders: said.borders,
  }
}

/** A paragraph without words, in the standard style. */
export function emptyParagraph(reading: Reading): Paragraph {
  const { id, paragraph, letters } = reading.styles.paragraph(undefined)
  return { ...shapeOf(overParagraph(reading.styles.defaults.paragraph, paragraph), id), look: reading.look({ ...reading.styles.defaults.letters, ...letters }), inlines: [], placed: [] }
}

/** The frame of a paragraph: the oldest way of Word's to place text. Neighbours with equal frames share one. */
function frameOf(element: Element, reading: Reading): { key: string; placed: Placed } | null {
  const properties = child(element, 'pPr')
  const styled = attribute(properties && child(properties, 'pStyle'), 'val')
  const frame = properties && child(properties, 'framePr')
  if (!frame || attribute(frame, 'dropCap') === 'drop') return null
  const value = (name: string) => twips(attribute(frame, name)) ?? 0
  const from = (name: string) => { const anchor = attribute(frame, name) ?? 'page'; return anchor === 'page' || anchor === 'margin' ? anchor : null }
  const align = (name: string) => alignOf(attribute(frame, name))
  const rule = attribute(frame, 'hRule')
  const wrap = attribute(frame, 'wrap') ?? 'around'
  return {
    key: `${children(properties).filter((each) => is(each, 'framePr')).map((each) => [...each.attributes].map((one) => `${one.localName}=${one.value}`).toSorted().join()).join()}`,
    placed: {
      across: { from: from('hAnchor') ?? 'margin', offset: value('x'), align: align('xAlign') }, down: { from: from('vAnchor') ?? 'paragraph', offset: value('y'), align: align('yAlign') },
      width: value('w'), height: value('h'), least: rule !== 'exact', wrap: wrap === 'none' || wrap === 'through' ? 'none' : wrap === 'notBeside' ? 'below' : 'beside',
      padding: [0, 0, 0, 0], align: 'start', blocks: [], ...(styled === null ? {} : { ground: reading.styles.paragraph(styled).paragraph.ground }),
    },
  }
}

/** Neighbours with equal borders stand in one box. */
function joinBorders(blocks: readonly Block[]): void {
  const key = (borders: Paragraph['borders']): string => JSON.stringify([borders?.top, borders?.right, borders?.bottom, borders?.left].map((border?: Border) => border ?? null))
  const paragraphs = blocks.map((block) => (block.type === 'paragraph' && block.borders ? { block, key: key(block.borders) + number(String(block.left)) } : null))
  for (const [index, each] of paragraphs.entries()) {
    const next = paragraphs[index + 1]
    if (!each || !next || each.key !== next.key) continue
    each.block.borders = { ...each.block.borders, bottom: undefined }
    next.block.borders = { ...next.block.borders, top: undefined }
  }
}
