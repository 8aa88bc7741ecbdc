import { AlignmentType, Document, LineRuleType, Packer, PageOrientation, Paragraph } from 'docx'
import { cleanLine } from '../../../shared/correspondence/clean-text.ts'
import { millimetresToTwips as twips } from '../../../shared/correspondence/din5008.ts'
import { fitAddress } from '../../../shared/correspondence/fit.ts'
import { sizeThatFits } from '../../../shared/correspondence/text-width.ts'
import type { Envelope } from '../../../shared/labels/sheets.ts'
import type { Letterhead } from '../../../shared/settings/letterhead.ts'
import { startsRightToLeft, textRuns } from './docx-text.ts'

/** Millimetres. */
const senderHeight = 5
const edge = { right: 10, bottom: 8 }

/** Where the sender stands, as in the PDF of envelopes: in the upper left corner, or in the window above the address. */
function senderPlace({ window, width, address }: Envelope): { left: number; top: number; width: number } {
  return window ? { left: address.left, top: 45, width: address.width } : { left: 15, top: 12, width: width / 2 - 25 }
}

/**
 * Envelopes with a printed address, or sheets for envelopes with a window, as Word file: a page each in their own size. Plain paragraphs with
 * measured distances and no frames, so that somebody can change a line in Word.
 */
export async function envelopesDocx(
  addresses: readonly (readonly string[])[], { title, envelope, sender }: { title: string; envelope: Envelope; sender: string }, { officeName, fontFamily, fontSize }: Letterhead,
): Promise<Uint8Array> {
  const owner = cleanLine(officeName) || 'Integrationsbüro'
  const { left, top } = senderPlace(envelope)
  const size = { width: twips(envelope.width), height: twips(envelope.height) }
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
          size: envelope.width > envelope.height ? { width: size.height, height: size.width, orientation: PageOrientation.LANDSCAPE } : size,
          margin: { left: twips(left), right: twips(edge.right), top: twips(top), bottom: twips(edge.bottom), header: 0, footer: 0 },
        },
      },
      children: addresses.flatMap((lines, index) => [senderLine(sender, envelope, index > 0), ...addressLines(lines, envelope, fontSize)]),
    }],
  })
  return new Uint8Array(await Packer.toArrayBuffer(document))
}

/** Always one line of the same height, also without a sender: the address is measured from it. */
function senderLine(sender: string, envelope: Envelope, pageBreakBefore: boolean): Paragraph {
  const { left, width } = senderPlace(envelope)
  const size = sizeThatFits([sender], [...envelope.window ? [] : [9, 8.5], 8, 7.5, 7, 6.5, 6], width, 1)
  return new Paragraph({
    style: 'Absender', pageBreakBefore, spacing: { line: twips(senderHeight), lineRule: LineRuleType.EXACT },
    indent: { right: twips(envelope.width - left - edge.right - width) }, children: textRuns(sender, { size: size * 2 }),
  })
}

function addressLines(lines: readonly string[], envelope: Envelope, points: number): Paragraph[] {
  const { width, address } = envelope
  const { left, top } = senderPlace(envelope)
  const fit = fitAddress(lines, points)
  const before = twips(address.left - left)
  const after = twips(width - edge.right - address.left - address.width)
  return lines.map((text, index) => new Paragraph({
    style: 'Umschlag', keepLines: true,
    // In a line that reads from right to left both sides change places; it begins where the others begin.
    ...(startsRightToLeft(text) ? { bidirectional: true, alignment: AlignmentType.END, indent: { left: after, right: before } } : { indent: { left: before, right: after } }),
    spacing: { before: index === 0 ? twips(address.top - top - senderHeight) : 0, line: twips(fit.pitch), lineRule: LineRuleType.EXACT },
    children: textRuns(text, { size: fit.points * 2 }),
  }))
}
