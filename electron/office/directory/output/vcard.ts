import type { Address, ChannelKind } from '../../../../shared/directory/model.ts'
import { displayName } from '../../../../shared/directory/names.ts'
import { countryName, roleOf } from './columns.ts'
import type { Entry } from './entries.ts'

export type VcardVersion = '3.0' | '4.0'

const telephoneTypes: Partial<Record<ChannelKind, Record<VcardVersion, string>>> = {
  phone: { '3.0': 'WORK,VOICE', '4.0': 'work,voice' },
  mobile: { '3.0': 'CELL,VOICE', '4.0': 'cell' },
  fax: { '3.0': 'WORK,FAX', '4.0': 'work,fax' },
}
const longestLine = 75

/** A contact as visiting card (RFC 2426 for 3.0, RFC 6350 for 4.0). Notes stay in the office: they are not written for others. */
export function vcard(entry: Entry, version: VcardVersion): string {
  const { contact, employer } = entry
  const organisation = contact.kind === 'organisation' ? contact : employer
  const lines = ['BEGIN:VCARD', `VERSION:${version}`]
  if (version === '4.0') lines.push(`KIND:${contact.kind === 'person' ? 'individual' : 'org'}`)
  else if (contact.kind === 'organisation') lines.push('X-ABSHOWAS:COMPANY')
  lines.push(`FN:${escaped(displayName(contact))}`)
  lines.push(contact.kind === 'person' ? `N:${structured([contact.familyName, contact.givenNames, '', contact.title, ''])}` : 'N:;;;;')
  if (organisation) lines.push(`ORG:${structured([organisation.name, ...organisation.department === '' ? [] : [organisation.department]])}`)
  const role = roleOf(entry)
  if (role !== '') lines.push(`TITLE:${escaped(role)}`)
  for (const { kind, value, preferred } of contact.channels) {
    const types = telephoneTypes[kind]
    if (value === '') continue
    if (types) lines.push(`TEL;${typed(types[version], version, preferred)}:${escaped(value)}`)
    else if (kind === 'email') lines.push(`EMAIL;${typed(version === '3.0' ? 'INTERNET' : 'work', version, preferred)}:${escaped(value)}`)
    else if (kind === 'web') lines.push(`URL:${escaped(value)}`)
  }
  for (const address of contact.addresses) lines.push(addressLine(address, version))
  if (contact.tags.length > 0) lines.push(`CATEGORIES:${contact.tags.map(escaped).join(',')}`)
  lines.push('END:VCARD')
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function typed(types: string, version: VcardVersion, preferred: boolean): string {
  if (version === '3.0') return `TYPE=${types}${preferred ? ',PREF' : ''}`
  const list = types.includes(',') ? `"${types}"` : types
  return `TYPE=${list}${preferred ? ';PREF=1' : ''}`
}

function addressLine({ kind, extra, street, place, postalCode, country, preferred }: Address, version: VcardVersion): string {
  const type = kind === 'home' ? 'home' : 'work'
  return `ADR;${typed(version === '3.0' ? type.toUpperCase() : type, version, preferred)}:${structured(['', extra, street, place, '', postalCode, countryName(country)])}`
}

function structured(parts: readonly string[]): string {
  return parts.map(escaped).join(';')
}

function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll(';', '\\;').replaceAll(',', '\\,')
}

/** Lines of at most 75 bytes; what follows begins with a space. A letter is never parted. */
function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  let bytes = 0
  for (const letter of line) {
    const size = Buffer.byteLength(letter)
    if (bytes + size > longestLine) {
      parts.push(part)
      part = ''
      // The space that the next line begins with.
      bytes = 1
    }
    part += letter
    bytes += size
  }
  return [...parts, part].join('\r\n ')
}
