import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, launchOffice, test } from './support/office.ts'
import { choose, createOffice } from './support/steps.ts'

const axe = async (window: Page) =>
  (await new AxeBuilder({ page: window }).setLegacyMode().analyze()).violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`))

test('a person has languages, areas and a name in its own script, and is due for a check until somebody checks it', async () => {
  const { window } = await launchOffice()
  await createOffice(window)
  await window.getByRole('link', { name: /^Kontakte/ }).click()
  await window.keyboard.press('Control+n')
  await window.getByText('Person', { exact: true }).click()
  await window.getByLabel('Vornamen').fill('Rana')
  await window.getByLabel('Familienname', { exact: true }).fill('Haddad')
  await window.getByText('Name in anderer Form, Anrede im Brief').click()
  await window.getByLabel('Name in eigener Schrift').fill('رنا حداد')
  await window.getByText('Arbeitsfelder, Sprachen, Veröffentlichung').click()
  await choose(window, 'Arbeitsfelder', 'Gesundheit, Pflege')
  await window.keyboard.press('Escape')
  await choose(window, 'Sprachen', 'Arabisch')
  await window.keyboard.press('Escape')
  await choose(window, 'Veröffentlichung', 'nicht erlaubt')
  expect(await axe(window)).toEqual([])
  await window.getByRole('button', { name: 'Speichern' }).click()

  const record = window.getByRole('article', { name: 'Rana Haddad' })
  for (const text of ['رنا حداد', 'Gesundheit, Pflege', 'Arabisch', 'nicht erlaubt']) await expect(record.getByText(text, { exact: true })).toBeVisible()
  await window.getByRole('button', { name: /^Zu prüfen/ }).click()
  const rows = window.getByRole('grid', { name: 'Kontakte' }).locator('[role=row][aria-selected]')
  await expect(rows).toHaveCount(1)
  await expect(record.getByText('Noch nie geprüft')).toBeVisible()
  for (const colorScheme of ['light', 'dark'] as const) {
    await window.emulateMedia({ colorScheme })
    expect(await axe(window)).toEqual([])
  }
  await record.getByRole('button', { name: 'Heute geprüft' }).click()
  await expect(record.getByText(/^Zuletzt geprüft am \d\d\.\d\d\.20\d\d$/)).toBeVisible()
  await expect(rows).toHaveCount(0)
  await window.keyboard.press('Control+z')
  await expect(rows).toHaveCount(1)

  const search = window.getByRole('textbox', { name: 'In Kontakten suchen' })
  for (const query of ['arabisch', 'gesundheit', 'حداد']) {
    await search.fill(query)
    await expect(rows).toHaveCount(1)
    await expect(rows).toContainText('Haddad, Rana')
  }
})

test('several contacts get a tag as one step, and it is taken back as one', async () => {
  const { window } = await launchOffice()
  await createOffice(window)
  await window.getByRole('link', { name: /^Kontakte/ }).click()
  for (const name of ['Verein A', 'Verein B', 'Verein C']) {
    await window.keyboard.press('Control+n')
    await window.getByLabel('Name der Organisation').fill(name)
    await window.getByRole('button', { name: 'Speichern' }).click()
    await expect(window.getByRole('article', { name })).toBeVisible()
  }
  await window.getByRole('grid', { name: 'Kontakte' }).focus()
  await window.keyboard.press('Home')
  await window.keyboard.press('Shift+ArrowDown')
  await expect(window.getByText('2 ausgewählt')).toBeVisible()
  await window.getByRole('button', { name: 'Schlagwörter' }).click()
  const dialog = window.getByRole('dialog', { name: 'Schlagwörter für 2 Kontakte' })
  await dialog.getByLabel('Hinzufügen').fill('Netzwerk')
  await window.keyboard.press('Enter')
  expect(await axe(window)).toEqual([])
  await dialog.getByRole('button', { name: 'Anwenden' }).click()
  await expect(window.getByText('Schlagwörter von 2 Kontakten geändert')).toBeVisible()
  const rows = window.getByRole('grid', { name: 'Kontakte' }).locator('[role=row][aria-selected]')
  await window.getByRole('button', { name: 'Filter', exact: true }).click()
  await choose(window, 'Schlagwörter', 'Netzwerk')
  await window.keyboard.press('Escape')
  const filter = window.getByRole('dialog', { name: 'Filter' })
  await filter.getByLabel('ohne E-Mail').check()
  await expect(filter.getByText('2 Kontakte', { exact: true })).toBeVisible()
  expect(await axe(window)).toEqual([])
  await filter.getByRole('button', { name: 'Fertig' }).click()
  await expect(rows).toHaveCount(2)
  await window.getByRole('button', { name: 'Filter entfernen: Netzwerk' }).click()
  await expect(rows).toHaveCount(3)
  await window.getByRole('button', { name: 'Filter entfernen: ohne E-Mail' }).click()
  await window.getByRole('textbox', { name: 'In Kontakten suchen' }).fill('netzwerk')
  await expect(rows).toHaveCount(2)
  await window.getByRole('grid', { name: 'Kontakte' }).focus()
  await window.keyboard.press('Control+z')
  await expect(rows).toHaveCount(0)
})
