#!/usr/bin/env node
// `npm run lock`: completes package-lock.json after `npm install`. A registry that lacks a package's builds for other
// platforms leaves them out of the lock file, and `npm ci` then refuses the whole file. They are added by name and
// version, for their platform only, so that they are never asked for elsewhere.
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { isEntry, root, say } from './lib/project.mjs'

/**
 * @typedef {{ version?: string, dev?: boolean, optional?: boolean, license?: string, os?: string[], cpu?: string[],
 *   optionalDependencies?: Record<string, string> }} LockedPackage
 */

const systems = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32']
const processors = ['arm64', 'arm', 'ia32', 'ppc64', 'riscv64', 's390x', 'x64']

/**
 * The entries that the lock file lacks: builds of a listed package for other platforms.
 * @param {Record<string, LockedPackage>} packages the lock file's packages
 * @returns {Record<string, LockedPackage>} new entries by place
 */
export function missingBuilds(packages) {
  /** @type {Record<string, LockedPackage>} */
  const missing = {}
  for (const [place, entry] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (packages[`${place}/node_modules/${name}`] || packages[`node_modules/${name}`]) continue
      const words = name.split(/[/-]/)
      const system = systems.find((word) => words.includes(word))
      const processor = processors.find((word) => words.includes(word)) ?? 'arm'
      if (!system) throw new Error(`${name} is missing in package-lock.json, and its name tells no platform.`)
      const dev = entry.dev ? { dev: true } : {}
      missing[`node_modules/${name}`] = { version, ...dev, license: entry.license, optional: true, os: [system], cpu: [processor] }
    }
  }
  return missing
}

if (isEntry(import.meta.url)) {
  const file = path.join(root, 'package-lock.json')
  const lock = JSON.parse(readFileSync(file, 'utf8'))
  const missing = missingBuilds(lock.packages)
  const packages = Object.entries({ ...lock.packages, ...missing }).sort(([a], [b]) => a.localeCompare(b, 'en'))
  if (Object.keys(missing).length > 0) {
    writeFileSync(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(packages) }, undefined, 2)}\n`)
  }
  say(`${Object.keys(missing).length} builds for other platforms added to package-lock.json.`)
}
