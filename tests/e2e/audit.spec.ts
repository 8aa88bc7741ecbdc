import { mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expectAccessibleInBothSchemes } from './support/axe.ts'
import { launchDemo } from './support/demo.ts'
import { expect, test } from './support/office.ts'

test('the log is opened for an occasion, checked and given out; the shelf writes its papers and says when one is stale', async () => {
  const { app, window } = await launchDemo()
  const folder = mkdtempSync(join(tmpdir(), 'integrationsbuero-protokoll-'))
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] })
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: `${chosen}/Protokoll.pdf` })
  }, folder)
  await window.getByRole('link', { name: /^Einstellungen/ }).click()
  const list = window.getByRole('table', { name: 'Protokoll' })

  await test.step('the chain is whole, and the log of everybody stays closed without an occasion', async () => {
    await window.getByRole('link', { name: 'Protokoll', exact: true }).click()
    await expect(window.getByText('Das Protokoll ist unversehrt.')).toBeVisible()
    await expect(window.getByRole('region', { name: 'Eigene Einträge' })).toBeVisible()
    await expect(list).not.toContainText('Asta Ablage')
    await window.getByLabel('Anlass der Einsicht').click()
    await window.getByRole('option', { name: 'Regelmäßige Prüfung' }).click()
    await window.getByRole('button', { name: 'Protokoll einsehen' }).click()
    await expect(list).toContainText('Protokoll eingesehen: Regelmäßige Prüfung')
    await expect(list).toContainText('Asta Ablage')
    await expectAccessibleInBothSchemes(window)
  })

  await test.step('it is filtered and given out, which is an entry itself', async () => {
    await window.getByRole('button', { name: 'Als PDF' }).click()
    await expect(list.getByRole('row').nth(1)).toContainText('Protokoll des Büros, als PDF')
    expect(readdirSync(folder)).toContain('Protokoll.pdf')
    await window.getByLabel('Art', { exact: true }).click()
    await window.getByRole('option', { name: 'Löschung' }).click()
    await expect(list).toContainText('Endgültig gelöscht: Kontakt, 3 Datensätze')
    await expect(list).not.toContainText('Protokoll eingesehen')
  })

  await test.step('a mark finds its entry again', async () => {
    const mark = await window.getByText(/^P\d+(-[0-9A-Z]{4}){4}$/).textContent()
    await window.getByLabel('Früheren Prüfwert vergleichen').fill(mark ?? '')
    await window.keyboard.press('Enter')
    await expect(window.getByText(/^Stimmt: Eintrag \d+/)).toBeVisible()
  })

  await test.step('six papers are written; a new period makes those stale that tell of it', async () => {
    await window.getByRole('link', { name: 'Ordner Datenschutz' }).click()
    await window.getByRole('button', { name: 'Alle als Word speichern' }).click()
    await expect(window.getByText(/^Zuletzt gespeichert/)).toHaveCount(6)
    expect(readdirSync(folder).filter((name) => name.endsWith('.docx'))).toHaveLength(6)
    await window.getByRole('link', { name: 'Protokoll', exact: true }).click()
    await window.getByLabel('Einträge aufbewahren').click()
    await window.getByRole('option', { name: '24 Monate' }).click()
    await window.getByRole('button', { name: 'Festlegen' }).click()
    await expect(window.getByText(/Einträge bleiben 24 Monate/)).toBeVisible()
    await window.getByRole('link', { name: 'Ordner Datenschutz' }).click()
    await expect(window.getByText(/Seitdem geändert: .*Aufbewahrung des Protokolls/)).toHaveCount(4)
    await expectAccessibleInBothSchemes(window)
  })
})
