import { BrowserWindow } from 'electron'
import type { SaveOutcome } from '../../shared/desktop.ts'
import { askSaveTarget } from './dialogs.ts'
import { saveFile } from './save-file.ts'
import { appOrigin } from './security/app-protocol.ts'

const foot = `<div style="width:100%;padding:0 20mm;font:8px sans-serif;color:#555;display:flex;justify-content:space-between">
  <span>Integrationsbüro: Handbuch</span><span>Seite <span class="pageNumber"></span> von <span class="totalPages"></span></span></div>`
const centimetresPerInch = 2.54
/** Runs in the page. It is ready within a second; one that never is must not be waited for. */
const whenReady = `new Promise((done, fail) => {
  const look = (left) => ('ready' in document.documentElement.dataset ? done() : left > 0 ? setTimeout(look, 50, left - 1) : fail(new Error('The page of the handbook was never ready.')))
  look(400)
})`

/** Asks where to save, and saves the handbook there as a tagged PDF with an outline. */
export async function saveHandbook(window: BrowserWindow | null): Promise<SaveOutcome> {
  const target = window && (await askSaveTarget(window, { name: 'Handbuch Integrationsbüro', kind: 'pdf' }))
  return target ? saveFile(target, await printHandbook(window)) : { saved: false, trouble: null }
}

/**
 * Prints the page of the handbook in a window out of sight. It has no preload and no port, so it can show the handbook and nothing
 * of the office; what it makes may therefore pass through this process.
 */
async function printHandbook(beside: BrowserWindow): Promise<Buffer> {
  const page = new BrowserWindow({
    show: false,
    webPreferences: { session: beside.webContents.session, sandbox: true, contextIsolation: true, nodeIntegration: false, spellcheck: false, devTools: false },
  })
  try {
    await page.loadURL(`${appOrigin}/handbook.html`)
    await page.webContents.executeJavaScript(whenReady)
    return await page.webContents.printToPDF({
      pageSize: 'A4',
      printBackground: true,
      displayHeaderFooter: true,
      headerTemplate: '<span></span>',
      footerTemplate: foot,
      margins: { top: 2 / centimetresPerInch, bottom: 2 / centimetresPerInch, left: 2.2 / centimetresPerInch, right: 2 / centimetresPerInch },
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    })
  } finally {
    page.destroy()
  }
}
