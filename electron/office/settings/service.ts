import { letterheadSchema, type Letterhead } from '../../../shared/settings/letterhead.ts'
import { OfficeError } from '../../../shared/errors.ts'
import type { ChangeReceipt } from '../../../shared/records/model.ts'
import type { OfficeDesk } from '../session.ts'
import { letterheadColumns, letterheadId, readLetterhead } from './repository.ts'

const letterheadRecord = { type: 'letterhead', id: letterheadId }

/** The letterhead as it is printed on every letter. */
export async function getLetterhead(desk: OfficeDesk): Promise<{ version: number; letterhead: Letterhead }> {
  return readLetterhead(desk.database.read)
}

/**
 * Puts the name of a new office on its letterhead, unless there is one already. Past the change log, because it is part of
 * creating the office and no step that somebody would take back.
 */
export async function nameLetterhead(desk: OfficeDesk, officeName: string): Promise<void> {
  await desk.database.writeUnlogged((database) =>
    database.updateTable('letterhead').set({ office_name: officeName }).where('id', '=', letterheadId).where('office_name', '=', '').execute(),
  )
}

/**
 * Stores the fields of the letterhead that are given; quick further changes become one step of history.
 * Who usually signs is decided by those who have the power to sign.
 * @throws OfficeError `conflict` when somebody has changed it since it was read, `forbidden` for an assistant who names another signatory
 */
export async function updateLetterhead(desk: OfficeDesk, version: number, fields: Partial<Letterhead>): Promise<ChangeReceipt> {
  const checked = letterheadSchema.partial().parse(fields)
  if (desk.person.role === 'assistenz' && checked.signerId !== undefined && checked.signerId !== (await getLetterhead(desk)).letterhead.signerId) {
    throw new OfficeError('forbidden', { detail: 'Wer in der Regel unterschreibt, legen Leitung und Vertretung fest. Es wurde nichts geändert.' })
  }
  const action = { label: 'Briefkopf geändert', record: letterheadRecord, coalesce: 'letterhead' }
  const written = await desk.write(action, async (transaction) => {
    await transaction.expectVersion(letterheadRecord, version, () => readLetterhead(transaction.database))
    await transaction.update('letterhead', letterheadId, letterheadColumns(checked))
  })
  return { change: written.change, version: written.versions.get(letterheadId) ?? version }
}
