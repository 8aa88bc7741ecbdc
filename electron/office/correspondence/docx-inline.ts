import { FootnoteReferenceRun, Paragraph, type ParagraphChild } from 'docx'
import { inlineText, type InlineNode, type TextMark } from '../../../shared/correspondence/body.ts'
import { startsRightToLeft, textRuns } from '../documents/docx-text.ts'

/** Gives the words of a paragraph; a note becomes one of Word's, at the foot of the page. */
export function inlineRuns(nodes: readonly InlineNode[] = []): ParagraphChild[] {
  return nodes.flatMap((node): ParagraphChild[] => {
    if (node.type === 'hardBreak') return textRuns('\n')
    if (node.type === 'text') return textRuns(node.text, formatting(node.marks))
    if (node.type === 'field') return textRuns(node.attrs.value ?? '', formatting(node.marks))
    return [new FootnoteReferenceRun({ children: [new Paragraph({ style: 'FootnoteText', children: textRuns(` ${node.attrs.text}`), ...direction([node]) })] })]
  })
}

/** Whether a paragraph reads from right to left, as an option of it. */
export function direction(nodes: readonly InlineNode[] | undefined): { bidirectional?: true } {
  return startsRightToLeft(inlineText(nodes)) ? { bidirectional: true } : {}
}

function formatting(marks: TextMark[] = []) {
  const has = (type: TextMark['type']) => marks.some((mark) => mark.type === type)
  return {
    ...(has('bold') ? { bold: true } : {}),
    ...(has('italic') ? { italics: true } : {}),
    ...(has('underline') ? { underline: {} } : {}),
  }
}
