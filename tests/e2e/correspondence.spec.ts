import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import JSZip from 'jszip'
import { expectAccessible } from './support/axe.ts'
import { launchDemo } from './support/demo.ts'
import { launchEmptyOffice } from './support/empty-office.ts'
import { expect, test, type RunningOffice } from './support/office.ts'
import { fillDay, lock, sampleOffice, tryToUnlock } from './support/steps.ts'


/** Answers the save dialog as a person would who accepts the suggested name. */
async function saveInto(office: RunningOffice, folder: string): Promise<void> {
  await office.app.evaluate(({ dialog }, target) => {
    dialog.showSaveDialog = (async (...args: unknown[]) => {
      const options = args.at(-1) as { defaultPath?: string }
      return { canceled: false, filePath: `${target}/${options.defaultPath?.split(/[\\/]/).at(-1)}` }
    }) as typeof dialog.showSaveDialog
  }, folder)
}

test('a letter is begun, written, saved as DOCX and stays in the register over a lock', async () => {
  const office = await launchEmptyOffice()
  const { window, folders } = office
  await saveInto(office, folders.temp)

  await window.getByRole('link', { name: /Einstellungen/ }).click()
  await window.getByRole('link', { name: 'Briefkopf' }).click()
  await window.getByLabel('Name im Briefkopf').fill('Stadt Musterstadt')
  await window.getByLabel('Straße und Hausnummer').fill('Neumarkt 5')
  await window.getByLabel('Ort', { exact: true }).fill('Musterstadt')
  await expect(window.getByText(/^Gespeichert \d/)).toBeVisible()

  await window.getByRole('link', { name: /^Schreiben/ }).click()
  await expect(window.getByText('Noch kein Schreiben')).toBeVisible()
  await window.getByRole('button', { name: 'Neues Schreiben' }).click()
  await window.getByLabel('Anschrift', { exact: true }).fill('Jobcenter Musterstadt\nFrau Dr. Erika Muster\nBahnhofstraße 1\n03046 Musterstadt')
  await window.getByLabel('Betreff', { exact: true }).fill('Zusammenarbeit im Netzwerk')
  await window.getByLabel('Anrede', { exact: true }).fill('Sehr geehrte Frau Dr. Muster,')
  // A day is typed as people write it; the second of January it is not. What is no day doesn't go unnoticed.
  await fillDay(window, 'Datum', '010226')
  await expect(window.getByLabel('Datum', { exact: true })).toHaveValue('01.02.2026')
  await fillDay(window, 'Datum', '33.1.2026')
  await expect(window.getByText('„33.1.2026“ ist als Tag nicht zu lesen')).toBeVisible()
  await expect(window.getByLabel('Datum', { exact: true })).toHaveValue('01.02.2026')
  const text = window.getByRole('textbox', { name: 'Text', exact: true })
  await text.click()
  await window.keyboard.type('vielen Dank für das Gespräch.')
  await window.keyboard.press('Enter')
  await window.keyboard.type('Ich schlage einen Termin vor.')
  await expect(window.getByText(/^Gespeichert \d/)).toBeVisible()
  await expect(window.getByRole('figure', { name: 'Seite 1 von 1' })).toContainText('vielen Dank für das Gespräch.')
  await expect(window.getByRole('figure', { name: 'Seite 1 von 1' })).toContainText('Stadt Musterstadt')

  await window.getByRole('button', { name: 'Als Word-Datei speichern' }).click()
  await expect(window.getByText(/bleibt im Register/)).toBeVisible()
  const file = join(folders.temp, `Schreiben-${new Date().getFullYear()}-0001.docx`)
  const document = await (await JSZip.loadAsync(readFileSync(file))).file('word/document.xml')?.async('string')
  expect(document).toContain('Ich schlage einen Termin vor.')
  expect(document).toContain('Jobcenter Musterstadt')

  await lock(window)
  await tryToUnlock(window, {})
  await window.getByRole('link', { name: /^Schreiben/ }).click()
  await window.getByRole('row', { name: /Zusammenarbeit im Netzwerk/ }).click()
  await expect(text).toContainText('Ich schlage einen Termin vor.')
  await expect(window.getByLabel('Anrede', { exact: true })).toHaveValue('Sehr geehrte Frau Dr. Muster,')
})

test('a letter can be finished, taken up again, deleted and brought back; axe finds nothing in it', async () => {
  const { window } = await launchEmptyOffice()
  await window.getByRole('link', { name: /^Schreiben/ }).click()
  await expectAccessible(window)
  await window.getByRole('link', { name: 'Briefkopf einrichten' }).click()
  await expect(window.getByLabel('Name im Briefkopf')).toHaveValue(sampleOffice.officeName)
  await expectAccessible(window)
  await window.getByRole('link', { name: /^Schreiben/ }).click()
  await window.keyboard.press('Control+n')
  await expect(window.getByRole('combobox', { name: 'Empfänger' })).toBeFocused()
  await window.getByLabel('Betreff', { exact: true }).fill('Einladung')
  await window.getByRole('button', { name: 'Fertigstellen' }).click()
  await expect(window.getByLabel('Betreff', { exact: true })).not.toBeEditable()
  await expect(window.getByRole('textbox', { name: 'Text', exact: true })).toHaveAttribute('contenteditable', 'false')
  await window.getByRole('button', { name: 'Wieder bearbeiten' }).click()
  await expect(window.getByLabel('Betreff', { exact: true })).toBeEditable()
  for (const scheme of ['light', 'dark'] as const) {
    await window.emulateMedia({ colorScheme: scheme })
    await window.getByRole('button', { name: 'Unterschrift' }).click()
    await expectAccessible(window)
  }
  await window.getByText('Verlauf', { exact: true }).click()
  await expect(window.getByText('Schreiben fertiggestellt')).toBeVisible()
  await window.getByRole('button', { name: 'Löschen' }).click()
  await expect(window.getByRole('row', { name: /Einladung/ })).toHaveCount(0)
  await window.getByRole('button', { name: 'Rückgängig', exact: true }).last().click()
  await expect(window.getByRole('row', { name: /Einladung/ })).toBeVisible()
})

test('a contact gets a letter by F5, with its address and salutation', async () => {
  const { window } = await launchDemo()
  await window.getByRole('link', { name: /^Kontakte/ }).click()
  await window.getByRole('row', { name: /Amtsgericht/ }).click()
  await expect(window.getByRole('button', { name: /^Schreiben \(F5\)/ })).toBeVisible()
  await window.keyboard.press('F5')
  await expect(window.getByLabel('Empfänger', { exact: true })).toHaveValue(/Amtsgericht/)
  await expect(window.getByLabel('Anschrift', { exact: true })).toHaveValue(/^Amtsgericht.*\n.*\n\d{5} /)
  // Three steps without a mouse: whom it goes to, what it is about, what it says.
  await expect(window.getByLabel('Betreff', { exact: true })).toBeFocused()
  await window.keyboard.press('Control+n')
  await expect(window.getByRole('combobox', { name: 'Empfänger' })).toBeFocused()
  await window.keyboard.type('jobcenter')
  await expect(window.getByRole('listbox', { name: 'Empfänger' }).getByRole('option').first()).toContainText('Jobcenter')
  await window.keyboard.press('ArrowDown')
  await window.keyboard.press('Enter')
  await expect(window.getByLabel('Betreff', { exact: true })).toBeFocused()
  await window.keyboard.type('Termin')
  await window.keyboard.press('Enter')
  await window.keyboard.type('wir laden Sie ein.')
  await expect(window.getByRole('figure', { name: 'Seite 1 von 1' })).toContainText('wir laden Sie ein.')
  await expect(window.getByLabel('Anschrift', { exact: true })).toHaveValue(/^Jobcenter/)
  await expect(window.getByLabel('Anrede', { exact: true })).toHaveValue('Sehr geehrte Damen und Herren,')
  await expect(window.getByText(/^Gespeichert \d/)).toBeVisible()
  await expect(window.getByRole('row', { name: /\/00\d\d.*Termin/ }).first()).toBeVisible()
})
