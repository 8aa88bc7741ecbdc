import type { DocumentOwner, ReceivedFile } from '../../../shared/correspondence/register/model.ts'
import { failureOf } from '../../app/failure.ts'
import { office } from '../../app/office.ts'
import { FileTrouble, handOver } from '../../ui/fileTransfer.ts'

const { receiving, documents } = office.correspondence.register

/** What came of handing files over: those that are here, and why others aren't. */
export interface Received {
  files: ReceivedFile[]
  troubles: string[]
}

/** Hands files over and has them read; they belong to nothing yet. */
export async function receiveFiles(files: readonly File[]): Promise<Received> {
  const received: Received = { files: [], troubles: [] }
  for (const file of files) {
    try {
      received.files.push(await receiving.read({ token: await handOver(file, receiving) }))
    } catch (error) {
      const detail = error instanceof FileTrouble ? error.message : failureOf(error).title
      received.troubles.push(`„${file.name}“: ${detail}`)
    }
  }
  return received
}

/** Hands files over and puts them with a record. @returns the step that takes it back, null where no file was taken */
export async function addFiles(owner: DocumentOwner, files: readonly File[]): Promise<{ change: string | null; count: number; troubles: string[] }> {
  const { files: here, troubles } = await receiveFiles(files)
  if (here.length === 0) return { change: null, count: 0, troubles }
  const { change } = await documents.add({ owner, files: here.map(({ token }) => token) })
  return { change, count: here.length, troubles }
}
