import { bodyFromText, type BlockNode } from '../../../../shared/correspondence/body.ts'
import { filledText, reminderText } from '../../../../shared/correspondence/statements/catalogue.ts'
import { effectiveDue, type Contributor, type Statement } from '../../../../shared/correspondence/statements/model.ts'
import { contributorRoleLabels, replyLabel, writingStates, type Reply } from '../../../../shared/correspondence/statements/workflow.ts'
import { germanDate, isoDay } from '../../../../shared/dates.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import type { ChangeReceipt } from '../../../../shared/records/model.ts'
import type { OfficeDesk } from '../../session.ts'
import { letterColumns, readLetter } from '../repository.ts'
import { storeLetter } from '../store-letter.ts'
import { letterTo } from './draft.ts'
import { note } from './extension.ts'
import { changeStatement, getStatement } from './service.ts'

/** What somebody was asked, answered: a co-signature with one key, or a contribution with its words. @throws OfficeError `conflict`, `not-found` */
export async function replyTo(
  desk: OfficeDesk, id: string, version: number, { contributor, reply, remark }: { contributor: string; reply: Reply; remark: string }, today = isoDay(new Date()),
): Promise<ChangeReceipt> {
  return changeStatement(desk, id, version, { label: 'Antwort zur Mitwirkung' }, async (transaction, stored) => {
    const each = contributorOf(stored, contributor)
    await transaction.update('statement_contributor', contributor, { reply, replied_on: reply === '' ? null : today, ...(remark !== '' && { remark }) })
    await note(transaction, desk, id, 'reply', [`${each.name}: ${replyLabel(each.role, reply)}.`, remark].filter(Boolean).join(' '))
  })
}

/**
 * Reminds somebody who hasn't answered, with a new day; a contact gets a letter if wanted.
 * @throws OfficeError `invalid` for who has answered or a day that has gone, `conflict`, `not-found`
 */
export async function remind(
  desk: OfficeDesk, id: string, version: number, { contributor, dueOn, letter }: { contributor: string; dueOn: string; letter: boolean }, today = isoDay(new Date()),
): Promise<ChangeReceipt & { letterId: string | null }> {
  const before = await getStatement(desk, id)
  const each = contributorOf(before, contributor)
  if (each.reply !== '') throw new OfficeError('invalid', { detail: `${each.name} hat schon geantwortet.` })
  if (dueOn < today) throw new OfficeError('invalid', { fields: { dueOn: 'Bitte einen Tag ab heute wählen.' } })
  const fields = letter ? { ...await letterTo(desk, each.contactId, each.name, today), subject: `Erinnerung: ${before.subject}`, body: bodyFromText(reminderLines(before, each, dueOn).join('\n')) } : null
  let letterId: string | null = null
  const receipt = await changeStatement(desk, id, version, { label: 'An Mitwirkung erinnert' }, async (transaction) => {
    if (fields) letterId = (await storeLetter(transaction, desk, fields, { status: 'draft' })).id
    await transaction.update('statement_contributor', contributor, { reminded_on: today, requested_on: each.requestedOn ?? today, due_on: dueOn })
    await note(transaction, desk, id, 'remind', `${each.name}, neuer Termin ${germanDate(dueOn)}`)
  })
  return { ...receipt, letterId }
}

/** Puts the words of a contribution at the end of the draft, below the name of whoever wrote them. @throws OfficeError `invalid`, `conflict`, `not-found` */
export async function takeContribution(desk: OfficeDesk, id: string, version: number, contributor: string): Promise<ChangeReceipt> {
  return changeStatement(desk, id, version, { label: 'Zuarbeit in den Text übernommen' }, async (transaction, stored) => {
    const { name, contribution } = contributorOf(stored, contributor)
    const letter = stored.letterId === null ? null : await readLetter(transaction.database, stored.letterId)
    if (!letter || letter.status === 'final' || !writingStates.includes(stored.state)) throw new OfficeError('invalid', { detail: 'Der Text kann jetzt nicht geändert werden. Die Zuarbeit bleibt hier stehen.' })
    if (contribution.trim() === '') throw new OfficeError('invalid', { detail: 'Die Zuarbeit hat noch keinen Wortlaut.' })
    const heading: BlockNode = { type: 'heading', attrs: { level: 3 }, content: [{ type: 'text', text: name }] }
    await transaction.update('letter', letter.id, letterColumns({ body: { ...letter.body, content: [...letter.body.content, heading, ...bodyFromText(contribution).content] } }))
  })
}

/** @throws OfficeError `not-found` */
function contributorOf({ contributors }: Statement, id: string): Contributor {
  const found = contributors.find((each) => each.id === id)
  if (!found) throw new OfficeError('not-found')
  return found
}

function reminderLines(statement: Statement, { role, dueOn }: Contributor, until: string): string[] {
  const due = effectiveDue(statement)
  return filledText(reminderText, {
    gegenstand: statement.subject, aufgabe: contributorRoleLabels[role], termin: dueOn === null ? 'zum vereinbarten Termin' : germanDate(dueOn),
    frist: due === null ? 'nächstmöglichen Tag' : germanDate(due), neu: germanDate(until),
  })
}
