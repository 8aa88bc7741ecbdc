import { describe, expect, it } from 'vitest'
import { paginate } from './paginate.ts'

describe('paginate', () => {
  it('fills the shorter first page, then the others', () => {
    expect(paginate([40, 40, 40, 40, 40], 100, 130)).toEqual([2, 3])
    expect(paginate([50, 50], 100, 130)).toEqual([2])
  })

  it('gives one page to a letter without text', () => expect(paginate([], 100, 130)).toEqual([0]))

  it('gives a block that is higher than a page a page of its own', () => {
    expect(paginate([10, 500, 10], 100, 130)).toEqual([1, 1, 1])
    expect(paginate([500], 100, 130)).toEqual([1])
  })
})
