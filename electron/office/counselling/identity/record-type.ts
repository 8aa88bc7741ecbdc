import type { CounsellingSchema } from '../../database/counselling/schema.ts'
import type { RecordType } from '../../database/record-type.ts'
import { seenCases } from '../access/repository.ts'

/**
 * The identity card, under its case's id. It can be taken back like anything else, but it is found by no search, and what
 * stood in it is read through no history: reading it means opening it.
 */
export const identityRecordType: RecordType<CounsellingSchema> = {
  type: 'identity',
  label: 'Identität',
  root: 'client_identity',
  parts: { identity_channel: 'identity_id', identity_document: 'identity_id' },
  seenBy: seenCases,
  sealed: true,
  document: () => Promise.resolve(null),
}
