import type { Address, ChannelKind } from '../../../../shared/directory/model.ts'
import { displayName } from '../../../../shared/directory/names.ts'
import { contentLines, escapedText } from '../../../../shared/icalendar/content-lines.ts'
import { countryName, roleOf } from './columns.ts'
import type { Entry } from './entries.ts'

export type VcardVersion = '3.0' | '4.0'

const telephoneTypes: Partial<Record<ChannelKind, Record<VcardVersion, string>>> = {
  phone: { '3.0': 'WORK,VOICE', '4.0': 'work,voice' },
  mobile: { '3.0': 'CELL,VOICE', '4.0': 'cell' },
  fax: { '3.0': 'WORK,FAX', '4.0': 'work,fax' },
}

/** A contact as visiting card (RFC 2426 for 3.0, RFC 6350 for 4.0). Notes stay in the office: they are not written for others. */
export function vcard(entry: Entry, version: VcardVersion): string {
  const { contact, employer } = entry
  const organisation = contact.kind === 'organisation' ? contact : employer
  const lines = ['BEGIN:VCARD', `VERSION:${version}`]
  if (version === '4.0') lines.push(`KIND:${contact.kind === 'person' ? 'individual' : 'org'}`)
  else if (contact.kind === 'organisation') lines.push('X-ABSHOWAS:COMPANY')
  lines.push(`FN:${escapedText(displayName(contact))}`)
  lines.push(contact.kind === 'person' ? `N:${structured([contact.familyName, contact.givenNames, '', contact.title, ''])}` : 'N:;;;;')
  if (organisation) lines.push(`ORG:${structured([organisation.name, ...organisation.department === '' ? [] : [organisation.department]])}`)
  const role = roleOf(entry)
  if (role !== '') lines.push(`TITLE:${escapedText(role)}`)
  for (const { kind, value, preferred } of contact.channels) {
    const types = telephoneTypes[kind]
    if (value === '') continue
    if (types) lines.push(`TEL;${typed(types[version], version, preferred)}:${escapedText(value)}`)
    else if (kind === 'email') lines.push(`EMAIL;${typed(version === '3.0' ? 'INTERNET' : 'work', version, preferred)}:${escapedText(value)}`)
    else if (kind === 'web') lines.push(`URL:${escapedText(value)}`)
  }
  for (const address of contact.addresses) lines.push(addressLine(address, version))
  if (contact.tags.length > 0) lines.push(`CATEGORIES:${contact.tags.map(escapedText).join(',')}`)
  lines.push('END:VCARD')
  return contentLines(lines)
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
  return parts.map(escapedText).join(';')
}
