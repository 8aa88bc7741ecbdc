import { builtInTemplate } from '../../../../shared/correspondence/templates/built-in.ts'
import type { Pages } from '../../../../shared/correspondence/pages/model.ts'
import { isoDay } from '../../../../shared/dates.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import type { FileGrants } from '../../file-grants.ts'
import type { OfficeDesk } from '../../session.ts'
import { getLetterhead } from '../../settings/service.ts'
import { readPages } from '../pages/read-pages.ts'
import type { FilledDocument } from './fill.ts'
import { kindOf, letterDocument } from './letter-document.ts'
import { readFile, readTemplate } from './repository.ts'
import { sampleLetter } from './sample-letter.ts'

/** The pages of a template filled with a sample. @throws OfficeError `template`, `not-found` */
export async function sampleOf(desk: OfficeDesk, ref: string): Promise<Pages> {
  const { bytes, missing } = await filledSample(desk, ref)
  return readPages(bytes, missing)
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
