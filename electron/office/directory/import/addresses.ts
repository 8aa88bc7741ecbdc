import type { ImportField } from '../../../../shared/directory/import/fields.ts'
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
export function readAddress(cells: AddressCells, kind: AddressKind, fields: { postalCode: ImportField, postalCodePlace: ImportField, country: ImportField }, notes: RowNotes): Omit<AddressDraft, 'id'> | null {
  const inPlace = cells.postalCode === '' && /^(?:[A-Z]{1,2}[-–]\s?)?\d{4,5}\s+\p{L}/u.test(cells.place)
  const joined = cells.postalCodePlace !== '' ? cells.postalCodePlace : inPlace ? cells.place : ''
  const parts = partPlace(joined, inPlace && cells.postalCodePlace === '' ? notes : null)
  let postalCode = cells.postalCode || parts.postalCode
  const place = inPlace && cells.postalCodePlace === '' ? parts.place : cells.place || parts.place
  if ([cells.street, cells.extra, postalCode, place].every((cell) => cell === '')) return null
  const written = cells.country || parts.sign
  const known = written === '' ? 'DE' : countryCode(written)
  if (known === undefined) notes.move('country', fields.country, written, 'Land nicht erkannt; es steht im Adresszusatz')
  const extra = known === undefined ? [cells.extra, written].filter(Boolean).join(', ') : cells.extra
  const country = known ?? 'DE'
  const signed = /^(?:D|DE)[-\s]+(\d{4,5})$/u.exec(postalCode)
  if (signed?.[1] !== undefined) postalCode = signed[1]
  const field = cells.postalCode === '' ? fields.postalCodePlace : fields.postalCode
  if (country === 'DE' && /^[1-9]\d{3}$/u.test(postalCode)) postalCode = notes.repair('post-code-zero', field, postalCode, `0${postalCode}`, 'führende Null ergänzt')
  if (country === 'DE' && postalCode !== '' && !/^\d{5}$/u.test(postalCode)) notes.hint(`„${postalCode}“ ist keine deutsche Postleitzahl.`)
  if (/^(?:siehe|s\.)\s+oben$|^dto\.?$|^"$|^ebd\.?$/iu.test(cells.street)) notes.hint(`Straße „${cells.street}“ verweist auf eine andere Zeile. Bitte ergänzen.`)
  return { kind, street: cells.street, extra, postalCode, place, country, preferred: false }
}

/** "D-03046 Cottbus" as sign, post code and place; a text without post code is a place. In a column of places, that is a repair. */
function partPlace(text: string, notes: RowNotes | null): { sign: string, postalCode: string, place: string } {
  const match = /^(?:([A-Z]{1,2})\s?[-–]\s?)?(\d{3,6})(?:\s+(.*))?$/su.exec(text)
  if (match === null) return { sign: '', postalCode: '', place: text }
  const [, sign = '', postalCode = '', place = ''] = match
  if (notes?.offer('post-code-place', 'place', text, `${postalCode} | ${place}`, 'Postleitzahl und Ort getrennt') === false) return { sign: '', postalCode: '', place: text }
  return { sign, postalCode, place }
}
