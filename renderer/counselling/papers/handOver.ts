import { office } from '../../app/office.ts'
import { gather, handOver } from '../../ui/fileTransfer.ts'

const { attachments } = office.counselling

/**
 * Puts a file into a case.
 * @returns the step of history that takes it back
 * @throws FileTrouble for a file that is too large or can't be read; errors of the office process
 */
export async function addFile(caseId: string, file: File): Promise<string | null> {
  const token = await handOver(file, { begin: (announced) => attachments.begin({ caseId, ...announced }), append: attachments.append })
  return (await attachments.finish({ token })).change
}

/** The whole content of a paper. */
export async function contentOf(id: string): Promise<Uint8Array<ArrayBuffer>> {
  return gather((position) => attachments.piece({ id, position }))
}
