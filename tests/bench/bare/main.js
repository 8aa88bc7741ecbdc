import { fileURLToPath } from 'node:url'
import { app, BrowserWindow } from 'electron'

/** The least that an Electron application can be: one sandboxed window with a heading. What ours is measured against. */
void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800, webPreferences: { sandbox: true, contextIsolation: true } })
  void window.loadFile(fileURLToPath(new URL('index.html', import.meta.url)))
})
app.on('window-all-closed', () => app.quit())
