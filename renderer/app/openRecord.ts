import type { RecordRef } from '../../shared/records/model.ts'
import { recordPaths } from './areas.ts'
import { router } from './router.tsx'

/** Shows a record in its area. */
export function openRecord(record: RecordRef): void {
  const path = recordPaths[record.type]
  if (path) void router.navigate({ to: path, search: { id: record.id } as never })
}
