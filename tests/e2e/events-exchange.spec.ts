import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import { expectAccessible, expectAccessibleInBothSchemes } from './support/axe.ts'
import { launchEmptyOffice } from './support/empty-office.ts'
import { expect, test } from './support/office.ts'
import { choose, typedDay } from './support/steps.ts'

const compact = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '')

/** A calendar of somebody else: what is over, what is to come and repeats, what is private. */
const calendar = [
  'BEGIN:VCALENDAR', 'VERSION:2.0', 'X-WR-CALNAME:Frauentreff',
  'BEGIN:VEVENT', 'UID:past', 'SUMMARY:Sommerfest', `DTSTART;TZID=W. Europe Standard Time:${compact(-3)}T140000`, 'ATTENDEE:mailto:karl.klient@example.org', 'CATEGORIES:Fest', 'END:VEVENT',
  'BEGIN:VEVENT', 'UID:weekly', 'SUMMARY:Frühstück', `DTSTART;TZID=Europe/Berlin:${compact(7)}T093000`, 'RRULE:FREQ=WEEKLY;COUNT=3', 'END:VEVENT',
  'BEGIN:VEVENT', 'UID:private', 'SUMMARY:Arzt', 'CLASS:PRIVATE', `DTSTART:${compact(9)}T100000Z`, 'END:VEVENT',
  'END:VCALENDAR', '',
].join('\r\n')

async function plan(dialog: Locator, title: string): Promise<void> {
  await dialog.getByLabel('Titel').fill(title)
  await dialog.getByLabel('Tag', { exact: true }).fill(typedDay(60))
  await dialog.getByLabel('Tag', { exact: true }).press('Tab')
  await dialog.getByLabel('Beginn').fill('18:00')
  await dialog.getByLabel('Ende').fill('20:00')
  await dialog.getByLabel('Anderer Ort').fill('Lindenhof')
}

test('two events want the same room; calendars go out and come in; the year is told in figures', async () => {
  const office = await launchEmptyOffice()
  const { window, app, folders } = office
  await window.keyboard.press('Control+5')
  await expect(window.getByRole('heading', { name: 'Veranstaltungen', level: 1 })).toBeVisible()

  await test.step('a clash is told before it happens, and taken on with a reason', async () => {
    const dialog = window.getByRole('dialog', { name: 'Neue Veranstaltung' })
    await window.keyboard.press('Control+n')
    await plan(dialog, 'Lesung')
    await dialog.getByRole('button', { name: 'Anlegen' }).click()
    await expect(dialog).toBeHidden()
    await window.keyboard.press('Control+n')
    await plan(dialog, 'Konzert')
    await expect(dialog.getByRole('region', { name: 'Überschneidungen' })).toContainText('Derselbe Ort zur selben Zeit (Lindenhof).')
    await expectAccessibleInBothSchemes(window)
    await dialog.getByRole('button', { name: 'Anlegen' }).click()
    const clashes = window.getByRole('region', { name: /^Veranstaltung Konzert/ }).getByRole('region', { name: 'Überschneidungen' })
    await expect(clashes.getByRole('img', { name: 'Überschneidung' })).toBeVisible()
    await expectAccessibleInBothSchemes(window)
    await clashes.getByRole('button', { name: 'Lesung: bewusst so' }).click()
    await window.getByLabel('Warum es so bleiben kann').fill('Konzert im Hof, Lesung im Saal.')
    await expectAccessible(window)
    await window.getByRole('button', { name: 'Vermerken' }).click()
    await expect(clashes).toContainText('Konzert im Hof, Lesung im Saal.')
    await expect(clashes.getByRole('img', { name: 'Überschneidung' })).toHaveCount(0)
    await clashes.getByRole('button', { name: 'Lesung', exact: true }).click()
    await expect(window.getByRole('region', { name: /^Veranstaltung Lesung/ }).getByText('Konzert im Hof, Lesung im Saal.')).toBeVisible()
  })

  await test.step('the coming months go out as a calendar with a time zone', async () => {
    const file = join(folders.temp, 'kalender.ics')
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = (async () => ({ canceled: false, filePath })) as typeof dialog.showSaveDialog
    }, file)
    await window.getByRole('button', { name: 'Kalenderdatei' }).click()
    await window.getByRole('menuitem', { name: 'Kalenderdatei speichern …' }).click()
    await expect(window.getByText('2 Veranstaltungen.', { exact: true })).toBeVisible()
    await expectAccessibleInBothSchemes(window)
    await window.getByRole('button', { name: 'Speichern …' }).click()
    await expect(window.getByRole('alert').filter({ hasText: 'Gespeichert als' })).toBeVisible()
    const text = readFileSync(file, 'utf8')
    expect(text).toContain('BEGIN:VTIMEZONE')
    expect(text).toContain(`DTSTART;TZID=Europe/Berlin:${compact(60)}T180000`)
    expect(text).not.toContain('Petra Beispiel')
  })

  await test.step('a calendar of others shows what becomes of each entry and comes in as one step', async () => {
    await window.getByRole('button', { name: 'Kalenderdatei' }).click()
    await window.getByRole('menuitem', { name: 'Kalenderdatei einlesen …' }).click()
    const dialog = window.getByRole('dialog', { name: 'Kalenderdatei einlesen' })
    await dialog.getByLabel('Kalenderdatei').setInputFiles({ name: 'Brief.ics', mimeType: 'text/calendar', buffer: Buffer.from('kein Kalender') })
    await expect(dialog.getByText(/Das ist keine Kalenderdatei/)).toBeVisible()
    await dialog.getByLabel('Kalenderdatei').setInputFiles({ name: 'Frauentreff.ics', mimeType: 'text/calendar', buffer: Buffer.from(calendar) })
    await dialog.getByRole('combobox', { name: 'Stand', exact: true }).click()
    await window.getByRole('option', { name: 'Durchgeführt' }).click()
    await dialog.getByLabel('Termine von').fill(typedDay(-10))
    await dialog.getByLabel('Termine von').press('Tab')
    // The next field of days opens its calendar over the rest until it is left.
    await dialog.getByLabel('bis', { exact: true }).press('Tab')
    await expect(dialog.getByRole('row')).toHaveCount(6)
    await expect(dialog.getByRole('row').filter({ hasText: 'Privater Termin' })).toContainText('Nicht übernommen')
    await expect(dialog.getByText(/Ihre Namen und Adressen werden nicht übernommen/)).toBeVisible()
    await expectAccessibleInBothSchemes(window)
    await dialog.getByRole('checkbox', { name: 'Frühstück übernehmen' }).last().click()
    await dialog.getByRole('button', { name: '3 Termine übernehmen' }).click()
    await expect(window.getByRole('alert').filter({ hasText: '3 Termine aus dem Kalender übernommen.' })).toBeVisible()
    await expect(window.getByRole('row').filter({ hasText: 'Frühstück' })).toHaveCount(2)
  })

  await test.step('the year is told in figures, beside the year before', async () => {
    await window.getByRole('tab', { name: 'Zahlen' }).click()
    await window.getByText('Auch geplante', { exact: true }).click()
    await choose(window, 'Zeitraum', 'Zeitraum')
    await window.getByLabel('Von', { exact: true }).fill(typedDay(-10))
    await window.getByLabel('Bis', { exact: true }).fill(typedDay(90))
    await window.getByLabel('Bis', { exact: true }).press('Tab')
    await expect(window.getByRole('region', { name: 'Veranstaltungen nach Art' }).getByRole('row').filter({ hasText: 'insgesamt' })).toContainText('5')
    await expect(window.getByRole('region', { name: 'Text für den Tätigkeitsbericht' })).toContainText('fanden fünf Veranstaltungen statt')
    await expectAccessibleInBothSchemes(window)
    const file = join(folders.temp, 'zahlen.csv')
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = (async () => ({ canceled: false, filePath })) as typeof dialog.showSaveDialog
    }, file)
    await window.getByRole('button', { name: 'Speichern', exact: true }).click()
    await window.getByRole('menuitem', { name: /CSV/ }).click()
    await expect.poll(() => { try { return readFileSync(file, 'utf8') } catch { return '' } }).toContain('Fest;1;0;0;0')
  })
})
