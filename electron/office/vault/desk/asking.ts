import { randomUUID } from 'node:crypto'
import type { ReleaseAnswer } from '../../../../shared/vault/desk/model.ts'
import type { VaultStore } from '../vault-store.ts'
import { question, readAnswer, removeExchange, writeQuestion, type Question } from './exchange.ts'

/** Seconds between two signs of life of a question. */
export const ASKING_SECONDS = 5

const releases: readonly string[] = ['seen', 'soon', 'locking'] satisfies ReleaseAnswer[]

/** The own request for the desk, as long as it stands. */
export class Asking {
  readonly #store: VaultStore
  readonly #id = randomUUID()
  #question: Question
  #beatAt = performance.now()
  #answer: ReleaseAnswer = 'none'

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

  /** Puts the request where the holder sees it. */
  begin(): Promise<void> {
    return writeQuestion(this.#store, this.#id, this.#question)
  }

  /** Keeps the request alive and looks for an answer; to be called every few seconds. */
  async look(): Promise<void> {
    if (performance.now() - this.#beatAt > ASKING_SECONDS * 1000) {
      this.#beatAt = performance.now()
      this.#question = { ...this.#question, beat: this.#question.beat + 1 }
      await writeQuestion(this.#store, this.#id, this.#question)
    }
    const said = (await readAnswer(this.#store, this.#id))?.say
    if (said && releases.includes(said)) this.#answer = said as ReleaseAnswer
  }

  /** Takes the request back. */
  end(): Promise<void> {
    return removeExchange(this.#store, this.#id)
  }
}
