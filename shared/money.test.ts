import { describe, expect, it } from 'vitest'
import { amountText, centsText, parseCents } from './money.ts'

describe('amounts', () => {
  it.each([
    ['1.234,50', 123_450], ['1234,5', 123_450], ['1.234', 123_400], ['12.50', 1_250], ['12.5', 1_250], ['0,99', 99], ['12 €', 1_200], ['1 000 EUR', 100_000], ['-3,20', -320], ['−3,20 €', -320],
    ['0', 0], ['-0', 0], ['', null], ['  ', null], ['1.234.567,89', 123_456_789],
  ])('„%s“ is read', (text, cents) => expect(parseCents(text)).toBe(cents))

  it.each(['1,234', '12,345', '1.23.4', 'zwölf', '1,2,3', '12-', '€'.repeat(2)])('„%s“ is no amount', (text) => expect(parseCents(text)).toBeUndefined())

  it('are written as offices do', () => {
    expect(amountText(123_450)).toBe('1.234,50')
    expect(centsText(-5)).toBe('-0,05\u00A0€')
    expect(parseCents(centsText(98_765_43))).toBe(98_765_43)
  })
})
