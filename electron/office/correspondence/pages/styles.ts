import { attribute, child, children, is, type Element } from '../templates/xml.ts'
import { toggle } from './measures.ts'
import { letterProperties, overParagraph, paragraphProperties, type LetterProperties, type ParagraphProperties } from './properties.ts'

/** The styles of a document with what they inherit. */
export interface Styles {
  /** What a paragraph with this style says of itself and of its letters. An unknown style is the standard one. */
  paragraph(id: string | undefined): { id: string; paragraph: ParagraphProperties; letters: LetterProperties }
  letters(id: string | undefined): LetterProperties
  /** The elements of a table style, from the one that it inherits from to its own. */
  table(id: string | undefined): Element[]
  /** What everything inherits. */
  defaults: { paragraph: ParagraphProperties; letters: LetterProperties }
  font(theme: string): string | undefined
}

interface Style { id: string; kind: string; element: Element; base: string | null }
/** Deeper than any chain of styles that people make; a circle ends here. */
const deepest = 20

/** Reads styles and theme. Either may be missing. */
export function readStyles(root: Element | null, theme: Element | null): Styles {
  const font = themeFonts(theme)
  const styles = new Map<string, Style>()
  const standard = { paragraph: '', table: '' }
  for (const element of root ? children(root) : []) {
    if (!is(element, 'style')) continue
    const id = attribute(element, 'styleId') ?? ''
    const kind = attribute(element, 'type') ?? 'paragraph'
    styles.set(`${kind} ${id}`, { id, kind, element, base: attribute(child(element, 'basedOn'), 'val') })
    const usual = ['1', 'true', 'on'].includes(attribute(element, 'default') ?? '')
    // Some programs don't say which style is the standard one: then its name does.
    const named = kind === 'paragraph' && standard.paragraph === '' && attribute(child(element, 'name'), 'val') === 'Normal'
    if ((kind === 'paragraph' || kind === 'table') && (usual || named)) standard[kind] = id
  }
  const chain = (kind: string, id: string | undefined): Style[] => {
    const found: Style[] = []
    for (let next = id; next && found.length < deepest;) {
      const style = styles.get(`${kind} ${next}`)
      if (!style) break
      found.unshift(style)
      next = style.base ?? undefined
    }
    return found
  }
  const docDefaults = root ? child(root, 'docDefaults') : null
  const within = (name: string, properties: string) => {
    const cover = docDefaults && child(docDefaults, name)
    return cover ? child(cover, properties) : null
  }
  const defaults = { paragraph: paragraphProperties(within('pPrDefault', 'pPr')), letters: letterProperties(within('rPrDefault', 'rPr'), font) }
  const known = new Map<string, ReturnType<Styles['paragraph']>>()
  const paragraph: Styles['paragraph'] = (wanted) => {
    const id = wanted !== undefined && styles.has(`paragraph ${wanted}`) ? wanted : standard.paragraph
    const ready = known.get(id)
    if (ready) return ready
    const styled = chain('paragraph', id).reduce((inherited, { element }) => ({
      id, paragraph: overParagraph(inherited.paragraph, paragraphProperties(child(element, 'pPr'))), letters: { ...inherited.letters, ...letterProperties(child(element, 'rPr'), font) },
    }), { id, paragraph: {} as ParagraphProperties, letters: {} as LetterProperties })
    known.set(id, styled)
    return styled
  }
  return {
    paragraph, defaults, font,
    letters: (id) => Object.assign({}, ...chain('character', id).map(({ element }) => letterProperties(child(element, 'rPr'), font))) as LetterProperties,
    table: (id) => chain('table', id ?? standard.table).map(({ element }) => element),
  }
}

function themeFonts(theme: Element | null): (name: string) => string | undefined {
  const latin = (kind: string): string | undefined => {
    const fonts = theme ? [...theme.getElementsByTagNameNS('*', kind)][0] : undefined
    return fonts ? [...fonts.getElementsByTagNameNS('*', 'latin')][0]?.getAttribute('typeface') ?? undefined : undefined
  }
  const fonts = { major: latin('majorFont'), minor: latin('minorFont') }
  return (name) => (name.startsWith('major') ? fonts.major : name.startsWith('minor') ? fonts.minor : undefined)
}

/** What the settings say that counts for pages. */
export function readSettings(root: Element | null): { tab: number; evenPages: boolean; addsDistances: boolean } {
  const compatibility = root ? child(root, 'compat') : null
  return {
    tab: Number(attribute(root ? child(root, 'defaultTabStop') : null, 'val') ?? 720) / 20 || 36,
    evenPages: root ? toggle(root, 'evenAndOddHeaders') ?? false : false,
    addsDistances: compatibility ? toggle(compatibility, 'doNotUseHTMLParagraphAutoSpacing') ?? false : false,
  }
}
