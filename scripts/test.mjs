#!/usr/bin/env node
// `npm test`: every check there is. Ends with one line `N passed, N failed`; a static check counts as one.
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { Obstacle, cacheFolder, run, runScript, say } from './lib/project.mjs'
import { withDisplays } from './lib/displays.mjs'
import { prepare } from './prepare.mjs'

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */

const reports = path.join(cacheFolder, 'test')
const unitReport = path.join(reports, 'unit.json')
const windowReport = path.join(reports, 'windows.json')

/** Windows wait more than they work, so two at a time end in little more than half the time on two cores. */
const windowsAtOnce = 2

/** Checks without running anything of the application: name and npm script. */
const staticChecks = [
  ['Lint', 'lint'],
  ['Types', 'types'],
  ['Dependency rules', 'rules'],
  ['Unused code', 'unused'],
]

await runScript(async () => {
  const total = await runEverything().catch((error) => {
    if (!(error instanceof Obstacle)) throw error
    say(`\n${error.message}`)
    return { passed: 0, failed: 1, skipped: 0 }
  })
  if (total.skipped > 0) say(`${total.skipped} skipped`)
  if (total.failed > 0 || total.passed === 0) process.exitCode = 1
  process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`)
})

/** @returns {Promise<Count>} */
async function runEverything() {
  await prepare({ tests: true })
  rmSync(reports, { recursive: true, force: true })
  mkdirSync(reports, { recursive: true })
  /** @type {Count} */
  const total = { passed: 0, failed: 0, skipped: 0 }
  for (const [name = '', script = ''] of staticChecks) add(total, await step(name, () => runStatic(script)))
  add(total, await step('Units, services, rules, reliability', runUnits))
  add(total, await step('Windows', runWindows))
  return total
}

/**
 * @param {Count} total
 * @param {Count} part
 */
function add(total, part) {
  total.passed += part.passed
  total.failed += part.failed
  total.skipped += part.skipped
}

/**
 * Runs one step and says how it went and how long it took.
 * @param {string} name
 * @param {() => Promise<Count>} work
 */
async function step(name, work) {
  say(`\n=== ${name}`)
  const start = Date.now()
  const count = await work()
  const seconds = ((Date.now() - start) / 1000).toFixed(1)
  say(`=== ${name}: ${count.failed === 0 ? 'good' : 'FAILED'} (${seconds} s)`)
  return count
}

/**
 * @param {string} script npm script
 * @returns {Promise<Count>}
 */
async function runStatic(script) {
  const failed = (await run('npm', ['run', '--silent', script], { stdout: 'inherit' })) === 0 ? 0 : 1
  return { passed: 1 - failed, failed, skipped: 0 }
}

/** @returns {Promise<Count>} */
async function runUnits() {
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`]
  const code = await run('vitest', args, { stdout: 'inherit' })
  const report = readReport(unitReport)
  if (!report) return { passed: 0, failed: 1, skipped: 0 }
  const brokenFiles = report.testResults.filter(
    /** @param {{ status: string, assertionResults: unknown[] }} file */
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length
  const failed = report.numFailedTests + brokenFiles
  // An error outside any test (an unhandled rejection) shows in the exit code only.
  return { passed: report.numPassedTests, failed: code !== 0 && failed === 0 ? 1 : failed, skipped: report.numPendingTests }
}

/** @returns {Promise<Count>} */
async function runWindows() {
  const code = await withDisplays(windowsAtOnce, (env) => run('playwright', ['test'], { stdout: 'inherit', env }))
  const report = readReport(windowReport)
  if (!report) return { passed: 0, failed: 1, skipped: 0 }
  const { expected, unexpected, flaky, skipped } = report.stats
  const failed = unexpected + report.errors.length
  if (flaky > 0) say(`${flaky} passed at the second try only; the list above names them as flaky.`)
  return { passed: expected + flaky, failed: code !== 0 && failed === 0 ? 1 : failed, skipped }
}

/** @param {string} file */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
