import { Badge } from '@mantine/core'
import { IconCheck, IconClock, IconClockExclamation, IconHelpCircle, IconShieldCheck, IconShieldOff, IconX } from '@tabler/icons-react'
import { labelOf } from '../../../shared/counselling/catalogues.ts'
import type { Referral } from '../../../shared/counselling/referrals/contract.ts'
import { hasArrived } from '../../../shared/counselling/referrals/model.ts'
import { releaseStateText, type Release } from '../../../shared/counselling/releases/model.ts'
import { germanDate } from '../../../shared/dates.ts'

/** Where a referral stands: what came of it, or when somebody will ask. By icon, colour and words. */
export function FeedbackBadge({ referral: { feedback, followUp }, today }: { referral: Pick<Referral, 'feedback' | 'followUp'>; today: string }) {
  if (feedback !== null) {
    const arrived = hasArrived(feedback.code)
    const [Icon, color] = arrived === null ? [IconHelpCircle, 'gray'] as const : arrived ? [IconCheck, 'petrol'] as const : [IconX, 'red'] as const
    const weeks = feedback.waitingWeeks === null ? '' : `, ${feedback.waitingWeeks} Wochen`
    return <Badge variant="light" color={color} leftSection={<Icon size={13} aria-hidden />}>{labelOf('referralFeedback', feedback.code)}{weeks}</Badge>
  }
  if (followUp === null || followUp.done) return <Badge variant="light" color="gray" leftSection={<IconClock size={13} aria-hidden />}>ohne Rückmeldung</Badge>
  const due = followUp.dueOn <= today
  const Icon = due ? IconClockExclamation : IconClock
  return (
    <Badge variant="light" color={due ? 'amber' : 'gray'} leftSection={<Icon size={13} aria-hidden />}>
      {due ? `nachfragen seit ${germanDate(followUp.dueOn)}` : `nachfragen ab ${germanDate(followUp.dueOn)}`}
    </Badge>
  )
}

/** Where a release stands. */
export function ReleaseBadge({ release, today }: { release: Release; today: string }) {
  const { state, soon, text } = releaseStateText(release, today)
  const Icon = state === 'valid' ? (soon ? IconClockExclamation : IconShieldCheck) : state === 'draft' ? IconClock : IconShieldOff
  const color = state === 'valid' ? (soon ? 'amber' : 'petrol') : state === 'revoked' ? 'red' : 'gray'
  return <Badge variant="light" color={color} leftSection={<Icon size={13} aria-hidden />}>{text}</Badge>
}
