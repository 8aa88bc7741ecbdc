import { germanDateTime } from '../../../../../shared/dates.ts'
import { languageLabel, needLabel, participantStateLabels, photoLabels } from '../../../../../shared/events/participants/catalogue.ts'
import type { Need, Participant } from '../../../../../shared/events/participants/model.ts'
import { xlsx } from '../../../documents/xlsx.ts'
import type { FileGrants } from '../../../file-grants.ts'
import type { OfficeDesk } from '../../../session.ts'
import { readParticipants } from '../repository.ts'
import { inListOrder } from './people.ts'

interface Asked {
  eventId: string
  grant: string
  /** E-mail and telephone go out only where they are asked for, and so do needs, which may tell of health and belief. */
  contact: boolean
  needs: boolean
}

/** Writes everybody of the list as a workbook, those waiting and those who cancelled as well. Notes stay in the office. @throws OfficeError as `FileGrants` */
export async function saveList(desk: OfficeDesk, grants: FileGrants, { eventId, grant, contact, needs }: Asked): Promise<void> {
  const columns: readonly (readonly [heading: string, cell: (each: Participant) => string])[] = [
    ['Nr.', ({ number }) => String(number)], ['Name', ({ name }) => name], ['Organisation', ({ organisation }) => organisation],
    ...(contact ? [['E-Mail', ({ email }: Participant) => email], ['Telefon', ({ phone }: Participant) => phone]] as const : []),
    ['Personen', ({ persons }) => String(persons)], ['Stand', ({ state }) => participantStateLabels[state]], ['Sprachen', ({ languages }) => languages.map(languageLabel).join(', ')],
    ...(needs ? [['Bedarf', (each: Participant) => each.needs.map(needText).join(', ')]] as const : []),
    ['Fotos', ({ photo }) => photoLabels[photo]], ['Angemeldet am', ({ registeredAt }) => germanDateTime(registeredAt)],
    ['Da seit', ({ arrivedAt }) => (arrivedAt === null ? '' : germanDateTime(arrivedAt))], ['Da mit Personen', ({ arrivedAt, arrivedPersons }) => (arrivedAt === null ? '' : String(arrivedPersons))],
  ]
  const people = inListOrder(await readParticipants(desk.database.read, eventId))
  grants.write(grant, await xlsx({ name: 'Teilnehmende', headings: columns.map(([heading]) => heading), rows: people.map((each) => columns.map(([, cell]) => cell(each))) }))
}

function needText({ code, count, detail }: Need): string {
  return `${count > 1 ? `${count}× ` : ''}${needLabel(code)}${detail === '' ? '' : ` (${detail})`}`
}
