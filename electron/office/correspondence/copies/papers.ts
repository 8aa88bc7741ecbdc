import type { Letter } from '../../../../shared/correspondence/letter.ts'
import { letterFileName } from '../../../../shared/correspondence/letter-number.ts'
import { enclosuresOf } from '../../../../shared/correspondence/copies/copies.ts'
import { mainCopy } from '../../../../shared/correspondence/copies/model.ts'
import { readContent } from '../../database/content-pieces.ts'
import type { OfficeDesk } from '../../session.ts'

/** A paper that goes along with a letter. */
export interface EnclosedPaper {
  title: string
  name: string
  type: string
  bytes: Uint8Array
}

const mimeTypes: Readonly<Record<string, string>> = {
  pdf: 'application/pdf', jpg: 'image/jpeg', png: 'image/png', txt: 'text/plain',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** Papers that can be enclosed: those of the letter, of its statement and of the matter that it is filed in; the newest first. */
export async function enclosablePapers(desk: OfficeDesk, letterId: string): Promise<{ id: string; name: string; kind: string }[]> {
  const { read } = desk.database
  const statements = await read.selectFrom('statement').select('id').where('letter_id', '=', letterId).execute()
  const owners = [letterId, ...statements.map(({ id }) => id)]
  const matters = await read.selectFrom('filing').select('matter_id').where('record_id', 'in', owners).execute()
  const filed = matters.length === 0 ? [] : await read.selectFrom('filing').select('record_id').where('matter_id', 'in', matters.map(({ matter_id }) => matter_id)).execute()
  const all = [...owners, ...matters.map(({ matter_id }) => matter_id), ...filed.map(({ record_id }) => record_id)]
  // States from Word are the letter itself, not something enclosed.
  return read.selectFrom('document').select(['id', 'name', 'kind'])
    .where((eb) => eb.or([eb('owner_id', 'in', all), eb('id', 'in', all)])).where('deleted_at', 'is', null).where('series_id', 'is', null)
    .orderBy('id', 'desc').limit(500).execute()
}

/**
 * The papers of the enclosures of a letter that somebody chose, each once, in the order of the enclosures. Their names outside say which
 * enclosure they are and nothing else. What is in the trash by now isn't enclosed.
 */
export async function enclosedPapers(desk: OfficeDesk, letter: Letter): Promise<EnclosedPaper[]> {
  const papers: EnclosedPaper[] = []
  for (const [index, title] of letter.enclosures.entries()) {
    const id = letter.enclosedPapers[title]
    if (id === undefined || papers.some((paper) => paper.title === title)) continue
    const row = await desk.database.read.selectFrom('document').select('kind').where('id', '=', id).where('deleted_at', 'is', null).executeTakeFirst()
    if (!row) continue
    papers.push({
      title, name: `${letterFileName(letter.number).replace(/\.docx$/u, '')}-Anlage-${index + 1}.${row.kind}`, type: mimeTypes[row.kind] ?? 'application/octet-stream',
      bytes: await readContent(desk.database.read, id),
    })
  }
  return papers
}

/** Of the papers, those that go along with one copy. */
export function papersFor(papers: readonly EnclosedPaper[], letter: Letter, copy: string): EnclosedPaper[] {
  const recipient = copy === mainCopy ? null : letter.recipients.find(({ id }) => id === copy)
  const titles = recipient ? enclosuresOf(letter, recipient) : letter.enclosures
  return papers.filter(({ title }) => titles.includes(title))
}
