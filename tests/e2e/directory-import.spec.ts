import { expectAccessibleInBothSchemes } from './support/axe.ts'
import { launchEmptyOffice } from './support/empty-office.ts'
import { expect, test } from './support/office.ts'

const file = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text, 'utf8') })
const list = ['Name;PLZ Ort;Tel.;Bemerkung', 'Müller, Dr. Ana (Caritas);3046 Cottbus;0355 612008;NICHT weitergeben', 'Treff e. V.;MÃ¼nchen;0171/1234567 (nur abends);', ';Forst;;', 'Treff e. V.;München;089 1234567;'].join('\n')

test('lists are brought in: decided for all rows and for one, by keyboard, several files in a row, cards and a signature', async () => {
  const { window } = await launchEmptyOffice()
  await window.getByRole('link', { name: /^Kontakte/ }).click()
  await window.getByRole('button', { name: 'Importieren', exact: true }).click()
  await expect(window.getByRole('heading', { name: 'Importieren' })).toBeVisible()
  const rows = window.getByRole('grid', { name: 'Zeilen der Vorschau' })
  const run = window.getByRole('button', { name: /Kontakte? importieren$/ })

  await test.step('what only a person can know waits for an answer', async () => {
    await window.getByLabel('Adressliste').setInputFiles([
      file('liste.csv', list),
      file('karten.vcf', 'BEGIN:VCARD\nVERSION:3.0\nFN:Jana Beispiel\nN:Beispiel;Jana\nTEL;TYPE=arbeit:0355 1\nEND:VCARD\nBEGIN:VCARD\nVERSION:3.0\nFN:Kaputt\n'),
    ])
    await expect(window.getByText('liste.csv (danach eine weitere Datei)')).toBeVisible()
    await expect(window.getByText('1 neu, 2 noch zu entscheiden, 1 mit Begründung zurück')).toBeVisible()
    await expect(window.getByText('2 Zeilen sind noch nicht entschieden und kämen mit Begründung zurück.')).toBeVisible()
    await expectAccessibleInBothSchemes(window)
  })

  await test.step('answers for all rows, and for one by keyboard alone', async () => {
    await window.getByRole('button', { name: 'Alle Vorschläge annehmen' }).click()
    await window.getByRole('radiogroup', { name: 'Vertrauliche Bemerkungen' }).getByText('In die geschützte Notiz').click()
    await expect(window.getByText('2 neu, 1 noch zu entscheiden, 1 mit Begründung zurück')).toBeVisible()
    await rows.focus()
    for (let step = 0; step < 4; step += 1) await window.keyboard.press('ArrowDown')
    await expect(window.getByRole('heading', { name: 'Zeile 5: Offen' })).toBeVisible()
    await expect(window.getByText('Käme hinzu: Telefon: 089 1234567')).toBeVisible()
    await window.keyboard.press('Enter')
    await window.keyboard.press('ArrowRight')
    await expect(window.getByText('3 neu, 1 mit Begründung zurück')).toBeVisible()
    await window.keyboard.press('ArrowLeft')
    await expect(window.getByText('2 neu, 1 ergänzen Kontakte, 1 mit Begründung zurück')).toBeVisible()
    await expectAccessibleInBothSchemes(window)
    await run.click()
    await expect(window.getByRole('region', { name: 'Ergebnis' }).getByText('1 Bemerkungen in die geschützte Notiz verschoben')).toBeVisible()
  })

  await test.step('the next file follows; its broken card comes back', async () => {
    await window.getByRole('button', { name: 'Nächste Datei' }).click()
    await expect(window.getByText('Erkannt: Visitenkarten (vCard)')).toBeVisible()
    await expect(window.getByText('1 neu, 1 mit Begründung zurück')).toBeVisible()
    await run.click()
    await expect(window.getByRole('heading', { name: '1 Kontakt importiert' })).toBeVisible()
    await expectAccessibleInBothSchemes(window)
  })

  await test.step('the same list again changes nothing and is known', async () => {
    await window.getByRole('button', { name: 'Weitere Liste importieren' }).click()
    // Dropped this time instead of chosen.
    const dropped = await window.evaluateHandle((text) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([text], 'liste.csv', { type: 'text/csv' }))
      return transfer
    }, list)
    await window.getByLabel('Adressliste').locator('..').dispatchEvent('drop', { dataTransfer: dropped })
    await expect(window.getByText(/Diese Datei wurde am .* schon importiert/)).toBeVisible()
    await expect(window.getByText('0 neu, 3 schon vorhanden, 1 mit Begründung zurück')).toBeVisible()
    await expect(window.getByText('Zuordnung der Spalten übernommen von „liste.csv“', { exact: false })).toBeVisible()
    await window.getByRole('button', { name: 'Zuordnung vergessen' }).click()
    await expect(window.getByText('Zuordnung der Spalten übernommen', { exact: false })).toBeHidden()
  })

  await test.step('a signature becomes a contact that is looked over', async () => {
    await window.getByRole('button', { name: 'Signatur einfügen' }).click()
    await window.getByLabel('Signatur aus einer E-Mail').fill('Viele Grüße\nBea Adam\nLeiterin\nVolkshochschule Forst\nTel. 03562 12345')
    await expect(window.getByLabel('Familienname')).toHaveValue('Adam')
    await expectAccessibleInBothSchemes(window)
    await window.getByRole('button', { name: 'Weiter zur Prüfung' }).click()
    await expect(window.getByText('1 neu', { exact: true })).toBeVisible()
    await run.click()
    await window.getByRole('button', { name: 'Zu den Kontakten' }).click()
    await window.getByRole('row', { name: /Adam, Bea/ }).click()
    await expect(window.getByRole('article', { name: 'Bea Adam' }).getByText('03562 12345').first()).toBeVisible()
  })
})
