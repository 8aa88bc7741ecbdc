import { describe, expect, it } from 'vitest'
import { paginate } from './paginate.ts'

const room = { first: 100, others: 130, aboveNotes: 5 }
const plain = (...heights: number[]) => heights.map((height) => ({ height, notes: 0, repeated: 0 }))

describe('paginate', () => {
  it('fills the shorter first page, then the others', () => {
    expect(paginate(plain(40, 40, 40, 40, 40), room)).toEqual([2, 3])
    expect(paginate(plain(50, 50), room)).toEqual([2])
  })

  it('gives one page to a letter without text', () => expect(paginate([], room)).toEqual([0]))

  it('gives a block that is higher than a page a page of its own', () => {
    expect(paginate(plain(10, 500, 10), room)).toEqual([1, 1, 1])
    expect(paginate(plain(500), room)).toEqual([1])
  })

  it('keeps room for the notes of a page, and for the line above them once', () => {
    const noted = (height: number) => ({ height, notes: 10, repeated: 0 })
    expect(paginate([noted(35), noted(40)], room)).toEqual([2])
    expect(paginate([noted(35), noted(41)], room)).toEqual([1, 1])
  })

  it('keeps room for the names of the columns on top of the next page', () => {
    const row = (height: number) => ({ height, notes: 0, repeated: 20 })
    expect(paginate([...plain(100), row(60), row(50), row(1)], room)).toEqual([1, 2, 1])
  })
})
