// The Electron that goes into a package, as an unpacked folder.
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import process from 'node:process'
import { resolveElectron } from '../electron-runtime.mjs'
import { cachedFallback } from '../lib/electron-fallback.mjs'

/**
 * @typedef {object} Runtime
 * @property {string} folder
 * @property {string} version
 * @property {boolean} rehearsal whether this is the runtime for development and tests, which no user may get
 * @property {Record<string, string>} parts versions of what Electron is made of (chrome, node, v8 …)
 */

/** @returns {Promise<Runtime>} */
export async function packagedRuntime() {
  const executable = await resolveElectron()
  // The runtime isn't burnt yet, so it still answers as Node.
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' }
  const asked = spawnSync(executable, ['-p', 'JSON.stringify(process.versions)'], { env, encoding: 'utf8' })
  /** @type {Record<string, string>} */
  const { electron = '', ...parts } = JSON.parse(asked.stdout)
  return { folder: path.dirname(executable), version: electron, rehearsal: executable === cachedFallback(), parts }
}
