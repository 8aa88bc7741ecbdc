// Builds the application when its sources are not the ones that `out/` was built from.
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Obstacle, root, run, say } from './project.mjs'

const sources = ['electron', 'renderer', 'shared', 'resources', 'electron.vite.config.ts', 'package-lock.json', 'package.json']
const stamp = path.join(root, 'out', 'built-from')

/** Builds main, preload, office process and renderer into `out/`, if anything has changed since the last time. */
export async function ensureBuild() {
  const wanted = fingerprint()
  if (read(stamp) === wanted) return
  say('Building the application ...')
  if ((await run('electron-vite', ['build', '--logLevel', 'warn'])) !== 0) {
    throw new Obstacle('The build failed; the message above names the place.')
  }
  writeFileSync(stamp, wanted)
}

/** @returns {string} changes whenever a source file is added, removed or written */
function fingerprint() {
  const hash = createHash('sha256')
  for (const source of sources) {
    for (const file of filesBelow(path.join(root, source))) {
      const { mtimeMs, size } = statSync(file)
      hash.update(`${file}\n${mtimeMs}\n${size}\n`)
    }
  }
  return hash.digest('hex')
}

/**
 * @param {string} place file or folder
 * @returns {string[]} files, in a fixed order
 */
function filesBelow(place) {
  const found = statSync(place, { throwIfNoEntry: false })
  if (!found) return []
  if (!found.isDirectory()) return [place]
  return readdirSync(place).sort().flatMap((name) => filesBelow(path.join(place, name)))
}

/** @param {string} file */
function read(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
