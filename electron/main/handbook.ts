import { randomBytes } from 'node:crypto'
import { rename, rm, writeFile } from 'node:fs/promises'
import { BrowserWindow } from 'electron'
import { askSaveTarget } from './dialogs.ts'
import { appOrigin } from './security/app-protocol.ts'

const foot = `<div style="width:100%;padding:0 20mm;font:8px sans-serif;color:#555;display:flex;justify-content:space-between">
  <span>Integrationsbüro: Handbuch</span><span>Seite <span class="pageNumber"></span> von <span class="totalPages"></span></span></div>`
const centimetresPerInch = 2.54

/** Asks where to save, and saves the handbook there as a tagged PDF with an outline. */
export async function saveHandbook(window: BrowserWindow | null): Promise<{ saved: boolean }> {
  const target = window && (await askSaveTarget(window, { name: 'Handbuch Integrationsbüro', kind: 'pdf' }))
  if (!target) return { saved: false }
  const part = `${target.path}.${randomBytes(4).toString('hex')}.part`
  try {
    await writeFile(part, await printHandbook(window))
    await rename(part, target.path)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
  return { saved: true }
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
    await page.webContents.executeJavaScript("new Promise((done) => { const look = () => ('ready' in document.documentElement.dataset ? done() : setTimeout(look, 20)); look() })")
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
