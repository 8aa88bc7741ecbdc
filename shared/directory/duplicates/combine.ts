import type { ContactInput } from '../model.ts'
import { isKnown, joints, mergeFields, mergeFieldsOf, sameItem, valueOf, type Item, type MergeChoice, type MergeChoices, type MergeField } from './merge-fields.ts'

/** Whether the two say different things, so that somebody has to choose. */
export function differs(keep: ContactInput, other: ContactInput, field: MergeField): boolean {
  const [left, right] = [valueOf(keep, field), valueOf(other, field)]
  if (!Array.isArray(left) || !Array.isArray(right)) return (left ?? null) !== (right ?? null)
  const [a, b] = [left as Item[], right as Item[]]
  return a.length !== b.length || a.some((item) => !b.some((mate) => sameItem(item, mate)))
}

/** What is proposed: lists and texts of both, otherwise the kept value unless it is empty. */
export function proposedChoice(keep: ContactInput, other: ContactInput, field: MergeField): MergeChoice {
  const [left, right] = [isKnown(valueOf(keep, field)), isKnown(valueOf(other, field))]
  if (!right) return 'keep'
  if (!left) return 'other'
  return mergeFields[field].way === 'one' ? 'keep' : 'both'
}

/**
 * The contact that comes of two. Items of lists that the other one brings get ids of their own, because its rows stay as they are.
 * @param copies is filled with the id of each such item, and the id that it has at the other contact
 */
export function combine(keep: ContactInput, other: ContactInput, choices: MergeChoices, newId: () => string, copies: Map<string, string> = new Map()): ContactInput {
  const combined: Record<string, unknown> = { ...keep }
  for (const field of mergeFieldsOf(keep)) {
    const choice = choices[field] ?? proposedChoice(keep, other, field)
    const [left, right] = [valueOf(keep, field), valueOf(other, field)]
    if (Array.isArray(left) && Array.isArray(right)) combined[field] = combineLists(left as Item[], right as Item[], choice, newId, copies)
    else if (choice === 'other') combined[field] = right
    else if (choice === 'both') combined[field] = combineTexts(String(left ?? ''), String(right ?? ''), field)
  }
  return combined as ContactInput
}

function combineLists(left: readonly Item[], right: readonly Item[], choice: MergeChoice, newId: () => string, copies: Map<string, string>): Item[] {
  if (choice === 'keep') return [...left]
  const hasPreferred = choice === 'both' && left.some((item) => typeof item !== 'string' && item.preferred)
  const copied = (item: Item): Item => {
    if (typeof item === 'string') return item
    const copy = { ...item, id: newId(), preferred: item.preferred && !hasPreferred }
    copies.set(copy.id, item.id)
    return copy
  }
  if (choice === 'both') return [...left, ...right.filter((item) => !left.some((mate) => sameItem(item, mate))).map(copied)]
  return right.map((item) => left.find((mate) => sameItem(item, mate)) ?? copied(item))
}

function combineTexts(left: string, right: string, field: MergeField): string {
  if (left === '' || left.includes(right)) return left || right
  return right === '' ? left : left + (joints[field] ?? ' ') + right
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
