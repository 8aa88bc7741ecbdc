import { addDays, germanDay, parseDay } from '../holidays/days.ts'
import { dayOff, firstOpenDay, officeClosed } from '../holidays/holidays.ts'
import { LAENDER } from '../vault/laender.ts'
import type { Rule, RuleVersion } from './deadlines/data.ts'
import { disclaimer, procedureOf, ruleById, source, versionOn } from './deadlines/data.ts'
import type { Notification } from './deadlines/notification.ts'
import { notificationOf } from './deadlines/notification.ts'
import { addClockHours, lengthName, nominalEndOf, summerTimeEnds } from './deadlines/period.ts'
import type { Certainty, DeadlineInput, DeadlineResult, DeadlineStep } from './deadlines/types.ts'
import { WAYS } from './deadlines/types.ts'

export type { Certainty, DeadlineInput, DeadlineKind, DeadlineResult, DeadlineStep, Way } from './deadlines/types.ts'

/** Days that a simple letter is given to arrive before a summons must be there. */
const SUMMONS_BUFFER_DAYS = 4
const SUMMONS_DEFAULT_DAYS = 7

const ORDER: readonly Certainty[] = ['certain', 'substantial', 'recheck']
const least = (...values: Certainty[]): Certainty =>
  values.reduce((worst, value) => (ORDER.indexOf(value) > ORDER.indexOf(worst) ? value : worst))

const earlier = (a: string, b: string): string => (a < b ? a : b)
const later = (a: string, b: string): string => (a > b ? a : b)

const landName = (code: string): string => LAENDER.find((land) => land.code === code)?.name ?? code

const check = (input: DeadlineInput): void => {
  if (!LAENDER.some((land) => land.code === input.land)) throw new RangeError(`Unknown Land: ${input.land}`)
  if (!WAYS.includes(input.way)) throw new RangeError(`Unknown way of notification: ${input.way}`)
  for (const day of [input.date, input.applicationDate, input.arrivedOn]) if (day !== undefined) parseDay(day)
  if (input.time !== undefined && !/^([01]\d|2[0-3]):[0-5]\d$/.test(input.time)) {
    throw new RangeError(`Not a time of day: ${input.time}`)
  }
  if (input.days !== undefined && !(Number.isInteger(input.days) && input.days > 0)) {
    throw new RangeError(`Not a number of days: ${input.days}`)
  }
}

/** The version of a rule by its key date, with a warning where that date is missing or lies before all versions. */
const chooseVersion = (rule: Rule, input: DeadlineInput, notifiedOn: string) => {
  const warnings: string[] = []
  const byApplication = rule.keyDate === 'asylum-application'
  const keyDay = byApplication ? (input.applicationDate ?? notifiedOn) : input.date
  const found = versionOn(rule, keyDay)
  if (found === undefined) warnings.push('Für dieses Datum ist keine Fassung der Regel hinterlegt: bitte prüfen.')
  const version = found ?? (rule.versions[0] as RuleVersion)
  if (byApplication && input.applicationDate === undefined && version.certainty !== 'certain') {
    warnings.push('Das Datum des Asylantrags bestimmt das Recht: bitte angeben und die Frist laut Belehrung übernehmen.')
  }
  return { version, warnings, certainty: found === undefined ? ('recheck' as const) : version.certainty }
}

/** Walks an end that is a day off to the working day where the procedure's law says so. */
const shiftEnd = (rule: Rule, input: DeadlineInput, nominal: string): string =>
  rule.shift || rule.kind === 'summons'
    ? firstOpenDay(nominal, rule.kind === 'backward' || rule.kind === 'summons' ? -1 : 1, (day) =>
        dayOff(day, input.land, input.localHolidays))
    : nominal

const endDay = (rule: Rule, version: RuleVersion, input: DeadlineInput, start: string): string | null => {
  const nominal = nominalEndOf(rule, version, start, input.days ?? SUMMONS_DEFAULT_DAYS)
  if (nominal === null) return null
  return rule.kind === 'earliest' ? addDays(nominal, 1) : shiftEnd(rule, input, nominal)
}

const safeDayOf = (rule: Rule, version: RuleVersion, input: DeadlineInput, notice: Notification, end: string): string => {
  const closed = (day: string) => officeClosed(day, input.land, input.localHolidays)
  if (rule.kind === 'retroactive') return end
  if (rule.kind === 'earliest') return firstOpenDay(end, 1, closed)
  if (rule.kind === 'summons') return firstOpenDay(addDays(end, -SUMMONS_BUFFER_DAYS), -1, closed)
  const cautious = endDay(rule, version, input, notice.cautiousDay) ?? end
  const before = firstOpenDay(addDays(earlier(end, cautious), -1), -1, closed)
  return rule.kind === 'backward' || rule.kind === 'validity' ? before : later(before, notice.notifiedOn.slice(0, 10))
}

const periodStep = (rule: Rule, version: RuleVersion, input: DeadlineInput, nominal: string): DeadlineStep => {
  const { period } = procedureOf(rule)
  const length = lengthName(version.amount, version.unit)
  const step = (title: string, detail: string, norm = period): DeadlineStep => ({ title, day: nominal, detail, norm })
  switch (rule.kind) {
    case 'backward':
      return step(`Rückwärts ${length}`, 'Gezählt wird vom Ereignis zurück.')
    case 'summons':
      return step(`${input.days ?? SUMMONS_DEFAULT_DAYS} volle Tage vorher`, 'Weder der Tag des Zugangs noch der Tag der Sitzung zählt mit.')
    case 'age':
      return step(`Letzter Tag vor dem ${version.amount}. Geburtstag`, 'Der Tag der Geburt zählt mit; Ende um 24:00 Uhr.', '§ 187 Abs. 2, § 188 Abs. 2 BGB')
    case 'year-end':
      return step('Ende des folgenden Kalenderjahres', 'Die Frist beginnt mit dem Schluss des Jahres.')
    case 'validity':
      return nominal === input.date
        ? step('Titel endet', 'Ein Ablaufdatum ist keine Verfahrensfrist.')
        : step('Gilt fort', 'Fortgeltung durch Verordnung, unabhängig vom aufgedruckten Datum.', version.norm)
    case 'retroactive':
      return step('Leistungen rückwirkend ab', `1. Januar, ${length} vor dem Jahr des Antrags`, version.norm)
    case 'hours':
      return step(`Frist ${length}`, 'Gezählt ab dem Zeitpunkt des Bekanntwerdens.')
    default:
      return step(`Frist ${length}`, 'Der Tag des Ereignisses zählt nicht mit; Ende um 24:00 Uhr, Eingang entscheidet.')
  }
}

const shiftStep = (rule: Rule, input: DeadlineInput, nominal: string, deadline: string): DeadlineStep => {
  const { shift } = procedureOf(rule)
  const reason = dayOff(nominal.slice(0, 10), input.land, input.localHolidays)
  if (rule.kind === 'earliest') {
    return { title: 'Frühestens am folgenden Tag', day: deadline, detail: 'Die Frist muss abgelaufen sein.', norm: procedureOf(rule).period }
  }
  if (deadline !== nominal) {
    const detail = `${germanDay(nominal)} ist kein Werktag (${reason ?? ''}, ${landName(input.land)}).`
    const title = deadline > nominal ? 'Verschoben auf den nächsten Werktag' : 'Vorgezogen auf den Werktag davor'
    return { title, day: deadline, detail, norm: shift }
  }
  const detail = reason === null ? `Werktag in ${landName(input.land)}` : `${reason}: Diese Frist verschiebt sich nicht.`
  return { title: 'Keine Verschiebung', day: deadline, detail, norm: reason === null ? shift : '' }
}

/** End of a period in hours with its warnings, as ISO local times. */
const hoursEnd = (version: RuleVersion, input: DeadlineInput) => {
  const start = input.time ?? '00:00'
  const end = addClockHours(input.date, start, version.amount)
  const warnings = input.time === undefined ? ['Die Uhrzeit fehlt: Gerechnet ist vorsichtshalber ab 0:00 Uhr.'] : []
  if (summerTimeEnds(input.date, end.slice(0, 10))) {
    warnings.push('In diesem Zeitraum endet die Sommerzeit: Die tatsächlichen Stunden sind eine Stunde früher um.')
  }
  return { notifiedOn: `${input.date}T${start}`, end, warnings }
}

/**
 * Computes a legal deadline over the dated rules in `resources/deadlines` and `resources/holidays`: first the day of
 * notification by the way the notice came, then the end of the period, then the shift where the procedure's law has one (end on
 * a Saturday, Sunday or public holiday of the Land). Every step carries its paragraph; the notice's own instruction decides.
 *
 * @throws RangeError for an unknown rule, Land or way, or a day or time that does not exist
 */
export const computeDeadline = (input: DeadlineInput): DeadlineResult => {
  check(input)
  const rule = ruleById(input.rule)
  const notice = notificationOf(rule, input)
  const chosen = chooseVersion(rule, input, notice.notifiedOn)
  const { version } = chosen
  const hours = rule.kind === 'hours' ? hoursEnd(version, input) : null
  const nominalEnd = hours?.end ?? nominalEndOf(rule, version, notice.notifiedOn, input.days ?? SUMMONS_DEFAULT_DAYS)
  const deadline = hours?.end ?? endDay(rule, version, input, notice.notifiedOn)
  const safeDay = deadline === null ? null : safeDayOf(rule, version, input, notice, deadline.slice(0, 10))
  const steps: DeadlineStep[] = [...notice.steps]
  if (nominalEnd === null || deadline === null || safeDay === null) {
    steps.push({ title: 'Keine berechenbare Frist', day: null, detail: rule.hint ?? '', norm: version.norm })
  } else {
    steps.push(periodStep(rule, version, input, nominalEnd), shiftStep(rule, input, nominalEnd, deadline))
    const detail = rule.kind === 'summons' ? `Postlauf ${SUMMONS_BUFFER_DAYS} Tage` : 'An diesem Tag sind die Stellen geöffnet.'
    if (safeDay !== deadline) steps.push({ title: 'Sicherer Tag', day: safeDay, detail, norm: '' })
  }
  steps.push({ title: 'Die Belehrung entscheidet', day: null, detail: disclaimer, norm: '' })
  const closed = (day: string) => officeClosed(day, input.land, input.localHolidays)
  return {
    rule: rule.id,
    title: rule.title,
    kind: rule.kind,
    notifiedOn: hours?.notifiedOn ?? notice.notifiedOn,
    nominalEnd,
    deadline,
    safeDay,
    preWarnings: deadline === null
      ? []
      : rule.preWarningDays.map((days) => firstOpenDay(addDays(deadline.slice(0, 10), -days), -1, closed)),
    steps,
    norm: version.norm,
    certainty: least(chosen.certainty, notice.certainty),
    warnings: [...(rule.hint === null ? [] : [rule.hint]), ...notice.warnings, ...(hours?.warnings ?? []), ...chosen.warnings],
    disclaimer,
    source,
  }
}
