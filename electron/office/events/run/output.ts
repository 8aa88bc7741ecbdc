import { Paragraph, type FileChild } from 'docx'
import type { OfficeEvent } from '../../../../shared/events/model.ts'
import { heading, plainDocument, table, title } from '../../documents/docx-parts.ts'
import { textRuns } from '../../documents/docx-text.ts'
import type { FileGrants } from '../../file-grants.ts'
import type { OfficeDesk } from '../../session.ts'
import { getLetterhead } from '../../settings/service.ts'
import { getEvent } from '../service.ts'
import { whenText } from '../when-where.ts'
import { runPart } from './service.ts'
import { sheetDays, type SheetDay } from './sheet.ts'
import { runSheetPdf } from './sheet-pdf.ts'

/** Writes the run sheet. @throws OfficeError `not-found`, `forbidden`, `disk-full`, `read-only` */
export async function saveRunSheet(desk: OfficeDesk, grants: FileGrants, { id, format, grant }: { id: string; format: 'pdf' | 'docx'; grant: string }): Promise<void> {
  const event = await getEvent(desk, id)
  const { items } = await runPart.read(desk.database.read, id)
  const days = sheetDays(items, event)
  const name = `Ablaufplan: ${event.title}`
  if (format === 'pdf') return grants.write(grant, await runSheetPdf(name, aboutOf(event), days))
  grants.write(grant, await plainDocument(name, (await getLetterhead(desk)).letterhead, documentOf(name, event, days)))
}

function aboutOf(event: OfficeEvent): string {
  return [whenText(event), event.place, event.responsibleName === '' ? '' : `Leitung: ${event.responsibleName}`].filter(Boolean).join(' · ')
}

function documentOf(name: string, event: OfficeEvent, days: readonly SheetDay[]): FileChild[] {
  return [
    title(name), new Paragraph({ children: textRuns(aboutOf(event)) }),
    ...days.flatMap((day): FileChild[] => [
      ...(day.name === '' ? [] : [heading(day.name)]),
      table(['Zeit', 'Was', 'Wer, wo, Technik'], day.items.map((item) => [[item.time, item.until].filter(Boolean).join('\n'), item.title, item.lines.join('\n')]), [20, 35, 45]),
    ]),
  ]
}
