import { letterDate } from '../letter-date.ts'
import type { LetterFields } from '../letter.ts'
import { mailWayLabels, type MailWay } from '../statements/workflow.ts'
import type { CopyPart } from './copy-part.ts'
import { copyKindLabels, fileCopy, mainCopy, noFileFacts, type CopyKind, type FileFacts, type LetterRecipient } from './model.ts'
import { bodyFor } from './passages.ts'

type Written = LetterFields & { number: string; status?: 'draft' | 'final' }

/** A paper that a letter makes. */
export interface LetterCopy {
  /** `main`, `draft`, or the id of a further recipient. */
  key: string
  kind: CopyKind
  name: string
  contactId: string | null
  way: MailWay | null
}

/** The papers of a letter in their order: to everybody it goes to, and the one for the file. */
export function copiesOf(letter: Pick<LetterFields, 'recipientId' | 'recipientName' | 'addressLines' | 'way' | 'recipients'>): LetterCopy[] {
  return [
    { key: mainCopy, kind: 'original', name: firstName(letter), contactId: letter.recipientId, way: letter.way },
    ...ordered(letter.recipients).map(({ id, role, name, contactId, way }): LetterCopy => ({ key: id, kind: role, name, contactId, way })),
    { key: fileCopy, kind: 'draft', name: 'für die Akte', contactId: null, way: null },
  ]
}

/** How a copy is called in a list. */
export function copyLabel({ kind, name }: Pick<LetterCopy, 'kind' | 'name'>): string {
  return [copyKindLabels[kind], name].filter(Boolean).join(': ')
}

/** Originals first, then copies, then notices; each in the order that somebody gave them. */
export function ordered(recipients: readonly LetterRecipient[]): LetterRecipient[] {
  return (['original', 'copy', 'notice'] as const).flatMap((role) => recipients.filter((recipient) => recipient.role === role))
}

/**
 * What one copy says: the letter's fields as this copy has them, and what tells it from the others. A letter without anything of that kind
 * has no such part and looks as it always did.
 * @param facts what the file copy says beside the letter
 */
export function letterFor<T extends Written>(letter: T, key: string, facts: FileFacts = noFileFacts): { letter: T; copy: CopyPart | undefined } {
  if (key === fileCopy) return fileCopyOf(letter, facts)
  const recipient = letter.recipients.find(({ id }) => id === key)
  const distribution = distributionOf(letter, letter.distribution)
  if (!recipient) {
    const body = bodyFor(letter.body, { draftOnly: false, withheld: true })
    return { letter: { ...letter, body }, copy: letter.recipients.length === 0 ? undefined : { ...plain, kind: 'original', distribution } }
  }
  const { role, name, addressNotes, addressLines, salutation, note, withhold } = recipient
  const enclosures = enclosuresOf(letter, recipient)
  const body = bodyFor(letter.body, { draftOnly: false, withheld: role === 'original' || !withhold })
  const addressed = { ...letter, recipientId: recipient.contactId, recipientName: name, addressNotes, addressLines: addressLines.length > 0 ? addressLines : [name].filter(Boolean), enclosures, body }
  const own = note.split('\n').filter((text) => text.trim() !== '')
  if (role === 'original') {
    // Reference and day of the first recipient's message are nobody else's.
    return { letter: { ...addressed, salutation, yourReference: '', yourMessageOf: '' }, copy: { ...plain, kind: role, accompanying: own, distribution } }
  }
  const heading = role === 'copy' ? `Abdruck an: ${name}` : `Nachrichtlich: ${name}`
  const to = originalNames(letter).join(', ')
  return {
    letter: addressed,
    copy: {
      kind: role, mark: '', heading, distribution, file: null,
      accompanying: [...(to === '' ? [] : [`Schreiben an: ${to}`]), ...(letter.enclosures.length > 0 && enclosures.length === 0 ? ['Ohne Anlagen'] : []), ...own],
    },
  }
}

const plain = { mark: '', heading: '', accompanying: [], file: null } as const

function fileCopyOf<T extends Written>(letter: T, { signings, signedOn, orders }: FileFacts): { letter: T; copy: CopyPart } {
  const day = letterDate(letter.date, 'short')
  // The initials of the signatory stand only for the signatory's own deed; otherwise there is room to sign by hand.
  const signed = letter.status === 'final' && signedOn !== null && letter.signerSign !== ''
  return {
    letter: { ...letter, body: bodyFor(letter.body, { draftOnly: true, withheld: true }) },
    copy: {
      kind: 'draft', mark: 'Entwurf', heading: '', accompanying: [], distribution: distributionOf(letter, 'all'),
      file: {
        note: letter.draftNote,
        orders: orders.length > 0 ? orders : [...dispatchOrders(letter), ...letter.orders.filter((text) => text.trim() !== '')],
        signings: [
          { role: 'Bearbeitung', name: letter.editorName || letter.contactPerson, sign: letter.editorSign, date: letter.editorSign === '' ? '' : day },
          ...signings,
          { role: 'Schlusszeichnung', name: [letter.signatureAddition && abbreviated(letter.signatureAddition), letter.signatureName].filter(Boolean).join(' '), sign: signed ? letter.signerSign : '', date: signed ? letterDate(signedOn, 'short') : '' },
          { role: 'Abgesandt', name: '', sign: '', date: '' },
        ],
      },
    },
  }
}

/** The points „1. Original an …" that dispatch works through. */
function dispatchOrders(letter: Written): string[] {
  const first = { role: 'original' as const, name: firstName(letter), way: letter.way, enclosures: null }
  return [first, ...ordered(letter.recipients)].map((recipient) => {
    const count = recipient.enclosures === null ? letter.enclosures.length : enclosuresOf(letter, recipient).length
    const along = letter.enclosures.length === 0 ? '' : count === 0 ? ', ohne Anlagen' : `, ${count} ${count === 1 ? 'Anlage' : 'Anlagen'}`
    const what = { original: 'Original an', copy: 'Abdruck an', notice: 'Nachrichtlich an' }[recipient.role]
    return `${what} ${recipient.name || '‹fehlt: Empfänger›'} (${mailWayLabels[recipient.way]}${along})`
  })
}

/** Who is named below the letter, by what they get. */
function distributionOf(letter: Written, whom: LetterFields['distribution']): CopyPart['distribution'] {
  const named = (role: LetterRecipient['role']): string[] => ordered(letter.recipients).filter((recipient) => recipient.role === role).map((recipient) => {
    const without = letter.enclosures.length > 0 && recipient.enclosures !== null && enclosuresOf(letter, recipient).length === 0
    return `${recipient.name}${without ? ' (ohne Anlagen)' : ''}`
  })
  const originals = originalNames(letter)
  const groups = [
    { heading: 'Gleichlautend an', lines: whom === 'all' && originals.length > 1 ? originals : [] },
    { heading: 'Abdruck an', lines: whom === 'none' ? [] : named('copy') },
    { heading: 'Nachrichtlich', lines: whom === 'none' ? [] : named('notice') },
    // Lines that name somebody without a paper of their own.
    { heading: 'Kopie an', lines: letter.copies.filter((text) => text.trim() !== '') },
  ]
  return groups.filter(({ lines }) => lines.length > 0)
}

/** Titles of the enclosures that go to a recipient, in the letter's order. */
export function enclosuresOf(letter: Pick<LetterFields, 'enclosures'>, { enclosures }: Pick<LetterRecipient, 'enclosures'>): string[] {
  return letter.enclosures.filter((title) => title.trim() !== '' && (enclosures === null || enclosures.includes(title)))
}

function originalNames(letter: Pick<LetterFields, 'recipientName' | 'addressLines' | 'recipients'>): string[] {
  return [firstName(letter), ...letter.recipients.filter(({ role }) => role === 'original').map(({ name }) => name)].filter(Boolean)
}

function firstName({ recipientName, addressLines }: Pick<LetterFields, 'recipientName' | 'addressLines'>): string {
  return recipientName || (addressLines[0] ?? '')
}

/** „Im Auftrag" in a narrow column. */
function abbreviated(addition: string): string {
  return { 'Im Auftrag': 'i. A.', 'In Vertretung': 'i. V.' }[addition] ?? addition
}
