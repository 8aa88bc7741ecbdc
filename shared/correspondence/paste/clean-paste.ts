import { maxListDepth, maxTableColumns, maxTableRows } from '../body.ts'
import { Pasted } from './inline.ts'
import { leftOutText } from './left-out.ts'
import { listHtml, type Item } from './lists.ts'
import { gridOf, isLayout } from './tables.ts'
import { isBlank, wordsOf, type Look, type PastedElement, type PastedNode } from './tree.ts'

const plainLook: Look = { bold: false, italic: false, underline: false }
const inlineTags = new Set(['a', 'b', 'strong', 'i', 'em', 'u', 's', 'strike', 'del', 'ins', 'span', 'font', 'br', 'sup', 'sub', 'small', 'big', 'code', 'abbr', 'cite', 'q', 'mark', 'label', 'img', 'o:p', 'st1:place', 'time', 'tt', 'kbd'])
const maxListDepthInCells = 2

/**
 * Cleans what was copied from Word, Outlook, LibreOffice, Excel or a page of the web: real lists and tables, notes, headings, bold, italic and
 * underlined stay; everything else becomes its words.
 * @returns HTML that holds nothing but what a letter may have, and what was left out, in German
 */
export function cleanPaste(root: PastedElement): { html: string; left: string } {
  const cleaner = new Cleaner(new Pasted(root))
  const html = cleaner.blocks(root.children, plainLook)
  return { html, left: leftOutText(cleaner.pasted.left) }
}

class Cleaner {
  readonly pasted: Pasted
  #inCell = false

  constructor(pasted: Pasted) {
    this.pasted = pasted
  }

  /** Paragraphs, lists and tables; words that stand between them become paragraphs. */
  blocks(nodes: readonly PastedNode[], look: Look): string {
    let html = ''
    let words: PastedNode[] = []
    let items: Item[] = []
    const endWords = (): void => {
      html += paragraph('p', this.pasted.words(words, look))
      words = []
    }
    const endList = (): void => {
      html += listHtml(items, this.#depth())
      items = []
    }
    for (const node of nodes) {
      if (typeof node === 'string' || (inlineTags.has(node.tag) && !holdsBlocks(node))) {
        if (items.length > 0 && isBlank(wordsOf(node))) continue
        endList()
        words.push(node)
        continue
      }
      endWords()
      const item = this.#listParagraph(node, look)
      if (item) items.push(item)
      // Word puts nothing between the entries of a list but its own signs.
      else if (!(items.length > 0 && isEmptyParagraph(node))) {
        endList()
        html += this.#block(node, look)
      }
    }
    endWords()
    endList()
    return html
  }

  #depth(): number {
    return this.#inCell ? maxListDepthInCells : maxListDepth
  }

  #block(element: PastedElement, above: Look): string {
    if (this.pasted.leavesOut(element)) return ''
    const { tag, attributes } = element
    const look = this.pasted.lookOf(element, above)
    const heading = /^h([1-6])$/u.exec(tag)?.[1] ?? (/\bmsotitle\b/iu.test(attributes.class ?? '') ? '1' : undefined)
    if (heading !== undefined && !this.#inCell) return paragraph(`h${Math.min(3, Number(heading))}`, this.pasted.words(element.children, { ...plainLook, italic: look.italic && above.italic }))
    if (tag === 'table') return this.#table(element, look)
    if (tag === 'ul' || tag === 'ol') return listHtml(this.#items(element, look, 1), this.#depth())
    if ((tag === 'blockquote' || /\bmso(?:intense)?quote\b/iu.test(attributes.class ?? '')) && !this.#inCell) return this.#quote(element, look)
    return this.blocks(element.children, look)
  }

  /** A quotation holds paragraphs; lists and tables in it stand after it. */
  #quote(element: PastedElement, look: Look): string {
    // It is slanted by itself.
    const html = this.blocks(element.children, look).replaceAll(/<\/?em>/gu, '')
    return /^(?:<p>(?:(?!<\/?(?:ul|ol|table|h[1-3])\b).)*<\/p>)+$/su.test(html) ? `<blockquote>${html}</blockquote>` : html
  }

  /** A paragraph that Word counts as an entry of a list: its sign stands in the text, marked as one that is made by the list. */
  #listParagraph(element: PastedElement, above: Look): Item | null {
    if (/^h[1-6]$/u.test(element.tag)) return null
    const { 'mso-list': list = '' } = this.pasted.styleOf(element)
    const level = /^l(\d+) level(\d+)/u.exec(list)
    if (!level) return null
    const sign = signOf(element, this.pasted)
    const words = this.pasted.words(element.children, this.pasted.lookOf(element, above)).trim()
    const number = /^\(?(\d{1,4}|[a-z]{1,4})[.)]/iu.exec(sign)
    return { level: Number(level[2]), list: `${level[1]} ${/lfo\d+/u.exec(list)?.[0] ?? ''}`, ordered: number !== null, start: Number(number?.[1]) || 1, html: `<p>${words}</p>` }
  }

  /** The entries of a real list; lists that stand beside entries belong to the one before. */
  #items(list: PastedElement, look: Look, level: number): Item[] {
    const ordered = list.tag === 'ol'
    const start = Number(list.attributes.start) || 1
    return list.children.flatMap((node): Item[] => {
      if (typeof node === 'string' || this.pasted.leavesOut(node)) return []
      if (node.tag === 'ul' || node.tag === 'ol') return this.#items(node, look, level + 1)
      const inside = this.pasted.lookOf(node, look)
      const lists = node.children.filter((child): child is PastedElement => typeof child !== 'string' && (child.tag === 'ul' || child.tag === 'ol'))
      const words = node.children.filter((child) => !lists.includes(child as PastedElement))
      const html = this.blocks(words, inside).replaceAll(/<\/?(?:h[1-3]|blockquote)>/gu, (tag) => (tag.includes('blockquote') ? '' : tag.replace(/h[1-3]/u, 'p'))) || '<p></p>'
      return [{ level, list: `${level} ${ordered}`, ordered, start, html }, ...lists.flatMap((child) => this.#items(child, inside, level + 1))]
    })
  }

  #table(table: PastedElement, look: Look): string {
    const grid = gridOf(table, this.pasted)
    if (this.#inCell && !isLayout(grid)) this.pasted.count('nested')
    const cells = grid.rows.map((row) => row.map((cell) => ({ head: cell.head, html: cell.element === null ? '' : this.#cell(cell.element, look) })))
    if (this.#inCell || isLayout(grid)) return cells.map((row) => paragraphs(row.map(({ html }) => html))).join('')
    if (grid.merged) this.pasted.count('merged')
    if ((cells[0]?.length ?? 0) > maxTableColumns || cells.length > maxTableRows) {
      this.pasted.count('wide')
      return cells.map((row) => paragraphs(row.map(({ html }) => html))).join('')
    }
    return `<table><tbody>${cells.map((row) => `<tr>${row.map(({ head, html }) => (head ? `<th>${withoutBold(html) || '<p></p>'}</th>` : `<td>${html || '<p></p>'}</td>`)).join('')}</tr>`).join('')}</tbody></table>`
  }

  #cell(element: PastedElement, above: Look): string {
    const outside = this.#inCell
    this.#inCell = true
    try {
      return this.blocks(element.children, this.pasted.lookOf(element, above))
    } finally {
      this.#inCell = outside
    }
  }
}

/** The sign that Word wrote before an entry. */
function signOf(element: PastedElement, pasted: Pasted): string {
  for (const child of element.children) {
    if (typeof child === 'string') continue
    if (pasted.styleOf(child)['mso-list'] === 'ignore') return wordsOf(child).trim()
    const inside = signOf(child, pasted)
    if (inside !== '') return inside
  }
  return ''
}

function holdsBlocks(element: PastedElement): boolean {
  return element.children.some((node) => typeof node !== 'string' && (!inlineTags.has(node.tag) || holdsBlocks(node)))
}

function isEmptyParagraph(element: PastedElement): boolean {
  return element.tag === 'p' && isBlank(wordsOf(element)) && element.children.every((node) => typeof node === 'string' || node.tag !== 'img')
}

/** A paragraph, unless nothing is to be seen in it: distances are the styles' affair. */
function paragraph(tag: string, html: string): string {
  const words = html.replace(/^(?:\s|\u00A0|<br>)+/u, '').replace(/(?:\s|\u00A0|<br>)+$/u, '')
  return words === '' ? '' : `<${tag}>${words}</${tag}>`
}

/** The cells of a row that is no row: one after the other, short ones on one line. */
function paragraphs(cells: readonly string[]): string {
  const said = cells.filter((html) => html !== '')
  if (said.length < 2 || said.some((html) => !/^<p>(?:(?!<p>).)*<\/p>$/su.test(html))) return said.join('')
  return `<p>${said.map((html) => html.slice(3, -4)).join(' | ')}</p>`
}

/** A cell that names its column is bold by itself. */
function withoutBold(html: string): string {
  return html.replaceAll(/<\/?strong>/gu, '')
}
