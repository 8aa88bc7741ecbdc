import { uuidv7 } from 'uuidv7'
import { OfficeError } from '../../../../shared/errors.ts'
import type { ChangeReceipt } from '../../../../shared/records/model.ts'
import type { OfficeDesk } from '../../session.ts'
import { readStatement } from './repository.ts'
import { statementRef, type StatementTransaction } from './service.ts'

/** Adds a remark on a place of the text. Several people may remark at once, so no version is asked for. @throws OfficeError `not-found` */
export async function addComment(desk: OfficeDesk, { id, quote, nth, text }: { id: string; quote: string; nth: number; text: string }): Promise<ChangeReceipt> {
  return onComments(desk, id, 'Anmerkung geschrieben', (transaction) => transaction.insert('statement_comment', {
    id: uuidv7(), statement_id: id, quote, nth, text, author_id: desk.person.id, author_name: desk.person.name, at: transaction.now, resolved_at: null, resolved_by: '',
  }))
}

/** Resolves a remark or opens it again. @throws OfficeError `not-found` */
export async function resolveComment(desk: OfficeDesk, id: string, comment: string, resolved: boolean): Promise<ChangeReceipt> {
  const label = resolved ? 'Anmerkung erledigt' : 'Anmerkung wieder offen'
  return onComments(desk, id, label, (transaction) =>
    transaction.update('statement_comment', comment, { resolved_at: resolved ? transaction.now : null, resolved_by: resolved ? desk.person.name : '' }))
}

/** Removes a remark of one's own. @throws OfficeError `not-found`, `forbidden` for somebody else's */
export async function removeComment(desk: OfficeDesk, id: string, comment: string): Promise<ChangeReceipt> {
  return onComments(desk, id, 'Anmerkung entfernt', async (transaction) => {
    const row = await transaction.row('statement_comment', comment)
    if (row?.author_id !== desk.person.id) throw new OfficeError(row ? 'forbidden' : 'not-found', row ? { detail: 'Anmerkungen anderer werden erledigt, nicht gelöscht.' } : {})
    await transaction.remove('statement_comment', comment)
  })
}

async function onComments(desk: OfficeDesk, id: string, label: string, work: (transaction: StatementTransaction) => Promise<void>): Promise<ChangeReceipt> {
  const written = await desk.write({ label, record: statementRef(id) }, async (transaction) => {
    if (!await readStatement(transaction.database, id)) throw new OfficeError('not-found')
    await work(transaction)
  })
  return { change: written.change, version: written.versions.get(id) ?? 0 }
}
