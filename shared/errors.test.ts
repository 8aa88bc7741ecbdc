import { expect, it } from 'vitest'
import { errorCodes, errorDataSchema, errorTexts, OfficeError } from './errors.ts'

it.each(errorCodes)('says in German what happened and what to do next: %s', (code) => {
  const { title, next } = errorTexts[code]
  expect(title).toMatch(/^[A-ZÄÖÜ].+\.$/)
  expect(next).toMatch(/^[A-ZÄÖÜ].+\.$/)
  expect(next).not.toBe(title)
})

it('has a text for each code and for nothing else', () => {
  expect(Object.keys(errorTexts).sort()).toEqual([...errorCodes].sort())
  expect(new Set(Object.values(errorTexts).map(({ title }) => title)).size).toBe(errorCodes.length)
})

it('never tells anybody to delete anything, least of all for a damaged vault', () => {
  const texts = Object.values(errorTexts).map(({ title, next }) => `${title} ${next}`)
  expect(texts.join('\n')).not.toMatch(/löschen|neu anlegen/i)
  expect(errorTexts.corrupt.next).toContain('Es wurde nichts verändert')
})

it('carries its code and data, and nothing but known data crosses the port', () => {
  const error = new OfficeError('busy', { holder: { host: 'PC-1', person: 'Leitung', since: '2026-11-21T08:00:00Z' } })
  expect(error).toMatchObject({ name: 'OfficeError', code: 'busy', data: { holder: { host: 'PC-1' } } })
  expect(errorDataSchema.parse({ ...error.data, stack: 'at …', sql: 'SELECT' })).toEqual(error.data)
})
