import { statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { xlsx } from '../../electron/office/documents/xlsx.ts'
import { expectAccessible, expectAccessibleInBothSchemes } from './support/axe.ts'
import { launchDemo } from './support/demo.ts'
import { expect, test } from './support/office.ts'
import { typedDay } from './support/steps.ts'

/** 300 rows as a form gives them out, with what people write into it; row 300 repeats the first, and one has no name. */
async function formExport(path: string): Promise<void> {
  const needs = ['', 'vegetarisch', 'nein', 'halal', 'vegan, Nussallergie', 'Rollstuhl']
  const rows = Array.from({ length: 298 }, (_, index) => [String(index + 1), `Vorname${index} Nachname${index}`, index % 5 === 0 ? 'Chor der Vielen' : '', `person${index}@example.org`, '1', needs[index % needs.length] ?? '', index % 2 === 0 ? 'Ja' : 'Nein'])
  const first = rows[0] ?? []
  writeFileSync(path, await xlsx({ name: 'Antworten', headings: ['Antwort-ID', 'Vor- und Nachname', 'Verein/Organisation', 'E-Mail-Adresse', 'Anzahl Personen', 'Besonderer Bedarf', 'Dürfen wir Fotos machen?'], rows: [...rows, ['299', '', '', 'ohne@example.org', '1', '', ''], first] }))
}

test('300 participants are imported, wait for places, get badges, are checked in by keyboard and deleted; the figures stay', async () => {
  const { app, window, folders } = await launchDemo()
  const target = join(folders.temp, 'papier')
  const saved = (kind: 'xlsx' | 'pdf'): number => statSync(`${target}.${kind}`, { throwIfNoEntry: false })?.size ?? 0
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = (async () => ({ canceled: false, filePath })) as typeof dialog.showSaveDialog
  }, target)
  const list = join(folders.temp, 'anmeldungen.xlsx')
  await formExport(list)
  const record = window.getByRole('region', { name: /^Veranstaltung Lindenfest/ })
  const counts = record.getByText(/von 250 Plätzen/)

  await test.step('an event with 250 places, whose first guest is typed in one line', async () => {
    await window.keyboard.press('Control+5')
    await expect(window.getByRole('heading', { name: 'Veranstaltungen', level: 1 })).toBeVisible()
    await window.keyboard.press('Control+n')
    const dialog = window.getByRole('dialog', { name: 'Neue Veranstaltung' })
    await dialog.getByLabel('Titel').fill('Lindenfest')
    await dialog.getByLabel('Tag', { exact: true }).fill(typedDay(0))
    await dialog.getByLabel('Tag', { exact: true }).press('Tab')
    await dialog.getByRole('button', { name: 'Anlegen' }).click()
    await record.getByLabel('Plätze').fill('250')
    await expect(record.getByText(/^Gespeichert/)).toBeVisible()
    await record.getByRole('tab', { name: /^Teilnehmende/ }).click()
    await record.getByLabel('Name eintragen').fill('Kim Nguyen, Chor der Vielen, 3, vegan')
    await expect(record.getByText('Kim Nguyen · Chor der Vielen · 3 Personen · vegan')).toBeVisible()
    await window.keyboard.press('Enter')
    await expect(counts).toContainText('3 von 250')
    await expectAccessibleInBothSchemes(window)
  })

  await test.step('the export of a form is looked at and taken: the rest waits', async () => {
    await record.getByRole('button', { name: 'Importieren' }).click()
    await window.getByLabel('Liste der Anmeldungen').setInputFiles(list)
    await expect(window.getByText('1 Zeile steht schon weiter oben in der Datei')).toBeVisible()
    await expect(window.getByRole('radio', { name: /^Warteliste 51/ })).toBeVisible()
    await expectAccessibleInBothSchemes(window)
    await window.getByRole('button', { name: '298 Zeilen übernehmen' }).click()
    await expect(window.getByRole('heading', { name: '298 Anmeldungen übernommen' })).toBeVisible()
    await window.getByRole('button', { name: 'Nicht übernommene Zeilen speichern …' }).click()
    await expect.poll(() => saved('xlsx')).toBeGreaterThan(1000)
    await window.getByRole('button', { name: 'Zur Liste' }).click()
    await record.getByRole('tab', { name: /^Teilnehmende/ }).click()
    await expect(counts).toContainText('250 von 250')
    await expect(record.getByText('51 auf der Warteliste')).toBeVisible()
  })

  await test.step('somebody cancels, the first in line moves up, by keyboard and with undo', async () => {
    await record.getByLabel('Teilnehmende suchen').fill('Kim')
    const table = record.getByRole('grid', { name: 'Teilnehmende' })
    await table.focus()
    await window.keyboard.press('ArrowDown')
    await expect(record.getByText('1 gewählt')).toBeVisible()
    await record.getByRole('button', { name: 'Absage', exact: true }).click()
    await expect(record.getByRole('button', { name: 'Nachrücken (3 frei)' })).toBeVisible()
    await table.focus()
    await window.keyboard.press('n')
    await expect(record.getByText('50 auf der Warteliste')).toBeVisible()
    await table.focus()
    await window.keyboard.press('Enter')
    const dialog = window.getByRole('dialog', { name: 'Anmeldung' })
    await expect(dialog.getByLabel('Name', { exact: true })).toHaveValue('Kim Nguyen')
    await expectAccessibleInBothSchemes(window)
    await window.keyboard.press('Escape')
  })

  await test.step('badges from the fourth label on, and numbers for the kitchen', async () => {
    await record.getByRole('button', { name: 'Drucken' }).click()
    await window.getByRole('menuitem', { name: 'Namensschilder …' }).click()
    const dialog = window.getByRole('dialog', { name: 'Namensschilder' })
    await dialog.getByLabel('Beginnen bei Nr.').fill('4')
    await expectAccessible(window)
    await dialog.getByRole('button', { name: '248 Schilder speichern …' }).click()
    await expect.poll(() => saved('pdf')).toBeGreaterThan(10_000)
    await expect(dialog).toHaveCount(0)
  })

  await test.step('five come in, by keyboard; one is taken back, one was not on the list', async () => {
    await record.getByRole('button', { name: 'Check-in' }).click()
    const field = window.getByRole('combobox', { name: 'Wer kommt?' })
    const counter = window.getByRole('status', { name: 'Anwesend' })
    await expect(field).toBeFocused()
    for (const name of ['nachname7', 'vorname8 nachn', 'nachname9', 'nachname10']) {
      await window.keyboard.type(name)
      await window.keyboard.press('Enter')
      await expect(field).toHaveValue('')
    }
    await expect(counter).toContainText('4')
    await window.keyboard.press('Control+z')
    await expect(counter).toContainText('3von')
    await window.keyboard.type('Unangemeldete Ursula')
    await expect(window.getByRole('option', { name: /^Vor Ort eintragen: Unangemeldete Ursula/ })).toBeVisible()
    await window.keyboard.press('Enter')
    await window.keyboard.type('chor')
    await window.keyboard.press('ArrowDown')
    await expectAccessibleInBothSchemes(window)
    await window.keyboard.press('Enter')
    await expect(counter).toContainText('5von')
    await window.getByRole('button', { name: '5 als Besucherzahl übernehmen' }).click()
    await expect(window.getByRole('button', { name: '5 als Besucherzahl übernehmen' })).toHaveCount(0)
    await window.getByRole('button', { name: 'Zur Veranstaltung' }).click()
  })

  await test.step('an evaluation is typed off its sheets', async () => {
    await record.getByRole('tab', { name: /^Teilnehmende/ }).click()
    await record.getByText('Auswertung', { exact: true }).click()
    await record.getByRole('button', { name: /^Kurz/ }).click()
    await record.getByRole('button', { name: 'Fragen speichern' }).click()
    await record.getByLabel(/^1\. /).focus()
    await window.keyboard.type('54jn')
    await window.keyboard.type('Mehr Schatten')
    await window.keyboard.press('Enter')
    await expect(record.getByText('Mittel 5,0 von 5, 1 Antwort')).toBeVisible()
    await expect(record.getByText('Antworten in Worten sind verdeckt')).toBeVisible()
    await expectAccessibleInBothSchemes(window)
  })

  await test.step('the list is deleted for good; the figures stay', async () => {
    await record.getByText('Zahlen und Löschung', { exact: true }).click()
    await expectAccessibleInBothSchemes(window)
    await record.getByRole('button', { name: 'Liste löschen …' }).click()
    const dialog = window.getByRole('dialog', { name: 'Teilnehmendenliste endgültig löschen?' })
    await expect(dialog.getByText(/^Im Tresor lieg/)).toBeVisible()
    await expect(dialog.getByRole('button', { name: 'Endgültig löschen' })).toBeDisabled()
    await dialog.getByRole('button', { name: 'Nachweis als PDF speichern …' }).click()
    await expectAccessible(window)
    await dialog.getByRole('button', { name: 'Endgültig löschen' }).click()
    await expect(record.getByText(/^Die Namen wurden am .* gelöscht; geblieben sind die Zahlen\.$/)).toBeVisible()
    await expect(record.getByText('vegetarisch')).toBeVisible()
    await record.getByText('Liste', { exact: true }).click()
    await expect(record.getByText(/^Die Liste wurde gelöscht/)).toBeVisible()
  })
})
