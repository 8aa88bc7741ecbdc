import { emptyBody } from '../../../shared/correspondence/body.ts'
import { plainDispatch, type LetterFields } from '../../../shared/correspondence/letter.ts'
import { standardTemplate } from '../../../shared/correspondence/templates/built-in.ts'
import type { Recipient } from '../../../shared/correspondence/recipient.ts'
import type { MailWay } from '../../../shared/correspondence/statements/workflow.ts'
import { impersonalSalutation } from '../../../shared/correspondence/salutation.ts'
import type { Letterhead } from '../../../shared/settings/letterhead.ts'
import { phrasesFor } from './phrases.ts'

/**
 * Gives the fields that a letter begins with: recipient and date, and what the letterhead says of contact and signature;
 * where it says nothing, the person who begins the letter.
 */
export function newLetterFields(
  day: string,
  letterhead: Letterhead,
  personName: string,
  recipient: (Recipient & { recipientId: string; way?: MailWay }) | null,
): LetterFields {
  return {
    recipientId: null,
    recipientName: '',
    addressLines: [],
    salutation: impersonalSalutation,
    ...(recipient && { recipientId: recipient.recipientId, recipientName: recipient.recipientName, addressLines: recipient.addressLines, salutation: recipient.salutation }),
    addressNotes: [],
    yourReference: '',
    yourMessageOf: '',
    ourReference: '',
    contactPerson: letterhead.contactPerson || personName,
    date: day,
    subject: '',
    body: emptyBody,
    closing: letterhead.closing || (phrasesFor(day).closings[0]?.label ?? ''),
    signatureAuthority: letterhead.signatureAuthority,
    signatureAddition: letterhead.signatureAddition,
    signatureName: letterhead.signatureName || personName,
    enclosures: [],
    copies: [],
    template: standardTemplate,
    particulars: {},
    ...plainDispatch,
    // Copied, because a form changes its own lists.
    recipients: [],
    orders: [],
    enclosedPapers: {},
    ...(recipient?.way && { way: recipient.way }),
  }
}
