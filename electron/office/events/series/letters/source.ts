import type { BlockNode, LetterBody, ListItemNode } from '../../../../../shared/correspondence/body.ts'
import { inlineText } from '../../../../../shared/correspondence/body.ts'
import { formKinds, type FormKind, type SeriesPartner } from '../../../../../shared/events/series/model.ts'
import type { EnclosureSource } from '../../../serial-enclosure-source.ts'
import type { OfficeDesk } from '../../../session.ts'
import { eventsOfPartner } from '../events-repository.ts'
import { formsFor } from '../forms/service.ts'
import { findPartners, stateColumns } from '../partners-service.ts'
import { enclosureKind, thanksMark, thanksOption } from './texts.ts'
import { visitorsText, whenText } from '../output/words.ts'

/** What the serial letters of a series give each partner: forms to fill in, or in a letter of thanks its events. */
export const seriesLetterSource: EnclosureSource = {
  kind: enclosureKind,
  async files(desk, { id, options }, contactId) {
    const partner = await partnerWith(desk, id, contactId)
    return partner ? formsFor(desk, id, partner, options.filter((option): option is FormKind => (formKinds as readonly string[]).includes(option))) : []
  },
  async body(desk, { id, options }, contactId, body) {
    const partner = options.includes(thanksOption) ? await partnerWith(desk, id, contactId) : undefined
    return partner ? withEvents(body, await eventsOfPartner(desk.database.read, id, partner)) : body
  },
  async issued(transaction, desk, { id, options }, contactIds) {
    if (options.includes(thanksOption)) return
    for (const partner of await findPartners(desk, id)) {
      if (partner.contactId === null || !contactIds.includes(partner.contactId)) continue
      if (partner.state === 'noted') await transaction.update('event_series_partner', partner.id, stateColumns('invited'))
      else if (partner.state === 'invited' || partner.state === 'reminded') await transaction.update('event_series_partner', partner.id, stateColumns('reminded'))
    }
  },
}

async function partnerWith(desk: OfficeDesk, seriesId: string, contactId: string): Promise<SeriesPartner | undefined> {
  return (await findPartners(desk, seriesId)).find((partner) => partner.contactId === contactId)
}

/** Puts a partner's events in the place of the line that stands for them; without events the line goes. */
function withEvents(body: LetterBody, events: Awaited<ReturnType<typeof eventsOfPartner>>): LetterBody {
  const items = events.map((event): ListItemNode => ({
    type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: [`„${event.title}“`, whenText(event), visitorsText(event)].filter((part) => part !== '').join(', ') }] }],
  }))
  const content = body.content.flatMap((node): BlockNode[] => {
    if (node.type !== 'paragraph' || inlineText(node.content).trim() !== thanksMark) return [node]
    return items.length === 0 ? [] : [{ type: 'bulletList', content: items }]
  })
  return { ...body, content }
}
