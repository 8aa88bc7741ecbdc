import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attack } from './attacker.fixture.ts'
import { cellAt, cellCount, cellsOf, flatAxis, leafFlags, nodesOf, pathOf, type Axis } from './axis.ts'
import { isSmall, thresholds, uniformCells } from './disclosure.ts'
import { suppress } from './suppression.ts'

/** All cells of a table from its leaves, in the order of the leaf cells. */
function withSums(axes: readonly Axis[], leaves: readonly number[]): number[] {
  const values = Array.from({ length: cellCount(axes) }, () => 0)
  let next = 0
  for (const cell of values.keys()) {
    const nodes = nodesOf(axes, cell)
    if (!nodes.every((node, axis) => leafFlags(axes[axis] as Axis)[node])) continue
    const value = leaves[next % leaves.length] ?? 0
    next += 1
    for (const sum of cellsOf(axes, nodes.map((node, axis) => pathOf(axes[axis] as Axis, node)))) values[sum] = (values[sum] ?? 0) + value
  }
  return values
}

const small = (values: readonly number[], k: number): Set<number> => new Set([...values.keys()].filter((cell) => (values[cell] ?? 0) > 0 && (values[cell] ?? 0) < k))

/** Two main topics with sub-topics and one without. */
const topics: Axis = { parents: [-1, 0, 1, 1, 1, 0, 5, 5, 0] }

const tables: [string, readonly Axis[]][] = [
  ['one dimension', [flatAxis(6)]],
  ['main topics with sub-topics', [topics]],
  ['two dimensions', [flatAxis(5), flatAxis(4)]],
  ['sub-topics by another dimension', [topics, flatAxis(3)]],
  ['three dimensions', [flatAxis(3), flatAxis(3), flatAxis(3)]],
]

describe('a table with hidden cells', () => {
  // Many zeros and small figures, as the tables of a small office have them.
  const figure = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 4, arbitrary: fc.integer({ min: 1, max: 6 }) }, { weight: 3, arbitrary: fc.integer({ min: 5, max: 90 }) })

  it.each(tables)('%s: nobody who solves the published sums can pin down a hidden cell', (_name, axes) => {
    const leaves = axes.reduce((product, axis) => product * leafFlags(axis).filter(Boolean).length, 1)
    const runs = axes.length === 3 ? 40 : 150
    fc.assert(fc.property(fc.array(figure, { minLength: leaves, maxLength: leaves }), fc.constantFrom(...thresholds), (given, k) => {
      const values = withSums(axes, given)
      const sensitive = small(values, k)
      const { hidden } = suppress({ axes, measures: [{ values, protection: k }], sensitive })
      for (const cell of sensitive) expect(hidden.has(cell)).toBe(true)
      const ranges = attack(axes, values, hidden)
      for (const [cell, { low, high }] of ranges) {
        expect(low - 1e-4).toBeLessThanOrEqual(values[cell] ?? 0)
        expect(high + 1e-4).toBeGreaterThanOrEqual(values[cell] ?? 0)
        expect(high - low).toBeGreaterThanOrEqual(1 - 1e-4)
      }
    }), { numRuns: runs })
  })

  it('leaves a range as wide as the threshold where the figures are large enough', () => {
    const large = fc.array(fc.oneof({ weight: 1, arbitrary: fc.integer({ min: 1, max: 4 }) }, { weight: 5, arbitrary: fc.integer({ min: 6, max: 90 }) }), { minLength: 20, maxLength: 20 })
    fc.assert(fc.property(large, (given) => {
      const axes = [flatAxis(5), flatAxis(4)]
      const values = withSums(axes, given)
      const { hidden, withheld } = suppress({ axes, measures: [{ values, protection: 5 }], sensitive: small(values, 5) })
      if (withheld || given.filter((value) => value < 6).length > 4) return
      for (const { low, high } of attack(axes, values, hidden).values()) expect(high - low).toBeGreaterThanOrEqual(5 - 1e-4)
    }), { numRuns: 80 })
  })

  it('shows what can be shown of a table of many small figures, and no sum is given up without need', () => {
    const axes = [flatAxis(6), flatAxis(4)]
    const values = withSums(axes, [1, 2, 1, 2, 9, 7, 12, 8, 2, 1, 1, 2, 20, 14, 9, 16, 1, 1, 2, 2, 8, 9, 11, 7])
    const { hidden, withheld } = suppress({ axes, measures: [{ values, protection: 5 }], sensitive: small(values, 5) })
    expect(withheld).toBe(false)
    expect([1, 2, 3, 4, 5, 6].map((row) => hidden.has(cellAt(axes, [row, 0])))).toEqual([false, false, false, false, false, false])
    expect(hidden.size).toBeLessThan(20)
  })

  it('would be broken without the further cells: the attack itself works', () => {
    const axes = [flatAxis(3)]
    const values = withSums(axes, [3, 20, 40])
    expect(attack(axes, values, new Set([1])).get(1)).toEqual({ low: 3, high: 3 })
    const { hidden } = suppress({ axes, measures: [{ values, protection: 5 }], sensitive: new Set([1]) })
    expect([...hidden].sort()).toEqual([1, 2])
  })

  it('keeps the total of everything unless it is small itself', () => {
    fc.assert(fc.property(fc.array(figure, { minLength: 20, maxLength: 20 }), (given) => {
      const axes = [flatAxis(5), flatAxis(4)]
      const values = withSums(axes, given)
      const { hidden } = suppress({ axes, measures: [{ values, protection: 5 }], sensitive: small(values, 5) })
      expect(hidden.has(0)).toBe((values[0] ?? 0) > 0 && (values[0] ?? 0) < 5)
    }))
  })

  it('hides nothing where nothing is small', () => {
    const axes = [flatAxis(2), flatAxis(2)]
    const values = withSums(axes, [7, 0, 12, 30])
    expect(suppress({ axes, measures: [{ values, protection: 5 }], sensitive: small(values, 5) }).hidden.size).toBe(0)
  })

  it('protects every figure that is shown beside the first', () => {
    const axes = [flatAxis(4)]
    const contacts = withSums(axes, [2, 6, 9, 30])
    const cases = withSums(axes, [2, 0, 6, 12])
    const { hidden } = suppress({ axes, measures: [{ values: contacts, protection: 3 }, { values: cases, protection: 3 }], sensitive: new Set([1]) })
    // The second row would be the smallest partner, but it has no cases behind which two could hide.
    expect([...hidden].sort()).toEqual([1, 3])
    const { low, high } = attack(axes, cases, hidden).get(1) ?? { low: 0, high: 0 }
    expect(high - low).toBeGreaterThanOrEqual(3)
  })

  it('hides a whole line with its sums when the line is small', () => {
    const axes = [flatAxis(4), flatAxis(3)]
    const values = withSums(axes, [1, 1, 1, 20, 30, 40, 25, 35, 45, 50, 60, 70])
    const { hidden } = suppress({ axes, measures: [{ values, protection: 5 }], sensitive: small(values, 5) })
    expect(hidden.has(cellAt(axes, [1, 0]))).toBe(true)
    for (const [cell, { low, high }] of attack(axes, values, hidden)) expect([cell, high - low >= 5]).toEqual([cell, true])
  })
})

describe('what must be hidden for its own sake', () => {
  it('is what few people stand behind, not what is a small figure', () => {
    expect(isSmall({ value: 40, contributors: 2, largest: 20 }, 5)).toBe(true)
    expect(isSmall({ value: 40, contributors: 9, largest: 35 }, 5)).toBe(true)
    expect(isSmall({ value: 40, contributors: 9, largest: 12 }, 5)).toBe(false)
    expect(isSmall({ value: 4, contributors: 4, largest: 1 }, 3)).toBe(false)
    expect(isSmall({ value: 0, contributors: 0, largest: 0 }, 5)).toBe(false)
  })

  it('is a group of which all share one sensitive value, of whatever size, and then a shown 0 doesn’t give it away', () => {
    const axes = [
      { ...flatAxis(3), sensitive: false, unknown: [false, false, false, true] },
      { ...flatAxis(2), sensitive: true, unknown: [false, false, false] },
    ]
    // The first place has only the first status; of the third nothing is known.
    const values = withSums(axes, [12, 0, 30, 25, 8, 0])
    const uniform = uniformCells(axes, values)
    expect([...uniform]).toEqual([cellAt(axes, [1, 1])])
    const { hidden } = suppress({ axes, measures: [{ values, protection: 5 }], sensitive: uniform })
    const { low, high } = attack(axes, values, hidden).get(cellAt(axes, [1, 1])) ?? { low: 0, high: 0 }
    expect([low <= 7, high]).toEqual([true, 12])
  })
})
