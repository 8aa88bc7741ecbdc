import type { PolicyState } from './policy/state.ts'

/**
 * What main and the office process say to each other besides handing over the window's port. Paths and states only:
 * main never sees what the office keeps.
 */
export type ToOffice =
  /** What IT has settled; comes before everything else. */
  | { type: 'policy'; policy: PolicyState }
  /**
   * `expected`: there was a vault in the folder before, so a missing one is trouble and no first run. `secondPlace`: where copies of its
   * backups go on this computer. `machine`: random number of this installation.
   */
  | { type: 'vault'; folder: string | null; demo: boolean; expected: boolean; secondPlace: string | null; machine: string | null }
  /** With one port: the window's end of the contract. */
  | { type: 'port' }
  /** `view`: a place in the folder that is wiped when the office is locked; everything else was chosen in a dialog. */
  | { type: 'grant'; token: string; path: string; mode: 'read' | 'write' | 'view' | 'folder' | 'edit' }
  /** A copy that was being edited when its office process or the whole application ended. */
  | { type: 'left-copy'; token: string; path: string }
  /** The person has chosen another second place for backups, or none. */
  | { type: 'second-place'; path: string | null }
  /** Back up the files of the locked vault, where they were changed, and say `backed-up`. */
  | { type: 'back-up' }
  /** Close the databases and say `closed`; the process is ended afterwards. */
  | { type: 'close' }

export type FromOffice =
  | { type: 'ready' }
  | { type: 'state'; unlocked: boolean }
  /** The office uses this folder from now on. */
  | { type: 'vault'; folder: string; demo: boolean }
  /** The vault holds all that was saved in this copy: it may be wiped. */
  | { type: 'copy-taken'; token: string }
  /** Somebody at another computer asks for the desk, or does no more. */
  | { type: 'asked'; asked: boolean }
  | { type: 'backed-up' }
  | { type: 'closed' }
