import { noteLook, type NoteLook } from './footnotes.ts'
import type { ListNumbering } from './numbering.ts'
import type { WordPackage } from './word-package.ts'
import { all, attribute, child, children, is, parseXml, serialiseXml, type Document, type Element, type Node } from './xml.ts'

/** How the formatted text looks in a template: as the paragraph in which its field stands, with the template's own styles. */
export interface BodyLook {
  /** Properties of the paragraph, each by its name: `pStyle`, `spacing` … */
  paragraph: ReadonlyMap<string, string>
  /** Properties of the words, as XML without the element around them. */
  run: string
  /** Whether the template leaves its paragraphs without any distance, so that blank lines divide them. */
  tight: boolean
  /** Ids of the template's styles of headings by level, of quotations and of tables, where it has them. */
  headings: Readonly<Record<1 | 2 | 3, string | null>>
  quote: string | null
  table: string | null
  /** Styles of bulleted lists by level, as far as the template has them, and the style and definition of its numbered list. */
  bullets: readonly string[]
  numbered: { style: string; definition: number } | null
  numbering: ListNumbering
  /** How notes are made; null where Word has none: in headers and text boxes. They stand below the text there. */
  notes: NoteLook | null
}

/** Reads how the text will look where its field stands. */
export function bodyLook(paragraph: Element, file: WordPackage, numbering: ListNumbering, inMain: boolean): BodyLook {
  const properties = child(paragraph, 'pPr')
  const run = all(paragraph, 'r').find((each) => child(each, 't'))
  const look = run && child(run, 'rPr')
  const own = (properties ? children(properties) : []).filter((each) => !['sectPr', 'numPr', 'rPr', 'pPrChange'].includes(each.localName ?? ''))
  const part = stylesIn(file)
  const styles = stylesOf(part)
  const idOf = (style: Element | undefined): string | null => (style ? attribute(style, 'styleId') : null)
  const heading = (level: number): string | null => idOf(styles('paragraph', [`heading ${level}`, `überschrift ${level}`], [`heading${level}`, `berschrift${level}`, `überschrift${level}`]))
  const bullets = ['', ' 2', ' 3'].map((number) => styles('paragraph', [`list bullet${number}`, `aufzählungszeichen${number}`]))
  const firstWithout = bullets.findIndex((style) => !style || all(style, 'numPr').length === 0)
  return {
    paragraph: new Map(own.map((each) => [each.localName ?? '', withoutNamespaces(serialiseXml(each))])),
    run: look ? children(look).map((each) => withoutNamespaces(serialiseXml(each))).join('') : '',
    tight: !standApart(properties, part),
    headings: { 1: heading(1), 2: heading(2), 3: heading(3) },
    quote: idOf(styles('paragraph', ['quote', 'zitat', 'quotations'], ['quote', 'zitat'])),
    table: idOf(styles('table', ['table grid', 'tabellenraster'], ['tablegrid', 'tabellenraster'])),
    bullets: bullets.slice(0, firstWithout < 0 ? bullets.length : firstWithout).map((style) => idOf(style) ?? ''),
    numbered: numberedStyle(styles('paragraph', ['list number', 'listennummer']), file.entries.get(numbering.part)?.toString('utf8') ?? ''),
    numbering,
    notes: inMain && !inTextBox(paragraph)
      ? noteLook(file, { textStyle: idOf(styles('paragraph', ['footnote text', 'fußnotentext'])), referenceStyle: idOf(styles('character', ['footnote reference', 'fußnotenzeichen'])) })
      : null,
  }
}

/** Finds styles by their names, which are English in the files of a German Word, too, or by the ids that Word gives them. */
function stylesOf(part: Document | null): (type: string, names: readonly string[], ids?: readonly string[]) => Element | undefined {
  const styles = part === null ? [] : all(part, 'style')
  const lower = (text: string | null): string => text?.toLowerCase() ?? ''
  return (type, names, ids = []) => {
    const fitting = styles.filter((each) => attribute(each, 'type') === type)
    return fitting.find((each) => lower(attribute(child(each, 'name'), 'val')) === names[0])
      ?? fitting.find((each) => names.includes(lower(attribute(child(each, 'name'), 'val'))) || ids.includes(lower(attribute(each, 'styleId'))))
  }
}

function stylesIn({ entries, main }: WordPackage): Document | null {
  const xml = entries.get(`${main.slice(0, main.lastIndexOf('/') + 1)}styles.xml`)?.toString('utf8')
  return xml === undefined ? null : parseXml(xml)
}

/** Whether paragraphs with these properties are told apart: by a distance or by an indented first line, of their own, their style's or the document's. */
function standApart(own: Element | null, styles: Document | null): boolean {
  const sources = [own, ...inherited(own, styles)].filter((each) => each !== null)
  const number = (element: string, names: readonly string[]): number => {
    const said = names.map((name) => sources.map((each) => attribute(child(each, element), name)).find((value) => value !== null && value !== ''))
    return Math.max(...said.map((value) => Number(value ?? 0) || 0))
  }
  return number('spacing', ['before', 'after', 'beforeLines', 'afterLines', 'beforeAutospacing', 'afterAutospacing']) > 0 || number('ind', ['firstLine', 'firstLineChars']) > 0
}

/** The properties that a paragraph takes over: from its style, from what that is based on, and from the defaults of the document. */
function inherited(own: Element | null, styles: Document | null): (Element | null)[] {
  if (styles === null) return []
  const known = all(styles, 'style').filter((each) => attribute(each, 'type') === 'paragraph')
  const named = (id: string | null): Element | undefined => (id === null ? undefined : known.find((each) => attribute(each, 'styleId') === id))
  const chain: Element[] = []
  let style = named(attribute(own && child(own, 'pStyle'), 'val')) ?? known.find((each) => attribute(each, 'default') === '1')
  while (style && !chain.includes(style)) {
    chain.push(style)
    style = named(attribute(child(style, 'basedOn'), 'val'))
  }
  const defaults = all(styles, 'pPrDefault')[0]
  return [...chain, ...(defaults ? [defaults] : [])].map((each) => child(each, 'pPr'))
}

/** A style of numbered lists counts by a definition; each list begins anew with a number of its own. */
function numberedStyle(style: Element | undefined, numbering: string): BodyLook['numbered'] {
  const number = style && all(style, 'numId')[0]
  const id = number ? Number(attribute(number, 'val')) : 0
  const definition = new RegExp(`<w:num [^>]*w:numId="${id}"[^>]*>\\s*<w:abstractNumId w:val="(\\d+)"`, 'u').exec(numbering)?.[1]
  return style && definition !== undefined ? { style: attribute(style, 'styleId') ?? '', definition: Number(definition) } : null
}

function inTextBox(node: Node): boolean {
  for (let above: Node | null = node; above; above = above.parentNode) if (is(above, 'txbxContent')) return true
  return false
}

/** The part around declares the names already. */
function withoutNamespaces(xml: string): string {
  return xml.replace(/ xmlns:[\w-]+="[^"]*"/gu, '')
}
