import type { DocumentOwner, OfficeDocument, ReceivedFile } from '../../shared/correspondence/register/model.ts'
import { failureOf } from '../app/failure.ts'
import { desktop, office } from '../app/office.ts'
import { FileTrouble, handOver } from '../ui/fileTransfer.ts'
import { showNotice } from '../ui/notices.tsx'

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

/** Shows a paper in the program of this computer for its kind. @throws what the office process threw */
export async function openPaper({ id, kind }: Pick<OfficeDocument, 'id' | 'kind'>): Promise<void> {
  const { grant } = await desktop.prepareViewing(kind)
  await documents.write({ id, grant })
  const { shown } = await desktop.showViewing(grant)
  if (!shown) showNotice('Auf diesem Rechner ist kein Programm für diese Art von Datei eingerichtet. „Sichern unter …“ legt sie an einem Ort Ihrer Wahl ab.')
}
