import { expect, it } from 'vitest'
import { z } from 'zod'
import { contract } from '../contract.ts'
import { exportLabel, knownExports } from './exports.ts'

/** Paths of all procedures whose input holds a grant of a save dialog. */
function granted(node: unknown, path: readonly string[] = []): string[] {
  if (typeof node !== 'object' || node === null) return []
  const definition = (node as { '~orpc'?: { inputSchema?: z.ZodType } })['~orpc']
  if (!definition) return Object.entries(node).flatMap(([name, child]) => granted(child, [...path, name]))
  if (!definition.inputSchema) return []
  return /"grant":\{/u.test(JSON.stringify(z.toJSONSchema(definition.inputSchema, { unrepresentable: 'any', io: 'input' }))) ? [path.join('.')] : []
}

it('has words in the log for every procedure that can write a file, and for no other', () => {
  const paths = granted(contract)
  expect(paths.filter((path) => !knownExports.has(path)), 'without words in shared/audit/exports.ts').toEqual([])
  expect([...knownExports].filter((path) => !paths.includes(path)), 'no such procedure').toEqual([])
  expect(exportLabel('some.unknown.path')).toBe('some.unknown.path')
})
