import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bodyFromText, bodyText, letterBodySchema, type LetterBody } from '../body.ts'
import { build, flatten } from './atoms.ts'
import { compose, presetChoice } from './compose.ts'
import { insertUse } from './insert.ts'
import { locate } from './locate.ts'
import type { BlockPart, BlockUse } from './model.ts'
import { togglePart, type BlockText, type Toggled } from './toggle.ts'

const part = (id: string, text: string, more: Partial<BlockPart> = {}): BlockPart =>
  ({ id, kind: 'optional', label: '', group: '', preset: true, runOn: false, body: bodyFromText(text), ...more })
const parts = [
  part('receipt', 'Ihr Schreiben ist hier eingegangen.', { kind: 'always' }),
  part('time', 'Die Prüfung dauert etwa vier Wochen.', { runOn: true }),
  part('yes', 'Dem Entwurf wird zugestimmt.', { kind: 'alternative', group: 'Votum' }),
  part('no', 'Der Entwurf wird abgelehnt.\nDie Gründe stehen in der Anlage.', { kind: 'alternative', group: 'Votum', preset: false }),
  part('privacy', 'Hinweise zum Datenschutz liegen bei.', { preset: false }),
]
const insertedFrom = (all: readonly BlockPart[], id = 'use', chosen = presetChoice(all)): BlockUse => ({ id, blockId: 'block', blockVersion: 1, title: 'Eingang', parts: [...all], chosen })
const put = (text: BlockText, use: BlockUse, at: number): BlockText => insertUse(text, use, { from: at, to: at })
const inserted = (all: readonly BlockPart[] = parts, around = 'Guten Tag'): BlockText => put({ body: bodyFromText(around), uses: [] }, insertedFrom(all), around.length + 1)
const toggle = (text: BlockText, id: string, on: boolean): BlockText => {
  const toggled = togglePart(text, 'use', id, on)
  if (!toggled.done) throw new Error(`edited: ${toggled.edited.id}`)
  return { body: toggled.body, uses: toggled.uses }
}
const edit = (text: BlockText, from: string, to: string): BlockText =>
  ({ ...text, body: letterBodySchema.parse(JSON.parse(JSON.stringify(text.body).replace(from, to))) })
const states = (text: BlockText): Record<string, string> => Object.fromEntries([...locate(text.body, text.uses).get('use') ?? []].map(([id, { state }]) => [id, state]))

describe('a text block in a letter', () => {
  it('stands with its preset parts, sentences going on in their paragraph, one of the alternatives', () => {
    expect(bodyText(inserted().body)).toBe('Guten Tag\nIhr Schreiben ist hier eingegangen. Die Prüfung dauert etwa vier Wochen.\nDem Entwurf wird zugestimmt.')
    expect(states(inserted())).toEqual({ receipt: 'on', time: 'on', yes: 'on', no: 'off', privacy: 'off' })
  })

  it('changes with its check boxes and comes back as it was', () => {
    const before = inserted()
    const changed = toggle(toggle(toggle(before, 'time', false), 'no', true), 'privacy', true)
    expect(bodyText(changed.body)).toBe('Guten Tag\nIhr Schreiben ist hier eingegangen.\nDer Entwurf wird abgelehnt.\nDie Gründe stehen in der Anlage.\nHinweise zum Datenschutz liegen bei.')
    expect(toggle(toggle(toggle(changed, 'privacy', false), 'yes', true), 'time', true)).toEqual(before)
  })

  it('never removes what was edited by hand, and says which part it was', () => {
    const slightly = edit(inserted(), 'etwa vier', 'etwa fünf')
    expect(states(slightly)).toMatchObject({ receipt: 'on', time: 'edited', yes: 'on' })
    expect(togglePart(slightly, 'use', 'time', false)).toMatchObject({ done: false, edited: { id: 'time' } })
    const votum = edit(inserted(), 'wird zugestimmt', 'wird mit Freude zugestimmt')
    expect(togglePart(votum, 'use', 'no', true)).toMatchObject({ done: false, edited: { id: 'yes' } })
  })

  it('sees a change of form as a change by hand', () => {
    const bold = inserted()
    const body = JSON.parse(JSON.stringify(bold.body).replace('"text":"Dem Entwurf wird zugestimmt."', '"text":"Dem Entwurf wird zugestimmt.","marks":[{"type":"bold"}]')) as LetterBody
    expect(states({ ...bold, body })).toMatchObject({ yes: 'edited' })
  })

  it('still toggles the other parts beside one that was edited, each at its place', () => {
    const edited = edit(inserted(), 'Ihr Schreiben ist hier eingegangen.', 'Ihr Schreiben vom 3. März ist hier eingegangen.')
    expect(states(edited)).toMatchObject({ receipt: 'edited', time: 'on', yes: 'on' })
    const without = toggle(edited, 'time', false)
    expect(bodyText(without.body)).toBe('Guten Tag\nIhr Schreiben vom 3. März ist hier eingegangen.\nDem Entwurf wird zugestimmt.')
    expect(bodyText(toggle(without, 'time', true).body)).toBe('Guten Tag\nIhr Schreiben vom 3. März ist hier eingegangen. Die Prüfung dauert etwa vier Wochen.\nDem Entwurf wird zugestimmt.')
    expect(bodyText(toggle(without, 'no', true).body)).toContain('eingegangen.\nDer Entwurf wird abgelehnt.\nDie Gründe stehen in der Anlage.')
  })

  it('keeps what was written on behind a part that goes', () => {
    const going = edit(inserted(), 'wird zugestimmt.', 'wird zugestimmt. Danke für Ihre Mühe.')
    expect(states(going)).toMatchObject({ yes: 'on' })
    expect(bodyText(toggle(going, 'yes', false).body)).toMatch(/vier Wochen\.\nDanke für Ihre Mühe\.$/u)
  })

  it('takes what was deleted by hand as gone, and puts it back', () => {
    const gone = edit(inserted(), 'Dem Entwurf wird zugestimmt.', 'Anderes folgt morgen.')
    expect(states(gone)).toMatchObject({ yes: 'off' })
    expect(bodyText(toggle(gone, 'yes', true).body)).toMatch(/vier Wochen\.\nDem Entwurf wird zugestimmt\.\nAnderes folgt morgen\.$/u)
  })

  it('shows a part that came back by a step back in the editor', () => {
    const before = inserted()
    const after = toggle(before, 'time', false)
    expect(states({ body: before.body, uses: after.uses })).toMatchObject({ time: 'on' })
  })

  it('is told from the same block further down', () => {
    const twice = put(inserted(), insertedFrom(parts, 'second'), flatten(inserted().body).length - 1)
    const changed = togglePart(twice, 'second', 'time', false) as Toggled & BlockText
    expect(bodyText(changed.body).split('\n').map((line) => line.includes('vier Wochen'))).toEqual([false, true, false, false, false])
  })
})

describe('sentences without a paragraph of their own', () => {
  const phrase = [part('a', 'Bitte antworten Sie bis Freitag.', { kind: 'always', runOn: true }), part('b', 'Danke.', { runOn: true })]

  it('go on where the caret stands and leave no double space', () => {
    const text = put({ body: bodyFromText('Vielen Dank. Mehr folgt.'), uses: [] }, insertedFrom(phrase), 13)
    expect(bodyText(text.body)).toBe('Vielen Dank. Bitte antworten Sie bis Freitag. Danke. Mehr folgt.')
    expect(bodyText(toggle(text, 'b', false).body)).toBe('Vielen Dank. Bitte antworten Sie bis Freitag. Mehr folgt.')
    expect(bodyText(toggle(toggle(text, 'b', false), 'a', false).body)).toBe('Vielen Dank. Mehr folgt.')
  })

  it('aren’t found within longer words', () => {
    const short = [part('a', 'Danke', { kind: 'always', runOn: true })]
    expect(states({ body: bodyFromText('Dankeschön'), uses: [insertedFrom(short)] })).toEqual({ a: 'off' })
  })
})

describe('where a block is put', () => {
  const one = [part('a', 'Baustein.', { kind: 'always' })]
  const at = (text: string, place: number): string => bodyText(put({ body: bodyFromText(text), uses: [] }, insertedFrom(one), place).body)

  it('takes the place of an empty paragraph and of what was typed to find it', () => {
    const body: LetterBody = { type: 'doc', content: [...bodyFromText('Oben').content, ...bodyFromText('//bau').content] }
    expect(bodyText(insertUse({ body, uses: [] }, insertedFrom(one), { from: 7, to: 12 }).body)).toBe('Oben\nBaustein.')
    expect(bodyText(put({ body: { type: 'doc', content: [] }, uses: [] }, insertedFrom(one), 0).body)).toBe('Baustein.')
  })

  it('stands before, behind or between', () => {
    expect(at('Eins zwei', 1)).toBe('Baustein.\nEins zwei')
    expect(at('Eins zwei', 10)).toBe('Eins zwei\nBaustein.')
    expect(at('Eins zwei', 5)).toBe('Eins\nBaustein.\n zwei')
  })

  it('stands behind a whole list', () => {
    const body: LetterBody = { type: 'doc', content: [{ type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'x' }] }] }] }] }
    expect(put({ body, uses: [] }, insertedFrom(one), 4).body.content.map(({ type }) => type)).toEqual(['bulletList', 'paragraph'])
  })
})

it('keeps every text through its pieces and back', () => {
  const body = letterBodySchema.parse({ type: 'doc', content: [
    { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Ä😀', marks: [{ type: 'bold' }] }, { type: 'text', text: 'b' }] },
    { type: 'paragraph' },
    { type: 'orderedList', attrs: { start: 3 }, content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'x' }, { type: 'hardBreak' }] }] }] },
  ] })
  expect(build(flatten(body))).toEqual(body)
})

it('gives what inserting with the same choice would have given, whatever was toggled on the way', () => {
  const texts = ['Alpha beta gamma.', 'Delta epsilon zeta eta.', 'Theta iota\nKappa lambda', 'My ny xi.', 'Omikron pi rho sigma.']
  const anyParts = fc.array(fc.record({ kind: fc.constantFrom('always', 'optional', 'alternative'), runOn: fc.boolean(), preset: fc.boolean() }), { minLength: 2, maxLength: 5 })
    .map((all) => all.map((one, index) => part(`p${index}`, texts[index] ?? '', { ...one, kind: one.kind as 'always', group: one.kind === 'alternative' ? 'g' : '' })))
  fc.assert(fc.property(anyParts, fc.array(fc.tuple(fc.nat(4), fc.boolean()), { maxLength: 12 }), (all, steps) => {
    // One part stays, so that the place of the block is never in doubt.
    const fixed = { ...all[0] as BlockPart, kind: 'always' as const, group: '' }
    const mine = [fixed, ...all.slice(1)]
    let text = inserted(mine, 'Guten Tag')
    for (const [index, on] of steps) {
      const one = mine[index]
      if (!one || one.id === fixed.id || (one.kind === 'alternative' && !on)) continue
      text = toggle(text, one.id, on)
    }
    const expected = insertUse({ body: bodyFromText('Guten Tag'), uses: [] }, insertedFrom(mine, 'use', text.uses[0]?.chosen), { from: 10, to: 10 })
    expect(text.body).toEqual(expected.body)
    expect(compose(mine, new Set(text.uses[0]?.chosen)).atoms.length).toBeGreaterThan(0)
  }))
})
