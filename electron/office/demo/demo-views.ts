import { viewInputSchema } from '../../../shared/directory/finding/views.ts'
import { saveView } from '../directory/finding/views-service.ts'
import type { OfficeDesk } from '../session.ts'

/** Saves two views as an office would have them: the network by area of work, and what is missing. */
export async function fillViews(desk: OfficeDesk): Promise<void> {
  const views = [
    {
      name: 'Netzwerk nach Arbeitsfeld',
      shared: true,
      definition: {
        filter: { tags: ['Netzwerk Integration'] },
        grouping: 'area',
        columns: [{ key: 'name' }, { key: 'phone' }, { key: 'email' }],
      },
    },
    { name: 'Nicht per E-Mail erreichbar', shared: true, definition: { filter: { lacks: ['email'] }, columns: [{ key: 'name' }, { key: 'place' }, { key: 'phone' }] } },
  ]
  for (const view of views) await saveView(desk, {}, viewInputSchema.parse(view))
}
