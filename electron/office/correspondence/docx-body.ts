import { AlignmentType, LevelFormat, Paragraph, type INumberingOptions, type IParagraphOptions, type Table } from 'docx'
import { inlineText, maxListDepth, type BlockNode, type LetterBody, type ListNode, type ParagraphNode } from '../../../shared/correspondence/body.ts'
import { direction, inlineRuns } from './docx-inline.ts'
import { headingStyles, styleIds } from './docx-styles.ts'
import { wordTable } from './docx-table.ts'

const bulletList = 'letter-bullets'
const numberedList = 'letter-numbers'
const bullets = ['•', '–', '▪', '–']
const indentPerLevel = 357
/** Below a table, in twips: a table has no distance of its own. */
const belowTable = 240

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

type Look = Pick<IParagraphOptions, 'spacing' | 'keepNext'>

/**
 * Gives the paragraphs and tables of a letter's text.
 * @param points size of the letters, by which columns of tables get their widths
 */
export function bodyParagraphs(body: LetterBody, counter: ListCounter, points: number): (Paragraph | Table)[] {
  const nodes = withoutBlankEdges(body.content)
  return nodes.flatMap((node, index): (Paragraph | Table)[] => {
    const last = index === nodes.length - 1
    const look = nodes[index - 1]?.type === 'table' ? { spacing: { before: belowTable } } : {}
    // The last paragraph stays with the closing: a signature never stands alone on a page.
    const lastLook = last ? { keepNext: true } : {}
    switch (node.type) {
      case 'paragraph': return [plain(node, styleIds.body, { ...look, ...lastLook })]
      case 'heading': return [new Paragraph({ style: headingStyles[node.attrs.level], children: inlineRuns(node.content), ...direction(node.content), ...look, ...lastLook })]
      case 'blockquote': return node.content.map((each, place) => plain(each, styleIds.quote, { ...(place === 0 ? look : {}), ...lastLook }))
      case 'table': return [
        wordTable(node, points, (cell, lastRow) => cell.content.flatMap((inside) => {
          const style = cell.type === 'tableHeader' ? styleIds.tableHead : styleIds.table
          const kept = last && lastRow ? { keepNext: true } : {}
          return inside.type === 'paragraph' ? [plain(inside, style, kept)] : listParagraphs(inside, counter, kept)
        })),
        // Two tables without a paragraph between them would become one.
        ...(last || nodes[index + 1]?.type === 'table' ? [new Paragraph({ ...lastLook, spacing: { before: 0, after: 0, line: belowTable, lineRule: 'exact' } })] : []),
      ]
      default: return listParagraphs(node, counter, look)
    }
  })
}

function plain(node: ParagraphNode, style: string, look: Look): Paragraph {
  return new Paragraph({ style, children: inlineRuns(node.content), ...direction(node.content), ...look })
}

/** @param first how the first paragraph differs from the others */
function listParagraphs(list: ListNode, counter: ListCounter, first: Look, level = 0): Paragraph[] {
  const instance = (counter.lists += 1)
  const reference = list.type === 'bulletList' ? bulletList : numberedList
  return list.content.flatMap((item, place) => item.content.flatMap((child, index) => {
    if (child.type !== 'paragraph') return listParagraphs(child, counter, {}, level + 1)
    const position = index === 0
      ? { numbering: { reference, level, instance, custom: true } }
      : { indent: { left: (level + 1) * indentPerLevel } }
    return [new Paragraph({ style: styleIds.list, children: inlineRuns(child.content), ...direction(child.content), ...position, ...(place === 0 && index === 0 ? first : {}) })]
  }))
}

/** Leaves out empty paragraphs at the beginning and the end: the distance to the neighbours is the styles' affair. */
function withoutBlankEdges(nodes: BlockNode[]): BlockNode[] {
  const isBlank = (node: BlockNode) => node.type === 'paragraph' && inlineText(node.content).trim() === ''
  const first = nodes.findIndex((node) => !isBlank(node))
  const last = nodes.findLastIndex((node) => !isBlank(node))
  return first < 0 ? [] : nodes.slice(first, last + 1)
}
