import type { LetterCase, ReleaseStanding } from '../../../../shared/counselling/letters/contract.ts'
import { findStarter, openGaps } from '../../../../shared/counselling/letters/starters.ts'
import { labelOf } from '../../../../shared/counselling/catalogues.ts'
import { bodyText } from '../../../../shared/correspondence/body.ts'
import type { Letter } from '../../../../shared/correspondence/letter.ts'
import { germanDate, isoDay } from '../../../../shared/dates.ts'
import type { CounsellingDesk } from '../../session.ts'
import { readCase } from '../cases/repository.ts'
import type { Living } from '../referrals/figures.ts'
import { releaseFor } from '../releases/service.ts'
import { safetyOf } from '../safety/service.ts'
import type { ClientLetter } from './repository.ts'

/** Whether something may be told to a recipient about a case today (§ 203 StGB, § 35 SGB I), and by which release. */
export async function standingOf(
  desk: CounsellingDesk, living: Living, { caseId, toClient, contactId, name, reason }: { caseId: string; toClient: boolean; contactId: string | null; name: string; reason: string },
): Promise<{ standing: ReleaseStanding; releaseId: string | null; release: string }> {
  if (toClient) return { standing: 'client', releaseId: null, release: '' }
  if (contactId === null && name === '') return { standing: 'nobody', releaseId: null, release: '' }
  const found = await releaseFor(desk.database.read, living, caseId, { contactId, name }, isoDay(new Date()))
  if (found) return { standing: 'release', releaseId: found.id, release: `${found.name}, bis ${germanDate(found.until)}: ${found.information}` }
  return { standing: reason === '' ? 'missing' : 'reason', releaseId: null, release: '' }
}

/** The standing of a letter. */
export function standingOfLetter(desk: CounsellingDesk, living: Living, { letter, row }: ClientLetter) {
  return standingOf(desk, living, { caseId: row.case_id, toClient: row.to_client === 1, contactId: letter.recipientId, name: letter.recipientName, reason: row.release_reason })
}

/** What is still to be filled in before a letter goes out. */
export function gapsOf({ subject, salutation, addressLines, body, enclosures }: Letter): string[] {
  return openGaps([subject, salutation, ...addressLines, bodyText(body), ...enclosures])
}

/** What a letter has to do with its case, and what to mind. */
export async function letterCase(desk: CounsellingDesk, living: Living, found: ClientLetter): Promise<LetterCase> {
  const { letter, row } = found
  const ofCase = await readCase(desk.database.read, row.case_id)
  const followUp = row.deadline_id === null ? undefined : await desk.database.read.selectFrom('deadline').select('number').where('id', '=', row.deadline_id).where('deleted_at', 'is', null).executeTakeFirst()
  const { standing, release } = await standingOfLetter(desk, living, found)
  return {
    caseId: row.case_id, caseNumber: ofCase?.number ?? '', alias: ofCase?.alias ?? '', starter: row.starter, toClient: row.to_client === 1, purpose: row.purpose, standing, release,
    reason: row.release_reason, followUpOn: row.follow_up_on, followUp: followUp?.number ?? null, sentOn: row.sent_on, sentWay: row.sent_way, sentNote: row.sent_note,
    warnings: row.sent_on === null ? await warningsOf(desk, found, ofCase?.language ?? null) : [], gaps: gapsOf(letter), version: row.version,
  }
}

async function warningsOf(desk: CounsellingDesk, { letter, row }: ClientLetter, language: string | null): Promise<string[]> {
  const toClient = row.to_client === 1
  const safety = await safetyOf(desk, row.case_id)
  return [
    ...(toClient && safety.noLetters ? ['Sichere Kontaktwege: keine Briefe nach Hause. Bitte persönlich übergeben.'] : []),
    ...(toClient && safety.noMessages ? ['Sichere Kontaktwege: keine Nachrichten oder E-Mails.'] : []),
    ...(toClient && safety.note !== '' ? [`Sicherer Weg: ${safety.note}`] : []),
    ...(toClient && language !== null && language !== 'de' ? [`Sprache der Person: ${labelOf('languages', language)}. Für beide Sprachen gibt es die Vorlage „Zweisprachiger Brief“.`] : []),
    ...(letter.copies.length > 0 ? [`Kopien gehen auch an: ${letter.copies.join(', ')}. Die Entbindung muss auch sie umfassen.`] : []),
    ...(findStarter(row.starter)?.hints ?? []),
  ]
}
