import { parentPort } from 'node:worker_threads'
import { performPart, type PartJob, type SeenPart } from './parts.ts'

/** What a thread answers: bytes done meanwhile, and in the end what was seen or the file system's error. */
export type PartAnswer = { id: number; bytes: number } | { id: number; seen: SeenPart } | { id: number; failure: { code: string | undefined; message: string } }

/** Entry of a thread that copies and reads parts of files, so that the office process goes on answering. */
parentPort?.on('message', ({ id, job }: { id: number; job: PartJob }) => {
  const answer = (message: PartAnswer): void => parentPort?.postMessage(message)
  try {
    answer({ id, seen: performPart(job, (bytes) => answer({ id, bytes })) })
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    answer({ id, failure: { code, message } })
  }
})
