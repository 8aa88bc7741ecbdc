import type { BlockNode, LetterBody } from '../body.ts'
import type { CopyPart } from './copy-part.ts'

/**
 * The text with what tells this copy from the others before and after it: for documents whose layout is somebody else's, such as a template
 * of the office.
 */
export function bodyWithCopy(body: LetterBody, copy: CopyPart): LetterBody {
  const { file } = copy
  const before: BlockNode[] = [copy.mark, copy.heading].filter(Boolean).map((text) => paragraph(text, true))
  const after: BlockNode[] = file ? [
    ...section('Vermerk', file.note.split('\n')),
    ...section('Verfügung', file.orders.map((order, index) => `${index + 1}. ${order}`)),
    ...section('Zeichnung', file.signings.map(({ role, name, sign, date }) => [`${role}:`, name, sign === '' ? 'Hz. ____' : `Hz. ${sign}`, date === '' ? 'am ________' : `am ${date}`].filter(Boolean).join(' '))),
  ] : []
  return { type: 'doc', content: [...before, ...copy.accompanying.map((text) => paragraph(text)), ...body.content, ...after] }
}

function section(heading: string, lines: readonly string[]): BlockNode[] {
  const present = lines.filter((line) => line.trim() !== '')
  return present.length === 0 ? [] : [paragraph(heading, true), ...present.map((line) => paragraph(line))]
}

function paragraph(text: string, bold = false): BlockNode {
  return { type: 'paragraph', content: [{ type: 'text', text, ...(bold ? { marks: [{ type: 'bold' as const }] } : {}) }] }
}
