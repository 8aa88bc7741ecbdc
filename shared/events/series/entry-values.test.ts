import { expect, it } from 'vitest'
import { understand } from './entry-values.ts'

it('knows days and times that a spreadsheet kept as numbers', () => {
  const around = { startsOn: '2027-09-26', endsOn: '2027-10-03', today: '2027-01-10' }
  const { values, problems } = understand({ cells: { title: 'Konzert', day: '46656', from: '0.583333333333333', until: '0,729166666666667' } }, around, 600)
  expect(problems).toEqual([])
  expect(values).toMatchObject({ startsOn: '2027-09-26', startsAt: '14:00', endsAt: '17:30' })
})
