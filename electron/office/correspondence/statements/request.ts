import { uuidv7 } from 'uuidv7'
import type { BlockNode, LetterBody } from '../../../../shared/correspondence/body.ts'
import { askAfterDays, occasionOf, outline, shortOutline, type LadderRule } from '../../../../shared/correspondence/statements/catalogue.ts'
import { ladder, shortenedLadder } from '../../../../shared/correspondence/statements/ladder.ts'
import type { StatementInput } from '../../../../shared/correspondence/statements/model.ts'
import { addDays, germanDay } from '../../../../shared/holidays/days.ts'
import { firstOpenDay, officeClosed } from '../../../../shared/holidays/holidays.ts'
import type { Land } from '../../../../shared/vault/laender.ts'

/** The rows of a new ladder; none without an external deadline. */
export function ladderRows(statementId: string, due: string | null, rules: readonly LadderRule[], { land, today, shorten }: { land: Land; today: string; shorten: boolean }) {
  if (due === null) return []
  return (shorten ? shortenedLadder : ladder)(due, rules, land, today).map(({ code, label, workingDays, dueOn }, position) => ({
    id: uuidv7(), statement_id: statementId, position, code, label, working_days: workingDays, due_on: dueOn, done_on: null, done_by: '',
  }))
}

/**
 * The text that a draft begins with: what it is about, and the parts that a statement has.
 * @param own the template says reference, basis and vote in fields of its own
 */
export function draftBody(fields: StatementInput, own = false): LetterBody {
  const occasion = occasionOf(fields.occasion)
  const about = [
    fields.reason === '' ? `zu „${fields.subject}“ nehme ich wie folgt Stellung.` : `zu ${fields.reason} nehme ich wie folgt Stellung.`,
    fields.basis === '' || own ? '' : `Grundlage der Beteiligung: ${fields.basis}${occasion ? ` (${occasion.label})` : ''}.`,
  ].filter(Boolean)
  const content: BlockNode[] = [...about, ...(own ? shortOutline : outline)].map((line): BlockNode => line.startsWith('## ')
    ? { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: line.slice(3) }] }
    : line === '' ? { type: 'paragraph' } : { type: 'paragraph', content: [{ type: 'text', text: line }] })
  return { type: 'doc', content }
}

/** The day on which the office asks what became of a statement: so many days after dispatch, when people work. */
export function askOn(sentOn: string, land: Land): string {
  return firstOpenDay(addDays(sentOn, askAfterDays(sentOn)), 1, (day) => officeClosed(day, land))
}

/** "Mo 07.12.2026" or that there is none. */
export function dueText(due: string | null): string {
  return due === null ? 'ohne Frist' : `Frist ${germanDay(due)}`
}
