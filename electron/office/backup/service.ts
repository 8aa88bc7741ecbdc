import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { BackupPlace, BackupStand, ListedSet, RunningBackup, Verification } from '../../../shared/backup/model.ts'
import type { Probe } from '../../../shared/backup/probe/model.ts'
import { backupRules, lastDailyTime } from '../../../shared/backup/rules.ts'
import { OfficeError } from '../../../shared/errors.ts'
import { sides } from '../../../shared/records/model.ts'
import { sideFiles } from '../database/sides.ts'
import type { Companion, OfficeProcess } from '../office-process.ts'
import { policy } from '../policy.ts'
import type { Session } from '../session.ts'
import { vaultStore } from '../vault/contract.ts'
import type { VaultService } from '../vault/service.ts'
import { whileClosed } from './closed-vault.ts'
import { BackupFailure, failureKind } from './failure.ts'
import { knownPages } from './known-pages.ts'
import { makeSet, type MakingOptions } from './make-set.ts'
import { readProbe } from './probe/record.ts'
import { probeRestoration } from './probe/service.ts'
import { datedSet, rotate } from './rotation.ts'
import { copyToSecondPlace, prepareSecondPlace, readyGivenPlace, secondFolder } from './second-place.ts'
import { findSets, sweepUnfinished, type FoundSet } from './set-folder.ts'
import { closedDatabases, openDatabases } from './sources.ts'
import { readState, stampOf, writeState, type BackupState } from './state.ts'
import { verifySet } from './verify.ts'

/** Where a vault's own sets lie. */
const ownFolder = 'backups'
/** How soon after unlocking, and how often from then on, the office looks whether today's backup is due. */
const firstLookMilliseconds = 90_000
const lookMilliseconds = 600_000
/** How long what was seen on the disk is good enough for the status bar. */
const seenMilliseconds = 30_000
/** A copy that had to give way to a destruction or a change of keys is tried again so often. */
const tries = 3
const pauseMilliseconds = 250
/** How long locking waits for a backup to be given up. */
const endingMilliseconds = 1_500
/** A copy to the second place that gets no further for so long is given up: a share can stop answering without an error. */
const stalledMilliseconds = 120_000

const services = new WeakMap<OfficeProcess, Backups>()

/** The backups of an office process. */
export function backupsOf(process: OfficeProcess, vault: VaultService): Backups {
  const known = services.get(process)
  if (known) return known
  const made = new Backups(process, vault)
  services.set(process, made)
  process.accompany(made)
  return made
}

/**
 * When backups are made and what becomes of them: daily and by hand while the office is open, and of the closed files after it was locked.
 * One at a time. No failure of a backup is a failure of anything else; it is remembered and shown.
 */
export class Backups implements Companion {
  /** Folder of the second place on this computer, or null. It stands outside of the vault: the same stick is E: here and D: there. */
  secondPlace: string | null = null
  readonly #process: OfficeProcess
  readonly #vault: VaultService
  #running: RunningBackup | null = null
  #work: Promise<void> = Promise.resolve()
  #stop: AbortController | null = null
  #stopProbe: AbortController | null = null
  #probing: Promise<Probe> | null = null
  #clock: NodeJS.Timeout | null = null
  #seen: { at: number; lastAt: string | null; state: BackupState } | null = null

  constructor(process: OfficeProcess, vault: VaultService) {
    this.#process = process
    this.#vault = vault
  }

  /** From now on the day's backup is made by itself. */
  began({ viewing }: Session): void {
    if (this.#process.demo || this.#clock || viewing) return
    const look = (): void => {
      void this.#lookAfter().catch(() => undefined)
      this.#clock = setTimeout(look, lookMilliseconds).unref()
    }
    this.#clock = setTimeout(look, firstLookMilliseconds).unref()
  }

  /** Today's backup and this month's test restoration, where they are due. */
  async #lookAfter(): Promise<void> {
    if (await this.isDue()) await this.run()
    const last = await this.lastProbe()
    if (this.#process.session?.counselling && (last === null || Date.now() - Date.parse(last.at) > backupRules.probeDays * 86_400_000)) await this.probe()
  }

  /** The last test restoration. */
  async lastProbe(): Promise<Probe | null> {
    return readProbe(this.#folder(), await this.#vault.read(async ({ keys }) => keys.office))
  }

  /** Restores the newest set for a test. Another one that is under way is waited for. @throws OfficeError `forbidden`, `not-found` */
  async probe(): Promise<Probe> {
    this.#expectHolder()
    this.#probing ??= (async () => {
      const stop = new AbortController()
      this.#stopProbe = stop
      const { keys, keyIds } = await this.#vault.change(async (vault) => ({ keys: vault.keys, keyIds: vault.file.list.keys }))
      return probeRestoration({ vault: this.#process.unlocked.folder, keys, keyIds }, stop.signal)
    })().finally(() => (this.#probing = null))
    return this.#probing
  }

  /** Locking doesn't wait for a backup: it is given up, and the closed files are copied instead. */
  async ending(): Promise<void> {
    if (this.#clock) clearTimeout(this.#clock)
    this.#clock = null
    this.#stop?.abort()
    this.#stopProbe?.abort()
    // A share that doesn't answer must not hold up the lock; what it leaves behind is swept away by the next backup.
    await Promise.race([Promise.allSettled([this.#work, this.#probing]), pause(endingMilliseconds)])
  }

  /** How the backups stand. */
  async stand(): Promise<BackupStand> {
    // Asked after every change of any record, so what lies on the disk isn't read each time.
    // Nor while the vault's folder is away: what was seen last still holds.
    const due = this.#seen === null || (performance.now() - this.#seen.at > seenMilliseconds && existsSync(this.#process.vaultFolder ?? ''))
    if (due || this.#seen === null) this.#seen = { at: performance.now(), ...(await this.#look()) }
    const { lastAt, state } = this.#seen
    return { running: this.#running, lastAt, failure: state.failure, second: this.secondPlace === null ? null : { display: this.secondPlace, ...state.second } }
  }

  async #look(): Promise<{ lastAt: string | null; state: BackupState }> {
    const folder = this.#folder()
    return { lastAt: (await findSets(folder)).find(({ manifest }) => manifest)?.manifest?.createdAt ?? null, state: await readState(folder) }
  }

  /** Finished sets of this vault at both places, the newest first. */
  async list(): Promise<ListedSet[]> {
    const { vaultId } = this.#process.unlocked
    const listed = new Map<string, ListedSet>()
    for (const [place, folder] of this.#folders()) {
      for (const set of await findSets(folder).catch(() => [])) {
        if (set.manifest?.vaultId !== vaultId) continue
        const known = listed.get(set.id)
        if (known) known.places.push(place)
        else listed.set(set.id, { id: set.id, createdAt: set.manifest.createdAt, day: set.day, bytes: set.manifest.files.reduce((sum, { bytes }) => sum + bytes, 0), opened: datedSet(set)?.opened ?? false, places: [place] })
      }
    }
    return [...listed.values()].sort((a, b) => b.createdAt.localeCompare(a.createdAt))
  }

  /** Compares a listed set with its checksums. @throws OfficeError `not-found` */
  async verify(id: string, place: BackupPlace): Promise<Verification> {
    const folder = this.#folders().find(([name]) => name === place)?.[1]
    const set = folder === undefined ? undefined : (await findSets(folder)).find((found) => found.id === id)
    if (!set) throw new OfficeError('not-found', { detail: 'Diese Sicherung ist an diesem Ort nicht mehr vorhanden.' })
    return verifySet(set.path)
  }

  /** Makes a backup of the open office. What goes wrong is told by {@link stand}. @throws OfficeError `viewing` */
  run(): Promise<void> {
    this.#expectHolder()
    if (this.#running) return this.#work
    void this.#begin((options) => this.#copyOpen(options))
    return this.#work
  }

  /**
   * Copies the closed files of a locked vault, unless nothing was changed since the last copy; ends at once when somebody unlocks.
   * For lock and end, and for the command without a window.
   */
  async atRest(): Promise<void> {
    const { vaultFolder, demo } = this.#process
    if (!vaultFolder || demo || this.#process.session) return
    await this.#process.settled()
    await this.#process.whileLocked((signal) => {
      signal.addEventListener('abort', () => this.#stop?.abort(), { once: true })
      // Whoever unlocks waits for this part alone, not for the second place.
      return this.#begin((options) => this.#copyClosed(vaultFolder, options))
    })
    await this.#work
  }

  /** @returns when the vault's own part is done; {@link Backups.#work} is done when the second place has its copy, too */
  #begin(copy: (options: MakingOptions) => Promise<void>): Promise<void> {
    const stop = new AbortController()
    this.#stop = stop
    this.#running = { step: 'copying', done: 0, total: 0 }
    const folder = this.#folder()
    const copied = (async () => {
      try {
        await copy({ signal: stop.signal, onProgress: (running) => (this.#running = running) })
        await writeState(folder, { failure: null })
      } catch (error) {
        await this.#failed(folder, error, stop.signal)
      }
      this.#seen = null
    })()
    this.#work = copied.then(async () => {
      if (!stop.signal.aborted) await this.#copyToSecond(folder, stop)
      this.#running = null
      this.#seen = null
    })
    return copied
  }

  /** A backup that gave way to locking or unlocking is no failure: another one follows. */
  async #failed(folder: string, error: unknown, signal: AbortSignal): Promise<void> {
    const kind = failureKind(error)
    // Whoever has the vault open elsewhere backs it up there.
    if (signal.aborted || kind === 'in-use') return
    await writeState(folder, { failure: { kind, at: new Date().toISOString() } })
  }

  async #copyOpen(options: MakingOptions): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#copyOpenOnce(options)
      } catch (error) {
        if (failureKind(error) !== 'gave-way' || attempt === tries || options.signal?.aborted) throw error
        await pause(pauseMilliseconds * attempt)
      }
    }
  }

  async #copyOpenOnce(options: MakingOptions): Promise<void> {
    const folder = this.#folder()
    await sweepUnfinished(folder, true)
    const thorough = await this.#isThoroughDue(folder)
    const copying: { making?: Promise<unknown>; stamp?: string; session?: Session } = {}
    // The keys don't change while their databases are copied.
    await this.#vault.change(async (keys) => {
      const session = this.#process.unlocked
      // Once a week nothing is taken from an earlier set.
      const known = thorough ? {} : await knownPages(folder, session.vaultId, keys.keys)
      const databases = await openDatabases(session, keys)
      Object.assign(copying, { stamp: stampOf(keys.store), session })
      await new Promise<void>((resolve) => {
        copying.making = makeSet(folder, { store: keys.store, vault: keys.file, databases, thorough, known }, { ...options, onCopied: resolve })
        copying.making.catch(() => resolve())
      })
    })
    const { session, stamp } = copying
    // What was written meanwhile waits in the log; what was deleted is to leave it soon.
    for (const desk of [session?.office, session?.counselling]) await desk?.database.foldLog().catch(() => undefined)
    await copying.making
    await writeState(folder, { copied: stamp ?? '', ...(thorough ? { thoroughAt: new Date().toISOString() } : {}) })
    await this.#tidy(folder, this.#process.unlocked.vaultId)
  }

  /** Small databases are walked through each time, large ones once a week. */
  async #isThoroughDue(folder: string): Promise<boolean> {
    const { thoroughAt } = await readState(folder)
    const bytes = sides.reduce((sum, side) => sum + (statSync(join(this.#process.unlocked.folder, sideFiles[side].file), { throwIfNoEntry: false })?.size ?? 0), 0)
    return bytes < backupRules.thoroughBytes || thoroughAt === null || Date.now() - Date.parse(thoroughAt) > backupRules.thoroughDays * 86_400_000
  }

  async #copyClosed(vaultFolder: string, options: MakingOptions): Promise<void> {
    const store = vaultStore(vaultFolder)
    const vault = await store.read()
    const folder = join(vaultFolder, ownFolder)
    if (!vault.list.established || (await readState(folder)).copied === stampOf(store)) return
    await whileClosed(store, this.#process.machine, () => this.#stop?.abort(), async () => {
      await sweepUnfinished(folder, true)
      const stamp = stampOf(store)
      await makeSet(folder, { store, vault, databases: closedDatabases(store), thorough: false }, options)
      await writeState(folder, { copied: stamp })
      await this.#tidy(folder, vault.list.vaultId)
    })
  }

  /** Who only looks on leaves the backups to who works. */
  #expectHolder(): void {
    if (this.#process.session?.viewing) throw new OfficeError('viewing')
  }

  /** What can't be taken away today is taken away tomorrow. */
  async #tidy(folder: string, vaultId: string): Promise<void> {
    await rotate(folder, vaultId).catch(() => undefined)
  }

  async #copyToSecond(folder: string, stop: AbortController): Promise<void> {
    const place = this.secondPlace
    if (place === null || this.#process.demo) return
    const { second } = await readState(folder)
    const newest: FoundSet | undefined = (await findSets(folder)).find(({ manifest }) => manifest)
    if (!newest?.manifest) return
    try {
      await readyGivenPlace(folder, place, this.#process.vaultFolder ?? '')
      await this.#unlessStalled((onProgress) => copyToSecondPlace(newest, place, { signal: stop.signal, onProgress }), stop)
      await writeState(folder, { second: { lastAt: newest.manifest.createdAt, failure: null } })
      await this.#tidy(join(place, secondFolder), newest.manifest.vaultId)
    } catch (error) {
      if (!stop.signal.aborted || error instanceof BackupFailure) await writeState(folder, { second: { ...second, failure: { kind: failureKind(error), at: new Date().toISOString() } } })
    }
  }

  async #unlessStalled(copy: (onProgress: (running: RunningBackup) => void) => Promise<unknown>, stop: AbortController): Promise<void> {
    let timer: NodeJS.Timeout | undefined
    const stalled = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        reject(new BackupFailure('not-reachable'))
        stop.abort()
      }, stalledMilliseconds)
    })
    const copying = copy((running) => {
      this.#running = running
      timer?.refresh()
    })
    try {
      await Promise.race([copying, stalled])
    } finally {
      clearTimeout(timer)
    }
  }

  /** Makes the folder at a place that was just chosen; a failure shows at once. */
  async chooseSecondPlace(place: string): Promise<void> {
    this.secondPlace = place
    this.#seen = null
    if (this.#process.session?.viewing) return
    const folder = this.#folder()
    try {
      await prepareSecondPlace(place, this.#process.vaultFolder ?? '')
      await writeState(folder, { second: { lastAt: null, failure: null } })
    } catch (error) {
      await writeState(folder, { second: { lastAt: null, failure: { kind: failureKind(error), at: new Date().toISOString() } } })
    }
  }

  /** Whether the last set that was opened and checked is from before the time of the daily backup, or the second place lacks the newest one. */
  async isDue(): Promise<boolean> {
    const folder = this.#folder()
    const sets = (await findSets(folder)).flatMap((set) => datedSet(set) ?? [])
    const newest = this.#process.session?.counselling ? sets.find(({ opened }) => opened) : sets[0]
    if (!newest || newest.at < lastDailyTime(new Date(), policy().values.BackupHour ?? 0).toISOString()) return true
    return this.secondPlace !== null && (await readState(folder)).second.failure !== null
  }

  #folder(): string {
    const { vaultFolder } = this.#process
    if (!vaultFolder) throw new OfficeError('not-found', { part: 'folder' })
    return join(vaultFolder, ownFolder)
  }

  #folders(): [BackupPlace, string][] {
    const second: [BackupPlace, string][] = this.secondPlace === null ? [] : [['second', join(this.secondPlace, secondFolder)]]
    return [['own', this.#folder()], ...second]
  }
}
