import type { PictureNode } from './model.ts'
import { wrapText } from './wrap-text.ts'

/** How a node of the network picture is drawn, in pixels. */
export interface NodeBox {
  width: number
  height: number
  name: string[]
  detail: string[]
}

export const nodeTextSize = 13
export const nodeDetailSize = 11.5
export const nodeLineHeight = 16
/** Room for the icon that tells the kind, left of the text. */
export const nodeIconWidth = 24
const textWidths = { person: 132, organisation: 150, body: 158 } as const
const padding = 8

/** Size and lines of a node; a label is broken and never cut. */
export function nodeBox({ kind, name, detail }: Pick<PictureNode, 'kind' | 'name' | 'detail'>): NodeBox {
  const room = textWidths[kind]
  const lines = wrapText(name, nodeTextSize, room)
  const details = detail === '' ? [] : wrapText(detail, nodeDetailSize, room)
  return {
    width: room + nodeIconWidth + 2 * padding,
    height: (lines.length + details.length) * nodeLineHeight + padding + 4,
    name: lines,
    detail: details,
  }
}
