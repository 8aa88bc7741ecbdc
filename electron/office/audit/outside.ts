import { join } from 'node:path'
import { findSets, openHead } from '../backup/contract.ts'
import type { Session } from '../session.ts'
import { bothLogs, notedEnd } from './anchors.ts'
import type { Anchor } from './verify.ts'

/**
 * Ends of a log that stand outside of it: in the other database, and in the backups beside the vault whose manifests open with today's key.
 * @param key data key of the side
 */
export async function anchorsFor(session: Session, side: 'office' | 'counselling', key: Uint8Array | null): Promise<Anchor[]> {
  const logs = bothLogs(session)
  const other = logs ? await notedEnd(side === 'office' ? logs.counselling : logs.office) : []
  if (key === null) return other
  const sets = await findSets(join(session.folder, 'backups')).catch(() => [])
  const backups = sets.flatMap(({ manifest }): Anchor[] => {
    const box = manifest?.heads?.[side]
    const head = manifest && box ? openHead(key, manifest, box) : null
    return head ? [{ kind: 'backup', at: manifest?.createdAt ?? '', ...head }] : []
  })
  return [...other, ...backups]
}
