import { resolve } from 'node:path'
import { expect, it, vi } from 'vitest'

vi.mock('electron', () => ({ app: {} }))
const { commandIn } = await import('./commands.ts')

const plain = { target: null, out: null, json: false }
it.each([
  [['electron', '.'], null],
  [['electron', '--vault=/v', '--demo'], null],
  [['electron', '--backup'], { ...plain, command: 'backup' }],
  [['electron', '--backup', '--vault=/v'], { ...plain, command: 'backup' }],
  [['electron', '--backup', '/mnt/ziel'], { ...plain, command: 'backup', target: resolve('/mnt/ziel') }],
  [['electron', '--verify=stick'], { ...plain, command: 'verify', target: resolve('stick') }],
  [['electron', '--restore-test'], { ...plain, command: 'restore-test' }],
  [['electron', '--backups'], null],
  [['electron', '--show-policy'], { ...plain, command: 'show-policy' }],
  [['electron', '.', '--show-policy', '--json', '--out', 'p.json'], { ...plain, command: 'show-policy', json: true, out: resolve('p.json') }],
  [['electron', '--diagnose', '--out=d.txt'], { ...plain, command: 'diagnose', out: resolve('d.txt') }],
  // The folder of the application stands behind the switch when it is started from its sources.
  [['electron', '--diagnose', '.'], { ...plain, command: 'diagnose' }],
])('%j', (argv, expected) => expect(commandIn(argv)).toEqual(expected))
