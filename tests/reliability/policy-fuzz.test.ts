import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it, vi } from 'vitest'
import { policyKeys, policyNames, type PolicyName } from '../../shared/policy/keys.ts'
import { faultNotice } from '../../shared/policy/notice.ts'

vi.mock('electron', () => ({ app: { isPackaged: true } }))
const { readPolicy } = await import('../../electron/main/policy.ts')
const { policyJson, policyTable } = await import('../../electron/main/show-policy.ts')

/**
 * A policy file in ever new ways of being wrong: it never crashes the reading, gives nothing but values of the schema, and whatever was
 * meant and can't be read is told and replaced by its stricter value. `npm run soak` reads 1,000 variants.
 */
const variants = Number(process.env.VARIANTS ?? 200)
const folder = mkdtempSync(join(tmpdir(), 'integrationsbuero-fuzz-'))
const file = join(folder, 'policies.json')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A row of numbers from a seed, so that a failing variant can be looked at again. */
function drawing(seed: number): (below: number) => number {
  let state = seed * 2_654_435_761 >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

const odd: readonly unknown[] = [null, true, false, 0, -1, 1, 5, 61, 1e308, 0.5, '', ' ', 'csv', '5', 'true', 'C:\\x', '/x', '%TEMP%\\x', '\\\\s\\f', '../x', 'a'.repeat(5_000), [], ['csv'], ['exe'], [[]], [null], {}, { value: 1 }, '\u0000', '\u202e', '💥', '__proto__']
const names: readonly string[] = [...policyNames, 'autolockminutes', '__proto__', 'constructor', 'toString', '', ' ', 'VaultPath ', 'ä', '\u0000', 'x'.repeat(2_000)]

function variant(draw: (below: number) => number): Buffer {
  const entries = Array.from({ length: draw(12) }, () => {
    const name = names[draw(names.length)] ?? ''
    const known = policyNames.find((each) => each === name)
    return `${JSON.stringify(name)}:${JSON.stringify(known && draw(2) === 0 ? policyKeys[known].example : odd[draw(odd.length)])}`
  })
  const bytes = Buffer.from(`{${entries.join(',')}}`)
  const ways: readonly (() => Buffer)[] = [
    () => bytes,
    () => bytes,
    // Cut off, as by a disk that was full.
    () => bytes.subarray(0, draw(bytes.length + 1)),
    () => flipped(bytes, draw),
    () => Buffer.concat([bytes, Buffer.from(['}', ',', '\u0000', 'x', '\n//', '{}'][draw(6)] ?? '')]),
    () => Buffer.concat([Buffer.from([[0xff, 0xfe], [0xfe, 0xff], [0xef, 0xbb, 0xbf], [0x00]][draw(4)] ?? []), bytes]),
    () => Buffer.from(bytes.toString(), 'utf16le'),
    () => Buffer.from('['.repeat(draw(20_000)) + bytes.toString()),
    () => Buffer.from(Array.from({ length: draw(400) }, () => draw(256))),
    () => Buffer.from(JSON.stringify(odd[draw(odd.length)])),
  ]
  return (ways[draw(ways.length)] ?? (() => bytes))()
}

function flipped(bytes: Buffer, draw: (below: number) => number): Buffer {
  const copy = Buffer.from(bytes)
  for (let count = 1 + draw(4); count > 0; count--) copy[draw(copy.length)] = draw(256)
  return copy
}

it(`reads ${variants} variants of a policy file without a crash, and never takes what isn't valid`, () => {
  const seen = { whole: 0, values: 0, clean: 0 }
  for (let seed = 1; seed <= variants; seed++) {
    const bytes = variant(drawing(seed))
    writeFileSync(file, bytes)
    const state = readPolicy({ platform: seed % 2 === 0 ? 'linux' : 'win32', file, isOpen: () => false, query: () => ({ status: 1, stdout: Buffer.alloc(0), failed: false }) })
    const faults = state.problems.filter(({ level }) => level === 'fault')
    for (const [name, value] of Object.entries(state.values)) expect(policyKeys[name as PolicyName].schema.safeParse(value).success, `variant ${seed}: ${name}`).toBe(true)
    for (const { key } of faults) {
      const fallback = key === null ? null : policyKeys[key as PolicyName].fallback
      if (typeof fallback === 'object' && fallback !== null) expect(state.values[key as PolicyName], `variant ${seed}: ${key ?? ''}`).toEqual(fallback.value)
    }
    if (faults.some(({ key }) => key === null)) expect(state, `variant ${seed}`).toMatchObject({ values: { DisableClipboard: true, AutoLockMinutes: 5 }, sources: { VaultPath: 'strict' } })
    expect(faultNotice(state) === null).toBe(faults.length === 0)
    expect(() => JSON.parse(policyJson(state)) as unknown).not.toThrow()
    expect(policyTable(state)).toContain('VaultPath')
    // Nothing is told that could bring a terminal or a log out of order.
    // oxlint-disable-next-line no-control-regex
    expect(policyTable(state)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/)
    seen[faults.some(({ key }) => key === null) ? 'whole' : faults.length > 0 ? 'values' : 'clean']++
  }
  // Each way of being wrong came up, or the variants would prove little.
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(variants / 50)
})
