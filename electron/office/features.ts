import type { CounsellingSchema } from './database/counselling/schema.ts'
import type { OfficeSchema } from './database/office/schema.ts'
import type { RecordType } from './database/record-type.ts'

/** Every kind of record of office.db. Being listed here gives it history, undo, trash and search. */
export const officeRecordTypes: readonly RecordType<OfficeSchema>[] = []

/** Every kind of record of counselling.db. */
export const counsellingRecordTypes: readonly RecordType<CounsellingSchema>[] = []
