import { variantLabels } from '../../../../../shared/counselling/incidents/papers/catalogue.ts'
import type { PreparedPaper, WantedPaper } from '../../../../../shared/counselling/incidents/papers/contract.ts'
import { isoDay } from '../../../../../shared/dates.ts'
import { OfficeError } from '../../../../../shared/errors.ts'
import type { ChangeReceipt } from '../../../../../shared/records/model.ts'
import type { FileGrants } from '../../../file-grants.ts'
import type { CounsellingDesk, OfficeDesk } from '../../../session.ts'
import { getLetterhead } from '../../../settings/service.ts'
import { expectUsable } from '../../privacy/restriction.ts'
import { addPaper } from '../../attachments/service.ts'
import { paperDocx } from './paper-docx.ts'
import { partsOf, type PaperParts } from './parts.ts'

/**
 * Says what a paper will say, what is missing and what to mind, before it is written.
 * @throws OfficeError `not-found`, `forbidden` for somebody else's case or an identity card that wasn't opened, `invalid` for a case that isn't of the incident
 */
export async function preparePaper(desk: CounsellingDesk, wanted: WantedPaper, today = isoDay(new Date())): Promise<PreparedPaper> {
  return (await partsOf(desk, wanted, today)).prepared
}

/** Writes the draft into the papers of the case. @throws OfficeError as {@link preparePaper}, `invalid` without case or release */
export async function createPaper(
  desk: CounsellingDesk, office: OfficeDesk, wanted: WantedPaper, today = isoDay(new Date()),
): Promise<ChangeReceipt & { id: string; name: string }> {
  const { caseId } = wanted
  if (caseId === null) throw new OfficeError('invalid', { detail: 'Der Vorfall gehört zu keinem Fall. Das Schriftstück lässt sich nur außerhalb sichern.' })
  const parts = expectReleased(await partsOf(desk, wanted, today))
  const name = `${parts.paper.label}, Entwurf ${variantLabels[wanted.variant]}`
  const bytes = await draftOf(desk, office, parts, today)
  // The ending of a file name would be cut off at „Abs. 4“.
  return { ...await addPaper(desk, caseId, `${name}.docx`, bytes), name }
}

/** Writes the draft to the file that the person chose. @throws OfficeError as {@link preparePaper}, `disk-full`, `read-only` */
export async function savePaper(
  desk: CounsellingDesk, office: OfficeDesk, grants: FileGrants, { grant, ...wanted }: WantedPaper & { grant: string }, today = isoDay(new Date()),
): Promise<void> {
  await expectUsable(desk.database.read, wanted.caseId)
  const parts = expectReleased(await partsOf(desk, wanted, today))
  grants.write(grant, await draftOf(desk, office, parts, today))
}

async function draftOf(desk: CounsellingDesk, office: OfficeDesk, parts: PaperParts, today: string): Promise<Uint8Array> {
  const { letterhead } = await getLetterhead(office)
  return paperDocx(parts, letterhead, desk.person.name, today)
}

function expectReleased(parts: PaperParts): PaperParts {
  if (parts.prepared.needsRelease && !parts.wanted.released) {
    throw new OfficeError('invalid', { fields: { released: 'Bitte zuerst prüfen, ob Einwilligung und Entbindung für diese Stelle vorliegen.' } })
  }
  return parts
}
