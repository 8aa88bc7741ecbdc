import { recogniseKind } from '../../../../shared/attachments/kinds.ts'
import type { EditedKind } from '../../../../shared/correspondence/round-trip/kinds.ts'
import { unzip, ZipTrouble } from '../../documents/unzip.ts'

const limits = { entries: 5_000, unpacked: 300 * 1024 * 1024, checked: true }

/**
 * Why a saved state can't be read; empty for a good one. A file that a program is still writing is a packed file without its end, or
 * with gaps: it unpacks only when it is whole.
 */
export function troubleOf(bytes: Uint8Array, kind: EditedKind): string {
  const found = recogniseKind(bytes)
  if (typeof found === 'object') return found.refusal
  if (found !== kind) return 'Die Datei wurde in einem anderen Format gespeichert.'
  try {
    unzip(bytes, limits, () => false)
    return ''
  } catch (error) {
    if (!(error instanceof ZipTrouble)) throw error
    return error.reason === 'encrypted' ? 'Die Datei ist mit einem Kennwort geschützt.' : 'Die Datei ist unvollständig oder beschädigt.'
  }
}
