// What the operating system must have beside npm packages: Electron's libraries, a display, and for tests the programs
// that read documents back. Missing things are installed where that is allowed, otherwise named in plain words.
import process from 'node:process'
import { Obstacle, hasCommand, isRoot, outputOf, run, say } from './project.mjs'

/**
 * One need: how to see that it is there, and the Debian packages that bring it (first known name wins: since 2024 some
 * library packages carry the suffix t64).
 * @typedef {{ library?: string, command?: string, packages: string[] }} Need
 */

/** @type {Need[]} */
const electronNeeds = [
  { library: 'libgtk-3.so.0', packages: ['libgtk-3-0t64', 'libgtk-3-0'] },
  { library: 'libnss3.so', packages: ['libnss3'] },
  { library: 'libgbm.so.1', packages: ['libgbm1'] },
  { library: 'libasound.so.2', packages: ['libasound2t64', 'libasound2'] },
  { library: 'libXss.so.1', packages: ['libxss1'] },
  { library: 'libatk-bridge-2.0.so.0', packages: ['libatk-bridge2.0-0t64', 'libatk-bridge2.0-0'] },
  { library: 'libnotify.so.4', packages: ['libnotify4'] },
  { library: 'libXtst.so.6', packages: ['libxtst6t64', 'libxtst6'] },
]

/** @type {Need[]} */
const displayNeeds = [
  { command: 'xvfb-run', packages: ['xvfb'] },
  { command: 'xauth', packages: ['xauth'] },
]

/** @type {Need[]} */
const testNeeds = [
  { command: 'lowriter', packages: ['libreoffice-writer'] },
  { command: 'pdftotext', packages: ['poppler-utils'] },
]

/** Whether windows need a virtual display: Linux with neither an X nor a Wayland server. */
export function needsVirtualDisplay() {
  return process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']
}

/**
 * Puts a command under a virtual display where there is no real one.
 * @param {string} command
 * @param {string[]} args
 * @returns {[string, string[]]}
 */
export function withDisplay(command, args) {
  if (!needsVirtualDisplay()) return [command, args]
  say('There is no display here: windows open on a virtual one (xvfb-run) and stay invisible.')
  return ['xvfb-run', ['-a', '-s', '-screen 0 1600x1000x24', command, ...args]]
}

/**
 * Makes sure that the system has what Electron and, if asked for, the tests need.
 * @param {{ tests: boolean }} purpose
 */
export async function ensureSystem({ tests }) {
  if (process.platform !== 'linux') {
    if (tests) say('Not Linux: tests that read documents back need LibreOffice and poppler in the PATH.')
    return
  }
  const missing = missingNeeds(tests)
  if (missing.length === 0) return
  const names = missing.map((need) => need.library ?? need.command).join(', ')
  if (!hasCommand('apt-get')) {
    say(`Not a Debian-like system, so nothing is installed by itself. Probably missing: ${names}. Going on regardless.`)
    return
  }
  await installPackages(missing, names)
  const left = missingNeeds(tests)
  if (left.length > 0) {
    throw new Obstacle(`Still missing after the installation: ${left.map((need) => need.library ?? need.command).join(', ')}`)
  }
}

/**
 * @param {boolean} tests
 * @returns {Need[]}
 */
function missingNeeds(tests) {
  const libraries = outputOf('/sbin/ldconfig', ['-p']) || outputOf('ldconfig', ['-p'])
  const needs = [...electronNeeds, ...(needsVirtualDisplay() ? displayNeeds : []), ...(tests ? testNeeds : [])]
  return needs.filter((need) =>
    need.library ? !libraries.includes(`${need.library} `) : need.command !== undefined && !hasCommand(need.command),
  )
}

/**
 * @param {Need[]} missing
 * @param {string} names
 */
async function installPackages(missing, names) {
  const sudo = isRoot() ? [] : ['sudo', '-n']
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  if (sudo.length > 0 && (await run('sudo', ['-n', 'true'], { env })) !== 0) {
    const packages = missing.map((need) => need.packages.at(-1)).join(' ')
    throw new Obstacle(`These parts of the system are missing: ${names}.\nPlease run:\n  sudo apt-get install ${packages}`)
  }
  say(`Missing on this system: ${names}. Installing it with apt-get ...`)
  const apt = [...sudo, 'apt-get', '-o', 'DPkg::Lock::Timeout=120', '-qq']
  const [command = '', ...args] = apt
  if ((await run(command, [...args, 'update'], { env, stdout: 'ignore' })) !== 0) say('"apt-get update" failed; trying with the lists that are there.')
  const packages = missing.map((need) => need.packages.find(isKnown) ?? need.packages.at(-1) ?? '')
  const code = await run(command, [...args, 'install', '-y', '--no-install-recommends', ...packages], { env, stdout: 'ignore' })
  if (code !== 0) throw new Obstacle(`apt-get could not install: ${packages.join(' ')}. Its message above says why.`)
}

/** @param {string} name of a Debian package */
function isKnown(name) {
  return outputOf('apt-cache', ['show', '--no-all-versions', name]) !== ''
}
