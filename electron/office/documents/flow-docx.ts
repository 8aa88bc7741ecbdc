import { Document, HeadingLevel, Packer, PageBreak, Paragraph } from 'docx'
import { cleanLine } from '../../../shared/correspondence/clean-text.ts'
import type { Letterhead } from '../../../shared/settings/letterhead.ts'
import { textRuns } from './docx-text.ts'
import type { FlowBlock } from './pdf-flow.ts'

const headings = { title: HeadingLevel.TITLE, heading: HeadingLevel.HEADING_1, subheading: HeadingLevel.HEADING_2 } as const
/** Half points; twips. */
const smallSize = 18
const margin = 1417

/** A document of headings, paragraphs and facts as Word file, with the headings, language and title that assistive technology needs. */
export async function flowDocx(title: string, { officeName, fontFamily: font }: Letterhead, blocks: readonly FlowBlock[]): Promise<Uint8Array> {
  const owner = cleanLine(officeName) || 'Integrationsbüro'
  const look = (size: number, before: number) => ({ run: { font, size, bold: true, color: 'auto' }, paragraph: { keepNext: true, spacing: { before, after: 80 } } })
  const document = new Document({
    title, creator: owner, lastModifiedBy: owner, compatibility: { version: 15 },
    styles: { default: { document: { run: { font, size: 21, language: { value: 'de-DE' } }, paragraph: { spacing: { after: 100 } } }, title: look(32, 0), heading1: look(26, 300), heading2: look(22, 180) } },
    sections: [{ properties: { page: { size: { width: 11906, height: 16838 }, margin: { left: margin, right: margin, top: margin, bottom: margin } } }, children: blocks.flatMap(paragraphs) }],
  })
  return new Uint8Array(await Packer.toArrayBuffer(document))
}

function paragraphs(block: FlowBlock): Paragraph[] {
  switch (block.kind) {
    case 'facts': return block.rows.map(([name, value]) => new Paragraph({ children: [...textRuns(`${name}: `, { bold: true }), ...textRuns(value)] }))
    case 'title': case 'heading': case 'subheading': return [new Paragraph({ heading: headings[block.kind], children: textRuns(block.text) })]
    case 'page': return [new Paragraph({ children: [new PageBreak()] })]
    case 'small': return [new Paragraph({ children: textRuns(block.text, { size: smallSize }) })]
    default: return [new Paragraph({ ...(block.kind === 'bullet' && { bullet: { level: 0 } }), children: textRuns(block.text) })]
  }
}
