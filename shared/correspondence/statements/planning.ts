import file from '../../../resources/correspondence/statements.json' with { type: 'json' }
import { germanDate } from '../../dates.ts'
import { addDays, addMonths, daysBetween } from '../../holidays/days.ts'
import { firstOpenDay, officeClosed } from '../../holidays/holidays.ts'
import type { Land } from '../../vault/laender.ts'
import type { StatementInput } from './model.ts'

/** A procedure of planning law: its basis, and the period that it must give (months, and at least so many calendar days). */
export interface PlanningProcedure {
  readonly code: string
  readonly label: string
  readonly basis: string
  readonly months: number | null
  readonly leastDays: number | null
  readonly validFrom: string
  readonly validTo: string | null
}

const procedures = file.procedures as readonly PlanningProcedure[]

/** The procedures to choose from on a day (ISO). */
export function proceduresOn(day: string): readonly PlanningProcedure[] {
  return procedures.filter(({ validFrom, validTo }) => validFrom <= day && day <= (validTo ?? day))
}

/** A procedure by its code, also one that is no longer offered. */
export function procedureOf(code: string): PlanningProcedure | undefined {
  return procedures.find((procedure) => procedure.code === code)
}

/** States of a plan. */
export const planStages = file.planStages as readonly { readonly code: string; readonly label: string }[]

/** The word for the state of a plan; empty where none is chosen. */
export function planStageLabel(code: string): string {
  return planStages.find((stage) => stage.code === code)?.label ?? ''
}

/**
 * The last day of the period that a procedure gives from the day of receipt on: a month, not less than the least number of days
 * (§ 4 Abs. 2 Satz 2 BauGB), and never a day on which nobody works (§ 31 Abs. 3 VwVfG, § 193 BGB). Null for a procedure without one.
 */
export function planningDue(code: string, receivedOn: string, land: Land): string | null {
  const procedure = procedureOf(code)
  if (!procedure || procedure.months === null) return null
  const month = addMonths(receivedOn, procedure.months)
  const least = addDays(receivedOn, procedure.leastDays ?? 0)
  return firstOpenDay(month > least ? month : least, 1, (day) => officeClosed(day, land))
}

type Dates = Pick<StatementInput, 'procedure' | 'receivedOn' | 'dueOn' | 'displayFrom' | 'displayTo'>

/** What is wrong with the periods of a planning case, in words to hold against whoever asked; empty where nothing is. */
export function periodFaults({ procedure: code, receivedOn, dueOn, displayFrom, displayTo }: Dates): string[] {
  const procedure = procedureOf(code)
  const faults: string[] = []
  if (displayFrom !== null && displayTo !== null && displayTo < displayFrom) return ['Die Auslegung endet, bevor sie beginnt.']
  if (!procedure?.leastDays) return faults
  const { leastDays, basis } = procedure
  if (dueOn !== null && daysBetween(receivedOn, dueOn) < leastDays) {
    faults.push(`Vom Eingang bis zur Frist sind es ${daysText(daysBetween(receivedOn, dueOn))}; ${basis} verlangt einen Monat, mindestens ${leastDays} Tage.`)
  }
  if (displayFrom !== null && displayTo !== null && daysBetween(displayFrom, displayTo) + 1 < leastDays) {
    faults.push(`Die Auslegung dauert ${daysText(daysBetween(displayFrom, displayTo) + 1)}; § 3 Abs. 2 BauGB verlangt einen Monat, mindestens ${leastDays} Tage.`)
  }
  if (displayTo !== null && receivedOn > displayTo) faults.push(`Die Anfrage kam nach dem Ende der Auslegung (${germanDate(displayTo)}).`)
  return faults
}

function daysText(count: number): string {
  return count === 1 ? '1 Tag' : `${Math.max(0, count)} Tage`
}
