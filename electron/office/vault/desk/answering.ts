import type { DeskRequest } from '../../../../shared/vault/desk/model.ts'
import type { VaultStore } from '../vault-store.ts'
import { readQuestions, strayFiles, writeAnswer, type FoundQuestion } from './exchange.ts'
import type { StillVault } from './standstill.ts'

/** How often the folder is looked at: while nobody asks, and while files are lent. */
const LOOK_SECONDS = { calm: 2, lending: 0.5 }
/** A question without a sign of life for so long is nobody's any more. */
const SILENT_SECONDS = 30
/** So long files are held still for somebody else at most, and so long nothing is lent after that. */
const LENDING_SECONDS = { most: 60, pause: 10 }

/** What the holder's side acts on; tests replace it. */
export interface AnsweringParts {
  store: VaultStore
  /** Name of whose slot that is. */
  nameOf(slot: string): string
  /** Holds the databases still. */
  hold(): Promise<StillVault>
  /** Told when somebody begins to ask for the desk, and when nobody does any more. */
  asked(asked: boolean): void
  steady(): number
}

interface Standing {
  question: FoundQuestion
  /** When its content was seen to change. */
  seenAt: number
  answer: DeskRequest['answer']
}

/** The holder's side: sees who asks for the desk, answers, and holds files still for those who want to look on. */
export class Answering {
  readonly #parts: AnsweringParts
  readonly #standing = new Map<string, Standing>()
  /** Content of questions whose program gives no sign of life. */
  readonly #silent = new Map<string, string>()
  /** When files that belong to no question were first seen. */
  readonly #stray = new Map<string, number>()
  #lent: { id: string; still: StillVault; since: number } | null = null
  #lentUntil = Number.NEGATIVE_INFINITY
  #timer: NodeJS.Timeout | null = null
  #ended = false
  #wasAsked = false

  constructor(parts: AnsweringParts) {
    this.#parts = parts
  }

  /** Looks from now on. */
  begin(): void {
    const look = (): void => {
      void this.look().catch(() => undefined).finally(() => {
        if (this.#ended) return
        this.#timer = setTimeout(look, (this.#lent ? LOOK_SECONDS.lending : LOOK_SECONDS.calm) * 1000).unref()
      })
    }
    look()
  }

  /** Looks no more and takes lent files back. */
  end(): void {
    this.#ended = true
    if (this.#timer) clearTimeout(this.#timer)
    this.#lent?.still.letGo()
    this.#lent = null
    if (this.#wasAsked) this.#parts.asked(false)
  }

  /** Who asks for the desk, the first one first. */
  requests(): DeskRequest[] {
    return [...this.#standing.entries()]
      .filter(([, { question }]) => question.want === 'release')
      .map(([id, { question, answer }]) => ({ id, person: this.#parts.nameOf(question.slot), host: question.host, at: question.at, answer }))
      .sort((a, b) => a.at.localeCompare(b.at))
  }

  /** The person's answer; one to a question that was taken back meanwhile is nobody's. */
  async answer(id: string, answer: 'soon' | 'locking'): Promise<void> {
    const standing = this.#standing.get(id)
    if (!standing) return
    standing.answer = answer
    await writeAnswer(this.#parts.store, id, { say: answer })
  }

  /** One look at the folder. */
  async look(): Promise<void> {
    const { store, steady, asked } = this.#parts
    const found = await readQuestions(store)
    if (this.#ended) return
    const now = steady()
    for (const question of found) {
      const known = this.#standing.get(question.id)
      if (this.#silent.get(question.id) === question.raw) continue
      if (!known) this.#standing.set(question.id, { question, seenAt: now, answer: 'none' })
      else if (known.question.raw !== question.raw) Object.assign(known, { question, seenAt: now })
    }
    for (const [id, { question, seenAt }] of this.#standing) {
      const gone = !found.some((each) => each.id === id)
      if (gone) this.#standing.delete(id)
      else if (now - seenAt > SILENT_SECONDS * 1000) {
        this.#silent.set(id, question.raw)
        this.#standing.delete(id)
      }
    }
    await this.#sweep(now)
    for (const [id, standing] of this.#standing) if (standing.question.want === 'release' && standing.answer === 'none') await this.#acknowledge(id, standing)
    await this.#lend()
    const isAsked = this.requests().length > 0
    if (isAsked !== this.#wasAsked) asked(isAsked)
    this.#wasAsked = isAsked
  }

  /** Nobody writes so long at a question: what is still there then is of a program that ended without tidying up. */
  async #sweep(now: number): Promise<void> {
    const { store } = this.#parts
    const stray = await strayFiles(store, this.#standing)
    for (const name of this.#stray.keys()) if (!stray.includes(name)) this.#stray.delete(name)
    for (const name of stray) {
      const since = this.#stray.get(name) ?? now
      this.#stray.set(name, since)
      if (now - since > SILENT_SECONDS * 1000) await store.files.remove(store.path(name)).catch(() => undefined)
    }
  }

  async #acknowledge(id: string, standing: Standing): Promise<void> {
    await writeAnswer(this.#parts.store, id, { say: 'seen' })
    // The person may have answered meanwhile.
    if (standing.answer === 'none') standing.answer = 'seen'
  }

  async #lend(): Promise<void> {
    const { hold, steady, store } = this.#parts
    if (this.#lent) return this.#takeBack(this.#lent)
    const next = [...this.#standing.values()].find(({ question, answer }) => question.want === 'copy' && !question.copied && answer === 'none')
    if (!next || steady() < this.#lentUntil) return
    const { id } = next.question
    // From here on each further look is a look at this loan.
    next.answer = 'seen'
    const still = await hold()
    if (this.#ended) return still.letGo()
    this.#lent = { id, still, since: steady() }
    await writeAnswer(store, id, { say: 'still', files: still.files })
  }

  async #takeBack({ id, still, since }: { id: string; still: StillVault; since: number }): Promise<void> {
    const { steady, store } = this.#parts
    const standing = this.#standing.get(id)
    const copied = standing?.question.copied ?? false
    const overdue = steady() - since > LENDING_SECONDS.most * 1000
    if (standing && !copied && !overdue && still.held) return
    // Said only if the files rested from the answer up to here; the loan ends whatever becomes of the answer.
    const say = copied && still.held ? 'whole' : 'moved'
    still.letGo()
    this.#lent = null
    this.#lentUntil = steady() + LENDING_SECONDS.pause * 1000
    if (standing) await writeAnswer(store, id, { say })
  }
}
