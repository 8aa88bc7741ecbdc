import { beforeEach, describe, expect, it } from 'vitest'
import { IdleWatch } from './idle-watch.ts'

let systemIdle: number
let now: number
let said: string[]
let watch: IdleWatch

beforeEach(() => {
  systemIdle = 0
  now = 0
  said = []
  watch = new IdleWatch(
    { systemIdleSeconds: () => systemIdle, now: () => now },
    { warn: (seconds) => said.push(`warn ${seconds}`), lock: () => said.push('lock') },
  )
})

/** Checks at a moment when the machine has been idle for so long. */
function checkAt(seconds: number): string[] {
  systemIdle = seconds
  said = []
  watch.check()
  return said
}

it('is quiet for nine of the ten minutes, warns during the last one, then locks', () => {
  expect(checkAt(539)).toEqual([])
  expect(checkAt(540)).toEqual(['warn 60'])
  expect(checkAt(595.5)).toEqual(['warn 5'])
  expect(checkAt(600)).toEqual(['lock'])
})

it('takes the warning back when somebody comes back, once', () => {
  checkAt(550)
  expect(checkAt(2)).toEqual(['warn 0'])
  expect(checkAt(3)).toEqual([])
})

it('takes the warning back at once when the window is used', () => {
  checkAt(550)
  said = []
  systemIdle = 0
  watch.used()
  expect(said).toEqual(['warn 0'])
})

it('locks even if no check fell into the last minute', () => {
  expect(checkAt(10_000)).toEqual(['lock'])
})

it('goes by the minutes that were set', () => {
  watch.setLimit(2)
  expect(checkAt(60)).toEqual(['warn 60'])
  expect(checkAt(120)).toEqual(['lock'])
})

it('keeps the minutes between one and sixty', () => {
  watch.setLimit(0)
  expect(checkAt(59)).toEqual(['warn 1'])
  expect(checkAt(60)).toEqual(['lock'])
  watch.setLimit(600)
  expect(checkAt(3539)).toEqual([])
  expect(checkAt(3600)).toEqual(['lock'])
})

it('goes by the window alone on a desktop that always reports zero', () => {
  now = 540_000
  expect(checkAt(0)).toEqual(['warn 60'])
  watch.used()
  expect(said).toEqual(['warn 60', 'warn 0'])
  now += 599_000
  expect(checkAt(0)).toEqual(['warn 1'])
  now += 1_000
  expect(checkAt(0)).toEqual(['lock'])
})

it('trusts the system once it has shown that it counts: work in another window is use', () => {
  checkAt(1)
  now = 3_600_000
  expect(checkAt(0)).toEqual([])
})

describe('an office that somebody asks for', () => {
  it('locks a minute after that when nobody is there, with a warning all along', () => {
    checkAt(200)
    now = 1_000_000
    watch.asked(true)
    expect(checkAt(200)).toEqual(['warn 60'])
    now += 45_000
    expect(checkAt(245)).toEqual(['warn 15'])
    now += 15_000
    expect(checkAt(260)).toEqual(['lock'])
  })

  it('does not lock under the hands of whoever works, and takes its warning back', () => {
    watch.asked(true)
    now += 300_000
    expect(checkAt(5)).toEqual([])
    expect(checkAt(30)).toEqual(['warn 30'])
    expect(checkAt(1)).toEqual(['warn 0'])
    expect(checkAt(60)).toEqual(['lock'])
  })

  it('locks as usual again once nobody asks any more', () => {
    watch.asked(true)
    now += 10_000
    expect(checkAt(100)).toEqual(['warn 50'])
    said = []
    watch.asked(false)
    expect(said).toEqual(['warn 0'])
    now += 300_000
    expect(checkAt(400)).toEqual([])
  })
})
