import type { ContactInput } from '../model.ts'
import { keyOf } from '../../merge/values.ts'
import { joints, mergeFieldsOf, valueOf, type Item, type MergeField } from './merge-fields.ts'
import { sameValues, type FieldChange } from './combine.ts'

/** A contact without what a merge brought it, and the fields in which a later edit stood in the way and stayed. */
export interface TakenBack {
  contact: ContactInput
  edited: MergeField[]
}

/** Takes from a contact what a merge brought and nobody has edited since. */
export function takeBack(current: ContactInput, changes: readonly FieldChange[]): TakenBack {
  const contact: Record<string, unknown> = { ...current }
  const edited: MergeField[] = []
  const fields = new Set(mergeFieldsOf(current))
  for (const { field, before, after } of changes) {
    if (!fields.has(field)) continue
    const now = valueOf(current, field)
    if (sameValues(now, after)) contact[field] = before
    else if (Array.isArray(now) && Array.isArray(before) && Array.isArray(after)) {
      const list = listWithout(now as Item[], before as Item[], after as Item[])
      contact[field] = list.items
      if (list.edited) edited.push(field)
    } else if (!sameValues(now, before)) {
      const text = textWithout(String(now ?? ''), String(before ?? ''), String(after ?? ''), joints[field])
      if (text === null) edited.push(field)
      else contact[field] = text
    }
  }
  return { contact: contact as unknown as ContactInput, edited }
}

/** Items that came go unless they were edited, items that had gone come back to their place; what is new since stays. */
function listWithout(now: readonly Item[], before: readonly Item[], after: readonly Item[]): { items: Item[], edited: boolean } {
  const known = new Set(before.map(keyOf))
  const came = new Map(after.filter((item) => !known.has(keyOf(item))).map((item) => [keyOf(item), item]))
  const left = now.filter((item) => !came.has(keyOf(item)) || !sameValues(came.get(keyOf(item)), item))
  const changed = left.some((item) => came.has(keyOf(item)))
  const stayed = new Set(after.map(keyOf))
  const items = [...left]
  for (const [index, item] of before.entries()) {
    if (!stayed.has(keyOf(item)) && !items.some((other) => keyOf(other) === keyOf(item))) items.splice(Math.min(index, items.length), 0, item)
  }
  return { items, edited: changed }
}

/** A joined text loses its second part even when the first was edited; `null` when that part isn't there as it came. */
function textWithout(now: string, before: string, after: string, joint: string | undefined): string | null {
  if (joint === undefined || before === '' || !after.startsWith(before + joint)) return null
  const came = after.slice(before.length)
  return now.includes(came) ? now.replace(came, () => '') : null
}
