import type { PictureNode } from './model.ts'
import { wrapText } from './wrap-text.ts'

/** How a node of the network picture is drawn, in pixels. */
export interface NodeBox {
  width: number
  height: number
  lines: { text: string, role: 'name' | 'detail', y: number }[]
}

export const nodeTextSize = 13
export const nodeDetailSize = 11.5
const lineHeight = 16
/** Room for the icon that tells the kind, left of the text. */
export const nodeIconWidth = 24
const textWidths = { person: 132, organisation: 150, body: 158 } as const
const padding = 8

/** Size and lines of a node; a label is broken and never cut. */
export function nodeBox({ kind, name, detail }: Pick<PictureNode, 'kind' | 'name' | 'detail'>): NodeBox {
  const room = textWidths[kind]
  const texts = [
    ...wrapText(name, nodeTextSize, room).map((text) => ({ text, role: 'name' as const })),
    ...wrapText(detail, nodeDetailSize, room).map((text) => ({ text, role: 'detail' as const })),
  ]
  return {
    width: room + nodeIconWidth + 2 * padding,
    height: texts.length * lineHeight + padding + 4,
    lines: texts.map((line, index) => ({ ...line, y: lineHeight * (index + 1) + 2 })),
  }
}
