import type { Spot } from '../../../../shared/correspondence/pages/model.ts'
import { attribute, child, type Element } from '../templates/xml.ts'

/** Twips (a twentieth of a point) as points; null where nothing, or no number, is said. */
export function twips(text: string | null): number | null {
  const value = number(text)
  return value === null ? null : value / 20
}

/** EMU (of which a point has 12,700) as points; 0 where nothing is said. */
export function emu(text: string | null | undefined): number {
  return (number(text ?? null) ?? 0) / 12_700
}

/** A number, or null. */
export function number(text: string | null): number | null {
  if (text === null || text.trim() === '') return null
  const value = Number.parseFloat(text)
  return Number.isFinite(value) && Math.abs(value) < 1e9 ? value : null
}

/** Whether a switch of Word's is on: `<w:b/>` is, `<w:b w:val="0"/>` isn't. Undefined where it isn't set. */
export function toggle(parent: Element, name: string): boolean | undefined {
  const found = child(parent, name)
  return found ? !['0', 'false', 'off', 'none'].includes(attribute(found, 'val') ?? '') : undefined
}

/** A colour as `#rrggbb`; undefined for the automatic one. */
export function colour(text: string | null): string | undefined {
  return text !== null && /^[0-9a-f]{6}$/iu.test(text) ? `#${text.toLowerCase()}` : undefined
}

/** What is named, without what isn't set. */
export function given<T extends object>(properties: T): Partial<{ [key in keyof T]: Exclude<T[key], undefined | null> }> {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined && value !== null)) as Partial<{ [key in keyof T]: Exclude<T[key], undefined | null> }>
}

/** Where something stands between two edges; null where its distance is said in figures. */
export function alignOf(word: string | null): Spot['align'] {
  if (word === null || word === 'inline') return null
  return word === 'center' ? 'middle' : word === 'right' || word === 'bottom' || word === 'outside' ? 'end' : 'start'
}
