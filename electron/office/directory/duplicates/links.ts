import type { OfficeSchema } from '../../database/office/schema.ts'
import type { LinkColumn } from '../../database/move-links.ts'
import type { DatabaseSide } from '../../database/side.ts'

/**
 * Parts that a merge doesn't move: values come into the kept contact field by field, and the record of decisions and merges stays
 * where it is.
 */
const stayingParts = new Set<string>(['contact_address', 'contact_channel', 'contact_label', 'contact_distinction', 'contact_merge'])

/**
 * Every column of office.db that links to a contact and moves with it, from what the record types tell: parts of the contact itself,
 * `mentionedIn` and `linkedIn`. A new feature joins by its record type.
 */
export function linkColumns(side: Pick<DatabaseSide<OfficeSchema>, 'types'>): LinkColumn<OfficeSchema>[] {
  const { parts, mentionedIn = {}, linkedIn = {} } = side.types.get('contact')
  const columns = [...Object.entries(parts).filter(([table]) => !stayingParts.has(table)), ...Object.entries(mentionedIn), ...Object.entries(linkedIn)]
  return columns.flatMap(([table, names]) => [names].flat().map((column) => ({ table: table as keyof OfficeSchema & string, column: column as string })))
}
