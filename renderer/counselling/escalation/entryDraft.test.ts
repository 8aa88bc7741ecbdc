import { expect, it } from 'vitest'
import { entryFields } from '../../../shared/counselling/escalation/model.ts'
import { entryOf, newEntry, readTime } from './entryDraft.ts'

it.each([['9', '09:00'], ['930', '09:30'], ['9:30', '09:30'], ['14.03 Uhr', '14:03'], ['', ''], ['abends', 'abends']])('reads the time „%s“ as „%s“', (typed, time) => expect(readTime(typed)).toBe(time))

it('begins now, with a level for the first entry of a log alone, and names what is missing', () => {
  const now = new Date(2026, 2, 2, 18, 5)
  expect(newEntry(true, now)).toMatchObject({ on: '2026-03-02', at: '18:05', level: 'watch' })
  expect(newEntry(false, now).level).toBeNull()
  const parsed = entryFields.safeParse(entryOf({ ...newEntry(false, now), on: null }))
  expect(parsed.error?.issues.map(({ path }) => path[0])).toEqual(['on', 'text'])
})
