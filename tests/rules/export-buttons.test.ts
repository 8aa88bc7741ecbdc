import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, it } from 'vitest'

/**
 * Where a person chooses a place for a file, IT may have forbidden its format, or the office may be a copy that is only looked at. The control
 * says so before it is used: it is an `ExportButton`, `ExportItem` or `ExportIcon`, or a dialog that is told what it saves.
 */
const root = join(import.meta.dirname, '../..')
const asks = /choose(?:SaveTarget|TargetFolder)\(/u
const greys = /Export(?:Button|Item|Icon)|\bsaves=|\bforbids\(|from '\.\/Export\.tsx'/u
/** Screens that use a hook of which they need nothing that saves. */
const without = new Set(['renderer/directory/output/EmailOutput.tsx'])

const sources = new Map(globSync('renderer/**/*.{ts,tsx}', { cwd: root }).filter((path) => !path.includes('.test.')).map((path) => [path, readFileSync(join(root, path), 'utf8')]))

/** Sources that import another one. */
function importers(path: string): string[] {
  return [...sources].filter(([from, text]) => [...text.matchAll(/from '(\.[^']+)'/gu)].some(([, to = '']) => relative(root, join(root, dirname(from), to)) === path)).map(([from]) => from)
}

it('greys every control by which a file leaves the vault where that is forbidden', () => {
  const open = [...sources].filter(([path, text]) => path !== 'renderer/app/office.ts' && asks.test(text)).map(([path]) => path)
  const found = new Set<string>()
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (found.has(path)) continue
    found.add(path)
    // A hook or a helper has no controls; whoever uses it has.
    if (path.endsWith('.ts')) open.push(...importers(path))
  }
  const screens = [...found].filter((path) => path.endsWith('.tsx') && !without.has(path))
  expect(screens.length).toBeGreaterThan(50)
  expect(screens.filter((path) => !greys.test(sources.get(path) ?? ''))).toEqual([])
})
