import { uuidv7 } from 'uuidv7'
import type { GlossaryFields, OwnTerm } from '../../../../shared/correspondence/language/contract.ts'
import { sortKey } from '../../../../shared/directory/names.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import type { ChangeReceipt } from '../../../../shared/records/model.ts'
import type { OfficeSchema } from '../../database/office/schema.ts'
import type { WriteTransaction } from '../../database/write-transaction.ts'
import type { OfficeDesk } from '../../session.ts'

const type = 'glossary-term'
const columns = ['id', 'version', 'term', 'explanation', 'plain'] as const

/** The office's own terms in alphabetical order. */
export async function listTerms(desk: OfficeDesk): Promise<OwnTerm[]> {
  return desk.database.read.selectFrom('glossary_term').select(columns).where('deleted_at', 'is', null).orderBy('term_key').execute()
}

/** Explains a term in the office's own words. @throws OfficeError `invalid` when there is one of that name */
export async function addTerm(desk: OfficeDesk, fields: GlossaryFields): Promise<ChangeReceipt & { id: string }> {
  const id = uuidv7()
  const written = await desk.write({ label: 'Begriff ins Glossar aufgenommen', record: { type, id } }, async (transaction) => {
    await refuseSecond(transaction, fields.term, id)
    await transaction.insert('glossary_term', { id, ...fields, term_key: sortKey(fields.term), deleted_at: null, deleted_by: null })
  })
  return { id, change: written.change, version: written.versions.get(id) ?? 1 }
}

/** @throws OfficeError `not-found`, `conflict`, `invalid` when there is another of that name */
export async function updateTerm(desk: OfficeDesk, id: string, version: number, fields: GlossaryFields): Promise<ChangeReceipt> {
  const written = await desk.write({ label: 'Begriff im Glossar geändert', record: { type, id } }, async (transaction) => {
    await transaction.expectVersion({ type, id }, version, () => transaction.database.selectFrom('glossary_term').select(columns).where('id', '=', id).executeTakeFirst())
    await refuseSecond(transaction, fields.term, id)
    await transaction.update('glossary_term', id, { ...fields, term_key: sortKey(fields.term) })
  })
  return { change: written.change, version: written.versions.get(id) ?? version }
}

/** Takes a term out again; it lies in the trash. @throws OfficeError `not-found`, `conflict` */
export async function removeTerm(desk: OfficeDesk, id: string, version: number): Promise<ChangeReceipt> {
  const written = await desk.write({ label: 'Begriff aus dem Glossar genommen', record: { type, id } }, async (transaction) => {
    await transaction.expectVersion({ type, id }, version)
    await transaction.trash({ type, id }, desk.person.id)
  })
  return { change: written.change, version: written.versions.get(id) ?? version }
}

async function refuseSecond(transaction: WriteTransaction<OfficeSchema>, term: string, id: string): Promise<void> {
  const same = await transaction.database.selectFrom('glossary_term').select('id').where('term', '=', term).where('id', '<>', id).where('deleted_at', 'is', null).executeTakeFirst()
  if (same) throw new OfficeError('invalid', { fields: { term: 'Dieser Begriff steht schon im Glossar des Büros.' } })
}
