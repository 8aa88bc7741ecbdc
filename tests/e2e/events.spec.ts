import type { Locator } from '@playwright/test'
import { expectAccessible, expectAccessibleInBothSchemes } from './support/axe.ts'
import { launchEmptyOffice } from './support/empty-office.ts'
import { expect, test } from './support/office.ts'
import { choose, typedDay } from './support/steps.ts'

/** Chooses in a field whose name is a part of others' names. */
async function pick(place: Locator, label: string, option: string): Promise<void> {
  await place.getByRole('combobox', { name: label, exact: true }).click()
  await place.page().getByRole('option', { name: option }).first().click()
}

test('a street festival is planned, moved with its tasks, and put back', async () => {
  const { window } = await launchEmptyOffice()
  const record = window.getByRole('region', { name: /^Veranstaltung Lindenfest/ })
  const applying = record.getByRole('listitem').filter({ hasText: 'Sondernutzung der Straße beantragen' })

  await test.step('a place is kept with its room and how one gets in', async () => {
    await window.keyboard.press('Control+5')
    await window.getByRole('tab', { name: 'Orte' }).click()
    await expect(window.getByRole('heading', { name: 'Orte', level: 1 })).toBeVisible()
    await window.keyboard.press('Control+n')
    await window.getByLabel('Name des Ortes').fill('Bürgerhaus')
    await window.keyboard.press('Enter')
    const venue = window.getByRole('region', { name: 'Ort Bürgerhaus' })
    await venue.getByRole('button', { name: 'Raum', exact: true }).click()
    await venue.getByLabel('Name des Raums').fill('Großer Saal')
    await choose(window, 'Zugang', 'teilweise stufenlos')
    await expect(venue.getByText(/^Gespeichert/)).toBeVisible()
    await expectAccessibleInBothSchemes(window)
  })

  await test.step('the kind proposes the checklist, the day counts it back', async () => {
    await window.getByRole('tab', { name: 'Veranstaltungen' }).click()
    await expect(window.getByRole('heading', { name: 'Veranstaltungen', level: 1 })).toBeVisible()
    await window.keyboard.press('Control+n')
    const dialog = window.getByRole('dialog', { name: 'Neue Veranstaltung' })
    await dialog.getByLabel('Titel').fill('Lindenfest')
    // Typed over what stands there, and taken by Enter without storing anything yet.
    await dialog.getByRole('combobox', { name: 'Art', exact: true }).click()
    await window.keyboard.type('Straßenfest')
    await window.keyboard.press('Enter')
    await expect(dialog.getByRole('combobox', { name: 'Art', exact: true })).toHaveValue('Straßenfest')
    await expect(dialog.getByRole('combobox', { name: 'Checkliste' })).toHaveValue('Straßenfest, großes Fest')
    await dialog.getByLabel('Tag', { exact: true }).fill(typedDay(300))
    await dialog.getByLabel('Tag', { exact: true }).press('Tab')
    await dialog.getByLabel('Beginn').fill('1400')
    await pick(dialog, 'Ort', 'Bürgerhaus')
    await pick(dialog, 'Raum', 'Großer Saal')
    await expect(dialog.getByText(/\d+ Aufgaben, davon \d+ Genehmigungen/)).toBeVisible()
    await expectAccessibleInBothSchemes(window)
    await dialog.getByRole('button', { name: 'Anlegen' }).click()
    await expect(record.getByRole('region', { name: 'Zugänglichkeit' })).toContainText('teilweise stufenlos')
    await expectAccessibleInBothSchemes(window)
  })

  let before = ''
  await test.step('permits stand out, the space bar checks off, arrow keys lead on', async () => {
    await record.getByRole('tab', { name: /^Checkliste/ }).click()
    await expect(applying.getByText('Genehmigung', { exact: true })).toBeVisible()
    await expect(applying.getByText('12 Wochen vorher')).toBeVisible()
    before = await applying.innerText()
    const first = record.getByRole('checkbox', { name: /^Erledigt:/ }).first()
    await first.focus()
    await window.keyboard.press('ArrowDown')
    await expect(record.getByRole('checkbox', { name: /^Erledigt:/ }).nth(1)).toBeFocused()
    await window.keyboard.press('Space')
    await expect(record.getByText(/^1 von \d+ erledigt/)).toBeVisible()
    await expectAccessibleInBothSchemes(window)
    await record.getByRole('button', { name: 'Eigene Aufgabe' }).click()
    await window.getByLabel('Was ist zu tun?').fill('Lampions bestellen')
    await expectAccessible(window)
    await window.keyboard.press('Enter')
    await expect(record.getByText('Lampions bestellen')).toBeVisible()
  })

  await test.step('a new day shows what moves and what would lie in the past, moves it in one step, and undo brings it back', async () => {
    await record.getByRole('tab', { name: 'Angaben' }).click()
    await record.getByLabel('Tag', { exact: true }).fill(typedDay(40))
    await record.getByLabel('Tag', { exact: true }).press('Tab')
    const move = window.getByRole('dialog', { name: /^Auf .* legen\?/ })
    await expect(move.getByText(/läge.* dann in der Vergangenheit/)).toBeVisible()
    await expect(move.getByRole('listitem').filter({ hasText: 'Sondernutzung' })).toContainText('vorbei')
    await expectAccessibleInBothSchemes(window)
    await move.getByRole('button', { name: /^Verschieben mit/ }).click()
    await record.getByRole('tab', { name: /^Checkliste/ }).click()
    await expect(applying.getByText('überfällig')).toBeVisible()
    await window.getByRole('alert').filter({ hasText: 'verschoben' }).getByRole('button', { name: 'Rückgängig' }).click()
    await expect(applying.getByText('überfällig')).toHaveCount(0)
    expect(await applying.innerText()).toBe(before)
  })

  await test.step('somebody takes part; a time that cannot be is told', async () => {
    await record.getByRole('tab', { name: /^Beteiligte/ }).click()
    await record.getByRole('button', { name: 'Hinzufügen' }).click()
    await window.getByRole('combobox', { name: 'Wer', exact: true }).fill('Kulturverein')
    await choose(window, 'Rolle', 'Veranstalter')
    await expectAccessible(window)
    await window.getByRole('button', { name: 'Speichern' }).click()
    await expect(record.getByRole('list', { name: 'Beteiligte' })).toContainText('Veranstalter')
    await record.getByRole('tab', { name: 'Angaben' }).click()
    await record.getByLabel('Ende', { exact: true }).fill('13:00')
    await expect(record.getByText('Das Ende liegt vor dem Beginn.').first()).toBeVisible()
    await record.getByLabel('Ende', { exact: true }).fill('22:00')
    await expect(record.getByText(/^Gespeichert/)).toBeVisible()
  })

  await test.step('the town has its own lead times; without them those of the application count again', async () => {
    await window.getByRole('tab', { name: 'Checklisten' }).click()
    const list = window.getByRole('list', { name: 'Checklisten' })
    await list.getByRole('button', { name: /^Straßenfest/ }).click()
    await expectAccessible(window)
    await window.getByRole('button', { name: 'Eigene Fassung anlegen' }).click()
    await window.getByLabel(/^Vorlauf: Sondernutzung.*Anzahl/).fill('16')
    await expect(window.getByText(/^Gespeichert/)).toBeVisible()
    await expect(list.getByText(/eigene Fassung/)).toBeVisible()
    await expectAccessible(window)
    await window.getByRole('button', { name: 'Löschen', exact: true }).click()
    await expect(window.getByRole('button', { name: 'Eigene Fassung anlegen' })).toBeVisible()
    await expect(list.getByText(/eigene Fassung/)).toHaveCount(0)
  })
})
