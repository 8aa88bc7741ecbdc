import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A disk that is soon full. */
export interface SmallDisk {
  folder: string
  /** How a program is started so that the limit holds for it. */
  command(program: string, args: string[]): [string, string[]]
  /** What the window may be told when it is full. */
  codes: string[]
  /** Makes room. */
  grow(): void
  release(): void
}

/**
 * A disk of so many MiB: a file system in memory where the tests may mount one (root), otherwise a limit on the size of
 * files, which hits the same writes but is no full disk to SQLite, only a failed write.
 */
export function smallDisk(mebibytes: number): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), 'integrationsbuero-disk-'))
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${mebibytes}m`, 'tmpfs', folder]).status === 0
  if (mounted) {
    return {
      folder,
      command: (program, args) => [program, args],
      codes: ['disk-full'],
      grow: () => void spawnSync('mount', ['-o', `remount,size=${mebibytes * 16}m`, folder]),
      release() {
        spawnSync('umount', ['-l', folder])
        rmSync(folder, { recursive: true, force: true })
      },
    }
  }
  return {
    folder,
    command: (program, args) => ['bash', ['-c', `ulimit -f ${mebibytes * 512}; exec "$@"`, 'limited', program, ...args]],
    codes: ['read-only', 'disk-full'],
    grow: () => undefined,
    release: () => rmSync(folder, { recursive: true, force: true }),
  }
}
