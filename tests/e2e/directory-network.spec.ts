import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expectAccessibleInBothSchemes } from './support/axe.ts'
import { launchDemo } from './support/demo.ts'
import { expect, test } from './support/office.ts'
import { expectOverview } from './support/steps.ts'

test('who belongs to whom and who sits where: chart, picture and table, by keyboard, light and dark', async () => {
  const { app, window, folders } = await launchDemo()
  await expectOverview(window)
  await window.getByRole('link', { name: /^Kontakte/ }).click()
  await window.getByRole('link', { name: 'Netzwerk' }).click()

  await test.step('the chart opens from the list of trees, and arrow keys walk, fold and open', async () => {
    await expectAccessibleInBothSchemes(window)
    await window.getByRole('button', { name: /Stadtverwaltung Musterstadt/ }).first().click()
    const boxes = window.getByRole('treeitem')
    await expect(boxes.first()).toBeVisible()
    const all = await boxes.count()
    await boxes.first().focus()
    await window.keyboard.press('ArrowDown')
    await expect(boxes.nth(1)).toBeFocused()
    await window.keyboard.press('Home')
    await window.keyboard.press('ArrowLeft')
    await expect(boxes).toHaveCount(1)
    await window.keyboard.press('ArrowRight')
    await expect(boxes).toHaveCount(all)
    await expectAccessibleInBothSchemes(window)
    await expect(window.getByRole('region', { name: 'Gewählte Organisation' })).toContainText('Stadtverwaltung Musterstadt')
  })

  await test.step('it is saved as a picture', async () => {
    const path = join(folders.base, 'chart.svg')
    await app.evaluate(({ dialog }, filePath) => { dialog.showSaveDialog = async () => ({ canceled: false, filePath }) }, path)
    await window.getByRole('button', { name: 'Als Bild speichern' }).click()
    await expect(window.getByText('Gespeichert als „chart.svg“.')).toBeVisible()
    expect(readFileSync(path, 'utf8')).toContain('Ausländerbehörde')
  })

  await test.step('the picture shows at once who sits in several bodies', async () => {
    await window.getByText('Netzwerkbild', { exact: true }).click()
    await window.getByRole('button', { name: 'Alle Gremien' }).click()
    const person = window.getByRole('button', { name: /^Person Stern, Miriam, .*3 Verbindungen$/ })
    await person.click()
    await expect(person).toHaveAttribute('aria-pressed', 'true')
    const links = window.getByRole('list', { name: 'Verbindungen' })
    await expect(links.getByRole('listitem')).toHaveCount(3)
    await expectAccessibleInBothSchemes(window)
    await person.focus()
    await window.keyboard.press('Space')
    await expect(window.getByText('Umfeld von Stern, Miriam')).toBeVisible()
  })

  await test.step('the table sorts by seats and knows who sat there in 2020', async () => {
    await window.getByText('Wer sitzt wo?', { exact: true }).click()
    const table = window.getByRole('region', { name: 'Personen und Gremien' })
    await expect(table.getByRole('row').nth(1)).toContainText('3')
    await expectAccessibleInBothSchemes(window)
    await expect(table.getByText('Trần Văn Đức')).toHaveCount(0)
    const day = window.getByLabel('Stand am')
    await day.fill('Stand am 01.03.2020')
    await day.press('Enter')
    await expect(table.getByText('Trần Văn Đức')).toBeVisible()
    await table.getByRole('button', { name: 'Trần Văn Đức' }).click()
    await expect(window.getByRole('article', { name: 'Trần Văn Đức' })).toBeVisible()
  })
})
