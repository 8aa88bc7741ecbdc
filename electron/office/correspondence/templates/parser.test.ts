import { describe, expect, it } from 'vitest'
import { parserOf, wholeRow, type Gaps, type Values } from './parser.ts'

const gaps: Gaps = { required: new Map([['betreff', 'Betreff']]), dates: new Set(['datum']), found: new Set() }
const values: Values = new Map<string, string | Map<string, string>[]>([['datum', '2026-11-30'], ['betreff', ''], ['liste', [new Map([[wholeRow, 'eins']]), new Map([[wholeRow, 'zwei']])]]])
const read = (tag: string, scope: unknown = values, module?: string) => parserOf(gaps)(tag).get(scope, { meta: { part: module === undefined ? {} : { module } } })

describe('the reader of tags', () => {
  it.each(['constructor', '__proto__', 'prototype', 'toString', 'valueOf', 'hasOwnProperty', 'size', 'get', 'entries', 'datum.constructor', 'constructor.constructor("return process")()', 'liste[0]', ''])(
    'reaches nothing by %j that was not put into the map', (tag) => {
      expect(read(tag)).toBeUndefined()
      expect(read(tag, values, 'loop')).toBeUndefined()
    },
  )

  it('takes nothing from a scope that is no map', () => {
    for (const scope of [{ datum: '2026-01-01' }, 'datum', null, 1, [], Object.create({ datum: 'x' }), () => 'x']) expect(read('datum', scope)).toBeUndefined()
  })

  it('gives words, rows to repeat, conditions, and gaps', () => {
    expect(read('datum')).toBe('30. November 2026')
    expect(read('liste|liste:und')).toBe('eins und zwei')
    expect(read('liste', values, 'loop')).toHaveLength(2)
    expect(read('datum', values, 'loop')).toBe(true)
    expect(read('betreff', values, 'loop')).toBe(false)
    expect(read('betreff')).toContain('‹fehlt: Betreff›')
    expect([...gaps.found]).toEqual(['Betreff'])
  })
})
