import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { OfficeError } from '../../../../shared/errors.ts'
import type { Occupancy, Standing } from '../../../../shared/vault/desk/model.ts'
import type { OfficeProcess } from '../../office-process.ts'
import { crossingPort } from '../error-texts.ts'
import { isFreeHere } from '../lease.ts'
import { newestTurn, PROGRAM_SLOTS, type FoundTurn } from '../lease-file.ts'
import { LeaseWatch } from '../lease-watch.ts'
import type { OpenOffice } from '../open-office.ts'
import type { VaultSession } from '../session.ts'
import { VaultError } from '../vault-error.ts'
import { vaultStore } from '../vault-store.ts'
import { Asking } from './asking.ts'
import { question, removeExchange, writeQuestion } from './exchange.ts'
import { copyForLooking } from './look-copy.ts'
import { newPrivateCopy, removePrivateCopy } from './private-copy.ts'
import { occupancyOf } from './occupancy.ts'

/** How long unlocking waits for a backup of another computer to make room, and how often it looks. */
const backupSeconds = 15
const backupPauseMilliseconds = 400

/** One desk for several computers, seen from this one: who sits there, asking, looking on. */
export class Desk {
  readonly #process: OfficeProcess
  readonly #office: OpenOffice
  readonly #watch = new LeaseWatch()
  #asking: Asking | null = null
  #freed = false
  #copied: number | null = null

  constructor(process: OfficeProcess, office: OpenOffice) {
    this.#process = process
    this.#office = office
  }

  /** Who sits at the desk. Each question is a look of the watch. */
  async occupancy(): Promise<Occupancy> {
    const store = this.#store()
    return crossingPort(async () => {
      const { list } = await store.read()
      const found = await newestTurn(store)
      const shown = occupancyOf(found, list, this.#process.machine, found ? this.#watch.observe(found) : 0)
      if (this.#asking && shown.state === 'free') await this.#end(true)
      // A share that can only be read takes no request; the answer to the last one stands.
      await this.#asking?.look().catch(() => undefined)
      const asked = this.#asking && { at: this.#asking.at, answer: this.#asking.answer, freed: false }
      const freed = this.#freed && shown.state === 'free' ? { at: '', answer: 'none' as const, freed: true } : null
      if (shown.state !== 'free') this.#freed = false
      return { ...shown, asked: asked ?? freed, copied: this.#copied }
    })
  }

  /** Whether a holder was watched for long enough. */
  isSilent(found: FoundTurn): boolean {
    return this.#watch.observe(found) === 0
  }

  /** Asks the holder to make room. A request that stands already is put anew, in the name of whoever asks now. */
  async ask(personId: string): Promise<void> {
    await this.#end(false)
    await crossingPort(async () => {
      const asking = new Asking(this.#store(), personId)
      await asking.begin()
      this.#asking = asking
    })
  }

  /** Takes the own request back. */
  withdraw(): Promise<void> {
    return this.#end(false)
  }

  /** How the open office stands: is its folder there, does somebody ask for it. */
  async standing(): Promise<Standing> {
    const { viewing, keeper, answering } = this.#office
    return { awaySince: keeper?.awaySince ?? null, requests: answering?.requests() ?? [], freed: viewing?.holder ? await this.#isFree() : false }
  }

  /** Answers somebody who asks for the desk. */
  async answer(id: string, answer: 'soon' | 'locking'): Promise<void> {
    await crossingPort(async () => this.#office.answering?.answer(id, answer))
  }

  /** A write or a read has failed: looks whether the folder is away. @returns whether it is */
  async isAway(): Promise<boolean> {
    const { keeper } = this.#office
    await keeper?.look()
    return (keeper?.awaySince ?? null) !== null
  }

  /** Opens a copy of the present state to be looked at. */
  async look(vault: VaultSession): Promise<void> {
    const found = await newestTurn(vault.store)
    const shown = occupancyOf(found, vault.file.list, this.#process.machine, found ? this.#watch.observe(found) : 0)
    if (shown.state === 'restore') throw new VaultError('busy', 'other-program', { host: shown.host, slot: PROGRAM_SLOTS.restore, since: shown.since ?? '' })
    const works = shown.state === 'person' && shown.takeOverIn !== 0
    const copy = newPrivateCopy()
    this.#copied = 0
    try {
      await copyForLooking({ vault, target: copy, onProgress: (share) => (this.#copied = share) }, works ? found : null)
    } catch (error) {
      removePrivateCopy(copy)
      throw error
    } finally {
      this.#copied = null
    }
    const holder = works ? { person: shown.person, host: shown.host, since: shown.since ?? '' } : null
    await this.#office.look(vault, copy, { at: new Date().toISOString(), holder })
  }

  /** Takes the lease, once a backup that another computer makes of the closed files has made room; and ends an own request. */
  async afterBackup<Lease>(vault: VaultSession, take: () => Promise<Lease>): Promise<Lease> {
    const { store, slotId } = vault
    const id = randomUUID()
    const until = performance.now() + backupSeconds * 1000
    let asked = false
    try {
      for (;;) {
        try {
          const lease = await take()
          await this.#end(false)
          return lease
        } catch (error) {
          const isBackup = error instanceof VaultError && error.reason === 'other-program' && error.details.slot === PROGRAM_SLOTS.backup
          if (!isBackup || performance.now() > until) throw error
        }
        if (!asked) await writeQuestion(store, id, question('release', slotId))
        asked = true
        await pause(backupPauseMilliseconds)
      }
    } finally {
      if (asked) await removeExchange(store, id)
    }
  }

  async #isFree(): Promise<boolean> {
    try {
      const found = await newestTurn(this.#store())
      return found === null || isFreeHere(found, this.#process.machine)
    } catch {
      return false
    }
  }

  async #end(freed: boolean): Promise<void> {
    const asking = this.#asking
    this.#asking = null
    this.#freed = freed
    await asking?.end()
  }

  #store() {
    const folder = this.#process.vaultFolder
    if (!folder) throw new OfficeError('not-found', { part: 'folder' })
    return vaultStore(folder)
  }
}
