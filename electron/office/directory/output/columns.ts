import { recipientFrom } from '../../../../shared/correspondence/recipient.ts'
import { isoDay } from '../../../../shared/dates.ts'
import { countryNames } from '../../../../shared/directory/countries.ts'
import { detailLabel } from '../../../../shared/directory/details.ts'
import type { ExportColumn } from '../../../../shared/directory/export-columns.ts'
import { salutationLabels } from '../../../../shared/directory/labels.ts'
import { reachedByLabels } from '../../../../shared/directory/lists/labels.ts'
import { preferredOf, type Address, type ChannelKind } from '../../../../shared/directory/model.ts'
import { displayName } from '../../../../shared/directory/names.ts'
import { organisationTypeLabel } from '../../../../shared/directory/organisation-types.ts'
import { isHeldOn } from '../../../../shared/directory/roles.ts'
import type { Entry } from './entries.ts'

const germanCountries = new Map(countryNames('de').map(({ code, name }) => [code, name]))

/** What stands in a column for a contact. */
export function columnValue(column: ExportColumn, entry: Entry): string {
  const { contact, employer, member } = entry
  const organisation = contact.kind === 'organisation' ? contact : employer
  const person = contact.kind === 'person' ? contact : null
  const own = ownAddress(entry)
  switch (column) {
    case 'name': return displayName(contact)
    case 'organisation': return organisation?.name ?? ''
    case 'department': return organisation?.department ?? ''
    case 'shortName': return organisation?.shortName ?? ''
    case 'type': return organisation ? organisationTypeLabel(organisation.typeCode) : ''
    case 'salutation': return person === null || person.salutation === 'none' ? '' : person.salutation === 'name' ? 'neutral' : salutationLabels[person.salutation]
    case 'title': return person?.title ?? ''
    case 'givenNames': return person?.givenNames ?? ''
    case 'familyName': return person?.familyName ?? ''
    case 'originalName': return person?.originalName ?? ''
    case 'role': return roleOf(entry)
    case 'street': return own?.street ?? ''
    case 'addressExtra': return own?.extra ?? ''
    case 'postalCode': return own?.postalCode ?? ''
    case 'place': return own?.place ?? ''
    case 'country': return own ? countryName(own.country) : ''
    case 'phone': case 'mobile': case 'fax': case 'email': case 'web': return channelValue(entry, column)
    case 'languages': return contact.languages.map((code) => detailLabel('languages', code)).join(', ')
    case 'areas': return contact.areas.map((code) => detailLabel('areas', code)).join(', ')
    case 'tags': return contact.tags.join(', ')
    case 'note': return contact.note
    case 'letterAddress': return recipientFrom(contact, employer).addressLines.join('\n')
    case 'letterSalutation': return recipientFrom(contact, employer).salutation
    case 'reached': return [reachedByLabels[member.reached], member.problem].filter(Boolean).join(': ')
  }
}

/** What a person does in the organisation that stands beside. */
export function roleOf({ contact, employer }: Entry): string {
  const today = isoDay(new Date())
  return contact.roles.find((role) => contact.kind === 'person' && role.organisationId === employer?.id && isHeldOn(role, today))?.title ?? ''
}

/** The address that is the contact's own: an organisation's would become the person's when the list comes back. */
function ownAddress({ contact }: Entry): Address | undefined {
  return preferredOf(contact.addresses)
}

function channelValue({ contact }: Entry, kind: ChannelKind): string {
  return preferredOf(contact.channels.filter((channel) => channel.kind === kind))?.value ?? ''
}

/** Germany needs no name. */
export function countryName(code: string): string {
  return code === 'DE' ? '' : germanCountries.get(code) ?? code
}
