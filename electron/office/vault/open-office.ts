import { OfficeError } from '../../../shared/errors.ts'
import type { VaultStatus } from '../../../shared/vault/contract.ts'
import type { KeyName } from '../../../shared/vault/roles.ts'
import { beginLogs } from '../audit/opening.ts'
import type { OfficeProcess } from '../office-process.ts'
import { openSession, type Session } from '../session.ts'
import { cipherKeys } from './database-keys.ts'
import { watchDeputy, type DeputyWatch } from './deputy/watch.ts'
import { HEARTBEAT_SECONDS, type HeldLease } from './lease.ts'
import { readyDatabases } from './open-databases.ts'
import { renewKeys } from './renew-keys.ts'
import { requireAuthority, sessionPerson, type VaultSession } from './session.ts'
import { VaultError } from './vault-error.ts'

const MIRROR_SERVED =
  'Die Datei „vault.json“ war beschädigt. Sie wurde aus ihrer Kopie wiederhergestellt. Bitte lassen Sie das Laufwerk prüfen.'
const RECOVERY_UNCONFIRMED =
  'Der Wiederherstellungsschlüssel wurde noch nicht bestätigt. Bitte erneuern Sie ihn unter Einstellungen, Personen und Zugänge.'
const LOG_FAILED = 'Das Protokoll konnte beim Öffnen nicht fortgeschrieben werden. Bitte prüfen Sie es unter Einstellungen, Protokoll.'

interface Opened {
  vault: VaultSession
  lease: HeldLease
  notices: string[]
  session: Session
  watch: DeputyWatch
}

/** The office while somebody works in it: keys, lease and both databases, which come and go together. */
export class OpenOffice {
  readonly #process: OfficeProcess
  readonly #leave: () => void
  #opened: Opened | null = null

  constructor(process: OfficeProcess, leave: () => void) {
    this.#process = process
    this.#leave = leave
  }

  /** The opened vault. @throws OfficeError `locked` */
  get vault(): VaultSession {
    return this.#parts.vault
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
      land: vault.file.list.land,
      person: { id, name, role },
      sides: session.counselling ? ['office', 'counselling'] : ['office'],
      notices: [...session.notices, ...notices],
    }
  }

  /** From keys to an open office. When that fails, the lease is given back and nothing stays open. */
  async enter(vault: VaultSession, lease: HeldLease): Promise<void> {
    const notices = []
    if (vault.file.source === 'mirror') notices.push(MIRROR_SERVED)
    if (vault.authority && !vault.file.list.recoveryConfirmedAt) notices.push(RECOVERY_UNCONFIRMED)
    try {
      await readyDatabases(vault)
      await this.#open(vault, lease, notices)
    } catch (error) {
      await lease.release()
      throw error
    }
    this.#process.useVault(vault.store.folder, this.#process.demo)
    this.#keepLease(lease)
    // A log that doesn't fit is told of, and keeps nobody from their work.
    notices.push(...await beginLogs(this.#process.unlocked).catch(() => [LOG_FAILED]))
  }

  /** New keys for databases. They are closed meanwhile and opened again afterwards, whatever happened. */
  async renewKeys(names: readonly KeyName[]): Promise<void> {
    const { vault, lease, notices, session, watch } = this.#parts
    requireAuthority(vault)
    await watch.end()
    await session.close()
    try {
      await renewKeys(vault, names, cipherKeys)
    } finally {
      await this.#open(vault, lease, notices)
    }
  }

  get #parts(): Opened {
    if (!this.#opened) throw new OfficeError('locked')
    return this.#opened
  }

  async #open(vault: VaultSession, lease: HeldLease, notices: string[]): Promise<void> {
    const person = sessionPerson(vault)
    if (!person) throw new VaultError('not-found')
    const session = await openSession(
      {
        folder: vault.store.folder,
        vaultId: vault.file.list.vaultId,
        person: { id: person.id, name: person.name, role: person.role },
        officeKey: vault.keys.office,
        counsellingKey: vault.keys.counselling ?? null,
      },
      this.#process.announce,
    )
    const watch = await watchDeputy(session, person, () => void this.#process.end().finally(this.#leave)).catch(async (error: unknown) => {
      await session.close()
      throw error
    })
    this.#opened = { vault, lease, notices: [...new Set([...notices, ...watch.notices])], session, watch }
    this.#process.begin({ ...session, close: () => this.#close() })
  }

  async #close(): Promise<void> {
    const opened = this.#opened
    this.#opened = null
    await opened?.watch.end()
    await opened?.session.close()
    // A folder that has vanished needs no release.
    await opened?.lease.release().catch(() => undefined)
  }

  /** Signs of life until the vault is closed; whoever lost the lease closes at once. */
  #keepLease(lease: HeldLease): void {
    const timer = setInterval(() => {
      if (this.#opened?.lease !== lease) return clearInterval(timer)
      lease.beat().catch((error: unknown) => {
        // Any other failure, such as a drive that is away for a moment, is seen by whoever writes next.
        if (!(error instanceof VaultError) || error.reason !== 'lease-lost') return
        void this.#process.end().finally(this.#leave)
      })
    }, HEARTBEAT_SECONDS * 1000)
    timer.unref()
  }
}
