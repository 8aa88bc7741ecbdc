import type { Block, Pages } from '../../../shared/correspondence/pages/model.ts'

/** The words of a document in their order, a line each paragraph. */
export function wordsOf({ sections }: Pages): string {
  return sections.flatMap(({ headers, blocks, footers }) => [...linesOf(headers.first ?? headers.others), ...linesOf(blocks), ...linesOf(footers.first ?? footers.others)]).join('\n')
}

function linesOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    if (block.type === 'table') return block.rows.flatMap(({ cells }) => cells.flatMap((cell) => linesOf(cell.blocks)))
    const line = block.inlines.map((inline) => (inline.type === 'text' ? inline.text : ' ')).join('').trim()
    return [...block.placed.flatMap((placed) => linesOf(placed.blocks)), ...(line === '' ? [] : [line])]
  })
}
