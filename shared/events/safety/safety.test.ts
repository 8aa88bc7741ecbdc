import { describe, expect, it } from 'vitest'
import { eventKinds } from '../catalogue.ts'
import { equipmentState, equipmentTemplateOf, equipmentTemplates } from '../equipment/model.ts'
import { riskCatalogue, risksFor, usualPlace } from './catalogue.ts'
import { byWeight, riskWeight } from './model.ts'

const kinds = new Set(eventKinds.map(({ code }) => code))

describe('catalogues', () => {
  it('name only kinds of events that there are', () => {
    const named = [...riskCatalogue.flatMap((risk) => risk.kinds), ...equipmentTemplates.flatMap((template) => template.kinds)]
    expect(named.filter((kind) => !kinds.has(kind))).toEqual([])
  })
  it('have a template and the risks of its place for each kind', () => {
    for (const { code } of eventKinds) expect(equipmentTemplateOf(code)?.kinds).toContain(code)
    const outside = risksFor('street-festival', usualPlace('street-festival')).map(({ code }) => code)
    expect(outside).toContain('weather')
    expect(outside).not.toContain('escape')
    expect(risksFor('lecture', 'inside').map(({ code }) => code)).toEqual(expect.arrayContaining(['escape', 'disturbers', 'first-aid']))
  })
})

it('weighs risks by likelihood and what would happen', () => {
  const risk = (likelihood: number, impact: number) => ({ id: '', title: `${likelihood}${impact}`, likelihood, impact, measure: '', responsible: '' })
  expect([risk(1, 2), risk(1, 3), risk(2, 3)].map(riskWeight)).toEqual(['gering', 'mittel', 'hoch'])
  expect(byWeight([risk(1, 1), risk(3, 1), risk(1, 3), risk(3, 3)]).map(({ title }) => title)).toEqual(['33', '13', '31', '11'])
})

it('says how far a thing is', () => {
  const thing = { got: false, returned: false, owner: 'Bauhof', bringer: '' }
  expect([thing, { ...thing, bringer: 'Ana' }, { ...thing, got: true }, { ...thing, got: true, owner: '' }, { ...thing, returned: true }].map(equipmentState))
    .toEqual(['offen, niemand bringt es', 'offen', 'da, noch zurückzugeben', 'da', 'zurückgegeben'])
})
