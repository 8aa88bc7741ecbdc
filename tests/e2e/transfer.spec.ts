import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { extractText, getDocumentProxy } from 'unpdf'
import { expectAccessible, expectAccessibleInBothSchemes } from './support/axe.ts'
import { launchEmptyOffice } from './support/empty-office.ts'
import { expect, test } from './support/office.ts'
import { lock, sampleOffice, unlock } from './support/steps.ts'

/** Next time a save dialog would open, this path is chosen. */
async function saveTo(app: ElectronApplication, path: string): Promise<string> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = (async () => ({ canceled: false, filePath })) as typeof dialog.showSaveDialog
  }, path)
  return path
}

async function openSection(window: Page, name: string): Promise<void> {
  await window.getByRole('link', { name, exact: true }).click()
  await expect(window.getByRole('heading', { name, level: 2 })).toBeVisible()
}

/** The nine groups of each sheet, from the file that was saved. */
async function codesOn(path: string): Promise<string[][]> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(readFileSync(path))))
  return text.map((page) => page.match(/\b[0-9A-HJKMNP-TV-Z]{7}\b/gu) ?? [])
}

test('the vault goes out, a successor gets a dossier, and two holders let a deputy in', async () => {
  const { app, window, folders, close } = await launchEmptyOffice()
  await window.getByRole('link', { name: /^Einstellungen/ }).click()

  await test.step('the whole vault, encrypted and read back', async () => {
    await openSection(window, 'Gesamtexport')
    await expectAccessible(window)
    const path = await saveTo(app, join(folders.base, 'export.zip'))
    const proposed = await window.getByLabel('Vorgeschlagene Passphrase').inputValue()
    await window.getByLabel('Zur Kontrolle abtippen').fill('falsch')
    await window.getByRole('button', { name: 'Exportieren …' }).click()
    await expect(window.getByText('Die beiden Eingaben stimmen nicht überein.')).toBeVisible()
    await window.getByLabel('Zur Kontrolle abtippen').fill(proposed.toLowerCase())
    await window.keyboard.press('Enter')
    await expect(window.getByText(/Das Archiv wurde zurückgelesen und stimmt/)).toBeVisible({ timeout: 20_000 })
    expect(readFileSync(path).subarray(0, 2).toString()).toBe('PK')
  })

  await test.step('a handover to somebody outside: dossier of the office', async () => {
    await window.getByRole('link', { name: 'Übergabe', exact: true }).click()
    await expect(window.getByRole('heading', { name: 'Übergabe: Nachfolge', level: 2 })).toBeVisible()
    await window.getByLabel('Name der Nachfolge').fill('Nora Nachfolge')
    await expectAccessible(window)
    await window.getByRole('button', { name: 'Weiter' }).click()
    await expect(window.getByText('Keine offenen Aufgaben.')).toBeVisible()
    await window.getByRole('button', { name: 'Fälle' }).click()
    await expect(window.getByText('Es gibt keine offenen Fälle.')).toBeVisible()
    await expectAccessible(window)
    await window.getByRole('button', { name: 'Weiter' }).click()
    await window.getByLabel('Blätter des Vertretungsfalls erneuert').check()
    const path = await saveTo(app, join(folders.base, 'Teil 1.pdf'))
    await window.getByRole('button', { name: 'Als PDF sichern' }).click()
    await expect.poll(() => existsSync(path)).toBe(true)
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(readFileSync(path))), { mergePages: true })
    expect(text).toContain('Nora Nachfolge')
  })

  const codes = await test.step('codes for two holders, proved from paper', async () => {
    await openSection(window, 'Vertretungsfall')
    await window.getByRole('button', { name: 'Vertretungsfall einrichten' }).click()
    await window.getByLabel('Person 1').fill('Helga Haupt')
    await window.getByLabel('Person 2').fill('Detlef Daten')
    await window.getByRole('button', { name: 'Weiter zu den Blättern' }).click()
    const path = await saveTo(app, join(folders.base, 'Blätter.pdf'))
    await window.getByRole('button', { name: 'Als PDF sichern' }).click()
    await expect.poll(() => existsSync(path)).toBe(true)
    const sheets = await codesOn(path)
    expect(sheets.map((groups) => groups.length)).toEqual([9, 9])
    await expectAccessible(window)
    for (const [index, name] of ['Helga Haupt', 'Detlef Daten'].entries()) {
      const field = window.getByLabel(new RegExp(`^${name}: Gruppe \\d$`))
      const group = Number(/Gruppe (\d)/.exec((await window.locator('label', { hasText: `${name}: Gruppe` }).textContent()) ?? '')?.[1])
      await field.fill(sheets[index]?.[group - 1] ?? '')
    }
    await window.getByRole('button', { name: 'Vertretungsfall einrichten' }).click()
    await expect(window.getByText(/Je zwei von: Helga Haupt · Detlef Daten/)).toBeVisible()
    return sheets
  })

  await test.step('both let a deputy in, neither alone', async () => {
    await lock(window)
    await window.getByRole('button', { name: 'Vertretungsfall: zu zweit öffnen' }).click()
    await expectAccessibleInBothSchemes(window)
    const [first = '', second = ''] = codes.map((groups) => groups.join('-'))
    await window.getByLabel('Code vom ersten Blatt').fill(first)
    await window.getByLabel('Code vom zweiten Blatt').fill(first)
    await window.getByLabel('Wer vertritt').fill('Verena Vorübergehend')
    await window.getByLabel('Anlass').fill('Unerwartete Abwesenheit')
    await window.getByLabel('Passphrase der Vertretung', { exact: true }).fill('Fünf blaue Kamele rechnen')
    await window.getByLabel('Passphrase der Vertretung wiederholen').fill('Fünf blaue Kamele rechnen')
    await window.getByRole('button', { name: 'Zu zweit öffnen' }).click()
    await expect(window.getByText(/zweimal derselbe Code/)).toBeVisible()
    await window.getByLabel('Code vom zweiten Blatt').fill(second)
    await window.getByRole('button', { name: 'Zu zweit öffnen' }).click()
    await expect(window.getByText(/Sie vertreten bis zum/)).toBeVisible()
    await window.getByRole('link', { name: /^Einstellungen/ }).click()
    for (const name of ['Vertretungsfall', 'Übergabe', 'Gesamtexport']) await expect(window.getByRole('link', { name, exact: true })).toHaveCount(0)
    await lock(window)
  })

  await test.step('the Leitung hears of it and ends it', async () => {
    await unlock(window, { name: sampleOffice.personName, passphrase: sampleOffice.passphrase })
    await expect(window.getByText(/In Ihrer Abwesenheit geöffnet: am .* für Verena Vorübergehend, durch Helga Haupt und Detlef Daten/)).toBeVisible()
    await window.getByRole('link', { name: /^Einstellungen/ }).click()
    await openSection(window, 'Vertretungsfall')
    await window.getByRole('button', { name: 'Zur Kenntnis genommen' }).click()
    await expect(window.getByText('gesehen', { exact: true })).toBeVisible()
    await expectAccessibleInBothSchemes(window)
    await window.getByRole('button', { name: 'Vertretung beenden' }).click()
    await window.getByRole('dialog').getByRole('button', { name: 'Beenden' }).click()
    await expect(window.getByText(/beendet am/)).toBeVisible({ timeout: 20_000 })
  })
  await close()
})
