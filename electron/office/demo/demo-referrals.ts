import data from '../../../resources/demo/referrals.json' with { type: 'json' }
import type { ReferralFields } from '../../../shared/counselling/referrals/model.ts'
import { releaseWays } from '../../../shared/counselling/releases/model.ts'
import { createReferral, getReferral, settleReferral } from '../counselling/referrals/service.ts'
import { createRelease, revokeRelease, signRelease } from '../counselling/releases/service.ts'
import type { CounsellingDesk } from '../session.ts'
import { daysAgo } from './days-ago.ts'
import type { DemoContacts } from './demo-contacts.ts'

const LAND = 'BB'
/** Nothing in a new demo office was merged but what no referral leads to. */
const living = (id: string): Promise<string> => Promise.resolve(id)

interface DemoRelease {
  key: string
  case: string
  organisation: number
  information: string
  purpose: string
  untilInDays: number
  mutual: boolean
  language: string
  signedDaysAgo?: number
  way?: string
  note?: string
  revokedDaysAgo?: number
  revokedNote?: string
}

interface DemoReferral extends Pick<ReferralFields, 'topic' | 'quality' | 'about' | 'bring' | 'appointment'> {
  case: string | null
  organisation: number
  daysAgo: number
  release?: string
  handedWhat?: string
  present?: string
  askInDays?: number
  feedback?: string
  feedbackDaysAgo?: number
  waitingWeeks?: number
  feedbackNote?: string
}

/** Enters invented releases from secrecy and referrals, with feedback that came, that is due and that is still to come. */
export async function fillReferrals(desk: CounsellingDesk, { organisations, names }: DemoContacts): Promise<void> {
  const rows = await desk.database.read.selectFrom('counselling_case').select(['id', 'alias']).execute()
  const caseIdOf = (alias: string): string => rows.find((row) => row.alias === alias)?.id ?? ''
  const targetOf = (index: number) => ({ contactId: organisations[index] ?? null, name: names[index] ?? '' })
  const releases = new Map<string, string>()
  const revoked: (() => Promise<unknown>)[] = []
  for (const { key, case: alias, organisation, untilInDays, signedDaysAgo, way, note, revokedDaysAgo, revokedNote, ...texts } of data.releases as DemoRelease[]) {
    const { id, version } = await createRelease(desk, caseIdOf(alias), { ...texts, ...targetOf(organisation), until: daysAgo(-untilInDays) })
    releases.set(key, id)
    if (signedDaysAgo === undefined) continue
    const signing = { on: daysAgo(signedDaysAgo), way: releaseWays.find((known) => known === way) ?? 'paper', note: note ?? '' }
    const signed = await signRelease(desk, id, version, signing)
    if (revokedDaysAgo !== undefined) revoked.push(() => revokeRelease(desk, id, signed.version, { on: daysAgo(revokedDaysAgo), note: revokedNote ?? '' }))
  }
  for (const { case: alias, organisation, daysAgo: days, release, handedWhat, present, askInDays, feedback, feedbackDaysAgo, waitingWeeks, feedbackNote, ...fields } of data.referrals as DemoReferral[]) {
    const told = release !== undefined
      ? { handOver: 'release' as const, handedWhat: handedWhat ?? '', releaseId: releases.get(release) ?? null }
      : { handOver: present === undefined ? 'none' as const : 'present' as const, handedWhat: present ?? '', releaseId: null }
    const owner = { caseId: alias === null ? null : caseIdOf(alias), consultationId: null }
    const followUp = askInDays === undefined ? null : { on: daysAgo(-askInDays), land: LAND } as const
    const { id } = await createReferral(desk, living, owner, { ...fields, ...targetOf(organisation), ...told, organisation: '', date: daysAgo(days) }, followUp)
    if (feedback === undefined) continue
    const { version } = await getReferral(desk, id)
    await settleReferral(desk, id, version, { code: feedback, on: daysAgo(feedbackDaysAgo ?? 0), waitingWeeks: waitingWeeks ?? null, note: feedbackNote ?? '' })
  }
  for (const revoke of revoked) await revoke()
}
