#!/usr/bin/env node
// Makes a fresh machine ready for `npm start` and `npm test`; on a machine that is ready it takes a moment.
// By itself: `node scripts/prepare.mjs`, with `--tests` also what only the tests need.
import process from 'node:process'
import { resolveElectron } from './electron-runtime.mjs'
import { ensureBuild } from './lib/build.mjs'
import { ensurePackages } from './lib/packages.mjs'
import { Obstacle, isEntry, runScript, say } from './lib/project.mjs'
import { ensureSystem } from './lib/system.mjs'

const oldestNode = [20, 18]

/**
 * Checks Node, installs what is missing (npm packages, system libraries, Electron) and builds the application.
 * @param {{ tests: boolean }} purpose whether the tests' own needs count too
 * @returns {Promise<string>} the Electron executable
 */
export async function prepare({ tests }) {
  checkNode()
  await ensurePackages()
  await ensureSystem({ tests })
  const electron = await resolveElectron()
  await ensureBuild()
  return electron
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const [wantedMajor = 0, wantedMinor = 0] = oldestNode
  if (major < wantedMajor || (major === wantedMajor && minor < wantedMinor)) {
    throw new Obstacle(`Node ${oldestNode.join('.')} or later is needed; this is ${process.versions.node}.`)
  }
}

if (isEntry(import.meta.url)) {
  await runScript(async () => {
    const electron = await prepare({ tests: process.argv.includes('--tests') })
    say(`Everything is ready. Electron: ${electron}`)
  })
}
