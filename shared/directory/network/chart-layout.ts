import { organisationTypeLabel } from '../organisation-types.ts'
import type { Chart, ChartUnit } from './model.ts'
import { wrapText } from './wrap-text.ts'

/** One line of text in a box, by its middle left or the start of its base line. */
export interface BoxLine {
  text: string
  /** Base line, from the top of the box. */
  y: number
  role: 'name' | 'detail' | 'person' | 'more'
}

/** A box of the chart where it is drawn, in pixels. */
export interface ChartBox {
  unit: ChartUnit
  x: number
  y: number
  width: number
  height: number
  lines: BoxLine[]
  level: number
  /** Whether organisations belong below it, and whether they are shown. */
  hasChildren: boolean
  open: boolean
  position: number
  siblings: number
}

export interface ChartLayout {
  width: number
  height: number
  /** In reading order: each box before those below it. */
  boxes: ChartBox[]
  /** Corners of the lines from a box to those below it. */
  links: [number, number][][]
}

export const boxWidth = 222
export const boxPadding = 12
const gapBeside = 20
const gapBelow = 30
const gapHanging = 16
const indent = 26
const margin = 16
/** Room for the button that folds, in the upper right of a box with others below it. */
const foldRoom = 22
const sizes = { name: 15, detail: 12.5, person: 13.5, more: 12.5 } as const
const lineHeights = { name: 19, detail: 16, person: 18, more: 17 } as const

/** Font size of a line in pixels. */
export function lineSize(role: BoxLine['role']): number {
  return sizes[role]
}

/**
 * Gives every box of an organisation chart its place: the second level stands side by side, as on the chart of a town hall,
 * and everything below hangs under its superior, indented. The same tree always gives the same picture.
 */
export function chartLayout(chart: Chart, collapsed: ReadonlySet<string>): ChartLayout {
  const children = new Map<string | null, ChartUnit[]>()
  for (const unit of chart.units) children.set(unit.parentId, [...children.get(unit.parentId) ?? [], unit])
  const layout: ChartLayout = { width: 0, height: 0, boxes: [], links: [] }
  const [root] = children.get(null) ?? []
  if (!root) return layout
  const below = (unit: ChartUnit): ChartUnit[] => collapsed.has(unit.id) ? [] : children.get(unit.id) ?? []

  const place = (unit: ChartUnit, x: number, y: number, level: number, [position, siblings]: [number, number]): ChartBox => {
    const lines = boxLines(unit, { of: root, folds: children.has(unit.id) })
    const box = {
      unit, x, y, width: boxWidth, height: (lines.at(-1)?.y ?? 0) + boxPadding, lines, level, position, siblings,
      hasChildren: children.has(unit.id), open: below(unit).length > 0,
    }
    layout.boxes.push(box)
    layout.width = Math.max(layout.width, x + boxWidth + margin)
    layout.height = Math.max(layout.height, y + box.height + margin)
    return box
  }
  /** Places what hangs under a box; the lower edge of all of it. */
  const hang = (box: ChartBox): number => {
    let bottom = box.y + box.height
    const units = below(box.unit)
    for (const [index, unit] of units.entries()) {
      const child = place(unit, box.x + indent, bottom + gapHanging, box.level + 1, [index + 1, units.length])
      const rail = box.x + indent / 2
      layout.links.push([[rail, box.y + box.height], [rail, child.y + child.height / 2], [child.x, child.y + child.height / 2]])
      bottom = hang(child)
    }
    return bottom
  }

  const columns = below(root)
  const top = place(root, margin, margin, 1, [1, 1])
  let x = margin
  const middles: [ChartBox, number][] = []
  for (const [index, unit] of columns.entries()) {
    const box = place(unit, x, top.y + top.height + gapBelow, 2, [index + 1, columns.length])
    hang(box)
    middles.push([box, x + boxWidth / 2])
    x += boxWidth + (depthBelow(unit, below) * indent) + gapBeside
  }
  const [first] = middles
  const last = middles.at(-1)
  if (first && last) {
    top.x = (first[1] + last[1]) / 2 - boxWidth / 2
    const middle = top.x + boxWidth / 2
    const rail = top.y + top.height + gapBelow / 2
    for (const [box, center] of middles) layout.links.push([[middle, top.y + top.height], [middle, rail], [center, rail], [center, box.y]])
  }
  return layout
}

function depthBelow(unit: ChartUnit, below: (unit: ChartUnit) => ChartUnit[]): number {
  return Math.max(0, ...below(unit).map((child) => 1 + depthBelow(child, below)))
}

function boxLines(unit: ChartUnit, { of, folds }: { of: ChartUnit, folds: boolean }): BoxLine[] {
  const lines: BoxLine[] = []
  let y = boxPadding - 4
  const add = (text: string, role: BoxLine['role'], gap = 0): void => {
    y += gap
    for (const line of wrapText(text, sizes[role], boxWidth - 2 * boxPadding - (folds && role === 'name' ? foldRoom : 0))) {
      y += lineHeights[role]
      lines.push({ text: line, y, role })
    }
  }
  add(unit.department || unit.name, 'name')
  // The departments of one house need not all repeat its name.
  const house = unit !== of && unit.name === of.name ? '' : unit.name
  const detail = unit.department ? house : organisationTypeLabel(unit.typeCode, 'short')
  if (detail && detail !== unit.department) add(detail, 'detail')
  for (const [index, person] of unit.people.entries()) {
    add(person.name, 'person', index === 0 ? 6 : 3)
    if (person.title) add(person.title, 'detail')
  }
  const more = unit.peopleTotal - unit.people.length
  if (more > 0) add(more === 1 ? 'und 1 weitere Person' : `und ${more} weitere Personen`, 'more', 3)
  return lines
}
