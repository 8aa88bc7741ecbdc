import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { policyNames, type PolicyName } from './keys.ts'

const root = resolve(import.meta.dirname, '..', '..')
const port = 'electron/office/policy.test.ts'
const window = 'tests/e2e/policy.spec.ts'

/** The test that shows that a key is obeyed. A key that nothing obeys must not exist. */
const shownIn: Record<PolicyName, string> = {
  VaultPath: window, AllowSyncedFolders: port, BackupPath: port, BackupKeepDays: port, BackupKeepWeeks: port, BackupKeepMonths: port, BackupHour: port, TemplateFolder: port, AutoLockMinutes: window, LockOnScreenLock: window, MinPassphraseLength: port,
  MinPassphraseStrength: port, DisableExport: port, DisableClipboard: window, LibreOfficePath: port, AllowWordAutomation: port, FederalState: port, SmallCellK: port, RetentionRules: port, AuditKeepMonths: port, LogLevel: 'electron/main/log.test.ts',
}

/** The product's code in a folder, without tests. */
function codeIn(folder: string): string {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/u.test(name) && !/\.(test|fixture)\.tsx?$/u.test(name)).map((name) => readFileSync(join(root, folder, name), 'utf8')).join('\n')
}

it('every key is used by a process that has the power to obey it, and has a test that names it', () => {
  const code = codeIn('electron')
  for (const name of policyNames) {
    expect(code, name).toMatch(new RegExp(`\\b${name}\\b`, 'u'))
    expect(readFileSync(join(root, shownIn[name]), 'utf8'), name).toContain(name)
  }
})
