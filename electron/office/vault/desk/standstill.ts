import { statSync } from 'node:fs'
import { sides } from '../../../../shared/records/model.ts'
import { sideFiles } from '../../database/sides.ts'
import { holdStill, type StillFile } from '../../database/still-file.ts'
import type { Session } from '../../session.ts'
import type { DataKeys } from '../session.ts'
import type { VaultStore } from '../vault-store.ts'

/** Both databases of a vault, at rest until they are let go. */
export interface StillVault {
  files: { name: string; bytes: number }[]
  /** False as soon as anybody here needed one of them. */
  readonly held: boolean
  letGo(): void
}

const companions = ['', '-wal', '-journal']

/** Holds the databases of an open office still. One that the person has no key to is closed and rests anyway. */
export async function holdVaultStill(session: Session, keys: DataKeys, store: VaultStore): Promise<StillVault> {
  const stills: StillFile[] = []
  const files: StillVault['files'] = []
  try {
    for (const side of sides) {
      const desk = session[side]
      const key = keys[side]
      if (!desk || !key) {
        files.push(...filesOfClosed(store, sideFiles[side].file))
        continue
      }
      const still = side === 'office' ? await holdStill(session.office.database, key) : session.counselling && (await holdStill(session.counselling.database, key))
      if (!still) continue
      stills.push(still)
      files.push({ name: sideFiles[side].file, bytes: still.bytes })
    }
  } catch (error) {
    for (const still of stills) still.letGo()
    throw error
  }
  return {
    files,
    get held() {
      return stills.every(({ held }) => held)
    },
    letGo: () => stills.forEach((still) => still.letGo()),
  }
}

/** A closed database and, after a crash, the log or journal that belongs to it. */
export function filesOfClosed(store: VaultStore, file: string): StillVault['files'] {
  return companions.flatMap((ending) => {
    const bytes = statSync(store.path(file + ending), { throwIfNoEntry: false })?.size ?? 0
    return bytes > 0 ? [{ name: file + ending, bytes }] : []
  })
}
