import PizZip from 'pizzip'
import { isNotes, ownNoteNumbers, SheafNotes } from './sheaf-notes.ts'
import { all, attribute, child, children, is, parseXml, serialiseXml, wordNamespace, type Document, type Element } from '../templates/xml.ts'

const main = 'word/document.xml'
const mainRelations = 'word/_rels/document.xml.rels'
const numberingPart = 'word/numbering.xml'
const typesPart = '[Content_Types].xml'
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const lettersPerBreath = 5
/** What stands in a section before the numbering of its pages (ECMA-376 part 1, 17.6.17). */
const beforePageNumbers = ['headerReference', 'footerReference', 'footnotePr', 'endnotePr', 'type', 'pgSz', 'pgMar', 'paperSrc', 'pgBorders', 'lnNumType']

/**
 * Puts letters of one template into one file, each as sections of its own with its own heads, feet and page numbers, its lists and
 * notes counting anew. „Seite 2 von 3" counts the pages of the letter, no longer those of the file.
 * @param letters DOCX files that were made with the same template; the file takes styles and properties of the first
 */
export async function sheafOf(letters: readonly Uint8Array[]): Promise<Uint8Array> {
  const [first, ...others] = letters.map((bytes) => new PizZip(bytes))
  if (first === undefined) throw new Error('A sheaf has at least one letter.')
  const sheaf = new Sheaf(first)
  for (const [index, letter] of others.entries()) {
    sheaf.add(letter, index + 2)
    if (index % lettersPerBreath === 0) await new Promise((resolve) => setImmediate(resolve))
  }
  return sheaf.finish()
}

class Sheaf {
  readonly #zip: PizZip
  readonly #document: Document
  readonly #body: Element
  readonly #relations: Document
  readonly #types: Document
  readonly #numbering: Document | null
  readonly #notes: SheafNotes
  #nextNumber: number

  constructor(zip: PizZip) {
    this.#zip = zip
    this.#notes = new SheafNotes(zip)
    this.#document = parseXml(textOf(zip, main))
    this.#body = bodyOf(this.#document)
    this.#relations = parseXml(textOf(zip, mainRelations))
    this.#types = parseXml(textOf(zip, typesPart))
    const numbering = zip.file(numberingPart)?.asText()
    this.#numbering = numbering === undefined ? null : parseXml(numbering)
    this.#nextNumber = 1 + Math.max(0, ...(this.#numbering ? all(this.#numbering, 'num').map((each) => Number(attribute(each, 'numId'))) : []))
    ownPages(this.#body)
    for (const name of Object.keys(zip.files)) if (isHeadOrFoot(name)) zip.file(name, pagesOfSection(textOf(zip, name)))
  }

  add(letter: PizZip, number: number): void {
    const document = parseXml(textOf(letter, main))
    const body = bodyOf(document)
    this.#renameRelations(letter, body, number)
    this.#renumberLists(letter, body)
    this.#notes.add(letter, body)
    ownPages(body)
    this.#endSection()
    for (const each of children(body)) this.#body.appendChild(this.#document.importNode(each, true))
  }

  finish(): Uint8Array {
    this.#notes.finish()
    this.#zip.file(main, pagesOfSection(serialiseXml(this.#document)))
    this.#zip.file(mainRelations, serialiseXml(this.#relations))
    this.#zip.file(typesPart, serialiseXml(this.#types))
    if (this.#numbering) this.#zip.file(numberingPart, serialiseXml(this.#numbering))
    return this.#zip.generate({ type: 'uint8array', compression: 'DEFLATE' })
  }

  /** The section of the letter so far goes from the end of the text into its last paragraph. */
  #endSection(): void {
    const section = child(this.#body, 'sectPr')
    if (!section) return
    this.#body.removeChild(section)
    let last = children(this.#body).at(-1)
    if (!last || !is(last, 'p')) {
      // A line of one point after a table: it needs no room.
      last = element(this.#document, 'p', element(this.#document, 'pPr', spacing(this.#document)))
      this.#body.appendChild(last)
    }
    let properties = child(last, 'pPr')
    if (!properties) {
      properties = element(this.#document, 'pPr')
      last.insertBefore(properties, last.firstChild)
    }
    const change = child(properties, 'pPrChange')
    if (change) properties.insertBefore(section, change)
    else properties.appendChild(section)
  }

  /** What a letter refers to and the file doesn't hold in the same state is taken along under another name. */
  #renameRelations(letter: PizZip, body: Element, number: number): void {
    const known = new Map(relationsOf(this.#relations).map((each) => [each.getAttribute('Id'), each]))
    const renamed = new Map<string, string>()
    for (const relation of relationsOf(parseXml(textOf(letter, mainRelations)))) {
      if (isNotes(relation)) continue
      const id = relation.getAttribute('Id') ?? ''
      const target = relation.getAttribute('Target') ?? ''
      const part = `word/${target}`
      const same = known.get(id)
      const external = relation.getAttribute('TargetMode') === 'External'
      if (same?.getAttribute('Target') === target && (external || !isHeadOrFoot(part) || pagesOfSection(textOf(letter, part)) === textOf(this.#zip, part))) continue
      if (!external && !isHeadOrFoot(part) && this.#zip.file(part) && same?.getAttribute('Type') === relation.getAttribute('Type')) continue
      const copy = this.#relations.importNode(relation, true)
      copy.setAttribute('Id', `${id}x${number}`)
      if (!external) copy.setAttribute('Target', this.#copyPart(letter, part, number).slice('word/'.length))
      this.#relations.documentElement?.appendChild(copy)
      renamed.set(id, `${id}x${number}`)
    }
    if (renamed.size === 0) return
    for (const each of body.getElementsByTagName('*')) {
      for (const name of ['id', 'embed', 'link']) {
        const to = renamed.get(each.getAttributeNS(relationships, name) ?? '')
        if (to !== undefined) each.setAttributeNS(relationships, `r:${name}`, to)
      }
    }
  }

  #copyPart(letter: PizZip, part: string, number: number): string {
    const copy = part.replace(/(\.\w+)$/u, `-${number}$1`)
    this.#zip.file(copy, isHeadOrFoot(part) ? pagesOfSection(textOf(letter, part)) : letter.file(part)?.asUint8Array() ?? new Uint8Array())
    const relations = part.replace(/([^/]+)$/u, '_rels/$1.rels')
    const own = letter.file(relations)?.asText()
    if (own !== undefined) this.#zip.file(copy.replace(/([^/]+)$/u, '_rels/$1.rels'), own)
    const type = relationsOf(this.#types).find((each) => each.getAttribute('PartName') === `/${part}`)
    if (type) {
      const another = type.cloneNode(true) as Element
      another.setAttribute('PartName', `/${copy}`)
      this.#types.documentElement?.appendChild(another)
    }
    return copy
  }

  /** Every list of the letter gets a number of its own, so that it doesn't go on counting where the letter before ended. */
  #renumberLists(letter: PizZip, body: Element): void {
    const text = letter.file(numberingPart)?.asText()
    const root = this.#numbering?.documentElement
    if (text === undefined || !root) return
    const numbers = new Map(all(parseXml(text), 'num').map((each) => [attribute(each, 'numId'), each]))
    const given = new Map<string, string>()
    for (const reference of all(body, 'numId')) {
      const id = attribute(reference, 'val') ?? '0'
      const number = numbers.get(id)
      if (id === '0' || !number) continue
      if (!given.has(id)) {
        const own = root.ownerDocument?.importNode(number, true) as Element
        own.setAttributeNS(wordNamespace, 'w:numId', String(this.#nextNumber))
        if (children(own).every((each) => each.localName !== 'lvlOverride')) own.appendChild(startAgain(root.ownerDocument as Document))
        root.insertBefore(own, child(root, 'numIdMacAtCleanup'))
        given.set(id, String(this.#nextNumber))
        this.#nextNumber += 1
      }
      reference.setAttributeNS(wordNamespace, 'w:val', given.get(id) ?? id)
    }
  }
}

function bodyOf(document: Document): Element {
  const body = document.documentElement && child(document.documentElement, 'body')
  if (!body) throw new Error('A letter without a text.')
  return body
}

/** The first section of a letter begins on a new page, and its pages count from one. */
function ownPages(body: Element): void {
  const section = all(body.ownerDocument as Document, 'sectPr').find((each) => each.parentNode === body || each.parentNode?.parentNode?.parentNode === body)
  if (!section) return
  ownNoteNumbers(section)
  const owner = section.ownerDocument as Document
  const known = child(section, 'pgNumType') ?? element(owner, 'pgNumType')
  known.setAttributeNS(wordNamespace, 'w:start', '1')
  if (!known.parentNode) section.insertBefore(known, children(section).find((each) => !beforePageNumbers.includes(each.localName ?? '')) ?? null)
  const type = child(section, 'type')
  if (type && attribute(type, 'val') === 'continuous') type.setAttributeNS(wordNamespace, 'w:val', 'nextPage')
}

/** Fields that count the pages of the file count those of the section instead. */
function pagesOfSection(xml: string): string {
  return xml.replaceAll(/(<w:instrText[^>]*>\s*|w:instr="\s*)NUMPAGES\b/gu, '$1SECTIONPAGES')
}

function isHeadOrFoot(name: string): boolean {
  return /^word\/(?:header|footer)[^/]*\.xml$/u.test(name)
}

function relationsOf(document: Document): Element[] {
  return document.documentElement ? children(document.documentElement) : []
}

function textOf(zip: PizZip, name: string): string {
  return zip.file(name)?.asText() ?? ''
}

function element(owner: Document, name: string, ...content: Element[]): Element {
  const made = owner.createElementNS(wordNamespace, `w:${name}`)
  for (const each of content) made.appendChild(each)
  return made
}

function spacing(owner: Document): Element {
  const made = element(owner, 'spacing')
  for (const [name, value] of [['before', '0'], ['after', '0'], ['line', '20'], ['lineRule', 'exact']] as const) made.setAttributeNS(wordNamespace, `w:${name}`, value)
  return made
}

function startAgain(owner: Document): Element {
  const start = element(owner, 'startOverride')
  start.setAttributeNS(wordNamespace, 'w:val', '1')
  const override = element(owner, 'lvlOverride', start)
  override.setAttributeNS(wordNamespace, 'w:ilvl', '0')
  return override
}
