import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expectAccessible, expectAccessibleInBothSchemes } from './support/axe.ts'
import { launchDemo } from './support/demo.ts'
import { expect, test } from './support/office.ts'
import { choose, expectOverview } from './support/steps.ts'

test('data protection of contacts: look through, decide, destroy, inform, give access', async () => {
  const { app, window, folders } = await launchDemo()
  const saveAs = async (name: string) => {
    const path = join(folders.base, name)
    await app.evaluate(({ dialog }, filePath) => { dialog.showSaveDialog = async () => ({ canceled: false, filePath }) }, path)
    return path
  }
  await expectOverview(window)
  await window.getByRole('link', { name: /^Kontakte/ }).click()
  await window.getByRole('link', { name: 'Datenschutz' }).click()
  const rows = window.getByRole('row').filter({ has: window.getByRole('rowheader') })
  const tick = (name: RegExp) => window.getByRole('checkbox', { name }).check()

  await test.step('a contact without purpose gets one and leaves the list', async () => {
    await choose(window, 'Anlass', 'ohne Zweck')
    await expect(rows.first()).toBeVisible()
    await expectAccessibleInBothSchemes(window)
    const count = await rows.count()
    await rows.first().getByRole('checkbox').check()
    await window.getByRole('button', { name: 'Zweck eintragen' }).click()
    const dialog = window.getByRole('dialog')
    await choose(window, 'Zweck', 'Dienstliche Zusammenarbeit')
    await choose(window, 'Rechtsgrundlage', 'Öffentliche Aufgabe')
    await expectAccessible(window)
    await dialog.getByRole('button', { name: 'Eintragen' }).click()
    await expect(rows).toHaveCount(count - 1)
  })

  await test.step('what was proposed is looked at and destroyed; the log names nobody', async () => {
    await choose(window, 'Anlass', 'zur Löschung vorgeschlagen')
    await tick(/Hübner, Lena auswählen/)
    await window.getByRole('button', { name: 'Prüfen und endgültig löschen' }).click()
    const dialog = window.getByRole('dialog')
    const destroy = dialog.getByRole('button', { name: 'Endgültig löschen' })
    await expect(dialog.getByText('Lena Hübner')).toBeVisible()
    await expect(destroy).toBeDisabled()
    await expectAccessibleInBothSchemes(window)
    await dialog.getByRole('checkbox', { name: /^Geprüft/ }).check()
    await destroy.click()
    await expect(window.getByText(/^Endgültig gelöscht: 1 Kontakt/)).toBeVisible()
    await window.getByRole('tab', { name: 'Löschprotokoll' }).click()
    await expect(window.getByRole('cell', { name: 'Zweck weggefallen (Art. 17 Abs. 1 Buchst. a DSGVO)' }).first()).toBeVisible()
    await expect(window.getByText('Hübner')).toHaveCount(0)
    await expectAccessibleInBothSchemes(window)
    await window.getByRole('tab', { name: 'Angaben des Büros' }).click()
    await expect(window.getByText(/Sächsische Datenschutz/)).toBeVisible()
    await expectAccessibleInBothSchemes(window)
  })

  await test.step('a contact gets its information sheet and its access export', async () => {
    await window.getByRole('button', { name: /^Personen/ }).click()
    await window.getByRole('textbox', { name: 'In Kontakten suchen' }).fill('Krahl')
    const found = window.getByRole('grid', { name: 'Kontakte' }).locator('[role=row][aria-selected]').first()
    await expect(found).toContainText('Krahl')
    await found.click()
    const more = window.getByRole('button', { name: 'Mehr', exact: true })
    await more.click()
    await window.getByRole('menuitem', { name: /^Informationsblatt/ }).click()
    await expect(window.getByText('Pflicht zur Bereitstellung der Daten')).toBeVisible()
    await expectAccessible(window)
    const sheet = await saveAs('sheet.docx')
    await window.getByRole('button', { name: 'Als Word-Dokument speichern' }).click()
    await window.getByRole('button', { name: /^Heute ausgehändigt/ }).click()
    await expect(window.getByText(/^Nach DSGVO informiert am/)).toBeVisible()
    expect(readFileSync(sheet).subarray(0, 2).toString()).toBe('PK')

    await more.click()
    await window.getByRole('menuitem', { name: /^Auskunft/ }).click()
    const dialog = window.getByRole('dialog')
    await dialog.getByRole('radio', { name: /JSON/ }).check()
    await expect(dialog.getByRole('button', { name: 'Auskunft speichern' })).toBeDisabled()
    await expectAccessible(window)
    await dialog.getByRole('checkbox').check()
    const access = await saveAs('access.json')
    await dialog.getByRole('button', { name: 'Auskunft speichern' }).click()
    await expect(window.getByText(/^Gespeichert als „access.json“/)).toBeVisible()
    expect(JSON.parse(readFileSync(access, 'utf8'))).toMatchObject({ contact: { familyName: 'Krahl' } })
  })
})
