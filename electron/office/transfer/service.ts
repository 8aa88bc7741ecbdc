import { randomUUID } from 'node:crypto'
import { readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { OfficeError } from '../../../shared/errors.ts'
import type { ExportParts, ExportResult, ExportStand, ExportTrouble } from '../../../shared/transfer/model.ts'
import type { Companion, OfficeProcess } from '../office-process.ts'
import type { Session } from '../session.ts'
import { askToStop, newThreadStop } from '../thread-stop.ts'
import type { DataKeys } from '../vault/contract.ts'
import { expectHardToGuess } from './archive-passphrase.ts'
import type { ExportAnswer, ExportJob } from './run-export.ts'

/** What an export needs to know of the open vault. */
export interface ExportedVault {
  keys: DataKeys
  officeName: string
}

export { expectHardToGuess } from './archive-passphrase.ts'

const troubles: Readonly<Record<string, ExportTrouble>> = {
  ENOSPC: 'disk-full', EDQUOT: 'disk-full', EFBIG: 'disk-full', EROFS: 'read-only', EACCES: 'read-only', EPERM: 'read-only', EBUSY: 'held', ETXTBSY: 'held',
  corrupt: 'source-damaged', ENOENT: 'not-reachable', ENOTDIR: 'not-reachable', ENODEV: 'not-reachable', ENXIO: 'not-reachable', EIO: 'not-reachable', unreadable: 'unreadable',
}

const services = new WeakMap<OfficeProcess, Exports>()

/** The exports of an office process. */
export function exportsOf(process: OfficeProcess): Exports {
  const known = services.get(process)
  if (known) return known
  const made = new Exports(process)
  services.set(process, made)
  process.accompany(made)
  return made
}

/** As source the thread's entry lies beside this file; built, it is a file of its own beside that of the office process. */
function entry(): URL {
  const here = import.meta.url
  if (here.endsWith('.ts')) return new URL('./export-worker.ts', here)
  return new URL(here.includes('/chunks/') ? '../vault-export.js' : './vault-export.js', here)
}

/** Exports of the open vault, one at a time. A failure is remembered and shown; it leaves nothing behind. */
export class Exports implements Companion {
  readonly #process: OfficeProcess
  #stand: ExportStand = { running: null, last: null, trouble: null }
  #work: Promise<void> = Promise.resolve()
  #stop: ((trouble: ExportTrouble) => void) | null = null

  constructor(process: OfficeProcess) {
    this.#process = process
  }

  /** How it goes on. @throws OfficeError `forbidden` for anybody but the Leitung */
  stand(): ExportStand {
    expectLeitung(this.#process.unlocked)
    return this.#stand
  }

  /**
   * Begins an export to the chosen file.
   * @throws OfficeError `forbidden` for anybody but the Leitung, `busy` while one runs, `invalid` for a passphrase that is too easy to guess
   */
  async begin(grant: string, parts: ExportParts, passphrase: string, vault: () => Promise<ExportedVault>): Promise<void> {
    const session = this.#process.unlocked
    expectLeitung(session)
    if (this.#stand.running) throw new OfficeError('busy', { detail: 'Es läuft schon ein Export.' })
    this.#stand = { ...this.#stand, running: { step: 'writing', done: 0, total: 0 }, trouble: null }
    const { job, target } = await this.#prepare(session, grant, parts, passphrase, vault).catch((error: unknown) => {
      this.#stand = { ...this.#stand, running: null }
      throw error
    })
    const begun = performance.now()
    this.#work = this.#run(job, target, session)
      .then(({ made }) => {
        const counts = made.parts.map(({ side, tables, rows, files }) => ({ side, tables, rows, files }))
        const last: ExportResult = { at: job.exportedAt, parts, bytes: made.bytes, sha256: made.sha256, counts, seconds: Math.round((performance.now() - begun) / 100) / 10 }
        this.#stand = { running: null, last, trouble: null }
      })
      .catch(async (trouble: unknown) => {
        await rm(job.path, { force: true }).catch(() => undefined)
        this.#stand = { ...this.#stand, running: null, trouble: trouble instanceof Trouble ? trouble.kind : 'failed' }
      })
      .finally(() => (this.#stop = null))
  }

  async #prepare(session: Session, grant: string, parts: ExportParts, passphrase: string, vault: () => Promise<ExportedVault>): Promise<{ job: ExportJob; target: string }> {
    const { keys, officeName } = await vault()
    await expectHardToGuess(passphrase, [officeName, session.person.name])
    const target = this.#process.grants.target(grant, 'zip')
    await sweep(target)
    const path = join(dirname(target), `.${basename(target)}.${randomUUID().slice(0, 8)}.unfertig`)
    const databases: ExportJob['databases'][number][] = [{ side: 'office', path: session.office.database.connections.path, key: keys.office }]
    if (parts === 'all' && session.counselling && keys.counselling) databases.push({ side: 'counselling', path: session.counselling.database.connections.path, key: keys.counselling })
    return { job: { path, passphrase, databases, vaultId: session.vaultId, officeName, exportedAt: new Date().toISOString() }, target }
  }

  /** When the export that runs is over, however it ends. */
  get finished(): Promise<void> {
    return this.#work
  }

  /** Stops a running export. @throws OfficeError `forbidden` */
  async stop(): Promise<void> {
    expectLeitung(this.#process.unlocked)
    await this.#end('stopped')
  }

  /** New keys close the databases and open them again; an export that read the old files is over with that. */
  began(): void {
    void this.#end('keys-renewed')
  }

  /** Locking doesn't wait for an export. */
  async ending(): Promise<void> {
    await this.#end('locked')
    this.#stand = { running: null, last: null, trouble: null }
  }

  async #end(trouble: ExportTrouble): Promise<void> {
    this.#stop?.(trouble)
    await this.#work
  }

  async #run(job: ExportJob, target: string, session: Session): Promise<Extract<ExportAnswer, { made: unknown }>> {
    const write = () => this.#inThread(job)
    const sides = [session.office.database, ...(session.counselling ? [session.counselling.database] : [])]
    const answer = await sides.reduce<() => Promise<ExportAnswer>>((work, side) => () => side.lend(work), write)()
    if ('failed' in answer) throw new Trouble(troubleOf(answer.failed))
    await rename(job.path, target).catch((error: { code?: string }) => {
      throw new Trouble(troubleOf(error.code ?? ''))
    })
    return answer
  }

  #inThread(job: ExportJob): Promise<ExportAnswer> {
    return new Promise((resolve, reject) => {
      const asked = newThreadStop()
      const worker = new Worker(entry(), { workerData: { job, asked } })
      let given: ExportTrouble | null = null
      this.#stop = (trouble) => {
        given ??= trouble
        askToStop(asked)
      }
      worker.on('message', (message: ExportAnswer | NonNullable<ExportStand['running']>) => {
        if ('step' in message) this.#stand = { ...this.#stand, running: message }
        else if (given === null) resolve(message)
      })
      worker.on('error', () => reject(new Trouble('failed')))
      worker.on('exit', (code) => {
        // What it had open is closed before the unfinished file is taken away.
        if (given !== null) reject(new Trouble(given))
        else if (code !== 0) reject(new Trouble('failed'))
      })
    })
  }
}

/** Takes away what exports to this file left behind that were killed. Nobody else writes under such a name. */
async function sweep(target: string): Promise<void> {
  const folder = dirname(target)
  const begins = `.${basename(target)}.`
  const names = await readdir(folder).catch(() => [])
  for (const name of names) if (name.startsWith(begins) && name.endsWith('.unfertig')) await rm(join(folder, name), { force: true }).catch(() => undefined)
}

/** Why an export came to nothing, by the code of what was thrown. */
export function troubleOf(code: string): ExportTrouble {
  return troubles[code] ?? (code.startsWith('SQLITE_') ? 'source-damaged' : 'failed')
}

class Trouble extends Error {
  readonly kind: ExportTrouble

  constructor(kind: ExportTrouble) {
    super(kind)
    this.kind = kind
  }
}

function expectLeitung({ person }: Session): void {
  if (person.role !== 'leitung') throw new OfficeError('forbidden', { detail: 'Den ganzen Tresor exportiert nur die Leitung.' })
}

/** One file in an encrypted archive. The library is loaded by the first. @param name as it is seen without the passphrase: neutral */
export async function sealedFile(name: string, bytes: Uint8Array, passphrase: string): Promise<Uint8Array> {
  return (await import('./sealed-file.ts')).sealedZip(name, bytes, passphrase)
}
