import { uuidv7 } from 'uuidv7'
import { findStarter } from '../../../../shared/counselling/letters/starters.ts'
import { isoDay } from '../../../../shared/dates.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import { LAENDER } from '../../../../shared/vault/laender.ts'
import { proofNote, type Dispatch } from '../../correspondence/dispatch/service.ts'
import { contactEmail, type LetterShelf, type MadeFile } from '../../correspondence/shelf/service.ts'
import { dropOrphans, readContent } from '../../database/content-pieces.ts'
import type { CounsellingDesk, OfficeDesk } from '../../session.ts'
import { insertDeadline } from '../deadlines/service.ts'
import { expectUsable } from '../privacy/restriction.ts'
import { livingIn } from '../referrals/router.ts'
import { safetyOf } from '../safety/service.ts'
import { clientCopies } from './copies.ts'
import { storeLetterPaper } from './papers.ts'
import { statesOf } from './repository.ts'
import { getClientLetter } from './service.ts'
import { standingOfLetter } from './standing.ts'

/** Letters about clients. The office side is asked for letterhead, templates and addresses, and never hears why. */
export function clientShelf(desk: CounsellingDesk, office: OfficeDesk): LetterShelf {
  return {
    office,
    letter: async (id) => (await getClientLetter(desk, id)).letter,
    expectUsable: (id, choice) => expectMayLeave(desk, office, id, choice),
    states: async (id) => {
      await getClientLetter(desk, id)
      return statesOf(desk.database.read, id)
    },
    stateContent: (id) => readContent(desk.database.read, id),
    emailOf: ({ recipientId }) => contactEmail(office, recipientId),
    prove: (letter, choice, made) => noteDispatch(desk, letter.id, choice, made),
    copies: clientCopies(desk),
  }
}

/**
 * @throws OfficeError `forbidden` for a restricted case, `invalid` for a way that isn't safe for the client, and for others where the release by
 *   which the letter was finished is in force no more
 */
async function expectMayLeave(desk: CounsellingDesk, office: OfficeDesk, id: string, choice?: Pick<Dispatch, 'form' | 'way'>): Promise<void> {
  const found = await getClientLetter(desk, id)
  const { row, letter } = found
  await expectUsable(desk.database.read, row.case_id)
  if (choice === undefined) return
  if (letter.status === 'final' && (await standingOfLetter(desk, livingIn(office), found)).standing === 'missing') {
    throw new OfficeError('invalid', { detail: `Die Entbindung für „${letter.recipientName}“, mit der das Schreiben fertiggestellt wurde, gilt nicht mehr. Bitte eine neue eintragen oder am Schreiben den Grund angeben, der die Weitergabe erlaubt. Es wurde keine Datei geschrieben.` })
  }
  if (row.to_client === 0) return
  const { noLetters, noMessages } = await safetyOf(desk, row.case_id)
  if (noLetters && choice.form !== 'eml' && choice.way === 'post') throw new OfficeError('invalid', { detail: 'Sichere Kontaktwege: keine Briefe nach Hause. Bitte einen anderen Weg wählen, z. B. „Persönlich übergeben“. Es wurde keine Datei geschrieben.' })
  if (noMessages && (choice.form === 'eml' || choice.way === 'email')) throw new OfficeError('invalid', { detail: 'Sichere Kontaktwege: keine Nachrichten oder E-Mails. Bitte einen anderen Weg wählen. Es wurde keine Datei geschrieben.' })
}

/** The proof: the very file among the papers of the case, when, by which way and with which hash; and the follow-up, as one step. */
async function noteDispatch(desk: CounsellingDesk, id: string, choice: Dispatch, made: MadeFile): Promise<string> {
  await dropOrphans(desk.database, 'attachment')
  const found = await getClientLetter(desk, id)
  const { letter, row } = found
  const on = isoDay(new Date())
  const note = proofNote(choice, made)
  await desk.write({ label: 'Versand eingetragen', record: { type: 'client-letter', id } }, async (transaction) => {
    await storeLetterPaper(transaction, desk, found, { name: `Versandt: Schreiben ${letter.number}`, kind: made.kind, bytes: made.bytes, note, number: 0, words: '' })
    const deadlineId = row.follow_up_on === null || row.deadline_id !== null ? row.deadline_id : uuidv7()
    if (row.follow_up_on !== null && deadlineId !== null && row.deadline_id === null) {
      const title = findStarter(row.starter)?.followUp?.title ?? 'Antwort auf das Schreiben?'
      await insertDeadline(transaction, desk, {
        id: deadlineId, owner: { caseId: row.case_id, consultationId: null },
        texts: { title, task: '', place: letter.recipientName.slice(0, 500), note: `Schreiben ${letter.number} vom ${on.split('-').reverse().join('.')}` },
        // No law sets this day, and nothing ends on it: from it on the office asks.
        dating: { land: LAENDER.find(({ code }) => code === row.land)?.code ?? 'BB', calculation: null, taken: { dueOn: row.follow_up_on, dueTime: '', earliest: true, noticeText: '', reason: '' } },
      })
    }
    await transaction.update('client_letter', id, { sent_on: on, sent_way: choice.way, sent_note: note, deadline_id: deadlineId })
  })
  return letter.number
}
