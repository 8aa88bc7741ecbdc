import { tmpdir } from 'node:os'
import { expect, it } from 'vitest'
import { isNetworkPath, type PathProbe } from './network-path.ts'

const ext4 = 0xef53

/** A system that answers as told. */
function system(answers: Partial<PathProbe>): PathProbe {
  return {
    platform: 'linux',
    realPath: (folder) => folder,
    mounts: () => '/dev/sda1 / ext4 rw 0 0\n',
    fileSystem: () => ext4,
    mappedTo: () => null,
    ...answers,
  }
}

/** A line of `/proc/self/mounts`. */
const mounted = (kind: string, point = '/mnt/amt') => system({ mounts: () => `/dev/sda1 / ext4 rw 0 0\nserver:/amt ${point} ${kind} rw 0 0\n` })

it.each(['\\\\server\\freigabe\\Tresor', '//server/freigabe', '\\\\?\\UNC\\server\\freigabe', '//?/UNC/server/freigabe'])('a share is known by its name: %s', (path) => {
  expect(isNetworkPath(path, system({ platform: 'win32' }))).toBe(true)
})

it.each([tmpdir(), '/'])('this disk is none: %s', (path) => expect(isNetworkPath(path)).toBe(false))

it.each(['C:\\Tresor', '\\\\?\\C:\\Tresor', '\\\\.\\C:\\Tresor'])('a drive of this computer is none: %s', (path) => {
  expect(isNetworkPath(path, system({ platform: 'win32' }))).toBe(false)
})

it('a drive letter is a share where the system resolves it to one, and where the registry connects it to one', () => {
  expect(isNetworkPath('Z:\\Tresor', system({ platform: 'win32', realPath: () => '\\\\server\\freigabe\\Tresor' }))).toBe(true)
  const asked: string[] = []
  const mappedTo = (drive: string): string | null => (asked.push(drive), drive === 'Z:' ? '\\\\server\\freigabe' : null)
  const away = (): never => { throw new Error('ENOENT') }
  expect(isNetworkPath('Z:\\Tresor', system({ platform: 'win32', realPath: away, mappedTo }))).toBe(true)
  expect(isNetworkPath('C:\\Tresor', system({ platform: 'win32', realPath: away, mappedTo }))).toBe(false)
  expect(asked).toEqual(['Z:', 'C:', 'C:'])
})

it.each(['cifs', 'smb3', 'nfs', 'nfs4', 'fuse.sshfs', 'fuse.rclone', 'fuse.gvfsd-fuse', 'davfs', '9p', 'vboxsf', 'ceph'])('a mount of the kind %s is one', (kind) => {
  expect(isNetworkPath('/mnt/amt/Tresor', mounted(kind))).toBe(true)
  expect(isNetworkPath('/mnt/amtsblatt', mounted(kind))).toBe(false)
})

it.each(['ext4', 'xfs', 'btrfs', 'tmpfs', 'overlay', 'fuseblk', 'fuse.gocryptfs', 'vfat'])('a mount of the kind %s is none', (kind) => {
  expect(isNetworkPath('/mnt/amt/Tresor', mounted(kind))).toBe(false)
})

it('a mount point with spaces, and the last of two at the same place, count', () => {
  expect(isNetworkPath('/mnt/Amt für Soziales/Tresor', mounted('cifs', '/mnt/Amt\\040für\\040Soziales'))).toBe(true)
  expect(isNetworkPath('/mnt/amt/Tresor', system({ mounts: () => 'systemd-1 /mnt/amt autofs rw 0 0\n//s/f /mnt/amt cifs rw 0 0\n' }))).toBe(true)
})

it.each([0xff534d42, 0xfe534d42, 0x517b, 0x6969, -11317950])('the number of the file system decides where no line fits: %i', (number) => {
  expect(isNetworkPath('/daten', system({ mounts: () => '', fileSystem: () => number }))).toBe(true)
  expect(isNetworkPath('/daten', system({ mounts: () => '', fileSystem: () => ext4 }))).toBe(false)
  expect(isNetworkPath('/daten', system({ mounts: () => '', fileSystem: () => { throw new Error('ENOENT') } }))).toBe(false)
})
