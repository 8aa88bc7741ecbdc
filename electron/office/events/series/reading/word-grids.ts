import { entryFieldOf, headFieldOf } from '../../../../../shared/events/series/entry-fields.ts'
import type { Grid } from '../../../../../shared/events/series/entry-grid.ts'
import { OfficeError } from '../../../../../shared/errors.ts'
import { all, child, openWordPackage, parseXml, type Element, type Node } from '../../../correspondence/templates/package/service.ts'
import { UnreadableForm } from './unreadable-form.ts'

/** The tables of a Word file as tables of text, and lines such as „Titel: Konzert“ outside of tables as one more. @throws UnreadableForm */
export function gridsOfWord(bytes: Uint8Array): Grid[] {
  try {
    const { entries, main } = openWordPackage(bytes)
    const root = parseXml(entries.get(main)?.toString('utf8') ?? '').documentElement
    if (!root) return []
    const tables = all(root, 'tbl').map((table) => all(table, 'tr').filter((row) => nearest(row, 'tbl') === table)
      .map((row) => all(row, 'tc').filter((cell) => nearest(cell, 'tr') === row).map(cellText)))
    return [...tables, labelledLines(all(root, 'p').filter((paragraph) => nearest(paragraph, 'tbl') === null).map(paragraphText))]
  } catch (error) {
    if (error instanceof OfficeError) throw new UnreadableForm(error.data.detail ?? 'Die Word-Datei lässt sich nicht lesen.')
    throw error
  }
}

/** Paragraphs „label: answer“; what follows without a label belongs to the answer before. */
function labelledLines(lines: readonly string[]): string[][] {
  const rows: string[][] = []
  for (const line of lines) {
    const colon = line.indexOf(':')
    const label = colon > 0 && colon < 80 ? line.slice(0, colon) : ''
    const last = rows.at(-1)
    if (entryFieldOf(label) !== undefined || headFieldOf(label) !== undefined) rows.push([label, line.slice(colon + 1).trim()])
    else if (last && line.trim() !== '' && entryFieldOf(last[0] ?? '') === 'text') last[1] = `${last[1]}\n${line.trim()}`.trim()
  }
  return rows
}

function nearest(node: Node, name: string): Element | null {
  for (let above = node.parentNode; above; above = above.parentNode) if ((above as Element).localName === name) return above as Element
  return null
}

function cellText(cell: Element): string {
  return all(cell, 'p').map(paragraphText).join('\n').trim()
}

/** The words of a paragraph without what was deleted under tracking, instructions of fields, and the grey words of an empty content control. */
function paragraphText(paragraph: Element): string {
  let text = ''
  const walk = (node: Node): void => {
    const element = node as Element
    if (node.nodeType !== 1) return
    switch (element.localName) {
      case 't': text += element.textContent ?? ''; return
      case 'tab': text += ' '; return
      case 'br': case 'cr': text += '\n'; return
      case 'noBreakHyphen': text += '-'; return
      case 'del': case 'moveFrom': case 'instrText': case 'pPr': case 'rPr': case 'Fallback': case 'txbxContent': return
      case 'sdt': {
        const properties = child(element, 'sdtPr')
        if (properties && child(properties, 'showingPlcHdr')) return
        break
      }
      default:
    }
    for (let next = node.firstChild; next; next = next.nextSibling) walk(next)
  }
  for (let next = paragraph.firstChild; next; next = next.nextSibling) walk(next)
  return text
}
