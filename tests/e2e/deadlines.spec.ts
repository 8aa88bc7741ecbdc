import type { Page } from '@playwright/test'
import { expectAccessible } from './support/axe.ts'
import { launchEmptyOffice } from './support/empty-office.ts'
import { expect, test } from './support/office.ts'
import { choose, lock, tryToUnlock, openCounsellingTab } from './support/steps.ts'

async function openCalculator(window: Page): Promise<void> {
  await window.getByRole('link', { name: /^Beratung/ }).click()
  await openCounsellingTab(window, 'Fristenrechner')
}

test('a deadline is computed step by step for the Land of the office, and its entry survives a lock', async () => {
  const { window } = await launchEmptyOffice({ land: 'Brandenburg' })
  await openCalculator(window)
  await expect(window.getByText('Noch keine Frist gerechnet')).toBeVisible()
  await expectAccessible(window)
  await choose(window, 'Regel', 'Widerspruch gegen einen Verwaltungsakt')
  await choose(window, 'Bekanntgabe', 'einfacher Brief')
  const posted = window.getByLabel('Zur Post gegeben am')
  await posted.fill('02.03.2026')
  await posted.press('Tab')

  const result = window.getByRole('region', { name: 'Ergebnis' })
  await expect(result.locator('output')).toHaveText('Di 07.04.2026')
  await expect(result).toContainText('Sicherer Tag: Do 02.04.2026')
  for (const text of ['Gilt als bekannt gegeben – Fr 06.03.2026', '§ 41 Abs. 2', '§ 70 Abs. 1 VwGO', 'Ostermontag', 'Maßgeblich ist die Rechtsbehelfsbelehrung', 'Regel gesichert']) {
    await expect(result).toContainText(text)
  }
  await expectAccessible(window)
  await lock(window)
  await tryToUnlock(window, {})
  await openCalculator(window)
  await expect(result.locator('output')).toHaveText('Di 07.04.2026')
  await choose(window, 'Bekanntgabe', 'Postzustellungsurkunde')
  await expect(result.locator('output')).toHaveText('Do 02.04.2026')
  await window.getByRole('button', { name: 'Leeren', exact: true }).click()
  await expect(window.getByText('Noch keine Frist gerechnet')).toBeVisible()
})
