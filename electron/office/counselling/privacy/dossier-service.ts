import { uuidv7 } from 'uuidv7'
import type { Blackening, DossierText } from '../../../../shared/counselling/privacy/model.ts'
import { isoDay } from '../../../../shared/dates.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import { historyCounts } from '../../database/history.ts'
import type { FileGrants } from '../../file-grants.ts'
import type { CounsellingDesk } from '../../session.ts'
import { expectCaseAccess } from '../access/guard.ts'
import { noteAccess } from '../access/log.ts'
import { readContent } from '../../database/content-pieces.ts'
import { attachmentsOfCase } from '../attachments/repository.ts'
import { readCase } from '../cases/repository.ts'
import { notFound } from '../service-parts.ts'
import { blackened, type LeftOut } from './blackening.ts'
import { collectTexts, digestOf, dossierLabels, namesIn } from './dossier.ts'
import { dossierPdf, type DossierFile } from './dossier-pdf.ts'
import type { PaperHead } from './paper-head.ts'
import { privacyOfCase } from './state-service.ts'

/**
 * Everything that is stored of a case, for somebody to read before it is given out. The line in the log is written first.
 * @throws OfficeError `forbidden`, `not-found`
 */
export async function openDossier(desk: CounsellingDesk, caseId: string, reason: string): Promise<{
  digest: string; texts: DossierText[]; names: string[]; papers: { id: string; name: string; size: number }[]
}> {
  await expectCaseAccess(desk, caseId)
  await noteAccess(desk, caseId, 'export', reason)
  const texts = await collectTexts(desk, caseId)
  const papers = await attachmentsOfCase(desk.database.read, caseId)
  return { digest: digestOf(texts), texts, names: await namesIn(desk, caseId), papers: papers.map(({ id, name, size }) => ({ id, name, size })) }
}

/**
 * Writes dossier and papers into the chosen folder. What is blackened is taken out of the text itself, in both files.
 * @throws OfficeError `conflict` when the case has changed since it was read, `forbidden`, `invalid`; and as the grant
 */
export async function saveDossier(
  desk: CounsellingDesk, grants: FileGrants, head: PaperHead,
  { caseId, digest, blackened: marks, papers, paperReason, identityCheck, grant }: { caseId: string; digest: string; blackened: readonly Blackening[]; papers: readonly string[]; paperReason: string; identityCheck: string; grant: string },
): Promise<{ files: number; leftOut: number }> {
  await expectCaseAccess(desk, caseId)
  const texts = await collectTexts(desk, caseId)
  if (digestOf(texts) !== digest) throw new OfficeError('conflict', { detail: 'Der Fall wurde inzwischen geändert. Es wurde nichts ausgegeben. Bitte die Auskunft neu öffnen und noch einmal durchlesen.' })
  const { texts: given, leftOut } = blackened(texts, marks)
  const all = await attachmentsOfCase(desk.database.read, caseId)
  const withheld = all.filter(({ id }) => !papers.includes(id))
  if (withheld.length > 0 && paperReason.trim() === '') throw new OfficeError('invalid', { fields: { paperReason: 'Warum werden Unterlagen nicht mitgegeben?' } })
  leftOut.push(...withheld.map(({ addedOn }) => ({ where: `Unterlage vom ${addedOn.split('-').reverse().join('.')}`, what: 'Datei nicht mitgegeben', why: paperReason })))
  leftOut.push(...standing)
  const file = await fileOf(desk, caseId, given, leftOut, identityCheck)
  const bytes = await Promise.all(all.filter(({ id }) => papers.includes(id)).map(async ({ id, kind }, index) =>
    ({ name: `Unterlage ${index + 1}.${kind}`, bytes: await readContent(desk.database.read, id) })))
  const json = { format: 'integrationsbuero-auskunft-beratung', version: 1, controller: head.letterhead.officeName, ...file }
  grants.writeInto(grant, [
    { name: 'Auskunft.pdf', bytes: await dossierPdf(file, head) },
    { name: 'Auskunft.json', bytes: new TextEncoder().encode(`${JSON.stringify(json, null, 2)}\n`) },
    ...bytes,
  ])
  await desk.database.writeUnlogged((database) => database.insertInto('disclosure').values({
    id: uuidv7(), case_id: caseId, at: new Date().toISOString(), person_name: desk.person.name, identity_check: identityCheck, left_out: JSON.stringify(leftOut),
  }).execute())
  desk.database.announce([{ type: 'case', id: caseId }])
  return { files: bytes.length + 2, leftOut: leftOut.length }
}

/** What is in no export, with the reason. */
const standing: LeftOut[] = Object.values(dossierLabels.leftOut).map(({ what, why }) => ({ where: 'Beratung', what, why }))

async function fileOf(desk: CounsellingDesk, caseId: string, texts: DossierText[], leftOut: LeftOut[], identityCheck: string): Promise<DossierFile> {
  const { number } = (await readCase(desk.database.read, caseId)) ?? notFound()
  const { retention } = await privacyOfCase(desk, caseId)
  return {
    number, createdOn: isoDay(new Date()), identityCheck,
    entries: texts.map(({ section, label, text }) => ({ section, label, text })),
    retention: retention.until === null ? retention.text : `${retention.text}; nach heutigem Stand bis ${retention.until.split('-').reverse().join('.')}`,
    history: await historyCounts(desk.database.read as never, { type: 'case', id: caseId }),
    leftOut,
  }
}
