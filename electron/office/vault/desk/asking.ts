import { randomUUID } from 'node:crypto'
import type { ReleaseAnswer } from '../../../../shared/vault/desk/model.ts'
import type { VaultStore } from '../vault-store.ts'
import { question, readAnswer, removeExchange, writeQuestion, type Question } from './exchange.ts'

/** Between two signs of life of a question. */
const beatMilliseconds = 5_000

const releases: readonly string[] = ['seen', 'soon', 'locking'] satisfies ReleaseAnswer[]

/** The own request for the desk, as long as it stands. */
export class Asking {
  readonly #store: VaultStore
  readonly #id = randomUUID()
  #question: Question
  #beats: NodeJS.Timeout | null = null
  #answer: ReleaseAnswer = 'none'
  #beating: Promise<void> = Promise.resolve()

  constructor(store: VaultStore, slot: string) {
    this.#store = store
    this.#question = question('release', slot)
  }

  get at(): string {
    return this.#question.at
  }

  get answer(): ReleaseAnswer {
    return this.#answer
  }

  /** Puts the request where the holder sees it, and keeps it alive, also while nobody looks at the window. */
  async begin(): Promise<void> {
    await writeQuestion(this.#store, this.#id, this.#question)
    this.#beats = setInterval(() => void this.#beat(), beatMilliseconds).unref()
  }

  /** Looks for an answer. */
  async look(): Promise<void> {
    const said = (await readAnswer(this.#store, this.#id))?.say
    if (said && releases.includes(said)) this.#answer = said as ReleaseAnswer
  }

  /** Takes the request back. */
  async end(): Promise<void> {
    if (this.#beats) clearInterval(this.#beats)
    this.#beats = null
    await this.#beating
    await removeExchange(this.#store, this.#id)
  }

  #beat(): Promise<void> {
    this.#question = { ...this.#question, beat: this.#question.beat + 1 }
    this.#beating = writeQuestion(this.#store, this.#id, this.#question).catch(() => undefined)
    return this.#beating
  }
}
