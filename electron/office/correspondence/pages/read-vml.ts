import type { Placed, Spot } from '../../../../shared/correspondence/pages/model.ts'
import { children, type Element } from '../templates/xml.ts'
import { alignOf, colour } from './measures.ts'
import type { Part } from './package.ts'
import type { Drawn } from './read-drawing.ts'
import type { Reading } from './reading.ts'

const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const shapes = new Set(['shape', 'rect', 'roundrect', 'line', 'textbox'])
/** Points of each unit that these drawings measure in. */
const units: Record<string, number> = { pt: 1, in: 72, cm: 72 / 2.54, mm: 72 / 25.4, px: 0.75, pc: 12 }

/** Reads a drawing as Word made them before 2007: pictures, text boxes and lines of VML. */
export function readPict(pict: Element, part: Part, reading: Reading, depth: number): Drawn {
  const found = shapesIn(pict).map((shape) => shapeOf(shape, part, reading, depth)).filter((each) => each !== null)
  const [only] = found
  if (found.length === 1 && only && !only.absolute && only.placed.picture) return { inline: { type: 'picture', picture: only.placed.picture }, placed: [] }
  return { inline: null, placed: found.map(({ placed }) => placed) }
}

function shapesIn(element: Element): Element[] {
  return children(element).flatMap((each) => (each.localName === 'group' ? shapesIn(each) : shapes.has(each.localName ?? '') ? [each] : []))
}

function shapeOf(shape: Element, part: Part, reading: Reading, depth: number): { placed: Placed; absolute: boolean } | null {
  const style = new Map((shape.getAttribute('style') ?? '').split(';').map((each) => { const [name = '', value = ''] = each.split(':'); return [name.trim().toLowerCase(), value.trim()] as const }))
  const measure = (name: string) => points(style.get(name) ?? '')
  const spot = (direction: 'horizontal' | 'vertical', offset: number): Spot => {
    const relative = style.get(`mso-position-${direction}-relative`) ?? 'text'
    return { from: relative.endsWith('page') ? 'page' : relative.endsWith('margin') || direction === 'horizontal' ? 'margin' : 'paragraph', offset, align: alignOf(aligned(style.get(`mso-position-${direction}`))) }
  }
  const absolute = style.get('position') === 'absolute'
  const common = { least: false, wrap: 'none' as const, padding: [0, 0, 0, 0] satisfies Placed['padding'], align: 'start' as const, blocks: [] }
  const stroke = colour((shape.getAttribute('strokecolor') ?? '').replace(/^#/u, '')) ?? '#000000'
  if (shape.localName === 'line') {
    const [[x1, y1], [x2, y2]] = [pair(shape.getAttribute('from')), pair(shape.getAttribute('to'))]
    return {
      absolute: true,
      placed: { ...common, ground: stroke, across: spot('horizontal', Math.min(x1, x2)), down: spot('vertical', Math.min(y1, y2)), width: Math.max(0.5, Math.abs(x2 - x1)), height: Math.max(0.5, Math.abs(y2 - y1)) },
    }
  }
  const picture = [...shape.getElementsByTagNameNS('*', 'imagedata')][0]
  const words = [...shape.getElementsByTagNameNS('*', 'txbxContent')][0]
  const ground = shape.getAttribute('filled') === 'f' ? undefined : colour((shape.getAttribute('fillcolor') ?? '').replace(/^#/u, ''))
  if (!picture && !words && ground === undefined) return null
  const size = { width: measure('width'), height: measure('height') }
  const outlined = words !== undefined && shape.getAttribute('stroked')?.startsWith('f') !== true
  return {
    absolute,
    placed: {
      ...common, ...size, ground, across: spot('horizontal', measure('margin-left') || measure('left')), down: spot('vertical', measure('margin-top') || measure('top')),
      ...(outlined ? { border: { style: 'solid', width: 0.75, space: 0, colour: stroke } } : {}),
      ...(picture ? { picture: { ...size, image: reading.image(part, picture.getAttributeNS(relationships, 'id')) } } : {}),
      padding: words ? insets([...shape.getElementsByTagNameNS('*', 'textbox')][0]?.getAttribute('inset') ?? '') : [0, 0, 0, 0],
      blocks: words ? reading.inside(words, part, depth) : [],
    },
  }
}

function aligned(word: string | undefined): string | null {
  return word === undefined || word === 'absolute' ? null : word
}

function points(text: string): number {
  const match = /^(-?[\d.]+)(pt|in|cm|mm|px|pc)?$/u.exec(text)
  return match ? (Number(match[1]) || 0) * (units[match[2] ?? 'px'] ?? 1) : 0
}

function pair(text: string | null): [number, number] {
  const [x = '', y = ''] = (text ?? '').split(',')
  return [points(x.trim()), points(y.trim())]
}

/** Left, above, right, below; what is left out is Word's own. */
function insets(text: string): Placed['padding'] {
  const [left, top, right, bottom] = text.split(',').map((each) => each.trim())
  const side = (said: string | undefined, usual: number) => (said ? points(said) : usual)
  return [side(top, 3.6), side(right, 7.2), side(bottom, 3.6), side(left, 7.2)]
}
