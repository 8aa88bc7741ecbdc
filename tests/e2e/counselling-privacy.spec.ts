import { existsSync, mkdtempSync, readFileSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { ElectronApplication, Page } from '@playwright/test'
import { expect, launchOffice, test } from './support/office.ts'
import { createOffice } from './support/steps.ts'

async function expectAccessible(window: Page): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await window.emulateMedia({ colorScheme })
    const { violations } = await new AxeBuilder({ page: window }).setLegacyMode().analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([])
  }
}

/** The folder dialog answers with this folder. */
async function chooses(app: ElectronApplication, folder: string): Promise<void> {
  await app.evaluate(({ dialog }, path) => { dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] }) }, folder)
}

test('a case: purposes, access export with blackening, restriction; what is proposed waits for the next day', async () => {
  const { app, window } = await launchOffice()
  await createOffice(window)
  await window.getByRole('link', { name: /^Beratung/ }).click()
  await window.getByRole('button', { name: 'Neue ratsuchende Person' }).click()
  await window.getByLabel('Alias').fill('Linde')
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
    await expect(window.getByRole('dialog')).toBeVisible()
    await expectAccessible(window)
    await window.getByRole('dialog').getByRole('button', { name: 'Eintragen' }).click()
    await expect(window.getByRole('list', { name: 'Zwecke' })).toContainText('Beratung und Unterstützung')
    await expectAccessible(window)
  })

  await test.step('everything is read, a name blackened, and given out', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'integrationsbuero-auskunft-'))
    await chooses(app, folder)
    await window.getByRole('button', { name: /^Auskunft/ }).click()
    const dialog = window.getByRole('dialog')
    await dialog.getByLabel('Anlass').fill('Antrag vom 3. März')
    await dialog.getByRole('button', { name: 'Sammeln und durchlesen' }).click()
    await dialog.getByRole('button', { name: /Grollmann Wohnbau/ }).click()
    await expect(dialog.getByText('1 Stelle geschwärzt.')).toBeVisible()
    await expectAccessible(window)
    await dialog.getByLabel('Wie die Identität geprüft wurde').fill('Reisepass gesehen')
    await dialog.getByRole('button', { name: /^In einen Ordner speichern/ }).click()
    await expect.poll(() => existsSync(join(folder, 'Auskunft.json'))).toBe(true)
    await expect(window.getByText(/^Auskunft erteilt am/)).toBeVisible()
    expect(readdirSync(folder).sort()).toEqual(['Auskunft.json', 'Auskunft.pdf'])
    expect(readFileSync(join(folder, 'Auskunft.json'), 'utf8')).not.toContain('Grollmann')
  })

  await test.step('a restricted case is looked at and nothing else', async () => {
    await window.getByRole('button', { name: /^Einschränken/ }).click()
    await window.getByRole('dialog').getByLabel('Worum es geht').fill('Alter bestritten')
    await window.getByRole('dialog').getByRole('button', { name: 'Einschränken', exact: true }).click()
    await expect(window.getByText(/^Verarbeitung eingeschränkt seit/)).toBeVisible()
    await expect(window.getByRole('button', { name: /^Auskunft/ })).toBeDisabled()
    await window.getByRole('button', { name: 'Einschränkung aufheben' }).click()
    await expect(window.getByText(/^Verarbeitung eingeschränkt seit/)).toHaveCount(0)
  })

  await test.step('proposed today, nothing is destroyed today; the archive has to answer', async () => {
    await window.getByRole('button', { name: 'Zur Löschung vorschlagen' }).click()
    await window.getByRole('dialog').getByRole('combobox', { name: 'Grund' }).click()
    await window.getByRole('option', { name: /^Löschung verlangt/ }).click()
    await window.getByRole('dialog').getByRole('button', { name: 'Vorschlagen' }).click()
    await window.getByRole('tab', { name: 'Datenschutz' }).click()
    await expectAccessible(window)
    await window.getByRole('combobox', { name: 'Anlass' }).click()
    await window.getByRole('option', { name: /^zur Löschung vorgeschlagen \(1\)/ }).click()
    await window.getByRole('checkbox', { name: /^B-.* auswählen/ }).check()
    await window.getByRole('button', { name: 'Prüfen und endgültig löschen' }).click()
    const dialog = window.getByRole('dialog')
    await expect(dialog.getByText(/Antwort des Archivs fehlt/)).toBeVisible()
    await expect(dialog.getByRole('button', { name: 'Endgültig löschen' })).toBeDisabled()
    await expectAccessible(window)
    await window.keyboard.press('Escape')
    await window.getByRole('tab', { name: 'Fristen und Hinweise' }).click()
    await expect(window.getByText(/§ 87 AufenthG/).first()).toBeVisible()
    await expectAccessible(window)
  })
})
