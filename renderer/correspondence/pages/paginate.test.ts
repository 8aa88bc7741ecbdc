import { describe, expect, it } from 'vitest'
import { paginate, type Measured, type Paper } from './paginate.ts'

const unit = (height: number, more: Partial<Measured> = {}): Measured => ({
  height, repeated: 0, notes: [], cuts: () => [], strips: () => [], before: 0, after: 0, style: 'a', close: false, keepNext: false, whole: false, company: 2, breakBefore: false, ...more,
})
const paper: Paper = { room: () => ({ top: 100, bottom: 200 }), note: () => 10, aboveNotes: 5, addsDistances: false }
const pages = (units: Measured[], more: Partial<Paper> = {}) => paginate(units, { ...paper, ...more }).map(({ slices }) => slices.map(({ unit: number, from, to }) => (from === 0 && to === units[number]?.height ? `${number}` : `${number}[${from}-${to}]`)).join(' '))

describe('laying units out on pages', () => {
  it('takes the greater of two distances, or both in old files, and none at the top of a page', () => {
    const units = [unit(20, { after: 10 }), unit(20, { before: 6 }), unit(60, { before: 30 })]
    expect(paginate(units, paper).map(({ slices }) => slices.map(({ top }) => top))).toEqual([[100, 130], [100]])
    expect(paginate(units, { ...paper, addsDistances: true })[0]?.slices.map(({ top }) => top)).toEqual([100, 136])
  })

  it('divides a paragraph only where it may be divided', () => {
    expect(pages([unit(60), unit(90, { cuts: () => [20, 40, 60] })])).toEqual(['0 1[0-40]', '1[40-90]'])
    expect(pages([unit(60), unit(90, { cuts: () => [20, 40, 60], whole: true })])).toEqual(['0', '1'])
    expect(pages([unit(60), unit(90)])).toEqual(['0', '1'])
    // Longer than any page.
    expect(pages([unit(250, { cuts: () => [90, 180] })])).toEqual(['0[0-90]', '0[90-180]', '0[180-250]'])
    expect(pages([unit(250)])).toEqual(['0'])
  })

  it('never leaves a heading, nor a closing without its text, alone at the end of a page', () => {
    expect(pages([unit(50), unit(20, { keepNext: true }), unit(20, { keepNext: true }), unit(40)])).toEqual(['0', '1 2 3'])
    // A chain that is longer than a page is broken.
    expect(pages([unit(60, { keepNext: true }), unit(60, { keepNext: true }), unit(20)])).toEqual(['0', '1 2'])
  })

  it('keeps notes on the page of their sign and room for them', () => {
    const noted = paginate([unit(70), unit(20, { notes: [{ note: 1, at: 0 }] })], paper)
    expect(noted.map(({ slices, notes }) => [slices.length, notes])).toEqual([[1, []], [1, [1]]])
    const torn = paginate([unit(40), unit(80, { cuts: () => [20, 40, 60], notes: [{ note: 1, at: 45 }] })], paper)
    expect(torn.map(({ notes }) => notes)).toEqual([[], [1]])
  })

  it('repeats the names of columns, begins where a break stands, and has another room on each page', () => {
    const [, second] = paginate([unit(20), unit(70, { repeated: 20 }), unit(60, { repeated: 20 })], paper)
    expect(second?.slices).toMatchObject([{ unit: 2, repeated: true, top: 120 }])
    expect(pages([unit(10), unit(10, { breakBefore: true, before: 15 })])).toEqual(['0', '1'])
    expect(pages([unit(50), unit(50), unit(50)], { room: (page) => ({ top: page === 0 ? 140 : 100, bottom: 200 }) })).toEqual(['0', '1 2'])
  })

  it('keeps text out of what stands in its way', () => {
    const [page] = paginate([unit(10), unit(20, { strips: () => [{ from: 105, to: 150 }] }), unit(10)], paper)
    expect(page?.slices.map(({ top }) => top)).toEqual([100, 150, 170])
  })
})
