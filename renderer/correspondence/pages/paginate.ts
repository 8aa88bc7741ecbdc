import { distanceBetween, type Manners } from './units.ts'

/** A unit as it was measured; lengths in points. */
export interface Measured extends Manners {
  height: number
  /** Of the rows that are repeated above it at the top of a page. */
  repeated: number
  /** The notes that it refers to, and how far down. */
  notes: readonly { note: number; at: number }[]
  /** Places, from its top, where a page may break; asked only when one has to. */
  cuts(): readonly number[]
  /** Strips of the page that text keeps out of, from the top of the page; `top` is where the unit begins. */
  strips(top: number): readonly { from: number; to: number }[]
}

/** A unit, or a part of it, on a page. */
export interface Slice { unit: number; from: number; to: number; top: number; repeated: boolean }
export interface MadePage { slices: Slice[]; notes: number[] }

export interface Paper {
  /** Where the text of a page of the section begins and ends, from the top of the page. */
  room(page: number): { top: number; bottom: number }
  /** Height of a note, by its number from 1. */
  note(number: number): number
  /** Height of the line above the notes. */
  aboveNotes: number
  addsDistances: boolean
}

/** Rounding of browsers and of figures in twips. */
const slack = 0.3

/** Lays the units of a section out on pages, as word processors do. A unit that fits nowhere stands alone on a page and runs over. */
export function paginate(units: readonly Measured[], { room, note, aboveNotes, addsDistances }: Paper): MadePage[] {
  const pages: (MadePage & { y: number; strips: { from: number; to: number }[] })[] = []
  const begin = () => {
    const page = { slices: [], notes: [], y: room(pages.length).top, strips: [] }
    pages.push(page)
    return page
  }
  let page: (typeof pages)[number] = begin()
  let hard = true
  const foot = (notes: readonly number[]): number => (notes.length === 0 ? 0 : aboveNotes + notes.reduce((sum, each) => sum + note(each), 0))
  const notesIn = (unit: Measured, from: number, to: number): number[] => unit.notes.filter(({ at }) => at >= from && (at < to || to === unit.height)).map(({ note: each }) => each)

  for (let index = 0; index < units.length; index += 1) {
    const unit = units[index]
    if (!unit) break
    if (unit.breakBefore && page.slices.length > 0) {
      page = begin()
      hard = true
    }
    let from = 0
    for (;;) {
      const previous = page.slices.at(-1)
      const first = previous === undefined
      const repeated = first && unit.repeated > 0
      const gap = from > 0 ? 0 : first ? (hard ? unit.before : 0) : distanceBetween(units[previous.unit], unit, addsDistances)
      const start = page.y + gap + (repeated ? unit.repeated : 0)
      const strips = from === 0 ? [...page.strips, ...unit.strips(start)] : page.strips
      const top = strips.toSorted((a, b) => a.from - b.from).reduce((y, strip) => (y < strip.to - slack && y + Math.min(unit.height - from, 20) > strip.from + slack ? strip.to : y), start)
      const { bottom } = room(pages.length - 1)
      const fits = (to: number): boolean => top + to - from <= bottom - foot([...page.notes, ...notesIn(unit, from, to)]) + slack
      const take = (to: number): void => {
        page.slices.push({ unit: index, from, to, top, repeated })
        page.notes.push(...notesIn(unit, from, to))
        page.strips.push(...(from === 0 ? unit.strips(top) : []))
        page.y = top + to - from
      }
      if (fits(unit.height)) {
        take(unit.height)
        break
      }
      const cut = unit.whole && !first ? undefined : unit.cuts().filter((each) => each > from + slack && each < unit.height - slack).findLast(fits)
      if (cut !== undefined) {
        take(cut)
        from = cut
      } else if (first) {
        take(unit.height)
        break
      } else if (from === 0) {
        index = withCompany(page, units, index)
      }
      page = begin()
      hard = false
      if (cut === undefined && from === 0) {
        index -= 1
        break
      }
    }
  }
  return pages.map(({ slices, notes }) => ({ slices, notes }))

  /** Takes what stays with the next from the end of the page. @returns the unit with which the next page begins */
  function withCompany(last: typeof page, all: readonly Measured[], next: number): number {
    const kept = last.slices.findLastIndex(({ unit, from, to }) => !all[unit]?.keepNext || from > 0 || to < (all[unit]?.height ?? 0))
    if (kept < 0 || kept === last.slices.length - 1) return next
    const gone = last.slices.splice(kept + 1)
    const lost = new Set(gone.flatMap(({ unit }) => all[unit]?.notes.map((each) => each.note) ?? []))
    last.notes = last.notes.filter((each) => !lost.has(each))
    return gone[0]?.unit ?? next
  }
}
