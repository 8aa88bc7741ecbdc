import { spawnSync } from 'node:child_process'
import { readFileSync, realpathSync, statfsSync } from 'node:fs'

/** What is asked of the system about a folder; a parameter, so that tests can say what it answers. */
export interface PathProbe {
  platform: NodeJS.Platform
  /** The folder by its real name. @throws where it can't be reached */
  realPath(folder: string): string
  /** Content of `/proc/self/mounts` (Linux). */
  mounts(): string
  /** Number of the file system's kind, `f_type` of statfs (Linux). @throws where it can't be reached */
  fileSystem(path: string): number
  /** What a drive letter such as `Z:` is connected to, null for none (Windows). */
  mappedTo(drive: string): string | null
}

/** Kinds by their names in `/proc/self/mounts`; the last four are folders that a virtual machine is given by its host. */
const networkKinds = /^(cifs|smb[23]?|smbfs|nfs[34]?|ncpfs|afs|coda|ceph|lustre|gpfs|glusterfs|davfs2?|beegfs|orangefs|9p|virtiofs|vboxsf|prl_fs)$/
/** File systems in user space are taken for network drives (sshfs, rclone, davfs, gvfs …) but for those that lie on a disk. */
const localInUserSpace = /^(fuseblk|fuse\.(ntfs(-3g)?|exfat|gocryptfs|cryfs|encfs|securefs|mergerfs|bindfs|lxcfs|ext2|squashfuse))$/
/** The same by number (linux/magic.h, fs/smb, fs/ceph): they hold where no line of the mounts fits, as in some containers. */
const networkNumbers = new Set([0xff534d42, 0xfe534d42, 0x517b, 0x6969, 0x564c, 0x5346414f, 0x73757245, 0x00c36400, 0x0bd00bd0, 0x01021997, 0x786f4256])

/** The running system. */
export const systemProbe: PathProbe = {
  platform: process.platform,
  realPath: (folder) => realpathSync.native(folder),
  mounts: () => readFileSync('/proc/self/mounts', 'utf8'),
  fileSystem: (path) => statfsSync(path).type,
  mappedTo: (drive) => mappedDrive(drive),
}

/**
 * Tells whether a folder lies on a network drive, where SQLite's write-ahead log is unsafe because its shared memory
 * exists on one machine only (https://sqlite.org/wal.html). In doubt it does: a rollback journal is slower and right everywhere.
 */
export function isNetworkPath(folder: string, probe: PathProbe = systemProbe): boolean {
  let real = folder
  try {
    // On Windows the native call turns a mapped drive letter into its UNC path.
    real = probe.realPath(folder)
  } catch {
    // A folder that can't be resolved is judged by its name; opening it will say what is wrong.
  }
  if (isShare(real) || isShare(folder)) return true
  if (probe.platform === 'win32') {
    const drives = [real, folder].flatMap((path) => /^(?:[\\/]{2}[?.][\\/])?([a-z]:)/i.exec(path)?.[1] ?? [])
    return drives.some((drive) => probe.mappedTo(drive) !== null)
  }
  if (probe.platform !== 'linux') return false
  return isNetworkKind(mountKind(real, probe)) || isNetworkNumber(real, probe)
}

/** `\\server\share`, `//server/share` and `\\?\UNC\server\share`, but not `\\?\C:\…`, which is a local path in long form. */
function isShare(path: string): boolean {
  return /^(\\\\|\/\/)(?![?.][\\/])/.test(path) || /^[\\/]{2}[?.][\\/]UNC[\\/]/i.test(path)
}

function isNetworkKind(kind: string): boolean {
  if (kind.startsWith('fuse')) return !localInUserSpace.test(kind)
  return networkKinds.test(kind)
}

function isNetworkNumber(path: string, probe: PathProbe): boolean {
  try {
    return networkNumbers.has(probe.fileSystem(path) >>> 0)
  } catch {
    return false
  }
}

function mountKind(path: string, probe: PathProbe): string {
  let best = { point: '', kind: '' }
  for (const line of probe.mounts().split('\n')) {
    const [, rawPoint, kind] = line.split(' ')
    if (!rawPoint || !kind) continue
    const point = rawPoint.replaceAll(/\\(\d{3})/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 8)))
    const inside = path === point || path.startsWith(point.endsWith('/') ? point : `${point}/`)
    // Of two at the same place the later one lies on top; an automounter's line stands below what it mounted.
    if (inside && point.length >= best.point.length) best = { point, kind }
  }
  return best.kind
}

/** By its fixed place: what the search path names first is the user's to change. */
const regExe = 'C:\\Windows\\System32\\reg.exe'

/** Permanently connected drives stand in the registry; asking needs no rights. Others are known by their real path alone. */
function mappedDrive(drive: string): string | null {
  const { status, stdout } = spawnSync(regExe, ['query', `HKCU\\Network\\${drive.slice(0, 1)}`, '/v', 'RemotePath'], { encoding: 'utf8', timeout: 3_000, windowsHide: true })
  return status === 0 ? (/RemotePath\s+REG_SZ\s+(.+)/.exec(stdout)?.[1]?.trim() ?? null) : null
}
