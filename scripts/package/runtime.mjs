// The Electron that goes into a package, as an unpacked folder.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { resolveElectron } from '../electron-runtime.mjs'
import { cachedFallback } from '../lib/electron-fallback.mjs'
import { root } from '../lib/project.mjs'

/**
 * @typedef {object} Runtime
 * @property {string} folder
 * @property {string} version
 * @property {boolean} rehearsal whether this is another Electron than the one that package.json names, which no user may get
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
  const { devDependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
  const rehearsal = executable === cachedFallback() || electron !== devDependencies.electron
  return { folder: path.dirname(executable), version: electron, rehearsal, parts }
}
