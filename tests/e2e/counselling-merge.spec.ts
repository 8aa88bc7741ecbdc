import { expectAccessibleInBothSchemes } from './support/axe.ts'
import { launchDemo } from './support/demo.ts'
import { expect, test } from './support/office.ts'
import { expectOverview } from './support/steps.ts'

test('two cases of the same person become one after a preview, and one step takes it back', async () => {
  const { window } = await launchDemo()
  await expectOverview(window)
  await window.getByRole('link', { name: /^Beratung/ }).click()
  await window.getByRole('row', { name: /Ahorn/ }).click()
  await expect(window.getByRole('heading', { name: /„Ahorn“$/ })).toBeVisible()
  await window.getByRole('tab', { name: 'Weiteres' }).click()
  await window.getByRole('button', { name: /zusammenführen/ }).click()
  const dialog = window.getByRole('dialog')
  await dialog.getByRole('combobox').first().fill('Fjord')
  await window.getByRole('option', { name: /Fjord/ }).click()
  const moves = dialog.getByRole('form', { name: 'Zusammenführen' })
  await expect(moves).toContainText('Offene Fristen, die weiterlaufen')
  await expect(moves).toContainText('Untätigkeitsklage in der Einbürgerung')
  await expectAccessibleInBothSchemes(window)
  await moves.getByRole('button', { name: 'Zusammenführen', exact: true }).click()
  await expect(dialog).toHaveCount(0)
  const rows = window.getByRole('row')
  await expect(rows.filter({ hasText: 'Fjord' })).toHaveCount(0)
  await window.getByRole('tab', { name: 'Fristen' }).last().click()
  await expect(window.getByRole('article').getByText('Untätigkeitsklage in der Einbürgerung')).toBeVisible()
  await window.getByRole('heading', { name: /„Ahorn“$/ }).click()
  await window.keyboard.press('Control+z')
  await expect(rows.filter({ hasText: 'Fjord' })).toHaveCount(1)
})
