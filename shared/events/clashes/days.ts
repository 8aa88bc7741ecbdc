import type { SpecialDay } from '../../calendar/days.ts'
import { addDays, daysBetween } from '../../holidays/days.ts'
import type { Land } from '../../vault/laender.ts'
import { mayClash, spanText, type FoundClash } from './find.ts'
import type { ClashDraft } from './model.ts'
import { quietDays, type QuietDay } from './quiet-days.ts'
import { isOnBetween, lastDay } from './span.ts'

/** Special days that many days away from an event may still concern it: the margin of those that hang on the moon. */
export const daysAround = 2

/** From then on it is the evening on which a feast begins. */
const evening = 16 * 60
const midnight = 24 * 60
/** Of what lasts longer only the opening counts. */
const fewDays = 3
/** Kinds of events that keep a quiet day quiet. */
const quietKinds = new Set(['commemoration', 'service', 'exhibition', 'lecture', 'reading', 'training', 'information', 'conference'])
/** The month in which many eat and drink nothing from dawn to sunset. */
const fastingMonth = /^ramadan:/u
/** Feasts that stand in the calendar as public holidays or quiet days already. */
const westernFeasts = /^(?:easter|pentecost|christmas|christmas-eve|ash-wednesday):/u

/** What the days of an event are beside it: holidays, quiet days, feasts. `days`: special days, also those {@link daysAround} its own. */
export function clashesWithDays(event: ClashDraft, days: readonly SpecialDay[], land: Land): FoundClash[] {
  const { startsOn } = event
  if (startsOn === null || !mayClash(event)) return []
  const last = daysBetween(startsOn, lastDay(event)) > fewDays ? startsOn : lastDay(event)
  const quiet = quietKinds.has(event.kind) ? [] : quietDays(startsOn, last, land).filter((day) => touches(event, day))
  const holidays = days.filter(({ kind, from, to }) => kind === 'holiday' && from <= last && startsOn <= to && !quiet.some(({ day }) => day === from))
  const official = quiet.length + holidays.length > 0
  const feasts = days.filter(({ kind, id }) => kind === 'feast' && !(official && westernFeasts.test(id)))
  return [...quiet.map(quietClash), ...holidays.map(holidayClash), ...feasts.flatMap((feast) => feastClash(event, [startsOn, last], feast) ?? [])]
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

function holidayClash({ id, name, from, note }: SpecialDay): FoundClash {
  return dayClash(id, from, `Feiertag: ${name}`, [`Am ${spanText(from, from)} haben Ämter, Schulen und viele Partner geschlossen.`, ...(note === '' ? [] : [note])])
}

function feastClash(event: ClashDraft, [first, last]: readonly [string, string], feast: SpecialDay): FoundClash | null {
  const { id, name, from, to, community, note, eve, margin } = feast
  const touchesSpan = (begin: string, end: string): boolean => begin <= last && first <= end
  const when = touchesSpan(from, to) ? 'day'
    : eve && first === addDays(from, -1) && isOnBetween(event, evening, midnight) ? 'eve'
      : margin > 0 && touchesSpan(addDays(from, -margin), addDays(to, margin)) ? 'margin' : null
  if (when === null) return null
  const told = { day: `${spanText(from, to)}; ${community}.`, eve: `Das Fest beginnt am Abend davor mit Sonnenuntergang; ${community}.`, margin: `Das Fest kann auf diesen Tag fallen (errechnet: ${spanText(from, to)}); ${community}.` }[when]
  const title = { day: name, eve: `Vorabend: ${name}`, margin: `Vielleicht: ${name}` }[when]
  return dayClash(id, first, title, [told, ...(when !== 'margin' && fastingMonth.test(id) ? [fastingReason(event)] : []), ...(note === '' ? [] : [note]), ...(feast.certainty === 'certain' || when === 'margin' ? [] : ['Der Tag ist vorläufig.'])])
}

/** Who fasts eats after sunset: that is a reason against lunch, and against an evening without food. */
function fastingReason(event: ClashDraft): string {
  return isOnBetween(event, evening, midnight) ? 'Wer fastet, isst erst nach Sonnenuntergang: Uhrzeit und Essen danach richten, gern als gemeinsames Fastenbrechen.' : 'Wer fastet, isst und trinkt tagsüber nicht.'
}

function dayClash(id: string, day: string, title: string, reasons: readonly string[]): FoundClash {
  return { key: `day:${id}:${day}`, severity: 'soft', other: null, title, reasons: [...reasons] }
}
