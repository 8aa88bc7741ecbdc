import { readdirSync } from 'node:fs'
import { expectAccessibleInBothSchemes } from './support/axe.ts'
import { launchEmptyOffice } from './support/empty-office.ts'
import { expect, test } from './support/office.ts'
import { choose } from './support/steps.ts'

test('a serial letter says what is missing, is written, and its envelopes follow', async () => {
  const { app, window, folders } = await launchEmptyOffice()
  await app.evaluate(({ dialog }, target) => {
    dialog.showOpenDialog = (async () => ({ canceled: false, filePaths: [target] })) as typeof dialog.showOpenDialog
  }, folders.temp)

  await test.step('two contacts, one without an address, become recipients', async () => {
    await window.getByRole('link', { name: /^Kontakte/ }).click()
    for (const name of ['Verein Nord', 'Verein Süd']) {
      await window.keyboard.press('Control+n')
      await window.getByLabel('Name der Organisation').fill(name)
      if (name === 'Verein Nord') {
        await window.getByRole('button', { name: 'Anschrift', exact: true }).click()
        await window.getByLabel('Straße und Hausnummer').fill('Neumarkt 5')
        await window.getByLabel('PLZ').fill('03046')
        await window.getByLabel('Ort', { exact: true }).fill('Cottbus')
      }
      await window.getByRole('button', { name: 'Speichern', exact: true }).click()
      await expect(window.getByRole('article', { name })).toBeVisible()
    }
    await window.getByRole('button', { name: 'Ausgeben', exact: true }).first().click()
    await window.getByRole('menuitem', { name: /^Was die Liste zeigt/ }).click()
    const dialog = window.getByRole('dialog', { name: /^Ausgeben/ })
    await choose(window, 'Ausgeben als', 'Serienbrief')
    await dialog.getByRole('button', { name: 'Serienbrief vorbereiten' }).click()
  })

  const run = window.getByRole('region', { name: /^Serienbrief / })
  await test.step('what is missing stands there before anything is written', async () => {
    await expect(run.getByText('In jedem Schreiben fehlt noch: Betreff')).toBeVisible()
    await expect(run.getByText('keine Postanschrift')).toBeVisible()
    await expect(run.getByRole('button', { name: '1 Schreiben erstellen …' })).toBeDisabled()
    await expectAccessibleInBothSchemes(window)
    await run.getByRole('textbox', { name: 'Betreff' }).fill('Einladung')
    await run.getByRole('textbox', { name: 'Text', exact: true }).fill('Wir laden ein.')
    await window.keyboard.press('Tab')
    await expect(run.getByRole('button', { name: '1 Schreiben erstellen …' })).toBeEnabled()
  })

  await test.step('the letters are written, with a number and a line in the Postausgang', async () => {
    await run.getByRole('button', { name: '1 Schreiben erstellen …' }).click()
    await expect(run.getByText('1 Schreiben, 1 ausgelassen.')).toBeVisible()
    expect(readdirSync(folders.temp)).toContain('Serienbrief.docx')
    await expect(run.getByRole('cell', { name: 'ausgelassen: keine Postanschrift' })).toBeVisible()
    await expectAccessibleInBothSchemes(window)
  })

  await test.step('envelopes say whether a window would do', async () => {
    await run.getByRole('button', { name: 'Umschläge …' }).click()
    await expect(window.getByRole('dialog', { name: 'Umschläge' }).getByText(/sind alle Anschriften ganz zu sehen/)).toBeVisible()
    await expectAccessibleInBothSchemes(window)
    await window.keyboard.press('Escape')
  })
})
