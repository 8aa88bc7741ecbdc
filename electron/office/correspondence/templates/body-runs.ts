import type { InlineNode } from '../../../../shared/correspondence/body.ts'
import { cleanText } from '../../../../shared/correspondence/clean-text.ts'
import { gapPieces } from '../../../../shared/correspondence/gaps.ts'
import { splitByDirection } from '../../documents/docx-text.ts'
import { withoutMarks } from './marks.ts'

/** How words look: properties of the template as XML, and bold where a style for it is missing. */
export interface RunLook { properties: string; bold: boolean }

/** Elements of a run's properties that stand before bold and italic, in the order of the schema. */
const beforeBold = /^(?:<w:(?:rStyle|rFonts)\b[^>]*\/>)*/u

/** Gives words as runs of Word. @param note gives the run that refers to a note with this text */
export function runsXml(nodes: readonly InlineNode[], look: RunLook, note: (text: string) => string): string {
  return nodes.map((node) => {
    if (node.type === 'hardBreak') return `<w:r>${look.properties === '' ? '' : `<w:rPr>${look.properties}</w:rPr>`}<w:br/></w:r>`
    if (node.type === 'reference') return note(node.attrs.text)
    const text = node.type === 'field' ? node.attrs.value ?? '' : node.text
    const has = (type: string): boolean => node.marks?.some((mark) => mark.type === type) === true
    return gapPieces(withoutMarks(cleanText(text)).replaceAll('\n', ' ')).flatMap(({ text: piece, missing }) =>
      splitByDirection(piece).map((part) => run(part, look, { bold: has('bold') || missing, italic: has('italic'), underline: has('underline'), missing }))).join('')
  }).join('')
}

/** Gives text as it may stand between the tags of XML. */
export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function run(
  { text, rightToLeft }: { text: string; rightToLeft: boolean }, look: RunLook, has: { bold: boolean; italic: boolean; underline: boolean; missing: boolean },
): string {
  const added = [...(look.bold || has.bold ? ['<w:b/>', '<w:bCs/>'] : []), ...(has.italic ? ['<w:i/>', '<w:iCs/>'] : [])].join('')
  const split = beforeBold.exec(look.properties)?.[0].length ?? 0
  const properties = [
    look.properties.slice(0, split), added, look.properties.slice(split), has.missing ? '<w:highlight w:val="yellow"/>' : '',
    has.underline ? '<w:u w:val="single"/>' : '', rightToLeft ? '<w:rtl/>' : '',
  ].join('')
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`
}
