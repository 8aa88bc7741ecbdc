import { addDays } from '../../holidays/days.ts'
import { dayOff, firstOpenDay } from '../../holidays/holidays.ts'
import type { Rule } from './data.ts'
import { actualNotice, noFiction, postingDays, statesWithFederalText, unclearStateText, wayRule } from './data.ts'
import type { Certainty, DeadlineInput, DeadlineStep, Way } from './types.ts'

/** When a notice became effective (domain rule „Bekanntgabe“). */
export interface Notification {
  readonly notifiedOn: string
  /** An earlier day that counts if the Land's own text still says three days; else the same day. */
  readonly cautiousDay: string
  readonly steps: readonly DeadlineStep[]
  readonly warnings: readonly string[]
  readonly certainty: Certainty
}

const POSTED: readonly Way[] = ['letter', 'registered', 'electronic', 'reception-centre', 'moved-unannounced']

const withoutFiction = (rule: Rule, input: DeadlineInput): Notification => {
  const { norm, title } = actualNotice(rule.notice)
  const warn = rule.notice !== 'event' && POSTED.includes(input.way)
  return {
    notifiedOn: input.date,
    cautiousDay: input.date,
    steps: [{ title: rule.trigger === '–' ? title : rule.trigger, day: input.date, detail: title, norm }],
    warnings: warn ? [noFiction] : [],
    certainty: 'certain',
  }
}

/**
 * Day of notification or service. The presumed day after posting is a date, not a period: it does not move when it falls on a
 * weekend (BSG 6 May 2010, B 14 AS 12/09 R), except in tax law (§ 108 Abs. 3 AO). A later proven arrival counts instead.
 */
export const notificationOf = (rule: Rule, input: DeadlineInput): Notification => {
  const way = wayRule(rule.notice, input.way)
  if (way === undefined) return withoutFiction(rule, input)
  const warnings = way.hint === null ? [] : [way.hint]
  if (!way.fiction) {
    const step = { title: rule.trigger, day: input.date, detail: way.title, norm: way.norm }
    return { notifiedOn: input.date, cautiousDay: input.date, steps: [step], warnings, certainty: way.certainty }
  }
  const days = postingDays(input.date)
  const presumed = addDays(input.date, days)
  const fiction = way.shift
    ? firstOpenDay(presumed, 1, (day) => dayOff(day, input.land, input.localHolidays))
    : presumed
  const late = input.arrivedOn !== undefined && input.arrivedOn > fiction
  const notifiedOn = late ? (input.arrivedOn as string) : fiction
  const unclear = !late && way.stateText && days === 4 && !statesWithFederalText.includes(input.land)
  return {
    notifiedOn,
    cautiousDay: unclear ? addDays(fiction, -1) : notifiedOn,
    steps: [
      { title: 'Zur Post gegeben oder abgesandt', day: input.date, detail: way.title, norm: way.norm },
      late
        ? { title: 'Nachweislich später angekommen', day: notifiedOn, detail: 'Der Tag der Ankunft zählt.', norm: way.norm }
        : {
            title: 'Gilt als bekannt gegeben',
            day: notifiedOn,
            detail:
              presumed !== fiction
                ? `${days} Tage nach der Aufgabe, verschoben auf den nächsten Werktag`
                : `${days} Tage nach der Aufgabe${way.shift ? '' : '; dieser Tag verschiebt sich nicht'}`,
            norm: way.shift ? `${way.norm}, § 108 Abs. 3 AO` : way.norm,
          },
    ],
    warnings: unclear ? [...warnings, unclearStateText] : warnings,
    certainty: unclear && way.certainty === 'certain' ? 'substantial' : way.certainty,
  }
}
