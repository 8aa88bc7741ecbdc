import { AlignmentType, Document, LineRuleType, Packer, PageOrientation, Paragraph } from 'docx'
import { cleanLine } from '../../../../shared/correspondence/clean-text.ts'
import { millimetresToTwips } from '../../../../shared/correspondence/din5008.ts'
import { fitAddress } from '../../../../shared/correspondence/fit.ts'
import { sizeThatFits } from '../../../../shared/correspondence/text-width.ts'
import type { Envelope } from '../../../../shared/labels/sheets.ts'
import type { Letterhead } from '../../../../shared/settings/letterhead.ts'
import { startsRightToLeft, textRuns } from '../../documents/docx-text.ts'

/** Millimetres. The sender stands in the upper left corner, as in the PDF of envelopes. */
const margin = { left: 15, top: 12, right: 10, bottom: 8 }
const senderHeight = 5

/**
 * Envelopes with a printed address as Word file, a page each in their own size. Plain paragraphs with measured distances and no frames, so
 * that somebody can change a line in Word.
 */
export async function envelopesDocx(
  addresses: readonly (readonly string[])[], { title, envelope, sender }: { title: string; envelope: Envelope; sender: string }, { officeName, fontFamily, fontSize }: Letterhead,
): Promise<Uint8Array> {
  const owner = cleanLine(officeName) || 'Integrationsbüro'
  const document = new Document({
    title, creator: owner, lastModifiedBy: owner, compatibility: { version: 15 },
    styles: {
      default: { document: { run: { font: fontFamily, size: fontSize * 2, language: { value: 'de-DE' } }, paragraph: { spacing: { before: 0, after: 0 } } } },
      paragraphStyles: [{ id: 'Absender', name: 'envelope return', basedOn: 'Normal' }, { id: 'Umschlag', name: 'envelope address', basedOn: 'Normal' }],
    },
    sections: [{
      properties: {
        page: {
          // The library takes the sizes of the sheet before it is turned.
          size: { width: millimetresToTwips(envelope.height), height: millimetresToTwips(envelope.width), orientation: PageOrientation.LANDSCAPE },
          margin: {
            left: millimetresToTwips(margin.left), right: millimetresToTwips(margin.right), top: millimetresToTwips(margin.top), bottom: millimetresToTwips(margin.bottom),
            header: 0, footer: 0,
          },
        },
      },
      children: addresses.flatMap((lines, index) => [senderLine(sender, envelope, index > 0), ...addressLines(lines, envelope, fontSize)]),
    }],
  })
  return new Uint8Array(await Packer.toArrayBuffer(document))
}

/** Always one line of the same height, also without a sender: the address is measured from it. */
function senderLine(sender: string, { width }: Envelope, pageBreakBefore: boolean): Paragraph {
  const room = width / 2 - 25
  const size = sizeThatFits([sender], [9, 8.5, 8, 7.5, 7, 6.5, 6], room, 1)
  return new Paragraph({
    style: 'Absender', pageBreakBefore, spacing: { line: millimetresToTwips(senderHeight), lineRule: LineRuleType.EXACT },
    indent: { right: millimetresToTwips(width - margin.left - margin.right - room) }, children: textRuns(sender, { size: size * 2 }),
  })
}

function addressLines(lines: readonly string[], { width, address }: Envelope, points: number): Paragraph[] {
  const fit = fitAddress(lines, points)
  const before = millimetresToTwips(address.left - margin.left)
  const after = millimetresToTwips(width - margin.right - address.left - address.width)
  return lines.map((text, index) => new Paragraph({
    style: 'Umschlag', keepLines: true,
    // In a line that reads from right to left both sides change places; it begins where the others begin.
    ...(startsRightToLeft(text) ? { bidirectional: true, alignment: AlignmentType.END, indent: { left: after, right: before } } : { indent: { left: before, right: after } }),
    spacing: { before: index === 0 ? millimetresToTwips(address.top - margin.top - senderHeight) : 0, line: millimetresToTwips(fit.pitch), lineRule: LineRuleType.EXACT },
    children: textRuns(text, { size: fit.points * 2 }),
  }))
}
