import type { FileFacts } from '../../../../shared/correspondence/copies/model.ts'
import { doneMark } from '../../../../shared/correspondence/directives/model.ts'
import type { Letter } from '../../../../shared/correspondence/letter.ts'
import { isoDay } from '../../../../shared/dates.ts'
import type { OfficeSchema } from '../../database/office/schema.ts'
import type { ReadDatabase } from '../../database/side.ts'
import type { OfficeDesk } from '../../session.ts'
import { readCosigners } from './repository.ts'

type Database = ReadDatabase<OfficeSchema>

/** What the copy for the file says beside the letter: who signed it, and the points of the Verfügung that it is or came out of. */
export async function fileFactsOf(desk: OfficeDesk, letter: Letter): Promise<FileFacts> {
  const { read } = desk.database
  return { signings: await readCosigners(read, letter.id), signedOn: await signedOn(read, letter), orders: await directiveLines(read, letter.id) }
}

/** The day on which the very person who is to sign finished the letter, or signed the statement that it is the text of; null otherwise. */
async function signedOn(read: Database, { id, status, signerId }: Letter): Promise<string | null> {
  if (status !== 'final' || signerId === null) return null
  const statement = await read.selectFrom('statement').select('signed_at').where('letter_id', '=', id).where('deleted_at', 'is', null).executeTakeFirst()
  if (statement?.signed_at === null) return null
  const last = await read.selectFrom('letter_version').select(['made_by_id', 'made_at']).where('letter_id', '=', id).where('kind', '=', 'final').orderBy('number', 'desc').executeTakeFirst()
  return last?.made_by_id === signerId ? isoDay(new Date(last.made_at)) : null
}

async function directiveLines(read: Database, letterId: string): Promise<string[]> {
  const rows = await read.selectFrom('directive_item').select(['text', 'name', 'done_on', 'initials'])
    .where((eb) => eb.or([eb('letter_id', '=', letterId), eb('letter_id', 'in', eb.selectFrom('directive_item as made').select('made.letter_id').where('made.result_letter_id', '=', letterId))]))
    .orderBy('letter_id').orderBy('position').execute()
  return rows.map(({ text, name, done_on, initials }) => {
    const whom = name === '' || text.includes(name) ? text : `${text} (${name})`
    return [whom, doneMark({ doneOn: done_on, initials })].filter(Boolean).join(', ')
  })
}
