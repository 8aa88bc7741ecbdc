import { uuidv7 } from 'uuidv7'
import data from '../../../resources/demo/press.json' with { type: 'json' }
import { bodyFromText } from '../../../shared/correspondence/body.ts'
import type { Release } from '../../../shared/correspondence/press/model.ts'
import type { ReleaseAction } from '../../../shared/correspondence/press/workflow.ts'
import { listName } from '../../../shared/directory/names.ts'
import { createClipping } from '../correspondence/press/clippings-service.ts'
import { mediaLists } from '../correspondence/press/media-service.ts'
import { actOnRelease, createRelease, getRelease, setQuotes } from '../correspondence/press/releases-service.ts'
import { noteDelivery } from '../correspondence/press/sending.ts'
import { getPressSettings, updatePressSettings } from '../correspondence/press/settings.ts'
import { getLetter, updateLetter } from '../correspondence/service.ts'
import { findMembers } from '../directory/lists/service.ts'
import { saveMediaDetails } from '../directory/media/service.ts'
import { getContact } from '../directory/service.ts'
import type { OfficeDesk } from '../session.ts'
import { daysAgo } from './days-ago.ts'
import type { DemoContacts } from './demo-contacts.ts'

/** `o:3` is the fourth organisation, `p:0` the first person; anything else a name. */
export async function demoContact(desk: OfficeDesk, from: string, contacts: DemoContacts): Promise<{ id: string | null; name: string }> {
  const known = from.startsWith('p:') ? contacts.people : from.startsWith('o:') ? contacts.organisations : []
  const id = known[Number(from.slice(2))]
  return id === undefined ? { id: null, name: from } : { id, name: listName(await getContact(desk, id)) }
}

/** Releases on every step of their way, what appeared, and what the editorial offices are like. */
export async function fillPress(desk: OfficeDesk, contacts: DemoContacts): Promise<void> {
  const pressOffice = await demoContact(desk, data.settings.office, contacts)
  await updatePressSettings(desk, (await getPressSettings(desk)).version, { boilerplate: data.settings.boilerplate, contact: data.settings.contact, officeId: pressOffice.id, officeName: 'Pressestelle der Stadt' })
  for (const { contact, kind, area, deadline, topics } of data.media) {
    const { id } = await demoContact(desk, contact, contacts)
    if (id !== null) await saveMediaDetails(desk, id, { kind, area, deadline, topics, note: '' })
  }
  const releases: string[] = []
  for (const entry of data.releases) releases.push(await fillRelease(desk, entry))
  for (const { daysAgo: days, medium, author, release, followUp, ...entry } of data.clippings.toSorted((a, b) => b.daysAgo - a.daysAgo)) {
    const at = await demoContact(desk, medium, contacts)
    const by = author === null ? { id: null, name: '' } : await demoContact(desk, author, contacts)
    await createClipping(desk, {
      fields: {
        ...entry, on: daysAgo(days), mediumId: at.id, mediumName: at.name, authorId: by.id, authorName: by.name, releaseId: release === null ? null : releases[release] ?? null,
        followUpOn: followUp === null ? null : daysAgo(followUp),
      },
      files: [],
    })
  }
}

async function fillRelease(desk: OfficeDesk, entry: (typeof data.releases)[number]): Promise<string> {
  const day = daysAgo(entry.daysAgo)
  const embargoAt = entry.embargoInDays === null ? null : `${daysAgo(-entry.embargoInDays)}T10:00`
  const { id, letterId } = await createRelease(desk, { title: entry.title, topic: entry.topic, embargoAt }, day)
  const letter = await getLetter(desk, letterId)
  await updateLetter(desk, letterId, letter.version, { date: day, body: bodyFromText(entry.text.join('\n')), particulars: { ...letter.particulars, vorspann: entry.lead } })
  const current = (): Promise<Release> => getRelease(desk, id)
  await setQuotes(desk, id, (await current()).version, entry.quotes.map(({ name, role, text, granted }) => ({
    id: uuidv7(), contactId: null, name, role, text, askedOn: day, grantedOn: granted ? day : null, refusedOn: null,
  })))
  const act = async (action: ReleaseAction): Promise<unknown> => actOnRelease(desk, id, (await current()).version, { action, by: '', on: day, note: '' })
  if (entry.state !== 'draft') await act('submit')
  if (entry.state === 'released' || entry.state === 'sent') await act('release')
  const [list] = await mediaLists(desk)
  if (entry.state !== 'sent' || !list) return id
  const { members } = await findMembers(desk, { id: list.id, view: 'all', offset: 0, limit: 20 })
  await noteDelivery(desk, { id, version: (await current()).version, recipients: members.map(({ id: contactId, name }) => ({ contactId, name })), way: 'email', on: day, embargoSeen: true })
  return id
}
