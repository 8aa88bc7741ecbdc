import { readFileSync, realpathSync } from 'node:fs'

const networkFileSystems = /^(cifs|smb3|smbfs|nfs4?|ncpfs|afs|fuse\.sshfs|davfs|9p)$/

/**
 * Tells whether a folder lies on a network drive, where SQLite's write-ahead log is unsafe because its shared memory
 * exists on one machine only (https://sqlite.org/wal.html).
 */
export function isNetworkPath(folder: string): boolean {
  let real = folder
  try {
    // On Windows the native call turns a mapped drive letter into its UNC path.
    real = realpathSync.native(folder)
  } catch {
    // A folder that can't be resolved is judged by its name; opening it will say what is wrong.
  }
  if (/^(\\\\|\/\/)(?![?.]\\)/.test(real)) return true
  if (process.platform !== 'linux') return false
  return networkFileSystems.test(mountType(real))
}

function mountType(path: string): string {
  let best = { point: '', type: '' }
  for (const line of readFileSync('/proc/self/mounts', 'utf8').split('\n')) {
    const [, rawPoint, type] = line.split(' ')
    if (!rawPoint || !type) continue
    const point = rawPoint.replaceAll('\\040', ' ')
    const inside = path === point || path.startsWith(point.endsWith('/') ? point : `${point}/`)
    if (inside && point.length >= best.point.length) best = { point, type }
  }
  return best.type
}
