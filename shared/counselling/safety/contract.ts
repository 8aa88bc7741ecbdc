import { z } from 'zod'
import { procedure } from '../../contract-base.ts'
import { changeReceiptSchema } from '../../records/model.ts'

const line = (max: number) => z.string().max(max, `Höchstens ${max} Zeichen.`).normalize('NFC').trim()

/** „Sichere Kontaktwege": how the office must not get in touch with the person of a case. */
export const contactSafety = z.object({
  noCalls: z.boolean(),
  noVoicemail: z.boolean(),
  noMessages: z.boolean(),
  noLetters: z.boolean(),
  /** Word by which both sides know each other. */
  codeWord: line(60),
  /** What is safe, in words. */
  note: line(300),
})
export type ContactSafety = z.infer<typeof contactSafety>

export const noSafety: ContactSafety = { noCalls: false, noVoicemail: false, noMessages: false, noLetters: false, codeWord: '', note: '' }

/** What must not be done, in the words of the banner. */
export function warningsOf({ noCalls, noVoicemail, noMessages, noLetters }: ContactSafety): string[] {
  return [
    ...(noCalls ? ['nicht anrufen'] : []), ...(noVoicemail ? ['nicht auf den Anrufbeantworter sprechen'] : []),
    ...(noMessages ? ['keine Nachrichten oder E-Mails'] : []), ...(noLetters ? ['keine Briefe nach Hause'] : []),
  ]
}

/** Whether there is anything to warn of. */
export function hasSafety(safety: ContactSafety): boolean {
  return warningsOf(safety).length > 0 || safety.codeWord !== '' || safety.note !== ''
}

/** A part of the case: its steps stand in the history of the case. */
export const safetyContract = {
  ofCase: procedure.input(z.object({ caseId: z.string().min(1).max(64) })).output(contactSafety),
  save: procedure.input(z.object({ caseId: z.string().min(1).max(64), fields: contactSafety })).output(changeReceiptSchema),
}
