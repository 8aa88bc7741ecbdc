import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../holidays/days.ts'
import { lastCopyGoes, setsToKeep, type DatedSet } from './keep.ts'
import { backupRules } from './rules.ts'

const rule = backupRules.keep
const start = '2026-01-01'

/** Backups of an office: some days none, some days several, most of them opened. */
const history = fc.array(fc.record({ pause: fc.integer({ min: 0, max: 9 }), hour: fc.integer({ min: 0, max: 23 }), opened: fc.boolean() }), { minLength: 1, maxLength: 120 })
  .map((made) => {
    let day = start
    return made.map(({ pause, hour, opened }, index): DatedSet => {
      day = addDays(day, pause)
      return { id: `s${index}`, day, at: `${day}T${String(hour).padStart(2, '0')}:00:00.${String(index).padStart(3, '0')}Z`, opened }
    }).sort((a, b) => a.at.localeCompare(b.at))
  })
const lastDay = (sets: readonly DatedSet[]): string => sets.at(-1)?.day ?? start
const kept = (sets: readonly DatedSet[], today: string): DatedSet[] => {
  const ids = setsToKeep(sets, rule, today)
  return sets.filter(({ id }) => ids.has(id))
}

describe('setsToKeep', () => {
  it('keeps a set a day, a week and a month of an office that backs up every day', () => {
    const sets = Array.from({ length: 500 }, (_, index) => ({ id: String(index), day: addDays(start, index), at: addDays(start, index), opened: true }))
    const today = addDays(start, 499)
    const days = kept(sets, today).map(({ day }) => day)
    expect(today).toBe('2027-05-15')
    expect(days).toEqual([
      '2026-06-30', '2026-07-31', '2026-08-31', '2026-09-30', '2026-10-31', '2026-11-30', '2026-12-31', '2027-01-31', '2027-02-28', '2027-03-31', '2027-04-25', '2027-04-30', '2027-05-02',
      '2027-05-09', '2027-05-10', '2027-05-11', '2027-05-12', '2027-05-13', '2027-05-14', '2027-05-15',
    ])
  })

  it('never lets go the newest ones, nor the newest that was opened, however old', () => {
    fc.assert(fc.property(history, fc.integer({ min: 0, max: 2000 }), (sets, later) => {
      const ids = setsToKeep(sets, rule, addDays(lastDay(sets), later))
      for (const { id } of sets.slice(-rule.newest)) expect(ids).toContain(id)
      const opened = sets.findLast((set) => set.opened)
      if (opened) expect(ids).toContain(opened.id)
    }))
  })

  it('keeps one of each day of the last week, each week of the last four and each month of the last twelve on which there was one', () => {
    fc.assert(fc.property(history, (sets) => {
      const today = lastDay(sets)
      const days = new Set(kept(sets, today).map(({ day }) => day))
      for (let back = 0; back < rule.days; back++) {
        const day = addDays(today, -back)
        if (sets.some((set) => set.day === day)) expect(days).toContain(day)
      }
      const months = new Set([...days].map((day) => day.slice(0, 7)))
      for (const { day } of sets) if (day >= `${Number(today.slice(0, 4)) - 1}${today.slice(4, 7)}-32`) expect(months).toContain(day.slice(0, 7))
    }))
  })

  it('throws nothing away that it would keep later: done every day or only at the end, the same sets remain', () => {
    fc.assert(fc.property(history, (sets) => {
      const end = lastDay(sets)
      let present: DatedSet[] = []
      for (const set of sets) present = kept([...present, set], set.day)
      expect(kept(present, end)).toEqual(kept(sets, end))
    }))
  })

  it('keeps a bounded number, and the same when asked again', () => {
    fc.assert(fc.property(history, (sets) => {
      const today = lastDay(sets)
      const once = kept(sets, today)
      expect(once.length).toBeLessThanOrEqual(rule.days + rule.weeks + rule.months + rule.newest + 1)
      expect(kept(once, today)).toEqual(once)
    }))
  })
})

describe('lastCopyGoes', () => {
  it('names a day on which none of today\'s sets is kept any more, if backups go on', () => {
    fc.assert(fc.property(history, (sets) => {
      const goes = lastCopyGoes(sets, rule)
      if (goes === null) throw new Error('there are sets')
      const later = Array.from({ length: rule.newest }, (_, index) => ({ id: `later${index}`, day: goes, at: `${goes}T2${index}`, opened: true }))
      const left = kept([...sets, ...later], goes).filter(({ id }) => !id.startsWith('later'))
      expect(left).toEqual([])
    }))
  })

  it('is at most a month longer than the months that are kept', () => {
    const set = { id: 'a', day: '2026-11-22', at: '2026-11-22T10:00', opened: true }
    expect(lastCopyGoes([set], rule)).toBe('2027-11-01')
    expect(lastCopyGoes([], rule)).toBeNull()
  })
})
