import { uuidv7 } from 'uuidv7'
import { embargoPrinted } from '../../../../shared/correspondence/press/embargo.ts'
import type { Quote, Release, ReleaseInput, ReleaseListItem } from '../../../../shared/correspondence/press/model.ts'
import { printedQuotes } from '../../../../shared/correspondence/press/text.ts'
import { fitsRelease, releaseStateLabels, type ReleaseAction } from '../../../../shared/correspondence/press/workflow.ts'
import type { LetterFields } from '../../../../shared/correspondence/letter.ts'
import type { Particulars } from '../../../../shared/correspondence/templates/kinds.ts'
import { isoDay } from '../../../../shared/dates.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import type { ChangeReceipt } from '../../../../shared/records/model.ts'
import type { Action } from '../../database/change-log.ts'
import type { OfficeSchema } from '../../database/office/schema.ts'
import type { WriteTransaction } from '../../database/write-transaction.ts'
import type { OfficeDesk } from '../../session.ts'
import { getLetterhead } from '../../settings/service.ts'
import { newLetterFields } from '../new-letter.ts'
import { letterColumns, readLetter } from '../repository.ts'
import { storeLetter } from '../store-letter.ts'
import { keepVersion } from '../versions/keep.ts'
import { listReleases, readRelease, releaseColumns, type ReleaseQuery } from './releases-repository.ts'
import { readPressSettings } from './settings.ts'

export type ReleaseTransaction = WriteTransaction<OfficeSchema>
const ref = (id: string) => ({ type: 'press-release', id })

/** One page of releases. */
export async function findReleases(desk: OfficeDesk, query: ReleaseQuery): Promise<{ releases: ReleaseListItem[]; total: number }> {
  return listReleases(desk.database.read, query)
}

/** One release, also from the trash. @throws OfficeError `not-found` */
export async function getRelease(desk: OfficeDesk, id: string): Promise<Release> {
  const release = await readRelease(desk.database.read, id)
  if (!release) throw new OfficeError('not-found')
  return release
}

/** The release that a letter is the text of; null if none. */
export async function releaseOfLetter(desk: OfficeDesk, letterId: string): Promise<Pick<Release, 'id' | 'embargoAt' | 'state'> | null> {
  const row = await desk.database.read.selectFrom('press_release').select(['id', 'embargo_at', 'state']).where('letter_id', '=', letterId).where('deleted_at', 'is', null).executeTakeFirst()
  return row ? { id: row.id, embargoAt: row.embargo_at, state: row.state } : null
}

/** Begins a release: the letter that is its text, with embargo, boilerplate and contact, and what is kept beside it. */
export async function createRelease(
  desk: OfficeDesk, { title, topic, embargoAt }: { title: string; topic: string; embargoAt: string | null }, day = isoDay(new Date()),
): Promise<ChangeReceipt & { id: string; letterId: string }> {
  const { letterhead } = await getLetterhead(desk)
  const { settings } = await readPressSettings(desk.database.read)
  const fields: LetterFields = {
    ...newLetterFields(day, letterhead, desk.person.name, null), subject: title, template: 'builtin:pressemitteilung', recipientName: 'Medien',
    particulars: { sperrfrist: embargoPrinted(embargoAt), abbinder: settings.boilerplate, kontakt: settings.contact },
  }
  const id = uuidv7()
  const written = await desk.write({ label: 'Pressemitteilung begonnen', record: ref(id) }, async (transaction) => {
    const letter = await storeLetter(transaction, desk, fields, { status: 'draft' })
    await transaction.insert('press_release', {
      id, letter_id: letter.id, state: 'draft', topic, embargo_at: embargoAt, list_id: '', submitted_on: null, submitted_to: '', released_on: null, released_by: '', return_note: '',
      sent_on: null, follow_up_on: null, follow_up_done_on: null, note: '', deleted_at: null, deleted_by: null,
    })
    return letter.id
  })
  return { id, letterId: written.value, change: written.change, version: written.versions.get(id) ?? 1 }
}

/** Stores the fields given; the embargo goes into the text. @throws OfficeError `conflict`, `not-found`, `invalid` for an embargo of a text that is fixed */
export async function updateRelease(desk: OfficeDesk, id: string, version: number, fields: Partial<ReleaseInput>): Promise<ChangeReceipt> {
  return changeRelease(desk, id, version, { label: 'Pressemitteilung geändert', coalesce: `press-release:${id}` }, async (transaction, stored) => {
    await transaction.update('press_release', id, releaseColumns(fields))
    if (fields.embargoAt !== undefined && fields.embargoAt !== stored.embargoAt) await print(transaction, stored, { sperrfrist: embargoPrinted(fields.embargoAt) }, 'Die Sperrfrist')
  })
}

/** Replaces the quotes; those released are printed. @throws OfficeError `conflict`, `not-found`, `invalid` for a text that is fixed */
export async function setQuotes(desk: OfficeDesk, id: string, version: number, quotes: readonly Quote[]): Promise<ChangeReceipt> {
  if (quotes.some(({ grantedOn, refusedOn }) => grantedOn !== null && refusedOn !== null)) throw new OfficeError('invalid', { detail: 'Ein Zitat ist entweder freigegeben oder abgelehnt.' })
  return changeRelease(desk, id, version, { label: 'Zitate geändert', coalesce: `press-quotes:${id}` }, async (transaction, stored) => {
    await transaction.replaceRows('press_quote', 'release_id', id, quotes.map((quote, position) => ({
      id: quote.id, release_id: id, position, contact_id: quote.contactId, name: quote.name, role: quote.role, text: quote.text, asked_on: quote.askedOn,
      granted_on: quote.grantedOn, refused_on: quote.refusedOn,
    })))
    const printed = printedQuotes(quotes)
    if (printed !== printedQuotes(stored.quotes)) await print(transaction, stored, { zitat: printed }, 'Ein Zitat')
  })
}

/**
 * Moves a release on its way over the Pressestelle. Being released fixes the text; taking it up again opens it.
 * @throws OfficeError `conflict`, `not-found`, `invalid` where the action doesn't fit or a quote is still open
 */
export async function actOnRelease(desk: OfficeDesk, id: string, version: number, { action, by, on, note }: { action: ReleaseAction; by: string; on: string | null; note: string }): Promise<ChangeReceipt> {
  const labels: Record<ReleaseAction, string> = {
    submit: 'An die Pressestelle gegeben', return: 'Von der Pressestelle zurück', release: 'Pressemitteilung freigegeben', reopen: 'Pressemitteilung wieder aufgenommen', drop: 'Nicht veröffentlicht',
  }
  const day = on ?? isoDay(new Date())
  return changeRelease(desk, id, version, { label: labels[action] }, async (transaction, stored) => {
    if (!fitsRelease(action, stored.state)) throw new OfficeError('invalid', { detail: `Das ist im Stand „${releaseStateLabels[stored.state]}“ nicht möglich.` })
    if (action === 'submit') await transaction.update('press_release', id, { state: 'review', submitted_on: day, submitted_to: by || (await readPressSettings(transaction.database)).settings.officeName || 'Pressestelle', return_note: '' })
    else if (action === 'return') await transaction.update('press_release', id, { state: 'draft', return_note: note })
    else if (action === 'drop') await transaction.update('press_release', id, { state: 'dropped' })
    else if (action === 'reopen') {
      await transaction.update('letter', stored.letterId, { status: 'draft' })
      await transaction.update('press_release', id, { state: 'draft', released_on: null, released_by: '' })
    } else {
      const open = stored.quotes.find(({ grantedOn, refusedOn }) => grantedOn === null && refusedOn === null)
      if (open) throw new OfficeError('invalid', { detail: `Das Zitat von ${open.name} ist noch nicht freigegeben. Bitte die Freigabe eintragen oder das Zitat herausnehmen.` })
      await transaction.update('press_release', id, { state: 'released', released_on: day, released_by: by || stored.submittedTo || desk.person.name })
      if (!stored.final) {
        await transaction.update('letter', stored.letterId, { status: 'final' })
        await keepVersion(transaction, desk, stored.letterId, { kind: 'final', note: 'Freigegeben' })
      }
    }
  })
}

/** A release whose letter is taken up again elsewhere is no longer released: what was released and what can be changed are never the same text. */
export async function reopenReleaseOf(transaction: ReleaseTransaction, letterId: string): Promise<void> {
  const release = await transaction.database.selectFrom('press_release').select('id').where('letter_id', '=', letterId).where('state', 'in', ['released', 'sent']).executeTakeFirst()
  if (release) await transaction.update('press_release', release.id, { state: 'draft', released_on: null, released_by: '' })
}

/** Says that the follow-up is done, or isn't. @throws OfficeError `conflict`, `not-found` */
export async function setReleaseFollowUp(desk: OfficeDesk, id: string, version: number, done: boolean): Promise<ChangeReceipt> {
  return changeRelease(desk, id, version, { label: done ? 'Nachfrage erledigt' : 'Nachfrage wieder offen' }, (transaction) =>
    transaction.update('press_release', id, { follow_up_done_on: done ? isoDay(new Date()) : null }))
}

/** Moves a release and its letter to the trash; the number stays taken. @throws OfficeError `conflict`, `not-found` */
export async function removeRelease(desk: OfficeDesk, id: string, version: number): Promise<ChangeReceipt> {
  return changeRelease(desk, id, version, { label: 'Pressemitteilung gelöscht' }, async (transaction, stored) => {
    await transaction.trash(ref(id), desk.person.id)
    if (!stored.letterTrashed) await transaction.trash({ type: 'letter', id: stored.letterId }, desk.person.id)
  })
}

/** One change of a release that the window has seen in `version`. @throws OfficeError `conflict`, `not-found` */
export async function changeRelease(
  desk: OfficeDesk, id: string, version: number, action: Omit<Action, 'record'>, work: (transaction: ReleaseTransaction, stored: Release) => Promise<void>,
): Promise<ChangeReceipt> {
  const written = await desk.write({ ...action, record: ref(id) }, async (transaction) => {
    await transaction.expectVersion(ref(id), version, () => readRelease(transaction.database, id))
    const stored = await readRelease(transaction.database, id)
    if (!stored) throw new OfficeError('not-found')
    await work(transaction, stored)
  })
  return { change: written.change, version: written.versions.get(id) ?? version }
}

/** Writes into the text what is kept beside it. @throws OfficeError `invalid` when the text is fixed */
async function print(transaction: ReleaseTransaction, { letterId, final }: Release, particulars: Particulars, what: string): Promise<void> {
  const letter = await readLetter(transaction.database, letterId)
  if (!letter) throw new OfficeError('not-found')
  if (final) throw new OfficeError('invalid', { detail: `${what} steht in der freigegebenen Fassung. Bitte zuerst „Wieder aufnehmen“ wählen.` })
  await transaction.update('letter', letterId, letterColumns({ particulars: { ...letter.particulars, ...particulars } }))
}
