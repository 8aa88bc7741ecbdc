import { DOMParser, ParseError, XMLSerializer, type Document, type Element, type Node } from '@xmldom/xmldom'
import { TemplateRefusal } from './refusal.ts'

export type { Document, Element, Node } from '@xmldom/xmldom'

/** Namespace of WordprocessingML. */
export const wordNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

/**
 * Reads a part of a document. A document type is refused before anything is parsed: entities are how XML reaches other files
 * and grows without end.
 * @throws TemplateRefusal `dtd`, `broken-xml`
 */
export function parseXml(text: string): Document {
  if (/<!\s*(?:DOCTYPE|ENTITY)/iu.test(text)) throw new TemplateRefusal('dtd')
  try {
    const document = new DOMParser({
      onError: (level, message) => { if (level !== 'warning') throw new ParseError(message) },
    }).parseFromString(text.replace(/^\uFEFF/u, ''), 'text/xml')
    if (!document.documentElement) throw new TemplateRefusal('broken-xml')
    return document
  } catch (error) {
    throw error instanceof TemplateRefusal ? error : new TemplateRefusal('broken-xml')
  }
}

/** Gives a part as text again. */
export function serialiseXml(node: Node): string {
  return new XMLSerializer().serializeToString(node)
}

/** Whether an element is one of Word's with a name: `is(node, 'p')`. */
export function is(node: Node | null, name: string): node is Element {
  return node !== null && node.nodeType === 1 && (node as Element).localName === name && (node as Element).namespaceURI === wordNamespace
}

/** The child elements, in their order. */
export function children(node: Node): Element[] {
  const found: Element[] = []
  for (let child = node.firstChild; child; child = child.nextSibling) if (child.nodeType === 1) found.push(child as Element)
  return found
}

/** The first child with one of Word's names. */
export function child(node: Node, name: string): Element | null {
  return children(node).find((each) => is(each, name)) ?? null
}

/** All elements below with one of Word's names, in the order of the document. */
export function all(node: Document | Element, name: string): Element[] {
  return [...node.getElementsByTagNameNS(wordNamespace, name)]
}

/** An attribute of Word's: `attribute(style, 'val')`. */
export function attribute(element: Element | null, name: string): string | null {
  return element?.getAttributeNS(wordNamespace, name) ?? null
}

/** Whether an element stands in the older copy of a drawing that Word keeps for its versions before 2010. */
export function inFallback(node: Node): boolean {
  for (let above: Node | null = node; above; above = above.parentNode) if ((above as Element).localName === 'Fallback') return true
  return false
}
