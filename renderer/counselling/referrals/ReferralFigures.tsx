import { Button, Text, Title } from '@mantine/core'
import { labelOf } from '../../../shared/counselling/catalogues.ts'
import type { ReferralFigures as Figures } from '../../../shared/counselling/referrals/contract.ts'
import { germanDate } from '../../../shared/dates.ts'
import { Personal } from '../../ui/Personal.tsx'
import classes from './Referrals.module.css'

const SHOWN = 25

/** How often the office has referred to whom, and what came of it. Nothing here says anything of a client. */
export function ReferralFigures({ figures, year, onShow }: { figures: Figures; year: number | null; onShow(contactId: string): void }) {
  const { count, answered, arrived, contacts, topics } = figures
  return (
    <section className={classes.figures} aria-label="Wohin verwiesen wurde">
      <Title order={2} size="h3">Wohin verwiesen wurde{year === null ? '' : ` ${year}`}</Title>
      <ul className={classes.numbers}>
        <li><strong>{count.toLocaleString('de-DE')}</strong><Text size="sm">{count === 1 ? 'Verweisung' : 'Verweisungen'}</Text></li>
        <li><strong>{share(answered, count)}</strong><Text size="sm">mit Rückmeldung</Text></li>
        <li><strong>{share(arrived, answered)}</strong><Text size="sm">davon angekommen</Text></li>
      </ul>
      <table className={classes.table} aria-label="Verweisungen je Stelle">
        <thead>
          <tr><th scope="col">Stelle</th><th scope="col" className={classes.number}>Anzahl</th><th scope="col" className={classes.number}>Rückmeldung</th><th scope="col" className={classes.number}>angekommen</th><th scope="col" className={classes.last}>zuletzt</th></tr>
        </thead>
        <tbody>
          {contacts.slice(0, SHOWN).map((contact) => (
            <tr key={contact.contactId ?? contact.name}>
              <td>{contact.contactId === null ? <Personal>{contact.name}</Personal> : (
                <Button variant="transparent" size="compact-sm" px={0} h="auto" styles={{ label: { whiteSpace: 'normal', textAlign: 'left' } }} onClick={() => contact.contactId !== null && onShow(contact.contactId)}><Personal>{contact.name}</Personal></Button>
              )}</td>
              <td className={classes.number}>{contact.count}</td>
              <td className={classes.number}>{share(contact.answered, contact.count)}</td>
              <td className={classes.number}>{share(contact.arrived, contact.answered)}</td>
              <td className={classes.last}>{germanDate(contact.lastOn)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {contacts.length > SHOWN && <Text size="sm" c="dimmed">Dazu {contacts.length - SHOWN} weitere Stellen, an die seltener verwiesen wurde.</Text>}
      <table className={classes.table} aria-label="Verweisungen je Anliegen">
        <thead><tr><th scope="col">Anliegen</th><th scope="col" className={classes.number}>Anzahl</th><th scope="col" className={classes.number}>Rückmeldung</th><th scope="col" className={classes.number}>angekommen</th></tr></thead>
        <tbody>
          {topics.map((topic) => (
            <tr key={topic.topic}>
              <td>{labelOf('topics', topic.topic)}</td><td className={classes.number}>{topic.count}</td>
              <td className={classes.number}>{share(topic.answered, topic.count)}</td><td className={classes.number}>{share(topic.arrived, topic.answered)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** „62 %“, a stroke where there is nothing to share out. */
function share(part: number, whole: number): string {
  return whole === 0 ? '–' : `${Math.round((part / whole) * 100)} %`
}
