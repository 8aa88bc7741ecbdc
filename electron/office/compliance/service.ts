import { createHmac } from 'node:crypto'
import { papers, papersAsOf, sourceCodes, type Paper, type PaperCode, type PaperPiece, type ShelfPaper, type ShelfSource, type SourceCode } from '../../../shared/compliance/model.ts'
import { germanDate, isoDay } from '../../../shared/dates.ts'
import { OfficeError } from '../../../shared/errors.ts'
import { readChain, type LogDesk } from '../audit/contract.ts'
import { plainDocument } from '../documents/docx-parts.ts'
import type { FileGrants } from '../file-grants.ts'
import type { CounsellingDesk, Session } from '../session.ts'
import { bullet, childOf, gapsIn, heading, missing, owner, paragraph, small, table, title, type Block } from './blocks.ts'
import { collectFacts, type Facts, type Surroundings } from './facts.ts'
import { inserts, summaries } from './inserts.ts'
import { filled, wordsOf } from './words.ts'

const sourceLabels: Record<SourceCode, string> = {
  office: 'Briefkopf und Angaben zum Datenschutz', law: 'Bundesland', people: 'Personen und Rollen', data: 'Datenarten', retention: 'Aufbewahrungsfristen',
  backups: 'Sicherungen', lock: 'Sperren', encryption: 'Verschlüsselung', exports: 'Ausgaben', audit: 'Aufbewahrung des Protokolls', policy: 'Vorgaben der IT',
}

type Printed = Partial<Record<SourceCode, string>>

/** The papers, how they stand to what is set now, and what that is. @throws OfficeError `forbidden` for all but the Leitung */
export async function readShelf(session: Session, around: Surroundings): Promise<{ papers: ShelfPaper[]; sources: ShelfSource[] }> {
  const desk = expectLeitung(session)
  const facts = await collectFacts(session, desk, around, isoDay(new Date()))
  const prints = await printsOf(desk, facts)
  const words = wordsOf(facts)
  const stored = new Map((await desk.database.read.selectFrom('compliance_print').selectAll().execute()).map((row) => [row.paper, row]))
  return {
    papers: papers.map(({ code, sources, body }) => {
      const row = stored.get(code)
      const before = row ? JSON.parse(row.sources) as Printed : null
      return {
        code,
        written: row ? { at: row.at, by: row.person_name } : null,
        changed: before === null ? [] : sources.filter((source) => before[source] !== prints[source]),
        gaps: gapsIn(body.flatMap((piece) => blocksOf(piece, facts, words))),
      }
    }),
    sources: sourceCodes.map((code) => ({ code, label: sourceLabels[code], summary: summaries[code](facts) })),
  }
}

/** Writes one paper as DOCX. @throws OfficeError `forbidden` and as the grant */
export async function savePaper(session: Session, around: Surroundings, grants: FileGrants, code: PaperCode, grant: string): Promise<void> {
  const desk = expectLeitung(session)
  const facts = await collectFacts(session, desk, around, isoDay(new Date()))
  grants.write(grant, await paperDocument(paperOf(code), facts))
  await remember(desk, [paperOf(code)], facts)
}

/** Writes all papers into the chosen folder. @returns how many. @throws OfficeError `forbidden` and as the grant */
export async function saveAllPapers(session: Session, around: Surroundings, grants: FileGrants, grant: string): Promise<number> {
  const desk = expectLeitung(session)
  const facts = await collectFacts(session, desk, around, isoDay(new Date()))
  const files = []
  for (const paper of papers) files.push({ name: `${paper.file}.docx`, bytes: await paperDocument(paper, facts) })
  grants.writeInto(grant, files)
  await remember(desk, papers, facts)
  return files.length
}

/** A paper as document: head of the office, its pieces, where it comes from. */
export async function paperDocument({ title: called, norm, body }: Paper, facts: Facts): Promise<Uint8Array> {
  const words = wordsOf(facts)
  const { letterhead } = facts.office
  const head = [facts.office.name, letterhead.department].filter(Boolean).join(' · ')
  const blocks: Block[] = [
    ...head === '' ? [] : [owner(head)],
    title(called),
    paragraph(`${norm}. Stand: ${germanDate(facts.today)}, erzeugt aus den Einstellungen des Programms „Integrationsbüro“.`),
    ...body.flatMap((piece) => blocksOf(piece, facts, words)),
    small(`Gelb Hervorgehobenes ergänzt die Dienststelle. Feste Texte: Fassung ${papersAsOf.version} vom ${germanDate(papersAsOf.asOf)}. Quellen: ${papersAsOf.source}`),
  ]
  return plainDocument(called, letterhead, blocks.map(childOf), `${called} · ${germanDate(facts.today)}`)
}

function blocksOf(piece: PaperPiece, facts: Facts, words: Readonly<Record<string, string>>): Block[] {
  if (piece.heading !== undefined) return [heading(piece.heading)]
  if (piece.text !== undefined) return [paragraph(filled(piece.text, words))]
  if (piece.list) return piece.list.map((line) => bullet(filled(line, words)))
  if (piece.table) return [table(piece.table.head, piece.table.rows, piece.table.widths)]
  if (piece.missing !== undefined) return [missing(piece.missing)]
  const insert = inserts[piece.insert ?? '']
  if (!insert) throw new Error(`No insert is called "${piece.insert ?? ''}".`)
  return insert(facts)
}

/** A fingerprint of each setting, keyed: what the settings are can't be guessed from it. */
async function printsOf(desk: CounsellingDesk, facts: Facts): Promise<Record<SourceCode, string>> {
  const { key } = await readChain(desk as unknown as LogDesk)
  const print = (value: unknown): string => createHmac('sha256', key).update(JSON.stringify(value)).digest('hex').slice(0, 32)
  return Object.fromEntries(sourceCodes.map((code) => [code, print(facts[code])])) as Record<SourceCode, string>
}

async function remember(desk: CounsellingDesk, written: readonly Paper[], facts: Facts): Promise<void> {
  const prints = await printsOf(desk, facts)
  await desk.database.writeUnlogged(async (database) => {
    for (const { code, sources } of written) {
      const columns = { at: new Date().toISOString(), person_name: desk.person.name, sources: JSON.stringify(Object.fromEntries(sources.map((source) => [source, prints[source]]))) }
      await database.insertInto('compliance_print').values({ paper: code, ...columns }).onConflict((conflict) => conflict.column('paper').doUpdateSet(columns)).execute()
    }
  })
}

function paperOf(code: PaperCode): Paper {
  const paper = papers.find((known) => known.code === code)
  if (!paper) throw new OfficeError('not-found')
  return paper
}

function expectLeitung({ person, counselling }: Session): CounsellingDesk {
  if (person.role !== 'leitung' || counselling === null) throw new OfficeError('forbidden', { detail: 'Den Ordner Datenschutz führt die Leitung.' })
  return counselling
}
