import { uuidv7 } from 'uuidv7'
import { letterFileName } from '../../../../shared/correspondence/letter-number.ts'
import { embargoBinds, localMinute, minuteText } from '../../../../shared/correspondence/press/embargo.ts'
import { pressFollowUpDays } from '../../../../shared/correspondence/press/catalogue.ts'
import type { Release } from '../../../../shared/correspondence/press/model.ts'
import { releaseAsText } from '../../../../shared/correspondence/press/text.ts'
import type { MailWay } from '../../../../shared/correspondence/statements/workflow.ts'
import { isoDay } from '../../../../shared/dates.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import { addDays } from '../../../../shared/holidays/days.ts'
import type { ChangeReceipt } from '../../../../shared/records/model.ts'
import { getList } from '../../directory/lists/service.ts'
import { mailRecipients, noteEmails } from '../../directory/output/service.ts'
import { sha256 } from '../../edited-file.ts'
import type { FileGrants } from '../../file-grants.ts'
import type { OfficeDesk } from '../../session.ts'
import { getLetterhead } from '../../settings/service.ts'
import { attachmentKind, mailAttachment } from '../dispatch/service.ts'
import { emlDraft } from '../dispatch/eml.ts'
import { openPlaces } from '../dispatch/open-places.ts'
import { findPdfPrograms } from '../dispatch/pdf-programs.ts'
import { officeShelf } from '../office-shelf.ts'
import { storePaper } from '../register/documents-service.ts'
import { enter } from '../register/enter.ts'
import { readInThread } from '../register/reading/paper-reader.ts'
import { getLetter } from '../service.ts'
import { changeRelease, getRelease, type ReleaseTransaction } from './releases-service.ts'

const types = { pdf: 'application/pdf', docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' } as const
const request = (listId: string, despite: boolean) => ({ source: { kind: 'list' as const, id: listId }, purpose: '', use: 'internal' as const, despite, byChannel: true })

/** Who would get a release by mail and who not and why, what would be attached and what is missing in it. @throws OfficeError `not-found` */
export async function planSending(desk: OfficeDesk, { id, listId, despite }: { id: string; listId: string; despite: boolean }) {
  const letter = await getLetter(desk, (await getRelease(desk, id)).letterId)
  const { recipients, leftOut } = await mailRecipients(desk, request(listId, despite))
  return { email: recipients, otherwise: leftOut.map(({ id: contact, name, reason }) => ({ id: contact, name, reason })), attachment: attachmentKind(letter), missing: await openPlaces(officeShelf(desk), letter) }
}

/**
 * Writes a mail draft that nobody sees the other addresses of, with the release as text and as file; enters it into the Postausgang with
 * the file and notes who gets it.
 * @throws OfficeError `invalid` for a release that isn't released, without recipients, or within the embargo without `embargoSeen`; `not-found`,
 *   `conflict`, `forbidden`, `disk-full`, `read-only`
 */
export async function sendRelease(
  desk: OfficeDesk, grants: FileGrants, choice: { id: string; version: number; listId: string; without: readonly string[]; despite: boolean; embargoSeen: boolean; grant: string },
  now = localMinute(new Date()), programs = findPdfPrograms(),
): Promise<ChangeReceipt & { recipients: number; entry: string; attachment: 'pdf' | 'docx' }> {
  const release = await getRelease(desk, choice.id)
  mayLeave(release, choice.embargoSeen, now)
  const letter = await getLetter(desk, release.letterId)
  const { recipients: all } = await mailRecipients(desk, request(choice.listId, choice.despite))
  const recipients = all.filter(({ id }) => !choice.without.includes(id))
  if (recipients.length === 0) throw new OfficeError('invalid', { detail: 'Es ist niemand übrig, der die Mitteilung per E-Mail bekommt.' })
  const { title } = await getList(desk, choice.listId)
  const { letterhead } = await getLetterhead(desk)
  const { kind, bytes } = await mailAttachment(officeShelf(desk), letter, programs)
  const addresses = new Map(recipients.map(({ target }) => [target.toLowerCase(), target]))
  grants.write(choice.grant, emlDraft({
    from: letterhead.email, to: letterhead.email, bcc: [...addresses.values()],
    subject: `${embargoBinds(release.embargoAt, now) ? `[Sperrfrist ${minuteText(release.embargoAt)}] ` : ''}Pressemitteilung: ${letter.subject}`,
    text: releaseAsText(letter),
    attachments: [{ name: letterFileName(letter.number).replace(/^Schreiben/u, 'Pressemitteilung').replace(/docx$/u, kind), type: types[kind], bytes }],
  }))
  const read = await readInThread(bytes, kind)
  const today = isoDay(new Date())
  let number = ''
  const receipt = await changeRelease(desk, choice.id, choice.version, { label: 'Pressemitteilung versandt' }, async (transaction) => {
    const entryId = await enter(transaction, desk, {
      direction: 'out', on: today, kind: 'press', way: 'email', contactId: null, correspondent: `Medien (${recipients.length} Empfänger)`, subject: letter.subject, reference: letter.number,
      followUpOn: null, assigneeId: null, assigneeName: '', note: `Verteiler „${title}“, E-Mail-Entwurf mit Bcc · Prüfwert SHA-256 ${sha256(bytes)}`,
    }, { record: { type: 'letter', id: letter.id } })
    await storePaper(transaction, desk, { type: 'register-entry', id: entryId }, { name: `Versandt: Pressemitteilung ${letter.number}`, kind, bytes, read }, null)
    number = (await transaction.database.selectFrom('register_entry').select('number').where('id', '=', entryId).executeTakeFirstOrThrow()).number
    await transaction.update('press_release', release.id, { list_id: choice.listId })
    await deliver(transaction, release, recipients.map(({ id, name }) => ({ contactId: id, name })), { way: 'email', on: today, entry: number })
  })
  await noteEmails(desk, { ...request(choice.listId, choice.despite), format: 'email' })
  return { ...receipt, recipients: recipients.length, entry: number, attachment: kind }
}

/** Notes that others got the release on another way. @throws OfficeError `invalid`, `not-found`, `conflict` as {@link sendRelease} */
export async function noteDelivery(
  desk: OfficeDesk, { id, version, recipients, way, on, embargoSeen }: { id: string; version: number; recipients: readonly { contactId: string | null; name: string }[]; way: MailWay; on: string; embargoSeen: boolean },
  now = localMinute(new Date()),
): Promise<ChangeReceipt> {
  return changeRelease(desk, id, version, { label: 'Weitergabe vermerkt' }, async (transaction, stored) => {
    mayLeave(stored, embargoSeen, now)
    await deliver(transaction, stored, recipients, { way, on, entry: '' })
  })
}

/** @throws OfficeError `invalid` for what may not leave the office now */
function mayLeave(release: Release, embargoSeen: boolean, now: string): void {
  if (release.trashed || release.letterTrashed) throw new OfficeError('not-found')
  if (release.state !== 'released' && release.state !== 'sent') throw new OfficeError('invalid', { detail: 'Versandt wird nur eine freigegebene Mitteilung. Bitte zuerst die Freigabe eintragen.' })
  if (embargoBinds(release.embargoAt, now) && !embargoSeen) {
    throw new OfficeError('invalid', { detail: `Die Sperrfrist läuft bis ${minuteText(release.embargoAt)}. Vorher wird nur versandt, wenn Sie das ausdrücklich bestätigen.` })
  }
}

async function deliver(
  transaction: ReleaseTransaction, release: Release, recipients: readonly { contactId: string | null; name: string }[], { way, on, entry }: { way: MailWay; on: string; entry: string },
): Promise<void> {
  for (const { contactId, name } of recipients) await transaction.insert('press_delivery', { id: uuidv7(), release_id: release.id, contact_id: contactId, name, way, sent_on: on, entry })
  await transaction.update('press_release', release.id, {
    state: 'sent', sent_on: release.sentOn ?? on, ...(release.followUpOn === null && { follow_up_on: addDays(on, pressFollowUpDays(on)) }),
  })
}
