import type { LetterBody } from '../../shared/correspondence/body.ts'
import type { SerialEnclosure } from '../../shared/correspondence/serial/model.ts'
import type { OfficeSchema } from './database/office/schema.ts'
import type { WriteTransaction } from './database/write-transaction.ts'
import type { OfficeDesk } from './session.ts'

/** A file that goes along with one letter. Its name is neutral: it lies outside of the vault. */
interface EnclosedFile { name: string; type: string; bytes: Uint8Array }

/**
 * A feature that gives the letters of a run something for each recipient: „Anlage je Empfänger". Features of the office side join by being listed in
 * `electron/office/serial-enclosures.ts`.
 */
export interface EnclosureSource {
  /** As runs name it. */
  kind: string
  /** The files for one recipient; none for a contact that it has nothing for. @throws OfficeError `not-found` when what they are made of is gone */
  files(desk: OfficeDesk, enclosure: SerialEnclosure, contactId: string): Promise<EnclosedFile[]>
  /** The text of the letter with what it says to this recipient alone. */
  body?(desk: OfficeDesk, enclosure: SerialEnclosure, contactId: string, body: LetterBody): Promise<LetterBody>
  /** Notes in the transaction that ends the run who got a letter. */
  issued?(transaction: WriteTransaction<OfficeSchema>, desk: OfficeDesk, enclosure: SerialEnclosure, contactIds: readonly string[]): Promise<void>
}
