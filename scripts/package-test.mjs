#!/usr/bin/env node
// `npm run package:test`: builds the Linux packages, installs them, and tries on them what users and attackers do. `--built` takes the
// packages that are there. A command of its own: it takes minutes, and `npm test` has none to spare.
import { spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { executableNames } from '../electron-builder.config.mjs'
import { withDisplays } from './lib/displays.mjs'
import { Obstacle, isRoot, outputOf, root, run, runScript, say } from './lib/project.mjs'
import { ensureSystem } from './lib/system.mjs'
import { makePackages } from './package.mjs'
import { allowInspecting, checkFuses } from './package/fuses.mjs'

await runScript(async () => {
  if (process.platform !== 'linux') throw new Obstacle('Packages are tested on Linux.')
  await ensureSystem({ tests: true })
  const output = process.argv.includes('--built') ? builtBefore() : (await makePackages()).output
  const base = mkdtempSync(path.join(tmpdir(), 'ib-packages-'))
  // Somebody without rights starts the program, too.
  chmodSync(base, 0o755)
  try {
    const installed = installDeb(output, base)
    const unpacked = unpackTarball(output, base)
    const driven = await drivenFlavour(installed, base)
    for (const program of [installed, unpacked]) say(`${path.relative(base, program)}: ${(await checkFuses(program, 'linux')).join(', ')}`)
    const env = { PACKAGE_ROOT: path.join(base, 'root'), PACKAGE_INSTALLED: installed, PACKAGE_UNPACKED: unpacked, PACKAGED_APP: driven }
    const args = ['test', '--config', 'tests/package/playwright.config.ts', ...process.argv.slice(2).filter((each) => each !== '--built')]
    const code = await withDisplays(1, (display) => run('playwright', args, { stdout: 'inherit', env: { ...display, ...env } }))
    if (code !== 0) throw new Obstacle('The packages are not good; the list above says what.')
    say('The packages are good.')
  } finally {
    rmSync(base, { recursive: true, force: true })
  }
})

function builtBefore() {
  const output = ['release', 'rehearsal'].map((name) => path.join(root, 'dist', name)).find((folder) => existsSync(path.join(folder, 'SHA256SUMS')))
  if (!output) throw new Obstacle('There are no packages yet: please run "npm run package:test" without --built.')
  return output
}

/**
 * Installs the Debian package by dpkg, with its dependencies checked against those of this machine, into a root folder of its own; who may
 * not do that unpacks it.
 * @param {string} output
 * @param {string} base
 * @returns {string} the installed program
 */
function installDeb(output, base) {
  const target = path.join(base, 'root')
  const deb = path.join(output, readdirSync(output).find((name) => name.endsWith('.deb')) ?? '')
  mkdirSync(target)
  if (isRoot()) {
    // Its own list of installed packages, which begins as this machine's: nothing of the machine is changed.
    const admin = path.join(target, 'var/lib/dpkg')
    mkdirSync(admin, { recursive: true })
    for (const name of ['updates', 'info', 'triggers']) mkdirSync(path.join(admin, name))
    copyFileSync('/var/lib/dpkg/status', path.join(admin, 'status'))
    ordered('dpkg', [`--admindir=${admin}`, `--instdir=${target}`, '--force-script-chrootless', '--no-triggers', '--install', deb], { quiet: true })
  } else {
    say('Not root: the Debian package is unpacked instead of installed.')
    ordered('dpkg-deb', ['--extract', deb, target])
  }
  return path.join(target, 'opt', executableNames.linux, executableNames.linux)
}

/**
 * @param {string} output
 * @param {string} base
 */
function unpackTarball(output, base) {
  const archive = path.join(output, readdirSync(output).find((name) => name.endsWith('.tar.gz')) ?? '')
  ordered('tar', ['-xzf', archive, '-C', base])
  const folder = readdirSync(base).find((name) => name.endsWith('-linux-x64')) ?? ''
  return path.join(base, folder, executableNames.linux)
}

/**
 * The installed program once more, with the one fuse turned that window tests need.
 * @param {string} installed
 * @param {string} base
 */
async function drivenFlavour(installed, base) {
  const folder = path.join(base, 'driven')
  cpSync(path.dirname(installed), folder, { recursive: true })
  const executable = path.join(folder, path.basename(installed))
  await allowInspecting(executable)
  const differing = outputOf('sh', ['-c', `cmp -l '${installed}' '${executable}' | wc -l; diff -rq '${path.dirname(installed)}' '${folder}' | wc -l`]).trim().split(/\s+/)
  if (differing.join() !== '1,1') throw new Obstacle(`The tested flavour must differ in one byte of one file, not in ${differing.join(' bytes of ')}.`)
  return executable
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {{ quiet: boolean }} [how] quiet: dpkg complains of each package of the machine that has no files in this root
 */
function ordered(command, args, { quiet } = { quiet: false }) {
  const { status, stderr } = spawnSync(command, args, { stdio: ['ignore', 2, quiet ? 'pipe' : 'inherit'], encoding: 'utf8', maxBuffer: 2 ** 26 })
  if (status === 0) return
  if (quiet) say(stderr.split('\n').filter((line) => !line.includes('files list file')).join('\n'))
  throw new Obstacle(`"${command} ${args.join(' ')}" failed; its message above says why.`)
}
