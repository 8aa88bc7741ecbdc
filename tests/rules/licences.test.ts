import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { collectNotices, noticesFile, renderNotices } from '../../scripts/notices.mjs'

/**
 * Licences whose works may be part of a program under AGPL-3.0-or-later (FSF's list of compatible licences; OFL-1.1 for
 * fonts, which stay works of their own; CC-BY-4.0 for data, compatible with version 3 of the GPL).
 */
const compatible = new Set([
  '0BSD',
  'AGPL-3.0-only',
  'AGPL-3.0-or-later',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC-BY-4.0',
  'CC0-1.0',
  'GPL-3.0-or-later',
  'ISC',
  'LGPL-3.0-or-later',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  // Section 3 of LGPL 2.0 allows version 3 of the GPL instead, and section 13 of that allows to be combined with the AGPL.
  'LGPL-2.0',
  'GPL-3.0-only',
  'OFL-1.1',
  'Unlicense',
  'Zlib',
  'blessing',
])

/** Whether one of the alternatives of an SPDX expression is compatible; nested expressions are left to a human. */
function isCompatible(expression: string): boolean {
  const flat = expression.replace(/^\((.*)\)$/, '$1')
  return flat.split(' OR ').some((alternative) => alternative.split(' AND ').every((licence) => compatible.has(licence)))
}

const notices = collectNotices()

describe('licences of what reaches users', () => {
  it('tells compatible licences from others', () => {
    expect(isCompatible('(MIT OR CC0-1.0)')).toBe(true)
    expect(isCompatible('MIT AND OFL-1.1')).toBe(true)
    expect(isCompatible('GPL-2.0-only')).toBe(false)
    expect(isCompatible('MIT AND SSPL-1.0')).toBe(false)
    expect(isCompatible('(MIT AND (SSPL-1.0 OR ISC))')).toBe(false)
    expect(isCompatible('unknown')).toBe(false)
  })

  it('are all compatible with AGPL-3.0-or-later', () => {
    expect(notices.filter((notice) => !isCompatible(notice.licence)).map(({ name, licence }) => `${name}: ${licence}`)).toEqual([])
  })

  it('include every direct production package', () => {
    const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string> }
    const named = new Set(notices.map(({ name, version }) => `${name} ${version}`))
    const missing = Object.entries(manifest.dependencies).filter(([name, version]) => !named.has(`${name} ${version}`))
    expect(missing).toEqual([])
  })

  it('stand in THIRD-PARTY-NOTICES.md as they are today (npm run notices)', () => {
    expect(readFileSync(noticesFile, 'utf8') === renderNotices(notices)).toBe(true)
  })
})
