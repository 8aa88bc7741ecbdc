import type { Contact } from '../../../../shared/directory/contact.ts'
import { preferredOf } from '../../../../shared/directory/model.ts'
import { slipSheet, type Reach } from '../../../../shared/counselling/releases/sheet.ts'
import { releaseState } from '../../../../shared/counselling/releases/model.ts'
import { isoDay } from '../../../../shared/dates.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import type { Letterhead } from '../../../../shared/settings/letterhead.ts'
import type { FileGrants } from '../../file-grants.ts'
import type { CounsellingDesk } from '../../session.ts'
import { expectUsable } from '../privacy/restriction.ts'
import { clientOf, paperOf, type PaperChoice } from '../releases/outputs.ts'
import { getRelease } from '../releases/service.ts'
import { coverPdf } from './cover-pdf.ts'
import { getReferral } from './service.ts'

/** Reads a contact of the directory; null when it is gone. */
export type ReadContact = (id: string) => Promise<Contact | null>

/** Writes the slip for the client. @throws OfficeError `not-found`, `forbidden`, `invalid`, `disk-full`, `read-only` */
export async function saveSlip(
  desk: CounsellingDesk, grants: FileGrants, letterhead: Letterhead, readContact: ReadContact, { id, grant, ...choice }: { id: string; grant: string } & PaperChoice,
): Promise<void> {
  const referral = await getReferral(desk, id)
  await expectUsable(desk.database.read, referral.caseId)
  const contact = referral.contactId === null ? null : await readContact(referral.contactId)
  grants.write(grant, await paperOf(desk, slipSheet(referral, reachOf(contact), letterhead), { ...choice, title: 'Hier bekommen Sie Hilfe', points: 13 }))
}

/**
 * Writes the covering sheet for the other office. What stands in it was released by the client, so it is refused as soon as the
 * release is over or withdrawn.
 * @throws OfficeError `invalid` without a valid release, `not-found`, `forbidden`, `disk-full`, `read-only`
 */
export async function saveCover(
  desk: CounsellingDesk, grants: FileGrants, letterhead: Letterhead, { id, grant, withName }: { id: string; grant: string; withName: boolean },
): Promise<void> {
  const referral = await getReferral(desk, id)
  await expectUsable(desk.database.read, referral.caseId)
  const release = referral.handOver === 'release' && referral.releaseId !== null ? await getRelease(desk, referral.releaseId) : null
  const state = release === null ? null : releaseState(release, isoDay(new Date()))
  if (release === null || release.trashed || state !== 'valid') {
    const reason = state === null ? 'Zu dieser Verweisung gibt es keine Entbindung von der Schweigepflicht.' : state === 'revoked' ? 'Die Entbindung ist widerrufen.' : 'Die Entbindung gilt heute nicht.'
    throw new OfficeError('invalid', { detail: `${reason} Das Begleitblatt würde Angaben weitergeben; es wurde nichts geschrieben. Der Zettel für die ratsuchende Person lässt sich immer drucken.` })
  }
  const client = withName ? await clientOf(desk, release.caseId, 'Begleitblatt gedruckt') : { name: '', birthDate: '' }
  grants.write(grant, await coverPdf({ referral, release, client, letterhead }))
}

function reachOf(contact: Contact | null): Reach {
  if (contact === null || contact.trashed) return { address: '', phone: '', email: '' }
  const address = preferredOf(contact.addresses)
  const channel = (kinds: readonly string[]): string => preferredOf(contact.channels.filter(({ kind }) => kinds.includes(kind)))?.value ?? ''
  const lines = address ? [address.street, address.extra, `${address.postalCode} ${address.place}`.trim()] : []
  return { address: lines.filter(Boolean).join(', '), phone: channel(['phone', 'mobile']), email: channel(['email']) }
}
