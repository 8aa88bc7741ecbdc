import { app, ipcMain, nativeTheme, shell, type BrowserWindow } from 'electron'
import { z } from 'zod'
import { editedKinds } from '../../shared/correspondence/round-trip/kinds.ts'
import type { DesktopEnvironment } from '../../shared/desktop.ts'
import type { PolicyName } from '../../shared/policy/keys.ts'
import { isLocked, type PolicyState } from '../../shared/policy/state.ts'
import { saveKinds } from '../../shared/save-kinds.ts'
import { copyForAMinute } from './clipboard.ts'
import { askBackupFolder, askBackupPlace, askSaveTarget, askTargetFolder, askVaultFolder } from './dialogs.ts'
import type { Diagnosis } from './diagnosis.ts'
import type { EditingFolders } from './editing.ts'
import type { OfficeHost } from './office-host.ts'
import { saveHandbook } from './handbook.ts'
import { defaultVaultFolder } from './paths.ts'
import { assertTrustedSender } from './security/trusted-sender.ts'
import type { ViewingFolder } from './viewing.ts'
import type { UiSettings } from './ui-settings.ts'

/** What the procedures act on. */
export interface DesktopParts {
  window(): BrowserWindow | null
  office: OfficeHost
  viewing: ViewingFolder
  editing: EditingFolders
  settings(): UiSettings
  change(settings: Partial<UiSettings>): void
  lock(): void
  lockReady(): void
  used(): void
  setIdleLock(minutes: number): void
  /** What IT has settled; what is locked there is refused here, whatever the page shows. */
  policy: PolicyState
  diagnosis: Diagnosis
}

const scheme = z.enum(['auto', 'light', 'dark'])
const purpose = z.enum(['create', 'open'])
const minutes = z.number().min(1).max(60)
const copied = z.string().min(1).max(100_000)
const saveKind = z.enum(saveKinds)
const editedKind = z.enum(editedKinds)
/** A plain file name in any script: the person's eyes check the folder in the dialog, the name must not lead out of it. */
const suggestion = z.object({ name: z.string().regex(/^[\p{L}\p{N}][\p{L}\p{M}\p{N} _.,()-]{0,79}$/u), kind: saveKind })
const token = z.uuid()

/** Answers the window's procedures; each call is checked for its sender first and its argument second. */
export function answerDesktop(parts: DesktopParts): void {
  const answer = <T>(name: string, work: (argument: unknown) => T | Promise<T>): void => {
    ipcMain.handle(`desktop:${name}`, async (event, argument: unknown) => {
      assertTrustedSender(event, parts.window()?.webContents ?? null)
      return work(argument)
    })
  }

  answer('environment', (): DesktopEnvironment => ({
    version: app.getVersion(),
    vaultDisplay: parts.office.vault.folder ?? defaultVaultFolder(),
    colorScheme: parts.settings().colorScheme,
  }))
  answer('lock', () => parts.lock())
  answer('lockReady', () => parts.lockReady())
  answer('activity', () => parts.used())
  answer('setIdleLock', (value) => parts.setIdleLock(minutes.parse(value)))
  answer('chooseVaultFolder', async (value) => {
    const window = parts.window()
    const asked = purpose.parse(value)
    expectUnlocked(parts.policy, 'VaultPath')
    const folder = window && (await askVaultFolder(window, asked))
    if (!folder) return null
    parts.office.useVault({ folder, demo: false, expected: asked === 'open' })
    return { display: folder }
  })
  answer('chooseSaveTarget', async (value) => {
    const window = parts.window()
    const asked = suggestion.parse(value)
    if (parts.policy.values.DisableExport?.includes(asked.kind)) throw new Error('This format is forbidden by policy.')
    const target = window && (await askSaveTarget(window, asked))
    if (!target) return null
    parts.office.grant(target.token, target.path, 'write')
    return { grant: target.token, name: target.name }
  })
  answer('chooseTargetFolder', async () => {
    const window = parts.window()
    const target = window && (await askTargetFolder(window))
    if (!target) return null
    parts.office.grant(target.token, target.path, 'folder')
    return { grant: target.token, name: target.name }
  })
  answer('chooseBackupPlace', async () => {
    expectUnlocked(parts.policy, 'BackupPath')
    const window = parts.window()
    const place = window && (await askBackupPlace(window))
    if (!place) return null
    setBackupPlace(parts, place)
    return { display: place }
  })
  answer('chooseBackupFolder', async () => {
    const window = parts.window()
    const folder = window && (await askBackupFolder(window))
    if (!folder) return null
    parts.office.grant(folder.token, folder.path, 'folder')
    return { grant: folder.token }
  })
  answer('forgetBackupPlace', () => {
    expectUnlocked(parts.policy, 'BackupPath')
    setBackupPlace(parts, null)
  })
  answer('prepareViewing', (value) => {
    const place = parts.viewing.prepare(saveKind.parse(value))
    parts.office.grant(place.token, place.path, 'view')
    return { grant: place.token }
  })
  answer('showViewing', async (value) => {
    const path = parts.viewing.pathOf(token.parse(value))
    // What comes back is the system's message; it may name the path and goes nowhere.
    return { shown: path !== undefined && (await shell.openPath(path)) === '' }
  })
  answer('wipeViewing', () => parts.viewing.wipe())
  answer('prepareEditing', (value) => {
    const place = parts.editing.prepare(editedKind.parse(value))
    parts.office.grant(place.token, place.path, 'edit')
    return { grant: place.token }
  })
  answer('showEditing', async (value) => {
    const path = parts.editing.pathOf(token.parse(value))
    return { shown: path !== undefined && (await shell.openPath(path)) === '' }
  })
  answer('print', () => print(parts.window()))
  answer('copyText', (value) => {
    const text = copied.parse(value)
    if (parts.policy.values.DisableClipboard) throw new Error('The clipboard is forbidden by policy.')
    return copyForAMinute(text)
  })
  answer('policy', () => parts.policy)
  answer('diagnose', async () => ({ text: await parts.diagnosis.collect() }))
  answer('saveDiagnosis', async () => {
    const window = parts.window()
    return window ? parts.diagnosis.save(window) : { saved: false, trouble: null }
  })
  answer('saveHandbook', () => saveHandbook(parts.window()))
  answer('setColorScheme', (value) => {
    const colorScheme = scheme.parse(value)
    nativeTheme.themeSource = colorScheme === 'auto' ? 'system' : colorScheme
    parts.change({ colorScheme })
  })
}

function expectUnlocked(policy: PolicyState, name: PolicyName): void {
  if (isLocked(policy, name)) throw new Error(`${name} is settled by policy.`)
}

function setBackupPlace({ office, settings, change }: DesktopParts, place: string | null): void {
  const { folder } = office.vault
  if (folder === null) return
  const { [folder]: _before, ...others } = settings().secondPlaces
  change({ secondPlaces: place === null ? others : { ...others, [folder]: place } })
  office.useSecondPlace(place)
}

function print(window: BrowserWindow | null): Promise<{ printed: boolean }> {
  return new Promise((resolve) => {
    if (!window) resolve({ printed: false })
    else window.webContents.print({ printBackground: true }, (printed) => resolve({ printed }))
  })
}
