import { pressLabel } from '../../../../shared/correspondence/press/catalogue.ts'
import type { MediaMember } from '../../../../shared/correspondence/press/model.ts'
import { germanDate, isoDay } from '../../../../shared/dates.ts'
import { reachedByLabels } from '../../../../shared/directory/lists/labels.ts'
import { noMediaDetails } from '../../../../shared/directory/media/model.ts'
import { heldRoles } from '../../../../shared/directory/roles.ts'
import { findLists, findMembers, getList } from '../../directory/lists/service.ts'
import { mediaDetails } from '../../directory/media/service.ts'
import { getContact } from '../../directory/service.ts'
import type { FileGrants } from '../../file-grants.ts'
import type { OfficeDesk } from '../../session.ts'
import { writeTable, type TableFormat } from '../table-file.ts'

/** Purpose of the directory's lists that are media lists. */
const pressPurpose = 'press'
const mostMembers = 500

/** The distribution lists for press work. */
export async function mediaLists(desk: OfficeDesk): Promise<{ id: string; title: string; members: number }[]> {
  return (await findLists(desk)).filter(({ purpose }) => purpose === pressPurpose).map(({ id, title, members }) => ({ id, title, members }))
}

/** The contacts of a media list with what is kept of them as media. @throws OfficeError `not-found` */
export async function mediaMembers(desk: OfficeDesk, listId: string): Promise<MediaMember[]> {
  const { members } = await findMembers(desk, { id: listId, view: 'all', offset: 0, limit: mostMembers })
  const details = await mediaDetails(desk.database.read, members.map(({ id }) => id))
  const found: MediaMember[] = []
  for (const { id, name, kind, personName, reached, channel, target, problem, withheld, mayDecide } of members) {
    const { total } = await desk.database.read.selectFrom('clipping').select((eb) => eb.fn.countAll<number>().as('total')).where('deleted_at', 'is', null)
      .where((eb) => eb.or([eb('medium_id', '=', id), eb('author_id', '=', id)])).executeTakeFirstOrThrow()
    found.push({
      id, name, kind, personName, reached, channel, target, problem, withheld, mayDecide, organisation: kind === 'person' ? await employerOf(desk, id) : name,
      media: details.get(id) ?? noMediaDetails, clippings: total,
    })
  }
  return found
}

/** Writes the media list. @throws OfficeError `not-found`, `forbidden`, `disk-full`, `read-only` */
export async function printMedia(desk: OfficeDesk, grants: FileGrants, { listId, format, grant }: { listId: string; format: TableFormat; grant: string }): Promise<void> {
  const { title } = await getList(desk, listId)
  const members = (await mediaMembers(desk, listId)).filter(({ withheld, mayDecide }) => withheld === '' || mayDecide)
  await writeTable(grants, grant, format, {
    title: `Medien: ${title}`, remarks: [`${members.length} Kontakte, Stand ${germanDate(isoDay(new Date()))}`],
    headings: ['Medium', 'Ansprechperson', 'Art', 'Gebiet', 'Redaktionsschluss', 'Themen', 'Weg', 'Adresse'],
    rows: members.map(({ name, kind, personName, organisation, media, reached, target }) => [
      organisation, kind === 'person' ? name : personName, pressLabel('mediaKinds', media.kind), media.area, media.deadline, media.topics.join(', '), reachedByLabels[reached], target,
    ]),
  })
}

async function employerOf(desk: OfficeDesk, contactId: string): Promise<string> {
  const contact = await getContact(desk, contactId)
  return contact.kind === 'person' ? heldRoles(contact.roles, isoDay(new Date()))[0]?.organisationName ?? '' : ''
}
