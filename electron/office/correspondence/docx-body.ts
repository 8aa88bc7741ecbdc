import { AlignmentType, LevelFormat, Paragraph, type INumberingOptions } from 'docx'
import { maxListDepth, type BlockNode, type InlineNode, type LetterBody, type ListNode, type TextMark } from '../../../shared/correspondence/body.ts'
import { startsRightToLeft, textRuns } from '../documents/docx-text.ts'
import { styleIds } from './docx-styles.ts'

const bulletList = 'letter-bullets'
const numberedList = 'letter-numbers'
const bullets = ['•', '–', '▪', '–']
const indentPerLevel = 357

/** The two kinds of list a letter knows, each with as many levels as its text may nest. */
export const letterNumbering: INumberingOptions = {
  config: [bulletList, numberedList].map((reference) => ({
    reference,
    levels: Array.from({ length: maxListDepth }, (_, level) => ({
      level,
      ...(reference === bulletList
        ? { format: LevelFormat.BULLET, text: bullets[level] ?? '•' }
        : { format: level % 2 === 0 ? LevelFormat.DECIMAL : LevelFormat.LOWER_LETTER, text: level % 2 === 0 ? `%${level + 1}.` : `%${level + 1})` }),
      alignment: AlignmentType.LEFT,
      style: { paragraph: { indent: { left: (level + 1) * indentPerLevel, hanging: indentPerLevel } } },
    })),
  })),
}

/** Counts the lists of a file: each numbered list counts from its own start. */
export interface ListCounter {
  lists: number
}

/** Gives the paragraphs of a letter's text. */
export function bodyParagraphs(body: LetterBody, counter: ListCounter): Paragraph[] {
  const list = (node: ListNode, level: number): Paragraph[] => {
    const instance = (counter.lists += 1)
    const reference = node.type === 'bulletList' ? bulletList : numberedList
    return node.content.flatMap((item) => item.content.flatMap((child, index) => {
      if (child.type !== 'paragraph') return list(child, level + 1)
      const position = index === 0
        ? { numbering: { reference, level, instance, custom: true } }
        : { indent: { left: (level + 1) * indentPerLevel } }
      return [new Paragraph({ style: styleIds.list, children: inlineRuns(child.content), ...direction(child.content), ...position })]
    }))
  }
  const block = (node: BlockNode, index: number, all: BlockNode[]): Paragraph[] => {
    if (node.type !== 'paragraph' && node.type !== 'heading') return list(node, 0)
    // The last paragraph stays with the closing: a signature never stands alone on a page.
    const style = node.type === 'paragraph' ? styleIds.body : node.attrs.level === 2 ? styleIds.heading2 : styleIds.heading3
    const last = index === all.length - 1 ? { keepNext: true } : {}
    return [new Paragraph({ style, children: inlineRuns(node.content), ...direction(node.content), ...last })]
  }
  return withoutBlankEdges(body.content).flatMap(block)
}

/** Leaves out empty paragraphs at the beginning and the end: the distance to the neighbours is the styles' affair. */
function withoutBlankEdges(nodes: BlockNode[]): BlockNode[] {
  const isBlank = (node: BlockNode) => node.type === 'paragraph' && plain(node.content).trim() === ''
  const first = nodes.findIndex((node) => !isBlank(node))
  const last = nodes.findLastIndex((node) => !isBlank(node))
  return first < 0 ? [] : nodes.slice(first, last + 1)
}

function inlineRuns(nodes: InlineNode[] = []) {
  return nodes.flatMap((node) => (node.type === 'hardBreak' ? textRuns('\n') : textRuns(node.text, formatting(node.marks))))
}

function formatting(marks: TextMark[] = []) {
  const has = (type: TextMark['type']) => marks.some((mark) => mark.type === type)
  return {
    ...(has('bold') ? { bold: true } : {}),
    ...(has('italic') ? { italics: true } : {}),
    ...(has('underline') ? { underline: {} } : {}),
  }
}

function plain(nodes: InlineNode[] = []): string {
  return nodes.map((node) => (node.type === 'text' ? node.text : '\n')).join('')
}

function direction(nodes: InlineNode[] | undefined): { bidirectional?: true } {
  return startsRightToLeft(plain(nodes)) ? { bidirectional: true } : {}
}
