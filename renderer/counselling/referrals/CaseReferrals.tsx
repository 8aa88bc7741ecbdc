import { Anchor, Button, Group, Text } from '@mantine/core'
import { IconArrowForwardUp } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { labelOf, topicLabel } from '../../../shared/counselling/catalogues.ts'
import { handOverLabels, targetLabel } from '../../../shared/counselling/referrals/model.ts'
import { germanDate } from '../../../shared/dates.ts'
import { api } from '../../app/office.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { Personal } from '../../ui/Personal.tsx'
import { Section } from '../person/Section.tsx'
import { useToday } from '../useToday.ts'
import { ReferralActions } from './ReferralActions.tsx'
import { NewReferral, type ReferralOwner } from './ReferralDialog.tsx'
import classes from './Referrals.module.css'
import { FeedbackBadge } from './StateBadge.tsx'

/** The referrals of a case, or of an anonymous consultation. */
export function CaseReferrals({ owner, language, named, topic }: {
  owner: ReferralOwner
  language: string | null
  named: boolean
  topic: string | null
}) {
  const { data, error } = useQuery(api.counselling.referrals.of.queryOptions({ input: owner }))
  const [entering, setEntering] = useState(false)
  const today = useToday()
  return (
    <Section
      title="Verweisungen"
      action={<Button size="compact-sm" variant="default" leftSection={<IconArrowForwardUp size={15} aria-hidden />} onClick={() => setEntering(true)}>Verweisen</Button>}
    >
      {error && <FailureAlert error={error} />}
      {data?.length === 0 && <Text size="sm" c="dimmed">An wen verwiesen wurde, wie, und was daraus wurde. Eine Adresse zu nennen braucht keine Einwilligung.</Text>}
      {data && data.length > 0 && (
        <ul className={classes.list} aria-label="Verweisungen">
          {data.map((referral) => (
            <li key={referral.id} className={classes.entry}>
              <div>
                <Text size="sm">
                  <strong>{germanDate(referral.date)}</strong> ·{' '}
                  <Anchor component={Link} to="/counselling/referrals" search={{ id: referral.id } as never} size="sm"><Personal>{targetLabel(referral)}</Personal></Anchor>
                </Text>
                <Text size="sm" c="dimmed">
                  {[topicLabel(referral.topic), labelOf('referralQualities', referral.quality), referral.handOver === 'none' ? '' : `Angaben: ${handOverLabels[referral.handOver]}`].filter(Boolean).join(' · ')}
                </Text>
                <Group gap={6} mt={4}><FeedbackBadge referral={referral} today={today} /></Group>
              </div>
              <ReferralActions referral={referral} language={language} named={named} small />
            </li>
          ))}
        </ul>
      )}
      {entering && <NewReferral owner={owner} topic={topic} onClose={() => setEntering(false)} />}
    </Section>
  )
}
