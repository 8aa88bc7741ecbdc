import type { Locator, Page } from '@playwright/test'
import { addDays, germanDay, weekday } from '../../shared/holidays/days.ts'
import { isoDay } from '../../shared/dates.ts'
import { expectAccessible, expectAccessibleInBothSchemes } from './support/axe.ts'
import { launchEmptyOffice } from './support/empty-office.ts'
import { expect, test } from './support/office.ts'

/** A Monday in the second week of the month after next: all its week lies in that month. */
function laterMonday(): string {
  const now = new Date()
  const eighth = isoDay(new Date(now.getFullYear(), now.getMonth() + 2, 8))
  return addDays(eighth, (8 - weekday(eighth)) % 7)
}

const monday = laterMonday()
const [tuesday, wednesday, thursday, friday] = [1, 2, 3, 4].map((days) => addDays(monday, days)) as [string, string, string, string]
const typed = (day: string): string => germanDay(day).slice(3)

/** A line on the screen by what it is and its day. */
const line = (window: Page, what: string, day: string): Locator => window.getByRole('button', { name: `${what}, ${germanDay(day)}` })
/** The empty place of a day in the month. */
const place = (window: Page, day: string): Locator => window.getByRole('button', { name: new RegExp(`^Neuer Eintrag am \\S+, ${Number(day.slice(8))}\\. \\S+ ${day.slice(0, 4)}`) })

async function openCalendar(window: Page): Promise<void> {
  await window.keyboard.press('Control+7')
  await expect(window.getByRole('heading', { name: 'Kalender', level: 1 })).toBeVisible()
  await expect(window.getByRole('button', { name: 'Heute' })).toBeVisible()
  await window.keyboard.press('PageDown')
  await window.keyboard.press('PageDown')
  await expect(place(window, monday)).toBeVisible()
}

test('office hours, a meeting and an event are entered and laid elsewhere, by mouse and by keys', async () => {
  const { window } = await launchEmptyOffice()
  const dialog = window.getByRole('dialog')

  await test.step('office hours on two days of the week', async () => {
    await openCalendar(window)
    await place(window, monday).click()
    await dialog.getByText('Sprechzeit', { exact: true }).click()
    await expect(dialog.getByLabel('Was?')).toHaveValue('Sprechzeit')
    await dialog.getByLabel('Beginn').fill('900')
    await dialog.getByLabel('Ende').fill('1200')
    await dialog.getByRole('combobox', { name: 'Wiederholung' }).click()
    await window.getByRole('option', { name: 'wöchentlich an mehreren Tagen' }).click()
    await dialog.getByRole('checkbox', { name: 'Donnerstag' }).check()
    await expectAccessibleInBothSchemes(window)
    await dialog.getByRole('button', { name: 'Eintragen' }).click()
    await expect(line(window, 'Sprechzeit: Sprechzeit', monday)).toBeVisible()
    await expect(line(window, 'Sprechzeit: Sprechzeit', addDays(thursday, 7))).toBeVisible()
    await expectAccessibleInBothSchemes(window)
  })

  await test.step('one of them falls out, and is taken back', async () => {
    await line(window, 'Sprechzeit: Sprechzeit', thursday).click()
    await expect(dialog.getByLabel('Ende')).toHaveValue('12:00')
    await expectAccessible(window)
    await dialog.getByRole('button', { name: /^Fällt am .* aus$/ }).click()
    await expect(line(window, 'Sprechzeit: Sprechzeit', thursday)).toHaveCount(0)
    await window.getByRole('alert').filter({ hasText: 'aus.' }).getByRole('button', { name: 'Rückgängig' }).click()
    await expect(line(window, 'Sprechzeit: Sprechzeit', thursday)).toBeVisible()
  })

  await test.step('a meeting is dragged to the next day, and laid on another one by keys', async () => {
    await place(window, tuesday).click()
    await dialog.getByLabel('Was?').fill('Netzwerktreffen')
    await dialog.getByLabel('Beginn').fill('1000')
    await dialog.getByLabel('Ende').fill('11:30')
    await dialog.getByLabel('Ende').press('Enter')
    await line(window, 'Termin: Netzwerktreffen', tuesday).dragTo(place(window, wednesday))
    await expect(line(window, 'Termin: Netzwerktreffen', wednesday)).toHaveAccessibleName(/10:00 bis 11:30 Uhr/)
    await line(window, 'Termin: Netzwerktreffen', wednesday).focus()
    await window.keyboard.press('v')
    await dialog.getByLabel('Neuer Tag').fill(typed(friday))
    await dialog.getByLabel('Beginn').fill('1300')
    await expect(dialog.getByText('Das Ende liegt vor dem Beginn.')).toBeVisible()
    await dialog.getByLabel('Ende').fill('1430')
    await expectAccessibleInBothSchemes(window)
    await dialog.getByRole('button', { name: 'Verlegen' }).click()
    await expect(line(window, 'Termin: Netzwerktreffen', friday)).toHaveAccessibleName(/13:00 bis 14:30 Uhr/)
  })

  await test.step('a full day says how much more it has, and shows all of it; arrow keys walk', async () => {
    for (const title of ['Aufbau', 'Probe', 'Presse', 'Abbau', 'Nachlese']) {
      await place(window, friday).focus()
      await window.keyboard.press('Enter')
      await dialog.getByLabel('Was?').fill(title)
      await dialog.getByLabel('Was?').press('Enter')
      await expect(dialog).toHaveCount(0)
    }
    await window.getByRole('button', { name: new RegExp(`^\\d+ weitere am Freitag, ${Number(friday.slice(8))}\\. `) }).click()
    const all = window.getByRole('dialog', { name: /^Freitag, / })
    await expect(all.getByRole('button', { name: /^Termin: (?:Aufbau|Probe|Presse|Abbau|Nachlese|Netzwerktreffen)/ })).toHaveCount(6)
    await expectAccessibleInBothSchemes(window)
    await window.keyboard.press('Escape')
    await expect(all).toHaveCount(0)
    await place(window, friday).focus()
    await window.keyboard.press('ArrowUp')
    await window.keyboard.press('ArrowLeft')
    await expect(place(window, addDays(thursday, -7))).toBeFocused()
  })

  await test.step('of what repeats, all times move along if wanted', async () => {
    await line(window, 'Sprechzeit: Sprechzeit', monday).dragTo(place(window, tuesday))
    await dialog.getByRole('radio', { name: 'Alle Termine dieser Wiederholung' }).check()
    await expectAccessible(window)
    await dialog.getByRole('button', { name: 'Verlegen' }).click()
    await expect(line(window, 'Sprechzeit: Sprechzeit', addDays(tuesday, 7))).toBeVisible()
    await expect(line(window, 'Sprechzeit: Sprechzeit', addDays(monday, 7))).toHaveCount(0)
  })

  await test.step('an event shows before what moves with it', async () => {
    await place(window, wednesday).click()
    await dialog.getByRole('button', { name: 'Stattdessen eine Veranstaltung planen' }).click()
    const event = window.getByRole('dialog', { name: 'Neue Veranstaltung' })
    await expect(event.getByLabel('Tag', { exact: true })).toHaveValue(typed(wednesday))
    await event.getByLabel('Titel').fill('Vortrag über Teilhabe')
    await event.getByRole('combobox', { name: 'Art', exact: true }).click()
    await window.getByRole('option', { name: /^Vortrag/ }).first().click()
    await event.getByRole('button', { name: 'Anlegen' }).click()
    await expect(window.getByRole('region', { name: 'Veranstaltung Vortrag über Teilhabe' })).toBeVisible()
    await openCalendar(window)
    await line(window, 'Veranstaltung: Vortrag über Teilhabe', wednesday).dragTo(place(window, thursday))
    await expect(dialog.getByRole('list', { name: 'Aufgaben, die umziehen' }).getByRole('listitem').first()).toBeVisible()
    await expectAccessibleInBothSchemes(window)
    await dialog.getByRole('button', { name: /^Verschieben mit/ }).click()
    await expect(line(window, 'Veranstaltung: Vortrag über Teilhabe', thursday)).toBeVisible()
  })

  await test.step('each view speaks, by its key; what is hidden stays hidden', async () => {
    for (const [key, name] of [['2', 'Woche'], ['1', 'Tag'], ['4', 'Jahr'], ['5', 'Agenda']] as const) {
      await window.keyboard.press(key)
      await expect(window.getByRole('radio', { name })).toBeChecked()
      await expectAccessibleInBothSchemes(window)
    }
    await expect(window.getByRole('button', { name: 'Vortrag über Teilhabe', exact: true })).toBeVisible()
    await window.getByRole('checkbox', { name: 'Veranstaltungen' }).uncheck()
    await expect(window.getByRole('button', { name: 'Vortrag über Teilhabe', exact: true })).toHaveCount(0)
    await window.keyboard.press('Control+1')
    await expect(window.getByRole('region', { name: 'Heute und demnächst' })).toBeVisible()
    await window.keyboard.press('Control+7')
    await expect(window.getByRole('checkbox', { name: 'Veranstaltungen' })).not.toBeChecked()
  })

  await test.step('school holidays come from a file', async () => {
    await window.getByRole('button', { name: 'Weitere Schritte' }).click()
    await expect(window.getByRole('menuitem', { name: /^Schulferien einlesen/ })).toBeVisible()
    const day = monday.replaceAll('-', '')
    const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'BEGIN:VEVENT', 'UID:ferien', 'SUMMARY:Winterferien', `DTSTART;VALUE=DATE:${day}`, 'END:VEVENT', 'END:VCALENDAR', '']
    await window.getByLabel('Ferienkalender').setInputFiles({ name: 'ferien.ics', mimeType: 'text/calendar', buffer: Buffer.from(lines.join('\r\n')) })
    await expect(window.getByText('Ein Eintrag eingelesen.')).toBeVisible()
    await window.keyboard.press('Escape')
    await expect(window.getByRole('menu')).toHaveCount(0)
  })

  await test.step('a feast says where its date comes from; the office may hide it', async () => {
    await window.getByRole('button', { name: 'Weitere Schritte' }).click()
    await window.getByRole('menuitem', { name: /^Feste und Aktionstage/ }).click()
    const row = window.getByRole('row').filter({ hasText: 'Zuckerfest' })
    await expect(row).toContainText('vorläufig')
    await row.getByRole('button').click()
    await expect(dialog.getByText(/Mondsichtung/)).toBeVisible()
    await expectAccessibleInBothSchemes(window)
    await dialog.getByRole('button', { name: 'Ausblenden' }).click()
    await expect(row).toContainText('ausgeblendet')
    await expectAccessible(window)
  })
})
