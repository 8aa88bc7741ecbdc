import type { Inline, Placed } from '../../../../shared/correspondence/pages/model.ts'
import { attribute, child, children, is, type Element } from '../templates/xml.ts'
import { readDrawing } from './read-drawing.ts'
import { readPict } from './read-vml.ts'
import type { Part } from './package.ts'
import { letterProperties, type LetterProperties } from './properties.ts'
import type { Reading } from './reading.ts'

/** What a paragraph says, divided at page breaks, and what it holds in place. */
export interface ParagraphWords { lines: Inline[][]; placed: Placed[] }

/** A field of Word's: its code, and whether its result has begun. */
interface Field { code: string; result: boolean }

/** Signs of Word's sign fonts that forms and letterheads use. */
const signs: Record<string, string> = {
  F0A8: '☐', F06F: '☐', F071: '❑', F0FE: '☒', F0FD: '☒', F052: '☑', F0FC: '✓', F0B7: '•', F0A7: '▪', F0D8: '➢', F0E0: '→', F028: '☎', F02A: '✉', F029: '☎',
}

/** Reads what a paragraph says. @param letters what the paragraph's style says of its letters */
export function readInlines(paragraph: Element, part: Part, reading: Reading, letters: LetterProperties, depth: number): ParagraphWords {
  const lines: Inline[][] = [[]]
  const placed: Placed[] = []
  const fields: Field[] = []
  const add = (inline: Inline): void => {
    if (inline.type === 'text' && inline.text === '') return
    const line = lines.at(-1) ?? []
    const last = line.at(-1)
    if (inline.type === 'text' && last?.type === 'text' && last.look === inline.look) last.text += inline.text
    else line.push(inline)
  }
  /** Whether what stands here is shown: not the code of a field, nor a result that is reckoned anew. */
  const shown = (): boolean => fields.every(({ code, result }) => result && numberOf(code) === null)
  const numbered = (code: string, look: number): void => {
    const type = numberOf(code)
    if (type !== null && fields.every((field) => field.result)) add({ type, look })
  }

  const run = (element: Element): void => {
    const own = letterProperties(child(element, 'rPr'), reading.styles.font)
    const all = { ...letters, ...reading.styles.letters(own.style), ...own }
    if (all.hidden) return
    const look = reading.look(all)
    for (const each of children(element)) content(each, look)
  }

  const content = (element: Element, look: number): void => {
    const name = element.localName ?? ''
    if (name === 'fldChar') return field(attribute(element, 'fldCharType') ?? '', look)
    if (name === 'instrText') {
      const open = fields.at(-1)
      if (open && !open.result) open.code += element.textContent ?? ''
      return
    }
    if (name === 'AlternateContent') return alternatives(element, look)
    if (!shown()) return
    switch (name) {
      case 't': return add({ type: 'text', text: element.textContent ?? '', look })
      case 'tab': case 'ptab': return add({ type: 'tab', look })
      case 'cr': return add({ type: 'break', look })
      case 'br': return attribute(element, 'type') === 'page' ? void lines.push([]) : add({ type: 'break', look })
      case 'noBreakHyphen': return add({ type: 'text', text: '\u2011', look })
      case 'softHyphen': return add({ type: 'text', text: '\u00AD', look })
      case 'sym': return add({ type: 'text', text: symbol(element), look })
      case 'pgNum': return add({ type: 'page', look })
      case 'footnoteReference': return add({ type: 'note', note: noteNumber(element), look })
      case 'footnoteRef': return void 0
      case 'drawing': return take(readDrawing(element, part, reading, depth))
      case 'pict': case 'object': return take(readPict(element, part, reading, depth))
    }
  }

  const take = ({ inline, placed: found }: { inline: Inline | null; placed: Placed[] }): void => {
    if (inline) add(inline)
    placed.push(...found)
  }

  const field = (type: string, look: number): void => {
    if (type === 'begin') fields.push({ code: '', result: false })
    const open = fields.at(-1)
    if (type === 'separate' && open) {
      fields.pop()
      numbered(open.code, look)
      fields.push({ ...open, result: true })
    }
    if (type === 'end' && open) {
      fields.pop()
      if (!open.result) numbered(open.code, look)
    }
  }

  /** Of a drawing that Word keeps twice, the newer copy where it is one that is read here. */
  const alternatives = (element: Element, look: number): void => {
    const choice = children(element).find((each) => each.localName === 'Choice' && /^(?:wps|wpg|wp14)$/u.test(each.getAttribute('Requires') ?? ''))
    const taken = choice ?? children(element).find((each) => each.localName === 'Fallback')
    for (const each of taken ? children(taken) : []) content(each, look)
  }

  const noteNumber = (element: Element): number => {
    const id = attribute(element, 'id') ?? ''
    const known = reading.notes.indexOf(id)
    return known < 0 ? reading.notes.push(id) : known + 1
  }

  const visit = (element: Element): void => {
    if (is(element, 'r')) return run(element)
    if (is(element, 'pPr') || is(element, 'del') || is(element, 'moveFrom')) return
    if (is(element, 'fldSimple')) {
      const code = attribute(element, 'instr') ?? ''
      if (numberOf(code) !== null) return numbered(code, reading.look({ ...letters, ...letterProperties(child(children(element)[0] ?? element, 'rPr'), reading.styles.font) }))
    }
    for (const below of children(element)) visit(below)
  }
  for (const element of children(paragraph)) visit(element)
  return { lines, placed }
}

function numberOf(code: string): 'page' | 'pages' | null {
  const [word = ''] = code.trim().split(/[\s\\]/u)
  return /^PAGE$/iu.test(word) ? 'page' : /^(?:NUMPAGES|SECTIONPAGES)$/iu.test(word) ? 'pages' : null
}

function symbol(element: Element): string {
  const code = (attribute(element, 'char') ?? '').toUpperCase()
  const value = Number.parseInt(code, 16)
  return signs[code] ?? (Number.isNaN(value) || (value >= 0xe000 && value <= 0xf8ff) || value > 0xffff ? '•' : String.fromCodePoint(value))
}
