import { maxSchoolBytes } from '../../shared/calendar/model.ts'
import { office } from '../app/office.ts'
import { base64Of } from '../ui/fileTransfer.ts'
import { showFailure, showNotice, showUndoNotice } from '../ui/notices.tsx'

/** Takes school holidays from a calendar file of a Land, in one step that can be taken back. */
export async function readSchoolHolidays(file: File): Promise<void> {
  try {
    if (file.size > maxSchoolBytes) return showNotice('Nicht eingelesen: Die Datei ist zu groß für einen Ferienkalender. Bitte die Datei wählen, in der nur die Ferien stehen.')
    const { change, created, known } = await office.calendar.importSchool({ content: await base64Of(file) })
    if (created === 0) showNotice('Diese Ferien stehen schon im Kalender.')
    else showUndoNotice(`${created === 1 ? 'Ein Eintrag' : `${created} Einträge`} eingelesen${known === 0 ? '' : `, ${known} standen schon da`}.`, 'office', change)
  } catch (error) {
    showFailure(error)
  }
}
