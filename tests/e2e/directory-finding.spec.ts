import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, launchOffice, test } from './support/office.ts'
import { choose, expectOverview } from './support/steps.ts'

const axe = async (window: Page) =>
  (await new AxeBuilder({ page: window }).setLegacyMode().analyze()).violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`))

test('contacts are found in spite of a typing error, filtered, grouped, kept as a view and changed together', async () => {
  const { window, app } = await launchOffice({ demo: true })
  await expectOverview(window)
  await window.keyboard.press('Control+2')
  const list = window.getByRole('grid', { name: 'Kontakte' }).or(window.getByRole('treegrid', { name: 'Kontakte' }))
  const rows = list.locator('[role=row][aria-selected]')
  const search = window.getByRole('textbox', { name: 'In Kontakten suchen' })

  await test.step('parts of numbers and typing errors', async () => {
    for (const [query, name] of [['23125140', 'Krahl, Sabine'], ['5140', 'Krahl, Sabine'], ['s.krahl@', 'Krahl, Sabine']] as const) {
      await search.fill(query)
      await expect(rows.filter({ hasText: name })).toBeVisible()
    }
    await search.fill('Krhal')
    await expect(list.getByRole('row', { name: /^Ähnliche Schreibweise: .*Krahl/ })).toBeVisible()
    await expect(rows.filter({ hasText: 'Krahl, Sabine' })).toBeVisible()
    expect(await axe(window)).toEqual([])
    await window.keyboard.press('Control+k')
    await window.getByLabel('Suchbegriff').fill('Krhal')
    await expect(window.getByText(/^Ähnliche Schreibweise: .*Krahl/)).toBeVisible()
    await expect(window.getByRole('button', { name: /^Krahl, Sabine/ })).toBeVisible()
    await window.keyboard.press('Escape')
    await search.fill('')
  })

  // How many the demo office has: other features bring contacts along.
  let network = 0
  await test.step('filters combine and come off by key', async () => {
    await window.getByRole('button', { name: 'Filter', exact: true }).click()
    const dialog = window.getByRole('dialog', { name: 'Filter' })
    await choose(window, 'Schlagwörter', 'Presse')
    await window.keyboard.press('Escape')
    await dialog.getByLabel('Postleitzahl beginnt mit').fill('1')
    expect(await axe(window)).toEqual([])
    await dialog.getByRole('button', { name: 'Alle Filter entfernen' }).click()
    await choose(window, 'Schlagwörter', 'Netzwerk Integration')
    await window.keyboard.press('Escape')
    await dialog.getByLabel('ohne Telefon').check()
    await dialog.getByRole('button', { name: 'Fertig' }).click()
    await expect(window.getByText(/^\d Kontakte? im Filter$/)).toBeVisible()
    const without = await rows.count()
    await window.getByRole('button', { name: 'Filter entfernen: ohne Telefon' }).focus()
    await window.keyboard.press('Enter')
    await expect(window.getByRole('button', { name: /^Filter entfernen/ })).toHaveCount(1)
    await expect.poll(() => rows.count()).toBeGreaterThan(without)
    network = await rows.count()
  })

  await test.step('groups, columns and a view that remembers them', async () => {
    await window.getByRole('button', { name: 'Anzeige' }).click()
    await choose(window, 'Gruppieren nach', 'Ort')
    await window.getByRole('checkbox', { name: 'Telefon' }).check()
    expect(await axe(window)).toEqual([])
    await window.keyboard.press('Escape')
    await expect(list.getByRole('columnheader', { name: 'Telefon' })).toBeVisible()
    const heading = list.getByRole('row', { name: /^Musterstadt \d/ })
    await expect(heading).toHaveAttribute('aria-expanded', 'true')
    await list.focus()
    await window.keyboard.press('Home')
    await window.keyboard.press('ArrowLeft')
    await expect(list.locator('[role=row][aria-expanded=false]')).toHaveCount(1)
    await window.keyboard.press('Enter')
    await expect(list.locator('[role=row][aria-expanded=false]')).toHaveCount(0)

    await window.getByRole('button', { name: 'Ansicht', exact: true }).click()
    await window.getByRole('menuitem', { name: 'Als Ansicht speichern …' }).click()
    await window.getByLabel('Name der Ansicht').fill('Netzwerk nach Ort')
    expect(await axe(window)).toEqual([])
    await window.keyboard.press('Enter')
    const views = window.getByRole('navigation', { name: 'Ansichten' })
    await expect(views.getByRole('button', { name: /Netzwerk nach Ort/ })).toHaveAttribute('aria-current', 'true')
    await window.getByRole('navigation', { name: 'Gruppen: Kontakte' }).getByRole('button', { name: /^Alle/ }).click()
    await expect(window.getByRole('group', { name: 'Gefiltert nach' })).toHaveCount(0)
    await views.getByRole('button', { name: /Netzwerk nach Ort/ }).click()
    await expect(rows).toHaveCount(network)
    await expect(list.getByRole('row', { name: /^Musterstadt \d/ })).toBeVisible()
    for (const colorScheme of ['dark', 'light'] as const) {
      await window.emulateMedia({ colorScheme })
      expect(await axe(window)).toEqual([])
    }
  })

  await test.step('many are changed at once after a preview, as one step', async () => {
    await list.focus()
    await window.keyboard.press('Control+a')
    await expect(window.getByText(`${network} ausgewählt`)).toBeVisible()
    await window.getByRole('button', { name: 'Ändern', exact: true }).click()
    await choose(window, 'Veröffentlichung', 'erlaubt')
    await expect(window.getByText(/^\d+ Kontakte werden geändert/)).toBeVisible()
    expect(await axe(window)).toEqual([])
    await window.getByRole('button', { name: 'Anwenden' }).click()
    await expect(window.getByText(/^\d+ Kontakte geändert$/)).toBeVisible()
    await list.focus()
    await window.keyboard.press('Control+z')
    await window.getByRole('navigation', { name: 'Gruppen: Kontakte' }).getByRole('button', { name: /^Personen/ }).click()
    await expect(window.getByText(/\d ausgewählt/)).toHaveCount(0)
    await window.getByRole('button', { name: /Netzwerk nach Ort/ }).click()
    await expect(window.getByText('Rückgängig gemacht: Mehrere Kontakte geändert')).toBeVisible()
  })

  await test.step('a view is removed and comes back; one key copies, one begins a letter', async () => {
    await window.getByRole('button', { name: 'Ansicht', exact: true }).click()
    await window.getByRole('menuitem', { name: 'Löschen' }).click()
    await window.getByRole('alert').filter({ hasText: 'gelöscht' }).getByRole('button', { name: 'Rückgängig' }).click()
    await expect(window.getByRole('button', { name: /Netzwerk nach Ort/ })).toBeVisible()
    await window.getByRole('navigation', { name: 'Gruppen: Kontakte' }).getByRole('button', { name: /^Alle/ }).click()
    await search.fill('krahl')
    await expect(rows.first()).toContainText('Krahl')
    await rows.first().click()
    await list.focus()
    await window.keyboard.press('e')
    await expect.poll(() => app.evaluate(({ clipboard }) => clipboard.readText())).toBe('s.krahl@musterstadt.example')
    await search.focus()
    await window.keyboard.press('Control+Shift+T')
    await expect.poll(() => app.evaluate(({ clipboard }) => clipboard.readText())).toBe('030 23125-140')
    await list.focus()
    await window.keyboard.press('F5')
    await expect(window.getByLabel('Anschrift', { exact: true })).toHaveValue(/Krahl/)
  })
})
