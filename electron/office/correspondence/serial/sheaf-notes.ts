import type PizZip from 'pizzip'
import { all, attribute, child, children, parseXml, serialiseXml, wordNamespace, type Document, type Element } from '../templates/xml.ts'

const part = 'word/footnotes.xml'

/** Whether a relationship leads to the notes: a file has one part with notes, never several. */
export function isNotes(relation: Element): boolean {
  return relation.getAttribute('Type')?.endsWith('/footnotes') === true
}

/** The notes of several letters in the one part of the file that they come into. */
export class SheafNotes {
  readonly #zip: PizZip
  readonly #notes: Document | null
  #next: number

  /** @param zip the first letter; all letters of a template have a part for notes, or none has */
  constructor(zip: PizZip) {
    this.#zip = zip
    const text = zip.file(part)?.asText()
    this.#notes = text === undefined ? null : parseXml(text)
    this.#next = 1 + Math.max(0, ...(this.#notes ? all(this.#notes, 'footnote').map((note) => Number(attribute(note, 'id'))) : []))
  }

  /** Takes the notes that a letter refers to along, under numbers that are free. */
  add(letter: PizZip, body: Element): void {
    const root = this.#notes?.documentElement
    const text = letter.file(part)?.asText()
    if (!root || text === undefined) return
    const known = new Map(all(parseXml(text), 'footnote').map((note) => [attribute(note, 'id'), note]))
    for (const reference of all(body, 'footnoteReference')) {
      const note = known.get(attribute(reference, 'id'))
      if (!note) continue
      const own = root.ownerDocument?.importNode(note, true) as Element
      own.setAttributeNS(wordNamespace, 'w:id', String(this.#next))
      reference.setAttributeNS(wordNamespace, 'w:id', String(this.#next))
      root.appendChild(own)
      this.#next += 1
    }
  }

  finish(): void {
    if (this.#notes) this.#zip.file(part, serialiseXml(this.#notes))
  }
}

/** The notes of a section count from one. In a section they stand after its heads and feet (ECMA-376 part 1, 17.6.17). */
export function ownNoteNumbers(section: Element): void {
  const owner = section.ownerDocument as Document
  const properties = child(section, 'footnotePr') ?? owner.createElementNS(wordNamespace, 'w:footnotePr')
  if (!properties.parentNode) section.insertBefore(properties, children(section).find(({ localName }) => localName !== 'headerReference' && localName !== 'footerReference') ?? null)
  const restart = child(properties, 'numRestart') ?? owner.createElementNS(wordNamespace, 'w:numRestart')
  restart.setAttributeNS(wordNamespace, 'w:val', 'eachSect')
  properties.appendChild(restart)
}
