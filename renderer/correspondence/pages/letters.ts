import type { CSSProperties } from 'react'
import type { Border, Borders, Look, Paragraph } from '../../../shared/correspondence/pages/model.ts'

/** CSS defines 96 pixels to the inch, of which a point is a 72nd. */
export const pixelsPerPoint = 96 / 72

const pitches = new Map<string, number>()

/** How many times its size a line of a font is high, as the font says itself; measured once, in large letters, because browsers round. */
export function linePitch(font: string): number {
  const known = pitches.get(font)
  if (known !== undefined) return known
  const probe = document.createElement('div')
  Object.assign(probe.style, { position: 'absolute', visibility: 'hidden', fontFamily: family(font), fontSize: '1000px', lineHeight: 'normal', padding: '0', border: '0' })
  probe.textContent = 'x'
  document.body.append(probe)
  const pitch = probe.getBoundingClientRect().height / 1000 || 1.15
  probe.remove()
  pitches.set(font, pitch)
  return pitch
}

/** A font with what stands in for it where it isn't installed. */
function family(font: string): string {
  const name = font.replace(/["\\\n]/gu, '')
  const serif = /times|serif|georgia|garamond|cambria|book|roman|palatino|minion/iu.test(name) && !/sans/iu.test(name)
  return `"${name}", ${serif ? '"Times New Roman", "Liberation Serif", serif' : 'Arial, "Liberation Sans", sans-serif'}`
}

/** A line of the text: how high it is with letters of a font. */
export function lineHeight({ rule, value }: Paragraph['line'], font: string): CSSProperties['lineHeight'] {
  if (rule === 'exact') return `${value}pt`
  const pitch = linePitch(font)
  return rule === 'least' ? `max(${pitch}em, ${value}pt)` : pitch * value
}

/** How letters of a look are drawn. @param line the line in which they stand */
export function letterStyle(look: Look, line: Paragraph['line']): CSSProperties {
  const decoration = [look.underline ? 'underline' : '', look.strike ? 'line-through' : ''].filter(Boolean).join(' ')
  return {
    fontFamily: family(look.font), fontSize: `${look.raise ? look.size * 0.62 : look.size}pt`, lineHeight: look.raise ? 0 : lineHeight(line, look.font),
    fontKerning: look.kerning ? 'normal' : 'none',
    ...(look.bold ? { fontWeight: 700 } : {}), ...(look.italic ? { fontStyle: 'italic' } : {}), ...(decoration ? { textDecoration: decoration } : {}),
    ...(look.caps ? { textTransform: 'uppercase' } : {}), ...(look.smallCaps ? { fontVariantCaps: 'small-caps' } : {}), ...(look.raise ? { verticalAlign: look.raise } : {}),
    ...(look.spacing ? { letterSpacing: `${look.spacing}pt` } : {}), ...(look.colour ? { color: look.colour } : {}), ...(look.ground ? { backgroundColor: look.ground } : {}),
  }
}

/** A line around something as CSS says it. */
export function line(border: Border | undefined): string | undefined {
  // Below half a pixel a line would be left out on the screen.
  return border && `${Math.max(border.width, 0.5)}pt ${border.style} ${border.colour ?? '#000'}`
}

/** The lines of a box, with the room that they keep from the words. */
export function boxStyle(borders: Borders | undefined): CSSProperties {
  if (!borders) return {}
  const { top, right, bottom, left } = borders
  const room = (border: Border | undefined) => (border ? `${border.space}pt` : undefined)
  const out = (border: Border | undefined) => (border ? border.space + border.width : 0)
  return {
    borderTop: line(top), borderRight: line(right), borderBottom: line(bottom), borderLeft: line(left),
    paddingTop: room(top), paddingRight: room(right), paddingBottom: room(bottom), paddingLeft: room(left),
    ...(left ? { left: `-${out(left)}pt`, position: 'relative', width: `calc(100% + ${out(left) + out(right)}pt)` } : {}),
  }
}
