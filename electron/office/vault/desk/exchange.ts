import { hostname } from 'node:os'
import { z } from 'zod'
import { releaseAnswers } from '../../../../shared/vault/desk/model.ts'
import type { VaultStore } from '../vault-store.ts'

/**
 * How two computers speak with each other that share nothing but a folder: who wants something writes a question, the holder of the lease
 * an answer beside it. Each file has one writer and is replaced whole. People stand there by their slot ids only.
 */
const questionName = /^frage-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.json$/
const leftoverName = /^(frage|antwort)-[0-9a-f-]{36}\.json(\.part)?$/

/** Whoever may write to the folder may lay anything there. */
const largestBytes = 4096

const questionSchema = z.object({
  /** `release`: let me work; `copy`: hold the files still, I want to look on. */
  want: z.enum(['release', 'copy']),
  slot: z.string().max(100),
  host: z.string().max(255),
  at: z.iso.datetime(),
  /** Sign of life of whoever asks. */
  beat: z.int(),
  /** The files that were held still have been copied. */
  copied: z.boolean(),
})
export type Question = z.infer<typeof questionSchema>

/** A question and who reads it by which name. */
export type FoundQuestion = Question & { id: string; raw: string }

const answerSchema = z.object({
  /** To `copy`: `still` names the files, which rest until `copied` is said; `whole` and `moved` say whether they did. */
  say: z.enum([...releaseAnswers, 'still', 'whole', 'moved']),
  files: z.array(z.object({ name: z.string().regex(/^(office|counselling)\.db(-wal|-journal)?$/), bytes: z.int().min(0) })).max(6).default([]),
})
export type Answer = z.input<typeof answerSchema>

/** A new question of this computer. */
export function question(want: Question['want'], slot: string): Question {
  return { want, slot, host: hostname(), at: new Date().toISOString(), beat: 0, copied: false }
}

/** Writes a question, or a further sign of life of it. */
export function writeQuestion(store: VaultStore, id: string, content: Question): Promise<void> {
  return put(store, `frage-${id}.json`, content)
}

/** All questions that stand in the folder; what can't be read is none. */
export async function readQuestions(store: VaultStore): Promise<FoundQuestion[]> {
  const found: FoundQuestion[] = []
  for (const name of (await store.files.list(store.folder)) ?? []) {
    const id = questionName.exec(name)?.[1]
    const raw = id && (await store.files.readSmall(store.path(name), largestBytes))?.toString('utf8')
    const parsed = raw ? questionSchema.safeParse(parse(raw)) : null
    if (id && raw && parsed?.success) found.push({ ...parsed.data, id, raw })
  }
  return found
}

/** Writes the answer to a question. */
export function writeAnswer(store: VaultStore, id: string, content: Answer): Promise<void> {
  return put(store, `antwort-${id}.json`, content)
}

/** The answer to a question, null as long as there is none. */
export async function readAnswer(store: VaultStore, id: string): Promise<z.output<typeof answerSchema> | null> {
  const raw = await store.files.readSmall(store.path(`antwort-${id}.json`), largestBytes)
  return (raw && answerSchema.safeParse(parse(raw.toString('utf8'))).data) ?? null
}

/** Takes question and answer away. */
export async function removeExchange(store: VaultStore, id: string): Promise<void> {
  for (const name of [`frage-${id}.json`, `antwort-${id}.json`]) await store.files.remove(store.path(name)).catch(() => undefined)
}

/** Files that belong to none of the questions that are alive: left by crashed programs, or just about to become a question. */
export async function strayFiles(store: VaultStore, alive: ReadonlyMap<string, unknown>): Promise<string[]> {
  const names = (await store.files.list(store.folder)) ?? []
  return names.filter((name) => leftoverName.test(name) && !alive.has(name.slice(name.indexOf('-') + 1).slice(0, 36)))
}

/** Whether anybody asks for the desk: work that can wait makes room then. */
export async function askedForRelease(store: VaultStore): Promise<boolean> {
  return (await readQuestions(store)).some(({ want }) => want === 'release')
}

async function put(store: VaultStore, name: string, content: object): Promise<void> {
  const { files, path } = store
  await files.writeSynced(path(`${name}.part`), Buffer.from(JSON.stringify(content)))
  await files.replace(path(`${name}.part`), path(name))
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
