import type { EditedKind } from './correspondence/round-trip/kinds.ts'
import type { PolicyState } from './policy/state.ts'
import type { SaveKind } from './save-kinds.ts'

/**
 * What the window may ask of the main process. Each is one procedure with a sender check; none gives the window a path
 * it could use, and none carries what the office keeps, but for text that the person copies.
 */
export interface Desktop {
  /** Facts for the screens. */
  environment(): Promise<DesktopEnvironment>
  /** Locks the office now. */
  lock(): Promise<void>
  /** After {@link DesktopEvents} `lock-pending`: unsaved text is safe, the office process may end. */
  lockReady(): Promise<void>
  /** Keyboard or mouse was used; main locks when that stays away. */
  activity(): Promise<void>
  /** Minutes without use until the office locks. */
  setIdleLock(minutes: number): Promise<void>
  /** Lets the person choose a folder for the vault; the office process is told the path, the window a text to show. */
  chooseVaultFolder(purpose: 'create' | 'open'): Promise<{ display: string } | null>
  /** Lets the person choose where to save; gives a token that the office process takes once. */
  chooseSaveTarget(suggestion: { name: string; kind: SaveKind }): Promise<{ grant: string; name: string } | null>
  /** Lets the person choose a folder that files are written to; gives a token that the office process takes once. */
  chooseTargetFolder(): Promise<{ grant: string; name: string } | null>
  /** Lets the person choose the second place for backups; main keeps it for this computer, the window gets a text to show. */
  chooseBackupPlace(): Promise<{ display: string } | null>
  /** Lets the person choose a folder with backups; gives a token by which the office process reads it once. */
  chooseBackupFolder(): Promise<{ grant: string } | null>
  /** From now on no copies of backups go to a second place. */
  forgetBackupPlace(): Promise<void>
  /**
   * Makes a place for a paper that another program shall show; gives a token that the office process writes to once. The place is
   * wiped when the office is locked or ended.
   */
  prepareViewing(kind: SaveKind): Promise<{ grant: string }>
  /** Shows a paper that was written to such a place, by the system's own program for it. */
  showViewing(grant: string): Promise<{ shown: boolean }>
  /** Wipes all such places now: before what was shown there is destroyed. */
  wipeViewing(): Promise<void>
  /**
   * Makes a place for a copy that another program shall edit; gives a token that the office process writes to and takes saved states
   * back from. The place is wiped when the office is locked or ended, after the last saved state was taken back.
   */
  prepareEditing(kind: EditedKind): Promise<{ grant: string }>
  /** Opens such a copy with the system's own program for it. */
  showEditing(grant: string): Promise<{ shown: boolean }>
  /** Prints the page as shown (print style sheets apply). */
  print(): Promise<{ printed: boolean }>
  /** Lets the person choose where to save, and saves the whole handbook there as PDF. */
  saveHandbook(): Promise<SaveOutcome>
  /** Puts text on the clipboard, keeps it out of the clipboard history and takes it off again after a minute. */
  copyText(text: string): Promise<void>
  /** Colour scheme, kept outside the vault because the lock screen needs it. */
  setColorScheme(scheme: ColorScheme): Promise<void>
  /** What IT has settled for this computer, as it was read at the start. */
  policy(): Promise<PolicyState>
  /** Collects facts for IT, without personal data; gives the text that {@link Desktop.saveDiagnosis} saves. */
  diagnose(): Promise<{ text: string }>
  /** Lets the person choose where to save the text that was last collected. */
  saveDiagnosis(): Promise<SaveOutcome>
  /** Registers for news of the main process; returns the way to end it. */
  on(listener: (event: DesktopEvent) => void): () => void
}

/** What became of a file that the main process saved by itself; `trouble` is null when the person changed their mind. */
export type SaveOutcome = { saved: true; name: string } | { saved: false; trouble: 'disk-full' | 'unwritable' | null }

export type ColorScheme = 'auto' | 'light' | 'dark'

export type { SaveKind } from './save-kinds.ts'

export interface DesktopEnvironment {
  version: string
  /** Where the vault lies, for the eye only. */
  vaultDisplay: string
  colorScheme: ColorScheme
}

export type DesktopEvent =
  /** The office locks in a moment: save what is unsaved and call `lockReady`. */
  | { type: 'lock-pending' }
  /** Nobody has used the office for long; it locks in so many seconds. 0 takes the warning back. */
  | { type: 'lock-warning'; seconds: number }
  /** The office process ended by itself and was started again; a new port is on its way. */
  | { type: 'office-restarted' }
  /** A command of the menu, by its name in the shortcut table. */
  | { type: 'command'; name: string }
