import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDatabase } from '../../electron/office/database/open.ts'
import { openSession, type Session, type UnlockedVault } from '../../electron/office/session.ts'
import type { RecordRef, Side } from '../../shared/records/model.ts'
import { keysOfRole, type Role } from '../../shared/vault/roles.ts'

/** An open vault with real encrypted files in a temporary folder. */
export interface TestSession {
  session: Session
  vault: UnlockedVault
  /** What was announced after each commit. */
  announced: { side: Side; records: readonly RecordRef[] }[]
  /** Closes the vault and opens it again as somebody else, or as the same person. */
  reopen(role?: Role): Promise<Session>
  /** Closes the vault and removes its files. */
  dispose(): Promise<void>
}

/** Makes a vault and opens it in a role; the files of both databases exist whatever the role. */
export async function openTestSession(role: Role = 'leitung'): Promise<TestSession> {
  const folder = mkdtempSync(join(tmpdir(), 'integrationsbuero-test-'))
  const vaultId = 'test-vault'
  const keys = { office: randomBytes(32), counselling: randomBytes(32) }
  createDatabase(folder, 'office', keys.office, vaultId)
  createDatabase(folder, 'counselling', keys.counselling, vaultId)
  const announced: TestSession['announced'] = []
  const unlocked = (as: Role): UnlockedVault => ({
    folder,
    vaultId,
    person: { id: `person-${as}`, name: as === 'leitung' ? 'Testleitung' : `Test ${as}`, role: as },
    officeKey: keys.office,
    counsellingKey: keysOfRole(as).includes('counselling') ? keys.counselling : null,
  })
  const open = (as: Role): Promise<Session> => openSession(unlocked(as), (side, records) => announced.push({ side, records }))

  const test: TestSession = {
    session: await open(role),
    vault: unlocked(role),
    announced,
    async reopen(as = role) {
      await test.session.close()
      test.session = await open(as)
      return test.session
    },
    async dispose() {
      await test.session.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
  return test
}
