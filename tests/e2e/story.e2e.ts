import { mkdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import JSZip from 'jszip'
import { expect, launchOffice, test, type RunningOffice } from './support/office.ts'
import { scanForPlainText } from './support/plain-text.ts'
import { addAssistant, choose, createOffice, expectOverview, lock, sampleOffice, tryToUnlock } from './support/steps.ts'

/**
 * The main job from end to end, as a person does it: import a list of authorities, note a consultation, write a letter
 * to one of them, lock, unlock, find all of it again. Then every byte on the disk is read: nothing of it is there.
 */

const list = resolve(import.meta.dirname, '..', 'fixtures', 'import', 'aemter-excel-export.csv')
const assistant = { name: 'Asta Beispiel', passphrase: 'zwoelf-monde-ueber-zittau' }

/** Words that were typed or imported and stand nowhere else. */
const typed = {
  alias: 'Zirbelkiefer',
  note: 'Kündigung der Wohnung am Quarzweg besprochen, Widerspruchsfrist notiert.',
  subject: 'Gemeinsame Sprechstunde im Bürgerhaus Quendelhof',
  letter: 'ich schlage den vierten Dienstag im Monat als gemeinsamen Termin vor.',
  unsaved: 'Halb getippte Notiz über Familie Quittenbaum',
  imported: ['Dubinaweg 1, Haus 2', 'fluechtlinge@cottbus.de', '0355 612-2008', 'Bierstraße 28', 'Treptow-Köpenick'],
}

test('as Leitung: import, counsel, write, lock, unlock, find, and nothing in plain text', async () => {
  const office = await launchOffice()
  const recoveryKey = await createOffice(office.window)
  await importAuthorities(office)
  await counsel(office)
  await writeLetter(office)

  await lock(office.window)
  await tryToUnlock(office.window, { name: sampleOffice.personName })
  await expectOverview(office.window)

  await expectFound(office, 'Senftenberg', '03573 / 870 - 1060')
  await expectFound(office, typed.alias, '')
  await expectFound(office, 'Quendelhof', '')
  await leaveUnsavedNote(office)
  await expectNothingReadable(office, [...Object.values(typed).flat(), recoveryKey, sampleOffice.passphrase])
})

test('as Assistenz: the same without counselling, of which nothing is to be had', async () => {
  const office = await launchOffice()
  const { window } = office
  await createOffice(window)
  await counsel(office)
  await addAssistant(office.window, assistant)
  await lock(window)
  await tryToUnlock(window, assistant)
  await expectOverview(window)
  await expect(window.getByRole('link', { name: /^Beratung/ })).toHaveCount(0)

  await importAuthorities(office)
  await writeLetter(office)
  await lock(window)
  await tryToUnlock(window, assistant)
  await expectOverview(window)

  await expectFound(office, 'Senftenberg', '03573 / 870 - 1060')
  await expectFound(office, 'Quendelhof', '')
  await window.keyboard.press('Control+k')
  await window.getByLabel('Suchbegriff').fill(typed.alias)
  await expect(window.getByText(/Nichts gefunden/)).toBeVisible()
  await window.keyboard.press('Escape')
  await expectNothingReadable(office, [...Object.values(typed).flat(), assistant.passphrase, sampleOffice.passphrase])
})

async function importAuthorities({ window }: RunningOffice): Promise<void> {
  await window.keyboard.press('Control+2')
  await window.getByRole('button', { name: 'Importieren' }).click()
  await expect(window.getByRole('heading', { name: 'Importieren' })).toBeVisible()
  await window.getByLabel('Adressliste').setInputFiles(list)
  await expect(window.getByText('6 neu')).toBeVisible()
  await window.getByRole('button', { name: /Kontakte importieren/ }).click()
  await expect(window.getByRole('heading', { name: '6 Kontakte importiert' })).toBeVisible()
  await window.getByRole('button', { name: 'Zu den Kontakten' }).click()
  await window.getByRole('row', { name: /Oberspreewald-Lausitz/ }).click()
  await expect(window.getByText('01968 Senftenberg')).toBeVisible()
}

async function counsel({ window }: RunningOffice): Promise<void> {
  await window.keyboard.press('Control+3')
  await window.getByRole('button', { name: 'Neue ratsuchende Person' }).first().click()
  await window.getByLabel('Alias', { exact: true }).fill(typed.alias)
  await window.getByRole('button', { name: 'Anlegen' }).click()
  await window.getByRole('button', { name: 'Neue Beratung' }).click()
  await choose(window, 'Kanal', 'telefonisch')
  await window.getByLabel('Dauer').fill('20')
  await choose(window, 'Thema', 'Mietrecht/Kündigung')
  await choose(window, 'Ergebnis', 'informiert')
  await window.getByLabel('Notiz', { exact: true }).fill(typed.note)
  await window.getByRole('button', { name: 'Beratung speichern' }).click()
  await expect(window.getByText(typed.note)).toBeVisible()
}

async function writeLetter(office: RunningOffice): Promise<void> {
  const { window, app, folders } = office
  // Where a person saves a letter is their own choice and not the application's; it isn't searched afterwards.
  const desk = join(folders.base, 'schreibtisch')
  mkdirSync(desk, { recursive: true })
  await app.evaluate(({ dialog }, folder) => {
    dialog.showSaveDialog = (async (...args: unknown[]) => {
      const { defaultPath } = args.at(-1) as { defaultPath: string }
      return { canceled: false, filePath: `${folder}/${defaultPath}` }
    }) as typeof dialog.showSaveDialog
  }, desk)

  await window.keyboard.press('Control+2')
  await window.getByRole('row', { name: /Oberspreewald-Lausitz/ }).click()
  await window.keyboard.press('F5')
  await expect(window.getByLabel('Anschrift', { exact: true })).toHaveValue(/Dubinaweg 1, Haus 2\n01968 Senftenberg/)
  await window.getByLabel('Betreff', { exact: true }).fill(typed.subject)
  await window.getByRole('textbox', { name: 'Text', exact: true }).click()
  await window.keyboard.type(typed.letter)
  await expect(window.getByText(/^Gespeichert \d/)).toBeVisible()
  await window.getByRole('button', { name: 'Als Word-Datei speichern' }).click()
  await expect(window.getByText(/bleibt im Register/)).toBeVisible()

  const file = join(desk, `Schreiben-${new Date().getFullYear()}-0001.docx`)
  const document = await (await JSZip.loadAsync(readFileSync(file))).file('word/document.xml')?.async('string')
  for (const text of [typed.subject, typed.letter, 'Dubinaweg 1, Haus 2', '01968 Senftenberg']) expect(document).toContain(text)
}

/** Types into a form that can't be saved yet and locks at once: the text must survive, and not in the clear. */
async function leaveUnsavedNote({ window }: RunningOffice): Promise<void> {
  await window.keyboard.press('F3')
  await window.getByLabel('Schnelleintrag').fill(typed.unsaved)
  await lock(window)
  await tryToUnlock(window, { name: sampleOffice.personName })
  await expectOverview(window)
  await window.keyboard.press('F3')
  await expect(window.getByLabel('Schnelleintrag')).toHaveValue(typed.unsaved)
}

async function expectFound({ window }: RunningOffice, query: string, line: string): Promise<void> {
  await window.keyboard.press('Control+k')
  await window.getByLabel('Suchbegriff').fill(query)
  const hits = window.locator('.mantine-Spotlight-action')
  await expect(hits.first()).toBeVisible()
  await expect(hits.first()).toContainText(line)
  await window.keyboard.press('Escape')
}

/** While the office is open, after it was locked, and after the application has ended. */
async function expectNothingReadable(office: RunningOffice, texts: string[]): Promise<void> {
  const { vault, temp, home } = office.folders
  const scan = (): void => {
    const { findings, files, bytes } = scanForPlainText([vault, temp, home], texts)
    expect(findings).toEqual([])
    expect(files).toBeGreaterThan(3)
    expect(bytes).toBeGreaterThan(100_000)
  }
  scan()
  await lock(office.window)
  scan()
  await office.close()
  scan()
}
