import { useLayoutEffect, useState, type RefObject } from 'react'
import type { Pages, Section } from '../../../shared/correspondence/pages/model.ts'
import { cutsOf, heightOf, notesIn } from './measure.ts'
import { paginate, type MadePage, type Measured } from './paginate.ts'
import { placedIn, stripOf } from './placed.ts'
import { mannersOf, unitsOf, type Unit } from './units.ts'

/** Height of the line above the notes of a page, in points, with the room around it. */
export const aboveNotes = 10

/** Which head a page has, by its place in the section (from 0) and its number. */
export function marginKind({ headers }: Section, place: number, number: number): 'first' | 'even' | 'others' {
  if (place === 0 && headers.first !== null) return 'first'
  return headers.even !== null && number % 2 === 0 ? 'even' : 'others'
}

/** A laid out page: what stands on it and between which heights. */
export interface LaidOutPage extends MadePage { section: number; number: number; kind: 'first' | 'even' | 'others'; room: { top: number; bottom: number } }

/** Lays a document out on pages after every drawing of it. @param measuring where all of it is drawn unseen, in one long column */
export function useLayout(pages: Pages, measuring: RefObject<HTMLElement | null>): readonly LaidOutPage[] {
  const [laidOut, setLaidOut] = useState<readonly LaidOutPage[]>([])
  useLayoutEffect(() => {
    if (!measuring.current) return
    const next = layOut(pages, measuring.current)
    setLaidOut((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next))
  }, [pages, measuring])
  return laidOut
}

function layOut({ sections, addsDistances }: Pages, drawn: HTMLElement): LaidOutPage[] {
  const notes = [...drawn.querySelectorAll(':scope > [data-notes] > *')].map(heightOf)
  const made: LaidOutPage[] = []
  for (const [index, section] of sections.entries()) {
    const column = drawn.querySelector(`:scope > [data-section="${index}"]`)
    const heights = (place: string) => Object.fromEntries([...column?.querySelectorAll<HTMLElement>(`:scope > [data-margin="${place}"]`) ?? []].map((each) => [each.dataset.kind, heightOf(each)]))
    const [heads, feet] = [heights('header'), heights('footer')]
    const first = section.start ?? (made.at(-1)?.number ?? 0) + 1
    const room = (page: number) => {
      const kind = marginKind(section, page, first + page)
      const [head, foot] = [heads[kind] ?? 0, feet[kind] ?? 0]
      return {
        top: section.pushed.top && head > 0 ? Math.max(section.top, section.header + head) : section.top,
        bottom: section.height - (section.pushed.bottom && foot > 0 ? Math.max(section.bottom, section.footer + foot) : section.bottom),
      }
    }
    const elements = [...column?.querySelectorAll<HTMLElement>(':scope > [data-units] > *') ?? []]
    const units = unitsOf(section.blocks)
    const measured = measuredUnits(units, elements, section, [...column?.querySelectorAll<HTMLElement>(':scope > [data-placed] > *') ?? []])
    const laid = paginate(measured, { room, note: (number) => notes[number - 1] ?? 0, aboveNotes, addsDistances })
    made.push(...laid.map((page, at) => ({ ...page, section: index, number: first + at, kind: marginKind(section, at, first + at), room: room(at) })))
  }
  return made
}

function measuredUnits(units: readonly Unit[], elements: readonly HTMLElement[], section: Section, placedElements: readonly HTMLElement[]): Measured[] {
  const heights = elements.map(heightOf)
  const placedHeights = placedElements.map(heightOf)
  let placedBefore = 0
  return units.map((unit, index): Measured => {
    const element = elements[index]
    const placed = placedOf(unit)
    const own = placed.map((each, at) => ({ each, height: placedHeights[placedBefore + at] ?? 0 }))
    placedBefore += placed.length
    const head = 'table' in unit && unit.from >= unit.head ? unit.head : 0
    const headUnits = 'table' in unit && head > 0 ? units.findIndex((other) => 'table' in other && other.table === unit.table) : -1
    return {
      ...mannersOf(unit), height: heights[index] ?? 0,
      repeated: headUnits < 0 ? 0 : heights.slice(headUnits, headUnits + head).reduce((sum, each) => sum + each, 0),
      notes: element ? notesIn(element) : [],
      cuts: () => (element ? cutsOf(element, mannersOf(unit).company) : []),
      strips: (top) => own.map(({ each, height }) => stripOf(each, section, top, height)).filter((strip) => strip !== null),
    }
  })
}

/** What the paragraphs of a unit place. */
export function placedOf(unit: Unit): ReturnType<typeof placedIn> {
  return placedIn('paragraph' in unit ? [unit.paragraph] : [{ ...unit.table, rows: unit.table.rows.slice(unit.from, unit.to) }])
}
