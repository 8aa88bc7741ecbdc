import { germanDate } from '../../dates.ts'
import type { Particulars } from '../templates/kinds.ts'
import type { StatementInput } from './model.ts'
import { planStageLabel, procedureOf } from './planning.ts'
import { voteWords } from './workflow.ts'

/** What a template for statements says of the request in its own fields. */
export function statementParticulars(fields: StatementInput): Particulars {
  const { reason, receivedOn, subject, basis, vote } = fields
  return { anlass: reason || `Ihre Anfrage, eingegangen am ${germanDate(receivedOn)}`, gegenstand: [subject, planningText(fields)].filter(Boolean).join('; '), grundlage: basis, votum: voteWords[vote] }
}

function planningText({ procedure, planStage, displayFrom, displayTo }: StatementInput): string {
  const display = displayFrom === null || displayTo === null ? '' : `Auslegung vom ${germanDate(displayFrom)} bis ${germanDate(displayTo)}`
  return [procedureOf(procedure)?.label ?? '', planStageLabel(planStage), display].filter(Boolean).join(', ')
}
