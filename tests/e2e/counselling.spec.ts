import type { Page } from '@playwright/test'
import { expectAccessible } from './support/axe.ts'
import { launchEmptyOffice } from './support/empty-office.ts'
import { expect, test } from './support/office.ts'
import { addAssistant, choose, lock, sampleOffice, tryToUnlock } from './support/steps.ts'

const assistant = { name: 'Assad Stein', passphrase: 'drei-rote-tassen-tanzen' }

async function openCounselling(window: Page): Promise<void> {
  await window.getByRole('link', { name: /^Beratung/ }).click()
  await expect(window.getByRole('heading', { name: 'Beratung', level: 1 })).toBeVisible()
}

async function newPerson(window: Page, alias: string): Promise<void> {
  await window.getByRole('button', { name: 'Neue ratsuchende Person' }).click()
  await expectAccessible(window)
  const field = window.getByLabel('Alias')
  // A neutral word is offered; it can be replaced.
  await expect(field).not.toHaveValue('')
  await field.fill(alias)
  await window.getByRole('button', { name: 'Anlegen' }).click()
  await expect(window.getByRole('heading', { name: new RegExp(`^B-\\d{4}-\\d{3} · „${alias}“$`) })).toBeVisible()
}

/** Fills in the least that a consultation needs. */
async function fillIn(window: Page, note: string): Promise<void> {
  await choose(window, 'Kanal', 'telefonisch')
  await window.getByLabel('Dauer').fill('20')
  await choose(window, 'Thema', 'Aufenthaltsrecht · Verlängerung')
  await choose(window, 'Ergebnis', 'informiert')
  await window.getByLabel('Notiz', { exact: true }).fill(note)
}

test('a consultation is noted by itself, changed, undone, trashed and found again', async () => {
  const { window } = await launchEmptyOffice()
  await openCounselling(window)
  await expect(window.getByText('Noch keine Beratung eingetragen')).toBeVisible()
  await expect(window.getByText(/Nur Leitung und Vertretung/)).toBeVisible()
  await expectAccessible(window)

  await newPerson(window, 'Linde')
  await window.getByRole('button', { name: 'Neue Beratung' }).click()
  const form = window.getByRole('region', { name: 'Neue Beratung' })
  await fillIn(window, 'Unterlagen für die Verlängerung besprochen.')
  await choose(window, 'Sprache', 'Dari')
  await choose(window, 'Sprachmittlung', 'Sprachmittlerin oder Sprachmittler')
  await expectAccessible(window)
  await expect(form.getByText(/^Gespeichert \d\d:\d\d$/)).toBeVisible()
  await form.getByRole('button', { name: 'Beratung speichern' }).click()
  await expect(form).toBeHidden()

  const entry = window.getByRole('listitem').filter({ hasText: 'Unterlagen für die Verlängerung' })
  await expect(entry).toContainText('telefonisch, 20 Min.')
  await expect(entry).toContainText('Dari')
  await expect(window.getByRole('row', { name: /Linde/ })).toContainText('Verlängerung')

  await entry.getByRole('button', { name: /bearbeiten/ }).click()
  await window.getByLabel('Notiz', { exact: true }).fill('Pass fehlt noch.')
  await expect(window.getByText(/^Gespeichert \d\d:\d\d$/)).toBeVisible()
  await window.getByRole('button', { name: 'Fertig' }).click()
  await expect(window.getByText('Pass fehlt noch.')).toBeVisible()

  await window.getByRole('tab', { name: 'Alle Beratungen' }).click()
  await window.getByRole('row', { name: /Linde/ }).click()
  await window.getByRole('tab', { name: 'Verlauf' }).click()
  await expect(window.getByText('Beratung eingetragen').first()).toBeVisible()
  await window.getByRole('tab', { name: 'Beratung', exact: true }).click()
  await window.getByRole('button', { name: 'In den Papierkorb' }).click()
  await expect(window.getByRole('row', { name: /Linde/ })).toBeHidden()
  await window.getByRole('button', { name: 'Rückgängig' }).last().click()
  await expect(window.getByRole('row', { name: /Linde/ })).toBeVisible()

  await window.getByLabel('Beratung durchsuchen').fill('pass')
  await expect(window.getByRole('row', { name: /Linde/ })).toBeVisible()
  await window.getByLabel('Beratung durchsuchen').fill('nirgends')
  await expect(window.getByText(/Nichts gefunden/)).toBeVisible()
  await expectAccessible(window)
})

test('an anonymous consultation counts, and half-entered text survives a lock', async () => {
  const { window } = await launchEmptyOffice()
  await openCounselling(window)
  await window.getByRole('tab', { name: 'Alle Beratungen' }).click()
  await window.keyboard.press('Control+n')
  await expect(window.getByRole('region', { name: 'Anonyme Beratung' })).toBeVisible()
  await window.getByLabel('Notiz', { exact: true }).fill('Frage zum Kindergeld, noch ohne')
  await window.getByRole('button', { name: 'Beratung speichern' }).click()
  await expect(window.getByText('Bitte einen Kanal wählen.', { exact: true })).toBeVisible()

  await lock(window)
  await tryToUnlock(window, {})
  await openCounselling(window)
  await window.getByRole('tab', { name: 'Alle Beratungen' }).click()
  await window.getByRole('button', { name: 'Anonyme Beratung' }).click()
  await expect(window.getByLabel('Notiz', { exact: true })).toHaveValue('Frage zum Kindergeld, noch ohne')
  await fillIn(window, 'Frage zum Kindergeld.')
  await window.getByRole('button', { name: 'Beratung speichern' }).click()
  await expect(window.getByRole('row', { name: /anonym/ })).toContainText('20 Min.')
  await expect(window.getByRole('heading', { name: /^Beratung am/ })).toBeVisible()
})

test('an assistant sees nothing of it', async () => {
  const { window } = await launchEmptyOffice()
  await openCounselling(window)
  await newPerson(window, 'Zirbelkiefer')

  await addAssistant(window, assistant)
  await lock(window)
  await tryToUnlock(window, assistant)
  await expect(window.getByRole('heading', { name: 'Übersicht', level: 1 })).toBeVisible()

  await expect(window.getByRole('link', { name: /^Beratung/ })).toHaveCount(0)
  await window.keyboard.press('Control+3')
  await expect(window.getByRole('heading', { name: 'Übersicht', level: 1 })).toBeVisible()
  await window.keyboard.press('Control+k')
  await window.getByLabel('Suchbegriff').fill('Zirbelkiefer')
  await expect(window.getByText(/Nichts gefunden/)).toBeVisible()
  await window.keyboard.press('Escape')
  await window.getByRole('link', { name: 'Papierkorb' }).click()
  await expect(window.getByRole('heading', { name: 'Papierkorb', level: 1 })).toBeVisible()
  await expect(window.getByText('Zirbelkiefer')).toHaveCount(0)
  // Even the address of the screen, typed in, shows no data.
  await window.evaluate(() => { location.hash = '#/counselling' })
  await expect(window.getByText('Zirbelkiefer')).toHaveCount(0)

  await lock(window)
  await tryToUnlock(window, { name: sampleOffice.personName })
  await openCounselling(window)
  await expect(window.getByRole('row', { name: /Zirbelkiefer/ })).toBeVisible()
})
