import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expectAccessible, expectAccessibleInBothSchemes } from './support/axe.ts'
import { launchEmptyOffice } from './support/empty-office.ts'
import { expect, test } from './support/office.ts'
import { typedDay } from './support/steps.ts'

test('a festival has its money proved and its day planned, and serves as template for the next', async () => {
  const { window, app, folders } = await launchEmptyOffice()
  const record = window.getByRole('region', { name: /^Veranstaltung Lindenfest/ })
  const dialog = window.getByRole('dialog')
  const notice = (text: string | RegExp) => window.getByRole('alert').filter({ hasText: text })
  const saveAs = async (name: string): Promise<string> => {
    const path = join(folders.base, name)
    await app.evaluate(({ dialog: dialogs }, filePath) => { dialogs.showSaveDialog = async () => ({ canceled: false, filePath }) }, path)
    return path
  }
  const show = async (name: string): Promise<void> => {
    const tab = record.getByRole('tab', { name, exact: true })
    await expect(record.getByRole('tab', { name: 'Angaben' })).toBeVisible()
    if (await tab.isVisible()) return tab.click()
    await record.getByRole('button', { name: 'Mehr', exact: true }).click()
    await window.getByRole('menuitem', { name, exact: true }).click()
  }

  await test.step('a grant with its deadline becomes a task', async () => {
    await window.keyboard.press('Control+5')
    await window.getByRole('heading', { name: 'Veranstaltungen', level: 1 }).waitFor()
    await window.keyboard.press('Control+n')
    await dialog.getByLabel('Titel').fill('Lindenfest')
    await dialog.getByLabel('Tag', { exact: true }).fill(typedDay(200))
    await dialog.getByLabel('Tag', { exact: true }).press('Tab')
    await dialog.getByLabel('Beginn').fill('14:00')
    await dialog.getByRole('button', { name: 'Anlegen' }).click()
    await show('Geld')
    await record.getByRole('button', { name: 'Geldquelle' }).click()
    await dialog.getByLabel('Name').fill('Landesmittel')
    await dialog.getByLabel('Bewilligt').fill('1.500,50')
    await dialog.getByLabel('Verwendungsnachweis bis').fill(typedDay(300))
    await dialog.getByLabel('Verwendungsnachweis bis').press('Tab')
    await expectAccessible(window)
    await dialog.getByRole('button', { name: 'Speichern' }).click()
    await expect(record.getByText('bewilligt 1.500,50 €')).toBeVisible()
    await record.getByRole('button', { name: 'Frist als Aufgabe' }).click()
    await expect(record.getByText('Aufgabe ist angelegt')).toBeVisible()
  })

  await test.step('lines follow each other by Enter; what is spent beyond the plan is said; a line that goes comes back', async () => {
    await record.getByRole('button', { name: 'Posten', exact: true }).click()
    await record.getByLabel(/^Art des Postens/).selectOption({ label: 'Miete' })
    await record.getByLabel('Plan: Miete').fill('400')
    await record.getByLabel('Plan: Miete').press('Enter')
    await record.getByLabel(/^Art des Postens/).nth(1).selectOption({ label: 'GEMA' })
    await record.getByLabel('Plan: GEMA').fill('zwölf')
    await record.getByLabel('Plan: GEMA').press('Tab')
    await expect(record.getByText('Bitte einen Betrag wie 1.234,50 eingeben.')).toBeVisible()
    await record.getByLabel('Plan: GEMA').fill('100')
    await expect(record.getByText('Der Plan ist gedeckt, 1.000,50 € sind noch nicht verplant.')).toBeVisible()
    await record.getByRole('button', { name: 'Beleg', exact: true }).click()
    await dialog.getByLabel('Empfänger').fill('Hausverwaltung')
    await dialog.getByLabel('Zweck').fill('Saal')
    await dialog.getByLabel('Betrag').fill('450')
    await dialog.getByRole('combobox', { name: 'Posten' }).click()
    await window.getByRole('listbox', { name: 'Posten' }).getByRole('option', { name: 'Miete' }).click()
    await expectAccessible(window)
    await dialog.getByRole('button', { name: 'Speichern', exact: true }).click()
    await expect(record.getByText('50,00 € zu viel').first()).toBeVisible()
    await expect(record.getByText('Beleg 1 (Hausverwaltung): Es fehlt der Tag der Zahlung, die Geldquelle.')).toBeVisible()
    await record.getByRole('button', { name: 'GEMA entfernen' }).click()
    await expect(record.getByLabel('Plan: GEMA')).toHaveCount(0)
    await notice('Posten entfernt').getByRole('button', { name: 'Rückgängig' }).click()
    await expect(record.getByLabel('Plan: GEMA')).toHaveValue('100,00')
    await expectAccessibleInBothSchemes(window)
  })

  await test.step('the proof goes out as document', async () => {
    const path = await saveAs('Nachweis.docx')
    await record.getByRole('button', { name: 'Verwendungsnachweis' }).click()
    await window.getByRole('menuitem', { name: 'Word-Dokument …' }).last().click()
    await expect(notice('Was vor dem Einreichen zu klären ist')).toBeVisible()
    expect(existsSync(path)).toBe(true)
  })

  await test.step('a longer item of the run sheet moves those that follow', async () => {
    await show('Ablauf')
    await record.getByRole('button', { name: 'Punkt', exact: true }).click()
    await record.getByLabel('Was: Punkt').fill('Begrüßung')
    await record.getByLabel('Was: Begrüßung').press('Enter')
    await record.getByLabel('Was: Punkt').fill('Chor')
    const choir = record.getByRole('group', { name: 'Chor' })
    await expect(choir.getByText('14:15', { exact: true })).toBeVisible()
    await record.getByLabel('Dauer in Minuten: Begrüßung').fill('40')
    await expect(choir.getByText('14:40', { exact: true })).toBeVisible()
    await record.getByLabel('Feste Zeit: Chor').fill('1430')
    await expect(choir.getByText('überschneidet sich um 10 Min.')).toBeVisible()
    await expect(record.getByText(/^Gespeichert/).last()).toBeVisible()
    await expectAccessibleInBothSchemes(window)
  })

  await test.step('who is wanted twice at once is said, and what is still free', async () => {
    await record.getByRole('radio', { name: 'Schichten' }).click()
    for (const [task, from, to] of [['Einlass', '13:00', '16:00'], ['Getränke', '15:00', '18:00']] as const) {
      await record.getByRole('button', { name: 'Schicht', exact: true }).click()
      await dialog.getByLabel('Aufgabe').fill(task)
      await dialog.getByLabel('Von').fill(from)
      await dialog.getByLabel('Bis').fill(to)
      await dialog.getByLabel('Wer hilft').fill('Frieda Falter')
      await dialog.getByLabel('Wer hilft').press('Enter')
      await expect(dialog.getByRole('list', { name: 'Eingeteilt' })).toContainText('Frieda Falter')
      if (task === 'Getränke') await expectAccessible(window)
      await dialog.getByRole('button', { name: 'Speichern', exact: true }).click()
      await expect(dialog).toHaveCount(0)
    }
    await expect(record.getByText('Jemand ist doppelt eingeteilt')).toBeVisible()
    await expect(record.getByText('1 von 2 besetzt, 1 fehlt')).toHaveCount(2)
    await expectAccessibleInBothSchemes(window)
  })

  await test.step('material comes from the template of the kind, and is ticked off', async () => {
    await record.getByRole('radio', { name: 'Material' }).click()
    await record.getByLabel('Was wird gebraucht?').fill('6 Lampions')
    await record.getByLabel('Was wird gebraucht?').press('Enter')
    await expect(record.getByRole('button', { name: '6 × Lampions' })).toBeVisible()
    await record.getByRole('button', { name: /^Vorlage übernehmen/ }).click()
    await expect(record.getByText('Vorlage ist ganz enthalten')).toBeVisible()
    await record.getByRole('checkbox', { name: 'Lampions ist da' }).check()
    await expect(record.getByText(/^1 von \d+ da/)).toBeVisible()
    await expectAccessible(window)
  })

  await test.step('usual risks are taken over; the emergency sheet goes out', async () => {
    await record.getByRole('radio', { name: 'Sicherheit' }).click()
    await record.getByRole('button', { name: /^Übliche übernehmen/ }).click()
    await expect(record.getByText('Alle übernommen')).toBeVisible()
    await record.getByLabel('Sammelplatz').fill('Wiese')
    await record.getByRole('checkbox', { name: /^Ausschlussklausel/ }).check()
    await expectAccessibleInBothSchemes(window)
    const path = await saveAs('Notfallblatt.pdf')
    await record.getByRole('button', { name: 'Drucken' }).click()
    await window.getByRole('menuitem', { name: /^Notfallblatt/ }).click()
    await expect(notice('Gespeichert als')).toBeVisible()
    expect(existsSync(path)).toBe(true)
  })

  await test.step('the festival serves as template for the next, without what came of it', async () => {
    await record.getByRole('button', { name: 'Weitere Schritte' }).click()
    await window.getByRole('menuitem', { name: /^Als Vorlage/ }).click()
    await dialog.getByLabel('Titel').fill('Lindenfest im Jahr darauf')
    await expectAccessible(window)
    await dialog.getByRole('button', { name: 'Anlegen' }).click()
    const copy = window.getByRole('region', { name: 'Veranstaltung Lindenfest im Jahr darauf' })
    await expect(copy).toBeVisible()
    await show('Geld')
    await expect(copy.getByLabel('Plan: Miete')).toHaveValue('400,00')
    await expect(copy.getByText('Noch kein Beleg.')).toBeVisible()
    await notice('nach Vorlage angelegt').getByRole('button', { name: 'Rückgängig' }).click()
    await expect(copy).toHaveCount(0)
  })
})
