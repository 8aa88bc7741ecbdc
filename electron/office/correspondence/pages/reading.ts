import type { Block, Look } from '../../../../shared/correspondence/pages/model.ts'
import type { DocumentPackage, Part } from './package.ts'
import type { ListCounter } from './numbering.ts'
import type { LetterProperties, ParagraphProperties } from './properties.ts'
import type { Element } from '../templates/xml.ts'
import type { Styles } from './styles.ts'

/** Reads the paragraphs and tables in something: a part, a cell, a text box. */
export type ReadBlocks = (parent: Element, part: Part, reading: Reading, inherited?: Inherited, depth?: number) => Block[]

/** Tables in text boxes in tables end here. */
export const deepest = 12
/** A picture of more bytes isn't shown: it would go through the port at every change. */
const largestImage = 8 * 1024 * 1024

/** What a document is read with, and what was gathered so far. */
export class Reading {
  readonly file: DocumentPackage
  readonly styles: Styles
  readonly lists: ListCounter
  /** Whether the edge of a table stands at the text's edge, and not the words in it (Word before 2013). */
  readonly edgeOfTable: boolean
  readonly #read: ReadBlocks
  readonly looks: Look[] = []
  readonly images: string[] = []
  /** Ids of the notes in the order in which the text refers to them. */
  readonly notes: string[] = []
  readonly #lookNumbers = new Map<string, number>()
  readonly #imageNumbers = new Map<string, number | null>()

  constructor(file: DocumentPackage, styles: Styles, lists: ListCounter, edgeOfTable: boolean, read: ReadBlocks) {
    this.file = file
    this.styles = styles
    this.lists = lists
    this.edgeOfTable = edgeOfTable
    this.#read = read
  }

  /** What stands in a cell or a text box. @param depth how deep the things are that hold it */
  inside(parent: Element, part: Part, depth: number, inherited?: Inherited): Block[] {
    return this.#read(parent, part, this, inherited, depth + 1)
  }

  /** The number of a look. */
  look(letters: LetterProperties): number {
    const look: Look & LetterProperties = { font: 'Times New Roman', size: 10, kerning: false, ...letters }
    delete look.hidden
    delete look.style
    const key = JSON.stringify(look)
    const known = this.#lookNumbers.get(key)
    if (known !== undefined) return known
    this.#lookNumbers.set(key, this.looks.length)
    return this.looks.push(look) - 1
  }

  /** The number of a picture of the file; null where it lies outside, or isn't of a kind that can be shown. */
  image(part: Part, id: string | null): number | null {
    const name = part.targets.get(id ?? '')
    if (name === undefined) return null
    const known = this.#imageNumbers.get(name)
    if (known !== undefined) return known
    const bytes = this.file.bytes(name)
    const type = bytes && bytes.length <= largestImage ? typeOf(bytes) : null
    const place = bytes && type ? this.images.push(`data:image/${type};base64,${bytes.toString('base64')}`) - 1 : null
    this.#imageNumbers.set(name, place)
    return place
  }
}

/** What a table says of the paragraphs in its cells. */
export interface Inherited { paragraph: ParagraphProperties; letters: LetterProperties }

/** The kind of picture, by its first bytes: what a file says of itself isn't believed. */
function typeOf(bytes: Buffer): 'png' | 'jpeg' | 'gif' | 'bmp' | null {
  if (bytes.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))) return 'png'
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg'
  const beginning = bytes.toString('latin1', 0, 4)
  return beginning === 'GIF8' ? 'gif' : beginning.startsWith('BM') ? 'bmp' : null
}
