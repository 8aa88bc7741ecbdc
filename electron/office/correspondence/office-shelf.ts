import { uuidv7 } from 'uuidv7'
import type { Letter } from '../../../shared/correspondence/letter.ts'
import { isoDay } from '../../../shared/dates.ts'
import { readContent } from '../database/content-pieces.ts'
import type { OfficeDesk } from '../session.ts'
import { fileFactsOf } from './copies/file-facts.ts'
import type { Dispatch } from './dispatch/choice.ts'
import { withDoneMarks } from './directives/service.ts'
import { proofNote } from './dispatch/service.ts'
import { storePaper } from './register/documents-service.ts'
import { enter } from './register/enter.ts'
import { getEntry } from './register/entries-service.ts'
import { readInThread } from './register/reading/paper-reader.ts'
import { officeCopies, versionsOf } from './round-trip/versions.ts'
import { getLetter } from './service.ts'
import { contactEmail, type LetterShelf, type MadeFile } from './shelf/service.ts'

/** The letters of the register. */
export function officeShelf(desk: OfficeDesk): LetterShelf {
  return {
    office: desk,
    letter: (id) => getLetter(desk, id),
    onPaper: (letter) => withDoneMarks(desk, letter),
    fileFacts: (letter) => fileFactsOf(desk, letter),
    expectUsable: async () => {},
    states: (letterId) => versionsOf(desk, letterId),
    stateContent: (stateId) => readContent(desk.database.read, stateId),
    emailOf: ({ recipientId }) => contactEmail(desk, recipientId),
    prove: (letter, choice, made) => enterDispatch(desk, letter, choice, made),
    copies: officeCopies(desk),
  }
}

/** The proof: a line of the Postausgang with the very file, its hash and what made it. */
async function enterDispatch(desk: OfficeDesk, letter: Letter, choice: Dispatch, made: MadeFile): Promise<string> {
  const { bytes, kind } = made
  const read = await readInThread(bytes, kind)
  const id = uuidv7()
  await desk.write({ label: 'Versand eingetragen', record: { type: 'register-entry', id } }, async (transaction) => {
    await enter(transaction, desk, {
      direction: 'out', on: isoDay(new Date()), kind: 'letter', way: choice.way, contactId: letter.recipientId, correspondent: letter.recipientName || 'Ohne Namen',
      subject: letter.subject || `Schreiben ${letter.number}`, reference: letter.number, followUpOn: choice.followUpOn ?? null, assigneeId: null, assigneeName: '',
      note: proofNote(choice, made),
    }, { id, record: { type: 'letter', id: letter.id } })
    await storePaper(transaction, desk, { type: 'register-entry', id }, { name: `Versandt: Schreiben ${letter.number}`, kind, bytes, read }, null)
  })
  return (await getEntry(desk, id)).number
}
