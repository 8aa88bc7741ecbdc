import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expectAccessibleInBothSchemes } from './support/axe.ts'
import { expect, launchOffice, test } from './support/office.ts'
import { createOffice, lock, unlock } from './support/steps.ts'

test('the office backs itself up, by hand and after locking, and says how old the last backup is', async () => {
  const { window, folders, close } = await launchOffice()
  await createOffice(window)
  const backups = join(folders.vault, 'backups')
  const sets = (): string[] => readdirSync(backups).filter((name) => name.startsWith('sicherung-'))

  await test.step('by hand, from the status bar', async () => {
    await window.getByRole('link', { name: 'Achtung: Noch keine Sicherung' }).click()
    await expect(window.getByRole('heading', { name: 'Sicherungen', level: 2 })).toBeVisible()
    await expect(window.getByText('Es gibt noch keine Sicherung.')).toBeVisible()
    await window.getByRole('button', { name: 'Jetzt sichern' }).click()
    await expect(window.getByRole('contentinfo').getByRole('link', { name: /^Sicherung heute, \d\d:\d\d$/ })).toBeVisible({ timeout: 20_000 })
    expect(sets()).toHaveLength(1)
    const row = window.getByRole('table', { name: 'Vorhandene Sicherungen' }).getByRole('row').nth(1)
    await expect(row).toContainText('geöffnet und gelesen')
    await row.getByRole('button', { name: /prüfen$/ }).click()
    await expect(row).toContainText('unversehrt')
    await expectAccessibleInBothSchemes(window)
  })

  await test.step('after locking, of the closed files; unlocking does not wait for it', async () => {
    await window.getByRole('link', { name: /^Kontakte/ }).click()
    await window.getByRole('button', { name: 'Neuer Kontakt' }).first().click()
    await window.getByLabel('Name der Organisation').fill('Verein Erstes Wort')
    await window.getByRole('button', { name: 'Speichern', exact: true }).click()
    await expect(window.getByText('Verein Erstes Wort').first()).toBeVisible()
    await lock(window)
    await expect.poll(sets).toHaveLength(2)
    await unlock(window)
  })

  await test.step('at the end, without a window', async () => {
    await window.getByRole('link', { name: /^Kontakte/ }).click()
    await window.getByRole('button', { name: 'Neuer Kontakt' }).first().click()
    await window.getByLabel('Name der Organisation').fill('Verein Letztes Wort')
    await window.getByRole('button', { name: 'Speichern', exact: true }).click()
    await expect(window.getByText('Verein Letztes Wort').first()).toBeVisible()
    await close()
    expect(sets()).toHaveLength(3)
    expect(readdirSync(backups).filter((name) => name.startsWith('.'))).toEqual([])
    expect(readdirSync(folders.vault)).not.toContain('lease.json')
  })
})
