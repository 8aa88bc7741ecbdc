import type { Page } from '@playwright/test'
import { expectAccessible, expectAccessibleInBothSchemes } from './support/axe.ts'
import { launchEmptyOffice } from './support/empty-office.ts'
import { expect, test } from './support/office.ts'
import { addAssistant, choose, lock, sampleOffice, typedDay, unlock } from './support/steps.ts'

const assistant = { name: 'Asta Ablage', passphrase: 'Drei rote Tassen tanzen' }
const subject = 'Bebauungsplan Nr. 52 Südliche Gärten'

function requestMail(): Buffer {
  return Buffer.from([
    'From: =?utf-8?Q?J=C3=BCrgen_Planer?= <planung@stadt.example>', 'To: integration@stadt.example', 'Subject: =?utf-8?Q?Bebauungsplan_Nr=2E_52_S=C3=BCdliche_G=C3=A4rten?=',
    `Date: ${new Date(Date.now() - 86_400_000).toUTCString()}`, 'MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary="grenze"', '',
    '--grenze', 'Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: 8bit', '', `Wir bitten um Stellungnahme bis zum ${typedDay(20)}.`, '',
    '--grenze', 'Content-Type: text/plain; name="Begruendung.txt"', 'Content-Disposition: attachment; filename="Begruendung.txt"', '', 'Im Erdgeschoss ist ein Laden vorgesehen.', '', '--grenze--', '',
  ].join('\r\n'))
}

async function openStatements(window: Page): Promise<void> {
  await window.getByRole('link', { name: /^Schreiben/ }).click()
  await window.getByRole('tab', { name: 'Stellungnahmen' }).click()
  await window.getByRole('row', { name: new RegExp(subject) }).click()
  await expect(window.getByRole('heading', { name: subject, level: 2 })).toBeVisible()
}

async function change(window: Page, person: { name: string; passphrase: string }): Promise<void> {
  await lock(window)
  await unlock(window, person)
}

test('a statement goes from the dropped mail to what became of it, between Leitung and Assistenz', async () => {
  const { window } = await launchEmptyOffice()
  const leitung = { name: sampleOffice.personName, passphrase: sampleOffice.passphrase }
  const record = window.getByRole('region', { name: /^Stellungnahme St / })
  const text = window.getByRole('textbox', { name: 'Text', exact: true })
  await addAssistant(window, assistant)

  await test.step('the mail says who, what and until when; the ladder is counted back, the draft assigned', async () => {
    await window.getByRole('link', { name: /^Schreiben/ }).click()
    await window.getByRole('tab', { name: 'Stellungnahmen' }).click()
    await window.getByLabel('Anfrage ablegen').setInputFiles({ name: 'Anfrage.eml', mimeType: 'message/rfc822', buffer: requestMail() })
    const dialog = window.getByRole('dialog', { name: 'Neue Anfrage' })
    await expect(dialog.getByLabel('Gegenstand')).toHaveValue(subject)
    await expect(dialog.getByLabel('Anfragende Stelle')).toHaveValue('Jürgen Planer')
    await choose(window, 'Anlass', 'Bauleitplanung')
    await expect(dialog.getByText(/mindestens 30 Tage/)).toBeVisible()
    await expect(dialog.getByRole('list', { name: 'Zwischentermine' }).getByRole('listitem')).toHaveCount(5)
    await choose(window, 'Bearbeitung', assistant.name)
    await choose(window, 'Vorlage des Entwurfs', 'Stellungnahme')
    await expectAccessibleInBothSchemes(window)
    await dialog.getByRole('button', { name: 'Aufnehmen und Entwurf beginnen' }).click()
    await expect(record.getByText('In Arbeit')).toBeVisible()
    await expectAccessibleInBothSchemes(window)
    await record.getByRole('tab', { name: 'Anfrage' }).click()
    await expect(record.getByText('Begruendung', { exact: true })).toBeVisible()
  })

  await test.step('more time is asked for and given, the ladder moves', async () => {
    await record.getByRole('button', { name: 'Verlängerung beantragen …' }).click()
    await window.getByLabel('Schreiben an die anfragende Stelle beginnen').uncheck()
    await window.getByRole('button', { name: 'Beantragen', exact: true }).click()
    await record.getByRole('button', { name: 'Antwort vermerken …' }).click()
    await expectAccessible(window)
    await window.getByRole('button', { name: 'Vermerken', exact: true }).click()
    await expect(record.getByText(/^Verlängerung gewährt am/)).toBeVisible()
    await expectAccessible(window)
  })

  await test.step('somebody is asked to co-sign', async () => {
    await record.getByRole('tab', { name: /^Mitzeichnung/ }).click()
    await record.getByRole('button', { name: 'Hinzufügen' }).click()
    await choose(window, 'Person des Büros', assistant.name)
    await record.getByRole('button', { name: 'Speichern' }).click()
    await record.getByRole('button', { name: 'In Mitzeichnung geben' }).click()
    await expect(record.getByText('In Mitzeichnung', { exact: true })).toBeVisible()
    await expectAccessible(window)
  })

  await test.step('the Assistenz finds it on the overview, writes, co-signs by F8 and puts it before the Leitung by F8', async () => {
    await change(window, assistant)
    await window.getByRole('list', { name: 'Stellungnahmen' }).getByText(subject).click()
    await text.click()
    await window.keyboard.press('Control+a')
    await window.keyboard.type('Ich stimme dem Entwurf zu.')
    await window.keyboard.press('F8')
    await expect(record.getByRole('button', { name: 'Vorlegen (F8)' })).toBeVisible()
    await window.keyboard.press('F8')
    await expect(record.getByText('Vorgelegt', { exact: true })).toBeVisible()
    await expect(record.getByRole('button', { name: /Schlusszeichnen/ })).toHaveCount(0)
  })

  await test.step('the Leitung sends it back by F9', async () => {
    await change(window, leitung)
    await openStatements(window)
    await expect(record.getByText(/^Vor der Schlusszeichnung fehlt noch: .*Gesamtvotum/)).toBeVisible()
    await window.keyboard.press('F9')
    const dialog = window.getByRole('dialog', { name: 'Entwurf zurückgeben' })
    await dialog.getByLabel('Was ist zu ändern?').fill('Bitte Maßgaben ergänzen.')
    await expectAccessible(window)
    await dialog.getByRole('button', { name: 'Zurückgeben' }).click()
    await expect(record.getByText('Zurückgegeben', { exact: true })).toBeVisible()
  })

  await test.step('revised, compared word by word, signed by F8 and frozen', async () => {
    await change(window, assistant)
    await openStatements(window)
    await text.click()
    await window.keyboard.press('Control+a')
    await window.keyboard.type('Ich stimme dem Entwurf mit Maßgaben zu.')
    await window.keyboard.press('F8')
    await expect(record.getByText('Vorgelegt', { exact: true })).toBeVisible()
    await change(window, leitung)
    await openStatements(window)
    await record.getByRole('tab', { name: 'Fassungen' }).click()
    await expect(record.getByRole('region', { name: 'Unterschiede' }).locator('ins')).toHaveText(/mit Maßgaben/)
    await window.keyboard.press('F8')
    await expect(record.getByText('Schlussgezeichnet', { exact: true }).first()).toBeVisible()
    await expect(record.getByText(/^Unverändert seit/)).toBeVisible()
    await expectAccessibleInBothSchemes(window)
    await record.getByRole('tab', { name: 'Text' }).click()
    await expect(text).toHaveAttribute('contenteditable', 'false')
  })

  await test.step('sent, answered, counted', async () => {
    await record.getByRole('button', { name: 'Versand vermerken …' }).click()
    await window.getByRole('dialog').getByRole('button', { name: 'Versand vermerken' }).click()
    await record.getByRole('button', { name: 'Was wurde daraus? …' }).click()
    const dialog = window.getByRole('dialog', { name: 'Was wurde daraus?' })
    await choose(window, 'Ergebnis', 'Teilweise übernommen')
    await dialog.getByLabel('Antwort oder Ergebnis').fill('Gemeinschaftsraum aufgenommen.')
    await expectAccessible(window)
    await dialog.getByRole('button', { name: 'Vermerken' }).click()
    await record.getByRole('tab', { name: 'Verlauf' }).click()
    await expect(record.getByRole('region', { name: 'Ergebnis' })).toContainText('Teilweise übernommen')
    await expectAccessible(window)
    await window.getByRole('tab', { name: 'Register' }).click()
    await window.getByText('Ausgang', { exact: true }).click()
    await expect(window.getByRole('row', { name: new RegExp(subject) })).toBeVisible()
    await window.getByRole('tab', { name: 'Stellungnahmen' }).click()
    await expect(window.getByRole('region', { name: 'Was wurde daraus?' })).toContainText('Teilweise übernommen')
    await expectAccessibleInBothSchemes(window)
  })
})
