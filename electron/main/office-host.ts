import { EventEmitter } from 'node:events'
import { join } from 'node:path'
import { MessageChannelMain, utilityProcess, type UtilityProcess, type WebContents } from 'electron'
import { noPolicy, type PolicyState } from '../../shared/policy/state.ts'
import type { FromOffice, ToOffice } from '../../shared/process-messages.ts'
import { appendLog } from './log.ts'

interface Events {
  /** Something to lock appeared or went. */
  state: [unlocked: boolean]
  /** The person chose another vault. */
  vault: [folder: string, demo: boolean]
  /** The process ended although nobody asked it to. */
  crashed: []
  /** A process has started and listens. */
  ready: []
  /** The vault holds all that was saved in this copy. */
  copyTaken: [token: string]
  /** The files of the locked vault are backed up, as far as that was possible. */
  backedUp: []
  /** Somebody at another computer asks for the desk, or does no more. */
  asked: [asked: boolean]
  /** The process doesn't start, however often it is tried: something is missing in the installation. */
  failed: []
}

/** Which vault to use, and whether one was there before. */
export interface VaultChoice {
  folder: string | null
  demo: boolean
  expected: boolean
}

/** How long a process may take to close its databases before it is ended all the same. */
const closeMilliseconds = 3_000

/** How long the copy of closed files may take when the application is about to end. It goes on without a window. */
const backUpMilliseconds = 120_000

/** So many starts in a row without a sign of life mean that it never comes up. */
const startsTried = 3

/**
 * Starts the office process, hands windows their port to it and ends it. Locking is ending: key material and decrypted
 * pages leave memory with the process.
 */
export class OfficeHost extends EventEmitter<Events> {
  #process: UtilityProcess | null = null
  #vault: VaultChoice = { folder: null, demo: false, expected: false }
  #unlocked = false
  #backingUp = false
  #failedStarts = 0
  readonly #secondPlaceOf: (vault: string) => string | null
  readonly #machine: string | null
  readonly #policy: PolicyState

  /**
   * @param secondPlaceOf where copies of a vault's backups go on this computer
   * @param computer random number of this installation, and what IT has settled for it
   */
  constructor(secondPlaceOf: (vault: string) => string | null = () => null, { machine = null, policy = noPolicy }: { machine?: string | null; policy?: PolicyState } = {}) {
    super()
    this.#secondPlaceOf = secondPlaceOf
    this.#machine = machine
    this.#policy = policy
  }

  get unlocked(): boolean {
    return this.#unlocked
  }

  get vault(): VaultChoice {
    return this.#vault
  }

  /** Starts the process; `vault` is kept for every later start. */
  start(vault = this.#vault): void {
    this.#vault = vault
    const process = utilityProcess.fork(join(import.meta.dirname, 'office.js'), [], {
      serviceName: 'Büroprozess',
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    this.#process = process
    process.stderr?.on('data', (chunk: Buffer) => appendLog(chunk.toString('utf8')))
    process.on('message', (message: FromOffice) => this.#received(message))
    process.on('exit', () => this.#ended(process))
    this.#send({ type: 'policy', policy: this.#policy })
    this.#tellVault()
  }

  /** Uses another vault with the running process. */
  useVault(vault: VaultChoice): void {
    this.#vault = vault
    this.#tellVault()
  }

  /** Where copies of the vault's backups go; null for nowhere. The demo office goes nowhere. */
  get secondPlace(): string | null {
    const { folder, demo } = this.#vault
    return folder === null || demo ? null : this.#secondPlaceOf(folder)
  }

  /** Uses another second place for the vault's backups. */
  useSecondPlace(path: string | null): void {
    this.#send({ type: 'second-place', path })
  }

  /** Has the files of the locked vault backed up; {@link Events.backedUp} tells when that is over. */
  backUp(): void {
    this.#backingUp = true
    this.#send({ type: 'back-up' })
  }

  /** Whether the files of the locked vault are just being backed up. */
  get backingUp(): boolean {
    return this.#backingUp
  }

  /** Waits until the files are backed up, or for so long as that may take. */
  async untilBackedUp(): Promise<void> {
    let timer: NodeJS.Timeout | undefined
    await new Promise<void>((resolve) => {
      timer = setTimeout(resolve, backUpMilliseconds)
      for (const event of ['backedUp', 'crashed', 'failed'] as const) this.once(event, () => resolve())
      if (!this.#backingUp) resolve()
    })
    clearTimeout(timer)
    this.#backingUp = false
  }

  /** The same for a process that lives for nothing else, which is ended then; a process that takes too long is ended all the same. */
  async backUpAndEnd(): Promise<void> {
    if (this.#vault.demo || this.#vault.folder === null) return
    this.start()
    this.backUp()
    await this.untilBackedUp()
    this.kill()
  }

  /** Gives a window a fresh port to the running process. */
  connect(window: WebContents): void {
    const { port1, port2 } = new MessageChannelMain()
    this.#send({ type: 'port' }, [port1])
    window.postMessage('office-port', null, [port2])
  }

  /** Lets the process read or write one file that the person has chosen. */
  grant(token: string, path: string, mode: Extract<ToOffice, { type: 'grant' }>['mode']): void {
    this.#send({ type: 'grant', token, path, mode })
  }

  /** Tells the process of a copy that was left behind while it was being edited. */
  offerCopy({ token, path }: { token: string; path: string }): void {
    this.#send({ type: 'left-copy', token, path })
  }

  /** Has the databases closed and ends the process, whether or not it answers. */
  async stop(): Promise<void> {
    const process = this.#process
    if (!process) return
    this.#process = null
    const ended = new Promise<void>((resolve) => process.once('exit', () => resolve()))
    const closed = new Promise<void>((resolve) => {
      process.on('message', (message: FromOffice) => {
        if (message.type === 'closed') resolve()
      })
    })
    process.postMessage({ type: 'close' } satisfies ToOffice)
    await Promise.race([closed, ended, new Promise((resolve) => setTimeout(resolve, closeMilliseconds))])
    process.kill()
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, closeMilliseconds))])
    this.#unlocked = false
  }

  /** Ends the process at once, without closing anything; what it works on goes, too. */
  kill(): void {
    const process = this.#process
    this.#process = null
    process?.kill()
    this.#backingUp = false
    this.emit('backedUp')
  }

  #tellVault(): void {
    this.#send({ type: 'vault', ...this.#vault, secondPlace: this.secondPlace, machine: this.#machine })
  }

  #send(message: ToOffice, ports: Electron.MessagePortMain[] = []): void {
    this.#process?.postMessage(message, ports)
  }

  #received(message: FromOffice): void {
    if (message.type === 'ready') {
      this.#failedStarts = 0
      this.emit('ready')
    } else if (message.type === 'state') {
      this.#unlocked = message.unlocked
      this.emit('state', message.unlocked)
    } else if (message.type === 'backed-up') {
      this.#backingUp = false
      this.emit('backedUp')
    } else if (message.type === 'copy-taken') {
      this.emit('copyTaken', message.token)
    } else if (message.type === 'asked') {
      this.emit('asked', message.asked)
    } else if (message.type === 'vault') {
      this.#vault = { folder: message.folder, demo: message.demo, expected: true }
      this.emit('vault', message.folder, message.demo)
    }
  }

  #ended(process: UtilityProcess): void {
    if (process !== this.#process) return
    this.#process = null
    this.#unlocked = false
    this.#backingUp = false
    this.emit('asked', false)
    this.#failedStarts += 1
    this.emit(this.#failedStarts < startsTried ? 'crashed' : 'failed')
  }
}
