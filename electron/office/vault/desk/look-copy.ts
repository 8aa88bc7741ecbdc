import { randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream, statSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { pipeline } from 'node:stream/promises'
import { KEY_NAMES } from '../../../../shared/vault/roles.ts'
import { newestTurn, type FoundTurn } from '../lease-file.ts'
import type { VaultSession } from '../session.ts'
import { fromFileError, VaultError } from '../vault-error.ts'
import { DATABASE_FILES, type VaultStore } from '../vault-store.ts'
import { question, readAnswer, removeExchange, writeQuestion, type Question } from './exchange.ts'
import { filesOfClosed, type StillVault } from './standstill.ts'

const tries = 3
const pollMilliseconds = 300
/** How long the holder's program may take to notice a question. */
const answerSeconds = 25
/** Signs of life while a long copy is made. */
const beatMilliseconds = 5_000
/** Times of files count in ticks: a change within the tick of the first look would not be seen. */
const tickMilliseconds = 60
const spareBytes = 8 * 1024 * 1024

/** How a copy for looking on is made. */
export interface LookCopy {
  vault: VaultSession
  /** Empty folder that the databases go to. */
  target: string
  /** Told which share of the bytes has been copied. */
  onProgress(share: number): void
}

type Files = StillVault['files']

/**
 * Copies the databases that the person's keys open as they are at one moment. While somebody works, their program holds the files still
 * meanwhile; otherwise the files rest, and it is looked whether they did.
 *
 * @throws VaultError `busy` / `no-answer` or `still-changing`; `conflict` when the keys were changed meanwhile; `disk-full`
 */
export async function copyForLooking(copy: LookCopy, holder: FoundTurn | null): Promise<void> {
  const { store, file } = copy.vault
  if (holder) await copyLent(copy)
  else await copyResting(copy)
  if ((await store.read()).checksum !== file.checksum) throw new VaultError('conflict', 'changed-on-disk')
}

async function copyLent(copy: LookCopy): Promise<void> {
  for (let attempt = 0; attempt < tries; attempt++) if (await lentOnce(copy)) return
  throw new VaultError('busy', 'still-changing')
}

/** @returns whether the files rested all the time */
async function lentOnce(copy: LookCopy): Promise<boolean> {
  const { store, slotId } = copy.vault
  const id = randomUUID()
  let asked: Question = question('copy', slotId)
  const beat = (change: Partial<Question> = {}): Promise<void> => writeQuestion(store, id, (asked = { ...asked, beat: asked.beat + 1, ...change }))
  const beats = setInterval(() => void beat().catch(() => undefined), beatMilliseconds)
  try {
    await beat()
    const still = await answered(store, id, (say) => say === 'still' || say === 'moved')
    if (still.say === 'moved') return false
    await copyFiles(copy, wanted(copy.vault, still.files))
    await beat({ copied: true })
    return (await answered(store, id, (say) => say === 'whole' || say === 'moved')).say === 'whole'
  } finally {
    clearInterval(beats)
    await removeExchange(store, id)
  }
}

async function answered(store: VaultStore, id: string, fits: (say: string) => boolean): Promise<NonNullable<Awaited<ReturnType<typeof readAnswer>>>> {
  const until = performance.now() + answerSeconds * 1000
  while (performance.now() < until) {
    const answer = await readAnswer(store, id)
    if (answer && fits(answer.say)) return answer
    await pause(pollMilliseconds)
  }
  throw new VaultError('busy', 'no-answer')
}

async function copyResting(copy: LookCopy): Promise<void> {
  const { store } = copy.vault
  for (let attempt = 0; attempt < tries; attempt++) {
    const before = await restingStamp(store)
    await pause(tickMilliseconds)
    await copyFiles(copy, wanted(copy.vault, Object.values(DATABASE_FILES).flatMap((file) => filesOfClosed(store, file))))
    if ((await restingStamp(store)) === before) return
  }
  throw new VaultError('busy', 'still-changing')
}

/** Who holds the vault, and when its files were last changed. */
async function restingStamp(store: VaultStore): Promise<string> {
  const files = Object.values(DATABASE_FILES).flatMap((file) => ['', '-wal', '-journal'].map((ending) => store.path(file + ending)))
  const stats = files.map((path) => statSync(path, { throwIfNoEntry: false, bigint: true }))
  const turn = await newestTurn(store)
  return [turn?.turn, turn?.lease?.token, ...stats.map((found) => (found ? `${found.ino} ${found.size} ${found.mtimeNs} ${found.ctimeNs}` : ''))].join('|')
}

/** Only what the keys open. */
function wanted(vault: VaultSession, files: Files): Files {
  const own = KEY_NAMES.filter((name) => vault.keys[name]).map((name) => DATABASE_FILES[name])
  return files.filter(({ name }) => own.some((file) => name.startsWith(file)))
}

async function copyFiles({ vault, target, onProgress }: LookCopy, files: Files): Promise<void> {
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0)
  const { bavail, bsize } = await statfs(target)
  if (bavail * bsize < total + spareBytes) throw new VaultError('disk-full', 'no-room-for-copy')
  let done = 0
  for (const { name, bytes } of files) {
    try {
      const source = createReadStream(vault.store.path(name), { highWaterMark: 1024 * 1024, ...(bytes > 0 ? { end: bytes - 1 } : {}) })
      source.on('data', (chunk) => onProgress(Math.min(1, (done += chunk.length) / Math.max(1, total))))
      await pipeline(source, createWriteStream(join(target, name), { mode: 0o600 }))
    } catch (error) {
      throw fromFileError(error, name)
    }
  }
}
