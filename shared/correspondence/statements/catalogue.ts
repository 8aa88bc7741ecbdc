import file from '../../../resources/correspondence/statements.json' with { type: 'json' }

interface Dated {
  readonly validFrom: string
  readonly validTo: string | null
}

const inForce = <Entry extends Dated>(all: readonly Entry[], day: string): Entry[] =>
  all.filter(({ validFrom, validTo }) => validFrom <= day && day <= (validTo ?? day))

/** A statement answers a request; a participation is the office's part in a planning case. Both go the same way. */
export const statementKinds = ['statement', 'participation'] as const
export type StatementKind = (typeof statementKinds)[number]
export const statementKindLabels: Readonly<Record<StatementKind, string>> = { statement: 'Stellungnahme', participation: 'Beteiligung (Planung)' }

/** What a request comes out of: its usual legal basis, and for planning cases the procedure that it usually is. */
export interface Occasion extends Dated {
  readonly code: string
  readonly label: string
  readonly kind: StatementKind
  readonly basis: string
  readonly procedure: string
}

const occasions = file.occasions as readonly Occasion[]

/** The occasions to choose from on a day (ISO). */
export function occasionsOn(day: string): readonly Occasion[] {
  return inForce(occasions, day)
}

/** An occasion by its code, also one that is no longer offered. */
export function occasionOf(code: string): Occasion | undefined {
  return occasions.find((occasion) => occasion.code === code)
}

/** Fields of policy for the figures of the office. */
export const statementFields = file.fields as readonly { readonly code: string; readonly label: string }[]

/** The word for a field; empty where none is chosen. */
export function fieldLabel(code: string): string {
  return statementFields.find((field) => field.code === code)?.label ?? ''
}

/** A rung of the ladder: what must be done so many working days before the external deadline. */
export interface LadderRule {
  code: string
  label: string
  workingDays: number
}

/** The ladder that an office begins with, on a day (ISO). */
export function usualLadder(day: string): readonly LadderRule[] {
  return inForce(file.ladder, day)[0]?.steps ?? []
}

/** Calendar days after dispatch at which the office asks what became of a statement, on a day (ISO). */
export function askAfterDays(day: string): number {
  return inForce(file.askAfterDays, day)[0]?.days ?? 42
}

/** The text of a letter that asks for more time; names in braces are filled in. */
export const extensionText = file.extensionText as readonly string[]

/** The text of a letter that reminds somebody of a contribution. */
export const reminderText = file.reminderText as readonly string[]

/** Puts values into the braces of a text. */
export function filledText(lines: readonly string[], values: Readonly<Record<string, string>>): string[] {
  return lines.map((text) => text.replace(/\{(\p{L}+)\}/gu, (_whole, name: string) => values[name] ?? ''))
}

/** The parts of a statement as its draft begins: lines, `## ` before a heading. */
export const outline = file.outline as readonly string[]

/** The parts that are left to write where a template says the others in fields of its own. */
export const shortOutline = file.shortOutline as readonly string[]
