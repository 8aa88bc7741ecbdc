import type { Page } from '@playwright/test'
import { expectAccessible } from './support/axe.ts'
import { launchEmptyOffice } from './support/empty-office.ts'
import { expect, test } from './support/office.ts'
import { lock, tryToUnlock } from './support/steps.ts'

const field = (window: Page) => window.getByLabel('Schnelleintrag', { exact: true })
const understood = (window: Page) => window.getByRole('list', { name: 'So verstanden' })

test('a consultation in one line, promoted to a case, and a second one in that case', async () => {
  const { window } = await launchEmptyOffice()
  await window.keyboard.press('F3')
  await field(window).fill('tel 18 Aufenthlat Dari Lotse ja #Wohnen Pass fehlt')
  for (const chip of ['telefonisch', '20 Min.', 'Dari', 'Wohnen', 'Vorgabe']) await expect(understood(window)).toContainText(chip)
  await expect(window.getByText('„Pass“ nicht erkannt')).toBeVisible()
  await expectAccessible(window)

  // Nothing is guessed and nothing is stored as long as words are open.
  await field(window).press('Enter')
  await expect(window.getByText(/Bitte erst klären/)).toBeVisible()
  await window.getByRole('button', { name: 'Thema: aufenthalt' }).click()
  await window.getByRole('button', { name: 'Unbekanntes als Notiz' }).click()
  await expect(field(window)).toHaveValue('tel 18 aufenthalt Dari Lotse ja #Wohnen „Pass fehlt“')
  await window.getByRole('button', { name: 'Sprache: Dari entfernen' }).click()
  await expect(field(window)).toHaveValue('tel 18 aufenthalt Lotse ja #Wohnen „Pass fehlt“')
  await expect(window.getByText('Vollständig. Enter speichert.')).toBeVisible()
  await field(window).press('Enter')
  await expect(field(window)).toBeHidden()
  await expect(window.getByText('Anonyme Beratung eingetragen.')).toBeVisible()

  await window.getByRole('button', { name: 'Zum Fall machen' }).click()
  await window.getByLabel('Alias').fill('Linde')
  await window.getByRole('button', { name: 'Anlegen', exact: true }).click()
  await expect(window.getByRole('heading', { name: /^B-\d{4}-001 · „Linde“$/ })).toBeVisible()
  await expect(window.getByRole('listitem').filter({ hasText: 'Pass fehlt' })).toContainText('telefonisch, 20 Min.')

  // On the screen of a case the line begins with it.
  await window.keyboard.press('F3')
  await expect(field(window)).toHaveValue(/^@B-\d{4}-001 $/)
  await field(window).fill('@lind pers 1h Asyl verwiesen – zur Verfahrensberatung')
  await expect(window.getByText('Einen Fall „lind“ gibt es nicht.')).toBeVisible()
  await window.getByRole('button', { name: /^B-\d{4}-001 · Linde$/ }).click()
  await expect(window.getByText('Vollständig. Enter speichert.')).toBeVisible()
  await field(window).press('Enter')
  await expect(field(window)).toBeHidden()
  await expect(window.getByRole('listitem').filter({ hasText: 'zur Verfahrensberatung' })).toContainText('persönlich (Büro), 60 Min.')
  await window.getByRole('button', { name: 'Rückgängig' }).last().click()
  await expect(window.getByText('zur Verfahrensberatung')).toHaveCount(0)
})

test('a line survives a lock and moves to the full form', async () => {
  const { window } = await launchEmptyOffice()
  await window.getByRole('button', { name: /^Schnelleintrag/ }).click()
  await field(window).fill('tel 20 Kindergeld Farsi, Rest folgt')
  await lock(window)
  await tryToUnlock(window, {})
  await expect(window.getByRole('heading', { name: 'Übersicht', level: 1 })).toBeVisible()
  await window.keyboard.press('F3')
  await expect(field(window)).toHaveValue('tel 20 Kindergeld Farsi, Rest folgt')
  await window.getByRole('button', { name: 'Ausführlich eintragen' }).click()
  await expect(window.getByRole('region', { name: 'Anonyme Beratung' })).toBeVisible()
  await expect(window.getByLabel('Notiz', { exact: true })).toHaveValue('Rest folgt')
  await expect(window.getByLabel('Dauer')).toHaveValue('20 Min.')
  await window.keyboard.press('F3')
  await expect(field(window)).toHaveValue('')
})
