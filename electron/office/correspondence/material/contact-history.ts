import { movementLabels } from '../../../../shared/correspondence/material/stock.ts'
import type { HistorySource } from '../../contact-history-source.ts'

/** Copies that contacts got or that lie with them. */
export const materialHistory: HistorySource = {
  async read(desk, contactIds, limit) {
    const rows = await desk.database.read.selectFrom('material_movement').innerJoin('material', 'material.id', 'material_movement.material_id')
      .select(['material_movement.id', 'material_movement.kind', 'change', 'moved_on', 'contact_id', 'person_name', 'material.title', 'material.id as materialId'])
      .where('contact_id', 'in', contactIds).where('material.deleted_at', 'is', null).orderBy('moved_on', 'desc').orderBy('material_movement.id', 'desc').limit(limit).execute()
    return rows.map((row) => ({
      key: `material:${row.id}`, day: row.moved_on, kind: 'mail', title: row.title, text: `Infomaterial · ${movementLabels[row.kind]}, ${Math.abs(row.change)} Stück`, authorName: row.person_name,
      contactId: row.contact_id ?? '', record: { type: 'material', id: row.materialId },
    }))
  },
}
