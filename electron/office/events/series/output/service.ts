import { isoDay } from '../../../../../shared/dates.ts'
import { OfficeError } from '../../../../../shared/errors.ts'
import type { Paper, ProgrammeCheck, ProgrammeFile, ProgrammeScope } from '../../../../../shared/events/series/model.ts'
import { emlDraft, findLibreOffice } from '../../../correspondence/dispatch/service.ts'
import { flowDocx } from '../../../documents/flow-docx.ts'
import type { FileGrants } from '../../../file-grants.ts'
import type { OfficeDesk } from '../../../session.ts'
import { getLetterhead } from '../../../settings/service.ts'
import { coverPicture } from '../booklet/picture.ts'
import { makeBooklet } from '../booklet/service.ts'
import { pressBlocks, programmeCsv, programmeHtml, programmeText } from './lists.ts'
import { publishedProgramme } from './published.ts'

/** Which events would be given out, and who wouldn't be named. @throws OfficeError `not-found` */
export async function checkProgramme(desk: OfficeDesk, seriesId: string, scope: ProgrammeScope): Promise<ProgrammeCheck> {
  const { events, leftOut, unnamed, incomplete } = await publishedProgramme(desk, seriesId, scope)
  return { taken: events.length, leftOut, unnamed, incomplete, libreOffice: findLibreOffice() !== null }
}

/**
 * Writes a file of the programme to the chosen place.
 * @returns whether its contents show pages that were counted; a file without contents has none to count
 * @throws OfficeError `not-found`; `invalid` for a programme without events, a picture that isn't one, or a PDF that can't be made here; `forbidden`, `disk-full`, `read-only`
 */
export async function saveProgramme(
  desk: OfficeDesk, grants: FileGrants,
  { seriesId, file, scope, paper, picture, grant }: { seriesId: string; file: ProgrammeFile; scope: ProgrammeScope; paper: Paper; picture: string | null; grant: string }, libreOffice = findLibreOffice(),
): Promise<{ pages: boolean }> {
  const programme = await publishedProgramme(desk, seriesId, scope)
  if (programme.events.length === 0) throw new OfficeError('invalid', { detail: 'Noch ist keine Veranstaltung dabei. Bitte unter „Programm“ Beiträge annehmen oder „alle Beiträge“ wählen.' })
  const { letterhead } = await getLetterhead(desk)
  const text = (content: string): Uint8Array => new TextEncoder().encode(content)
  if (file === 'booklet-docx' || file === 'booklet-pdf') {
    const booklet = await makeBooklet({ programme, letterhead, paper, picture: picture === null ? null : coverPicture(picture), today: isoDay(new Date()) }, libreOffice)
    if (file === 'booklet-pdf' && booklet.pdf === null) throw new OfficeError('invalid', { detail: 'Für PDF braucht das Heft LibreOffice, und das ist auf diesem Rechner nicht eingerichtet. Bitte als Word-Datei speichern und dort als PDF ausgeben.' })
    grants.write(grant, file === 'booklet-docx' ? booklet.docx : booklet.pdf as Uint8Array)
    return { pages: booklet.pages.size > 0 }
  }
  const made: Record<Exclude<ProgrammeFile, 'booklet-docx' | 'booklet-pdf'>, () => Uint8Array | Promise<Uint8Array>> = {
    'press-docx': () => flowDocx(`${programme.series.title}: Termine`, letterhead, pressBlocks(programme)),
    'press-eml': () => emlDraft({ from: letterhead.email, to: '', subject: `${programme.series.title}: Termine`, text: programmeText(programme), attachments: [] }),
    'web-html': () => text(programmeHtml(programme)), 'web-csv': () => programmeCsv(programme), text: () => text(`\uFEFF${programmeText(programme)}`),
  }
  grants.write(grant, await made[file]())
  return { pages: false }
}
