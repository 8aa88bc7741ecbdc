import type { Side } from '../../../shared/records/model.ts'
import type { CipherConnection } from '../database/driver.ts'
import { connect } from '../database/open.ts'
import { unlessStopped, type ThreadStop } from '../thread-stop.ts'
import { UnreadableArchive, makeArchive, type MadeArchive, type Progress } from './archive.ts'

/** What the thread is told. The keys go with it. */
export interface ExportJob {
  /** Where it is written, under a name that isn't the final one. */
  path: string
  passphrase: string
  databases: readonly { side: Side; path: string; key: Uint8Array }[]
  vaultId: string
  officeName: string
  exportedAt: string
}

/** What came of it: the archive, or the code of what went wrong. */
export type ExportAnswer = { made: MadeArchive } | { failed: string }

/** Steps are told at most so often. */
const tellMilliseconds = 150

/**
 * Exports databases that others go on working with.
 * @param asked when set, the export is given up between two pieces, and its answer means nothing
 */
export async function runExport({ path, passphrase, databases, vaultId, officeName, exportedAt }: ExportJob, tell: Progress, asked: ThreadStop): Promise<ExportAnswer> {
  const connections: CipherConnection[] = []
  let told = 0
  try {
    for (const { path: file, side, key } of databases) {
      unlessStopped(asked)
      const connection = connect(file, side, key)
      connections.push(connection)
      // All of a part is of one moment; the transaction begins with its first read.
      connection.exec('PRAGMA query_only = ON')
      connection.exec('BEGIN')
      connection.all('SELECT count(*) FROM sqlite_schema')
    }
    const sources = databases.flatMap(({ side }, index) => {
      const connection = connections[index]
      return connection ? [{ side, connection, vaultId, officeName, exportedAt }] : []
    })
    const made = await makeArchive(path, passphrase, sources, {
      onProgress: (step, done, total) => {
        if (done < total && performance.now() - told < tellMilliseconds) return
        told = performance.now()
        tell(step, done, total)
      },
      between: () => unlessStopped(asked),
    })
    return { made }
  } catch (error) {
    return { failed: error instanceof UnreadableArchive ? 'unreadable' : codeOf(error) }
  } finally {
    for (const connection of connections) connection.close()
  }
}

/** The code of an error of the file system or of SQLite, also where the library has wrapped it. */
function codeOf(error: unknown): string {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    const { code } = at as { code?: unknown }
    if (typeof code === 'string') return code
  }
  return 'failed'
}
