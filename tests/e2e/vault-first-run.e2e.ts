import { readdirSync } from 'node:fs'
import { launchLockedOffice } from './support/empty-office.ts'
import { expect, launchOffice, test } from './support/office.ts'
import { scanForPlainText } from './support/plain-text.ts'
import { choose, createOffice, expectOverview, lock, sampleOffice, tryToUnlock, unlock } from './support/steps.ts'
import { expectAccessibleInBothSchemes } from './support/axe.ts'

test('creating an office asks for two groups of the recovery key, and nothing typed stands readable on the disk', async () => {
  const { window, folders, close } = await launchOffice()
  await window.getByRole('button', { name: 'Neues Büro anlegen' }).click()
  await expect(window.getByText(folders.vault)).toBeVisible()

  await window.getByRole('button', { name: 'Büro anlegen', exact: true }).click()
  await expect(window.getByText('Bitte den Namen der Dienststelle eingeben.')).toBeVisible()
  await expect(window.getByText('Bitte das Bundesland auswählen.')).toBeVisible()
  await expect(window.getByText('Bitte eine Passphrase eingeben.')).toBeVisible()

  await window.getByLabel('Name der Dienststelle').fill(sampleOffice.officeName)
  await choose(window, 'Bundesland', 'Sachsen-Anhalt')
  await window.getByLabel('Ihr Name').fill(sampleOffice.personName)
  await window.getByLabel('Passphrase', { exact: true }).fill('aaaaaaaaaaaaaaaa')
  await expect(window.getByText('Stärke: sehr schwach.')).toBeVisible()
  await window.getByLabel('Passphrase', { exact: true }).fill(sampleOffice.passphrase)
  await expect(window.getByText('Stärke: sehr gut.')).toBeVisible()
  await window.getByLabel('Passphrase wiederholen').fill('etwas anderes')
  await window.getByRole('button', { name: 'Büro anlegen', exact: true }).click()
  await expect(window.getByText('Die beiden Eingaben stimmen nicht überein.')).toBeVisible()
  expect(readdirSync(folders.base)).not.toContain('vault')
  await window.getByLabel('Passphrase wiederholen').fill(sampleOffice.passphrase)
  await window.getByRole('button', { name: 'Büro anlegen', exact: true }).click()

  await expect(window.getByRole('heading', { name: 'Wiederherstellungsschlüssel' })).toBeVisible()
  const groups = (await window.getByTestId('recovery-key').innerText()).trim().split(/\s+/)
  expect(groups).toHaveLength(9)
  for (const field of await window.getByLabel(/^Gruppe \d$/).all()) await field.fill('0000000')
  await window.getByRole('button', { name: 'Weiter' }).click()
  await expect(window.getByText(/^Gruppe \d stimmt nicht mit dem Schlüssel überein\.$/)).toHaveCount(2)
  const labels = await window.locator('label').allInnerTexts()
  for (const label of labels) await window.getByLabel(label).fill(groups[Number(label.at(-1)) - 1]?.toLowerCase() ?? '')
  await window.getByRole('button', { name: 'Weiter' }).click()
  await expectOverview(window)
  await close()

  const secrets = [sampleOffice.passphrase, groups.join('-'), groups.join(''), groups[4] ?? '', sampleOffice.personName]
  const { findings, files } = scanForPlainText([folders.base], secrets)
  expect(findings).toEqual([])
  expect(files).toBeGreaterThan(5)
})

test('a wrong passphrase is told, waits longer and longer, and the right one opens', async () => {
  const { window } = await launchLockedOffice()
  for (let tries = 0; tries < 3; tries++) {
    await tryToUnlock(window, { passphrase: `ganz und gar falsch ${tries}` })
    await expect(window.getByText('Die Passphrase ist nicht richtig.')).toBeVisible()
    // The next try only counts once this one has been answered.
    await expect(window.getByRole('button', { name: 'Entsperren' })).not.toHaveAttribute('data-loading')
  }
  await expect(window.getByText(/Nächster Versuch in \d+ Sekunden?$/)).toBeVisible()
  await expect(window.getByRole('button', { name: 'Entsperren' })).toBeDisabled()
  await expect(window.getByRole('button', { name: 'Entsperren' })).toBeEnabled()
  await unlock(window)
})

test('„Passphrase vergessen“: the recovery key gives a new passphrase', async () => {
  const { window } = await launchOffice()
  const key = (await createOffice(window)).split(/\s+/)
  await lock(window)
  await window.getByRole('button', { name: 'Passphrase vergessen' }).click()
  const slip = key.with(2, `${key[2]?.startsWith('0') ? '1' : '0'}${key[2]?.slice(1)}`)
  await window.getByLabel('Wiederherstellungsschlüssel').fill(slip.join(' '))
  await window.getByRole('button', { name: 'Weiter' }).click()
  await expect(window.getByText('In Gruppe 3 stimmt ein Zeichen nicht.')).toBeVisible()
  await window.getByLabel('Wiederherstellungsschlüssel').fill(key.join('-').toLowerCase())
  await window.getByRole('button', { name: 'Weiter' }).click()
  await window.getByLabel('Passphrase', { exact: true }).fill('eine ganz neue Passphrase')
  await window.getByLabel('Passphrase wiederholen').fill('eine ganz neue Passphrase')
  await window.getByRole('button', { name: 'Speichern und entsperren' }).click()
  await expectOverview(window)
  await lock(window)
  await unlock(window, { passphrase: 'eine ganz neue Passphrase' })
})

test('the lock screen works by keyboard alone', async () => {
  const { window } = await launchLockedOffice()
  await expect(window.getByLabel('Passphrase', { exact: true })).toBeFocused()
  await window.keyboard.type(sampleOffice.passphrase)
  await window.keyboard.press('Enter')
  await expectOverview(window)
})

test('axe finds nothing before the office', async () => {
  const { window } = await launchOffice()
  await expect(window.getByRole('heading', { name: 'Willkommen im Integrationsbüro' })).toBeVisible()
  await expectAccessibleInBothSchemes(window)
  await window.getByRole('button', { name: 'Neues Büro anlegen' }).click()
  await window.getByRole('button', { name: 'Büro anlegen', exact: true }).click()
  await window.getByLabel('Passphrase', { exact: true }).fill('noch zu kurz')
  await expect(window.getByText(/^Stärke:/)).toBeVisible()
  await expectAccessibleInBothSchemes(window)
  await window.getByRole('button', { name: 'Zurück' }).click()
  await createOffice(window)
  await lock(window)
  await tryToUnlock(window, { passphrase: 'falsch' })
  await expect(window.getByText('Die Passphrase ist nicht richtig.')).toBeVisible()
  await expectAccessibleInBothSchemes(window)
  await window.getByRole('button', { name: 'Passphrase vergessen' }).click()
  await expect(window.getByLabel('Wiederherstellungsschlüssel')).toBeVisible()
  await expectAccessibleInBothSchemes(window)
})
