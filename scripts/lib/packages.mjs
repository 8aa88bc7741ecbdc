// The npm packages that the project is made of: are they there in the pinned versions, and if not, install them.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { Obstacle, root, run, say } from './project.mjs'

/** @typedef {{ version?: string, optional?: boolean, link?: boolean }} LockedPackage */

/**
 * Reads the packages of a lock file; an unreadable one counts as empty.
 * @param {string} file
 * @returns {Record<string, LockedPackage>}
 */
function lockedPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? {}
  } catch {
    return {}
  }
}

/**
 * Names the packages of package-lock.json that are missing in node_modules or there in another version.
 * npm writes what it installed to node_modules/.package-lock.json, so no stamp of our own is needed.
 * @param {string} [folder] project folder
 * @returns {string[]} paths like `node_modules/zod`
 */
export function stalePackages(folder = root) {
  const wanted = lockedPackages(path.join(folder, 'package-lock.json'))
  const present = lockedPackages(path.join(folder, 'node_modules', '.package-lock.json'))
  return Object.entries(wanted)
    .filter(([name, entry]) => name !== '' && !entry.optional && !entry.link && present[name]?.version !== entry.version)
    .map(([name]) => name)
}

/** Installs the packages exactly as locked when they are missing or outdated. */
export async function ensurePackages() {
  const stale = stalePackages()
  if (stale.length === 0) return
  if (process.platform === 'win32' && process.execPath.startsWith(path.join(root, 'node_modules'))) {
    throw new Obstacle('The npm packages are out of date and Windows cannot replace them while they run. Please run: npm ci')
  }
  say(`Installing npm packages (${stale.length} of them missing or outdated), this takes about a minute ...`)
  const code = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel', 'error'], { env: installEnvironment() })
  if (code !== 0) throw new Obstacle('"npm ci" failed; its message above says why. Nothing else was started.')
  const left = stalePackages()
  if (left.length > 0) throw new Obstacle(`After "npm ci" these packages are still missing: ${left.slice(0, 5).join(', ')}`)
}

/** `npm ci` for everything, whatever the surrounding npm run was told (omit=dev, production). */
function installEnvironment() {
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...process.env, npm_config_include: 'dev' }
  delete env['NODE_ENV']
  delete env['npm_config_omit']
  delete env['npm_config_production']
  return env
}
