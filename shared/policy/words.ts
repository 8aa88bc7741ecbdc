import { policyKeys, policyNames, type PolicyName } from './keys.ts'
import type { PolicySource, PolicyState } from './state.ts'

export const sourceLabels: Readonly<Record<PolicySource | 'usual', string>> = {
  registry: 'Registrierung', file: 'Datei', strict: 'strenger Ersatzwert', usual: 'nicht vorgegeben',
}

/** A line of the list of policies. */
export interface PolicyLine {
  name: PolicyName
  title: string
  value: string
  source: PolicySource | 'usual'
}

/** All keys with what holds and where it comes from. */
export function policyLines({ values, sources }: Pick<PolicyState, 'values' | 'sources'>): PolicyLine[] {
  return policyNames.map((name) => {
    const source = sources[name] ?? 'usual'
    const { title, usual, fallbackText } = policyKeys[name]
    const value = values[name]
    return { name, title, source, value: value === undefined ? (source === 'usual' ? usual : fallbackText) : valueText(name, value) }
  })
}

/** A value in German words. */
export function valueText(name: PolicyName, value: unknown): string {
  const { kind } = policyKeys[name]
  if (kind === 'switch') return value === true ? 'ja' : 'nein'
  if (kind === 'list') return (value as readonly string[]).length === 0 ? 'keine' : (value as readonly string[]).join(', ')
  const choices = 'choices' in policyKeys[name] ? (policyKeys[name].choices as readonly { value: string | number; label: string }[]) : []
  const label = choices.find((choice) => choice.value === value)?.label
  return label === undefined ? String(value) : `${String(value)} (${label})`
}
