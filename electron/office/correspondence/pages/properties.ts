import type { Border, Borders, Look, Paragraph, TabStop } from '../../../../shared/correspondence/pages/model.ts'
import { attribute, child, children, type Element } from '../templates/xml.ts'
import { colour, given, number, toggle, twips } from './measures.ts'

/** What a style or a run says of its letters. */
export type LetterProperties = Partial<Look> & { hidden?: boolean; style?: string }

/** What a style or a paragraph says of itself. */
export type ParagraphProperties = Partial<Pick<Paragraph, 'left' | 'right' | 'first' | 'before' | 'after' | 'keepNext' | 'keepLines' | 'tearable' | 'breakBefore' | 'ground' | 'borders' | 'rightToLeft'>> & {
  justify?: string
  line?: number
  rule?: Paragraph['line']['rule']
  contextual?: boolean
  /** Stops by their place; `clear` takes an inherited one away. */
  tabs?: Map<number, TabStop | 'clear'>
  list?: { id: string; level: number }
  style?: string
}

const highlights: Record<string, string> = {
  yellow: '#ffff00', green: '#00ff00', cyan: '#00ffff', magenta: '#ff00ff', blue: '#0000ff', red: '#ff0000', darkBlue: '#000080', darkCyan: '#008080', darkGreen: '#008000',
  darkMagenta: '#800080', darkRed: '#800000', darkYellow: '#808000', darkGray: '#808080', lightGray: '#c0c0c0', black: '#000000', white: '#ffffff',
}

/** Reads `w:rPr`. @param themeFont gives the font that a name of the theme stands for */
export function letterProperties(element: Element | null, themeFont: (name: string) => string | undefined): LetterProperties {
  if (!element) return {}
  const fonts = child(element, 'rFonts')
  const size = number(attribute(child(element, 'sz'), 'val'))
  const underline = child(element, 'u')
  const raise = attribute(child(element, 'vertAlign'), 'val')
  const kern = child(element, 'kern')
  return given({
    font: themeFont(attribute(fonts, 'asciiTheme') ?? '') ?? attribute(fonts, 'ascii') ?? undefined,
    size: size === null ? undefined : size / 2,
    bold: toggle(element, 'b'), italic: toggle(element, 'i'), strike: toggle(element, 'strike') ?? toggle(element, 'dstrike'), caps: toggle(element, 'caps'),
    smallCaps: toggle(element, 'smallCaps'), hidden: toggle(element, 'vanish'),
    kerning: kern ? (number(attribute(kern, 'val')) ?? 0) > 0 : undefined,
    underline: underline ? attribute(underline, 'val') !== 'none' : undefined,
    raise: raise === 'superscript' ? 'super' as const : raise === 'subscript' ? 'sub' as const : undefined,
    spacing: twips(attribute(child(element, 'spacing'), 'val')),
    colour: colour(attribute(child(element, 'color'), 'val')),
    ground: highlights[attribute(child(element, 'highlight'), 'val') ?? ''] ?? colour(attribute(child(element, 'shd'), 'fill')),
    style: attribute(child(element, 'rStyle'), 'val') ?? undefined,
  })
}

/** Reads `w:pPr`. */
export function paragraphProperties(element: Element | null): ParagraphProperties {
  if (!element) return {}
  const indent = child(element, 'ind')
  const spacing = child(element, 'spacing')
  const hanging = twips(attribute(indent, 'hanging'))
  const rule = attribute(spacing, 'lineRule') ?? 'auto'
  const line = number(attribute(spacing, 'line'))
  const list = child(element, 'numPr')
  const tabs = child(element, 'tabs')
  const borders = child(element, 'pBdr')
  return given({
    justify: attribute(child(element, 'jc'), 'val') ?? undefined,
    rightToLeft: toggle(element, 'bidi'),
    left: twips(attribute(indent, 'left') ?? attribute(indent, 'start')),
    right: twips(attribute(indent, 'right') ?? attribute(indent, 'end')),
    first: hanging === null ? twips(attribute(indent, 'firstLine')) : -hanging,
    before: distance(spacing, 'before'), after: distance(spacing, 'after'),
    line: line === null ? undefined : rule === 'auto' ? line / 240 : line / 20,
    rule: line === null ? undefined : rule === 'exact' ? 'exact' as const : rule === 'atLeast' ? 'least' as const : 'auto' as const,
    contextual: toggle(element, 'contextualSpacing'),
    keepNext: toggle(element, 'keepNext'), keepLines: toggle(element, 'keepLines'), tearable: off(toggle(element, 'widowControl')), breakBefore: toggle(element, 'pageBreakBefore'),
    ground: colour(attribute(child(element, 'shd'), 'fill')),
    borders: borders ? bordersOf(borders) : undefined,
    tabs: tabs ? new Map(children(tabs).map((tab) => [twips(attribute(tab, 'pos')) ?? 0, stopOf(tab)])) : undefined,
    list: list ? { id: attribute(child(list, 'numId'), 'val') ?? '', level: number(attribute(child(list, 'ilvl'), 'val')) ?? 0 } : undefined,
    style: attribute(child(element, 'pStyle'), 'val') ?? undefined,
  })
}

/** What a paragraph says over what it inherits. */
export function overParagraph(inherited: ParagraphProperties, own: ParagraphProperties): ParagraphProperties {
  return { ...inherited, ...own, ...(inherited.tabs && own.tabs ? { tabs: new Map([...inherited.tabs, ...own.tabs]) } : {}) }
}

function off(value: boolean | undefined): boolean | undefined {
  return value === undefined ? undefined : !value
}

function distance(spacing: Element | null, side: 'before' | 'after'): number | null {
  // Browsers' own distance between paragraphs: Word takes 14 points.
  if (['1', 'true', 'on'].includes(attribute(spacing, `${side}Autospacing`) ?? '')) return 14
  return twips(attribute(spacing, side))
}

function stopOf(tab: Element): TabStop | 'clear' {
  const kind = attribute(tab, 'val')
  if (kind === 'clear') return 'clear'
  const leader = attribute(tab, 'leader') ?? 'none'
  return { at: twips(attribute(tab, 'pos')) ?? 0, kind: kind === 'center' ? 'center' : kind === 'right' || kind === 'end' || kind === 'decimal' ? 'right' : 'left', leader: leader !== 'none' }
}

const lineStyles: Record<string, Border['style']> = { double: 'double', triple: 'double', dotted: 'dotted', dashed: 'dashed', dashSmallGap: 'dashed', dotDash: 'dashed' }

/** Reads lines around something; `start` and `end` are names for left and right. */
export function bordersOf(element: Element): Borders {
  const side = (...names: string[]): Border | undefined => {
    const found = names.map((name) => child(element, name)).find((each) => each !== null)
    return found ? lineOf(found) : undefined
  }
  return given({ top: side('top'), right: side('right', 'end'), bottom: side('bottom'), left: side('left', 'start') })
}

/** A line; undefined for „none". */
export function lineOf(element: Element): Border | undefined {
  const style = attribute(element, 'val') ?? 'none'
  if (style === 'none' || style === 'nil') return undefined
  const width = (number(attribute(element, 'sz')) ?? 4) / 8
  const kind = lineStyles[style] ?? 'solid'
  // Word counts one of the two lines of a double one; together with what is between them they are three times as wide.
  return { style: kind, width: kind === 'double' ? width * 3 : width, space: number(attribute(element, 'space')) ?? 0, ...given({ colour: colour(attribute(element, 'color')) }) }
}
