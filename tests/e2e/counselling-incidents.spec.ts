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

test('an incident is recorded apart from its case; its clock is taken over or refused; names of offenders stay sealed', async () => {
  const { window } = await launchOffice()
  await createOffice(window, { land: 'Brandenburg' })
  const record = window.getByRole('article', { name: /^Vorfall V-/ })
  const clock = record.getByRole('region', { name: 'Fristen dieses Vorfalls' })

  await test.step('from a case that must not be called', async () => {
    await window.getByRole('link', { name: /^Beratung/ }).click()
    await window.getByRole('button', { name: 'Neue ratsuchende Person' }).click()
    await window.getByLabel('Alias').fill('Linde')
    await window.getByRole('button', { name: 'Anlegen' }).click()
    await window.getByRole('tab', { name: 'Person' }).click()
    await window.getByLabel('nicht anrufen').check()
    await window.getByLabel('Codewort').fill('Sommerregen')
    await window.getByRole('button', { name: 'Speichern', exact: true }).click()
    await expect(window.getByRole('alert').filter({ hasText: 'Sichere Kontaktwege: nicht anrufen' })).toContainText('Sommerregen')
    await expectAccessibleInBothSchemes(window)
    await window.getByRole('tab', { name: 'Weiteres' }).click()
    await window.getByRole('button', { name: 'Vorfall aufnehmen' }).click()
    await expect(record.getByRole('heading', { level: 2 })).toContainText(/Vorfall V-\d{4}-001/)
    await expect(record.getByRole('link', { name: /„Linde“/ })).toBeVisible()
  })

  await test.step('the life area starts the clock, which runs in incident and case once it is taken over', async () => {
    await record.getByLabel('Was ist geschehen?').fill('Absage wegen des Namens.')
    await fillDay(window, 'Datum des Vorfalls', typed(-5))
    await choose(window, 'Hauptmerkmal', 'antimuslimisch')
    await expect(clock).toHaveCount(0)
    await choose(window, 'Lebensbereich', 'am Arbeitsplatz')
    await expect(clock.getByText('Frist noch nicht übernommen: AGG Arbeit')).toBeVisible()
    await expect(clock).toContainText('§ 15 Abs. 4 AGG')
    await expectAccessibleInBothSchemes(window)
    await clock.getByRole('button', { name: 'Frist übernehmen' }).click()
    await expect(clock.getByRole('link', { name: /^FR-/ })).toBeVisible()
    await expect(clock.getByText(/^noch \d+ Tage$/)).toBeVisible()
    await expect(clock.getByText('Frist noch nicht übernommen', { exact: false })).toHaveCount(0)
  })

  await test.step('an offence that needs an application starts another one, which is refused with a reason', async () => {
    await record.getByRole('button', { name: 'Angriff', exact: true }).click()
    await record.getByLabel('Dieser Vorfall ist ein Angriff').check()
    await record.getByRole('button', { name: 'Polizei und Justiz' }).click()
    await record.getByLabel('Antragsdelikte').click()
    await window.getByRole('option', { name: 'Beleidigung', exact: true }).click()
    await window.keyboard.press('Escape')
    await record.getByLabel('Aktenzeichen der Staatsanwaltschaft').fill('47/26')
    await expect(record.getByText('Üblich ist die Form', { exact: false })).toBeVisible()
    await expectAccessible(window)
    await clock.getByRole('button', { name: 'Nicht übernehmen …' }).click()
    await clock.getByRole('button', { name: 'Grund festhalten' }).click()
    await expect(clock.getByText('Bitte den Grund nennen.')).toBeVisible()
    await clock.getByLabel('Grund').fill('Kein Strafantrag gewünscht')
    await clock.getByRole('button', { name: 'Grund festhalten' }).click()
    await expect(clock.getByText(/Nicht übernommen: Strafantrag – Kein Strafantrag gewünscht/)).toBeVisible()
  })

  await test.step('evidence, steps and first aid', async () => {
    await record.getByRole('tab', { name: /^Beweise/ }).click()
    await record.getByRole('button', { name: 'Beweis oder Indiz' }).click()
    await record.getByLabel('Beschreibung').fill('Kollegin, hat mitgehört')
    await expectAccessible(window)
    await record.getByRole('tab', { name: /^Schritte/ }).click()
    await record.getByRole('button', { name: 'Schritt eintragen' }).click()
    await record.getByLabel('Nächster Schritt', { exact: true }).fill('Schreiben entwerfen')
    await expectAccessible(window)
    await record.getByRole('tab', { name: /^Ersthilfe/ }).click()
    await record.getByLabel('Sicherheit jetzt').click()
    await expect(record.getByText(/^erledigt am .*, Petra Beispiel$/)).toBeVisible()
    await expect(record.getByRole('tab', { name: 'Ersthilfe (1/14)' })).toBeVisible()
    await expectAccessibleInBothSchemes(window)
  })

  await test.step('names of offenders: opened on purpose, logged, found by no search', async () => {
    await record.getByRole('tab', { name: 'Weiteres' }).click()
    await record.getByLabel('Anlass (freiwillig)').fill('Strafantrag')
    await record.getByRole('button', { name: 'Namen öffnen' }).click()
    await record.getByLabel('Namen', { exact: true }).fill('Nebelkrähe Beispiel')
    await expectAccessible(window)
    await record.getByRole('button', { name: 'Speichern und schließen' }).click()
    await expect(record.getByText('Es ist etwas eingetragen.', { exact: false })).toBeVisible()
    await expect(record.getByText(/Zuletzt geöffnet: .*Strafantrag/)).toBeVisible()
    await window.keyboard.press('Control+k')
    await window.getByLabel('Suchbegriff').fill('Nebelkrähe')
    await expect(window.getByText('Nichts gefunden. Gesucht wird nach Wortanfängen.')).toBeVisible()
    await window.keyboard.press('Escape')
    await record.getByRole('button', { name: 'Als anonyme Meldung behalten …' }).click()
    await expect(record.getByRole('alert').filter({ hasText: 'Sagt einer dieser Texte' })).toContainText('Kollegin, hat mitgehört')
    await expect(record.getByRole('button', { name: 'Behalten', exact: true })).toBeDisabled()
    await expectAccessibleInBothSchemes(window)
  })

  await test.step('the case shows clock, line of time and the incident; the list narrows down', async () => {
    await window.getByRole('tab', { name: 'Ratsuchende' }).click()
    await window.getByRole('row', { name: /Linde/ }).click()
    await expect(window.getByRole('list', { name: 'Uhren der Vorfälle' })).toContainText(/Vorfall V-\d{4}-001.*noch \d+ Tage, bis .*§ 15 Abs\. 4 AGG/)
    await expect(window.getByText(/^Vorfall V-\d{4}-001 aufgenommen/)).toBeVisible()
    await expectAccessible(window)
    await openCounsellingTab(window, 'Vorfälle')
    await window.getByRole('button', { name: 'Neuer Vorfall' }).click()
    await expect(record.getByRole('heading', { level: 2 })).toContainText(/-002$/)
    const list = window.getByRole('list', { name: 'Vorfälle', exact: true })
    await expect(list.getByRole('listitem')).toHaveCount(2)
    await choose(window, 'Welche Vorfälle', 'Ohne Fall')
    await expect(list.getByRole('listitem')).toHaveCount(1)
    await window.getByRole('searchbox', { name: 'Vorfälle durchsuchen' }).fill('gibtesnicht')
    await expect(window.getByText('Kein solcher Vorfall.')).toBeVisible()
    await expectAccessible(window)
  })
})
