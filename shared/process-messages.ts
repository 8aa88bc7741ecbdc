/**
 * What main and the office process say to each other besides handing over the window's port. Paths and states only:
 * main never sees what the office keeps.
 */
export type ToOffice =
  /** `expected`: there was a vault in the folder before, so a missing one is trouble and no first run. */
  | { type: 'vault'; folder: string | null; demo: boolean; expected: boolean }
  /** With one port: the window's end of the contract. */
  | { type: 'port' }
  | { type: 'grant'; token: string; path: string; mode: 'read' | 'write' | 'folder' }
  /** Close the databases and say `closed`; the process is ended afterwards. */
  | { type: 'close' }

export type FromOffice =
  | { type: 'ready' }
  | { type: 'state'; unlocked: boolean }
  /** The office uses this folder from now on. */
  | { type: 'vault'; folder: string; demo: boolean }
  | { type: 'closed' }
