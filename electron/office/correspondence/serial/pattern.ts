import { bodyFieldValues, missingFields, withOpenFields } from '../../../../shared/correspondence/body-fields.ts'
import { bodyFromText } from '../../../../shared/correspondence/body.ts'
import { bodyFor } from '../../../../shared/correspondence/copies/passages.ts'
import type { LetterFields } from '../../../../shared/correspondence/letter.ts'
import type { Recipient } from '../../../../shared/correspondence/recipient.ts'
import type { SerialRun } from '../../../../shared/correspondence/serial/model.ts'
import { isoDay } from '../../../../shared/dates.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import { correspondents, type Correspondent } from '../../directory/reaching/service.ts'
import type { OfficeDesk } from '../../session.ts'
import { getLetterhead } from '../../settings/service.ts'
import { readLetter } from '../repository.ts'
import { beginLetter } from '../signing/begin.ts'
import { letterDocument } from '../templates/letter-document.ts'

/** Letters get their numbers when they are written; until then any number stands for it. */
const numberToCome = '1'
/** A recipient of whom everything is known: what is missing in the letter to it is missing in all. */
const somebody: Recipient = { recipientName: 'N. N.', addressLines: ['N. N.', 'Straße 1', '00000 Ort'], salutation: 'Guten Tag,' }

/** What all letters share. An earlier letter gives everything but its recipient, number and day. @throws OfficeError `not-found` */
export async function patternFields(desk: OfficeDesk, { pattern, settings, enclosure }: Pick<SerialRun, 'pattern' | 'settings' | 'enclosure'>): Promise<LetterFields> {
  const fresh = await beginLetter(desk, settings.date ?? isoDay(new Date()), null)
  const enclosed = enclosure === null || enclosure.label === '' ? [] : [enclosure.label]
  if (pattern.kind === 'text') return { ...fresh, template: pattern.template, subject: pattern.subject, body: bodyFromText(pattern.text), enclosures: enclosed }
  const letter = await readLetter(desk.database.read, pattern.id)
  if (letter === null) throw new OfficeError('not-found', { detail: 'Das Schreiben, das als Muster dient, gibt es nicht mehr. Bitte wählen Sie ein anderes.' })
  const { recipientId, recipientName, addressLines, salutation, date, way, recipients, enclosedPapers, orders, draftNote } = fresh
  const { id: _id, version: _version, number: _number, status: _status, authorName: _author, updatedAt: _at, trashed: _trashed, facts: _facts, ...fields } = letter
  return {
    ...fields,
    // Fields of a finished pattern say what they said there; here each letter says its own. The pattern's other recipients, its papers and
    // what was for its file alone are its own affair.
    body: bodyFor(withOpenFields(letter.body), { draftOnly: false, withheld: true }), recipientId, recipientName, addressLines, salutation, date,
    way, recipients, enclosedPapers, orders, draftNote, addressNotes: [], yourReference: '', yourMessageOf: '', enclosures: [...fields.enclosures, ...enclosed],
  }
}

/** What is missing in the letters before any is written. */
export interface SerialGaps {
  /** Everybody, with what is missing in the own letter alone. */
  everybody: Correspondent[]
  /** Labels of what is missing in every letter: particulars of the kind of document, fields that say nothing for anybody. */
  common: string[]
}

/** Looks at what the letters of a run would say to each. @throws OfficeError `not-found`, `template` */
export async function serialGaps(desk: OfficeDesk, run: SerialRun): Promise<SerialGaps> {
  const fields = await patternFields(desk, run)
  const { letterhead } = await getLetterhead(desk)
  const letterTo = (recipient: Recipient) => ({ ...fields, ...recipient, number: numberToCome })
  // One letter is made for a try: only the template knows what it asks for.
  const { missing: common } = await letterDocument(desk, letterTo(somebody), letterhead)
  const everybody = (await correspondents(desk, run.source, run.purpose)).map(({ candidate, recipient }) => {
    // A name alone is no address.
    const reached = candidate.letter.target === '' ? { ...recipient, addressLines: [] } : recipient
    const open = missingFields(fields.body, bodyFieldValues(letterTo(reached), letterhead))
    return { recipient, candidate: { ...candidate, gaps: open.filter((label) => !common.includes(label)) } }
  })
  return { everybody, common }
}
