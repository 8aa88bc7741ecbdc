import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { app, powerMonitor, type BrowserWindow } from 'electron'
import type { DesktopEvent } from '../../shared/desktop.ts'
import { runCommandIfGiven } from './commands.ts'
import { answerDesktop } from './desktop-procedures.ts'
import { Diagnosis } from './diagnosis.ts'
import { tellCopiesHeld, tellOfficeFailed } from './dialogs.ts'
import { EditingFolders } from './editing.ts'
import { IdleWatch } from './idle-watch.ts'
import { Locking } from './locking.ts'
import { appendLog, noteCourse, notePolicy } from './log.ts'
import { setMenu } from './menu.ts'
import { OfficeHost } from './office-host.ts'
import { defaultVaultFolder, profileFolder, settingsFolder } from './paths.ts'
import { machinePolicy } from './policy.ts'
import { registerAppScheme, serveApp } from './security/app-protocol.ts'
import { closeNetwork } from './security/command-line.ts'
import { refuseDebugging } from './security/debugging.ts'
import { denyNavigation, isOwnPage } from './security/navigation.ts'
import { hardenedSession } from './security/session-hardening.ts'
import { newDemoFolder, readSwitches, removeDemoFolder } from './switches.ts'
import { readUiSettings, writeUiSettings, type UiSettings } from './ui-settings.ts'
import { ViewingFolder } from './viewing.ts'
import { createWindow, loadPage } from './window.ts'

/** Entry of the main process: the order in which things start and end. No SQL, no personal data. */

const idleCheckMilliseconds = 5_000

runCommandIfGiven()
refuseDebugging()
closeNetwork()
registerAppScheme()
denyNavigation()

// The shortcut that the installer makes bears it, too; by it Windows joins the window with its pinned icon.
app.setAppUserModelId('Integrationsbuero.Desktop')

const switches = readSwitches()
const demoFolders: string[] = []
let settings = readUiSettings(settingsFolder())
// Kept from the first start on, for its number of this installation.
writeUiSettings(settingsFolder(), settings)
const policy = machinePolicy()
const vaultFolder = switches.demo ? demoFolder() : (policy.values.VaultPath ?? switches.vault ?? settings.vaultFolder)
// The lock against a second start hangs on the profile, so the profile hangs on the vault.
app.setPath('userData', profileFolder(vaultFolder))

const office = new OfficeHost((vault) => policy.values.BackupPath ?? settings.secondPlaces[vault] ?? null, { machine: settings.machine, policy })
const viewing = new ViewingFolder(tmpdir())
const editing = new EditingFolders(tmpdir())
let window: BrowserWindow | null = null
/** The application is about to end and only makes its last backup. */
let ending = false
const diagnosis = new Diagnosis(() => ({ vault: office.vault.folder ?? defaultVaultFolder(), secondPlace: office.secondPlace, policy }))
const locking = new Locking({
  office,
  wipeViewing: () => {
    viewing.wipe()
    if (editing.wipeReleased({ unused: true }) > 0) void tellCopiesHeld()
  },
  askToSave: () => tell({ type: 'lock-pending' }),
  hide: withoutWindow,
  loadPage: () => window && loadPage(window),
})

const idle = new IdleWatch(
  { systemIdleSeconds: () => powerMonitor.getSystemIdleTime(), now: () => performance.now() },
  { warn: (seconds) => tell({ type: 'lock-warning', seconds }), lock: () => void locking.lock() },
)

if (app.requestSingleInstanceLock()) start()
else app.quit()

function start(): void {
  noteCourse(`application started ${app.getVersion()}`)
  notePolicy()
  if (policy.values.AutoLockMinutes !== undefined) idle.setLimit(policy.values.AutoLockMinutes)
  app.on('second-instance', bringToFront)
  app.on('window-all-closed', () => app.quit())
  app.on('before-quit', (event) => {
    if (!office.unlocked && !office.backingUp) return
    event.preventDefault()
    if (office.unlocked) void locking.lock({ restart: false }).then(() => app.quit())
    else {
      // Locked a moment ago: what was last entered is still being copied.
      withoutWindow()
      void office.untilBackedUp().then(() => app.quit())
    }
  })
  app.on('will-quit', () => {
    viewing.wipe()
    editing.wipeReleased({ unused: true })
    if (demoFolders.length > 0) office.kill()
    for (const folder of demoFolders) removeDemoFolder(folder)
    noteCourse('application ended')
  })
  office.on('state', (unlocked) => {
    noteCourse(unlocked ? 'office unlocked' : 'office locked')
    if (unlocked) idle.used()
  })
  office.on('asked', deskAsked)
  office.on('vault', rememberVault)
  office.on('ready', () => {
    for (const copy of editing.left()) office.offerCopy(copy)
  })
  office.on('copyTaken', (token) => editing.release(token))
  office.on('crashed', officeCrashed)
  office.on('failed', () => void tellOfficeFailed().then(() => app.quit()))

  void app.whenReady().then(() => {
    viewing.wipeLeftovers()
    office.start({
      folder: vaultFolder ?? defaultVaultFolder(),
      demo: switches.demo,
      expected: vaultFolder !== null && vaultFolder === settings.vaultFolder,
    })
    const session = hardenedSession(app.isPackaged, policy.values.DisableClipboard === true)
    serveApp(session, join(import.meta.dirname, '../renderer'))
    answerDesktop({
      window: () => window,
      office,
      viewing,
      editing,
      settings: () => settings,
      change: changeSettings,
      lock: () => void locking.lock(),
      lockReady: () => locking.textIsSafe(),
      used: () => idle.used(),
      setIdleLock: (minutes) => idle.setLimit(policy.values.AutoLockMinutes ?? minutes),
      policy,
      diagnosis,
    })
    window = createWindow(session, settings, { packaged: app.isPackaged, copying: policy.values.DisableClipboard !== true })
    watchWindow(window)
    const screenLock = policy.values.LockOnScreenLock === false ? [] : (['lock-screen'] as const)
    for (const event of ['suspend', 'shutdown', ...screenLock] as const) {
      powerMonitor.on(event as 'suspend', () => void locking.lock())
    }
    setInterval(() => office.unlocked && idle.check(), idleCheckMilliseconds)
  })
}

function watchWindow(shown: BrowserWindow): void {
  setMenu(shown, (name) => tell({ type: 'command', name }), { change: changeZoom })
  shown.webContents.on('did-finish-load', () => {
    if (isOwnPage(shown.webContents.getURL())) office.connect(shown.webContents)
  })
  shown.webContents.on('render-process-gone', (_event, { reason }) => {
    // A page that crashed leaves an empty window behind; drafts and saved records are there again after loading it anew.
    if (reason !== 'clean-exit') loadPage(shown)
  })
  shown.on('close', (event) => {
    changeSettings({ bounds: shown.getNormalBounds(), maximized: shown.isMaximized() })
    if (!office.unlocked) return
    // Unsaved text is brought to safety first; then the window closes by itself.
    event.preventDefault()
    void locking.lock({ restart: false }).then(() => shown.destroy())
  })
  shown.on('closed', () => {
    window = null
  })
}

/** Whoever works in another window sees it in the task bar. */
function deskAsked(asked: boolean): void {
  idle.asked(asked)
  if (window && !window.isFocused()) window.flashFrame(asked)
}

function officeCrashed(): void {
  appendLog('office process ended unexpectedly')
  viewing.wipe()
  office.start()
  if (!window) return
  tell({ type: 'office-restarted' })
  office.connect(window.webContents)
}

function rememberVault(folder: string, demo: boolean): void {
  if (demo) demoFolders.push(folder)
  else if (!switches.vault || policy.values.VaultPath !== undefined) changeSettings({ vaultFolder: folder })
  // Should the policy be broken one day, copies go on to where they went.
  if (policy.values.BackupPath !== undefined && !demo) changeSettings({ secondPlaces: { ...settings.secondPlaces, [folder]: policy.values.BackupPath } })
  // From now on a second start on this vault finds this window.
  app.releaseSingleInstanceLock()
  app.setPath('userData', profileFolder(folder))
  app.requestSingleInstanceLock()
}

function demoFolder(): string {
  const folder = newDemoFolder()
  demoFolders.push(folder)
  return folder
}

function withoutWindow(): void {
  ending = true
  window?.hide()
}

function bringToFront(): void {
  if (ending) {
    // Whoever starts the application anew doesn't wait for the last backup of before: it gives way.
    app.relaunch()
    office.kill()
    return
  }
  if (!window) return
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

function changeZoom(step: 1 | -1 | 0): void {
  if (!window) return
  const zoom = step === 0 ? 1 : Math.min(3, Math.max(0.5, window.webContents.getZoomFactor() + step * 0.1))
  window.webContents.setZoomFactor(zoom)
  changeSettings({ zoom })
}

function changeSettings(change: Partial<UiSettings>): void {
  settings = { ...settings, ...change }
  writeUiSettings(settingsFolder(), settings)
}

function tell(event: DesktopEvent): void {
  window?.webContents.send('desktop-event', event)
}
