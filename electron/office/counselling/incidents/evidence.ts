import { createHash } from 'node:crypto'
import type { IncidentEvidence } from '../../../../shared/counselling/incidents/model.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import { readContent } from '../../database/content-pieces.ts'
import type { CounsellingSchema } from '../../database/counselling/schema.ts'
import type { WriteTransaction } from '../../database/write-transaction.ts'
import type { CounsellingDesk } from '../../session.ts'
import { expectCaseAccess } from '../access/guard.ts'
import { caseIdsOfIncident } from './repository.ts'

/**
 * Evidence with the SHA-256 of the papers that it names. A hash that stands is kept, whatever the window says: it tells what the paper
 * was when it was named.
 * @throws OfficeError `invalid` for a paper that belongs to no case of the incident, `forbidden` for one of a case of somebody else
 */
export async function hashedEvidence(
  transaction: WriteTransaction<CounsellingSchema>, desk: CounsellingDesk, incidentId: string,
  evidence: readonly IncidentEvidence[], before: readonly IncidentEvidence[],
): Promise<IncidentEvidence[]> {
  const hashed: IncidentEvidence[] = []
  for (const [index, each] of evidence.entries()) {
    const known = before.find(({ id }) => id === each.id)
    if (each.attachmentId === null) hashed.push({ ...each, sha256: '' })
    else if (known?.attachmentId === each.attachmentId) hashed.push({ ...each, sha256: known.sha256 })
    else hashed.push({ ...each, sha256: await hashOf(transaction, desk, incidentId, each.attachmentId, index) })
  }
  return hashed
}

async function hashOf(
  transaction: WriteTransaction<CounsellingSchema>, desk: CounsellingDesk, incidentId: string, attachmentId: string, index: number,
): Promise<string> {
  const paper = await transaction.database.selectFrom('attachment').select('case_id').where('id', '=', attachmentId).where('deleted_at', 'is', null).executeTakeFirst()
  if (!paper || !(await caseIdsOfIncident(transaction.database, incidentId)).includes(paper.case_id)) {
    throw new OfficeError('invalid', { fields: { [`evidence.${index}.attachmentId`]: 'Bitte eine Unterlage aus einem verknüpften Fall wählen.' } })
  }
  await expectCaseAccess(desk, paper.case_id, transaction.database)
  return createHash('sha256').update(await readContent(transaction.database, attachmentId)).digest('hex')
}
