import { existsSync, mkdtempSync, readFileSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { expectAccessibleInBothSchemes } from './support/axe.ts'
import { launchDemo } from './support/demo.ts'
import { expect, test } from './support/office.ts'
import { openCounsellingTab } from './support/steps.ts'

/** The folder and save dialogs answer with this path. */
async function chooses(app: ElectronApplication, path: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] })
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen })
  }, path)
}

/** Puts the notices away: one that is fading has too little contrast for a moment. */
async function closeNotices(window: Page): Promise<void> {
  const close = window.getByRole('button', { name: 'Hinweis schließen' })
  await close.evaluateAll((buttons) => buttons.forEach((button) => (button as HTMLElement).click()))
  await expect(close).toHaveCount(0)
}

test('a case: purposes, access export with blackening, restriction; destruction by two persons up to the signed record', async () => {
  const { app, window } = await launchDemo()
  const folder = mkdtempSync(join(tmpdir(), 'integrationsbuero-auskunft-'))
  const dialog = window.getByRole('dialog')
  await window.getByRole('link', { name: /^Beratung/ }).click()
  await window.getByRole('button', { name: 'Neue ratsuchende Person' }).click()
  await window.getByLabel('Alias').fill('Grasnelke')
  await window.getByRole('button', { name: 'Anlegen' }).click()

  await test.step('the other side is entered, whose name must not go out', async () => {
    await window.getByRole('tab', { name: 'Person' }).click()
    await window.getByRole('button', { name: 'Gegenseite', exact: true }).click()
    await window.getByLabel('Name der Gegenseite').fill('Grollmann Wohnbau')
    await window.getByRole('button', { name: 'Speichern' }).last().click()
    await expect(window.getByRole('list', { name: 'Gegenseite' })).toContainText('Grollmann')
  })

  await test.step('a purpose is entered', async () => {
    await window.getByRole('tab', { name: 'Weiteres' }).click()
    await window.getByRole('button', { name: 'Zweck', exact: true }).click()
    await expect(dialog).toBeVisible()
    await expectAccessibleInBothSchemes(window)
    await dialog.getByRole('button', { name: 'Eintragen' }).click()
    await expect(window.getByRole('list', { name: 'Zwecke' })).toContainText('Beratung und Unterstützung')
    await expectAccessibleInBothSchemes(window)
  })

  await test.step('everything is read, a name blackened, and given out', async () => {
    await chooses(app, folder)
    await window.getByRole('button', { name: /^Auskunft/ }).click()
    await dialog.getByLabel('Anlass').fill('Antrag vom 3. März')
    await dialog.getByRole('button', { name: 'Sammeln und durchlesen' }).click()
    await dialog.getByRole('button', { name: /Grollmann Wohnbau/ }).click()
    await expect(dialog.getByText('1 Stelle geschwärzt.')).toBeVisible()
    await expectAccessibleInBothSchemes(window)
    await dialog.getByLabel('Wie die Identität geprüft wurde').fill('Reisepass gesehen')
    await dialog.getByRole('button', { name: /^In einen Ordner speichern/ }).click()
    await expect.poll(() => existsSync(join(folder, 'Auskunft.json'))).toBe(true)
    await expect(window.getByText(/^Auskunft erteilt am/)).toBeVisible()
    expect(readdirSync(folder).sort()).toEqual(['Auskunft.json', 'Auskunft.pdf'])
    expect(readFileSync(join(folder, 'Auskunft.json'), 'utf8')).not.toContain('Grollmann')
  })

  await test.step('a restricted case is looked at and nothing else', async () => {
    await window.getByRole('button', { name: /^Einschränken/ }).click()
    await dialog.getByLabel('Worum es geht').fill('Alter bestritten')
    await dialog.getByRole('button', { name: 'Einschränken', exact: true }).click()
    await expect(window.getByText(/^Verarbeitung eingeschränkt seit/)).toBeVisible()
    await expect(window.getByRole('button', { name: /^Auskunft/ })).toBeDisabled()
    await window.getByRole('button', { name: 'Einschränkung aufheben' }).click()
    await expect(window.getByText(/^Verarbeitung eingeschränkt seit/)).toHaveCount(0)
  })

  await test.step('a single paper is proposed where it lies; whoever proposed it does not confirm', async () => {
    await window.getByRole('row', { name: /Linde/ }).first().click()
    await window.getByRole('tab', { name: 'Unterlagen' }).click()
    await window.getByRole('button', { name: 'Endgültig löschen …' }).first().click()
    await expect(dialog.getByText(/Erster von zwei Schritten/)).toBeVisible()
    await dialog.getByRole('combobox', { name: 'Grund' }).click()
    await window.getByRole('option', { name: /^Löschung verlangt/ }).click()
    await dialog.getByRole('button', { name: 'Vorschlagen' }).click()
    await expect(window.getByText(/zur Löschung vorgeschlagen$/)).toBeVisible()
    await closeNotices(window)
    await expectAccessibleInBothSchemes(window)
    await window.getByRole('button', { name: 'Prüfen und endgültig löschen' }).click()
    await expect(dialog.getByText(/Bestätigen kann: Viktor Vorlage/)).toBeVisible()
    await dialog.getByRole('checkbox').check()
    await expect(dialog.getByRole('button', { name: 'Endgültig löschen' })).toBeDisabled()
    await window.keyboard.press('Escape')
    await window.getByRole('button', { name: 'Vorschlag zurücknehmen' }).click()
    await expect(window.getByText(/zur Löschung vorgeschlagen$/)).toHaveCount(0)
  })

  await test.step('what the deputy has proposed is looked at, confirmed and gone', async () => {
    await openCounsellingTab(window, 'Datenschutz')
    await expect(window.getByRole('row', { name: /Pappel/ })).toBeVisible()
    await closeNotices(window)
    await expectAccessibleInBothSchemes(window)
    await window.getByText(/^zur Löschung vorgeschlagen \(1\)/).click()
    const proposed = window.getByRole('checkbox', { name: /^B-.* auswählen/ })
    await expect(proposed).toHaveCount(1)
    await proposed.check()
    await window.getByRole('button', { name: 'Prüfen und endgültig löschen' }).click()
    await expect(dialog.getByText(/^Sicherungen: außerhalb des Tresors längstens bis/)).toBeVisible()
    await expectAccessibleInBothSchemes(window)
    await dialog.getByRole('checkbox').check()
    await dialog.getByRole('button', { name: 'Endgültig löschen' }).click()
    await expect(window.getByText('Hier ist derzeit nichts zu prüfen.')).toBeVisible({ timeout: 15_000 })
  })

  await test.step('the signed record names who and how much and no client, and is printed', async () => {
    await window.getByRole('tab', { name: 'Löschprotokoll' }).click()
    await expect(window.getByText('Das Protokoll ist unversehrt')).toBeVisible()
    await expect(window.getByRole('row', { name: /^LP-\d{4}-0001/ })).toContainText('Viktor Vorlage, bestätigt von Mara Muster')
    await expect(window.getByRole('table', { name: 'Löschprotokoll' })).not.toContainText('Buche')
    await closeNotices(window)
    await expectAccessibleInBothSchemes(window)
    const printed = join(folder, 'Protokoll.pdf')
    await chooses(app, printed)
    await window.getByRole('button', { name: /^LP-.* als PDF/ }).click()
    await expect.poll(() => existsSync(printed)).toBe(true)
    await window.getByRole('tab', { name: 'Fristen und Hinweise' }).click()
    await expect(window.getByText(/§ 87 AufenthG/).first()).toBeVisible()
    await closeNotices(window)
    await expectAccessibleInBothSchemes(window)
  })
})
