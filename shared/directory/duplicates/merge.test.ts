import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contactInputSchema, type ContactInput } from '../model.ts'
import { changesBetween, combine, differs, proposedChoice } from './combine.ts'
import { isKnown, mergeChoices } from '../../merge/values.ts'
import { mergeFieldsOf, valueOf, type Item, type MergeChoices } from './merge-fields.ts'
import { takeBack } from './take-back.ts'

const word = fc.constantFrom('', 'Ana', 'Bea', 'Müller', 'Kowalska', 'Notiz mit Wort')
const list = <T>(item: fc.Arbitrary<T>) => fc.array(item, { maxLength: 3 })
let number = 0
const newId = () => `new-${number += 1}`
const person = (side: string): fc.Arbitrary<ContactInput> => fc.record({
  kind: fc.constant('person'), familyName: fc.constantFrom('Müller', 'Kowalska'), givenNames: word, formerNames: word, title: word, note: word, responsibilityArea: word,
  salutation: fc.constantFrom('none', 'ms', 'mr'), publication: fc.constantFrom('unknown', 'allowed', 'refused'),
  tags: fc.uniqueArray(fc.constantFrom('Presse', 'Netzwerk', 'Beirat'), { maxLength: 3 }),
  channels: list(fc.record({ kind: fc.constantFrom('phone', 'email'), value: fc.constantFrom('0355 1', '0355 2', 'a@b.example'), preferred: fc.boolean() })),
  addresses: list(fc.record({ street: fc.constantFrom('Neumarkt 5', 'Am Bahnhof 3'), place: fc.constantFrom('Cottbus', 'Guben'), preferred: fc.boolean() })),
}).map((values) => contactInputSchema.parse({
  ...values,
  channels: values.channels.map((channel, index) => ({ ...channel, id: `${side}-c${index}` })),
  addresses: values.addresses.map((address, index) => ({ ...address, id: `${side}-a${index}` })),
}))
const choices: fc.Arbitrary<MergeChoices> = fc.dictionary(
  fc.constantFrom('familyName', 'givenNames', 'formerNames', 'title', 'note', 'salutation', 'publication', 'tags', 'channels', 'addresses', 'responsibilityArea'),
  fc.constantFrom('keep', 'other'))
const content = (item: Item): string => typeof item === 'string' ? item : JSON.stringify({ ...item, id: '', preferred: false })

describe('merging', () => {
  it('and taking back gives the contact as it was, whatever was chosen', () => {
    fc.assert(fc.property(person('keep'), person('other'), choices, (keep, other, chosen) => {
      const merged = combine(keep, other, chosen, newId)
      expect(takeBack(merged, changesBetween(keep, merged))).toEqual({ contact: keep, edited: [] })
    }))
  })
  it('keeps what either of them has in lists and texts when both are chosen', () => {
    fc.assert(fc.property(person('keep'), person('other'), (keep, other) => {
      const all = { channels: 'both', addresses: 'both', tags: 'both', note: 'both', formerNames: 'both', responsibilityArea: 'both' } as const
      const merged = combine(keep, other, all, newId)
      for (const field of ['channels', 'addresses', 'tags'] as const) {
        const there = new Set((merged[field] as Item[]).map(content))
        for (const item of [...keep[field], ...other[field]] as Item[]) expect(there).toContain(content(item))
      }
      for (const field of ['note', 'formerNames', 'responsibilityArea'] as const) {
        for (const contact of [keep, other]) expect(String(valueOf(merged, field))).toContain(String(valueOf(contact, field)))
      }
    }))
  })
  it('never proposes to drop a value for an empty one', () => {
    fc.assert(fc.property(person('keep'), person('other'), (keep, other) => {
      const merged = combine(keep, other, {}, newId)
      for (const field of mergeFieldsOf(keep)) {
        if (isKnown(valueOf(keep, field)) || isKnown(valueOf(other, field))) expect(isKnown(valueOf(merged, field))).toBe(true)
        if (!differs(keep, other, field)) expect(mergeChoices).toContain(proposedChoice(keep, other, field))
      }
    }))
  })
  it('gives ids of their own to what the other one brings, and at most one stays preferred', () => {
    const side = (id: string) => contactInputSchema.parse({ kind: 'person', familyName: 'A', channels: [{ id, kind: 'phone', value: `0355 ${id}`, preferred: true }] })
    const copies = new Map<string, string>()
    const merged = combine(side('1'), side('2'), {}, () => 'copy', copies)
    expect(merged.channels.map(({ id, preferred }) => [id, preferred])).toEqual([['1', true], ['copy', false]])
    expect([...copies]).toEqual([['copy', '2']])
  })
})

describe('taking back after edits', () => {
  const keep = contactInputSchema.parse({
    kind: 'person', familyName: 'Müller', note: 'Alt.', title: '', tags: ['Presse'], channels: [{ id: 'k', kind: 'phone', value: '0355 1' }],
  })
  const other = contactInputSchema.parse({
    kind: 'person', familyName: 'Muller', note: 'Neu.', title: 'Dr.', tags: ['Beirat'], channels: [{ id: 'o', kind: 'email', value: 'a@b.example' }],
  })
  const merged = combine(keep, other, {}, () => 'copy')
  const changes = changesBetween(keep, merged)

  it('keeps what was added since and takes the rest', () => {
    const now = { ...merged, tags: [...merged.tags, 'Netzwerk'], note: `${merged.note}\nHeute angerufen.`, channels: [...merged.channels, { ...keep.channels[0]!, id: 'later', value: '0355 9' }] }
    const { contact, edited } = takeBack(now, changes)
    expect(contact).toMatchObject({ tags: ['Presse', 'Netzwerk'], note: 'Alt.\nHeute angerufen.', title: '' })
    expect(contact.channels.map(({ id }) => id)).toEqual(['k', 'later'])
    expect(edited).toEqual([])
  })
  it('names what was edited and leaves it', () => {
    const now = { ...merged, title: 'Prof. Dr.', note: 'Ganz anders.', channels: merged.channels.map((channel) => channel.id === 'copy' ? { ...channel, value: 'neu@b.example' } : channel) }
    const { contact, edited } = takeBack(now, changes)
    expect(contact).toMatchObject({ title: 'Prof. Dr.', note: 'Ganz anders.' })
    expect(contact.channels.map(({ value }) => value)).toEqual(['0355 1', 'neu@b.example'])
    expect(edited.sort()).toEqual(['channels', 'note', 'title'])
  })
  it('brings back what the choice had dropped, at its place', () => {
    const dropped = combine(keep, other, { channels: 'other' }, () => 'copy')
    const now = { ...dropped, channels: [...dropped.channels, { ...keep.channels[0]!, id: 'later', value: '0355 9' }] }
    expect(takeBack(now, changesBetween(keep, dropped)).contact.channels.map(({ id }) => id)).toEqual(['k', 'later'])
  })
})
