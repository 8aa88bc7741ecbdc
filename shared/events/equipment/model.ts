import { z } from 'zod'
import equipment from '../../../resources/events/equipment.json' with { type: 'json' }
import { partId, partLine } from '../part.ts'

/** A thing that is needed. Both people may be contacts or just names. */
export const equipmentItemSchema = z.object({
  id: partId,
  what: partLine(),
  /** "12", "3 Rollen". */
  quantity: partLine(60),
  ownerId: partId.nullable(),
  /** From where or whom. */
  owner: partLine(),
  bringerId: partId.nullable(),
  /** Who brings it. */
  bringer: partLine(),
  got: z.boolean(),
  returned: z.boolean(),
  note: partLine(1_000),
})
export type EquipmentItem = z.infer<typeof equipmentItemSchema>
export const equipmentSchema = z.object({ items: z.array(equipmentItemSchema).max(500) })

export const equipmentTemplates = equipment.templates

/** The template for a kind of event; the first one where none names it. */
export function equipmentTemplateOf(kind: string) {
  return equipmentTemplates.find(({ kinds }) => kinds.includes(kind)) ?? equipmentTemplates[0]
}

/** How far a thing is, in words. What belongs to nobody else need not go back. */
export function equipmentState({ got, returned, owner, bringer }: Pick<EquipmentItem, 'got' | 'returned' | 'owner' | 'bringer'>): string {
  if (returned) return 'zurückgegeben'
  if (got) return owner === '' ? 'da' : 'da, noch zurückzugeben'
  return bringer === '' ? 'offen, niemand bringt es' : 'offen'
}
