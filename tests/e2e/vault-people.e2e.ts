import type { Page } from '@playwright/test'
import { launchEmptyOffice } from './support/empty-office.ts'
import { expect, launchOffice, test } from './support/office.ts'
import { addAssistant, createOffice, expectOverview, lock, openPeople, proveRecoveryKey, sampleOffice, tryToUnlock, unlock } from './support/steps.ts'
import { expectAccessibleInBothSchemes } from './support/axe.ts'

const assistant = { name: 'Assad Stein', passphrase: 'Drei rote Tassen tanzen' }

async function actOn(window: Page, action: string): Promise<void> {
  await window.getByRole('button', { name: `Aktionen für ${assistant.name}` }).click()
  await window.getByRole('menuitem', { name: action }).click()
}

test('an assistant works without counselling, changes the own passphrase and administers nobody', async () => {
  const { window } = await launchEmptyOffice()
  await addAssistant(window, assistant)
  await lock(window)
  await unlock(window, assistant)
  await expect(window.getByRole('link', { name: 'Kontakte' })).toBeVisible()
  await expect(window.getByRole('link', { name: 'Beratung' })).toHaveCount(0)

  await openPeople(window)
  await expect(window.getByRole('button', { name: 'Person hinzufügen' })).toHaveCount(0)
  await expect(window.getByRole('button', { name: /^Aktionen für/ })).toHaveCount(0)
  await window.getByRole('button', { name: 'Eigene Passphrase ändern' }).click()
  await window.getByLabel('Bisherige Passphrase').fill('nicht die richtige')
  await window.getByLabel('Neue Passphrase', { exact: true }).fill('Danach gilt diese hier')
  await window.getByLabel('Neue Passphrase wiederholen').fill('Danach gilt diese hier')
  await window.getByRole('button', { name: 'Speichern' }).click()
  await expect(window.getByText('Die bisherige Passphrase ist nicht richtig.')).toBeVisible()
  await window.getByLabel('Bisherige Passphrase').fill(assistant.passphrase)
  await window.getByRole('button', { name: 'Speichern' }).click()
  await expect(window.getByText('Ihre neue Passphrase gilt ab sofort.')).toBeVisible()

  await lock(window)
  await tryToUnlock(window, assistant)
  await expect(window.getByText('Die Passphrase ist nicht richtig.')).toBeVisible()
  await unlock(window, { ...assistant, passphrase: 'Danach gilt diese hier' })
})

test('promotion opens counselling; removal with new keys keeps the office open and the other person out', async () => {
  const { window } = await launchEmptyOffice()
  await addAssistant(window, assistant)
  await actOn(window, 'Rolle ändern')
  await window.getByRole('radio', { name: 'Vertretung' }).check()
  await window.getByRole('button', { name: 'Speichern' }).click()
  await expect(window.getByRole('cell', { name: /^Vertretung/ })).toBeVisible()
  await lock(window)
  await unlock(window, assistant)
  await expect(window.getByRole('link', { name: 'Beratung' })).toBeVisible()

  await lock(window)
  await unlock(window, { name: sampleOffice.personName })
  await openPeople(window)
  await actOn(window, 'Entfernen')
  await expect(window.getByRole('checkbox', { name: 'Schlüssel erneuern' })).toBeChecked()
  await window.getByRole('button', { name: 'Entfernen', exact: true }).click()
  await expect(window.getByText(`${assistant.name} wurde entfernt, die Schlüssel sind erneuert.`)).toBeVisible({ timeout: 20_000 })
  await expect(window.getByRole('cell', { name: assistant.name, exact: true })).toHaveCount(0)
  await window.getByRole('link', { name: 'Kontakte' }).click()
  await expect(window.getByRole('alert')).toHaveCount(0)

  await lock(window)
  await window.getByRole('combobox', { name: 'Person' }).click()
  await expect(window.getByRole('option')).toHaveText([sampleOffice.personName])
  await window.keyboard.press('Escape')
  await unlock(window)
})

test('the last Leitung has no way to leave; a renewed recovery key replaces the old one', async () => {
  const { window } = await launchOffice()
  const old = await createOffice(window)
  await openPeople(window)
  await window.getByRole('button', { name: `Aktionen für ${sampleOffice.personName}` }).click()
  await expect(window.getByRole('menuitem')).toHaveText(['Umbenennen'])
  await window.keyboard.press('Escape')

  await window.getByRole('button', { name: 'Wiederherstellungsschlüssel erneuern' }).click()
  const renewed = await proveRecoveryKey(window)
  expect(renewed).not.toBe(old)
  await expect(window.getByText(/Der neue Wiederherstellungsschlüssel gilt/)).toBeVisible()
  await lock(window)
  await window.getByRole('button', { name: 'Passphrase vergessen' }).click()
  await window.getByLabel('Wiederherstellungsschlüssel').fill(old)
  await window.getByRole('button', { name: 'Weiter' }).click()
  await expect(window.getByText(/gehört nicht zu diesem Büro/)).toBeVisible()
  await window.getByLabel('Wiederherstellungsschlüssel').fill(renewed)
  await window.getByRole('button', { name: 'Weiter' }).click()
  await expect(window.getByRole('heading', { name: 'Neue Passphrase' })).toBeVisible()
})

test('axe finds nothing in „Personen und Zugänge“', async () => {
  const { window } = await launchEmptyOffice()
  await addAssistant(window, assistant)
  await expectAccessibleInBothSchemes(window)
  for (const action of ['Umbenennen', 'Rolle ändern', 'Neue Passphrase', 'Entfernen']) {
    await actOn(window, action)
    await expect(window.getByRole('dialog')).toBeVisible()
    await expectAccessibleInBothSchemes(window)
    await window.getByRole('button', { name: 'Abbrechen' }).click()
    await expect(window.getByRole('dialog')).toHaveCount(0)
    await expect(window.getByRole('button', { name: `Aktionen für ${assistant.name}` })).toBeFocused()
  }
  await window.getByRole('button', { name: 'Wiederherstellungsschlüssel erneuern' }).click()
  await expect(window.getByTestId('recovery-key')).toBeVisible()
  await expectAccessibleInBothSchemes(window)
})

test('somebody else can not come back to the screens of whoever worked before', async () => {
  const { app, window } = await launchEmptyOffice()
  await addAssistant(window, assistant)
  await window.getByRole('button', { name: 'Person hinzufügen' }).click()
  await window.getByLabel('Name', { exact: true }).fill('Noch nicht gespeichert')
  await app.evaluate(({ app: running }) => {
    for (const { pid, name } of running.getAppMetrics()) if (name === 'Büroprozess') process.kill(pid, 'SIGKILL')
  })
  const lockScreen = window.getByRole('heading', { name: 'Büro entsperren' })
  await expect(lockScreen).toBeVisible()
  const over = window.getByRole('dialog').filter({ has: lockScreen })
  await over.getByRole('combobox', { name: 'Person' }).click()
  await expect(over.getByRole('option')).toHaveText([sampleOffice.personName])
  await window.keyboard.press('Escape')
  await over.getByLabel('Passphrase', { exact: true }).fill(sampleOffice.passphrase)
  await over.getByRole('button', { name: 'Entsperren', exact: true }).click()
  await expect(lockScreen).toHaveCount(0)
  await expect(window.getByLabel('Name', { exact: true })).toHaveValue('Noch nicht gespeichert')

  await window.getByRole('button', { name: 'Abbrechen' }).click()
  await lock(window)
  await unlock(window, assistant)
  await expectOverview(window)
})
