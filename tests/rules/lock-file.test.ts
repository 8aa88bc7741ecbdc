import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { missingBuilds } from '../../scripts/complete-lock.mjs'
import { stalePackages } from '../../scripts/lib/packages.mjs'

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Parameters<typeof missingBuilds>[0] }

describe('package-lock.json', () => {
  it('names the builds for every platform, so that "npm ci" takes it (npm run lock)', () => {
    expect(Object.keys(missingBuilds(lock.packages))).toEqual([])
  })

  it('would be completed for the platform that a build is for', () => {
    const packages = { 'node_modules/tool': { version: '1.2.3', dev: true, optionalDependencies: { '@tool/binding-win32-x64-msvc': '1.2.3' } } }
    expect(missingBuilds(packages)).toEqual({
      'node_modules/@tool/binding-win32-x64-msvc': { version: '1.2.3', dev: true, optional: true, os: ['win32'], cpu: ['x64'] },
    })
  })

  it('carries no address of a registry', () => {
    expect(JSON.stringify(lock).match(/"resolved":"[^"]*"/g) ?? []).toEqual([])
  })

  it('is what node_modules was installed from', () => {
    expect(stalePackages()).toEqual([])
  })
})
