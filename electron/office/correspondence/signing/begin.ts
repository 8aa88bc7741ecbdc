import type { LetterFields } from '../../../../shared/correspondence/letter.ts'
import type { Recipient } from '../../../../shared/correspondence/recipient.ts'
import { additionFor, signedBy, unsaidSignatory, writtenBy } from '../../../../shared/correspondence/signing/model.ts'
import type { MailWay } from '../../../../shared/correspondence/statements/workflow.ts'
import type { OfficeDesk } from '../../session.ts'
import { getLetterhead } from '../../settings/service.ts'
import { newLetterFields } from '../new-letter.ts'
import { readSignatories } from './repository.ts'

/**
 * What a letter of the office begins with: recipient, letterhead, and who writes and signs. Whoever begins it writes it; the person whom
 * the letterhead names signs, and where it names nobody, whoever begins it, with the addition that the rule gives.
 */
export async function beginLetter(desk: OfficeDesk, day: string, recipient: (Recipient & { recipientId: string; way?: MailWay }) | null): Promise<LetterFields> {
  const { letterhead } = await getLetterhead(desk)
  const fields = newLetterFields(day, letterhead, desk.person.name, recipient)
  const signatories = await readSignatories(desk.database.read)
  const own = signatories.find(({ personId }) => personId === desk.person.id)
  const signer = signatories.find(({ personId }) => personId === letterhead.signerId)
  return {
    ...fields,
    // As long as nobody has said how somebody signs, letters look as the letterhead has it.
    ...(own ? writtenBy(own) : { editorId: desk.person.id, editorName: desk.person.name }),
    ...(signer ? signedBy(signer, letterhead) : letterhead.signatureName !== '' ? {} : own ? signedBy(own, letterhead) : {
      signerId: desk.person.id, signatureAddition: letterhead.signatureAddition || additionFor(unsaidSignatory(desk.person).rule),
    }),
  }
}
