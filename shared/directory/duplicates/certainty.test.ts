import { expect, it } from 'vitest'
import { certaintyLabels, doubtLabels, reasonText } from './certainty.ts'

it('says the reasons in words', () => {
  expect(reasonText({ reasons: ['same-phone', 'similar-name'] })).toBe('gleiche Telefonnummer, ähnlicher Name')
  expect([certaintyLabels.sure, doubtLabels['other-mobile']]).toEqual(['sicher', 'verschiedene Mobilnummern'])
})
