import type { RecordRef } from '../../shared/records/model.ts'
import { recordPaths } from './areas.ts'
import { history } from './history.ts'

/** Shows a record in its area. By the history and not by the router, which knows every screen that calls this. */
export function openRecord(record: RecordRef): void {
  const path = recordPaths[record.type]
  if (path) history.push(`${path}?${new URLSearchParams({ id: record.id })}`)
}
