import { join } from 'node:path'
import { expectAccessible } from './support/axe.ts'
import { launchEmptyOffice } from './support/empty-office.ts'
import { expect, test } from './support/office.ts'
import { choose } from './support/steps.ts'

test('a letter about a client begins with F5 in the case, is finished only with a reason, leaves with its proof, and the register of the office knows nothing', async () => {
  const { window, app, folders } = await launchEmptyOffice({ land: 'Brandenburg' })
  const dialog = window.getByRole('dialog')
  await app.evaluate(({ dialog: native }, filePath) => {
    native.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, join(folders.temp, 'Schreiben.docx'))

  await test.step('F5 in the case', async () => {
    await window.getByRole('link', { name: /^Beratung/ }).click()
    await window.getByRole('button', { name: 'Neue ratsuchende Person' }).click()
    await window.getByLabel('Alias').fill('Linde')
    await window.getByRole('button', { name: 'Anlegen' }).click()
    await window.getByRole('button', { name: 'Verweisen' }).waitFor()
    await window.keyboard.press('F5')
    await expect(dialog.getByText('Schreiben beginnen')).toBeVisible()
    await expectAccessible(window)
    await choose(window, 'Anschreiben', 'Leeres Schreiben')
    await dialog.getByLabel('Name, Geburtsdatum und Anschrift einsetzen').uncheck()
    await dialog.getByRole('button', { name: 'Beginnen' }).click()
    await expect(window.getByText('Nr. BS-2026-001')).toBeVisible()
  })

  await test.step('no finishing without release or reason', async () => {
    await window.getByLabel('Anschrift', { exact: true }).fill('Jobcenter Nebelstadt\nAmtsweg 3\n03046 Nebelstadt')
    await window.getByLabel('Betreff').fill('Nachfrage')
    await expect(window.getByText('keine gültige Entbindung', { exact: false })).toBeVisible()
    await expectAccessible(window)
    await window.getByRole('button', { name: 'Fertigstellen' }).click()
    await expect(window.getByText('Das Schreiben bleibt Entwurf.', { exact: false })).toBeVisible()
    await window.getByRole('button', { name: 'Zweck und Weitergabe' }).click()
    await dialog.getByLabel('Warum ohne Entbindung weitergegeben werden darf').fill('Die Person gibt das Schreiben selbst ab.')
    await dialog.getByRole('button', { name: 'Speichern' }).click()
    await window.getByRole('button', { name: 'Fertigstellen' }).click()
    await expect(window.getByText('mit Grund vermerkt')).toBeVisible()
  })

  await test.step('the proof lies with the case', async () => {
    await window.getByRole('button', { name: 'Versenden' }).click()
    await dialog.getByRole('radio', { name: 'Word-Datei, bereinigt' }).click()
    await dialog.getByRole('button', { name: 'Datei speichern …' }).click()
    await expect(dialog.getByText('Bei den Unterlagen des Falls abgelegt', { exact: false })).toBeVisible()
    await dialog.getByRole('button', { name: 'Fertig' }).click()
    await window.getByRole('link', { name: /^Fall B-2026-001/ }).click()
    await expect(window.getByRole('button', { name: 'Schreiben an Jobcenter Nebelstadt versandt' })).toBeVisible()
    await window.getByRole('link', { name: /^Schreiben/ }).click()
    await expect(window.getByText('Noch kein Schreiben')).toBeVisible()
  })
})
