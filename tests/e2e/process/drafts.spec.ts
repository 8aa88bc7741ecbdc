import { join } from 'node:path'
import { CipherConnection } from '../../../electron/office/database/driver.ts'
import { unlockWithPassphrase } from '../../../electron/office/vault/session.ts'
import { vaultStore } from '../../../electron/office/vault/vault-store.ts'
import { launchEmptyOffice } from '../support/empty-office.ts'
import { expect, test } from '../support/office.ts'
import { lock, sampleOffice, unlock } from '../support/steps.ts'

/** Text of a form that is no record yet: kept over a lock, in the database that the form belongs to and in no other. */

const note = 'Frage zum Kindergeld, noch ohne'
const organisation = 'Verein in Gründung'

/** All drafts of a database, read with the person's own keys while nobody has the vault open. */
async function draftsIn(folder: string, side: 'office' | 'counselling'): Promise<string> {
  const store = vaultStore(folder)
  const [person] = (await store.read()).list.people
  const { keys } = await unlockWithPassphrase(store, person!.id, sampleOffice.passphrase)
  const connection = new CipherConnection(join(folder, `${side}.db`), keys[side]!)
  try {
    return JSON.stringify(connection.all('SELECT form, value FROM draft'))
  } finally {
    connection.close()
  }
}

test('a lock keeps half a contact in office.db and half a consultation in counselling.db', async () => {
  const office = await launchEmptyOffice()
  const { window, folders } = office

  await window.getByRole('link', { name: /^Kontakte/ }).click()
  await expect(window.getByRole('heading', { name: 'Kontakte', exact: true })).toBeVisible()
  await window.keyboard.press('Control+n')
  await window.getByLabel('Name der Organisation').fill(organisation)
  // At once, before any draft is stored by itself.
  await lock(window)
  await unlock(window)
  await window.getByRole('link', { name: /^Kontakte/ }).click()
  await expect(window.getByRole('heading', { name: 'Kontakte', exact: true })).toBeVisible()
  await window.keyboard.press('Control+n')
  await expect(window.getByLabel('Name der Organisation')).toHaveValue(organisation)

  await window.getByRole('link', { name: /^Beratung/ }).click()
  await window.getByRole('tab', { name: 'Alle Beratungen' }).click()
  await window.keyboard.press('Control+n')
  await window.getByLabel('Notiz', { exact: true }).fill(note)
  await lock(window)
  await unlock(window)
  await window.getByRole('link', { name: /^Beratung/ }).click()
  await window.getByRole('tab', { name: 'Alle Beratungen' }).click()
  await window.keyboard.press('Control+n')
  await expect(window.getByLabel('Notiz', { exact: true })).toHaveValue(note)
  await office.close()

  const [inOffice, inCounselling] = [await draftsIn(folders.vault, 'office'), await draftsIn(folders.vault, 'counselling')]
  expect(inOffice).toContain(organisation)
  expect(inOffice).not.toContain(note)
  expect(inOffice).not.toContain('consultation')
  expect(inCounselling).toContain(note)
  expect(inCounselling).not.toContain(organisation)
})
