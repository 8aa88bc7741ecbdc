import { builtInTemplate } from '../../../../shared/correspondence/templates/built-in.ts'
import type { Filled } from '../../../../shared/correspondence/templates/model.ts'
import { isoDay } from '../../../../shared/dates.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import type { FileGrants } from '../../file-grants.ts'
import type { OfficeDesk } from '../../session.ts'
import { getLetterhead } from '../../settings/service.ts'
import type { FilledDocument } from './fill.ts'
import { kindOf, letterDocument } from './letter-document.ts'
import { outlineOf } from './outline.ts'
import { textParts } from './parts.ts'
import { readFile, readTemplate } from './repository.ts'
import { sampleLetter } from './sample-letter.ts'
import { openWordPackage } from './word-package.ts'

/** A template filled with a sample, to be shown. @throws OfficeError `template`, `not-found` */
export async function sampleOf(desk: OfficeDesk, ref: string): Promise<Filled> {
  return shownDocument(await filledSample(desk, ref))
}

/** Writes the filled sample to the granted file. @throws OfficeError `template`, `not-found`, `forbidden`, `disk-full`, `read-only` */
export async function writeSample(desk: OfficeDesk, grants: FileGrants, ref: string, grant: string): Promise<void> {
  grants.write(grant, (await filledSample(desk, ref)).bytes)
}

/** Writes a version as it came in to the granted file. @throws OfficeError `not-found`, `forbidden`, `disk-full`, `read-only` */
export async function writeOriginal(desk: OfficeDesk, grants: FileGrants, { id, versionId, grant }: { id: string; versionId: string; grant: string }): Promise<void> {
  const template = await readTemplate(desk.database.read, id)
  const bytes = template?.versions.some((version) => version.id === versionId) ? await readFile(desk.database.read, versionId) : null
  if (!bytes) throw new OfficeError('not-found')
  grants.write(grant, bytes)
}

async function filledSample(desk: OfficeDesk, ref: string): Promise<FilledDocument> {
  const version = builtInTemplate(ref) ? ref : ((await readTemplate(desk.database.read, ref))?.currentVersion ?? ref)
  const letter = sampleLetter(await kindOf(desk, version), version, isoDay(new Date()))
  return letterDocument(desk, letter, (await getLetterhead(desk)).letterhead)
}

/** A filled document as it can be shown. */
export function shownDocument({ bytes, missing }: FilledDocument): Filled {
  const parts = textParts(openWordPackage(bytes))
  const outline = parts.map((part) => ({
    part: part.name, label: part.label, blocks: outlineOf(part.document, new Map(part.paragraphs.map((paragraph, index) => [paragraph, index])), (key) => key),
  }))
  return { outline, missing }
}
