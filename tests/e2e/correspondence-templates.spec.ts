import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import JSZip from 'jszip'
import demo from '../../resources/demo/templates.json' with { type: 'json' }
import { p, partOf, wordFile } from '../../electron/office/correspondence/templates/word-file.fixture.ts'
import { axeFindings, expectAccessibleInBothSchemes } from './support/axe.ts'
import { launchDemo } from './support/demo.ts'
import { expect, test } from './support/office.ts'

test('a letterhead without codes, one with errors, and a letter written with them', async () => {
  const { app, window, folders } = await launchDemo()
  await app.evaluate(({ dialog }, target) => {
    dialog.showSaveDialog = (async (...args: unknown[]) => {
      const options = args.at(-1) as { defaultPath?: string }
      return { canceled: false, filePath: `${target}/${options.defaultPath?.split(/[\\/]/).at(-1)}` }
    }) as typeof dialog.showSaveDialog
  }, folders.temp)
  const town = join(folders.temp, 'Kopfbogen_Kreis.docx')
  writeFileSync(town, Buffer.from(demo.templates[0]?.content ?? '', 'base64'))
  const upload = window.locator('input[type=file]').first()

  await window.getByRole('link', { name: /^Schreiben/ }).click()
  await window.getByRole('tab', { name: 'Vorlagen' }).click()
  await test.step('what isn’t harmless is refused with its reason', async () => {
    await upload.setInputFiles({ name: 'Makros.docm', mimeType: '', buffer: Buffer.from(wordFile(p('x'), { files: { 'word/vbaProject.bin': 'x' } })) })
    await expect(window.getByRole('alert')).toContainText('Die Datei enthält Makros.')
    await window.getByRole('button', { name: 'Hinweis schließen' }).click()
  })
  await test.step('places are clicked by mouse and by keyboard', async () => {
    await upload.setInputFiles(town)
    await expect(window.getByRole('heading', { name: 'Kopfbogen Kreis' })).toBeVisible()
    await expect(window.getByText('«Anschrift» steht nirgends in der Vorlage.')).toBeVisible()
    const put = async (words: string, field: string) => {
      await window.getByRole('button', { name: words, exact: true }).focus()
      await window.keyboard.press('Enter')
      await window.getByRole('menuitem', { name: field, exact: true }).click()
      await expect(window.getByText(field === 'Beispieltext entfernen' ? 'Beispieltext entfernt.' : `${field}: Stelle gemerkt.`)).toBeVisible()
    }
    await put('Musterfirma', 'Anschrift')
    await expect(window.getByText('«Anschrift» steht nirgends in der Vorlage.')).toHaveCount(0)
    await put('Musterstraße 1', 'Beispieltext entfernen')
    await put('12345 Musterort', 'Beispieltext entfernen')
    await put('Betreff des Schreibens', 'Betreff')
    await put('Unser Zeichen: xx', 'Informationsblock')
    await put('Sehr geehrte Damen und Herren,', 'Anrede')
    await put('hier steht der Text des Schreibens.', 'Text')
    await expect(window.getByText('Nichts auszusetzen.')).toBeVisible()
  })
  await test.step('a typing error is explained, put right and remembered', async () => {
    await upload.setInputFiles({ name: 'Fehler.docx', mimeType: '', buffer: Buffer.from(wordFile(p('{betreff}') + p('{Vorgangs-Nr}'))) })
    await expect(window.getByText('Das Feld «Vorgangs-Nr» gibt es für diese Art von Dokument nicht.')).toBeVisible()
    await expect(window.getByRole('button', { name: 'Schreiben damit beginnen' })).toBeDisabled()
    await expectAccessibleInBothSchemes(window)
    await window.getByLabel('Bedeutung von Vorgangs-Nr').fill('Unser Zeichen')
    await expect(window.getByRole('option')).toHaveCount(1)
    await window.getByRole('option', { name: 'Unser Zeichen', exact: true }).click()
    await expect(window.getByText('So festgelegt; wird für weitere Vorlagen gemerkt.')).toBeVisible()
    await expect(window.getByRole('button', { name: 'Schreiben damit beginnen' })).toBeEnabled()
  })
  await test.step('a letter is written with the letterhead; what is missing is named', async () => {
    await window.getByRole('button', { name: /^Kopfbogen Kreis/ }).click()
    await window.getByRole('tab', { name: 'Muster' }).click()
    const sample = window.getByRole('region', { name: 'Seitenvorschau' })
    await expect(sample.getByRole('figure', { name: 'Seite 1 von 1' })).toContainText('Muster für einen Betreff')
    await window.getByRole('button', { name: 'Schreiben damit beginnen' }).click()
    await expect(window.getByLabel('Vorlage', { exact: true })).toHaveValue('Kopfbogen Kreis')
    await window.getByLabel('Betreff', { exact: true }).fill('Mit eigenem Kopf')
    await window.getByLabel('Anschrift', { exact: true }).fill('Frau Muster\n01999 Musterstadt')
    await expect(window.getByRole('figure', { name: 'Seite 1 von 1' })).toContainText('Mit eigenem Kopf')
    await expect(window.getByText('Es fehlt noch: Text.')).toBeVisible()
    await window.getByRole('button', { name: 'Als Word-Datei speichern' }).click()
    await expect(window.getByText(/bleibt im Register\. Es fehlt noch: Text/)).toBeVisible()
  })
  await test.step('the file holds the letter in the office’s own letterhead', async () => {
    const number = (await window.getByRole('region', { name: /^Schreiben \d{4}\// }).getAttribute('aria-label'))?.match(/\d{4}\/\d+/u)?.[0].replace('/', '-')
    const bytes = readFileSync(join(folders.temp, `Schreiben-${number}.docx`))
    expect(partOf(bytes)).toContain('Mit eigenem Kopf')
    expect(partOf(bytes)).not.toContain('Musterfirma')
    expect(partOf(bytes, 'word/header2.xml')).toContain('Stadt Musterstadt')
    expect(Object.keys((await JSZip.loadAsync(bytes)).files)).toContain('word/numbering.xml')
  })
  await test.step('particulars of a kind of document', async () => {
    await window.getByLabel('Vorlage', { exact: true }).click()
    await window.getByRole('option', { name: 'Verfügung' }).click()
    await window.getByRole('button', { name: 'Zeile', exact: true }).click()
    await window.getByLabel('Punkt, Zeile 1').fill('z. d. A.')
    await expect(window.getByRole('figure', { name: 'Seite 1 von 1' })).toContainText('z. d. A.')
    expect(await axeFindings(window)).toEqual([])
  })
  await test.step('a paper of several pages shows all of them, with their numbers, while it is written', async () => {
    await window.getByRole('textbox', { name: 'Text', exact: true }).fill('Ein Satz, der auf mehreren Seiten steht. '.repeat(220))
    const second = window.getByRole('figure', { name: /^Seite 2 von [3-9]$/ })
    await expect(second).toContainText((await second.getAttribute('aria-label')) ?? '')
    await expect(window.getByRole('figure').last()).toContainText('z. d. A.')
    await window.getByRole('button', { name: 'Seiten größer' }).click()
    await expect(window.getByRole('button', { name: 'Ganze Breite' })).toBeEnabled()
  })
})
