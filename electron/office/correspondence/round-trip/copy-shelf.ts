import type { EditTarget } from '../../../../shared/correspondence/round-trip/contract.ts'
import type { EditedKind } from '../../../../shared/correspondence/round-trip/kinds.ts'

/** What a copy is of. */
export interface CopySource {
  token: string
  target: EditTarget
  /** What the versions that come back belong to. */
  seriesId: string
  kind: EditedKind
  /** Hash of the state that the vault holds. */
  hash: string
}

/** Where one side of the vault keeps what comes back from copies. */
export interface CopyShelf {
  /** Remembers a copy, so that it can be taken back after a crash. */
  remember(copy: CopySource): Promise<void>
  /** A copy that this side remembers; null for one of another vault or of the other side. */
  read(token: string): Promise<CopySource | null>
  /**
   * Stores a saved state as the next version.
   * @param trouble why it can't be read; it is kept all the same
   */
  take(copy: CopySource, bytes: Uint8Array, trouble: string): Promise<void>
  /** Forgets copies that are long past, but for those that still wait. */
  forget(waiting: readonly string[]): Promise<void>
}

/** A copy that nobody came back for is forgotten from this time on (ISO); its file is gone with the temporary files of the system. */
export function forgottenBefore(now = Date.now()): string {
  return new Date(now - 90 * 86_400_000).toISOString()
}
