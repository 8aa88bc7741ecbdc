import type { WordPackage } from './word-package.ts'
import { all, attribute, child, inFallback, parseXml, type Document, type Element } from './xml.ts'

/** A part of a document in which fields may stand. */
export interface TextPart {
  name: string
  /** „Text", „Kopfzeile der ersten Seite". */
  label: string
  margin: boolean
  document: Document
  /** Its paragraphs in the order of the file; the number of a paragraph is its place here. */
  paragraphs: Element[]
}

const kinds = { first: ' der ersten Seite', even: ' der geraden Seiten', default: '' } as const

/** Gives the parts of a document in which fields may stand: headers, the text, footnotes, footers. */
export function textParts(file: WordPackage): TextPart[] {
  const main = part(file, file.main, 'Text', false)
  const margins = { header: [] as TextPart[], footer: [] as TextPart[] }
  const seen = new Set<string>()
  for (const section of all(main.document, 'sectPr')) {
    for (const kind of ['first', 'default', 'even'] as const) {
      for (const place of ['header', 'footer'] as const) {
        const reference = all(section, `${place}Reference`).find((each) => (attribute(each, 'type') ?? 'default') === kind)
        const id = reference?.getAttributeNS('http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'id')
        const target = file.relations.find((relation) => relation.id === id)?.target
        if (target === undefined || seen.has(target) || !file.entries.has(target)) continue
        if (kind === 'first' && !child(section, 'titlePg')) continue
        seen.add(target)
        margins[place].push(part(file, target, `${place === 'header' ? 'Kopfzeile' : 'Fußzeile'}${kinds[kind]}`, true))
      }
    }
  }
  const notes = file.relations.filter(({ type, target }) => type === 'footnotes' && file.entries.has(target)).map(({ target }) => part(file, target, 'Fußnoten', true))
    // Every file has this part for the line above the notes.
    .filter(({ document }) => document.documentElement?.textContent?.trim())
  return [...margins.header, main, ...notes, ...margins.footer]
}

function part(file: WordPackage, name: string, label: string, margin: boolean): TextPart {
  const document = parseXml(file.entries.get(name)?.toString('utf8') ?? '')
  return { name, label, margin, document, paragraphs: all(document, 'p').filter((paragraph) => !inFallback(paragraph)) }
}

/** Says for every paragraph of a part on which page it stands, as far as Word wrote it down when it saved the file last. */
export function pagesOf({ document, paragraphs }: TextPart): number[] {
  const numbers = new Map<Element, number>()
  let page = 1
  const visit = (element: Element): void => {
    const name = element.localName
    if (name === 'p' && element.namespaceURI) numbers.set(element, page)
    if (name === 'lastRenderedPageBreak' || (name === 'br' && attribute(element, 'type') === 'page')) page += 1
    for (let below = element.firstChild; below; below = below.nextSibling) if (below.nodeType === 1) visit(below as Element)
  }
  if (document.documentElement) visit(document.documentElement)
  return paragraphs.map((paragraph) => numbers.get(paragraph) ?? 1)
}
