import { join } from 'node:path'
import { BrowserWindow, nativeTheme, screen, type Session } from 'electron'
import { noCopyingSwitch } from '../no-copying.ts'
import { appOrigin } from './security/app-protocol.ts'
import type { UiSettings } from './ui-settings.ts'

const smallest = { width: 1024, height: 700 }

/** Background before the first paint, as in the window's theme. */
const background = { light: '#faf8f5', dark: '#14191c' }

/** Makes the one window. Where IT doesn't want it, nothing can be copied out of it. It stays hidden until its page can be shown. */
export function createWindow(session: Session, settings: UiSettings, { packaged, copying }: { packaged: boolean; copying: boolean }): BrowserWindow {
  nativeTheme.themeSource = settings.colorScheme === 'auto' ? 'system' : settings.colorScheme
  const window = new BrowserWindow({
    ...(visibleBounds(settings.bounds) ?? { width: 1440, height: 900 }),
    minWidth: smallest.width,
    minHeight: smallest.height,
    show: false,
    title: 'Integrationsbüro',
    backgroundColor: nativeTheme.shouldUseDarkColors ? background.dark : background.light,
    webPreferences: {
      session,
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      // Dialogs that would hand the page files and folders past the main process.
      disableBlinkFeatures: 'FileSystemAccessLocal',
      devTools: !packaged,
      zoomFactor: settings.zoom,
      additionalArguments: copying ? [] : [noCopyingSwitch],
    },
  })
  // The page could put a name into its title, and the task bar would show it to a visitor.
  window.on('page-title-updated', (event) => event.preventDefault())
  window.once('ready-to-show', () => {
    if (settings.maximized) window.maximize()
    window.show()
  })
  loadPage(window)
  return window
}

/** Loads the page anew, at its beginning: who unlocks next doesn't land on what the last person was looking at. */
export function loadPage(window: BrowserWindow): void {
  void window.loadURL(`${appOrigin}/index.html`)
}

/** Remembered bounds, if enough of them is still on a screen. */
function visibleBounds(bounds: UiSettings['bounds']): UiSettings['bounds'] {
  if (!bounds) return null
  const { workArea } = screen.getDisplayMatching(bounds)
  const seenWidth = Math.min(bounds.x + bounds.width, workArea.x + workArea.width) - Math.max(bounds.x, workArea.x)
  const seenHeight = Math.min(bounds.y + bounds.height, workArea.y + workArea.height) - Math.max(bounds.y, workArea.y)
  return seenWidth >= 100 && seenHeight >= 100 ? bounds : null
}
