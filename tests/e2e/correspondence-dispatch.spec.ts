import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import PostalMime from 'postal-mime'
import { expectAccessible } from './support/axe.ts'
import { launchEmptyOffice } from './support/empty-office.ts'
import { expect, test } from './support/office.ts'
import { fillDay } from './support/steps.ts'

test('a finished letter leaves as PDF and as mail draft, and the Postausgang proves it', async () => {
  const { app, window, folders } = await launchEmptyOffice()
  await app.evaluate(({ dialog }, target) => {
    dialog.showSaveDialog = (async (...args: unknown[]) => {
      const options = args.at(-1) as { defaultPath?: string }
      return { canceled: false, filePath: `${target}/${options.defaultPath?.split(/[\\/]/).at(-1)}` }
    }) as typeof dialog.showSaveDialog
  }, folders.temp)
  const year = new Date().getFullYear()
  const dialog = window.getByRole('dialog', { name: /versenden$/ })

  await window.getByRole('link', { name: /^Schreiben/ }).click()
  await window.getByRole('button', { name: 'Neues Schreiben' }).click()
  await window.getByLabel('Betreff', { exact: true }).fill('Netzwerk')
  await window.getByRole('button', { name: 'Fertigstellen' }).click()

  await test.step('as PDF, saying what made it', async () => {
    await window.getByRole('button', { name: 'Versenden' }).click()
    await expect(dialog.getByText(/^Das PDF wird von /)).toBeVisible()
    await expect(dialog.getByText('Anschrift, Text', { exact: true })).toBeVisible()
    await fillDay(window, 'Wiedervorlage', '24.12.2030')
    await expect(dialog.getByLabel('Wiedervorlage', { exact: true })).toHaveValue('24.12.2030')
    for (const scheme of ['light', 'dark'] as const) {
      await window.emulateMedia({ colorScheme: scheme })
      await expectAccessible(window)
    }
    await dialog.getByRole('button', { name: 'Datei speichern …' }).click()
    await expect(dialog.getByRole('status')).toContainText(`Im Postausgang eingetragen unter A ${year}/`, { timeout: 40_000 })
    await expectAccessible(window)
    expect(readFileSync(join(folders.temp, `Schreiben-${year}-0001.pdf`)).toString('latin1')).toMatch(/^%PDF/)
    await dialog.getByRole('button', { name: 'Fertig' }).click()
  })

  await test.step('as mail draft', async () => {
    await window.getByRole('button', { name: 'Versenden' }).click()
    await dialog.getByLabel('E-Mail-Entwurf mit PDF').check()
    await dialog.getByLabel('An (E-Mail-Adresse)').fill('jugendamt@cottbus.example')
    await dialog.getByRole('button', { name: 'Datei speichern …' }).click()
    await expect(dialog.getByRole('status')).toContainText('Im Postausgang eingetragen', { timeout: 40_000 })
    const mail = await PostalMime.parse(readFileSync(join(folders.temp, `Schreiben-${year}-0001.eml`)))
    expect(mail).toMatchObject({ subject: 'Netzwerk', to: [{ address: 'jugendamt@cottbus.example' }], attachments: [{ mimeType: 'application/pdf' }] })
  })
})
