import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import { dialog, type BrowserWindow } from 'electron'
import type { SaveKind } from '../../shared/desktop.ts'

const kinds: Record<SaveKind, { name: string; extension: string }> = {
  docx: { name: 'Word-Dokument', extension: 'docx' },
  html: { name: 'Webseite (HTML)', extension: 'html' },
  csv: { name: 'CSV-Datei', extension: 'csv' },
  pdf: { name: 'PDF-Dokument', extension: 'pdf' },
  xlsx: { name: 'Excel-Arbeitsmappe', extension: 'xlsx' },
  vcf: { name: 'Visitenkarten', extension: 'vcf' },
  svg: { name: 'SVG-Bild', extension: 'svg' },
  json: { name: 'JSON-Datei', extension: 'json' },
  jpg: { name: 'JPEG-Bild', extension: 'jpg' },
  png: { name: 'PNG-Bild', extension: 'png' },
  webp: { name: 'WebP-Bild', extension: 'webp' },
  tif: { name: 'TIFF-Bild', extension: 'tif' },
  odt: { name: 'OpenDocument-Text', extension: 'odt' },
  eml: { name: 'E-Mail', extension: 'eml' },
  msg: { name: 'Outlook-Nachricht', extension: 'msg' },
  txt: { name: 'Textdatei', extension: 'txt' },
  zip: { name: 'Verschlüsseltes Archiv (ZIP)', extension: 'zip' },
  ics: { name: 'Kalenderdatei (iCalendar)', extension: 'ics' },
}

/** Asks for the folder of a vault; null when the person changed their mind. */
export async function askVaultFolder(window: BrowserWindow, purpose: 'create' | 'open'): Promise<string | null> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: purpose === 'create' ? 'Ordner für den Tresor wählen' : 'Ordner des Tresors öffnen',
    buttonLabel: purpose === 'create' ? 'Hier anlegen' : 'Öffnen',
    properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'],
  })
  return filePaths[0] ?? null
}

/** Asks for a folder that files go to; gives its path and a token for the office process. */
export async function askTargetFolder(window: BrowserWindow): Promise<{ token: string; path: string; name: string } | null> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: 'Ordner für die Dateien wählen',
    buttonLabel: 'Hier speichern',
    properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'],
  })
  const [path] = filePaths
  return path === undefined ? null : { token: randomUUID(), path, name: basename(path) }
}

/** Asks for the folder, stick or share that copies of the backups go to. */
export async function askBackupPlace(window: BrowserWindow): Promise<string | null> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: 'Zweiten Ort für Sicherungen wählen',
    buttonLabel: 'Hier sichern',
    properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'],
  })
  return filePaths[0] ?? null
}

/** Asks for a folder with backups; gives its path and a token for the office process. */
export async function askBackupFolder(window: BrowserWindow): Promise<{ token: string; path: string } | null> {
  const { filePaths } = await dialog.showOpenDialog(window, { title: 'Ordner mit Sicherungen wählen', buttonLabel: 'Durchsuchen', properties: ['openDirectory', 'dontAddToRecent'] })
  const [path] = filePaths
  return path === undefined ? null : { token: randomUUID(), path }
}

/** Says that the office process doesn't start at all, which is a fault of the installation. */
export async function tellOfficeFailed(): Promise<void> {
  await dialog.showMessageBox({
    type: 'error',
    title: 'Integrationsbüro',
    message: 'Ein Teil des Programms startet nicht.',
    detail:
      'Ihre Daten sind unverändert. Bitte starten Sie das Programm neu. Bleibt der Fehler, lassen Sie es von Ihrer IT neu installieren.',
    buttons: ['Beenden'],
  })
}

/** Says that copies could not be wiped yet because a program such as Word holds them open. */
export async function tellCopiesHeld(): Promise<void> {
  await dialog.showMessageBox({
    type: 'warning',
    title: 'Integrationsbüro',
    message: 'Ein Dokument ist noch in einem anderen Programm geöffnet.',
    detail:
      'Was dort zuletzt gespeichert wurde, liegt im Tresor. Die Kopie lässt sich erst entfernen, wenn das andere Programm sie freigibt. '
      + 'Bitte schließen Sie das Dokument dort; beim nächsten Start wird die Kopie entfernt. Wird vorher noch gespeichert, übernimmt das Büro es nach dem nächsten Entsperren.',
    buttons: ['Verstanden'],
  })
}

/** Asks where to save; gives the path with the right ending and a token for the office process. */
export async function askSaveTarget(
  window: BrowserWindow,
  suggestion: { name: string; kind: SaveKind },
): Promise<{ token: string; path: string; name: string } | null> {
  const { name, extension } = kinds[suggestion.kind]
  const { filePath } = await dialog.showSaveDialog(window, {
    title: 'Speichern unter',
    buttonLabel: 'Speichern',
    defaultPath: suggestion.name,
    filters: [{ name, extensions: [extension] }],
    properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'],
  })
  if (!filePath) return null
  const path = filePath.toLowerCase().endsWith(`.${extension}`) ? filePath : `${filePath}.${extension}`
  return { token: randomUUID(), path, name: basename(path) }
}
