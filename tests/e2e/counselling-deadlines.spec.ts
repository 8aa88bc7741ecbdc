import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expectAccessible, expectAccessibleInBothSchemes } from './support/axe.ts'
import { expect, launchOffice, test } from './support/office.ts'
import { choose, createOffice, openCounsellingTab } from './support/steps.ts'

/** The day so many days from now, as it is typed. */
function typed(days: number): string {
  const day = new Date()
  day.setDate(day.getDate() + days)
  return `${day.getDate()}.${day.getMonth() + 1}.${day.getFullYear()}`
}

async function fillDay(window: Page, label: string, value: string): Promise<void> {
  const field = window.getByLabel(label, { exact: true })
  await field.fill(value)
  await field.press('Tab')
}

test('a one-week deadline is entered, stays unchecked by its own author, keeps its case from dropping it, is done and written out', async () => {
  const { window, app, folders } = await launchOffice()
  await createOffice(window, { land: 'Brandenburg' })
  const saveAs = (name: string) => app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, join(folders.temp, name))
  const record = window.getByRole('article', { name: 'Frist FR-' })

  await test.step('from the calculator into a case', async () => {
    await window.getByRole('link', { name: /^Beratung/ }).click()
    await window.getByRole('button', { name: 'Neue ratsuchende Person' }).click()
    await window.getByLabel('Alias').fill('Linde')
    await window.getByRole('button', { name: 'Anlegen' }).click()
    await openCounsellingTab(window, 'Fristenrechner')
    await choose(window, 'Regel', 'Asyl: Klage und Eilantrag gegen einen Dublin-Bescheid')
    await choose(window, 'Bekanntgabe', 'Postzustellungsurkunde')
    await fillDay(window, 'Datum auf dem Umschlag', typed(-2))
    await fillDay(window, 'Datum des Asylantrags', '2.1.2026')
    await window.getByRole('button', { name: 'Als Frist eintragen' }).click()
    const dialog = window.getByRole('dialog')
    await choose(window, 'Fall', 'Linde')
    await expect(dialog.getByText('Kurze Frist: eine zweite Person bestätigt das Datum.')).toBeVisible()
    await expectAccessible(window)
    await dialog.getByLabel('Wofür').fill('Klage gegen den Dublin-Bescheid')
    await dialog.getByRole('button', { name: 'Frist eintragen' }).click()
    await expect(record.getByText('Vier-Augen-Prüfung offen')).toBeVisible()
    await expect(record).toContainText('Regel A3')
    await expectAccessible(window)
  })

  await test.step('the author alone can’t make it a check by four eyes', async () => {
    await record.getByRole('button', { name: 'Datum bestätigen' }).click()
    await expect(window.getByText('Dieses Datum haben Sie selbst gesetzt.', { exact: false })).toBeVisible()
    await expectAccessible(window)
    await fillDay(window, 'Letzter Tag der Frist', '1w')
    await window.getByRole('button', { name: 'Bestätigen', exact: true }).click()
    await expect(window.getByText('Dieses Datum steht nicht bei der Frist.', { exact: false })).toBeVisible()
    await window.getByRole('button', { name: 'Abbrechen' }).click()
  })

  await test.step('it burns on the overview, by case only', async () => {
    await window.keyboard.press('Control+1')
    const card = window.getByRole('region', { name: 'Was brennt' })
    await expect(card).toContainText('1 von 1 offenen Frist')
    await expect(card).toContainText('Linde')
    await expect(card).not.toContainText('Dublin')
    await expectAccessibleInBothSchemes(window)
  })

  await test.step('deleting the case asks, and the deadline stays', async () => {
    await window.keyboard.press('Control+3')
    await window.getByRole('row', { name: /Linde/ }).click()
    await window.getByRole('button', { name: 'Löschen', exact: true }).click()
    await expect(window.getByRole('list', { name: 'Offene Fristen' })).toContainText('Klage gegen den Dublin-Bescheid')
    await expectAccessible(window)
    await window.getByRole('button', { name: 'Trotzdem löschen, Fristen behalten' }).click()
    await window.getByRole('tab', { name: 'Fristen', exact: true }).first().click()
    await expect(window.getByRole('heading', { name: 'Was kommt' })).toBeVisible()
    await expectAccessibleInBothSchemes(window)
    const row = window.getByRole('button', { name: /Fall im Papierkorb/ })
    await row.click()
  })

  await test.step('slip, calendar and book are written', async () => {
    await saveAs('Fristzettel.docx')
    await record.getByRole('button', { name: 'Mehr' }).click()
    await window.getByRole('menuitem', { name: 'Fristzettel …' }).click()
    await window.getByRole('button', { name: 'Speichern unter …' }).click()
    await expect(window.getByText('„Fristzettel.docx“ gespeichert.')).toBeVisible()
    await saveAs('Fristen.ics')
    await window.getByRole('button', { name: 'Ausgeben' }).click()
    await window.getByRole('menuitem', { name: 'Kalenderdatei …' }).click()
    await window.getByRole('button', { name: 'Speichern unter …' }).click()
    await expect(window.getByText('„Fristen.ics“ gespeichert, 1 Frist.')).toBeVisible()
    const calendar = readFileSync(join(folders.temp, 'Fristen.ics'), 'utf8')
    expect(calendar).toContain('SUMMARY:Frist FR-')
    expect(calendar).not.toMatch(/Linde|Klage|B-20/)
    await saveAs('Fristenbuch.docx')
    await window.getByRole('button', { name: 'Ausgeben' }).click()
    await window.getByRole('menuitem', { name: 'Fristenbuch …' }).click()
    await expectAccessible(window)
    await window.getByRole('button', { name: 'Speichern unter …' }).click()
    await expect(window.getByText('„Fristenbuch.docx“ gespeichert, 1 Eintrag.')).toBeVisible()
  })

  await test.step('done with what was done, and back again', async () => {
    await record.getByRole('button', { name: 'Erledigen' }).click()
    await expectAccessible(window)
    await window.getByLabel('weitergegeben').check()
    await window.getByRole('button', { name: 'Erledigt', exact: true }).click()
    await expect(window.getByText('Bitte angeben, an wen.')).toBeVisible()
    await window.getByLabel('An wen').fill('Rechtsantragstelle')
    await window.getByRole('button', { name: 'Erledigt', exact: true }).click()
    await expect(record.getByText(/: weitergegeben$/)).toBeVisible()
    await record.getByRole('tab', { name: 'Verlauf' }).click()
    await expect(record).toContainText('Frist erledigt')
    await record.getByRole('button', { name: 'Wieder öffnen' }).click()
    await expect(record.getByRole('button', { name: 'Erledigen' })).toBeVisible()
  })

  await test.step('the radar of titles and the earliest day of naturalisation', async () => {
    await window.getByRole('link', { name: 'Papierkorb' }).click()
    await window.getByRole('row', { name: /Linde/ }).getByRole('button', { name: 'Wiederherstellen' }).click()
    await window.getByRole('tab', { name: 'Person' }).click()
    await window.getByRole('button', { name: 'Status eintragen' }).click()
    await choose(window, 'Status', 'Vorübergehender Schutz (Ukraine)')
    await fillDay(window, 'Aufgedruckt bis', '4.3.2024')
    await window.getByRole('button', { name: 'Übernehmen' }).click()
    await expect(window.getByLabel('Tatsächlich gültig bis')).toHaveValue('04.03.2027')
    await expectAccessible(window)
    await fillDay(window, 'Tatsächlich gültig bis', typed(20))
    await window.getByRole('dialog').getByRole('button', { name: 'Speichern', exact: true }).click()
    await window.getByRole('tab', { name: 'Fristen', exact: true }).first().click()
    await window.getByText('Aufenthaltstitel', { exact: true }).click()
    const soon = window.getByRole('region', { name: 'Bis 4 Wochen' })
    await expect(soon).toContainText('Linde')
    await soon.getByRole('button').click()
    await expect(window.getByRole('button', { name: 'Antrag als Frist eintragen' })).toBeEnabled()
    await expectAccessible(window)
    await window.getByText('Einbürgerung', { exact: true }).click()
    await fillDay(window, 'Beginn des Aufenthalts, der zählt', '14.3.2022')
    await expect(window.getByRole('region', { name: 'Ergebnis' }).locator('output')).toHaveText('So 14.03.2027')
    await expectAccessible(window)
  })
})
