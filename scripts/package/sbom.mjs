// The bill of materials (SBOM) of a package, as CycloneDX: what npm knows of the packages, with Electron and what is compiled in.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { Obstacle, root } from '../lib/project.mjs'
import { collectNotices, compiledIn } from '../notices.mjs'

/** @typedef {{ 'bom-ref': string, type: string, name: string, version: string, purl?: string, licenses?: object[], [other: string]: unknown }} Component */
/** @typedef {{ ref: string, dependsOn?: string[] }} Dependency */
/** @typedef {{ serialNumber: string, metadata: Record<string, unknown> & { component: Component }, components: Component[], dependencies: Dependency[] }} Bill */

/**
 * @param {{ platform: 'linux' | 'win32', electron: { version: string, parts: Record<string, string> }, builtAt: Date }} build
 * @param {Bill} [bill] what npm knows
 * @returns {Bill} always the same for the same sources and the same Electron
 */
export function billOfMaterials({ platform, electron, builtAt }, bill = askNpm()) {
  const delivered = deliveredPackages(platform)
  // A package may name its licence in its text alone, which npm doesn't read.
  const licences = new Map(collectNotices().map(({ name, version, licence }) => [`${name}@${version}`, licence]))
  const packages = bill.components
    .filter(({ name, version }) => delivered.has(`${name}@${version}`))
    .map((component) => (component.licenses ? component : { ...component, licenses: [licenceOf(licences.get(`${component.name}@${component.version}`) ?? '')] }))
  const forgotten = [...delivered].filter((each) => !packages.some(({ name, version }) => `${name}@${version}` === each))
  if (forgotten.length > 0) throw new Obstacle(`"npm sbom" does not name what the lock file does: ${forgotten.join(', ')}`)
  const own = [...electronComponents(electron), ...compiledInComponents()]
  const refs = new Set([...packages, ...own].map((component) => component['bom-ref']))
  const product = /** @type {Component} */ ({ ...bill.metadata.component, type: 'application', name: 'integrationsbuero' })
  const dependencies = bill.dependencies.map(({ ref, dependsOn = [] }) => ({
    ref,
    // What is a need of product and tools alike stands there twice.
    dependsOn: [...new Set([...dependsOn.filter((each) => refs.has(each)), ...(ref === product['bom-ref'] ? own.map((each) => each['bom-ref']) : [])])],
  }))
  /** @type {Bill} */
  const finished = {
    ...bill,
    metadata: { ...bill.metadata, timestamp: builtAt.toISOString(), lifecycles: [{ phase: 'build' }], component: product },
    components: [...packages, ...own].sort((a, b) => (a['bom-ref'] < b['bom-ref'] ? -1 : 1)),
    dependencies: [
      // Electron is known to npm, too, as what fetches it.
      ...dependencies.filter(({ ref }) => (refs.has(ref) || ref === product['bom-ref']) && !own.some((each) => each['bom-ref'] === ref)),
      ...own.map((each) => ({ ref: each['bom-ref'], dependsOn: [] })),
    ],
  }
  return { ...finished, serialNumber: serialNumber({ ...finished, serialNumber: '' }) }
}

/**
 * What npm says of the lock file; nothing is asked of a registry. With `--omit=dev` npm would leave out what tools and product share (zod,
 * say), so that everything is asked for and the lock file says what reaches users.
 * @returns {Bill}
 */
export function askNpm() {
  const args = ['sbom', '--sbom-format=cyclonedx', '--package-lock-only', '--offline', '--loglevel=error']
  const asked = spawnSync('npm', args, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26, shell: process.platform === 'win32' })
  if (asked.status !== 0) throw new Obstacle(`"npm sbom" failed (npm 9.6 or later has it):\n${asked.stderr}`)
  return JSON.parse(asked.stdout)
}

/**
 * The packages that reach users on a platform, as `name@version`.
 * @param {'linux' | 'win32'} platform
 * @returns {Set<string>}
 */
export function deliveredPackages(platform) {
  /** @type {Record<string, { version?: string, dev?: boolean, os?: string[], cpu?: string[], libc?: string[] }>} */
  const locked = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages
  const fits = (/** @type {string[] | undefined} */ allowed, /** @type {string} */ wanted) => !allowed || allowed.includes(wanted)
  const delivered = Object.entries(locked).filter(
    ([place, { dev, os, cpu, libc }]) => place !== '' && !dev && fits(os, platform) && fits(cpu, 'x64') && fits(libc, 'glibc'),
  )
  return new Set(delivered.map(([place, { version }]) => `${place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length)}@${version}`))
}

/**
 * @param {{ version: string, parts: Record<string, string> }} electron
 * @returns {Component[]} Electron, and the parts of it that security notices are written about
 */
function electronComponents({ version, parts }) {
  const component = (/** @type {string} */ name, /** @type {string | undefined} */ number, /** @type {string} */ licence, /** @type {object} */ more = {}) =>
    number ? [{ 'bom-ref': `${name}@${number}`, type: 'framework', name, version: number, licenses: [licenceOf(licence)], ...more }] : []
  return [
    ...component('electron', version, 'MIT', { purl: `pkg:github/electron/electron@v${version}`, cpe: `cpe:2.3:a:electronjs:electron:${version}:*:*:*:*:*:*:*` }),
    ...component('chromium', parts['chrome'], 'BSD-3-Clause', { cpe: `cpe:2.3:a:google:chrome:${parts['chrome']}:*:*:*:*:*:*:*` }),
    ...component('node', parts['node'], 'MIT', { purl: `pkg:github/nodejs/node@v${parts['node']}`, cpe: `cpe:2.3:a:nodejs:node.js:${parts['node']}:*:*:*:*:*:*:*` }),
    ...component('v8', parts['v8'], 'BSD-3-Clause'),
  ]
}

/** @returns {Component[]} */
function compiledInComponents() {
  return compiledIn().map(({ name, version, licence }) => ({
    'bom-ref': `${name}@${version}`,
    type: /dictionary|resources\//.test(name) ? 'data' : 'library',
    name,
    version,
    licenses: [licenceOf(licence)],
  }))
}

/**
 * One licence by its id, several as an expression: the format knows both.
 * @param {string} licence
 */
function licenceOf(licence) {
  return / (OR|AND|WITH) /.test(licence) ? { expression: licence } : { license: { id: licence } }
}

/**
 * A serial number that follows from the content (a name-based UUID), so that the same package has the same bill.
 * @param {Bill} bill
 */
function serialNumber(bill) {
  const digest = createHash('sha256').update(JSON.stringify(bill)).digest()
  digest.writeUInt8((digest.readUInt8(6) & 0x0f) | 0x80, 6)
  digest.writeUInt8((digest.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = digest.toString('hex')
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`
}
