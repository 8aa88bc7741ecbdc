import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import config from '../../.dependency-cruiser.mjs'

/** Proves on a small tree of invented files that every dependency rule bites, and that the real tree breaks none. */

const project = resolve(import.meta.dirname, '..', '..')

interface Violation {
  rule: { name: string }
  from: string
  to: string
}

function cruise(folder: string): Violation[] {
  const result = spawnSync(
    join(project, 'node_modules', '.bin', 'depcruise'),
    ['--config', '.dependency-cruiser.mjs', '--output-type', 'json', 'electron', 'renderer', 'shared', 'tests'],
    { cwd: folder, encoding: 'utf8', maxBuffer: 200_000_000 },
  )
  const report = JSON.parse(result.stdout) as { summary: { violations: Violation[] } }
  return report.summary.violations
}

/** One file per rule that breaks it: rule, file, what it imports. */
const offences: [rule: string, file: string, imported: string][] = [
  ['no-circular', 'shared/round/a.ts', './b.ts'],
  ['not-resolvable', 'shared/directory/lost.ts', './gone.ts'],
  ['no-orphans', 'shared/directory/alone.ts', ''],
  ['no-dev-packages-in-product', 'electron/office/directory/dev.ts', 'vitest'],
  ['shared-is-pure', 'shared/directory/impure.ts', '../../electron/office/session.ts'],
  ['shared-without-node', 'shared/directory/node.ts', 'node:fs'],
  ['shared-without-shell-or-ui', 'shared/directory/ui.ts', 'react'],
  ['renderer-only-shared', 'renderer/directory/office.ts', '../../electron/office/session.ts'],
  ['renderer-without-node', 'renderer/directory/node.ts', 'node:path'],
  ['renderer-without-electron', 'renderer/directory/shell.ts', 'electron'],
  ['renderer-features-apart', 'renderer/directory/neighbour.tsx', '../counselling/Screen.tsx'],
  ['renderer-ui-knows-no-feature', 'renderer/ui/knowing.tsx', '../counselling/Screen.tsx'],
  ['main-without-office', 'electron/main/data.ts', '../office/session.ts'],
  ['main-without-sql', 'electron/main/sql.ts', 'kysely'],
  ['office-without-electron', 'electron/office/directory/shell.ts', 'electron'],
  ['one-binding-file', 'electron/office/directory/binding.ts', '@signalapp/sqlcipher'],
  ['features-through-service', 'electron/office/directory/foreign.ts', '../correspondence/repository.ts'],
  ['database-knows-no-feature', 'electron/office/database/feature.ts', '../directory/service.ts'],
  ['documents-know-no-feature', 'electron/office/documents/feature.ts', '../directory/service.ts'],
  ['counselling-not-in-office-db', 'electron/office/counselling/other-side.ts', '../database/office/schema.ts'],
  ['office-not-in-counselling-db', 'electron/office/directory/other-side.ts', '../database/counselling/schema.ts'],
  ['no-network', 'electron/main/update.ts', 'node:https'],
  ['product-without-tests', 'electron/office/directory/tested.ts', '../../../tests/helper.ts'],
]

/** Files that the offenders import, and imports that are allowed and must stay so. */
const innocent: Record<string, string[]> = {
  'shared/round/b.ts': ['./a.ts'],
  'shared/directory/contract.ts': ['zod'],
  'shared/counselling/model.ts': [],
  'renderer/counselling/Screen.tsx': ['react', '../ui/Field.tsx', '../app/office.ts', '../../shared/counselling/model.ts'],
  'renderer/ui/Field.tsx': ['react'],
  'renderer/app/office.ts': ['../../shared/directory/contract.ts'],
  'electron/office/session.ts': ['./database/office/schema.ts', './database/counselling/schema.ts', './counselling/service.ts'],
  'electron/office/database/driver.ts': ['@signalapp/sqlcipher'],
  'electron/office/database/office/schema.ts': [],
  'electron/office/database/counselling/schema.ts': [],
  'electron/office/directory/service.ts': ['../database/office/schema.ts', 'node:crypto'],
  'electron/office/counselling/service.ts': [
    '../database/counselling/schema.ts',
    '../directory/service.ts',
    '../database/driver.ts',
    '../../../shared/counselling/model.ts',
  ],
  'electron/office/correspondence/repository.ts': [],
  'electron/office/correspondence/service.ts': ['./repository.ts', '../directory/service.ts'],
  'electron/office/router.ts': ['./session.ts', './correspondence/service.ts'],
  'electron/main/window.ts': ['electron', '../../shared/counselling/model.ts'],
  'tests/helper.ts': ['../electron/office/router.ts', '../electron/main/window.ts', '../renderer/counselling/Screen.tsx'],
}

describe('dependency rules', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dependency-rules-'))
  let found: Violation[] = []

  function write(file: string, imports: string[]): void {
    const target = join(folder, file)
    mkdirSync(dirname(target), { recursive: true })
    const lines = imports.map((name) => `import type {} from '${name}'\nimport '${name}'`)
    writeFileSync(target, `${lines.join('\n')}\nexport const here = '${file}'\n`)
  }

  beforeAll(() => {
    for (const file of ['.dependency-cruiser.mjs', 'tsconfig.base.json', 'tsconfig.node.json', 'package.json']) {
      cpSync(join(project, file), join(folder, file))
    }
    symlinkSync(join(project, 'node_modules'), join(folder, 'node_modules'))
    for (const [file, imports] of Object.entries(innocent)) write(file, imports)
    for (const [, file, imported] of offences) write(file, imported === '' ? [] : [imported])
    // Only the file that is meant to be an orphan is one.
    const importers = offences.filter(([rule]) => rule !== 'no-orphans').map(([, file]) => `../${file}`)
    write('tests/all.test.ts', importers)
    found = cruise(folder)
  }, 60_000)

  afterAll(() => rmSync(folder, { recursive: true }))

  it.each(offences)('%s bites in %s', (rule, file) => {
    expect(found.filter((violation) => violation.from === file).map((violation) => violation.rule.name)).toContain(rule)
  })

  it('has an offence for every rule', () => {
    const named = new Set(offences.map(([rule]) => rule))
    expect(config.forbidden.map((rule: { name: string }) => rule.name).filter((name: string) => !named.has(name))).toEqual([])
  })

  it('leaves alone what is allowed', () => {
    const offenders = new Set(offences.map(([, file]) => file))
    const wrong = found.filter((violation) => !offenders.has(violation.from) && violation.rule.name !== 'no-circular')
    expect(wrong.map((violation) => `${violation.rule.name}: ${violation.from} -> ${violation.to}`)).toEqual([])
  })

  it('finds nothing in the project itself', () => {
    expect(cruise(project).map((violation) => `${violation.rule.name}: ${violation.from} -> ${violation.to}`)).toEqual([])
  }, 60_000)
})
