import { createCase } from '../counselling/cases/service.ts'
import { createConsultation } from '../counselling/consultations/service.ts'
import { offerArchive, propose } from '../counselling/privacy/disposal-service.ts'
import { readPractice, savePractice } from '../counselling/privacy/practice-service.ts'
import { holdCase, restrictCase, saveDetails, savePurpose } from '../counselling/privacy/state-service.ts'
import type { CounsellingDesk } from '../session.ts'
import data from '../../../resources/demo/case-privacy.json' with { type: 'json' }
import { daysAgo } from './days-ago.ts'

const noConsent = { specialBasis: '', specialReason: '', consentVersion: '', consentOn: null, consentWay: '', consentScope: '', consentUntil: null, revokedOn: null, revokedWay: '' }

/**
 * Gives the invented cases their purposes, and adds older ones of which some are beyond their period.
 * @param deputy has proposed one of them for destruction, so that the person shown can confirm
 */
export async function fillCasePrivacy(desk: CounsellingDesk, deputy: { id: string; name: string }): Promise<void> {
  const { version, practice } = await readPractice(desk.database.read)
  await savePractice(desk, version, { ...practice, ...data.practice })
  const cases = await desk.database.read.selectFrom('counselling_case').select(['id', 'alias']).execute()
  const idOf = (alias: string): string => cases.find((row) => row.alias === alias)?.id ?? ''
  for (const { alias, informed, ...purpose } of data.purposes) {
    await savePurpose(desk, idOf(alias), { ...noConsent, ...purpose, id: crypto.randomUUID(), consentOn: purpose.consentVersion === '' ? null : daysAgo(informed) })
    await saveDetails(desk, idOf(alias), { informedOn: daysAgo(informed) })
  }
  for (const { alias, source, days } of data.others) await saveDetails(desk, idOf(alias), { otherSource: source, otherSince: daysAgo(days), socialData: true, socialSource: source })
  for (const { years, alias, topic, hold, restriction, archived, proposed } of data.old) {
    const day = daysAgo(years * 365)
    const { id } = await createCase(desk, { alias, kind: 'person', language: null, note: '' }, day)
    await createConsultation(desk, id, {
      date: day, time: null, channel: 'in-person', durationMinutes: 30, topic, furtherTopics: [], result: 'informed', language: null, interpretation: null, accessPath: null, contactKind: null, note: '',
    })
    if (hold !== '') await holdCase(desk, id, { reason: hold, until: null })
    if (archived) await offerArchive(desk, [id], { decision: 'declined', offeredOn: daysAgo(90), decidedOn: daysAgo(60), handedOverOn: null, note: '' })
    if (proposed) {
      await propose({ ...desk, person: { ...desk.person, id: deputy.id, name: deputy.name } }, { targets: [{ type: 'case', id }], mode: 'anonymise', reason: 'period-over', note: '' })
    }
    if (restriction !== '') await restrictCase(desk, id, { why: 'contested', note: restriction })
  }
}
