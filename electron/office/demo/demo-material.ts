import data from '../../../resources/demo/press.json' with { type: 'json' }
import type { EditionInput } from '../../../shared/correspondence/material/model.ts'
import type { MovementKind } from '../../../shared/correspondence/material/stock.ts'
import { addEdition, createMaterial, getMaterial, moveCopies, setOutdated } from '../correspondence/material/service.ts'
import type { OfficeDesk } from '../session.ts'
import { daysAgo } from './days-ago.ts'
import type { DemoContacts } from './demo-contacts.ts'
import { demoContact } from './demo-press.ts'

type Entry = (typeof data.materials)[number]['editions'][number]

/** Leaflets in many languages with gaps, low stock, a review that is due and outdated copies that still lie somewhere. */
export async function fillMaterial(desk: OfficeDesk, contacts: DemoContacts): Promise<void> {
  for (const { title, kind, topic, publisher, source, editions: [first, ...others] } of data.materials) {
    if (!first) continue
    const fields = { title, kind, topic, publisherId: null, publisherName: publisher, source, note: '' }
    const { id } = await createMaterial(desk, { fields, edition: editionOf(first), amount: first.amount })
    for (const edition of others) await addEdition(desk, id, (await getMaterial(desk, id)).version, editionOf(edition), edition.amount)
    const { editions } = await getMaterial(desk, id)
    for (const [index, entry] of [first, ...others].entries()) {
      const editionId = editions[index]?.id ?? ''
      for (const [what, amount, days, to] of entry.moves as [MovementKind, number, number, string][]) {
        const { id: contactId, name } = await demoContact(desk, to, contacts)
        await moveCopies(desk, id, { editionId, kind: what, amount, on: daysAgo(days), contactId, party: name, note: '' }, false)
      }
      if ('outdated' in entry) await setOutdated(desk, id, (await getMaterial(desk, id)).version, { editionId, on: daysAgo(40), note: entry.outdated ?? '' })
    }
  }
}

function editionOf({ languages, edition, months, format, shelf, min, reviewIn }: Entry): EditionInput {
  return { languages, edition, issuedOn: daysAgo(months * 30), format, shelf, minStock: min, reviewOn: reviewIn === null ? null : daysAgo(-reviewIn), note: '' }
}
