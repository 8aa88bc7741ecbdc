import { Paragraph, type FileChild } from 'docx'
import type { FileBlock } from '../../../../shared/correspondence/copies/copy-part.ts'
import { textRuns } from '../../documents/docx-text.ts'
import { styleIds } from '../docx-styles.ts'
import { grid } from '../templates/built-in/sections.ts'

/** Widths in millimetres; together as wide as the text. */
const orderWidths = [10, 110, 45]

/** What only the file copy says: a remark, the points of the Verfügung with room to tick them off, and the strip of those who sign. */
export function fileBlock(file: FileBlock | null, points: number): FileChild[] {
  if (file === null) return []
  const line = Math.round(points * 1.15 * 20)
  const heading = (text: string): Paragraph => new Paragraph({ style: styleIds.enclosures, keepNext: true, spacing: { before: line, after: Math.round(line / 4) }, children: textRuns(text, { bold: true }) })
  const note = file.note.split('\n').filter((text) => text.trim() !== '')
  const { signings } = file
  return [
    ...(note.length === 0 ? [] : [heading('Vermerk'), ...note.map((text) => new Paragraph({ style: styleIds.enclosures, children: textRuns(text) }))]),
    heading('Verfügung'),
    grid(orderWidths, [['Nr.', 'Punkt', 'gef. am / Hz.'], ...file.orders.map((order, index) => [`${index + 1}.`, order, ''])], { rules: true, head: true }),
    heading('Zeichnung'),
    grid([35, 60, 30, 40], [['Schritt', 'Name', 'Hz.', 'Datum'], ...signings.map(({ role, name, sign, date }) => [role, name, sign, date])], { rules: true, head: true }),
    // Word asks for a paragraph after a table.
    new Paragraph({ style: styleIds.enclosures }),
  ]
}
