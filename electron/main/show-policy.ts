import { problemText } from '../../shared/policy/notice.ts'
import type { PolicyState } from '../../shared/policy/state.ts'
import { policyLines, sourceLabels } from '../../shared/policy/words.ts'

/** The policies as a table for the eye: every key, what holds, and where it comes from. */
export function policyTable(state: PolicyState): string {
  const lines = [['Schlüssel', 'Wert', 'Quelle'], ...policyLines(state).map(({ name, value, source }) => [name, value, sourceLabels[source]])]
  const widths = [0, 1].map((column) => Math.min(longest, Math.max(...lines.map((line) => (line[column] ?? '').length))))
  const table = lines.map(([name = '', value = '', source = '']) => `${name.padEnd(widths[0] ?? 0)}  ${value.padEnd(widths[1] ?? 0)}  ${source}`.trimEnd())
  const origins = [
    `Datei:          ${state.file.path}${state.file.found ? '' : ' (nicht vorhanden)'}`,
    ...(state.registry === null ? [] : [`Registrierung:  ${state.registry.key}${state.registry.found ? '' : ' (nicht vorhanden)'}`]),
  ]
  const problems = state.problems.map((problem) => `${problem.level === 'fault' ? 'Fehler' : 'Warnung'}: ${problemText(problem)}`)
  return `${[...origins, '', ...table, ...(problems.length === 0 ? [] : ['', ...problems])].join('\n')}\n`
}

const longest = 60

/** The same for programs. A value that IT hasn't settled is null. */
export function policyJson(state: PolicyState): string {
  const policies = Object.fromEntries(policyLines(state).map(({ name, source }) => [name, { value: state.values[name] ?? null, source: source === 'usual' ? null : source }]))
  return `${JSON.stringify({ file: state.file, registry: state.registry, policies, retention: state.retention, problems: state.problems }, null, 2)}\n`
}
