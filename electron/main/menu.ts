import { Menu, type BrowserWindow, type MenuItemConstructorOptions } from 'electron'
import { shortcuts, type Command, type Shortcut } from '../../shared/shortcuts.ts'

/** Zoom by keys; Electron's own roles say nothing when the zoom changes, so it couldn't be remembered. */
export interface ZoomActions {
  change(step: 1 | -1 | 0): void
}

/** Builds the menu from the table of shortcuts. Keys are shown here and handled in the window. */
export function setMenu(window: BrowserWindow, run: (command: Command) => void, zoom: ZoomActions): void {
  const commands = (group: Shortcut['group']): MenuItemConstructorOptions[] =>
    shortcuts
      .filter((shortcut) => shortcut.group === group)
      .map(({ label, keys, command }) => ({
        label,
        accelerator: keys,
        registerAccelerator: false,
        click: () => run(command),
      }))
  const separator: MenuItemConstructorOptions = { type: 'separator' }
  const menu = Menu.buildFromTemplate([
    { label: '&Büro', submenu: [...commands('Büro'), separator, { label: 'Beenden', role: 'quit' }] },
    {
      label: 'B&earbeiten',
      submenu: [
        ...commands('Bearbeiten'),
        separator,
        { label: 'Ausschneiden', role: 'cut' },
        { label: 'Kopieren', role: 'copy' },
        { label: 'Einfügen', role: 'paste' },
        { label: 'Alles auswählen', role: 'selectAll' },
      ],
    },
    {
      label: '&Ansicht',
      submenu: [
        ...commands('Bereiche'),
        separator,
        { label: 'Vergrößern', accelerator: 'Ctrl+Plus', click: () => zoom.change(1) },
        { label: 'Vergrößern', accelerator: 'Ctrl+=', visible: false, click: () => zoom.change(1) },
        { label: 'Verkleinern', accelerator: 'Ctrl+-', click: () => zoom.change(-1) },
        { label: 'Originalgröße', accelerator: 'Ctrl+0', click: () => zoom.change(0) },
        { label: 'Vollbild', role: 'togglefullscreen' },
      ],
    },
    { label: '&Hilfe', submenu: commands('Hilfe') },
  ])
  // For the application and not for the window alone: Electron's own menu, with its developer tools, is gone then.
  Menu.setApplicationMenu(menu)
  window.setAutoHideMenuBar(true)
}
