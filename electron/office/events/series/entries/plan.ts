import { isoDay } from '../../../../../shared/dates.ts'
import { eventFaults, type OfficeEvent, type Series, type Venue } from '../../../../../shared/events/model.ts'
import type { EntryStatus, EntryValues, PlannedEntry, RawEntry } from '../../../../../shared/events/series/entries.ts'
import { understand } from '../../../../../shared/events/series/entry-values.ts'
import type { SeriesPartner } from '../../../../../shared/events/series/model.ts'
import { OfficeError } from '../../../../../shared/errors.ts'
import { fold } from '../../../../../shared/search/normalise.ts'
import type { OfficeSchema } from '../../../database/office/schema.ts'
import type { ReadDatabase } from '../../../database/side.ts'
import { listVenues } from '../../venues/repository.ts'
import { belongsTo, seriesEvents, type SeriesEvent } from '../events-repository.ts'
import { partnerOfCode, seriesPartners } from '../partners-repository.ts'
import { readSeries } from '../repository.ts'
import { readTexts } from '../texts-repository.ts'
import { differences } from './compare.ts'

type Database = ReadDatabase<OfficeSchema>

/** An entry with what taking it over needs beyond what the window shows. */
export interface EntryPlan {
  shown: PlannedEntry
  raw: RawEntry
  partner: SeriesPartner | null
  stored: SeriesEvent | null
  changes: ReturnType<typeof differences>
}

/** What is known of a series when entries are looked at. */
interface Surroundings { series: Series; textLimit: number; partners: SeriesPartner[]; events: SeriesEvent[]; venues: Venue[] }

const nameKey = (text: string): string => fold(text).replaceAll(/[^\p{L}\p{N}]+/gu, ' ').replaceAll(/(?<!\p{L})(?:e ?v|ggmbh|gmbh|der|die|das)(?!\p{L})/gu, ' ').replaceAll(/\s+/gu, ' ').trim()

/** Decides for each entry what taking it over would do. The window and the import ask the same. @throws OfficeError `not-found` */
export async function planEntries(database: Database, seriesId: string, entries: readonly RawEntry[], today = isoDay(new Date())): Promise<{ plans: EntryPlan[]; venues: Venue[] }> {
  const series = await readSeries(database, seriesId)
  if (!series) throw new OfficeError('not-found')
  const around: Surroundings = {
    series, textLimit: (await readTexts(database, seriesId))?.textLimit ?? 600, partners: await seriesPartners(database, seriesId), events: await seriesEvents(database, seriesId), venues: await listVenues(database, ''),
  }
  const plans: EntryPlan[] = []
  const titles = new Set(entries.map(({ cells }) => nameKey(cells.title ?? '')))
  /** Events that an entry of this reading belongs to already. */
  const used = new Set<string>()
  for (const raw of entries) {
    const plan = await planEntry(database, raw, around, { used, titles, before: plans, today })
    if (plan.stored) used.add(plan.stored.event.id)
    plans.push(plan)
  }
  return { plans, venues: around.venues }
}

/** What is known of the reading as a whole: events that are spoken for, titles that any entry bears, entries before. */
interface Reading { used: ReadonlySet<string>; titles: ReadonlySet<string>; before: readonly EntryPlan[]; today: string }

async function planEntry(database: Database, raw: RawEntry, around: Surroundings, { used, titles, before, today }: Reading): Promise<EntryPlan> {
  const problems: PlannedEntry['problems'] = []
  const hints = [...raw.hints]
  const partner = await findPartner(database, raw, around, problems, hints)
  const { startsOn, endsOn } = around.series
  const { values, ...understood } = understand(raw, { startsOn, endsOn, today }, around.textLimit)
  const named = partner && { id: partner.id, name: partner.name }
  if (raw.slot === 0) {
    if (!raw.none && !raw.asNothing) problems.push({ field: 'empty', text: 'Das Formular enthält keine Veranstaltung und sagt auch nicht, dass es keine gibt.' })
    return plan(problems.length > 0 ? 'unclear' : 'nothing', null, [])
  }
  problems.push(...understood.problems)
  hints.push(...understood.hints)
  if (raw.none) hints.push('Im Formular steht auch „Kein eigener Beitrag“.')
  const mine = partner === null ? [] : around.events.filter((each) => belongsTo(each, partner))
  const twin = before.find((other) => partner !== null && other.partner?.id === partner.id && other.raw.slot > 0 && nameKey(other.shown.values.title) === nameKey(values.title) && other.shown.values.startsOn === values.startsOn)
  if (twin) {
    if (JSON.stringify(twin.shown.values) === JSON.stringify(values)) return { ...plan('same', null, []), shown: { ...plan('same', null, []).shown, hints: [...hints, `Steht genauso in „${twin.raw.fileName}“ und wird nur einmal übernommen.`] } }
    problems.push({ field: 'title', text: `Steht mit anderen Angaben auch in „${twin.raw.fileName}“. Bitte eine der beiden entfernen.` })
  }
  const stored = twin ? null : matchingEvent(raw, values, mine.filter(({ event }) => !used.has(event.id)), titles)
  const changes = stored === null ? [] : differences(stored, values, raw.taken, around.venues)
  if (stored?.event.state === 'cancelled') hints.push('Die Veranstaltung ist hier abgesagt.')
  if (stored?.entry?.approval === 'rejected') hints.push('Der Beitrag wurde hier abgelehnt.')
  if (stored?.entry?.approval === 'accepted' && changes.some(({ taken }) => taken)) hints.push('War schon angenommen; nach der Übernahme bitte noch einmal ansehen.')
  if (stored !== null && problems.length === 0) {
    const merged = { ...stored.event, ...Object.fromEntries(changes.filter(({ taken }) => taken).map(({ value }) => [value, values[value]])) } as OfficeEvent
    for (const text of Object.values(eventFaults(merged))) problems.push({ field: 'day', text: `${text} Das liegt an Angaben, die das Büro geändert hat; bitte mit übernehmen oder dort ändern.` })
  }
  return plan(problems.length > 0 ? 'unclear' : stored === null ? 'new' : changes.length > 0 ? 'changed' : 'same', stored, changes, mine)

  function plan(status: EntryStatus, stored: SeriesEvent | null, changes: EntryPlan['changes'], choices: readonly SeriesEvent[] = []): EntryPlan {
    return {
      raw, partner, stored, changes,
      shown: {
        key: raw.key, status, values, partner: named, event: stored && { id: stored.event.id, name: stored.event.title }, choices: choices.map(({ event }) => ({ id: event.id, name: event.title })),
        changes: changes.map(({ value: _value, ...change }) => change), problems, hints,
      },
    }
  }
}

/** Whose entry it is: as somebody decided, by the code on the form, by the code of an older series, or by the name. */
async function findPartner(database: Database, raw: RawEntry, { partners, series }: Surroundings, problems: PlannedEntry['problems'], hints: string[]): Promise<SeriesPartner | null> {
  const decided = partners.find(({ id }) => id === raw.partnerId)
  if (decided) return decided
  const owner = raw.code === '' ? null : await partnerOfCode(database, raw.code)
  const byCode = owner && partners.find(({ id }) => id === owner.id)
  if (byCode) return byCode
  const byName = (name: string): SeriesPartner | undefined => nameKey(name) === '' ? undefined : partners.find((each) => nameKey(each.name) === nameKey(name))
  if (owner && owner.seriesId !== series.id) {
    const again = partners.find(({ contactId }) => contactId !== null && contactId === owner.contactId) ?? byName(owner.name)
    if (again) {
      hints.push(`Älteres Formular, aus der Reihe „${owner.seriesTitle}“.`)
      return again
    }
    problems.push({ field: 'partner', text: `Die Kennung ${raw.code} gehört zur Reihe „${owner.seriesTitle}“; „${owner.name}“ ist hier nicht unter den Partnern.` })
    return null
  }
  const found = byName(raw.organiser)
  if (found) {
    hints.push(raw.code === '' ? 'Ohne Kennung; am Namen erkannt.' : `Die Kennung ${raw.code} gibt es nicht; am Namen erkannt.`)
    return found
  }
  problems.push({ field: 'partner', text: raw.organiser === '' ? 'Im Formular steht weder Kennung noch Veranstalter. Von wem ist es?' : `„${raw.organiser}“ ist nicht unter den Partnern dieser Reihe.` })
  return null
}

/** Which event an entry speaks of: as decided, the one of the same title, or the one that stood in the same place of the form on the same day. */
function matchingEvent(raw: RawEntry, values: EntryValues, free: readonly SeriesEvent[], titles: ReadonlySet<string>): SeriesEvent | null {
  if (raw.eventId === 'new') return null
  if (raw.eventId !== null) return free.find(({ event }) => event.id === raw.eventId) ?? null
  const titlesOf = ({ event, entry }: SeriesEvent): string[] => [nameKey(event.title), ...(entry?.lastReading ? [nameKey(entry.lastReading.title)] : [])]
  const sameDay = ({ event, entry }: SeriesEvent): boolean => values.startsOn !== null && (event.startsOn === values.startsOn || entry?.lastReading?.startsOn === values.startsOn)
  return free.find((each) => titlesOf(each).includes(nameKey(values.title)))
    ?? free.find((each) => each.entry?.slot === raw.slot && sameDay(each) && !titlesOf(each).some((title) => titles.has(title))) ?? null
}
