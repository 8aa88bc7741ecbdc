import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expectAccessibleInBothSchemes } from './support/axe.ts'
import { launchEmptyOffice } from './support/empty-office.ts'
import { expect, test } from './support/office.ts'
import { choose, openCounsellingTab } from './support/steps.ts'

test('figures are counted, protected for others, written to a file, frozen and told to the press', async () => {
  const { window, app, folders } = await launchEmptyOffice({ land: 'Brandenburg' })
  const saveAs = (name: string) => app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, join(folders.temp, name))
  const last = new Date().getFullYear() - 1

  await test.step('eight short visits and one of another kind in the last year', async () => {
    for (const line of Array.from({ length: 9 }, (_, at) => (at === 8 ? `tel 20min Wohnen 15.3.${last}` : `tel 20min Aufenthalt 15.3.${last}`))) {
      await window.keyboard.press('F3')
      await window.getByRole('dialog').getByRole('textbox').first().fill(line)
      await window.keyboard.press('Enter')
      await expect(window.getByRole('dialog')).toBeHidden()
    }
  })

  await test.step('the origin is asked in the form, apart from everything else', async () => {
    await window.getByRole('link', { name: /^Beratung/ }).click()
    await window.getByRole('tab', { name: 'Alle Beratungen' }).click()
    await window.getByRole('row', { name: /Wohnen/ }).click()
    await window.getByRole('button', { name: 'Für die Statistik (freiwillig)' }).click()
    await choose(window, 'Herkunft', 'Syrien')
    await window.getByLabel('Wohnort (Gemeinde)').fill('Lindenau')
    await window.keyboard.press('Tab')
    await expect(window.getByText(/Gespeichert/).first()).toBeVisible()
    await expectAccessibleInBothSchemes(window)
  })

  await test.step('internal figures show all, and say that they are internal', async () => {
    await openCounsellingTab(window, 'Statistik')
    await choose(window, 'Jahr', String(last))
    const topics = window.getByRole('region', { name: 'Hauptthema' })
    await expect(topics.getByRole('row', { name: /Wohnen/ })).toContainText('1')
    await expect(window.getByText('Nur intern: ohne Schutz', { exact: false })).toBeVisible()
    await window.getByRole('button', { name: 'Was zählt als „Kontakte“?' }).click()
    await expect(window.getByText('Kontakt: eine eingetragene Beratung', { exact: false })).toBeVisible()
    await window.keyboard.press('Escape')
    await expectAccessibleInBothSchemes(window)
  })

  await test.step('for others the single visit is hidden, and what would give it away', async () => {
    await window.getByText('Veröffentlichung', { exact: true }).click()
    await window.getByText('Tabellen', { exact: true }).click()
    const table = window.getByRole('region', { name: 'Hauptthema' })
    await expect(table.getByRole('row', { name: /Wohnen/ }).getByRole('img', { name: 'nicht ausgewiesen' }).first()).toBeVisible()
    await expect(table.getByRole('row', { name: /Aufenthaltsrecht/ }).getByRole('img', { name: 'nicht ausgewiesen' }).first()).toBeVisible()
    await expect(table).toContainText('nicht ausgewiesen. 2 Felder sind')
    await expectAccessibleInBothSchemes(window)
    await saveAs('zahlen.csv')
    await window.getByRole('button', { name: 'Als CSV …' }).click()
    await expect(window.getByText('2 Felder nicht ausgewiesen', { exact: false })).toBeVisible()
    expect(readFileSync(join(folders.temp, 'zahlen.csv'), 'utf8')).toMatch(/Wohnen;•.*\r\n/)
    await window.getByRole('button', { name: 'Spalten', exact: true }).click()
    await expect(window.getByRole('region', { name: 'Hauptthema × Kanal: Kontakte' })).toContainText('telefonisch')
    await expectAccessibleInBothSchemes(window)
  })

  await test.step('the year is frozen', async () => {
    await window.getByRole('button', { name: `Jahr ${last} einfrieren …` }).click()
    await window.getByRole('button', { name: 'Jahr einfrieren …' }).click()
    await expectAccessibleInBothSchemes(window)
    await window.getByRole('button', { name: 'Einfrieren', exact: true }).click()
    const frozen = window.getByRole('region', { name: `Jahr ${last}` })
    await expect(frozen).toContainText('9 Kontakte')
    await frozen.getByRole('button', { name: 'Mit heute vergleichen' }).click()
    await expect(frozen).toContainText('Heute gezählt ergeben sich dieselben Zahlen.')
    await expect(window.getByRole('region', { name: 'Ausgegebene Tabellen' })).toContainText(`Jahr ${last}`)
    await expectAccessibleInBothSchemes(window)
  })

  await test.step('the press gets its figures', async () => {
    await window.getByText('Für die Presse', { exact: true }).click()
    await choose(window, 'Jahr', String(last))
    const text = window.getByRole('region', { name: 'Text für die Presse' })
    await expect(text).toContainText(`Im Jahr ${last} gab es 9 Beratungskontakte`)
    await expect(text).not.toContainText('Wohnen')
    await expectAccessibleInBothSchemes(window)
    await saveAs('presse.xlsx')
    await window.getByRole('button', { name: 'Excel …' }).click()
    await expect(window.getByText('„presse.xlsx“ gespeichert', { exact: false })).toBeVisible()
    expect(readFileSync(join(folders.temp, 'presse.xlsx')).subarray(0, 2).toString('latin1')).toBe('PK')
  })
})
