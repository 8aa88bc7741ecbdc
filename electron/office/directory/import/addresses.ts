import type { ImportField } from '../../../../shared/directory/import.ts'
import type { AddressKind, ContactInput } from '../../../../shared/directory/model.ts'
import type { RowNotes } from './cells.ts'
import { countryCode } from './country.ts'

type AddressDraft = ContactInput['addresses'][number]

/** The cells of one address. */
export interface AddressCells {
  street: string
  extra: string
  postalCode: string
  place: string
  postalCodePlace: string
  country: string
}

/**
 * An address from its cells, or `null` where all are empty. "3046 Cottbus" is parted, and a German post code of four
 * digits gets back the leading zero that a spreadsheet took (valid from 1 July 1993: always five digits).
 */
export function readAddress(cells: AddressCells, kind: AddressKind, fields: { postalCode: ImportField, country: ImportField }, notes: RowNotes): Omit<AddressDraft, 'id'> | null {
  const parts = cells.postalCodePlace === '' ? { sign: '', postalCode: '', place: '' } : partPlace(cells.postalCodePlace)
  let postalCode = cells.postalCode || parts.postalCode
  const place = cells.place || parts.place
  if ([cells.street, cells.extra, postalCode, place].every((cell) => cell === '')) return null
  const written = cells.country || parts.sign
  const country = written === '' ? 'DE' : countryCode(written)
  const extra = country === undefined ? notes.repair(fields.country, written, [cells.extra, written].filter(Boolean).join(', '), 'Land nicht erkannt; es steht im Adresszusatz') : cells.extra
  const signed = /^(?:D|DE)[-\s]+(\d{4,5})$/u.exec(postalCode)
  if (signed?.[1] !== undefined) postalCode = signed[1]
  if (country === 'DE' && /^[1-9]\d{3}$/u.test(postalCode)) postalCode = notes.repair(fields.postalCode, postalCode, `0${postalCode}`, 'führende Null ergänzt')
  if (country === 'DE' && postalCode !== '' && !/^\d{5}$/u.test(postalCode)) notes.hint(`„${postalCode}“ ist keine deutsche Postleitzahl.`)
  if (/^(?:siehe|s\.)\s+oben$|^dto\.?$|^"$|^ebd\.?$/iu.test(cells.street)) notes.hint(`Straße „${cells.street}“ verweist auf eine andere Zeile. Bitte ergänzen.`)
  return { kind, street: cells.street, extra, postalCode, place, country: country ?? 'DE', preferred: false }
}

/** "D-03046 Cottbus" as sign, post code and place; a text without post code is a place. */
function partPlace(text: string): { sign: string, postalCode: string, place: string } {
  const match = /^(?:([A-Z]{1,2})\s?[-–]\s?)?(\d{3,6})(?:\s+(.*))?$/su.exec(text)
  return match === null ? { sign: '', postalCode: '', place: text } : { sign: match[1] ?? '', postalCode: match[2] ?? '', place: match[3] ?? '' }
}
