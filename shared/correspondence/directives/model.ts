import { z } from 'zod'
import { cleanLine, cleanText } from '../clean-text.ts'

const id = z.string().min(1).max(64)
const day = z.iso.date()

/** What an item of a Verfügung orders. */
export const directiveKinds = ['note', 'letter', 'cosign', 'copy', 'task', 'follow-up', 'file'] as const
export type DirectiveKind = (typeof directiveKinds)[number]
export const directiveKindLabels: Readonly<Record<DirectiveKind, string>> = {
  note: 'Vermerk', letter: 'Schreiben', cosign: 'Mitzeichnung', copy: 'Kopie, Kenntnisnahme', task: 'Aufgabe', 'follow-up': 'Wiedervorlage', file: 'Z. d. A.',
}

/** An item as a person orders it. */
export const directiveInputSchema = z.object({
  kind: z.enum(directiveKinds),
  text: z.string().max(2_000).transform(cleanText).refine((text) => text !== '', 'Bitte angeben, was zu tun ist.'),
  /** Somebody of the office, or a contact, or just a name. */
  personId: id.nullable(),
  contactId: id.nullable(),
  name: z.string().max(300).transform(cleanLine),
  dueOn: day.nullable(),
  /** With `file`: the Vorgang that the Verfügung goes into. */
  matterId: id.nullable(),
})
export type DirectiveInput = z.infer<typeof directiveInputSchema>

/** An item with its state. */
export const directiveItemSchema = directiveInputSchema.extend({
  id,
  resultLetterId: z.string().nullable(),
  doneOn: z.string().nullable(),
  doneBy: z.string(),
  /** „Hz." */
  initials: z.string(),
  remark: z.string(),
})
export type DirectiveItem = z.infer<typeof directiveItemSchema>

/** An item that waits for somebody. */
export const openDirectiveSchema = directiveItemSchema.pick({ id: true, kind: true, text: true, name: true, dueOn: true }).extend({ letterId: z.string(), letterNumber: z.string(), letterSubject: z.string() })
export type OpenDirective = z.infer<typeof openDirectiveSchema>

/** What stands beside an item when it is done: „gef. 24.11.2026 / MM". Empty as long as it isn't. */
export function doneMark({ doneOn, initials }: Pick<DirectiveItem, 'doneOn' | 'initials'>): string {
  if (doneOn === null) return ''
  const [year, month, date] = doneOn.split('-')
  return `gef. ${date}.${month}.${year}${initials === '' ? '' : ` / ${initials}`}`
}
