import type { Inline, Placed, Spot } from '../../../../shared/correspondence/pages/model.ts'
import { children, type Element } from '../templates/xml.ts'
import { alignOf, colour, emu } from './measures.ts'
import type { Part } from './package.ts'
import type { Reading } from './reading.ts'

/** What was found in a drawing: a picture in the line, or things at places of their own. */
export interface Drawn { inline: Inline | null; placed: Placed[] }

const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
type Box = { x: number; y: number; width: number; height: number }

/** Reads a drawing of Word since 2007: pictures, text boxes, lines, and groups of them. */
export function readDrawing(drawing: Element, part: Part, reading: Reading, depth: number): Drawn {
  const [frame] = children(drawing)
  if (!frame) return { inline: null, placed: [] }
  const extent = below(frame, 'extent')
  const size = { width: emu(extent?.getAttribute('cx')), height: emu(extent?.getAttribute('cy')) }
  const data = [...frame.getElementsByTagNameNS('*', 'graphicData')][0]
  const [content] = data ? children(data) : []
  const shapes = content ? shapesOf(content, { x: 0, y: 0, ...size }, part, reading, depth) : [unknown({ x: 0, y: 0, ...size })]
  if (frame.localName === 'inline') {
    const [only] = shapes
    if (shapes.length === 1 && only?.picture) return { inline: { type: 'picture', picture: only.picture }, placed: [] }
    return { inline: null, placed: shapes.map((shape) => ({ ...shape, wrap: 'below', across: { ...shape.across, from: 'margin' }, down: { ...shape.down, from: 'paragraph' } })) }
  }
  const across = spotOf(below(frame, 'positionH'))
  const down = spotOf(below(frame, 'positionV'))
  const wrap = children(frame).some(({ localName }) => localName === 'wrapTopAndBottom') ? 'below' as const
    : children(frame).some(({ localName }) => /^wrap(?:Square|Tight|Through)$/u.test(localName ?? '')) ? 'beside' as const : 'none' as const
  return {
    inline: null,
    placed: shapes.map((shape) => ({
      ...shape, wrap, across: { ...across, offset: across.offset + shape.across.offset }, down: { ...down, offset: down.offset + shape.down.offset },
    })),
  }
}

function shapesOf(content: Element, box: Box, part: Part, reading: Reading, depth: number): Placed[] {
  switch (content.localName) {
    case 'pic': {
      const id = [...content.getElementsByTagNameNS('*', 'blip')][0]?.getAttributeNS(relationships, 'embed') ?? null
      return [{ ...placedAt(box), picture: { image: reading.image(part, id), width: box.width, height: box.height } }]
    }
    case 'wsp': return [shapeOf(content, box, part, reading, depth)]
    case 'wgp': case 'grpSp': return groupOf(content, box, part, reading, depth)
    default: return [unknown(box)]
  }
}

/** Shapes of a group: what they measure among themselves is brought to the size of the group. */
function groupOf(group: Element, box: Box, part: Part, reading: Reading, depth: number): Placed[] {
  const transform = below(below(group, 'grpSpPr'), 'xfrm')
  const inner = boxOf(below(transform, 'chOff'), below(transform, 'chExt'))
  const scale = { x: inner.width > 0 ? box.width / inner.width : 1, y: inner.height > 0 ? box.height / inner.height : 1 }
  return children(group).filter(({ localName }) => ['pic', 'wsp', 'grpSp'].includes(localName ?? '')).flatMap((each) => {
    const own = below(below(each, 'spPr') ?? below(each, 'grpSpPr'), 'xfrm')
    const at = boxOf(below(own, 'off'), below(own, 'ext'))
    return shapesOf(each, { x: box.x + (at.x - inner.x) * scale.x, y: box.y + (at.y - inner.y) * scale.y, width: at.width * scale.x, height: at.height * scale.y }, part, reading, depth)
  })
}

function shapeOf(shape: Element, box: Box, part: Part, reading: Reading, depth: number): Placed {
  const properties = below(shape, 'spPr')
  const body = below(shape, 'bodyPr')
  const words = [...shape.getElementsByTagNameNS('*', 'txbxContent')][0]
  const line = below(properties, 'ln')
  const drawn = line !== null && below(line, 'noFill') === null
  const lineColour = drawn ? fillOf(line) : undefined
  const width = emu(line?.getAttribute('w')) || 0.75
  // A line has no height; what is drawn is its own colour.
  if (drawn && !words && (box.height < 1 || box.width < 1)) {
    return { ...placedAt({ ...box, width: Math.max(box.width, width), height: Math.max(box.height, width) }), ground: lineColour ?? '#000000' }
  }
  const inset = (name: string, usual: number) => { const said = body?.getAttribute(name); return said ? emu(said) : usual }
  const anchor = body?.getAttribute('anchor')
  return {
    ...placedAt(box), least: below(body, 'spAutoFit') !== null, ground: fillOf(properties),
    ...(drawn ? { border: { style: 'solid', width, space: 0, ...(lineColour ? { colour: lineColour } : {}) } } : {}),
    padding: words ? [inset('tIns', 3.6), inset('rIns', 7.2), inset('bIns', 3.6), inset('lIns', 7.2)] : [0, 0, 0, 0],
    align: anchor === 'ctr' ? 'middle' : anchor === 'b' ? 'end' : 'start',
    blocks: words ? reading.inside(words, part, depth) : [],
  }
}

/** Something in a box, without anything said about where the box stands. */
function placedAt(box: Box): Placed {
  const spot = (offset: number): Spot => ({ from: 'margin', offset, align: null })
  return { across: spot(box.x), down: spot(box.y), width: box.width, height: box.height, least: false, wrap: 'none', padding: [0, 0, 0, 0], align: 'start', blocks: [] }
}

/** A diagram or something else that isn't drawn here: an empty picture keeps its room. */
function unknown(box: Box): Placed {
  return { ...placedAt(box), picture: { image: null, width: box.width, height: box.height } }
}

function fillOf(element: Element | null): string | undefined {
  const fill = below(element, 'solidFill')
  const [said] = fill ? children(fill) : []
  if (said?.localName === 'srgbClr') return colour(said.getAttribute('val'))
  const scheme = said?.getAttribute('val') ?? ''
  return /^(?:bg1|lt1)$/u.test(scheme) ? '#ffffff' : /^(?:tx1|dk1)$/u.test(scheme) ? '#000000' : undefined
}

function spotOf(position: Element | null): Spot {
  const relative = position?.getAttribute('relativeFrom') ?? 'page'
  const align = below(position, 'align')?.textContent ?? null
  return { from: relative === 'page' ? 'page' : relative === 'paragraph' || relative === 'line' ? 'paragraph' : 'margin', offset: emu(below(position, 'posOffset')?.textContent), align: alignOf(align) }
}

function boxOf(offset: Element | null, extent: Element | null): Box {
  return { x: emu(offset?.getAttribute('x')), y: emu(offset?.getAttribute('y')), width: emu(extent?.getAttribute('cx')), height: emu(extent?.getAttribute('cy')) }
}

/** The first child of any namespace with a name. */
function below(element: Element | null, name: string): Element | null {
  return element ? children(element).find(({ localName }) => localName === name) ?? null : null
}
