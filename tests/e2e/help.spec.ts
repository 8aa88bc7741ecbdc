import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { extractText, getDocumentProxy } from 'unpdf'
import { expectAccessibleInBothSchemes } from './support/axe.ts'
import { launchLockedOffice } from './support/empty-office.ts'
import { expect, test } from './support/office.ts'
import { unlock } from './support/steps.ts'

const panel = (window: Page) => window.getByRole('dialog', { name: /^Hilfe:/ })

test('F1 opens the handbook at what it says about the open screen, tab or dialog; it can be searched and saved as PDF', async () => {
  const { app, window, folders } = await launchLockedOffice()

  await test.step('at the lock screen', async () => {
    await expect(window.getByRole('heading', { name: 'Büro entsperren' })).toBeVisible()
    // The handbook comes after the first paint.
    await expect(async () => {
      await window.keyboard.press('F1')
      await expect(panel(window).getByRole('heading', { name: 'Sperren', exact: true })).toBeInViewport({ timeout: 1000 })
    }).toPass()
    await expectAccessibleInBothSchemes(window)
    await window.keyboard.press('Escape')
    await expect(panel(window)).toHaveCount(0)
    await unlock(window)
  })

  await test.step('a screen, and a dialog whose text stays', async () => {
    await window.keyboard.press('Control+2')
    await expect(window.getByRole('heading', { name: 'Kontakte', exact: true })).toBeVisible()
    await window.keyboard.press('F1')
    await expect(panel(window).getByRole('heading', { name: 'Kontakte', level: 1 })).toBeInViewport()
    await window.keyboard.press('Escape')
    await window.keyboard.press('F4')
    const dialog = window.getByRole('dialog').filter({ hasNot: window.getByLabel('Im Handbuch suchen') })
    await dialog.getByRole('textbox').first().fill('Sprachkurse abfragen')
    await window.keyboard.press('F1')
    await expect(panel(window).getByRole('heading', { name: 'Eine Aufgabe eintragen: F4' })).toBeInViewport()
    await window.keyboard.press('Escape')
    await expect(panel(window)).toHaveCount(0)
    await expect(dialog.getByRole('textbox').first()).toHaveValue('Sprachkurse abfragen')
    await window.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
  })

  await test.step('words lead to sections, links to other pages, and back', async () => {
    await window.keyboard.press('F1')
    await panel(window).getByLabel('Im Handbuch suchen').fill('wiederherstellungsprobe')
    await panel(window).getByRole('region', { name: 'Fundstellen' }).getByRole('button', { name: /^Wiederherstellungsprobe/ }).click()
    await expect(panel(window).getByRole('heading', { name: 'Wiederherstellungsprobe' })).toBeInViewport()
    await panel(window).getByRole('button', { name: 'Zurück zur vorigen Seite' }).click()
    await expect(window.getByRole('dialog', { name: 'Hilfe: Kontakte' })).toBeVisible()
    await window.keyboard.press('Escape')
  })

  await test.step('the whole handbook, with its sections, saved as PDF', async () => {
    await window.getByRole('link', { name: 'Hilfe', exact: true }).click()
    await window.getByRole('navigation', { name: 'Seiten der Hilfe' }).getByRole('link', { name: 'Sicherungen', exact: true }).click()
    await window.getByRole('link', { name: 'Einen früheren Stand wiederherstellen' }).click()
    await expect(window.getByRole('heading', { name: 'Einen früheren Stand wiederherstellen' })).toBeInViewport()
    await expectAccessibleInBothSchemes(window)
    const target = join(folders.temp, 'handbuch.pdf')
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = (() => Promise.resolve({ canceled: false, filePath })) as typeof dialog.showSaveDialog
    }, target)
    await window.getByRole('button', { name: 'Als PDF speichern' }).click()
    await expect(window.getByText('Gespeichert als „handbuch.pdf“.')).toBeVisible()
    const pdf = await getDocumentProxy(new Uint8Array(readFileSync(target)))
    const { text: lines, totalPages } = await extractText(pdf, { mergePages: true })
    const text = lines.replaceAll(/\s+/gu, ' ')
    expect(totalPages).toBeGreaterThan(30)
    for (const words of ['Für Integrationsbeauftragte, Assistenz und IT', 'Schriftstücke zu einem Vorfall', 'Einen früheren Stand wiederherstellen', `Seite ${totalPages} von ${totalPages}`]) expect(text.includes(words), words).toBe(true)
    const outline = await pdf.getOutline()
    expect(outline?.length).toBeGreaterThan(5)
  })
})
