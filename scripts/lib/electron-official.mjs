// Electron as its makers publish it: already installed, or fetched by the electron package's own installer.
import { lookup } from 'node:dns/promises'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { root, run, say, toolEnvironment } from './project.mjs'

const packageFolder = path.join(root, 'node_modules', 'electron')
const reachTimeout = 20_000
const downloadTimeout = 15 * 60_000

/** Path of the executable inside an Electron folder on this platform. */
export function executableName() {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return process.platform === 'win32' ? 'electron.exe' : 'electron'
}

/** @returns {string | undefined} the executable that the electron package has already installed, if complete */
export function installedElectron() {
  try {
    const { version } = JSON.parse(readFileSync(path.join(packageFolder, 'package.json'), 'utf8'))
    const installed = readFileSync(path.join(packageFolder, 'dist', 'version'), 'utf8').trim().replace(/^v/, '')
    const executable = path.join(packageFolder, 'dist', executableName())
    return installed === version && existsSync(executable) ? executable : undefined
  } catch {
    return undefined
  }
}

/**
 * Fetches the official Electron with the electron package's installer.
 * @returns {Promise<string | undefined>} the executable, or nothing when the source can't be reached
 */
export async function downloadElectron() {
  if (!existsSync(path.join(packageFolder, 'install.js'))) return undefined
  const reason = await whyUnreachable()
  if (reason) {
    say(`The official Electron can't be downloaded from here (${reason}).`)
    return undefined
  }
  say('Downloading Electron (about 110 MB) ...')
  const code = await run('node', [path.join(packageFolder, 'install.js')], {
    env: toolEnvironment(),
    timeout: downloadTimeout,
  })
  const executable = installedElectron()
  if (code !== 0 || !executable) say('The download of Electron failed.')
  return executable
}

/** Asks quickly whether the download source answers; behind a proxy only the download itself can tell. */
async function whyUnreachable() {
  const env = process.env
  if (env['HTTPS_PROXY'] || env['https_proxy'] || env['npm_config_https_proxy']) return undefined
  const mirror = env['ELECTRON_MIRROR'] ?? env['npm_config_electron_mirror']
  const source = new URL(mirror ?? 'https://github.com/electron/electron/releases/')
  try {
    await withTimeout(lookup(source.hostname))
    await fetch(source, { method: 'HEAD', signal: AbortSignal.timeout(reachTimeout) })
    return undefined
  } catch (error) {
    const cause = /** @type {{ code?: string, cause?: { code?: string }, message?: string }} */ (error)
    return `${source.hostname}: ${cause.code ?? cause.cause?.code ?? cause.message}`
  }
}

/**
 * @template T
 * @param {Promise<T>} promise
 * @returns {Promise<T>}
 */
function withTimeout(promise) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('no answer')), reachTimeout)
    promise.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
