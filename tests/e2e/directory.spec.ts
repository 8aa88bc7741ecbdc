import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { expectAccessible, expectAccessibleInBothSchemes } from './support/axe.ts'
import { launchEmptyOffice } from './support/empty-office.ts'
import { expect, test } from './support/office.ts'
import { choose, lock, unlock } from './support/steps.ts'

const fixture = (name: string) => resolve(import.meta.dirname, '../fixtures/import', name)
const csv = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text, 'utf8') })
const contactRows = (window: Page) => window.getByRole('grid', { name: 'Kontakte' }).locator('[role=row][aria-selected]')

async function openDirectory(window: Page): Promise<void> {
  await window.getByRole('link', { name: /^Kontakte/ }).click()
  await expect(window.getByRole('heading', { name: 'Kontakte', exact: true })).toBeVisible()
}

async function chooseFile(window: Page, file: Parameters<ReturnType<Page['locator']>['setInputFiles']>[0]): Promise<void> {
  await window.getByRole('button', { name: 'Importieren', exact: true }).click()
  await expect(window.getByRole('heading', { name: 'Importieren' })).toBeVisible()
  await window.getByLabel('Adressliste').setInputFiles(file)
}

async function importContacts(window: Page, file: Parameters<ReturnType<Page['locator']>['setInputFiles']>[0]): Promise<void> {
  await chooseFile(window, file)
  await window.getByRole('button', { name: /Kontakte? importieren$/ }).click()
  await window.getByRole('button', { name: 'Zu den Kontakten' }).click()
}

test('a list is previewed, imported as one step, taken back, and changes nothing the second time', async () => {
  const { window } = await launchEmptyOffice()
  await openDirectory(window)
  await expect(window.getByText('Noch keine Kontakte')).toBeVisible()
  await expectAccessible(window)

  await window.getByRole('button', { name: 'Importieren', exact: true }).click()
  const chooser = window.waitForEvent('filechooser')
  await window.getByRole('button', { name: 'Datei wählen' }).click()
  await (await chooser).setFiles(fixture('aemter-excel-export.csv'))
  await expect(window.getByText('Erkannt: Textliste (CSV), Windows-1252, Semikolon')).toBeVisible()
  const rows = window.getByRole('grid', { name: 'Zeilen der Vorschau' })
  await expect(rows.getByText('3046 → 03046')).toBeVisible()
  await expect(rows.getByText('Ein leeres Feld zu viel am Ende der Zeile; es wird übergangen.')).toBeVisible()
  await expectAccessible(window)
  await window.getByRole('button', { name: '6 Kontakte importieren' }).click()
  await expect(window.getByRole('heading', { name: '6 Kontakte importiert' })).toBeVisible()
  await window.getByRole('button', { name: 'Rückgängig', exact: true }).click()
  await window.getByRole('button', { name: 'Zu den Kontakten' }).click()
  await expect(window.getByText('Noch keine Kontakte')).toBeVisible()

  await importContacts(window, fixture('aemter-excel-export.csv'))
  await expect(contactRows(window)).toHaveCount(6)
  await chooseFile(window, fixture('aemter-utf8.csv'))
  await expect(window.getByText('Erkannt: Textliste (CSV), UTF-8 mit Kennung (BOM), Semikolon')).toBeVisible()
  await expect(window.getByText('0 neu, 6 schon vorhanden')).toBeVisible()
  await expect(window.getByRole('button', { name: '0 Kontakte importieren' })).toBeDisabled()
})

test('columns can be mapped otherwise, and rejected rows come back as a file with their reason', async () => {
  const { window, app, folders } = await launchEmptyOffice()
  await openDirectory(window)
  const target = join(folders.temp, 'zurueck.csv')
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = (async () => ({ canceled: false, filePath })) as typeof dialog.showSaveDialog
  }, target)
  await chooseFile(window, csv('liste.csv', 'Organisation;Wo;Ort\nVerein A;Weg 1;Forst\nVerein B;Weg 2;Forst;zu viel\n'))
  await expect(window.getByText('1 neu, 1 mit Begründung zurück')).toBeVisible()
  await choose(window, 'Wo', 'Straße')
  await expect(window.getByText('Spalten zuordnen: 3 von 3 werden übernommen')).toBeVisible()
  await window.getByRole('button', { name: 'Zurückgegebene Zeilen speichern' }).click()
  await expect(window.getByText('Gespeichert: zurueck.csv')).toBeVisible()
  expect(readFileSync(target, 'utf8')).toContain('Verein B;Weg 2;Forst;zu viel;Die Zeile hat 4 Felder')
  await window.getByRole('button', { name: '1 Kontakt importieren' }).click()
  await window.getByRole('button', { name: 'Zu den Kontakten' }).click()
  await contactRows(window).filter({ hasText: 'Verein A' }).click()
  await expect(window.getByRole('article', { name: 'Verein A' }).getByText('Weg 1')).toBeVisible()
})

test('a contact is created, edited with autosave, found by any spelling, given a role, deleted and brought back', async () => {
  const { window, app } = await launchEmptyOffice()
  await openDirectory(window)
  await importContacts(window, fixture('aemter-utf8.csv'))

  await window.keyboard.press('Control+n')
  await window.getByText('Person', { exact: true }).click()
  await window.getByRole('button', { name: 'Speichern' }).click()
  await expect(window.getByText('Bitte einen Namen eintragen.')).toBeVisible()
  await window.getByLabel('Vornamen').fill('Ștefan')
  await window.getByLabel('Familienname', { exact: true }).fill('Țuțea-Müller')
  await window.getByRole('button', { name: 'Speichern' }).click()
  const record = window.getByRole('article', { name: 'Ștefan Țuțea-Müller' })
  await expect(record).toBeVisible()

  await record.getByRole('button', { name: 'Bearbeiten' }).click()
  await record.getByRole('button', { name: 'Telefon', exact: true }).click()
  await record.getByRole('textbox', { name: 'Telefon', exact: true }).fill('0355 987-654')
  await expect(record.getByText(/^Gespeichert \d/)).toBeVisible()
  await expectAccessible(window)
  await record.getByRole('button', { name: 'Fertig' }).click()
  await record.getByRole('button', { name: 'Telefon kopieren: 0355 987-654' }).click()
  await expect.poll(() => app.evaluate(({ clipboard }) => clipboard.readText())).toBe('0355 987-654')

  const search = window.getByRole('textbox', { name: 'In Kontakten suchen' })
  for (const spelling of ['tutea', 'mueller stefan', '+49 355 987', 'Țuț']) {
    await search.fill(spelling)
    await expect(contactRows(window)).toHaveCount(1)
    await expect(contactRows(window)).toContainText('Țuțea-Müller, Ștefan')
  }
  await search.fill('')

  await record.getByRole('tab', { name: 'Organisationen' }).click()
  await record.getByRole('combobox', { name: 'Organisation', exact: true }).fill('osnabrueck')
  await window.getByRole('option', { name: /Stadt Osnabrück/ }).click()
  await record.getByLabel('Funktion').fill('Beirat')
  await record.getByRole('button', { name: 'Hinzufügen' }).click()
  await record.getByRole('button', { name: 'Stadt Osnabrück', exact: true }).click()
  await window.getByRole('tab', { name: 'Personen 1' }).click()
  await expect(window.getByRole('article', { name: 'Stadt Osnabrück' }).getByText('Beirat')).toBeVisible()
  await window.getByRole('button', { name: 'Țuțea-Müller, Ștefan', exact: true }).click()

  await record.getByRole('tab', { name: 'Organisationen' }).click()
  await record.getByRole('button', { name: 'Funktion bearbeiten: Stadt Osnabrück' }).click()
  await record.getByRole('form', { name: /^Funktion bearbeiten/ }).getByLabel('Funktion').fill('Vorsitz im Beirat')
  await window.keyboard.press('Enter')
  await expect(record.getByRole('list', { name: 'Organisationen' })).toContainText('Vorsitz im Beirat')
  await record.getByRole('button', { name: 'Funktion beenden: Stadt Osnabrück' }).click()
  await expect(record.getByLabel('Ende der Funktion')).toHaveValue(/^\d\d\.\d\d\.20\d\d$/)
  await expectAccessible(window)
  await expect(record.getByRole('button', { name: 'Funktion beenden', exact: true })).toBeFocused()
  await window.keyboard.press('Enter')
  await expect(record.getByRole('list', { name: 'Früher' })).toContainText(/Vorsitz im Beirat · bis \d\d\.\d\d\.20/)
  await expect(record.getByText('Derzeit keiner Organisation zugeordnet.')).toBeVisible()

  await record.getByRole('tab', { name: 'Verlauf' }).click()
  await expect(record.getByText('Funktion eingetragen')).toBeVisible()
  await expect(record.getByText('Kontakt angelegt')).toBeVisible()

  await record.getByRole('button', { name: 'Löschen' }).click()
  await expect(contactRows(window).filter({ hasText: 'Țuțea' })).toHaveCount(0)
  await window.getByRole('alert').filter({ hasText: 'in den Papierkorb verschoben' }).getByRole('button', { name: 'Rückgängig' }).click()
  await contactRows(window).filter({ hasText: 'Țuțea' }).click()
  await window.keyboard.press('F5')
  await expect(window.getByLabel('Anschrift', { exact: true })).toHaveValue(/Ștefan Țuțea-Müller/)
})

test('a contact that is not stored yet survives a lock', async () => {
  const { window } = await launchEmptyOffice()
  await openDirectory(window)
  await window.getByRole('button', { name: 'Neuer Kontakt' }).click()
  await window.getByLabel('Name der Organisation').fill('Verein der Freunde')
  await lock(window)
  await unlock(window)
  await window.getByRole('link', { name: /^Kontakte/ }).click()
  await window.getByRole('button', { name: 'Neuer Kontakt' }).click()
  await expect(window.getByLabel('Name der Organisation')).toHaveValue('Verein der Freunde')
  await window.getByRole('button', { name: 'Verwerfen' }).click()
  await window.getByRole('button', { name: 'Neuer Kontakt' }).click()
  await expect(window.getByLabel('Name der Organisation')).toHaveValue('')
})

test('the list is worked by keyboard alone, in a long list, with several contacts at once', async () => {
  const { window } = await launchEmptyOffice()
  await openDirectory(window)
  const lines = Array.from({ length: 1200 }, (_, index) => `Verein ${index + 1};Forst`)
  await importContacts(window, csv('lang.csv', ['Organisation;Ort', ...lines].join('\n')))
  const grid = window.getByRole('grid', { name: 'Kontakte' })
  await expect(grid).toHaveAttribute('aria-rowcount', '1201')
  expect(await contactRows(window).count()).toBeLessThan(80)
  await grid.focus()
  await window.keyboard.press('ArrowDown')
  await expect(window.getByRole('article', { name: 'Verein 1', exact: true })).toBeVisible()
  await window.keyboard.press('End')
  await expect(window.getByRole('article', { name: 'Verein 1200' })).toBeVisible()
  await window.keyboard.press('Home')
  await window.keyboard.press('Shift+PageDown')
  await window.keyboard.press('Shift+End')
  await expect(window.getByText('1.200 ausgewählt')).toBeVisible()
  await window.keyboard.press('Home')
  await window.keyboard.press('Shift+ArrowDown')
  await window.keyboard.press('Shift+ArrowDown')
  await expect(window.getByText('3 ausgewählt')).toBeVisible()
  await window.keyboard.press('Delete')
  await expect(window.getByText('3 Kontakte in den Papierkorb verschoben')).toBeVisible()
  await expect(grid).toHaveAttribute('aria-rowcount', '1198')
  await window.keyboard.press('Control+z')
  await expect(grid).toHaveAttribute('aria-rowcount', '1201')
  await window.getByRole('columnheader', { name: 'Name' }).getByRole('button').click()
  await expect(contactRows(window).first()).toContainText('Verein 1200')
  await expectAccessibleInBothSchemes(window)
})
