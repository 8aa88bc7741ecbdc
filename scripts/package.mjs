#!/usr/bin/env node
// `npm run package`: the packages for people, of the system that this runs on. Linux: deb and tar.gz; Windows: MSI and ZIP; with them the
// bill of materials and a list of checksums, in dist/release. Around another Electron than the one of package.json it is a rehearsal, in dist/rehearsal.
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { Obstacle, isEntry, root, runScript, say } from './lib/project.mjs'
import { packApplication } from './package/application.mjs'
import { writeChecksums } from './package/checksums.mjs'
import { makeDeb } from './package/deb.mjs'
import { packagedRuntime } from './package/runtime.mjs'
import { makeTarball } from './package/tarball.mjs'
import { prepare } from './prepare.mjs'

const warning = `Probepackungen, nicht ausliefern.

Sie enthalten nicht das Electron, das für Auslieferungen bestimmt ist, sondern etwa das, mit dem auf Rechnern ohne Zugang zum
Electron-Download entwickelt und geprüft wird. Mit dem richtigen entstehen die Packungen in dist/release (docs/packaging.md).
`

/**
 * Builds everything.
 * @returns {Promise<{ output: string, folder: string, packages: string[], rehearsal: boolean }>} `folder` holds the finished application
 */
export async function makePackages() {
  const { platform } = process
  if ((platform !== 'linux' && platform !== 'win32') || process.arch !== 'x64') throw new Obstacle('Packages are built on Linux and Windows, x64.')
  await prepare({ tests: false })
  const runtime = await packagedRuntime()
  const { rehearsal } = runtime
  const output = path.join(root, 'dist', rehearsal ? 'rehearsal' : 'release')
  rmSync(output, { recursive: true, force: true })
  mkdirSync(output, { recursive: true })
  /** @type {{ version: string }} */
  const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
  // By the tilde a package manager takes the rehearsal for older than the release.
  const version = rehearsal ? `${manifest.version}~probe` : manifest.version
  const builtAt = dateOfSources()
  say(`Packing ${version} around Electron ${runtime.version} ...`)
  const folder = await packApplication({ platform, output, version, builtAt, runtime })
  if (platform === 'linux') {
    say('Making tar.gz and deb, this takes a minute ...')
    await makeTarball({ folder, output, version, builtAt })
    await makeDeb({ folder, output, version, builtAt })
  }
  const packages = await writeChecksums(output)
  if (rehearsal) {
    writeFileSync(path.join(output, 'NICHT-AUSLIEFERN.txt'), warning)
    say('\nThis is a rehearsal: the Electron in it is for development and tests, and must not reach users (NICHT-AUSLIEFERN.txt).')
  }
  say(`\n${output}:\n${packages.map((name) => `  ${name}`).join('\n')}`)
  return { output, folder, packages, rehearsal }
}

/** When the sources were last changed: SOURCE_DATE_EPOCH, or the commit. A package must not depend on the clock of who builds it. */
function dateOfSources() {
  const given = process.env['SOURCE_DATE_EPOCH']
  if (given) return new Date(Number(given) * 1000)
  try {
    return new Date(Number(execFileSync('git', ['log', '-1', '--format=%ct'], { cwd: root, encoding: 'utf8' })) * 1000)
  } catch {
    throw new Obstacle('The date of the sources is unknown: this is no git repository. Please set SOURCE_DATE_EPOCH (seconds since 1970).')
  }
}

if (isEntry(import.meta.url)) await runScript(async () => void (await makePackages()))
