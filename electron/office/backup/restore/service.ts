import { randomBytes } from 'node:crypto'
import { rm, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import type { Comparison, Restorable, SideFacts, StateSource } from '../../../../shared/backup/restore/model.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import { sides, type Side } from '../../../../shared/records/model.ts'
import type { OfficeProcess } from '../../office-process.ts'
import { newestVersions, type Session } from '../../session.ts'
import { crossingPort, nodeFiles, typedRecoveryKey, unlockWithPassphrase, unlockWithRecoveryKey, vaultStore, withDelay, type VaultSession } from '../../vault/contract.ts'
import { checkCopies } from '../check.ts'
import { factsOf } from '../check-database.ts'
import { copyFileParts, copySetFile } from '../copy.ts'
import { withThreads } from '../part-threads.ts'
import { readSet } from '../set-folder.ts'
import { countedKinds } from '../sources.ts'
import { chosenSets, findStates, peopleOf, untouchedStore, type FoundState } from './sources.ts'
import { decideSwitch, isDecided, settleSwitch, stagedName, vaultFilesIn } from './switch.ts'

/** Room that the copy of a state leaves on the disk. */
const spareBytes = 8 * 1024 * 1024

const services = new WeakMap<OfficeProcess, Restoring>()

/** The bringing back of states in an office process. */
export function restoringOf(process: OfficeProcess): Restoring {
  const known = services.get(process)
  if (known) return known
  const made = new Restoring(process)
  services.set(process, made)
  process.settleBy(async (folder) => {
    if (!(await isDecided(folder))) return
    // A copy of the closed files that is being made holds the lease.
    await process.giveWay()
    await settleSwitch(folder, process)
  })
  return made
}

/**
 * Brings an earlier state back: opens it with its own keys, copies it beside the present one, reads all of the copy, compares, switches. Up to the
 * switch nothing of the present state is touched, and the switch keeps it.
 */
export class Restoring {
  readonly #process: OfficeProcess
  #chosen: string | null = null
  #stage: string | null = null
  #progress: { done: number; total: number } | null = null

  constructor(process: OfficeProcess) {
    this.#process = process
  }

  /** How far the copy of {@link prepare} is; null while there is none. */
  get progress(): { done: number; total: number } | null {
    return this.#progress
  }

  /** @param second where the backups' second place is on this computer */
  async sources(second: string | null): Promise<Restorable[]> {
    return (await this.#states(second)).map(({ path: _path, vaultId: _vaultId, ...shown }) => shown)
  }

  /** Looks for sets in a folder that the person has chosen; its sets stand in {@link sources} from now on. */
  async choose(folder: string): Promise<number> {
    const found = await chosenSets(folder)
    if (found.length > 0) this.#chosen = folder
    return found.length
  }

  /**
   * Copies a state beside the present one and reads all of it. It takes somebody who can open both databases, so that both are.
   * @throws OfficeError `wrong-passphrase`, `forbidden`, `corrupt` with the faulty part, `newer-version`, `disk-full`
   */
  async prepare(source: StateSource, personId: string | null, secret: string, second: string | null): Promise<Comparison> {
    if (this.#process.session && !this.#process.session.counselling) throw new OfficeError('forbidden')
    if (this.#progress) throw new OfficeError('busy', { detail: 'Es wird bereits eine Sicherung geöffnet.' })
    await this.#expectUndecided()
    const state = (await this.#states(second)).find((found) => found.source.place === source.place && found.source.id === source.id)
    if (!state) throw new OfficeError('not-found', { detail: 'Diese Sicherung ist an ihrem Ort nicht mehr vorhanden.' })
    if (state.trouble) throw new OfficeError('corrupt', { part: 'backup', detail: state.trouble })
    const keys = await crossingPort(() => this.#open(state, personId, secret))
    if (!keys.keys.counselling) throw new OfficeError('forbidden', { detail: 'Zum Wiederherstellen braucht es eine Person, die auch die Beratung öffnen kann, oder den Wiederherstellungsschlüssel.' })
    await this.discard()
    const stage = `wiederherstellung-${randomBytes(6).toString('hex')}`
    const path = join(this.#folder(), stage)
    this.#progress = { done: 0, total: state.bytes }
    try {
      await this.#copy(state, path)
      const restored = await factsOfCopy(path, keys)
      this.#stage = stage
      const present = this.#process.session
      return { at: state.at, officeName: state.officeName, people: peopleOf(keys.file), restored, present: present && presentFacts(present), replaces: (await vaultFilesIn(this.#folder())).length > 0 }
    } catch (error) {
      await rm(path, { recursive: true, force: true })
      throw error
    } finally {
      this.#progress = null
    }
  }

  /**
   * Decides the switch. In the locked office it is made at once; while somebody works it is made by the process that comes after locking.
   * @returns whether it is done
   */
  async switch(): Promise<boolean> {
    if (this.#stage === null) throw new OfficeError('not-found', { detail: 'Es ist keine geöffnete Sicherung da. Bitte öffnen Sie sie noch einmal.' })
    const { session } = this.#process
    if (session?.viewing) throw new OfficeError('viewing')
    if (session && !session.counselling) throw new OfficeError('forbidden')
    await this.#process.giveWay()
    await crossingPort(() => decideSwitch(this.#folder(), this.#stage ?? '', new Date()))
    this.#stage = null
    if (session) return false
    await crossingPort(() => settleSwitch(this.#folder(), this.#process))
    this.#process.useVault(this.#folder(), false)
    return true
  }

  /** Takes prepared copies away, also those that an ended process left; never one that the switch is decided to. */
  async discard(): Promise<void> {
    await this.#expectUndecided()
    this.#stage = null
    const folder = this.#folder()
    for (const name of (await nodeFiles.list(folder)) ?? []) {
      if (stagedName.test(name)) await rm(join(folder, name), { recursive: true, force: true })
    }
  }

  async #expectUndecided(): Promise<void> {
    // Who only looks on changes nothing in the vault.
    if (this.#process.session?.viewing) throw new OfficeError('viewing')
    if (await isDecided(this.#folder())) throw new OfficeError('busy', { detail: 'Das Umschalten ist schon entschieden und geschieht beim Sperren. Bitte sperren Sie das Büro.' })
  }

  async #states(second: string | null): Promise<FoundState[]> {
    const folder = this.#folder()
    const states = await findStates({ vault: folder, second, chosen: this.#chosen })
    const present = await vaultStore(folder).read().catch(() => null)
    const stranger = 'Diese Sicherung gehört zu einem anderen Büro.'
    return states.map((state) => (present && state.vaultId !== null && state.vaultId !== present.list.vaultId ? { ...state, trouble: state.trouble ?? stranger } : state))
  }

  /** Wrong passphrases are counted with those of the lock screen, so that nobody tries faster here. */
  async #open({ path }: FoundState, personId: string | null, secret: string): Promise<VaultSession> {
    const store = untouchedStore(path)
    const attempt = (): Promise<VaultSession> => (personId === null ? unlockWithRecoveryKey(store, typedRecoveryKey(secret)) : unlockWithPassphrase(store, personId, secret))
    return withDelay(vaultStore(this.#folder()), personId ?? 'recovery', attempt)
  }

  async #copy({ source, path, bytes }: FoundState, target: string): Promise<void> {
    await nodeFiles.makePath(target)
    const { bavail, bsize } = await statfs(target)
    if (bavail * bsize < bytes + spareBytes) throw new OfficeError('disk-full', { detail: 'Für die Wiederherstellung ist im Ordner des Tresors nicht genug Platz. Es wurde nichts verändert.' })
    const meant = new Map((source.place === 'replaced' ? null : await readSet(path, source.id))?.manifest?.files.map((file) => [file.name, file]))
    // Written and read again.
    const onBytes = (count: number): void => void (this.#progress && (this.#progress = { ...this.#progress, done: this.#progress.done + count / 2 }))
    await withThreads(bytes, async (threads) => {
      for (const name of await vaultFilesIn(path)) {
        const file = meant.get(name)
        const [from, to] = [join(path, name), join(target, name)]
        if (meant.size === 0) await copyFileParts(from, to, { threads, onBytes })
        else if (!file || !(await copySetFile(from, to, file, { threads, onBytes }))) throw new OfficeError('corrupt', { part: 'backup', detail: `Die Datei „${name}“ dieser Sicherung ist beschädigt. Bitte wählen Sie eine andere.` })
      }
    })
    await nodeFiles.syncFolder(target)
  }

  #folder(): string {
    const { vaultFolder } = this.#process
    if (!vaultFolder) throw new OfficeError('not-found', { part: 'folder', detail: 'Es ist noch kein Ordner gewählt.' })
    return vaultFolder
  }
}

/** Opens the copied databases, folds in what a crash had left in their logs, and reads everything. */
async function factsOfCopy(folder: string, { keys, nextKeys, file }: VaultSession): Promise<Record<Side, SideFacts>> {
  const copies = sides.map((side) => ({ path: join(folder, `${side}.db`), side, key: keys[side] ?? Buffer.alloc(0), vaultId: file.list.vaultId, authentic: false, thorough: true, kinds: countedKinds(side) }))
  const verdicts = await checkCopies(copies)
  const facts: Partial<Record<Side, SideFacts>> = {}
  for (const [index, copy] of copies.entries()) {
    const key = nextKeys[copy.side]
    // A state from the middle of a renewal of keys opens with the one or the other.
    const verdict = verdicts[index]?.whole || !key ? verdicts[index] : (await checkCopies([{ ...copy, key }]))[0]
    if (!verdict?.whole) throw new OfficeError('corrupt', { part: 'backup', detail: `Die Datei „${copy.side}.db“ dieser Sicherung ist beschädigt. Bitte wählen Sie eine andere.` })
    if (verdict.version > newestVersions[copy.side]) throw new OfficeError('newer-version', { part: 'backup' })
    facts[copy.side] = { counts: verdict.counts, lastChange: verdict.lastChange }
  }
  return facts as Record<Side, SideFacts>
}

function presentFacts({ office, counselling }: Session): Comparison['present'] {
  if (!counselling) return null
  return { office: factsOf(office.database.connections.reader, countedKinds('office')), counselling: factsOf(counselling.database.connections.reader, countedKinds('counselling')) }
}
