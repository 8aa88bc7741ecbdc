import type { Page } from '@playwright/test'
import { launchEmptyOffice } from './support/empty-office.ts'
import { expect, test } from './support/office.ts'
import { scanForPlainText } from './support/plain-text.ts'
import { addAssistant, choose, expectOverview, lock, openCounsellingTab, tryToUnlock } from './support/steps.ts'

const assistant = { name: 'Asta Ablage', passphrase: 'Drei rote Tassen tanzen' }
/** What an assistant must not come across, by screen, search or file. */
const secrets = ['Zirbelkiefer', 'Nebelkrähe', 'Absage wegen des Namens', 'Schuldnerhilfe Beispiel']
const day = new Date()

/** Seven people of an open hour, as they are noted. */
const openHour = [
  'pers 10min Aufenthalt', 'pers 15min Wohnen Lotse ja', 'pers 5min Aufenthalt', 'tel 10min Aufenthalt', 'pers 20min Aufenthalt', 'pers 15min Aufenthalt', 'pers 10min Aufenthalt',
]

async function note(window: Page, line: string): Promise<void> {
  await window.keyboard.press('F3')
  await window.getByLabel('Schnelleintrag', { exact: true }).fill(line)
  await expect(window.getByText('Vollständig. Enter speichert.')).toBeVisible()
  await window.keyboard.press('Enter')
  await expect(window.getByLabel('Schnelleintrag', { exact: true })).toBeHidden()
}

async function promote(window: Page, alias: string): Promise<void> {
  await window.getByRole('button', { name: 'Zum Fall machen' }).last().click()
  await window.getByLabel('Alias').fill(alias)
  await window.getByRole('button', { name: 'Anlegen', exact: true }).click()
  await expect(window.getByRole('heading', { name: new RegExp(`„${alias}“$`, 'u') })).toBeVisible()
}

test('a day of counselling, and nothing of it for the assistant', async () => {
  const { window, folders } = await launchEmptyOffice({ land: 'Brandenburg' })
  await window.keyboard.press('Control+.')

  await test.step('open hour: seven people, two of them promoted to cases', async () => {
    for (const [at, line] of openHour.entries()) {
      await note(window, line)
      if (at === 1) await promote(window, 'Zirbelkiefer')
      if (at === 5) await promote(window, 'Nebelkrähe')
    }
    await window.getByRole('link', { name: /^Beratung/ }).click()
    await expect(window.getByRole('row', { name: /B-\d{4}-00/ })).toHaveCount(2)
  })

  await test.step('one incident, whose clock runs among the deadlines', async () => {
    await window.getByRole('row', { name: /Zirbelkiefer/ }).click()
    await expect(window.getByRole('heading', { name: /Zirbelkiefer/ }).locator('.personal-current')).toHaveCSS('filter', 'none')
    await expect(window.getByRole('row', { name: /Nebelkrähe/ }).locator('.personal').first()).toHaveCSS('filter', /blur/)
    await window.getByRole('tab', { name: 'Weiteres' }).click()
    await window.getByRole('button', { name: 'Vorfall aufnehmen' }).click()
    const record = window.getByRole('article', { name: /^Vorfall V-/ })
    await record.getByLabel('Was ist geschehen?').fill('Absage wegen des Namens.')
    const happened = record.getByLabel('Datum des Vorfalls', { exact: true })
    await happened.fill(`${day.getDate()}.${day.getMonth() + 1}.${day.getFullYear()}`)
    await happened.press('Tab')
    await choose(window, 'Lebensbereich', 'am Arbeitsplatz')
    const clock = record.getByRole('region', { name: 'Fristen dieses Vorfalls' })
    await clock.getByRole('button', { name: 'Frist übernehmen' }).click()
    await expect(clock.getByRole('link', { name: /^FR-/ })).toBeVisible()
    await openCounsellingTab(window, 'Fristen')
    await expect(window.getByText(/AGG/).first()).toBeVisible()
  })

  await test.step('one referral', async () => {
    await openCounsellingTab(window, 'Ratsuchende')
    await window.getByRole('row', { name: /Nebelkrähe/ }).click()
    await window.getByRole('tab', { name: 'Unterlagen' }).click()
    await window.getByRole('tabpanel', { name: 'Unterlagen' }).getByRole('button', { name: 'Verweisen' }).click()
    const dialog = window.getByRole('dialog', { name: 'Verweisen' })
    await dialog.getByLabel('Wohin').fill('Schuldnerhilfe Beispiel')
    await window.getByRole('option', { name: /ohne Eintrag im Verzeichnis/ }).click()
    await dialog.getByRole('button', { name: 'Verweisung eintragen' }).click()
    await expect(window.getByRole('list', { name: 'Verweisungen' })).toContainText('Schuldnerhilfe Beispiel')
  })

  await test.step('figures for the press, with small numbers protected', async () => {
    await openCounsellingTab(window, 'Statistik')
    await window.getByText('Für die Presse', { exact: true }).click()
    const text = window.getByRole('region', { name: 'Text für die Presse' })
    await expect(text).toContainText('7 Beratungskontakte')
    await expect(text).not.toContainText('Wohnen')
  })

  await test.step('the assistant finds none of it', async () => {
    await addAssistant(window, assistant)
    await lock(window)
    await tryToUnlock(window, assistant)
    await expectOverview(window)
    await expect(window.getByRole('link', { name: /^Beratung/ })).toHaveCount(0)
    for (const path of ['/', '/trash', '/counselling', '/counselling/incidents', '/counselling/statistics', '/counselling/deadlines', '/counselling/referrals']) {
      await window.evaluate((hash) => { location.hash = hash }, path)
      await expect(window.locator('main')).not.toBeEmpty()
      for (const secret of secrets) await expect(window.getByText(secret)).toHaveCount(0)
    }
    await window.keyboard.press('Control+k')
    for (const secret of [...secrets, 'B-20', 'FR-20', 'V-20']) {
      await window.getByLabel('Suchbegriff').fill(secret)
      await expect(window.getByText(/Nichts gefunden/)).toBeVisible()
    }
    const { findings, files } = scanForPlainText([folders.base], secrets)
    expect(files).toBeGreaterThan(3)
    expect(findings).toEqual([])
  })
})
