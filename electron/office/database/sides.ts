import type { Side } from '../../../shared/records/model.ts'

/** What tells the two databases of a vault apart on disk. */
export interface SideFile {
  file: string
  /** SQLite `application_id`; a file with another one isn't ours and is never written to. */
  applicationId: number
}

/** `application_id` "IBO1" and "IBC1". */
export const sideFiles: Record<Side, SideFile> = {
  office: { file: 'office.db', applicationId: 0x49424f31 },
  counselling: { file: 'counselling.db', applicationId: 0x49424331 },
}
