import { Anchor, Text } from '@mantine/core'
import { IconArrowForwardUp } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { labelOf } from '../../../shared/counselling/catalogues.ts'
import { api } from '../../app/office.ts'
import classes from '../ContactRecord.module.css'

/**
 * How often counselling has referred to a contact, and what came of it. The numbers come from counselling.db and say nothing of a
 * client; only who holds its key is shown that there are any.
 */
export function ReferralCounts({ contactId }: { contactId: string }) {
  const { data } = useQuery(api.counselling.referrals.ofContact.queryOptions({ input: { contactId } }))
  if (!data || data.count === 0) return null
  const { count, answered, arrived, years, topics } = data
  return (
    <section className={classes.section} aria-label="Verweisungen hierher">
      <div className={classes.sectionHead}>
        <h3 className={classes.mark}><IconArrowForwardUp size={17} stroke={1.7} aria-hidden />Verweisungen hierher</h3>
        <Anchor component={Link} to="/counselling/referrals" search={{ contact: contactId } as never} size="sm">In der Beratung zeigen</Anchor>
      </div>
      <Text size="sm">
        {count === 1 ? 'Einmal' : `${count}-mal`} verwiesen; {answered === 0 ? 'noch keine Rückmeldung' : `${answered} mit Rückmeldung, davon ${arrived} angekommen`}.
      </Text>
      <Text size="sm" c="dimmed">
        {years.map(({ year, count: of }) => `${year}: ${of}`).join(' · ')}{topics.length === 0 ? '' : ` · ${topics.slice(0, 3).map(({ topic, count: of }) => `${labelOf('topics', topic)} ${of}`).join(', ')}`}
      </Text>
      <p className={classes.quiet}>Nur Zahlen, aus der Beratungsdatenbank. Die Assistenz hat dafür keinen Schlüssel und sieht sie nicht.</p>
    </section>
  )
}
