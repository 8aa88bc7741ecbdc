import { describe, expect, it } from 'vitest'
import { cleanLine, cleanText } from './clean-text.ts'
import { letterDate } from './letter-date.ts'
import { letterFileName } from './letter-number.ts'

describe('cleanText', () => {
  it('drops what XML forbids and keeps emoji, right-to-left text and marks', () => {
    expect(cleanText('a\u0000\u0008b\u001Fc\uFFFE')).toBe('abc')
    expect(cleanText('x\uD800y\uDC00z')).toBe('xyz')
    expect(cleanText('😀 שלום a\u0308 m\u0302')).toBe('😀 שלום ä m\u0302')
    expect(cleanText('a\r\nb\rc\td')).toBe('a\nb\nc\td')
  })

  it('makes one line of several', () => expect(cleanLine(' a \n b\tc ')).toBe('a b c'))
})

describe('letterDate', () => {
  it('writes the three styles of the norm', () => {
    expect(letterDate('2026-11-01')).toBe('1. November 2026')
    expect(letterDate('2026-03-05', 'short')).toBe('05.03.2026')
    expect(letterDate('2026-03-05', 'iso')).toBe('2026-03-05')
  })

  it('understands a day as people type it', () => {
    expect(letterDate('9.11.2026')).toBe('9. November 2026')
    expect(letterDate('09.11.2026', 'iso')).toBe('2026-11-09')
  })

  it('leaves words alone', () => {
    expect(letterDate('9.13.2026')).toBe('9.13.2026')
    expect(letterDate('Anfang Mai')).toBe('Anfang Mai')
    expect(letterDate('2026-13-01')).toBe('2026-13-01')
  })
})

describe('the name of a file', () => {
  it('gives a file name without personal data', () => expect(letterFileName('2026/0042')).toBe('Schreiben-2026-0042.docx'))
  it('takes any pattern of numbers', () => expect(letterFileName('St. 50/26 – 7')).toBe('Schreiben-St-50-26-7.docx'))
})
