import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import JSZip from 'jszip'
import type { Page } from '@playwright/test'
import { expectAccessible } from './support/axe.ts'
import { launchDemo } from './support/demo.ts'
import { expect, test } from './support/office.ts'

const fromWord = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><body lang=DE><!--StartFragment-->
<p class=MsoNormal><b><span style='font-size:12.0pt'>Aus Word</span></b><span style='font-style:italic'> schräg</span><o:p></o:p></p>
<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>Punkt aus Word</p>
<p class=MsoNormal><img width=10 src="file:///C:/x.png"></p><!--EndFragment--></body></html>`

/** Pastes as the program does that the text was copied from. */
async function paste(window: Page, html: string): Promise<void> {
  await window.evaluate((content) => {
    const data = new DataTransfer()
    data.setData('text/html', content)
    document.querySelector('.tiptap')?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, html)
}

test('a letter gets fields, a table, a note and text from Word by keyboard, and all of it stands on the pages and in the file', async () => {
  const office = await launchDemo()
  const { window, folders } = office
  const text = window.getByRole('textbox', { name: 'Text', exact: true })
  const pages = window.getByRole('region', { name: 'Seitenvorschau' })

  await test.step('a field by /feld shows its value and follows it', async () => {
    await window.getByRole('link', { name: /^Schreiben/ }).click()
    // Before the screen stands: the key is meant for the one that is coming.
    await window.keyboard.press('Control+n')
    await window.getByLabel('Anrede', { exact: true }).fill('Guten Tag Frau Muster,')
    await text.click()
    await window.keyboard.type('Anrede: /feld')
    await window.getByRole('menuitem', { name: /^Anrede/ }).press('Enter')
    await expect(text).toContainText('Feld Anrede: Guten Tag Frau Muster,')
    await window.getByLabel('Anrede', { exact: true }).fill('Guten Tag Herr Beispiel,')
    await expect(text).toContainText('Feld Anrede: Guten Tag Herr Beispiel,')
    await expect(pages).toContainText('Anrede: Guten Tag Herr Beispiel,')
  })

  await test.step('what says nothing is marked and named', async () => {
    await text.press('Control+End')
    await window.keyboard.type(' /feld')
    await window.getByRole('menuitem', { name: /^Frist der Stellungnahme/ }).press('Enter')
    await expect(window.getByText('Noch ohne Angabe: Frist der Stellungnahme.')).toBeVisible()
    await expect(pages.locator('figure mark')).toHaveText(['‹fehlt: Betreff›', '[Bitte ergänzen: Frist der Stellungnahme]'])
  })

  await test.step('a note has its number, its words and can be changed', async () => {
    await window.keyboard.type(' /fußnote')
    await window.getByLabel('Text der Fußnote').fill('Quelle')
    await window.getByRole('button', { name: 'Einfügen', exact: true }).click()
    await window.getByRole('button', { name: 'Fußnote 1 ändern' }).click()
    await window.getByLabel('Text der Fußnote').fill('Quelle: eigene Erhebung')
    await window.getByRole('button', { name: 'Übernehmen', exact: true }).click()
    await expect(window.getByRole('list', { name: 'Fußnoten' })).toContainText('Quelle: eigene Erhebung')
    await expect(pages).toContainText('Quelle: eigene Erhebung')
  })

  await test.step('a table is written with Tab, which begins a row behind the last cell', async () => {
    await text.press('Control+End')
    await window.keyboard.press('Enter')
    await window.keyboard.type('/tabelle')
    await window.getByRole('menuitem', { name: 'Tabelle mit 2 Spalten' }).press('Enter')
    for (const words of ['Ort', 'Plätze', 'Nord', '12', 'Süd', '7', 'West']) {
      await window.keyboard.type(words)
      await window.keyboard.press('Tab')
    }
    await expect(text.locator('tr')).toHaveCount(4)
    await expect(text.locator('th')).toHaveText(['Ort', 'Plätze'])
    await expect(pages.locator('table').first()).toContainText('OrtPlätze')
    for (const scheme of ['light', 'dark'] as const) {
      await window.emulateMedia({ colorScheme: scheme })
      await expectAccessible(window)
    }
    await window.getByRole('button', { name: /^Tabelle/ }).click()
    await window.getByRole('menuitem', { name: 'Zeile löschen' }).click()
    await expect(text.locator('tr')).toHaveCount(3)
  })

  await test.step('text from Word comes clean, and what is left out is said', async () => {
    await text.press('Control+End')
    await paste(window, fromWord)
    await expect(window.getByText('Nicht eingefügt: 1 Bild.')).toBeVisible()
    await expect(text.locator('li')).toHaveText(['Punkt aus Word'])
    await expect(text.locator('strong', { hasText: 'Aus Word' })).toHaveCount(1)
    await expect(text.locator('em', { hasText: 'schräg' })).toHaveCount(1)
  })

  await test.step('the Word file holds a table, a note and the values', async () => {
    await expect(window.getByText(/^Gespeichert \d/)).toBeVisible()
    const file = join(folders.temp, 'brief.docx')
    await office.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = (async () => ({ canceled: false, filePath })) as typeof dialog.showSaveDialog
    }, file)
    await window.getByRole('button', { name: 'Als Word-Datei speichern' }).click()
    await expect(window.getByText('Es fehlt noch: Betreff, Frist der Stellungnahme.')).toBeVisible()
    const zip = await JSZip.loadAsync(readFileSync(file))
    const document = await zip.file('word/document.xml')?.async('string')
    expect(document).toContain('<w:tblHeader/>')
    expect(document).toContain('Guten Tag Herr Beispiel,')
    expect(await zip.file('word/footnotes.xml')?.async('string')).toContain('Quelle: eigene Erhebung')
  })
})
