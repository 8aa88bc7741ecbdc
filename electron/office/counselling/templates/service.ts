import { uuidv7 } from 'uuidv7'
import type { NoteTemplate } from '../../../../shared/counselling/templates/contract.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import type { ChangeReceipt } from '../../../../shared/records/model.ts'
import type { CounsellingDesk } from '../../session.ts'
import { receipt } from '../service-parts.ts'

/** The office's own templates by name. */
export async function findTemplates(desk: Pick<CounsellingDesk, 'database'>): Promise<NoteTemplate[]> {
  return desk.database.read.selectFrom('note_template').select(['id', 'version', 'name', 'text']).where('deleted_at', 'is', null).orderBy('name').execute()
}

/** Keeps a text as a template for everybody who counsels. @throws OfficeError `invalid` when there is one of that name */
export async function createTemplate(desk: CounsellingDesk, { name, text }: { name: string; text: string }): Promise<ChangeReceipt & { id: string }> {
  const id = uuidv7()
  const written = await desk.write({ label: 'Vorlage angelegt', record: { type: 'note-template', id } }, async (transaction) => {
    const same = await transaction.database.selectFrom('note_template').select('id').where('name', '=', name).where('deleted_at', 'is', null).executeTakeFirst()
    if (same) throw new OfficeError('invalid', { fields: { name: 'Es gibt schon eine Vorlage mit diesem Namen.' } })
    await transaction.insert('note_template', { id, name, text, deleted_at: null, deleted_by: null })
  })
  return { ...receipt(written, id), id }
}

/** Moves a template to the trash. @throws OfficeError `not-found`, `conflict` */
export async function removeTemplate(desk: CounsellingDesk, id: string, version: number): Promise<ChangeReceipt> {
  const record = { type: 'note-template', id }
  const written = await desk.write({ label: 'Vorlage gelöscht', record }, async (transaction) => {
    await transaction.expectVersion(record, version)
    await transaction.trash(record, desk.person.id)
  })
  return receipt(written, id, version)
}
