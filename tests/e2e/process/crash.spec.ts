import type { Page } from '@playwright/test'
import { launchEmptyOffice } from '../support/empty-office.ts'
import { expect, test } from '../support/office.ts'
import { choose, lock, sampleOffice, tryToUnlock, unlock } from '../support/steps.ts'
import { expectEnded, officePid } from './processes.ts'

/**
 * The office process ends although nobody asked it to: by a fault, by the system, by somebody's task manager. The lock
 * screen comes up over the open screens, and no word that was typed is lost.
 */

const saved = /^Gespeichert \d\d:\d\d/

/** Unlocks over the open screens; the overview doesn't appear, because the person is still where they were. */
async function unlockOverScreens(window: Page): Promise<void> {
  await tryToUnlock(window, { passphrase: sampleOffice.passphrase })
  await expect(window.getByRole('heading', { name: 'Büro entsperren' })).toBeHidden({ timeout: 30_000 })
}

async function openNewContact(window: Page): Promise<void> {
  await window.getByRole('link', { name: /^Kontakte/ }).click()
  await expect(window.getByRole('heading', { name: 'Kontakte', exact: true })).toBeVisible()
  await window.keyboard.press('Control+n')
}

/** Creates a contact and opens it for editing. */
async function editContact(window: Page, name: string): Promise<void> {
  await openNewContact(window)
  await window.getByLabel('Name der Organisation').fill(name)
  await window.getByRole('button', { name: 'Speichern' }).click()
  await window.getByRole('article', { name }).getByRole('button', { name: 'Bearbeiten' }).click()
}

test('the text of a record that is being edited stays in the form and is saved after unlocking, by itself', async () => {
  const { app, window } = await launchEmptyOffice()
  await editContact(window, 'Jobcenter Musterstadt')
  const note = window.getByLabel('Notiz', { exact: true })
  await note.fill('Frau Muster ist dienstags da.')
  const pid = (await officePid(app))!
  process.kill(pid, 'SIGKILL')
  await expectEnded(pid)

  await expect(window.getByRole('heading', { name: 'Büro entsperren' })).toBeVisible()
  // The screens behind are out of reach, and so are their shortcuts.
  await expect(window.getByRole('textbox', { name: 'In Kontakten suchen' })).toBeHidden()
  await window.keyboard.press('Control+4')
  await window.keyboard.press('Control+k')
  await expect(window.getByPlaceholder('Suchen oder Befehl eingeben')).toBeHidden()
  await unlockOverScreens(window)
  await expect(note).toHaveValue('Frau Muster ist dienstags da.')
  await expect(window.getByText(saved)).toBeVisible()

  await lock(window)
  await unlock(window)
  await window.getByRole('link', { name: /^Kontakte/ }).click()
  await window.getByRole('row', { name: /Jobcenter Musterstadt/ }).click()
  await expect(window.getByRole('article', { name: 'Jobcenter Musterstadt' })).toContainText('Frau Muster ist dienstags da.')
})

test('a save that was under way when the process ended is done again', async () => {
  const { app, window } = await launchEmptyOffice()
  await editContact(window, 'Ausländerbehörde')
  const pid = (await officePid(app))!
  // The process stops answering, the form begins to save, and the process ends in the middle of it.
  process.kill(pid, 'SIGSTOP')
  const note = window.getByLabel('Notiz', { exact: true })
  await note.fill('Termine nur schriftlich.')
  await expect(window.getByText('Wird gespeichert')).toBeVisible()
  process.kill(pid, 'SIGKILL')
  await expectEnded(pid)
  await unlockOverScreens(window)
  await expect(note).toHaveValue('Termine nur schriftlich.')
  await expect(window.getByText(saved)).toBeVisible()
})

test('half a consultation stays in its form, can be finished, and is counted once', async () => {
  const { app, window } = await launchEmptyOffice()
  await window.getByRole('link', { name: /^Beratung/ }).click()
  await window.getByRole('tab', { name: 'Alle Beratungen' }).click()
  await expect(window.getByRole('button', { name: 'Anonyme Beratung' }).first()).toBeVisible()
  await window.keyboard.press('Control+n')
  const note = window.getByLabel('Notiz', { exact: true })
  await note.fill('Frage zum Kindergeld, noch ohne')
  const pid = (await officePid(app))!
  process.kill(pid, 'SIGKILL')
  await expectEnded(pid)

  await unlockOverScreens(window)
  await expect(note).toHaveValue('Frage zum Kindergeld, noch ohne')
  await choose(window, 'Kanal', 'telefonisch')
  await window.getByLabel('Dauer').fill('20')
  await choose(window, 'Thema', 'Aufenthaltsrecht · Verlängerung')
  await choose(window, 'Ergebnis', 'informiert')
  await window.getByRole('button', { name: 'Beratung speichern' }).click()
  await expect(window.getByRole('row', { name: /anonym/ })).toHaveCount(1)
})

test('whoever ends it again and again gets the lock screen again and again', async () => {
  const { app, window } = await launchEmptyOffice()
  for (let times = 0; times < 3; times += 1) {
    const pid = (await officePid(app))!
    process.kill(pid, 'SIGKILL')
    await expectEnded(pid)
    await expect.poll(() => officePid(app)).not.toBeNull()
    await expect(window.getByRole('heading', { name: 'Büro entsperren' })).toBeVisible()
  }
  await unlockOverScreens(window)
  await expect(window.getByRole('heading', { name: 'Übersicht', level: 1 })).toBeVisible()
})

test('when the page itself ends, the window loads it anew and what was saved is there', async () => {
  const { app } = await launchEmptyOffice()
  const heading = await app.evaluate(async ({ BrowserWindow }) => {
    const { webContents } = BrowserWindow.getAllWindows()[0]!
    const again = new Promise<void>((resolve) => webContents.once('did-finish-load', () => resolve()))
    webContents.forcefullyCrashRenderer()
    await again
    const shown = `document.querySelector('h1')?.textContent ?? ''`
    for (let tries = 0; tries < 100 && (await webContents.executeJavaScript(shown)) === ''; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    return webContents.executeJavaScript(shown) as Promise<string>
  })
  expect(heading).toBe('Übersicht')
})
