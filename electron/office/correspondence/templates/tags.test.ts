import { describe, expect, it } from 'vitest'
import { findTags, readTag } from './tags.ts'

const names = (text: string) => findTags(text).tags.map(({ kind, name }) => `${kind}:${name}`)

describe('tags', () => {
  it('are found in every way of writing that offices use', () => {
    expect(names('{betreff} {{Ihr Zeichen}} «Anrede» <<datum>> {#anlagen}{/}{^fax}{/fax}{.}')).toEqual([
      'field:betreff', 'field:Ihr Zeichen', 'field:Anrede', 'field:datum', 'open:anlagen', 'close:', 'open-not:fax', 'close:fax', 'item:',
    ])
    expect(names('« Guten Tag, ich bin ein Zitat » und a < b >> c')).toEqual([])
  })

  it('may be followed by the few filters', () => {
    expect(readTag('datum | datum:kurz')).toEqual({ kind: 'field', name: 'datum', filters: [{ name: 'datum', argument: 'kurz' }] })
    expect(readTag('datum|grossschreibung')).toEqual({ trouble: 'unknown-filter', word: 'grossschreibung' })
    expect(readTag('datum|datum:riesig')).toMatchObject({ trouble: 'filter-argument' })
    expect(readTag('a|constructor')).toMatchObject({ trouble: 'unknown-filter' })
    expect(readTag('a|__proto__')).toMatchObject({ trouble: 'unknown-filter' })
  })

  it('never calculate and never reach a program', () => {
    for (const attack of ['constructor', '__proto__', 'betreff.constructor', 'a.__proto__.b', 'this', 'toString', '#constructor', '/prototype', 'process.env']) {
      expect(readTag(attack), attack).toMatchObject({ trouble: 'forbidden' })
    }
    for (const attack of ['1+1', 'a+b', 'a["b"]', 'f()', 'a=1', 'a;b', 'a?b:c', '`x`', '"text"', '$a']) {
      expect(readTag(attack), attack).toMatchObject({ trouble: 'expression' })
    }
    expect(readTag('@text')).toMatchObject({ trouble: 'raw-xml' })
    expect(readTag('=[[ ]]=')).toMatchObject({ trouble: 'delimiter' })
    expect(readTag(' \u00A0 ')).toMatchObject({ trouble: 'empty' })
  })

  it('leave braces without a partner to be named', () => {
    expect(findTags('a {b c').loose).toEqual([{ start: 2, brace: '{' }])
    expect(findTags('a b} {c}').loose).toEqual([{ start: 3, brace: '}' }])
  })
})
