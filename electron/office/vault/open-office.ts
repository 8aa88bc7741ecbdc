import { OfficeError } from '../../../shared/errors.ts'
import type { VaultStatus } from '../../../shared/vault/contract.ts'
import type { Viewing } from '../../../shared/vault/desk/model.ts'
import type { KeyName } from '../../../shared/vault/roles.ts'
import { beginLogs } from '../audit/contract.ts'
import type { OfficeProcess } from '../office-process.ts'
import { policy } from '../policy.ts'
import { openSession, type Session } from '../session.ts'
import { cipherKeys } from './database-keys.ts'
import { watchDeputy, type DeputyWatch } from './deputy/watch.ts'
import { Answering } from './desk/answering.ts'
import { removePrivateCopy } from './desk/private-copy.ts'
import { holdVaultStill } from './desk/standstill.ts'
import { toOfficeError } from './error-texts.ts'
import type { HeldLease } from './lease.ts'
import { LeaseKeeper } from './lease-keeper.ts'
import { readyDatabases } from './open-databases.ts'
import { renewKeys } from './renew-keys.ts'
import { requireAuthority, sessionPerson, type VaultSession } from './session.ts'
import { VaultError } from './vault-error.ts'

const MIRROR_SERVED =
  'Die Datei „vault.json“ war beschädigt. Sie wurde aus ihrer Kopie wiederhergestellt. Bitte lassen Sie das Laufwerk prüfen.'
const RECOVERY_UNCONFIRMED =
  'Der Wiederherstellungsschlüssel wurde noch nicht bestätigt. Bitte erneuern Sie ihn unter Einstellungen, Personen und Zugänge.'
const LOG_FAILED = 'Das Protokoll konnte beim Öffnen nicht fortgeschrieben werden. Bitte prüfen Sie es unter Einstellungen, Protokoll.'

/** The office to work in, or a copy to look at. */
type Place = { lease: HeldLease } | { viewing: Viewing; copy: string }

interface Opened {
  vault: VaultSession
  place: Place
  notices: string[]
  session: Session
  watch: DeputyWatch
}

/** The office while somebody works in it or looks at it: keys, lease or copy, and databases, which come and go together. */
export class OpenOffice {
  readonly #process: OfficeProcess
  readonly #leave: () => void
  readonly #alone: <Result>(action: () => Promise<Result>) => Promise<Result>
  #opened: Opened | null = null
  #keeper: LeaseKeeper | null = null
  #answering: Answering | null = null

  /**
   * @param leave ends the process, after another program took the vault over
   * @param alone runs something while the vault is not changed otherwise
   */
  constructor(process: OfficeProcess, leave: () => void, alone: <Result>(action: () => Promise<Result>) => Promise<Result>) {
    this.#process = process
    this.#leave = leave
    this.#alone = alone
  }

  /** The opened vault, to be changed. @throws OfficeError `locked`, `viewing` */
  get vault(): VaultSession {
    if (this.viewing) throw new OfficeError('viewing')
    return this.#parts.vault
  }

  /** The opened vault, to be read. @throws OfficeError `locked` */
  get readable(): VaultSession {
    return this.#parts.vault
  }

  /** What is looked at, null while somebody works here or it is closed. */
  get viewing(): Viewing | null {
    return this.#opened && 'viewing' in this.#opened.place ? this.#opened.place.viewing : null
  }

  /** Who asks for this desk; null unless somebody works at it. */
  get answering(): Answering | null {
    return this.#answering
  }

  /** Keeps the lease of who works here; null otherwise. */
  get keeper(): LeaseKeeper | null {
    return this.#keeper
  }

  /** Who works here, or null while it is closed. */
  status(): VaultStatus | null {
    if (!this.#opened) return null
    const { vault, session, notices } = this.#opened
    const { id, name, role } = session.person
    return {
      state: 'unlocked',
      demo: this.#process.demo,
      officeName: vault.file.list.officeName,
      land: policy().values.FederalState ?? vault.file.list.land,
      person: { id, name, role },
      sides: session.counselling ? ['office', 'counselling'] : ['office'],
      notices: [...session.notices, ...notices],
      viewing: this.viewing,
    }
  }

  /** From keys to an open office. When that fails, the lease is given back and nothing stays open. */
  async enter(vault: VaultSession, lease: HeldLease): Promise<void> {
    const notices = []
    if (vault.file.source === 'mirror') notices.push(MIRROR_SERVED)
    if (vault.authority && !vault.file.list.recoveryConfirmedAt) notices.push(RECOVERY_UNCONFIRMED)
    // Signs of life are given from the first moment: bringing a large vault up to date may take minutes.
    const keeper = new LeaseKeeper(lease, { returned: () => this.#returned(lease), lost: () => this.#lost(lease) })
    try {
      await readyDatabases(vault)
      await this.#open(vault, { lease }, notices)
    } catch (error) {
      keeper.end()
      await lease.release().catch(() => undefined)
      throw error
    }
    this.#keeper = keeper
    this.#process.useVault(vault.store.folder, this.#process.demo)
    if (!this.#process.demo) this.#answer(vault)
    // A log that doesn't fit is told of, and keeps nobody from their work.
    notices.push(...await beginLogs(this.#process.unlocked).catch(() => [LOG_FAILED]))
  }

  /** From keys and a copy of the databases to an office that can only be looked at. When that fails, the copy is gone. */
  async look(vault: VaultSession, copy: string, viewing: Viewing): Promise<void> {
    try {
      await this.#open(vault, { viewing, copy }, [])
    } catch (error) {
      removePrivateCopy(copy)
      throw error
    }
    this.#process.useVault(vault.store.folder, this.#process.demo)
  }

  /** New keys for databases. They are closed meanwhile and opened again afterwards, whatever happened. */
  async renewKeys(names: readonly KeyName[]): Promise<void> {
    const { vault } = this
    requireAuthority(vault)
    await this.#reopen(() => renewKeys(vault, names, cipherKeys))
  }

  get #parts(): Opened {
    if (!this.#opened) throw new OfficeError('locked')
    return this.#opened
  }

  async #reopen(meanwhile: () => Promise<void>): Promise<void> {
    const { vault, place, notices, session, watch } = this.#parts
    await watch.end()
    await session.close()
    try {
      await meanwhile()
    } finally {
      await this.#open(vault, place, notices)
    }
  }

  async #open(vault: VaultSession, place: Place, notices: string[]): Promise<void> {
    const person = sessionPerson(vault)
    if (!person) throw new VaultError('not-found')
    const common = {
      vaultId: vault.file.list.vaultId,
      person: { id: person.id, name: person.name, role: person.role },
      officeKey: vault.keys.office,
      counsellingKey: vault.keys.counselling ?? null,
    }
    const own =
      'lease' in place
        ? { folder: vault.store.folder, guard: () => guardFor(place.lease), network: this.#process.network }
        : { folder: place.copy, network: false, viewing: place.viewing }
    const session = await openSession({ ...common, ...own }, this.#process.announce)
    const watch = await watchDeputy(session, person, () => void this.#process.end().finally(this.#leave)).catch(async (error: unknown) => {
      await session.close()
      throw error
    })
    for (const notice of watch.notices) if (!notices.includes(notice)) notices.push(notice)
    this.#opened = { vault, place, notices, session, watch }
    this.#process.begin({ ...session, close: () => this.#close() })
  }

  async #close(): Promise<void> {
    const opened = this.#opened
    this.#opened = null
    this.#answering?.end()
    this.#answering = null
    this.#keeper?.end()
    this.#keeper = null
    await opened?.watch.end()
    await opened?.session.close()
    if (!opened) return
    // A folder that has vanished needs no release.
    if ('lease' in opened.place) await opened.place.lease.release().catch(() => undefined)
    else removePrivateCopy(opened.place.copy)
  }

  #answer(vault: VaultSession): void {
    this.#answering = new Answering({
      store: vault.store,
      nameOf: (slot) => vault.file.list.people.find(({ id }) => id === slot)?.name ?? '',
      hold: () => this.#alone(() => holdVaultStill(this.#parts.session, vault.keys, vault.store)),
      asked: (asked) => this.#process.deskAsked(asked),
      steady: () => performance.now(),
    })
    this.#answering.begin()
  }

  /** The folder is back, and nobody has taken over. Handles of before may be dead, so the databases are opened anew. */
  async #returned(lease: HeldLease): Promise<void> {
    await this.#alone(async () => {
      const opened = this.#opened
      if (!opened || !('lease' in opened.place) || opened.place.lease !== lease) return
      const { vault } = opened
      try {
        if ((await vault.store.read()).checksum !== vault.file.checksum) throw new VaultError('conflict', 'changed-on-disk')
        await opened.watch.end()
        await opened.session.close().catch(() => undefined)
        await this.#open(vault, opened.place, opened.notices)
      } catch {
        // Whatever stands there now isn't what was open: the lock screen says what it is.
        this.#lost(lease)
      }
    })
  }

  /** What was typed stays in the window, behind the lock screen. */
  #lost(lease: HeldLease): void {
    if (!this.#opened || !('lease' in this.#opened.place) || this.#opened.place.lease !== lease) return
    void this.#process.end().catch(() => undefined).finally(this.#leave)
  }
}

function guardFor(lease: HeldLease): void {
  try {
    lease.guard()
  } catch (error) {
    throw error instanceof VaultError ? toOfficeError(error) : error
  }
}
