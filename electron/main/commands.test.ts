import { resolve } from 'node:path'
import { expect, it, vi } from 'vitest'

vi.mock('electron', () => ({ app: {} }))
const { commandIn } = await import('./commands.ts')

it.each([
  [['electron', '.'], null],
  [['electron', '--vault=/v', '--demo'], null],
  [['electron', '--backup'], { command: 'backup', target: null }],
  [['electron', '--backup', '--vault=/v'], { command: 'backup', target: null }],
  [['electron', '--backup', '/mnt/ziel'], { command: 'backup', target: resolve('/mnt/ziel') }],
  [['electron', '--verify=stick'], { command: 'verify', target: resolve('stick') }],
  [['electron', '--restore-test'], { command: 'restore-test', target: null }],
  [['electron', '--backups'], null],
])('%j', (argv, expected) => expect(commandIn(argv)).toEqual(expected))
