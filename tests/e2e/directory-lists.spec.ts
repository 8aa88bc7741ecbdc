import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { launchEmptyOffice } from './support/empty-office.ts'
import { expect, test } from './support/office.ts'
import { choose } from './support/steps.ts'
import { axeFindings } from './support/axe.ts'

test('a distribution list is made, kept in order and given out', async () => {
  const { app, window, folders } = await launchEmptyOffice()
  await window.getByRole('link', { name: /^Kontakte/ }).click()
  await test.step('contacts', async () => {
    for (const name of ['Amt A', 'Verein B', 'Zeitung C']) {
      await window.keyboard.press('Control+n')
      await window.getByLabel('Name der Organisation').fill(name)
      await window.getByRole('button', { name: 'Speichern' }).click()
      await expect(window.getByRole('article', { name })).toBeVisible()
    }
  })
  await test.step('marked contacts go into a new list by keyboard', async () => {
    await window.getByRole('grid', { name: 'Kontakte' }).focus()
    await window.keyboard.press('Home')
    await window.keyboard.press('Shift+End')
    await window.getByRole('button', { name: 'In Verteiler' }).click()
    const dialog = window.getByRole('dialog', { name: 'Neuer Verteiler' })
    await dialog.getByRole('button', { name: 'Speichern' }).click()
    await expect(dialog.getByText('Bitte einen Namen eintragen.')).toBeVisible()
    await dialog.getByLabel('Name').fill('Einladung')
    await window.keyboard.press('Enter')
    await expect(window.getByText('Verteiler angelegt')).toBeVisible()
  })
  const rows = window.getByRole('grid', { name: /^Kontakte im Verteiler/ }).locator('[role=row][aria-selected]')
  await test.step('who lacks an address is shown; one is kept out with the reason', async () => {
    await window.getByRole('link', { name: 'Verteiler' }).click()
    await window.getByRole('button', { name: /^Einladung/ }).click()
    await expect(rows).toHaveCount(3)
    await expect(rows.first()).toContainText('keine E-Mail-Adresse, keine Postanschrift')
    expect(await axeFindings(window)).toEqual([])
    await rows.first().click()
    await window.getByRole('button', { name: 'Ausnehmen …' }).click()
    const dialog = window.getByRole('dialog', { name: '1 Kontakt ausnehmen' })
    await dialog.getByLabel('Grund').fill('möchte keine Post')
    await window.keyboard.press('Enter')
    await expect(rows).toHaveCount(2)
    await window.getByRole('button', { name: /^Ausgenommen 1/ }).click()
    await expect(rows).toHaveCount(1)
    await expect(rows.first()).toContainText('möchte keine Post')
    await window.keyboard.press('Control+z')
    await expect(window.getByText(/Rückgängig gemacht: 1 Kontakt vom Verteiler ausgenommen/)).toBeVisible()
    await expect(window.getByRole('button', { name: /^Alle 3/ }).last()).toBeVisible()
  })
  await test.step('a list is written where the person chose, and says who was left out', async () => {
    const filePath = join(folders.temp, 'Liste.csv')
    await app.evaluate(({ dialog }, path) => {
      dialog.showSaveDialog = (async () => ({ canceled: false, filePath: path })) as unknown as typeof dialog.showSaveDialog
    }, filePath)
    await window.getByRole('button', { name: 'Ausgeben', exact: true }).click()
    const dialog = window.getByRole('dialog', { name: 'Ausgeben: Einladung' })
    await choose(window, 'Ausgeben als', 'CSV, UTF-8')
    await expect(dialog.getByText('3 Kontakte werden ausgegeben.')).toBeVisible()
    await dialog.getByRole('button', { name: 'Speichern unter …' }).click()
    await expect(dialog.getByText('3 Kontakte ausgegeben')).toBeVisible()
    expect(readFileSync(filePath, 'utf8')).toMatch(/^\uFEFFOrganisation;.*\r\nAmt A;/u)
    await dialog.getByRole('button', { name: 'Weiteres ausgeben' }).click()
    await choose(window, 'Ausgeben als', 'Etiketten')
    await expect(dialog.getByText('0 Kontakte werden ausgegeben, 3 nicht.')).toBeVisible()
    await dialog.getByRole('button', { name: 'Wer nicht ausgegeben wird, und warum' }).click()
    await expect(dialog.getByRole('region', { name: 'Nicht ausgegeben' })).toContainText('Zeitung C')
    for (const colorScheme of ['light', 'dark'] as const) {
      await window.emulateMedia({ colorScheme })
      expect(await axeFindings(window)).toEqual([])
    }
    await window.keyboard.press('Escape')
    await window.getByRole('tab', { name: 'Ausgaben' }).click()
    await expect(window.getByRole('table', { name: 'Ausgaben' })).toContainText('CSV, UTF-8')
  })
  await test.step('a list is found by its title and comes back from the trash', async () => {
    await window.getByRole('button', { name: 'Löschen' }).click()
    await expect(window.getByText(/in den Papierkorb verschoben/)).toBeVisible()
    await window.keyboard.press('Control+z')
    await window.keyboard.press('Control+k')
    await window.getByRole('textbox', { name: 'Suchbegriff' }).fill('einladung')
    // Enter right after the last key waits for what that key finds.
    await window.keyboard.press('Enter')
    await expect(window.getByRole('article', { name: 'Einladung' })).toBeVisible()
  })
})
