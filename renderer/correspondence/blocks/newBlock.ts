import type { BlockPart, TextBlockFields } from '../../../shared/correspondence/blocks/model.ts'
import { bodyFields } from '../../../shared/correspondence/body-field-names.ts'
import type { BodyFieldValues } from '../../../shared/correspondence/body-fields.ts'
import { emptyBody } from '../../../shared/correspondence/body.ts'

/** A part that says nothing yet. */
export function newPart(kind: BlockPart['kind']): BlockPart {
  return { id: crypto.randomUUID(), kind, label: '', group: '', preset: kind === 'always', runOn: false, body: emptyBody }
}

/** A text block as it begins: its owner is who makes it. */
export function newBlock(person: { id: string; name: string }): TextBlockFields {
  return { title: '', shortForm: '', category: '', ownerId: person.id, ownerName: person.name, validFrom: null, validUntil: null, note: '', parts: [newPart('always')] }
}

/** In a text block fields say their names: what they say is up to each letter. */
export const fieldNames: BodyFieldValues = new Map(bodyFields.map(({ key, label }) => [key, `[${label}]`]))
