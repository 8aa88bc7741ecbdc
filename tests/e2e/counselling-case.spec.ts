import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expectAccessible } from './support/axe.ts'
import { launchEmptyOffice } from './support/empty-office.ts'
import { expect, test } from './support/office.ts'
import { lock, tryToUnlock } from './support/steps.ts'

async function openCase(window: Page, tab: string): Promise<void> {
  await window.getByRole('link', { name: /^Beratung/ }).click()
  await window.getByRole('row', { name: /Linde/ }).click()
  await window.getByRole('tab', { name: tab }).click()
}

/** Every file below a folder, by its path. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

test('the identity opens on purpose and is logged; a paper is opened through a folder that is wiped', async () => {
  const { window, folders } = await launchEmptyOffice()
  const viewed = (): string[] => filesBelow(folders.temp).filter((path) => path.includes('integrationsbuero-ansicht-'))

  await test.step('identity', async () => {
    await window.getByRole('link', { name: /^Beratung/ }).click()
    await window.getByRole('button', { name: 'Neue ratsuchende Person' }).click()
    await window.getByLabel('Alias').fill('Linde')
    await window.getByRole('button', { name: 'Anlegen' }).click()
    await window.getByRole('tab', { name: 'Person' }).click()
    await expectAccessible(window)
    await window.getByLabel('Anlass (freiwillig)').fill('Anruf beim Jobcenter')
    await window.getByRole('button', { name: 'Identität öffnen' }).click()
    await window.getByLabel('Familienname').fill('Beispielkaya')
    await window.getByLabel('Geburtsdatum', { exact: true }).fill('3.1988')
    await window.getByRole('button', { name: 'Nachweis', exact: true }).click()
    await expect(window.getByText(/^Gespeichert \d\d:\d\d$/)).toBeVisible()
    await expectAccessible(window)
    // Leaving closes it, visitor mode too.
    await window.getByRole('tab', { name: 'Verlauf' }).click()
    await window.getByRole('tab', { name: 'Person' }).click()
    await expect(window.getByLabel('Familienname')).toHaveCount(0)
    await window.getByRole('button', { name: 'Identität öffnen' }).click()
    await expect(window.getByLabel('Familienname')).toHaveValue('Beispielkaya')
    await expect(window.getByLabel('Geburtsdatum', { exact: true })).toHaveValue('03.1988')
    await window.keyboard.press('Control+.')
    await expect(window.getByLabel('Familienname')).toHaveCount(0)
    await window.keyboard.press('Control+.')
    await window.getByRole('tab', { name: 'Weiteres' }).click()
    await expect(window.getByRole('list', { name: /^Zugriffe/ }).getByRole('listitem')).toHaveCount(2)
    await expect(window.getByText(/Anruf beim Jobcenter/)).toBeVisible()
    await expectAccessible(window)
  })

  await test.step('found by the name, with a reason, and the case says so', async () => {
    await window.keyboard.press('Control+1')
    await window.keyboard.press('Control+Shift+F')
    const dialog = window.getByRole('dialog', { name: 'Ratsuchende nach Namen suchen' })
    await dialog.getByLabel('Name', { exact: true }).fill('BEISPIELKAYA')
    await window.keyboard.press('Enter')
    await expect(dialog.getByText('Bitte den Anlass nennen.')).toBeVisible()
    await expectAccessible(window)
    await dialog.getByLabel('Anlass').fill('steht am Empfang')
    await window.keyboard.press('Enter')
    const hit = dialog.getByRole('button', { name: /„Linde“/ })
    await expect(hit).toBeFocused()
    await expectAccessible(window)
    await window.keyboard.press('Enter')
    await window.getByRole('tab', { name: 'Weiteres' }).click()
    await expect(window.getByRole('list', { name: /^Zugriffe/ })).toContainText('steht am Empfang')
    // The name is in no index of the global search.
    await window.keyboard.press('Control+k')
    await window.getByLabel('Suchbegriff').fill('Beispielkaya')
    await expect(window.getByText('Nichts gefunden. Gesucht wird nach Wortanfängen.')).toBeVisible()
    await window.keyboard.press('Escape')
  })

  await test.step('household and other side', async () => {
    await window.getByRole('tab', { name: 'Person' }).click()
    await window.getByRole('button', { name: 'Person', exact: true }).click()
    await window.getByLabel('Name oder Alias').fill('Tochter')
    await window.getByLabel('Geburtsjahr').fill('2014')
    await window.locator('form').filter({ has: window.getByLabel('Geburtsjahr') }).getByRole('button', { name: 'Speichern' }).click()
    await expect(window.getByRole('list', { name: 'Haushalt und Familie' })).toContainText('geboren 2014')
    await window.getByRole('button', { name: 'Gegenseite', exact: true }).click()
    await window.getByLabel('Name der Gegenseite').fill('Muster Wohnbau')
    await expectAccessible(window)
    await window.locator('form').filter({ has: window.getByLabel('Name der Gegenseite') }).getByRole('button', { name: 'Speichern' }).click()
    await expect(window.getByRole('list', { name: 'Gegenseite' })).toContainText('Muster Wohnbau')
  })

  await test.step('papers', async () => {
    await window.getByRole('tab', { name: 'Unterlagen' }).click()
    await window.getByLabel('Unterlagen', { exact: true }).and(window.locator('input')).setInputFiles([
      { name: 'Bescheid Jobcenter.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 Geheimnis Mondscheinsonate') },
      { name: 'Bild.png', mimeType: 'image/png', buffer: Buffer.from('MZ\u0090\0kein Bild') },
      { name: 'Notiz.txt', mimeType: 'text/plain', buffer: Buffer.from('Mietvertrag fehlt noch.') },
    ])
    await expect(window.getByRole('alert').filter({ hasText: 'Bild.png' })).toBeVisible()
    await expect(window.getByText('Bescheid Jobcenter', { exact: true })).toBeVisible()
    await window.getByRole('button', { name: 'Ansehen' }).click()
    await expect(window.getByLabel('Text von „Notiz“')).toHaveValue('Mietvertrag fehlt noch.')
    await expectAccessible(window)
    await window.getByRole('listitem').filter({ hasText: 'Bescheid' }).getByRole('button', { name: 'Öffnen' }).click()
    await expect.poll(viewed).toEqual([expect.stringMatching(/Unterlage-1\.pdf$/)])
    const [path = ''] = viewed()
    expect(statSync(join(path, '..')).mode & 0o777).toBe(0o700)
    await lock(window)
    expect(viewed()).toEqual([])
  })

  await test.step('after the lock everything is closed, and the papers are there', async () => {
    await tryToUnlock(window, {})
    await openCase(window, 'Person')
    await expect(window.getByRole('button', { name: 'Identität öffnen' })).toBeVisible()
    await openCase(window, 'Unterlagen')
    await expect(window.getByText('Notiz', { exact: true })).toBeVisible()
  })
})
