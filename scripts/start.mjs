#!/usr/bin/env node
// `npm start`: makes the machine ready and starts the application.
// Switches after `--` go to the application: `npm start -- --demo`, `npm start -- --vault=/path/to/folder`.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import process from 'node:process'
import { isRoot, root, runScript, say, toolEnvironment } from './lib/project.mjs'
import { withDisplay } from './lib/system.mjs'
import { prepare } from './prepare.mjs'

await runScript(async () => {
  const electron = await prepare({ tests: false })
  const sandbox = isRoot() ? ['--no-sandbox'] : []
  if (sandbox.length > 0) say("Running as root: Chromium's sandbox can't be used (--no-sandbox). Don't do this with real data.")
  const [command, args] = withDisplay(electron, [...sandbox, root, ...process.argv.slice(2)])
  say('Starting Integrationsbüro. Close its window or press Ctrl+C to end it.')
  process.exitCode = await runInGroup(command, args)
})

/**
 * Runs the application in a process group of its own, so that ending us ends all of it, virtual display included.
 * @param {string} command
 * @param {string[]} args
 * @returns {Promise<number>} its exit code; 130 when we were told to end it
 */
function runInGroup(command, args) {
  const windows = process.platform === 'win32'
  const child = spawn(command, args, { cwd: root, env: toolEnvironment(), stdio: 'inherit', detached: !windows })
  let ended = false
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      const { pid } = child
      if (pid === undefined) return
      if (windows) child.kill()
      else if (ended) process.kill(-pid, 'SIGKILL')
      else endGently(pid)
      ended = true
    })
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve(ended ? 130 : (code ?? 1)))
  })
}

/**
 * Asks the application to end while its virtual display still stands; the display then ends with it.
 * @param {number} pid of the application or of the xvfb-run that holds it
 */
function endGently(pid) {
  const children = readText(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean)
  const application = children.find((child) => readText(`/proc/${child}/comm`).trim() === 'electron')
  process.kill(application ? Number(application) : pid, 'SIGTERM')
  // Whatever hasn't ended by then is ended with its whole group.
  setTimeout(() => process.kill(-pid, 'SIGKILL'), 10_000).unref()
}

/** @param {string} file */
function readText(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
