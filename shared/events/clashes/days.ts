import { addDays } from '../../holidays/days.ts'
import type { Land } from '../../vault/laender.ts'
import { mayClash, spanText, type FoundClash } from './find.ts'
import type { ClashDraft } from './model.ts'
import { quietDays, type QuietDay } from './quiet-days.ts'
import { isOnBetween, lastDay } from './span.ts'

/** A day or a span of days that means something to many people. */
export interface SpecialDay {
  readonly id: string
  readonly name: string
  readonly from: string
  readonly to: string
  readonly kind: 'feast' | 'action' | 'holiday' | 'week'
  /** Whose feast it is; empty for all. */
  readonly community: string
  readonly certainty: string
  readonly note: string
  /** It begins at sunset of the day before `from`. */
  readonly eve: boolean
}

/** From then on it is the evening on which a feast begins. */
const evening = 16 * 60
const midnight = 24 * 60
/** Kinds of events that belong on a quiet day, or stand out of its way. */
const quietKinds = new Set(['commemoration', 'service', 'exhibition', 'lecture', 'reading', 'training', 'information', 'conference'])
/** Longer than this a special day is a season: it is named once, not for each of its days. */
const ramadan = /ramadan/iu

/** What the days of an event are beside it: holidays, quiet days, feasts. `days`: special days from the day of the event to the day after its last. */
export function clashesWithDays(event: ClashDraft, days: readonly SpecialDay[], land: Land): FoundClash[] {
  const { startsOn } = event
  if (startsOn === null || !mayClash(event)) return []
  const quiet = quietKinds.has(event.kind) ? [] : quietDays(startsOn, lastDay(event), land).filter((day) => touches(event, day))
  const holidays = days.filter((day) => day.kind === 'holiday' && day.from <= lastDay(event) && startsOn <= day.to && !quiet.some(({ day: same }) => same === day.from))
  const feasts = days.filter(({ kind }) => kind === 'feast')
  return [...quiet.map(quietClash), ...holidays.map(holidayClash), ...feasts.flatMap((feast) => feastClash(event, startsOn, feast) ?? [])]
}

function touches(event: ClashDraft, { day, hours }: QuietDay): boolean {
  return event.startsOn !== day || hours === null || isOnBetween(event, hours[0], hours[1])
}

function quietClash({ id, name, day, hours, certain }: QuietDay): FoundClash {
  const time = hours === null ? 'die Uhrzeiten stehen im Feiertagsgesetz des Landes' : hours[0] === 0 && hours[1] === midnight ? 'ganztägig' : `${hours[0] / 60} bis ${hours[1] / 60} Uhr`
  return dayClash(id, day, `Stiller Tag: ${name}`, [
    `Am ${spanText(day, day)} sind Tanz, laute Musik und Unterhaltung eingeschränkt (${time}).`,
    certain ? 'Ausnahmen erteilt das Ordnungsamt.' : 'Bitte mit dem Ordnungsamt klären; die Uhrzeiten sind nicht amtlich geprüft.',
  ])
}

function holidayClash({ id, name, from, to, note }: SpecialDay): FoundClash {
  return dayClash(id, from, `Feiertag: ${name}`, [`${spanText(from, to)} ist gesetzlicher Feiertag: Ämter, Schulen und viele Partner haben geschlossen.`, ...(note === '' ? [] : [note])])
}

function feastClash(event: ClashDraft, startsOn: string, feast: SpecialDay): FoundClash | null {
  const { id, name, from, to, community, certainty, note, eve } = feast
  const onFeast = from <= lastDay(event) && startsOn <= to
  const onEve = eve && !onFeast && startsOn === addDays(from, -1) && isOnBetween(event, evening, midnight)
  if (!onFeast && !onEve) return null
  const sure = certainty === 'certain' || certainty === 'sicher' || certainty === 'confirmed' ? [] : ['Der Tag ist vorläufig und kann sich um einen Tag verschieben.']
  const who = community === '' ? '' : ` (${community})`
  const when = onEve ? `Das Fest beginnt am Abend des ${spanText(startsOn, startsOn)} mit Sonnenuntergang.` : `${spanText(from, to)}${who}.`
  return dayClash(id, onEve ? startsOn : from, onEve ? `Vorabend: ${name}` : name, [when, ...(ramadan.test(name) ? fastingReasons(event) : []), ...(note === '' ? [] : [note]), ...sure])
}

/** Who fasts eats after sunset: that is a reason against lunch, and against an evening without food. */
function fastingReasons(event: ClashDraft): string[] {
  return isOnBetween(event, evening, midnight) ? ['Wer fastet, isst erst nach Sonnenuntergang: Uhrzeit und Essen danach richten, gern als gemeinsames Fastenbrechen.'] : ['Wer fastet, isst und trinkt tagsüber nicht.']
}

function dayClash(id: string, day: string, title: string, reasons: readonly string[]): FoundClash {
  return { key: `day:${id}:${day}`, severity: 'soft', other: null, title, reasons: [...reasons] }
}
