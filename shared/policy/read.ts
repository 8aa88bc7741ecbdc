import { z } from 'zod'
import { policyKeys, policyName, policyNames, type PolicyName, type PolicyValues } from './keys.ts'
import type { PolicyPeriod, PolicyProblem, PolicySource, PolicyState } from './state.ts'

/** What one origin gives: nothing, something that can't be read, or values by name. */
export type Given = { found: false } | { found: true; fault: string } | { found: true; values: ReadonlyMap<string, unknown> }

export const nothingGiven: Given = { found: false }

/** Whether paths begin with a drive or with a slash. */
export type PolicyPlatform = 'windows' | 'posix'

/** Reads the text of policies.json. Never throws. */
export function readPolicyText(text: string): Given {
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\uFEFF/u, ''))
  } catch (error) {
    // The engine's message quotes the text; only the place is taken from it.
    const [, line, column] = /line (\d+) column (\d+)/u.exec(error instanceof Error ? error.message : '') ?? []
    return { found: true, fault: `Die Datei ist kein gültiges JSON${line ? ` (Zeile ${line}, Spalte ${column})` : ''}.` }
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { found: true, fault: 'Die Datei muss ein JSON-Objekt enthalten: { "Schlüssel": Wert, … }.' }
  return { found: true, values: new Map(Object.entries(value)) }
}

/**
 * What holds: the registry before the file. What is given and can't be relied on gives the stricter fallback, and a file or branch that
 * can't be read gives it for every key that nobody else gives. Unknown keys do nothing. Never throws.
 */
export function effectivePolicy({ file, registry, platform }: { file: Given; registry: Given; platform: PolicyPlatform }): Pick<PolicyState, 'values' | 'sources' | 'problems'> {
  const problems: PolicyProblem[] = []
  const values = new Map<PolicyName, unknown>()
  const sources: Partial<Record<PolicyName, PolicySource>> = {}
  const origins = [['registry', registry], ['file', file]] as const
  for (const [origin, given] of origins) {
    if (!given.found) continue
    if ('fault' in given) problems.push({ level: 'fault', origin, key: null, text: given.fault })
    else problems.push(...unknownKeys(origin, given.values))
  }
  const broken = origins.some(([, given]) => given.found && 'fault' in given)
  for (const name of policyNames) {
    const origin = origins.find(([, given]) => given.found && 'values' in given && given.values.has(name))
    if (!origin) {
      if (broken) fallBack(name, values, sources)
      continue
    }
    const [from, given] = origin
    const checked = checkedValue(name, given.found && 'values' in given ? given.values.get(name) : undefined, platform)
    if (checked.fault === null) {
      values.set(name, checked.value)
      sources[name] = from
    } else {
      problems.push({ level: 'fault', origin: from, key: name, text: `${name} ${checked.fault} Solange gilt: ${policyKeys[name].fallbackText}.` })
      fallBack(name, values, sources)
    }
  }
  return { values: Object.fromEntries(values) as PolicyValues, sources, problems }
}

const periodsSchema = z.array(z.strictObject({
  code: z.string().regex(/^[a-z-]{1,40}$/u), years: z.int().min(0).max(100).nullable(), reason: z.string().trim().min(5).max(500),
})).max(100)

/** Reads the file of retention periods; null when it can't be relied on. @param known codes of the rules that there are */
export function readPeriods(text: string, known: readonly string[]): PolicyPeriod[] | null {
  try {
    const periods = periodsSchema.safeParse(JSON.parse(text.replace(/^\uFEFF/u, '')))
    return periods.success && periods.data.every(({ code }) => known.includes(code)) ? periods.data : null
  } catch {
    return null
  }
}

function fallBack(name: PolicyName, values: Map<PolicyName, unknown>, sources: PolicyState['sources']): void {
  const { fallback } = policyKeys[name]
  if (fallback === 'ignored') return
  sources[name] = 'strict'
  if (fallback !== 'locked') values.set(name, fallback.value)
}

function checkedValue(name: PolicyName, given: unknown, platform: PolicyPlatform): { fault: null; value: unknown } | { fault: string } {
  const { schema, kind, range, choices } = policyKeys[name] as (typeof policyKeys)[PolicyName] & { range?: { min: number; max: number }; choices?: readonly { value: string | number }[] }
  const parsed = schema.safeParse(given)
  if (!parsed.success) {
    if (kind === 'number' && range) return { fault: `muss eine ganze Zahl von ${range.min} bis ${range.max} sein.` }
    if (kind === 'switch') return { fault: 'muss true oder false sein (in der Registrierung 1 oder 0).' }
    if (kind === 'list') return { fault: `muss eine Liste aus diesen Werten sein: ${(choices ?? []).map(({ value }) => value).join(', ')}.` }
    if (kind === 'choice') return { fault: `muss einer dieser Werte sein: ${(choices ?? []).map(({ value }) => value).join(', ')}.` }
    return { fault: parsed.error.issues.find(({ code }) => code === 'invalid_format')?.message ?? 'muss ein vollständiger Pfad sein.' }
  }
  if ((kind === 'folder' || kind === 'file') && String(parsed.data).startsWith('/') !== (platform === 'posix')) return { fault: 'ist ein Pfad für ein anderes Betriebssystem.' }
  return { fault: null, value: kind === 'list' ? [...new Set(parsed.data as string[])] : parsed.data }
}

const shownName = 60

function unknownKeys(origin: 'file' | 'registry', values: ReadonlyMap<string, unknown>): PolicyProblem[] {
  return [...values.keys()].filter((name) => policyName(name) === null).map((name) => {
    const meant = policyNames.find((known) => known.toLowerCase() === name.trim().toLowerCase())
    const shown = name.replace(/\p{C}/gu, '?').slice(0, shownName)
    return { level: 'warning', origin, key: shown, text: `Unbekannter Schlüssel „${shown}“: Er bewirkt nichts.${meant ? ` Gemeint ist wohl „${meant}“.` : ''}` }
  })
}
