import { readdirSync } from 'node:fs'
import { hostname } from 'node:os'
import type { Page } from '@playwright/test'
import { expectAccessibleInBothSchemes } from './support/axe.ts'
import { launchEmptyOffice } from './support/empty-office.ts'
import { expect, launchOffice, newFolders, test } from './support/office.ts'
import { expectOverview, sampleOffice, unlock } from './support/steps.ts'

/** Two computers, one vault: two installations with homes of their own, which know each other by the folder alone. */

async function newContact(window: Page, name: string): Promise<void> {
  await window.getByRole('link', { name: /^Kontakte/ }).click()
  await window.getByRole('button', { name: 'Neuer Kontakt' }).first().click()
  await window.getByLabel('Name der Organisation').fill(name)
  await window.getByRole('button', { name: 'Speichern', exact: true }).click()
}

test('two places share a vault: the second looks on, asks, and follows when the first gives way', async () => {
  const { window: first, folders } = await launchEmptyOffice()
  const second = await launchOffice({ folders: newFolders(), vault: folders.vault })
  const other = second.window
  const { personName, passphrase } = sampleOffice

  await test.step('the second is told who works, where and since when', async () => {
    await expect(other.getByText(`${personName} (Leitung) arbeitet gerade am Rechner „${hostname()}“.`)).toBeVisible()
    await expect(other.getByText(/^Geöffnet seit heute, \d\d:\d\d Uhr\./)).toBeVisible()
    await expect(other.getByRole('button', { name: 'Entsperren', exact: true })).toHaveCount(0)
    await expectAccessibleInBothSchemes(other)
  })

  await test.step('it looks on, sees what the first has entered, and can change nothing', async () => {
    await newContact(first, 'Verein Eins')
    await expect(first.getByText('Verein Eins').first()).toBeVisible()
    await other.getByLabel('Passphrase', { exact: true }).fill(passphrase)
    await other.getByRole('button', { name: 'Nur ansehen' }).click()
    await expectOverview(other)
    await expect(other.getByText(new RegExp(`^Nur ansehen – Stand von \\d\\d:\\d\\d Uhr, geöffnet am Rechner „${hostname()}“ von ${personName}\\. `))).toBeVisible()
    await other.getByRole('link', { name: /^Kontakte/ }).click()
    await expect(other.getByText('Verein Eins').first()).toBeVisible()
    // What would change something is greyed and says why; keys do no more than that.
    const hint = 'Nur ansehen: In dieser Kopie wird nichts geändert und nichts ausgegeben.'
    const create = other.getByRole('button', { name: 'Neuer Kontakt' }).first()
    await expect(create).toHaveAttribute('aria-disabled', 'true')
    await expect(create).toHaveAttribute('title', hint)
    await create.click({ force: true })
    await expect(other.getByText(hint).first()).toBeVisible()
    await other.keyboard.press('Control+n')
    await expect(other.getByLabel('Name der Organisation')).toHaveCount(0)
    await other.getByText('Verein Eins').first().click()
    for (const name of ['Bearbeiten', 'Zweck', 'Heute geprüft', 'Schreiben (F5)']) await expect(other.getByRole('button', { name, exact: true })).toHaveAttribute('aria-disabled', 'true')
    for (const name of ['Filter', 'Büro sperren', 'Ansehen beenden']) await expect(other.getByRole('button', { name, exact: true }).first()).not.toHaveAttribute('aria-disabled', 'true')
    await expectAccessibleInBothSchemes(other)
    // Whoever takes the grey away is refused by the office process.
    await other.evaluate(() => { for (const each of document.querySelectorAll('[data-only-looked-at]')) each.removeAttribute('data-only-looked-at') })
    await other.getByRole('button', { name: 'Heute geprüft' }).dispatchEvent('click')
    await expect(other.getByText('Das Büro ist nur zum Ansehen geöffnet.').first()).toBeVisible()
    await other.getByRole('button', { name: 'Ansehen beenden' }).click()
    await expect(other.getByRole('heading', { name: 'Büro entsperren' })).toBeVisible()
    expect(readdirSync(second.folders.temp).filter((name) => name.includes('lesekopie'))).toEqual([])
  })

  const asked = first.getByRole('alertdialog', { name: 'Bitte um Freigabe' })
  await test.step('it asks, and is answered', async () => {
    await other.getByRole('button', { name: 'Um Freigabe bitten' }).click()
    await expect(asked).toContainText(`${personName} bittet am Rechner „${hostname()}“ um das Büro`)
    await expectAccessibleInBothSchemes(first)
    await asked.getByRole('button', { name: 'Gleich fertig' }).click()
    await expect(asked).toHaveCount(0)
    await expect(other.getByText('Antwort: „Gleich fertig“.', { exact: false })).toBeVisible()
  })

  await test.step('it asks anew, the first gives way, and the second opens what was stored', async () => {
    await other.getByRole('button', { name: 'Bitte zurückziehen' }).click()
    await other.getByRole('button', { name: 'Um Freigabe bitten' }).click()
    await asked.getByRole('button', { name: 'Jetzt sperren' }).click()
    await expect(first.getByRole('heading', { name: 'Büro entsperren' })).toBeVisible()
    await expect(other.getByText('Das Büro ist jetzt frei.', { exact: false })).toBeVisible()
    await unlock(other)
    await newContact(other, 'Verein Drei')
    await expect(other.getByText('Verein Drei').first()).toBeVisible()
    await expect(other.getByText('Verein Eins').first()).toBeVisible()
    await expect(first.getByText(`${personName} (Leitung) arbeitet gerade am Rechner „${hostname()}“.`)).toBeVisible()
    expect(readdirSync(folders.vault).filter((name) => /^(frage|antwort)-/.test(name))).toEqual([])
  })
})
