import { describe, expect, it } from 'vitest'
import { addressLinePitch, formB, subjectTopFor } from './din5008.ts'
import { fitAddress, fitInformation } from './fit.ts'
import { informationBlock, informationLines } from './information-block.ts'
import { textWidth, wrappedLines } from './text-width.ts'

const long = 'Landesamt für Soziales und Versorgung des Landes Brandenburg und anderer Länder'

describe('textWidth', () => {
  it('measures Arial', () => {
    // Ten digits at 10 pt: 10 × 0.556 × 10 pt = 55.6 pt.
    expect(textWidth('0123456789', 10)).toBeCloseTo((55.6 * 25.4) / 72, 3)
    expect(textWidth('ä', 11)).toBe(textWidth('a', 11))
  })

  it('breaks at spaces and inside words that are wider than the column', () => {
    expect(wrappedLines('', 11, 80)).toBe(1)
    expect(wrappedLines('kurz', 11, 80)).toBe(1)
    expect(wrappedLines(long, 11, 80)).toBe(2)
    expect(wrappedLines('x'.repeat(200), 11, 80)).toBeGreaterThan(4)
  })
})

describe('fitAddress', () => {
  it('keeps the size of the letter and six equal lines where they fit', () => {
    expect(fitAddress(['a', 'b', 'c', 'd', 'e', 'f'], 11)).toEqual({ points: 11, pitch: addressLinePitch })
  })

  it('moves lines closer so that six lines with a long name still show in the window', () => {
    const lines = [long, 'Abteilung', 'Herrn Kowalski', 'Straße 1', '00-950 Warszawa', 'POLEN']
    const { points, pitch } = fitAddress(lines, 11)
    const printed = lines.reduce((sum, line) => sum + wrappedLines(line, points, formB.addressZone.width), 0)
    expect(printed * pitch).toBeLessThanOrEqual(formB.addressZone.height + 1e-9)
    expect(pitch).toBeGreaterThan((points * 25.4) / 72)
  })
})

describe('information block', () => {
  const parts = { yourReference: '', yourMessageOf: '', ourReference: '', contactPerson: '', phone: '', fax: '', email: '', date: '2026-11-30' }

  it('prints only what is there', () => {
    expect(informationBlock({ ...parts, yourReference: ' ' })).toEqual([{ label: 'Datum', value: '30. November 2026' }])
  })

  it('sets a long address smaller instead of breaking it', () => {
    expect(fitInformation({ label: 'E-Mail', value: 'a@b.de' })).toBe(9)
    expect(fitInformation({ label: 'E-Mail', value: 'integrationsbeauftragte@musterstadt.example' })).toBeLessThan(8)
  })

  it('pushes the subject down when it reaches below the address field', () => {
    const entries = informationBlock({ ...parts, yourReference: long.repeat(5) })
    expect(informationLines(entries)).toBeGreaterThan(9)
    expect(subjectTopFor(informationLines(entries))).toBeGreaterThan(formB.subjectTop)
    expect(subjectTopFor(8)).toBe(formB.subjectTop)
  })
})
