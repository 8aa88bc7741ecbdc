import { germanDate, isoDay } from '../../../../../shared/dates.ts'
import { missingWords, type Chase, type ChaseFrame } from '../../../../../shared/events/series/chase.ts'
import { awaitedStates, type SeriesPartner } from '../../../../../shared/events/series/model.ts'
import { addDays } from '../../../../../shared/holidays/days.ts'
import { correspondents } from '../../../directory/reaching/service.ts'
import type { OfficeDesk } from '../../../session.ts'
import { getLetterhead } from '../../../settings/service.ts'
import { listVenues } from '../../venues/repository.ts'
import { belongsTo, seriesEvents, type SeriesEvent } from '../events-repository.ts'
import { whenText } from '../output/words.ts'
import { findPartners } from '../partners-service.ts'
import { gapsOf, getTexts } from '../programme.ts'
import { getSeries } from '../service.ts'

/** Days that a partner is given where the day of the call has gone. */
const grace = 7

/** Somebody who is asked after something, with the entries in question as they are stored. */
export interface ChasePlan { chase: Chase; partner: SeriesPartner; entries: readonly SeriesEvent[] }

/**
 * Who owes an answer to the call, and whose entries lack something or have an open question, each with where a mail would go. Entries that are over, cancelled or
 * rejected lack nothing any more.
 * @throws OfficeError `not-found`
 */
export async function planChases(desk: OfficeDesk, seriesId: string, today = isoDay(new Date())): Promise<{ frame: ChaseFrame; plans: ChasePlan[] }> {
  const series = await getSeries(desk, seriesId)
  const { textLimit } = await getTexts(desk, seriesId)
  const venues = new Map((await listVenues(desk.database.read, '')).map((venue) => [venue.id, venue]))
  const partners = await findPartners(desk, seriesId)
  const events = (await seriesEvents(desk.database.read, seriesId)).filter(({ event }) => event.startsOn === null || (event.endsOn ?? event.startsOn) >= today)
  const ids = partners.flatMap(({ contactId }) => contactId ?? [])
  const reached = new Map(ids.length === 0 ? [] : (await correspondents(desk, { kind: 'contacts', ids }, '')).map(({ candidate }) => [candidate.contactId, candidate]))
  const plans: ChasePlan[] = []
  for (const partner of partners) {
    const entries = events.filter((each) => belongsTo(each, partner))
    const lacking = entries.map(({ event, entry }) => {
      const missing = gapsOf({ event, entry }, venues.get(event.venueId ?? ''), textLimit).map((gap) => missingWords(gap, { textLimit, length: event.programmeText.length }))
      const open = entry?.approval === 'query' && entry.query !== '' && event.state !== 'cancelled' ? [`unsere Rückfrage: ${entry.query}`] : []
      return { id: event.id, title: event.title, when: whenText(event), missing: [...missing, ...open] }
    }).filter(({ missing }) => missing.length > 0)
    const awaited = awaitedStates.includes(partner.state)
    if (!awaited && lacking.length === 0) continue
    const candidate = reached.get(partner.contactId ?? '')
    const problem = partner.contactId === null ? 'kein Kontakt' : candidate === undefined ? 'Kontakt liegt im Papierkorb' : candidate.withheld || candidate.email.problem
    plans.push({
      partner, entries,
      chase: {
        partnerId: partner.id, name: partner.name, email: problem === '' ? candidate?.email.target ?? '' : '', problem, salutation: candidate?.salutation ?? '', awaited, invitedOn: partner.invitedOn, remindedOn: partner.remindedOn, events: lacking,
      },
    })
  }
  const { letterhead } = await getLetterhead(desk)
  const days = series.startsOn === null ? '' : ` vom ${germanDate(series.startsOn)}${series.endsOn === null ? '' : ` bis ${germanDate(series.endsOn)}`}`
  return {
    plans,
    frame: {
      title: series.title, series: `${series.title}${days}`, signature: [desk.person.name, letterhead.officeName].filter((part) => part !== '').join('\n'),
      until: series.entriesUntil !== null && series.entriesUntil > today ? series.entriesUntil : addDays(today, grace),
    },
  }
}

