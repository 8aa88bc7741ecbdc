import { combineValues, proposedOf, valuesDiffer, type MergeChoice } from '../../merge/values.ts'
import type { ContactInput } from '../model.ts'
import { joints, mergeFields, mergeFieldsOf, valueOf, type MergeChoices, type MergeField } from './merge-fields.ts'

/** Whether the two say different things, so that somebody has to choose. */
export function differs(keep: ContactInput, other: ContactInput, field: MergeField): boolean {
  return valuesDiffer(valueOf(keep, field), valueOf(other, field))
}

/** What is proposed: lists and texts of both, otherwise the kept value unless it is empty. */
export function proposedChoice(keep: ContactInput, other: ContactInput, field: MergeField): MergeChoice {
  return proposedOf(mergeFields[field].way, valueOf(keep, field), valueOf(other, field))
}

/**
 * The contact that comes of two. Items of lists that the other one brings get ids of their own, because its rows stay as they are.
 * @param copies is filled with the id of each such item, and the id that it has at the other contact
 */
export function combine(keep: ContactInput, other: ContactInput, choices: MergeChoices, newId: () => string, copies: Map<string, string> = new Map()): ContactInput {
  const combined: Record<string, unknown> = { ...keep }
  for (const field of mergeFieldsOf(keep)) {
    const choice = choices[field] ?? proposedChoice(keep, other, field)
    combined[field] = combineValues(valueOf(keep, field), valueOf(other, field), choice, { joint: joints[field] ?? ' ', newId, copies })
  }
  return combined as ContactInput
}

/** What a merge changed in a field. */
export interface FieldChange {
  field: MergeField
  before: unknown
  after: unknown
}

/** The fields in which two states of a contact differ. */
export function changesBetween(before: ContactInput, after: ContactInput): FieldChange[] {
  return mergeFieldsOf(before).map((field) => ({ field, before: valueOf(before, field), after: valueOf(after, field) }))
    .filter((change) => !sameValues(change.before, change.after))
}

/** Whether two values of a field are the same to the last detail. */
export function sameValues(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? null, sortedKeys) === JSON.stringify(other ?? null, sortedKeys)
}

function sortedKeys(_: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => a < b ? -1 : 1))
}
