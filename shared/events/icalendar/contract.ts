import { z } from 'zod'
import { procedure } from '../../contract-base.ts'
import { LAND_CODES } from '../../vault/laender.ts'
import { exportSourceSchema, exportSummarySchema, importOptionsSchema, importPreviewSchema, maxCalendarBytes, maxImported } from './model.ts'

const token = z.string().min(1).max(64)

/** Calendar files (iCalendar), out and in. */
export const icalendarContract = {
  /** What a file would hold; writes nothing. */
  plan: procedure.input(z.object({ source: exportSourceSchema })).output(exportSummarySchema),
  /** Writes the file to the chosen place. `invalid` where there is nothing to write. */
  save: procedure.input(z.object({ source: exportSourceSchema, grant: z.string().min(1).max(100) })).output(exportSummarySchema),
  /** Begins with a file to import; one that was begun before is given up. */
  begin: procedure.input(z.object({ name: z.string().max(255), size: z.number().int().min(0).max(maxCalendarBytes) })).output(z.object({ token })),
  /** The next piece of the file as base64. */
  append: procedure.input(z.object({ token, content: z.base64().max(2_900_000) })).output(z.void()),
  /** Reads the file and says what would become of each entry. Changes nothing; may be asked again with other options. */
  read: procedure.input(z.object({ token, options: importOptionsSchema })).output(importPreviewSchema),
  /** Imports the chosen items as one step. */
  run: procedure
    .input(z.object({ token, options: importOptionsSchema, keys: z.array(z.string().max(64)).min(1).max(maxImported), land: z.enum(LAND_CODES) }))
    .output(z.object({ change: z.string().nullable(), created: z.number().int(), changed: z.number().int() })),
  /** Gives the file up. */
  close: procedure.input(z.object({ token })).output(z.void()),
}
