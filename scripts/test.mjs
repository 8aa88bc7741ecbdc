#!/usr/bin/env node
// `npm test`: every check there is. Ends with one line `N passed, N failed`; a static check counts as one.
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { Obstacle, cacheFolder, run, runScript, say, toolEnvironment } from './lib/project.mjs'
import { withDisplays } from './lib/displays.mjs'
import { prepare } from './prepare.mjs'

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */

const reports = path.join(cacheFolder, 'test')
const unitReport = path.join(reports, 'unit.json')
const windowReport = path.join(reports, 'windows.json')

/** Windows wait more than they work: three at a time keep two cores nearly busy. A fourth saves no time, and makes tests wait for each other. */
const windowsAtOnce = 3

/** Checks without running anything of the application. Each keeps one core busy; the longest come first. */
const staticChecks = [
  { name: 'Types of the tests', command: 'tsc', args: ['-p', 'tsconfig.tests.json'] },
  { name: 'Types of the window', command: 'tsc', args: ['-p', 'tsconfig.renderer.json'] },
  { name: 'Types of main and office process', command: 'tsc', args: ['-p', 'tsconfig.node.json'] },
  { name: 'Types of the shared part', command: 'tsc', args: ['-p', 'tsconfig.shared.json'] },
  ...[['Dependency rules', 'rules'], ['Unused code', 'unused'], ['Lint', 'lint']].map(([name = '', script = '']) => ({ name, command: 'npm', args: ['run', '--silent', script] })),
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
  add(total, await step('Static checks', runStaticChecks))
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
 * As many at once as there are cores; says of each how it went.
 * @returns {Promise<Count>}
 */
async function runStaticChecks() {
  const left = [...staticChecks]
  const count = { passed: 0, failed: 0, skipped: 0 }
  const lane = async () => {
    for (let check = left.shift(); check; check = left.shift()) {
      const failed = (await run(check.command, check.args, { stdout: 'inherit' })) !== 0
      say(`    ${check.name}: ${failed ? 'FAILED' : 'good'}`)
      if (failed) count.failed++
      else count.passed++
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, lane))
  return count
}

/** @returns {Promise<Count>} */
async function runUnits() {
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`]
  // Processes that tests start and kill by the hundred read our sources once instead of each time: half of their start.
  const code = await run('vitest', args, { stdout: 'inherit', env: { ...toolEnvironment(), NODE_COMPILE_CACHE: path.join(cacheFolder, 'compile') } })
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
