import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses'
import { resolveElectron } from '../../scripts/electron-runtime.mjs'
import { environmentIn, newFolders } from '../e2e/support/launch.ts'
import { expect, test } from '../e2e/support/office.ts'
import { copyOf, driven, installed, installedRoot, listens, start, unpacked, until, type Started } from './installation.ts'

/**
 * Attacked: the trust in an installed program. Each attack is one that works on an Electron as its makers publish it, or on a copy with the
 * one fuse turned back, which is shown first; on the package it must bring nothing.
 */

const running: Started[] = []
test.afterEach(async () => {
  for (const each of running.splice(0)) await each.end()
})

async function up(...order: Parameters<typeof start>): Promise<Started> {
  const started = start(...order)
  running.push(started)
  await started.up()
  return started
}

/** JavaScript that leaves a file behind when it runs. */
function leaving(proof: string): string {
  return `require('node:fs').writeFileSync(${JSON.stringify(proof)}, '')`
}

test('as Node (ELECTRON_RUN_AS_NODE) the program runs no script', async () => {
  const { base } = newFolders()
  const proof = join(base, 'ran')
  const attack = { ELECTRON_RUN_AS_NODE: '1' }
  spawnSync(await resolveElectron(), ['-e', leaving(proof)], { env: { ...process.env, ...attack } })
  expect(existsSync(proof)).toBe(true)
  rmSync(proof)

  await up(installed, ['-e', leaving(proof)], attack)
  expect(existsSync(proof)).toBe(false)
})

test('NODE_OPTIONS loads nothing into it', async () => {
  const folders = newFolders()
  const proof = join(folders.base, 'ran')
  const evil = join(folders.base, 'evil.cjs')
  writeFileSync(evil, leaving(proof))
  const attack = { NODE_OPTIONS: `--require ${evil}` }
  spawnSync(await resolveElectron(), ['-e', '0'], { env: { ...environmentIn(folders), ...attack, ELECTRON_RUN_AS_NODE: '1' } })
  expect(existsSync(proof)).toBe(true)
  rmSync(proof)

  await up(installed, [], attack)
  expect(existsSync(proof)).toBe(false)
})

test('the policies of IT are read from their one place, whatever the environment and the switches say', () => {
  const folders = newFolders()
  const mine = join(folders.base, 'policies.json')
  writeFileSync(mine, '{"AutoLockMinutes": 60}')
  const attack = { INTEGRATIONSBUERO_POLICIES: mine, ProgramData: folders.base, XDG_CONFIG_DIRS: folders.base }
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const shown = spawnSync(installed, [...sandbox, '--show-policy', '--json', `--policies=${mine}`], { env: { ...environmentIn(folders), ...attack }, encoding: 'utf8' })
  const { file } = JSON.parse(shown.stdout) as { file: { path: string } }
  expect(file.path).toBe('/etc/integrationsbuero/policies.json')
  expect(shown.stdout).not.toContain('"value": 60')
})

for (const [what, attack] of [
  ["Node's debugger", (port: number) => [`--inspect=127.0.0.1:${port}`]],
  ["Chromium's debugger", (port: number) => [`--remote-debugging-port=${port}`, '--remote-allow-origins=*']],
] as const) {
  test(`${what} opens no port`, async () => {
    await up(driven, attack(9347))
    await until(() => listens(9347))

    await up(installed, attack(9348))
    expect(await listens(9348)).toBe(false)
  })
}

test('a signal opens no debugger either', async () => {
  const { child } = await up(installed)
  child.kill('SIGUSR1')
  await expect.poll(() => child.exitCode ?? child.signalCode ?? 'runs').toMatch(/runs|SIGUSR1/)
  expect(await listens(9229)).toBe(false)
})

test('a folder beside the archive is not run instead of it, nor in its place', async () => {
  const { base } = newFolders()
  const proof = join(base, 'ran')
  const attacked = (name: string): string => {
    const program = copyOf(installed, join(base, name))
    const folder = join(dirname(program), 'resources', 'app')
    mkdirSync(folder)
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'evil', main: 'evil.js' }))
    writeFileSync(join(folder, 'evil.js'), leaving(proof))
    return program
  }
  await up(attacked('beside'))
  expect(existsSync(proof)).toBe(false)

  // In the archive's place: a program with the fuse turned back runs it, and in no more time than that ours runs nothing.
  const [turned, ours] = [attacked('turned'), attacked('ours')]
  for (const program of [turned, ours]) rmSync(join(dirname(program), 'resources', 'app.asar'))
  await flipFuses(turned, { version: FuseVersion.V1, [FuseV1Options.OnlyLoadAppFromAsar]: false })
  const begin = Date.now()
  running.push(start(turned))
  await until(() => existsSync(proof))
  const enough = 3 * (Date.now() - begin) + 2_000
  rmSync(proof)
  running.push(start(ours))
  await pause(enough)
  expect(existsSync(proof)).toBe(false)
})

test('a changed byte of the archive is found by the package manager; Electron itself does not look on Linux', async () => {
  test.skip(process.getuid?.() !== 0, 'Only root installs by dpkg.')
  const verify = () => execFileSync('dpkg', [`--admindir=${join(installedRoot, 'var/lib/dpkg')}`, `--root=${installedRoot}`, '--verify', 'integrationsbuero'], { encoding: 'utf8' })
  expect(verify()).toBe('')
  const archive = join(dirname(installed), 'resources', 'app.asar')
  const content = readFileSync(archive)
  const changed = Buffer.from(content)
  const place = changed.lastIndexOf('Integrationsbüro')
  changed[place] = 'i'.charCodeAt(0)
  try {
    writeFileSync(archive, changed)
    expect(verify()).toMatch(/^..5\S* +\S*\/resources\/app\.asar$/m)
    await up(installed)
  } finally {
    writeFileSync(archive, content)
  }
  expect(verify()).toBe('')
})

test('the archive of the tar.gz is the one of the Debian package', () => {
  const [a, b] = [installed, unpacked].map((program) => readFileSync(join(dirname(program), 'resources', 'app.asar')))
  expect(a!.equals(b!)).toBe(true)
  expect(basename(installed)).toBe(basename(unpacked))
})
