import { z } from 'zod'
import { procedure } from '../../contract-base.ts'
import { chartRootSchema, chartSchema, pictureQuerySchema, pictureSchema } from './model.ts'

const id = z.string().min(1).max(64)
const chartInput = z.object({ id, day: z.iso.date() })

/** What „Netzwerk" asks of the directory. Answers hold what is drawn and nothing else. */
export const networkContract = {
  /** Organisations at the top of a tree, those with the most below them first. */
  roots: procedure.output(z.object({ roots: z.array(chartRootSchema), total: z.number().int() })),
  /** The tree below an organisation with the people of a day; for a person, of the organisation of a current role. */
  chart: procedure.input(chartInput).output(chartSchema),
  /** The highest organisation above a contact; null for a person without a role on the day. */
  rootOf: procedure.input(chartInput).output(z.object({ id: id.nullable() })),
  /** Writes the chart as an SVG picture to the file that was chosen in the save dialog. */
  saveChart: procedure
    .input(chartInput.extend({ collapsed: z.array(id).max(1000), grant: z.string().min(1).max(100) }))
    .output(z.void()),
  picture: procedure.input(pictureQuerySchema).output(pictureSchema),
}
