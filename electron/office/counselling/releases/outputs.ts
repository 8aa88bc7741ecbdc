import { releaseSheet } from '../../../../shared/counselling/releases/sheet.ts'
import { germanDate } from '../../../../shared/dates.ts'
import type { Letterhead } from '../../../../shared/settings/letterhead.ts'
import type { FileGrants } from '../../file-grants.ts'
import type { CounsellingDesk } from '../../session.ts'
import { openIdentity } from '../identity/service.ts'
import { findOwnTexts, languageOf } from './own-texts.ts'
import { getRelease } from './service.ts'
import { sheetAsDocx } from './sheet-docx.ts'
import { expectUsable } from '../privacy/restriction.ts'
import { sheetPdf } from './sheet-pdf.ts'

/** In which language and as what a sheet is wanted. */
export interface PaperChoice {
  language: string | null
  format: 'pdf' | 'docx'
}

/**
 * Writes the form of a release for signature. With the name it opens the identity card, which is logged; otherwise name and date of
 * birth are written in by hand.
 * @throws OfficeError `not-found`, `forbidden`, `invalid`, `disk-full`, `read-only`
 */
export async function saveForm(
  desk: CounsellingDesk, grants: FileGrants, letterhead: Letterhead, { id, grant, withName, ...choice }: { id: string; grant: string; withName: boolean } & PaperChoice,
): Promise<void> {
  const release = await getRelease(desk, id)
  await expectUsable(desk.database.read, release.caseId)
  const client = withName ? await clientOf(desk, release.caseId, 'Entbindung von der Schweigepflicht gedruckt') : { name: '', birthDate: '' }
  grants.write(grant, await paperOf(desk, releaseSheet(release, letterhead, client), { ...choice, title: 'Entbindung von der Schweigepflicht', points: 10.5 }))
}

/** Name and date of birth from the identity card, as they are printed. The opening stands in the log. */
export async function clientOf(desk: CounsellingDesk, caseId: string, reason: string): Promise<{ name: string; birthDate: string }> {
  const { fields } = await openIdentity(desk, caseId, reason)
  const birthDate = /^\d{4}-\d{2}-\d{2}$/u.test(fields.birthDate) ? germanDate(fields.birthDate) : fields.birthDate
  return { name: [fields.familyName, fields.givenNames].filter(Boolean).join(', '), birthDate }
}

/** A sheet in the wanted language and format. */
export async function paperOf(
  desk: CounsellingDesk, sheet: Parameters<typeof sheetPdf>[0], { language, format, title, points }: PaperChoice & { title: string; points: number },
): Promise<Uint8Array> {
  const second = await languageOf(desk, language)
  const supplied = !(await findOwnTexts(desk)).some((own) => own.language === language && Object.keys(own.texts).length > 0)
  const look = { title, language: second, supplied, points }
  return format === 'pdf' ? sheetPdf(sheet, look) : sheetAsDocx(sheet, look)
}
