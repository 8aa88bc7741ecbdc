import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fillForm } from '../../electron/office/events/series/form-filling.fixture.ts'
import { expectAccessible, expectAccessibleInBothSchemes } from './support/axe.ts'
import { launchEmptyOffice } from './support/empty-office.ts'
import { expect, test } from './support/office.ts'

test('an Interkulturelle Woche goes from the call over forms that come back to the booklet', async () => {
  const { app, window, folders } = await launchEmptyOffice()
  const booklet = join(folders.temp, 'Heft.docx')
  await app.evaluate(({ dialog }, [folder, filePath]) => {
    dialog.showOpenDialog = (async () => ({ canceled: false, filePaths: [folder] })) as unknown as typeof dialog.showOpenDialog
    dialog.showSaveDialog = (async () => ({ canceled: false, filePath })) as unknown as typeof dialog.showSaveDialog
  }, [folders.temp, booklet])
  const record = window.getByRole('region', { name: 'Reihe Interkulturelle Woche' })

  await test.step('a series with two partners; each gets a form', async () => {
    await window.keyboard.press('Control+5')
    await window.getByRole('tab', { name: 'Reihen' }).click()
    await window.getByRole('button', { name: 'Neue Reihe' }).first().click()
    await window.getByLabel('Titel der Reihe').fill('Interkulturelle Woche')
    await window.keyboard.press('Enter')
    await record.getByLabel('Erster Tag').fill('26.09.2027')
    await record.getByLabel('Letzter Tag').fill('03.10.2027')
    await record.getByLabel('Beiträge bis').fill('14.05.2027')
    await record.getByLabel('Beiträge bis').press('Tab')
    await expect(record.getByRole('region', { name: 'Aufgaben der Reihe' }).getByRole('listitem')).toHaveCount(5)
    await expectAccessible(window)
    await record.getByRole('tab', { name: 'Aufruf' }).click()
    for (const name of ['Chor', 'Verein']) {
      await record.getByRole('button', { name: 'Partner hinzufügen' }).click()
      await window.getByRole('combobox', { name: 'Wer', exact: true }).fill(name)
      await window.getByRole('dialog').getByRole('button', { name: 'Hinzufügen' }).click()
      await expect(record.getByRole('row', { name: new RegExp(name, 'u') })).toContainText('Vorgemerkt')
    }
    await expectAccessibleInBothSchemes(window)
    await record.getByRole('button', { name: 'Schreiben', exact: true }).click()
    await window.getByRole('menuitem', { name: /^Nur die Formulare/u }).click()
    await expect(window.getByText(/^4 Formulare liegen im Ordner/u)).toBeVisible()
  })

  await test.step('whoever owes an answer can be asked by mail, or is said to have no address', async () => {
    await record.getByRole('checkbox', { name: 'Alle auswählen' }).check()
    await record.getByRole('button', { name: 'Stand von 2 ändern' }).click()
    await window.getByRole('menuitem', { name: 'Eingeladen' }).click()
    await expect(record.getByRole('row', { name: /Chor/u })).toContainText('Eingeladen')
    await record.getByRole('button', { name: 'Schreiben', exact: true }).click()
    await window.getByRole('menuitem', { name: /^Nachfragen per E-Mail/u }).click()
    const dialog = window.getByRole('dialog', { name: 'Nachfragen per E-Mail' })
    await expect(dialog.getByRole('alert')).toContainText('Chor: kein Kontakt')
    await expect(dialog.getByRole('button', { name: /^0 Entwürfe/u })).toBeDisabled()
    await expectAccessibleInBothSchemes(window)
    await window.keyboard.press('Escape')
  })

  await test.step('filled forms come back, one of them with a day that can\'t be', async () => {
    const forms = readdirSync(folders.temp).filter((name) => name.startsWith('Formular')).toSorted()
    const [first = '', second = ''] = [forms.find((name) => name.endsWith('.docx')), forms.findLast((name) => name.endsWith('.xlsx'))]
    const text = { 'Text für das Programm': 'Lieder und Tee.', Ort: 'Bürgerhaus', Zugang: 'stufenlos', Anmeldung: 'nicht nötig' }
    const fill = (name: string, kind: 'docx' | 'xlsx', answers: Record<string, string>): void => writeFileSync(join(folders.temp, name), fillForm(readFileSync(join(folders.temp, name)), kind, [answers]))
    fill(first, 'docx', { 'Titel der Veranstaltung': 'Offenes Singen', Tag: 'So 26.9. ab 15 Uhr', ...text })
    fill(second, 'xlsx', { 'Titel der Veranstaltung': 'Tanzabend', Tag: 'Mo 28.9.', Beginn: '19:00', ...text })
    writeFileSync(join(folders.temp, 'Scan.pdf'), '%PDF-1.7')
    await record.getByRole('button', { name: 'Antworten einlesen' }).click()
    const reading = record.getByRole('region', { name: 'Antworten einlesen' })
    await reading.getByLabel('Ausgefüllte Formulare').setInputFiles([first, second, 'Scan.pdf'].map((name) => join(folders.temp, name)))
    await expect(reading.getByRole('status')).toHaveText('1 neu · 1 unklar')
    await expect(reading.getByRole('alert')).toContainText('Scan.pdf')
    await expect(reading.getByText(/ist ein Dienstag, geschrieben steht Montag/u)).toBeVisible()
    await expectAccessibleInBothSchemes(window)
    await reading.getByLabel('Tag', { exact: true }).fill('28.9.')
    await reading.getByLabel('Tag', { exact: true }).press('Tab')
    await reading.getByRole('button', { name: '2 Beiträge übernehmen' }).click()
    await expect(record.getByRole('row', { name: /Chor/u })).toContainText('Geantwortet')
  })

  await test.step('the programme shows them; both are accepted', async () => {
    await record.getByRole('tab', { name: 'Programm' }).click()
    await expect(record.getByRole('region', { name: 'So 26.09.2027' })).toContainText('Offenes Singen')
    await expectAccessibleInBothSchemes(window)
    await record.getByRole('button', { name: 'Tanzabend' }).click()
    await expectAccessible(window)
    const dialog = window.getByRole('dialog', { name: 'Beitrag bearbeiten' })
    await dialog.getByLabel('Ende', { exact: true }).fill('21:30')
    await dialog.getByRole('button', { name: 'Speichern' }).click()
    await expect(record.getByText('19:00–21:30')).toBeVisible()
    await record.getByRole('button', { name: '2 ohne Lücken annehmen' }).click()
    await expect(record.getByText('Angenommen')).toHaveCount(2)
  })

  await test.step('a whole day is laid elsewhere, and back again', async () => {
    await record.getByRole('button', { name: 'So 26.09.2027 verlegen' }).click()
    const dialog = window.getByRole('dialog', { name: 'So 26.09.2027 verlegen' })
    await dialog.getByLabel('Neuer Tag').fill('29.9.2027')
    await dialog.getByLabel('Neuer Tag').press('Tab')
    await expectAccessible(window)
    await window.keyboard.press('Enter')
    await expect(window.getByRole('dialog', { name: 'Auf Mi 29.09.2027 legen?' }).getByRole('button', { name: /^Verschieben/u })).toBeFocused()
    await window.keyboard.press('Enter')
    await expect(record.getByRole('region', { name: 'Mi 29.09.2027' })).toContainText('Offenes Singen')
    await expect(record.getByRole('region', { name: 'So 26.09.2027' })).toHaveCount(0)
    await window.keyboard.press('Control+z')
    await expect(record.getByRole('region', { name: 'So 26.09.2027' })).toContainText('Offenes Singen')
  })

  await test.step('the booklet is written, and the review counts', async () => {
    await record.getByRole('tab', { name: 'Heft und Listen' }).click()
    await expect(record.getByText('2 Veranstaltungen im Programm.')).toBeVisible()
    await expectAccessibleInBothSchemes(window)
    await record.getByRole('button', { name: 'Programmheft (Word)' }).click()
    await expect(window.getByText(/^Gespeichert als/u)).toBeVisible({ timeout: 20_000 })
    expect(readFileSync(booklet).subarray(0, 2).toString('latin1')).toBe('PK')
    await record.getByRole('tab', { name: 'Rückblick' }).click()
    await expect(record.getByRole('row', { name: /^Veranstaltungen 2/u })).toBeVisible()
    await expectAccessible(window)
  })
})
