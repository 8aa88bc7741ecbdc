import { certainties, entryKinds, filtered, type ChronologyFilter, type Escalation } from '../../../../shared/counselling/escalation/model.ts'
import type { EscalationPaper } from '../../../../shared/counselling/escalation/contract.ts'
import { displayName } from '../../../../shared/directory/names.ts'
import { getContact } from '../../directory/service.ts'
import type { FileGrants } from '../../file-grants.ts'
import type { CounsellingDesk, OfficeDesk } from '../../session.ts'
import { getLetterhead } from '../../settings/service.ts'
import { plainSheetDocx } from '../sheets/sheet-docx.ts'
import { plainSheetPdf } from '../sheets/sheet-pdf.ts'
import { escalationSheet, type ReachableContact } from './note-sheet.ts'
import { getEscalation } from './service.ts'

/** What is wanted of a log on paper. */
export interface WantedPaper {
  id: string
  paper: EscalationPaper
  format: 'docx' | 'pdf'
  /** With every former wording. */
  corrections: boolean
  filter: ChronologyFilter
  grant: string
}

/**
 * Writes the „Lagevermerk“ or the chronology to the file that the person chose. Names of contacts and the letterhead come from the
 * office side, which never hears what is printed.
 * @returns how many entries it holds
 * @throws OfficeError `not-found`, `forbidden` for an unknown grant, `disk-full`, `read-only`
 */
export async function saveEscalation(
  desk: CounsellingDesk, office: OfficeDesk, grants: FileGrants, { id, paper, format, corrections, filter, grant }: WantedPaper, now = new Date(),
): Promise<{ entries: number }> {
  const escalation = await getEscalation(desk, id)
  const { letterhead } = await getLetterhead(office)
  const entries = filtered(escalation.entries, filter)
  const sheet = escalationSheet(escalation, {
    paper, entries, corrections, narrowed: narrowedWords(filter), contacts: await contactsOf(office, escalation), office: letterhead.officeName,
    author: desk.person.name, now,
  })
  grants.write(grant, await (format === 'pdf' ? plainSheetPdf : plainSheetDocx)(sheet))
  return { entries: entries.length }
}

function narrowedWords({ kind, certainty, query }: ChronologyFilter): string {
  return [kind && `nur ${entryKinds[kind]}`, certainty && `nur ${certainties[certainty]}`, query.trim() && `mit „${query.trim()}“`].filter(Boolean).join(', ')
}

/** Contacts that are gone are left out; their place says so. */
async function contactsOf(office: OfficeDesk, { contacts, entries }: Escalation): Promise<Map<string, ReachableContact>> {
  const ids = new Set([...contacts.map(({ contactId }) => contactId), ...entries.flatMap(({ contactId }) => contactId ?? [])])
  const found = new Map<string, ReachableContact>()
  for (const id of ids) {
    const contact = await getContact(office, id).catch(() => null)
    if (contact === null || contact.trashed) continue
    const reachable = contact.channels.filter(({ kind }) => kind === 'phone' || kind === 'mobile' || kind === 'email')
    found.set(id, {
      name: displayName(contact), reachable: reachable.map(({ value, label }) => [value, label && `(${label})`].filter(Boolean).join(' ')).join(', '),
    })
  }
  return found
}
