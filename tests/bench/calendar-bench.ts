import type { Page } from '@playwright/test'
import { createEntries } from '../../electron/office/calendar/service.ts'
import { calendarRange } from '../../electron/office/calendar/range.ts'
import { entriesBetween } from '../../electron/office/calendar/repository.ts'
import { openSession, type CounsellingDesk, type OfficeDesk, type UnlockedVault } from '../../electron/office/session.ts'
import type { EntryInput } from '../../shared/calendar/model.ts'
import { addDays } from '../../shared/holidays/days.ts'
import { launchOffice, endAll } from '../e2e/support/launch.ts'
import { expectOverview } from '../e2e/support/steps.ts'
import { bareDatabase, compared, type Task } from './bare-sql.ts'
import { passphrase } from './large-office.ts'
import { printLines, spread, type Line } from './report.ts'

/** Entries in the calendar that is measured: more than an office makes in twenty years. */
const count = 5_000
const land = 'SN'

/** The calendar of an office with 5,000 entries: ranges in the office process, and paging and scrolling on the screen. */
export async function measureCalendar(vault: UnlockedVault, rounds: number): Promise<void> {
  const session = await openSession(vault, () => {})
  await fill(session.office)
  const readers = { office: session.office.database.connections.reader, counselling: (session.counselling as CounsellingDesk).database.connections.reader }
  const bare = { office: bareDatabase(vault, 'office'), counselling: bareDatabase(vault, 'counselling') }
  const months = ['2025-03', '2026-09', '2027-11']
  const tasks: Task[] = [
    ['a month of the calendar', 'under 30 ms', months.map((month) => () => calendarRange(session.office, { from: `${month}-01`, to: `${month}-30`, land }))],
    ['a year of the calendar', 'under 150 ms', ['2025', '2026', '2027'].map((year) => () => calendarRange(session.office, { from: `${year}-01-01`, to: `${year}-12-31`, land }))],
  ]
  const lines = await compared(tasks, readers, bare, rounds)
  printLines(`Calendar with ${count.toLocaleString('de-DE')} entries, against the same SQL on the bare binding`, lines)
  for (const database of Object.values(bare)) database.close()
  await session.close()
  try {
    await measurePaging(vault.folder, 2 * rounds)
  } finally {
    await endAll()
  }
}

/** Five years; every tenth goes on weekly for half a year. */
async function fill(desk: OfficeDesk): Promise<void> {
  const there = await entriesBetween(desk.database.read, '2000-01-01', '2100-01-01')
  if (there.length >= count) return
  const kinds = ['meeting', 'absence', 'meeting', 'hours', 'action'] as const
  for (let start = 0; start < count; start += 500) {
    await createEntries(desk, 'Bestand', Array.from({ length: 500 }, (_, index): EntryInput => {
      const number = start + index
      const kind = kinds[number % kinds.length] ?? 'meeting'
      const startsOn = addDays('2024-01-01', (number * 7_919) % 1_826)
      const whole = kind === 'absence' || kind === 'action'
      const hour = String(8 + (number % 9)).padStart(2, '0')
      return {
        kind, title: `Eintrag ${number}`, startsOn, startsAt: whole ? null : `${hour}:00`, endsOn: kind === 'absence' ? addDays(startsOn, number % 12) : null, endsAt: whole ? null : `${hour}:45`, place: 'Rathaus', note: '',
        repeat: number % 10 === 3 ? 'FREQ=WEEKLY' : '', repeatUntil: number % 10 === 3 ? addDays(startsOn, 180) : null, personId: null, personName: '',
      }
    }))
  }
}

/** Pages on and scrolls view by view as fast as each is drawn, and looks at every frame. */
async function measurePaging(vault: string, pages: number): Promise<void> {
  const { window, close } = await launchOffice({ vault, env: { TZ: 'Europe/Berlin' } })
  await window.getByLabel('Passphrase', { exact: true }).fill(passphrase)
  await window.getByRole('button', { name: 'Entsperren', exact: true }).click()
  await expectOverview(window)
  await window.keyboard.press('Control+7')
  await window.getByRole('button', { name: 'Heute', exact: true }).waitFor()
  await window.keyboard.press('3')
  await window.locator('[data-view="month"] [data-line]').first().waitFor()
  // Back to where the calendar is full.
  for (let month = 0; month < 24; month++) await window.keyboard.press('PageUp')
  const lines: Line[] = []
  for (const [key, name, times] of [['3', 'month', pages], ['2', 'week', pages], ['1', 'day', pages], ['5', 'agenda', 8], ['4', 'year', 4]] as const) {
    await window.keyboard.press(key)
    await window.waitForTimeout(1_500)
    const paged = await window.evaluate(pageThrough, Math.min(times, pages))
    lines.push(
      { what: `${name}: longest frame of a page (${paged.lines.toFixed(0)} lines)`, unit: 'ms', ours: spread(paged.longest), aim: 'under 100 ms' },
      { what: `${name}: from the key until nothing changes any more`, unit: 'ms', ours: spread(paged.settled), aim: 'under 200 ms' },
    )
    const frames = await scroll(window)
    if (frames.length > 0) lines.push({ what: `${name}: frames while the wheel turns, ${frames.filter((frame) => frame > 50).length} over 50 ms`, unit: 'ms', ours: spread(frames), aim: 'none over 50 ms' })
  }
  await close()
  printLines('Paging and scrolling the calendar on the screen', lines)
}

/** Frames while the wheel turns down and up again over the view; none where it fits the screen. */
async function scroll(window: Page): Promise<number[]> {
  const box = await window.locator('[data-view]').first().boundingBox() ?? { x: 0, y: 0, width: 800, height: 600 }
  await window.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  const watched = window.evaluate(async () => {
    const frames: number[] = []
    let moved = false
    document.addEventListener('scroll', () => { moved = true }, { capture: true })
    let last = await new Promise<number>((resolve) => requestAnimationFrame(resolve))
    for (const begin = last; last - begin < 1_600;) {
      const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve))
      frames.push(now - last)
      last = now
    }
    return moved ? frames : []
  })
  for (let turn = 0; turn < 40; turn++) {
    await window.mouse.wheel(0, turn < 20 ? 120 : -120)
    await window.waitForTimeout(25)
  }
  return watched
}

/** Runs in the page. */
async function pageThrough(pages: number): Promise<{ longest: number[]; settled: number[]; lines: number }> {
  const result = { longest: [] as number[], settled: [] as number[], lines: 0 }
  const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve))
  for (let page = 0; page < pages; page++) {
    let changed = performance.now()
    const observer = new MutationObserver(() => { changed = performance.now() })
    observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true })
    const begin = performance.now()
    let last = await frame()
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'PageDown', bubbles: true }))
    let longest = 0
    while (performance.now() - begin < 600) {
      const now = await frame()
      longest = Math.max(longest, now - last)
      last = now
    }
    observer.disconnect()
    result.longest.push(longest)
    result.settled.push(changed - begin)
    result.lines += document.querySelectorAll('[data-line]').length / pages
  }
  return result
}
