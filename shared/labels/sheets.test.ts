import { describe, expect, it } from 'vitest'
import { a4, findEnvelope, knownEnvelopes, knownSheets, labelPlaces, labelSheetSchema, labelsPerSheet } from './sheets.ts'

const day = '2026-11-22'

describe('sheets of labels', () => {
  it.each([...knownSheets('label', day), ...knownSheets('badge', day)].map((sheet) => [sheet.label, sheet] as const))('%s is what its name says and lies on the paper', (label, sheet) => {
    expect(labelSheetSchema.safeParse(sheet).error?.issues ?? []).toEqual([])
    const [, width = '', height = '', many = ''] = /([\d,]+) × ([\d,]+) mm, (\d+) je Bogen/u.exec(label) ?? []
    expect([sheet.width, sheet.height, labelsPerSheet(sheet)]).toEqual([width, height, many].map((number) => Number(number.replace(',', '.'))))
    // What is left over at the right and below is what is left free at the left and above.
    const right = a4.width - sheet.left - (sheet.columns - 1) * sheet.stepX - sheet.width
    expect(Math.abs(right - sheet.left)).toBeLessThan(3.1)
  })

  it('is offered from its first day on', () => {
    expect(knownSheets('label', '1999-12-31')).toEqual([])
    expect(knownEnvelopes(day).map(({ code }) => code)).toEqual(['DL', 'C6/5', 'C6', 'C5', 'C4', 'window'])
  })

  it('goes row by row, begins at the label that is asked for and goes on with the next sheet', () => {
    const sheet = { columns: 3, rows: 8, width: 70, height: 36, left: 0, top: 4.5, stepX: 70, stepY: 36 }
    const places = labelPlaces(sheet, 20, 7)
    expect(places[0]).toEqual({ page: 0, box: { left: 0, top: 76.5, width: 70, height: 36 } })
    expect(places[1]?.box).toMatchObject({ left: 70, top: 76.5 })
    expect(places[17]).toMatchObject({ page: 0, box: { left: 140, top: 256.5 } })
    expect(places[18]).toMatchObject({ page: 1, box: { left: 0, top: 4.5 } })
    expect(labelPlaces(sheet, 0, 5)).toEqual([])
  })

  it('refuses measures that overlap or leave the paper', () => {
    const sheet = { columns: 2, rows: 2, width: 100, height: 50, left: 5, top: 5, stepX: 100, stepY: 50 }
    const faults = (change: object) => labelSheetSchema.safeParse({ ...sheet, ...change }).error?.issues.map(({ path }) => path.join('.')) ?? []
    expect(faults({})).toEqual([])
    expect(faults({ stepX: 99 })).toEqual(['stepX'])
    expect(faults({ stepY: 20 })).toEqual(['stepY'])
    expect(faults({ columns: 3 })).toEqual(['columns'])
    expect(faults({ rows: 6 })).toEqual(['rows'])
    expect(faults({ width: 3 })).toEqual(['width'])
    expect(faults({ columns: 0 })).toEqual(['columns'])
  })
})

it('keeps the address of an envelope in the zone that sorting machines read', () => {
  for (const { code, width, height, address, window } of knownEnvelopes(day)) {
    if (window) continue
    expect(address.top, code).toBeGreaterThanOrEqual(40)
    expect(address.left, code).toBeGreaterThanOrEqual(15)
    expect(width - address.left - address.width, code).toBeGreaterThanOrEqual(15)
    expect(height - address.top - address.height, code).toBeGreaterThanOrEqual(15)
  }
  expect(findEnvelope('DL')).toMatchObject({ width: 220, height: 110 })
  expect(findEnvelope('B4')).toBeUndefined()
})
