import { counselling } from '../../procedures.ts'
import { addToProtectedNotes, getProtectedNote, saveProtectedNote } from './service.ts'

const { protectedNotes } = counselling.counselling

/** The Leitung's notes about contacts. */
export const protectedNotesRouter = {
  get: protectedNotes.get.handler(({ context, input }) => getProtectedNote(context.desk, input.contactId)),
  add: protectedNotes.add.handler(({ context, input }) => addToProtectedNotes(context.desk, input.notes, input.along)),
  save: protectedNotes.save.handler(({ context, input }) => saveProtectedNote(context.desk, input.contactId, input.version, input.text)),
}
