import type { BlockNode, InlineNode, LetterBody, ListNode } from '../../../../shared/correspondence/body.ts'
import { cleanText } from '../../../../shared/correspondence/clean-text.ts'
import { splitByDirection, startsRightToLeft } from '../../documents/docx-text.ts'
import type { BodyLook } from './body-look.ts'
import { numberedList } from './numbering.ts'
import { withoutMarks } from './marks.ts'

/** The text as Word's paragraphs, and the numbers of its lists for the numbering part. */
export interface BodyXml { paragraphs: string; numbers: string }

/** Order of a paragraph's properties, as the schema of WordprocessingML asks. */
const order = [
  'pStyle', 'keepNext', 'keepLines', 'pageBreakBefore', 'framePr', 'widowControl', 'numPr', 'suppressLineNumbers', 'pBdr', 'shd', 'tabs', 'suppressAutoHyphens',
  'kinsoku', 'wordWrap', 'overflowPunct', 'topLinePunct', 'autoSpaceDE', 'autoSpaceDN', 'bidi', 'adjustRightInd', 'snapToGrid', 'spacing', 'ind', 'contextualSpacing',
  'mirrorIndents', 'suppressOverlap', 'jc', 'textDirection', 'textAlignment', 'textboxTightWrap', 'outlineLvl', 'divId', 'cnfStyle',
]
const indent = 357

/** Gives the formatted text of a document as real paragraphs and lists in the styles of a template. */
export function bodyXml(body: LetterBody, look: BodyLook): BodyXml {
  const numbers: string[] = []
  let next = look.numbering.next

  const paragraph = (nodes: InlineNode[] | undefined, changes: Record<string, string | null>, bold = false): string => {
    const right = startsRightToLeft((nodes ?? []).map((node) => (node.type === 'text' ? node.text : ' ')).join(''))
    const properties = new Map(look.paragraph)
    for (const [name, xml] of Object.entries({ ...changes, ...(right ? { bidi: '<w:bidi/>' } : {}) })) {
      if (xml === null) properties.delete(name)
      else properties.set(name, xml)
    }
    const sorted = [...properties].toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b)).map(([, xml]) => xml).join('')
    return `<w:p>${sorted === '' ? '' : `<w:pPr>${sorted}</w:pPr>`}${(nodes ?? []).map((node) => inline(node, look.run, bold)).join('')}</w:p>`
  }

  // The entries stand close together; what comes after the list has its distance.
  const list = (node: ListNode, level: number, ends: boolean): string => {
    const ordered = node.type === 'orderedList'
    const styled = !ordered && level === 0 ? look.bulletStyle : null
    const number = ordered ? next : look.numbering.bullet
    if (ordered) {
      numbers.push(numberedList(next, look.numbering.decimal, node.attrs?.start ?? 1))
      next += 1
    }
    return node.content.map((item, place) => item.content.map((inside, index) => {
      const last = ends && place === node.content.length - 1 && index === item.content.length - 1
      if (inside.type !== 'paragraph') return list(inside, level + 1, last)
      const position: Record<string, string | null> = index > 0
        ? { ind: `<w:ind w:left="${(level + 1) * indent}"/>` }
        : styled !== null ? { pStyle: `<w:pStyle w:val="${styled}"/>`, ind: null } : { numPr: `<w:numPr><w:ilvl w:val="${Math.min(level, 3)}"/><w:numId w:val="${number}"/></w:numPr>`, ind: null }
      return paragraph(inside.content, { ...position, ...(last ? {} : { contextualSpacing: '<w:contextualSpacing/>' }) })
    }).join('')).join('')
  }

  const block = (node: BlockNode): string => {
    if (node.type === 'paragraph') return paragraph(node.content, {})
    if (node.type !== 'heading') return list(node, 0, true)
    const style = look.headings[node.attrs.level]
    return paragraph(node.content, { keepNext: '<w:keepNext/>', ...(style === null ? {} : { pStyle: `<w:pStyle w:val="${style}"/>` }) }, style === null)
  }
  return { paragraphs: body.content.map(block).join(''), numbers: numbers.join('') }
}

function inline(node: InlineNode, look: string, bold: boolean): string {
  if (node.type === 'hardBreak') return `<w:r>${look === '' ? '' : `<w:rPr>${look}</w:rPr>`}<w:br/></w:r>`
  const has = (type: string): boolean => node.marks?.some((mark) => mark.type === type) === true
  const added = [
    ...(bold || has('bold') ? ['<w:b/>', '<w:bCs/>'] : []),
    ...(has('italic') ? ['<w:i/>', '<w:iCs/>'] : []),
  ].join('')
  // Order of the schema: style and font, then bold and italic, then the rest, then underlined and the direction.
  const split = /^(?:<w:(?:rStyle|rFonts)\b[^>]*\/>)*/u.exec(look)?.[0].length ?? 0
  const rest = look.slice(split)
  return splitByDirection(withoutMarks(cleanText(node.text)).replaceAll('\n', ' ')).map(({ text, rightToLeft }) => {
    const properties = [look.slice(0, split), added, rest, has('underline') ? '<w:u w:val="single"/>' : '', rightToLeft ? '<w:rtl/>' : ''].join('')
    return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`
  }).join('')
}

/** Gives text as it may stand between the tags of XML. */
export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
