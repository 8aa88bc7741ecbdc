import { attribute, is, type Element } from './xml.ts'

/** A stretch of a paragraph: a text of Word's (`w:t`), or something that is no text and stands in the words as one sign. */
interface Piece {
  node: Element | null
  text: string
  start: number
}

/** What stands for a break, a tab and a picture in the words of a paragraph. */
const signs: Record<string, string> = { br: '\n', cr: '\n', tab: '\t', drawing: '\uFFFC', pict: '\uFFFC', object: '\uFFFC', noBreakHyphen: '\u2011', sym: '\uFFFC' }
/** Elements whose words are not the paragraph's own: other paragraphs, deleted text, codes of fields, the older copy of a drawing. */
const foreign = new Set(['p', 'del', 'instrText', 'delText', 'pPr', 'rPr', 'Fallback'])

/** The words of one paragraph and where in the file they stand; Word divides them into runs wherever something happened to them. */
export class ParagraphText {
  readonly paragraph: Element
  readonly #pieces: Piece[] = []

  constructor(paragraph: Element) {
    this.paragraph = paragraph
    let start = 0
    const add = (node: Element | null, text: string): void => {
      this.#pieces.push({ node, text, start })
      start += text.length
    }
    const visit = (node: Element): void => {
      for (let below = node.firstChild; below; below = below.nextSibling) {
        if (below.nodeType !== 1) continue
        const element = below as Element
        const name = element.localName ?? ''
        if (foreign.has(name)) continue
        if (is(element, 't')) add(element, element.textContent ?? '')
        else if (name === 'br' && ['page', 'column'].includes(attribute(element, 'type') ?? '')) continue
        else if (signs[name] !== undefined) add(null, signs[name])
        else visit(element)
      }
    }
    visit(paragraph)
  }

  /** The words; breaks, tabs and pictures are one sign each. */
  get text(): string {
    return this.#pieces.map(({ text }) => text).join('')
  }

  /** How many texts of Word's a stretch is divided into, and whether something that is no text lies in it. */
  division(start: number, end: number): { parts: string[]; solid: boolean } {
    const inside = this.#overlapping(start, end)
    return {
      parts: inside.map((piece) => piece.text.slice(Math.max(0, start - piece.start), end - piece.start)),
      solid: inside.every(({ node }) => node !== null),
    }
  }

  /** The run that the words at a place belong to. */
  runAt(position: number): Element | null {
    const piece = this.#pieces.find(({ node, start, text }) => node !== null && position >= start && position < start + text.length)
    return (piece?.node?.parentNode as Element | undefined) ?? null
  }

  /**
   * Puts other words in the place of a stretch. All of them go where the stretch begins and so look as it began; what it was
   * divided into goes. To be called from the end of the paragraph to its beginning.
   */
  replace(start: number, end: number, words: string): void {
    this.#overlapping(start, end).forEach((piece, index) => {
      const before = piece.text.slice(0, Math.max(0, start - piece.start))
      piece.text = `${before}${index === 0 ? words : ''}${piece.text.slice(end - piece.start)}`
      if (piece.node === null) return
      piece.node.textContent = piece.text
      piece.node.setAttribute('xml:space', 'preserve')
      if (piece.text === '') removeText(piece.node)
    })
    for (const node of this.paragraph.childNodes) if (is(node, 'proofErr')) this.paragraph.removeChild(node)
  }

  #overlapping(start: number, end: number): Piece[] {
    return this.#pieces.filter((piece) => piece.start < end && piece.start + piece.text.length > start)
  }
}

/** Takes an empty text out, and its run when nothing else is in it. */
function removeText(node: Element): void {
  const run = node.parentNode
  run?.removeChild(node)
  if (run && is(run, 'r') && [...run.childNodes].every((each) => is(each, 'rPr') || each.nodeType !== 1)) run.parentNode?.removeChild(run)
}
