import { cleanPaste } from '../../../shared/correspondence/paste/clean-paste.ts'
import type { PastedElement, PastedNode } from '../../../shared/correspondence/paste/tree.ts'
import { showNotice } from '../../ui/notices.tsx'

/** Deeper than any office program nests its pages; what is deeper loses its form. */
const deepest = 200

/** Cleans what is pasted into the text and says what was left out. What comes from a letter of this office stays as it is. */
export function cleanPastedHtml(html: string): string {
  if (/\sdata-pm-slice=/u.test(html)) return html
  const { documentElement } = new DOMParser().parseFromString(html, 'text/html')
  const cleaned = cleanPaste(elementOf(documentElement, 0))
  if (cleaned.left !== '') showNotice(`Aus der Zwischenablage eingefügt. ${cleaned.left}`)
  return cleaned.html
}

function elementOf(element: Element, depth: number): PastedElement {
  return {
    tag: element.tagName.toLowerCase(),
    attributes: Object.fromEntries(Array.from(element.attributes, ({ name, value }) => [name.toLowerCase(), value])),
    children: depth > deepest ? [element.textContent ?? ''] : Array.from(element.childNodes).flatMap((node): PastedNode[] => {
      if (node.nodeType === Node.TEXT_NODE) return [node.textContent ?? '']
      return node.nodeType === Node.ELEMENT_NODE ? [elementOf(node as Element, depth + 1)] : []
    }),
  }
}
