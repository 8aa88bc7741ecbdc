import { OfficeError } from '../../../../shared/errors.ts'
import type { FileGrants } from '../../file-grants.ts'
import type { OfficeDesk } from '../../session.ts'
import { getLetterhead } from '../../settings/service.ts'
import { getEvent } from '../service.ts'
import { proofOf } from './proof.ts'
import { proofDocx } from './proof-docx.ts'
import { proofXlsx } from './proof-xlsx.ts'
import { moneyPart } from './service.ts'

/** Writes the Verwendungsnachweis of a source, or of all. @throws OfficeError `not-found`, `forbidden`, `disk-full`, `read-only` */
export async function saveProof(desk: OfficeDesk, grants: FileGrants, { id, sourceId, format, grant }: { id: string; sourceId: string | null; format: 'docx' | 'xlsx'; grant: string }): Promise<void> {
  const event = await getEvent(desk, id)
  const money = await moneyPart.read(desk.database.read, id)
  if (sourceId !== null && !money.sources.some((source) => source.id === sourceId)) throw new OfficeError('not-found')
  const { letterhead } = await getLetterhead(desk)
  const proof = proofOf(event, money, letterhead, sourceId)
  grants.write(grant, format === 'docx' ? await proofDocx(proof, letterhead) : await proofXlsx(proof))
}
