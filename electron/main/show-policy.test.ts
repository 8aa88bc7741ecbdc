import { expect, it } from 'vitest'
import { effectivePolicy, nothingGiven, readPolicyText } from '../../shared/policy/read.ts'
import { policyNames } from '../../shared/policy/keys.ts'
import type { PolicyState } from '../../shared/policy/state.ts'
import { policyJson, policyTable } from './show-policy.ts'

const state: PolicyState = {
  ...effectivePolicy({ file: readPolicyText('{"AutoLockMinutes": 3, "BackupKeepDays": 0, "Farbe": 1}'), registry: nothingGiven, platform: 'posix' }),
  file: { path: '/etc/integrationsbuero/policies.json', found: true }, registry: null, retention: [],
}

it('prints a table with every key, what holds, where from, and what is wrong', () => {
  const text = policyTable(state)
  for (const name of policyNames) expect(text).toMatch(new RegExp(`^${name} `, 'm'))
  expect(text).toMatch(/^Datei: +\/etc\/integrationsbuero\/policies\.json$/m)
  expect(text).toMatch(/^AutoLockMinutes +3 +Datei$/m)
  expect(text).toMatch(/^BackupKeepDays +366 +strenger Ersatzwert$/m)
  expect(text).toMatch(/^DisableClipboard +nein +nicht vorgegeben$/m)
  expect(text).toMatch(/^Fehler: policies\.json: BackupKeepDays muss/m)
  expect(text).toMatch(/^Warnung: policies\.json: Unbekannter Schlüssel „Farbe“/m)
})

it('prints the same for programs', () => {
  const json = JSON.parse(policyJson(state)) as { policies: Record<string, { value: unknown; source: string | null }>; problems: unknown[] }
  expect(json.policies.AutoLockMinutes).toEqual({ value: 3, source: 'file' })
  expect(json.policies.VaultPath).toEqual({ value: null, source: null })
  expect(Object.keys(json.policies)).toEqual(policyNames)
  expect(json.problems).toHaveLength(2)
})
