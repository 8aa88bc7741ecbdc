import { uuidv7 } from 'uuidv7'
import type { OutputFormat, OutputRecord, OutputRequest } from '../../../../shared/directory/output/model.ts'
import type { OfficeDesk } from '../../session.ts'

const shown = 50

/**
 * Notes that contacts left the office: when, by whom, as what and how many, never who. Past the change log on purpose:
 * what has been given out can't be taken back by Strg+Z.
 */
export async function noteOutput(desk: OfficeDesk, { source, format }: Pick<OutputRequest, 'source' | 'format'>, contacts: number, leftOut: number): Promise<void> {
  await desk.write({ label: 'Ausgabe vermerkt' }, (transaction) => transaction.database.insertInto('contact_output').values({
    id: uuidv7(), at: transaction.now, person_name: desk.person.name, list_id: source.kind === 'list' ? source.id : '', format, contacts, left_out: leftOut,
  }).execute())
}

/** The latest outputs of a list, the newest first; with an empty id those without a list. */
export async function outputRecords(desk: OfficeDesk, listId: string): Promise<OutputRecord[]> {
  const rows = await desk.database.read.selectFrom('contact_output').selectAll().where('list_id', '=', listId).orderBy('at', 'desc').orderBy('id', 'desc').limit(shown).execute()
  return rows.map(({ id, at, person_name: personName, format, contacts, left_out: leftOut }) => ({ id, at, personName, format: format as OutputFormat, contacts, leftOut }))
}
