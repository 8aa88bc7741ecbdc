import { OfficeError } from '../../../shared/errors.ts'
import type { NewOffice, RecoverySheet, VaultStatus } from '../../../shared/vault/contract.ts'
import type { OpeningByTwo } from '../../../shared/vault/deputy-contract.ts'
import type { KeyName } from '../../../shared/vault/roles.ts'
import { enterDeputy, enterRecovery, enterTakeover, enterTries } from '../audit/contract.ts'
import type { OfficeProcess } from '../office-process.ts'
import { policy } from '../policy.ts'
import { nameLetterhead } from '../settings/service.ts'
import { createVault } from './create.ts'
import { cipherKeys } from './database-keys.ts'
import { failedTries, withDelay } from './delay.ts'
import { letDeputyIn } from './deputy/let-in.ts'
import { demoFolder, demoOffice, type FillDemo } from './demo-office.ts'
import { crossingPort, toOfficeError } from './error-texts.ts'
import { Desk } from './desk/service.ts'
import { expectNoSync } from './synced-folder.ts'
import { takeLease, type HeldLease, type TakingOptions } from './lease.ts'
import { lockedStatus } from './locked-status.ts'
import { discardNewVault, readyDatabases } from './open-databases.ts'
import { OpenOffice } from './open-office.ts'
import { confirmRecoveryKey, draftRecoveryKey, replaceRecoveryKey, resetPassphrase } from './people.ts'
import { expectPlace, expectStrong, wordsOf } from './passphrase-policy.ts'
import { assertProved, draftOf, typedCodes, typedRecoveryKey, type RecoveryDraft } from './recovery-draft.ts'
import { settleKeys } from './renew-keys.ts'
import { requireAuthority, unlockByTwo, unlockWithPassphrase, unlockWithRecoveryKey, type VaultSession } from './session.ts'
import { VaultError } from './vault-error.ts'
import { vaultStore, type VaultStore } from './vault-store.ts'

/** Name under which tries of the recovery key are counted. */
const RECOVERY_TRIES = 'recovery'
/** Name under which tries of two holders' codes are counted. */
const HOLDER_TRIES = 'holders'

/**
 * The vault of one office process: which folder, who unlocked it, what waits for confirmation. Everything that changes
 * runs one after the other; errors leave as they cross the port.
 */
export class VaultService {
  /** Who sits at the desk, and who asks for it. */
  readonly desk: Desk
  readonly #process: OfficeProcess
  readonly #fillDemo: FillDemo
  readonly #office: OpenOffice
  /** Created and not yet entered: its recovery key is being written down. */
  #created: VaultSession | null = null
  #draft: RecoveryDraft | null = null
  #queue: Promise<unknown> = Promise.resolve()

  /** @param leave ends the process, after another program took the vault over */
  constructor(process: OfficeProcess, fillDemo: FillDemo, leave: () => void) {
    this.#process = process
    this.#fillDemo = fillDemo
    this.#office = new OpenOffice(process, leave, (action) => this.#alone(action))
    this.desk = new Desk(process, this.#office)
  }

  /** What the window shows: first run, lock screen, problem or office. */
  async status(): Promise<VaultStatus> {
    const unlocked = this.#office.status()
    if (unlocked) return unlocked
    const { demo, vaultFolder, vaultExpected } = this.#process
    if (!vaultFolder) return { state: 'first-run', demo }
    const store = vaultStore(vaultFolder)
    try {
      await this.#process.settled()
      const stored = await store.read()
      this.#expectNoSync()
      return await lockedStatus(store, stored, demo)
    } catch (error) {
      if (error instanceof OfficeError) return { state: 'problem', demo, code: error.code, data: error.data }
      if (!(error instanceof VaultError)) throw error
      if (error.code === 'not-found' && !vaultExpected) return { state: 'first-run', demo }
      const { code, data } = toOfficeError(error)
      return { state: 'problem', demo, code, data }
    }
  }

  /** Creates an office; nobody works in it until its recovery key is proved. @throws OfficeError `policy` */
  create(office: NewOffice): Promise<RecoverySheet> {
    return this.#alone(async () => {
      expectPlace()
      await expectStrong(office.passphrase, [office.officeName, office.personName])
      const { session, recoveryKey } = await this.#make(this.#store(), { ...office, land: policy().values.FederalState ?? office.land })
      this.#created = session
      this.#draft = draftOf(recoveryKey)
      return this.#draft.sheet
    })
  }

  /** Opens an invented office in a temporary folder. */
  openDemo(): Promise<void> {
    return this.#alone(async () => {
      const given = this.#process.demo ? this.#process.vaultFolder : null
      this.#process.useVault(given ?? (await demoFolder()), true)
      const { session } = await this.#make(this.#store(), demoOffice)
      await confirmRecoveryKey(session)
      await this.#office.enter(session, await this.#lease(session))
      await this.#fillDemo(this.#process.unlocked, session)
    })
  }

  /** Opens the office for a person. */
  unlock(personId: string, passphrase: string): Promise<void> {
    return this.#unlock(personId, passphrase)
  }

  /** The same where the holder of the lease has been watched and gave no sign of life. @throws OfficeError `busy` when one came */
  async takeOver(personId: string, passphrase: string): Promise<void> {
    await this.#unlock(personId, passphrase, { isSilent: (found) => this.desk.isSilent(found) })
    await enterTakeover(this.#process.unlocked)
  }

  /** Opens a copy of the present state to be looked at. @throws OfficeError `busy` when its holder doesn't answer */
  look(personId: string, passphrase: string): Promise<void> {
    return this.#alone(async () => {
      const store = this.#store()
      // The copy takes no entry, so wrong tries are still to be entered by whoever opens the office itself.
      const session = await withDelay(store, personId, () => unlockWithPassphrase(store, personId, passphrase), Date.now, { keepCount: true })
      await this.desk.look(session)
    })
  }

  /** Whether a typed recovery key opens this vault. */
  checkRecoveryKey(text: string): Promise<void> {
    return this.#alone(async () => void (await this.#byRecoveryKey(text)))
  }

  /** Gives a person a new passphrase by the recovery key and unlocks with it. */
  recover(text: string, personId: string, passphrase: string): Promise<void> {
    return this.#alone(async () => {
      const tries = await failedTries(this.#store(), RECOVERY_TRIES)
      const recovery = await this.#byRecoveryKey(text)
      await expectStrong(passphrase, wordsOf(recovery))
      const lease = await this.#lease(recovery)
      try {
        await settleKeys(recovery, cipherKeys)
        await resetPassphrase(recovery, personId, passphrase)
      } finally {
        await lease.release()
      }
      const session = await unlockWithPassphrase(recovery.store, personId, passphrase)
      await this.#office.enter(session, await this.#lease(session))
      await enterRecovery(this.#process.unlocked)
      await enterTries(this.#process.unlocked, tries, 'wrong-recovery-tries')
    })
  }

  /** „Vertretungsfall": two holders let a deputy in, who has unlocked with that. */
  openByTwo(opening: OpeningByTwo): Promise<void> {
    return this.#alone(async () => {
      const codes = typedCodes(opening.codes)
      const store = this.#store()
      const tries = await failedTries(store, HOLDER_TRIES)
      const together = await withDelay(store, HOLDER_TRIES, () => unlockByTwo(store, codes))
      await expectStrong(opening.passphrase, wordsOf(together))
      const lease = await this.#lease(together)
      let personId: string
      try {
        await settleKeys(together, cipherKeys)
        personId = await letDeputyIn(together, codes, opening)
      } finally {
        await lease.release()
      }
      const session = await unlockWithPassphrase(store, personId, opening.passphrase)
      await this.#office.enter(session, await this.#lease(session))
      await enterDeputy(this.#process.unlocked)
      await enterTries(this.#process.unlocked, tries, 'wrong-holder-tries')
    })
  }

  /** Drafts a new recovery key for the opened vault; the present one is valid until the draft is proved. */
  draftRecoveryKey(): Promise<RecoverySheet> {
    return this.change(async (vault) => {
      requireAuthority(vault)
      this.#draft = draftOf(draftRecoveryKey())
      return this.#draft.sheet
    })
  }

  /** Whether the groups of a shown recovery key were typed rightly. @throws OfficeError `invalid`, `not-found` */
  expectProof(typed: readonly string[]): Promise<void> {
    return this.#alone(async () => assertProved(this.#shown(), typed))
  }

  /** Takes the proof: a new office opens with it, a renewed key becomes valid. */
  confirmRecoveryKey(typed: readonly string[]): Promise<void> {
    return this.#alone(async () => {
      const draft = this.#shown()
      assertProved(draft, typed)
      const created = this.#created
      if (created) {
        await confirmRecoveryKey(created)
        await this.#office.enter(created, await this.#lease(created))
        await nameLetterhead(this.#process.unlocked.office, created.file.list.officeName)
        this.#created = null
      } else {
        await replaceRecoveryKey(this.#office.vault, draft.key)
      }
      this.#draft = null
    })
  }

  /** New keys for databases, after somebody who held the old ones left. */
  renewKeys(names: readonly KeyName[]): Promise<void> {
    return this.#alone(() => this.#office.renewKeys(names))
  }

  /** Reads something of the opened vault, alone, also where it is only looked at. @throws OfficeError `locked` */
  read<Result>(action: (vault: VaultSession) => Promise<Result>): Promise<Result> {
    return this.#alone(() => action(this.#office.readable))
  }

  /** Runs a change of the opened vault, alone. @throws OfficeError `locked`, `viewing` */
  change<Result>(action: (vault: VaultSession) => Promise<Result>): Promise<Result> {
    return this.#alone(() => action(this.#office.vault))
  }

  #shown(): RecoveryDraft {
    if (!this.#draft) throw new OfficeError('not-found', { detail: 'Dieser Schlüssel wird nicht mehr angezeigt.' })
    return this.#draft
  }

  #unlock(personId: string, passphrase: string, taking: TakingOptions = {}): Promise<void> {
    return this.#alone(async () => {
      const store = this.#store()
      const tries = await failedTries(store, personId)
      const session = await withDelay(store, personId, () => unlockWithPassphrase(store, personId, passphrase))
      await this.#office.enter(session, await this.#lease(session, taking))
      await enterTries(this.#process.unlocked, tries, 'wrong-tries')
    })
  }

  async #make(store: VaultStore, office: NewOffice): ReturnType<typeof createVault> {
    const made = await createVault(store, office)
    try {
      await readyDatabases(made.session)
    } catch (error) {
      // Nothing was ever kept in it; without this, a full disk would leave an office that nobody has a recovery key for.
      await discardNewVault(store)
      throw error
    }
    return made
  }

  async #byRecoveryKey(text: string): Promise<VaultSession> {
    const key = typedRecoveryKey(text)
    const store = this.#store()
    return withDelay(store, RECOVERY_TRIES, () => unlockWithRecoveryKey(store, key))
  }

  /** The lease, or `busy` with the name of whoever has it. A backup on another computer is asked to make room. */
  async #lease(session: VaultSession, options: TakingOptions = {}): Promise<HeldLease> {
    await this.#process.giveWay()
    try {
      return await this.desk.afterBackup(session, () => takeLease(session.store, session.slotId, { machine: this.#process.machine, ...options }))
    } catch (error) {
      if (!(error instanceof VaultError)) throw error
      const holder = session.file.list.people.find((person) => person.id === error.details.slot)
      throw toOfficeError(error, holder?.name)
    }
  }

  #expectNoSync(): void {
    const { vaultFolder, demo } = this.#process
    if (vaultFolder && !demo && policy().values.AllowSyncedFolders !== true) expectNoSync(vaultFolder)
  }

  #store(): VaultStore {
    const folder = this.#process.vaultFolder
    if (!folder) throw new OfficeError('not-found', { part: 'folder', detail: 'Es ist noch kein Ordner gewählt.' })
    this.#expectNoSync()
    return vaultStore(folder)
  }

  #alone<Result>(action: () => Promise<Result>): Promise<Result> {
    const run = this.#queue.then(() => crossingPort(async () => {
      await this.#process.settled()
      return action()
    }))
    this.#queue = run.catch(() => undefined)
    return run
  }
}
