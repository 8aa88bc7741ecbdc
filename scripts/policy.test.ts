import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { DOMParser } from '@xmldom/xmldom'
import { expect, it } from 'vitest'
import { policyNames, registryKey, type PolicyName } from '../shared/policy/keys.ts'
import { effectivePolicy, nothingGiven } from '../shared/policy/read.ts'
import { readRegistryText } from '../shared/policy/registry.ts'
import { admx, adml, withTable } from './lib/policy-templates.mjs'

const resources = resolve(import.meta.dirname, '..', 'resources')
const stored = (...path: string[]): string => readFileSync(join(resources, ...path), 'utf8')

/** Parses strictly: the slightest fault throws. */
function parsed(text: string) {
  return new DOMParser({ onError: (level, message) => { throw new Error(`${level}: ${message}`) } }).parseFromString(text, 'text/xml')
}

it('templates and handbook are those of the present keys (npm run policy)', () => {
  expect(stored('policy', 'Integrationsbuero.admx')).toBe(admx())
  expect(stored('policy', 'de-DE', 'Integrationsbuero.adml')).toBe(adml())
  expect(stored('handbook', 'it.md')).toBe(withTable(stored('handbook', 'it.md')))
  for (const name of policyNames) expect(stored('handbook', 'it.md')).toContain(`| \`${name}\` |`)
})

it('templates are well-formed, and every word and control that is referred to is there', () => {
  const definitions = parsed(admx())
  const words = parsed(adml())
  const ids = (tag: string, of = words): string[] => [...of.getElementsByTagName(tag)].map((element) => element.getAttribute('id') ?? '')
  const strings = new Set(ids('string'))
  const presentations = new Set(ids('presentation'))
  for (const [, kind, id = ''] of admx().matchAll(/\$\((string|presentation)\.([^)]+)\)/gu)) expect(kind === 'string' ? strings : presentations, id).toContain(id)
  const elements = ['decimal', 'text', 'enum', 'boolean'].flatMap((tag) => ids(tag, definitions)).filter((id) => id !== '')
  const refs = [...adml().matchAll(/refId="([^"]+)"/gu)].map(([, id]) => id)
  expect(refs.sort()).toEqual(elements.sort())
  expect([...definitions.getElementsByTagName('policy')].map((policy) => policy.getAttribute('name'))).toEqual(policyNames)
  expect(new Set([...definitions.getElementsByTagName('policy')].map((policy) => `HKEY_LOCAL_MACHINE\\${policy.getAttribute('key')}`))).toEqual(new Set([registryKey]))
})

it('what the group policy editor would write by these templates is read as it was meant', () => {
  const definitions = parsed(admx())
  const lines = [registryKey]
  const lists: string[] = []
  for (const policy of definitions.getElementsByTagName('policy')) {
    const name = policy.getAttribute('name') as PolicyName
    const [choice] = policy.getElementsByTagName('enum')
    if (policy.getAttribute('valueName')) lines.push(`    ${name}    REG_DWORD    0x1`)
    else if (choice) {
      const [value] = choice.getElementsByTagName('decimal')
      lines.push(value ? `    ${name}    REG_DWORD    0x${Number(value.getAttribute('value')).toString(16)}` : `    ${name}    REG_SZ    ${choice.getElementsByTagName('string')[0]?.textContent ?? ''}`)
    } else if (policy.getElementsByTagName('text').length > 0) lines.push(`    ${name}    REG_SZ    D:\\Ordner`)
    else if (policy.getElementsByTagName('boolean').length > 0) lists.push(`${registryKey}\\${name}`, ...[...policy.getElementsByTagName('boolean')].map((each) => `    ${each.getAttribute('valueName')}    REG_DWORD    0x1`))
    else lines.push(`    ${name}    REG_DWORD    0x${Number(policy.getElementsByTagName('decimal')[0]?.getAttribute('maxValue')).toString(16)}`)
  }
  const { values, problems } = effectivePolicy({ file: nothingGiven, registry: readRegistryText([...lines, ...lists].join('\r\n')), platform: 'windows' })
  expect(problems).toEqual([])
  expect(Object.keys(values)).toEqual(policyNames)
})
