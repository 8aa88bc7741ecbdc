import { classStyles, declarations, escapeHtml, isBlank, wordsOf, type ClassStyles, type LeftOut, type LeftOutKind, type Look, type PastedElement, type PastedNode } from './tree.ts'

const plainLook: Look = { bold: false, italic: false, underline: false }
const dropped = new Set(['head', 'style', 'script', 'meta', 'link', 'title', 'xml', 'template', 'noscript', 'input', 'select', 'textarea', 'button', 'col', 'colgroup'])
const images = new Set(['img', 'picture', 'svg', 'object', 'embed', 'iframe', 'canvas', 'video', 'audio', 'v:shape', 'v:imagedata'])
const raised: Record<string, string> = Object.fromEntries([...'0123456789+-n'].map((sign, index) => [sign, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ'][index] ?? sign]))
const lowered: Record<string, string> = Object.fromEntries([...'0123456789+-'].map((sign, index) => [sign, [...'₀₁₂₃₄₅₆₇₈₉₊₋'][index] ?? sign]))

/** What is known of the whole that was pasted. */
export class Pasted {
  readonly left: LeftOut = new Map()
  readonly #classes: ClassStyles
  /** Words of notes by the name that the text refers to them by. */
  readonly #notes = new Map<string, string>()

  constructor(root: PastedElement) {
    this.#classes = classStyles(all(root, ({ tag }) => tag === 'style').map(wordsOf).join('\n'))
    for (const element of all(root, ({ attributes }) => /^(?:ftn|edn|sdfootnote|sdendnote)\d+$/u.test(attributes.id ?? ''))) {
      this.#notes.set(element.attributes.id ?? '', tidy(wordsOf(withoutAnchors(element))).trim())
    }
  }

  count(kind: LeftOutKind): void {
    this.left.set(kind, (this.left.get(kind) ?? 0) + 1)
  }

  /** What the style of an element says, its classes included. */
  styleOf({ attributes }: PastedElement): Record<string, string> {
    const classes = (attributes.class ?? '').toLowerCase().split(/\s+/u).map((name) => this.#classes.get(name))
    return Object.assign({}, ...classes, declarations(attributes.style)) as Record<string, string>
  }

  /** Whether an element and all below it is left out; what a person would miss is counted. */
  leavesOut(element: PastedElement): boolean {
    const { tag, attributes } = element
    const style = this.styleOf(element)
    if (dropped.has(tag) || /^[wm]:/u.test(tag)) return true
    if (images.has(tag)) {
      this.count('images')
      return true
    }
    if (style['mso-list'] === 'ignore' || /^(?:footnote|endnote)/u.test(style['mso-element'] ?? '') || this.#notes.has(attributes.id ?? '')) return true
    if (/comment/u.test(style['mso-element'] ?? '') || style['mso-special-character'] === 'comment' || /msocom(?!ment)/iu.test(`${attributes.class ?? ''}${attributes.id ?? ''}`)) {
      if (/msocomanchor/iu.test(attributes.class ?? '')) this.count('comments')
      return true
    }
    if (tag === 'del' || /\bmsodel\b/iu.test(attributes.class ?? '')) {
      if (!isBlank(wordsOf(element))) this.count('changes')
      return true
    }
    if (style.display === 'none' || style['mso-hide'] === 'all' || style.visibility === 'hidden') {
      if (!isBlank(wordsOf(element))) this.count('hidden')
      return true
    }
    return false
  }

  /** How letters look below an element. */
  lookOf(element: PastedElement, above: Look): Look {
    const { tag } = element
    const style = this.styleOf(element)
    const weight = style['font-weight']
    const decoration = `${style['text-decoration'] ?? ''} ${style['text-decoration-line'] ?? ''}`
    if (/line-through/u.test(decoration) || tag === 's' || tag === 'strike') if (!isBlank(wordsOf(element))) this.count('strike')
    return {
      bold: weight === undefined ? above.bold || tag === 'b' || tag === 'strong' || tag === 'th' : weight === 'bold' || weight === 'bolder' || Number(weight) >= 600,
      italic: style['font-style'] === undefined ? above.italic || ['i', 'em', 'cite'].includes(tag) : /italic|oblique/u.test(style['font-style']),
      // A link is underlined because it is one.
      underline: tag === 'a' ? false : (above.underline || tag === 'u' || /underline/u.test(decoration)) && !decoration.trim().startsWith('none'),
    }
  }

  /** Words with their look as HTML, on one line but for line breaks. */
  words(nodes: readonly PastedNode[], look: Look = plainLook, inLink = false): string {
    return nodes.map((node) => {
      if (typeof node === 'string') return marked(tidy(node), look)
      const { tag, attributes } = node
      const note = this.#notes.get(/^#_?(.*?)(?:sym)?$/u.exec(attributes.href ?? '')?.[1] ?? '')
      if (tag === 'a' && note !== undefined) return note === '' ? '' : `<sup data-letter-note="${escapeHtml(note)}"></sup>`
      if (attributes['data-letter-field'] !== undefined) return `<span data-letter-field="${escapeHtml(attributes['data-letter-field'])}"></span>`
      if (this.leavesOut(node)) return ''
      if (tag === 'br') return /page-break/u.test(attributes.style ?? '') ? '' : '<br>'
      if (this.styleOf(node)['mso-tab-count'] !== undefined) return ' '
      if (tag === 'sup' || tag === 'sub') {
        const signs = tag === 'sup' ? raised : lowered
        const text = tidy(wordsOf(node))
        if ([...text].every((sign) => sign in signs)) return marked([...text].map((sign) => signs[sign]).join(''), look)
      }
      const inside = this.lookOf(node, look)
      return this.words(node.children, inLink || tag === 'a' ? { ...inside, underline: false } : inside, inLink || tag === 'a')
    }).join('')
  }
}

/** All elements below one that are so, the outer before the inner. */
export function all(root: PastedElement, wanted: (element: PastedElement) => boolean): PastedElement[] {
  return root.children.flatMap((node) => (typeof node === 'string' ? [] : [...(wanted(node) ? [node] : []), ...all(node, wanted)]))
}

function withoutAnchors(element: PastedElement): PastedElement {
  return { ...element, children: element.children.flatMap((node): PastedNode[] => (typeof node === 'string' ? [node] : node.tag === 'a' && (node.attributes.href ?? '').startsWith('#') ? [] : [withoutAnchors(node)])) }
}

/** Spaces as they are seen: Word breaks lines within text and fills with fixed spaces. */
function tidy(text: string): string {
  return text.replaceAll(/[ \t\r\n]+/gu, ' ').replaceAll(/ ?\u00A0[ \u00A0]+|[ \u00A0]+\u00A0 ?/gu, ' ')
}

function marked(text: string, { bold, italic, underline }: Look): string {
  if (text === '') return ''
  if (isBlank(text)) return escapeHtml(text)
  return [[bold, 'strong'], [italic, 'em'], [underline, 'u']].reduce((inner, [has, tag]) => (has ? `<${tag as string}>${inner}</${tag as string}>` : inner), escapeHtml(text))
}
