import type { ImportOptions, ImportOverview, ImportProgress, ImportRow } from '../../../../shared/directory/import/model.ts'
import type { OfficeDesk } from '../../session.ts'
import { readFile } from '../../documents/lists/read-file.ts'
import { appendPiece, beginImport, previewRows, readImport, runImport } from './service.ts'
import { contactHeadings } from './headings.ts'
import { contactFiles } from './staging.ts'

/** For tests: hands a file over as the window does and gives its token. */
export function staged(desk: OfficeDesk, bytes: Uint8Array, name = 'liste.csv'): string {
  const { token } = beginImport(desk, name, bytes.length)
  for (let start = 0; start < bytes.length; start += 2_000_000) appendPiece(desk, token, Buffer.from(bytes.subarray(start, start + 2_000_000)))
  return token
}

/** Reads a file here: a thread for each of the many lists of the tests would take longer than all of their assertions. */
async function readHere(desk: OfficeDesk, file: Uint8Array | string, { encoding, separator }: ImportOptions, name?: string): Promise<string> {
  if (typeof file === 'string') return file
  const token = staged(desk, file, name)
  const options = { encoding, separator }
  contactFiles.get(desk, token).source = { key: JSON.stringify(options), value: await readFile(file, options, contactHeadings) }
  return token
}

/** For tests: what the window shows before the import. */
export async function preview(desk: OfficeDesk, file: Uint8Array | string, options: ImportOptions = {}, name?: string): Promise<{ token: string, overview: ImportOverview, rows: ImportRow[] }> {
  const token = await readHere(desk, file, options, name)
  let overview: ImportOverview | null = null
  for await (const step of readImport(desk, token, options, true)) if (step.state === 'ready') overview = step.overview
  if (overview === null) throw new Error('The file was not read.')
  return { token, overview, rows: previewRows(desk, token, overview.plan, 'all', 0, 100_000).rows }
}

/** For tests: imports a file and gives what was told meanwhile. */
export async function importWhole(desk: OfficeDesk, file: Uint8Array | string, options: ImportOptions = {}, mayProtect = true, name?: string) {
  const steps: ImportProgress[] = []
  for await (const step of runImport(desk, await readHere(desk, file, options, name), options, mayProtect)) steps.push(step)
  const last = steps.at(-1)
  if (last?.state !== 'done') throw new Error('The import did not end.')
  return { steps, last }
}
