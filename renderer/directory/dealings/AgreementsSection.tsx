import { Text } from '@mantine/core'
import { useState } from 'react'
import { isoDay } from '../../../shared/dates.ts'
import type { Contact } from '../../../shared/directory/contact.ts'
import { agreementState, type Agreement, type AgreementState } from '../../../shared/directory/dealings/agreements.ts'
import { agreementStateLabels, termText } from '../../../shared/directory/dealings/labels.ts'
import { office } from '../../app/office.ts'
import classes from '../ContactRecord.module.css'
import { AgreementForm } from './AgreementForm.tsx'
import { EntryList } from './EntryList.tsx'
import { StateMark } from './StateMark.tsx'

const tones = { planned: 'soon', running: 'good', ending: 'soon', ended: 'past' } as const satisfies Record<AgreementState, string>

/** Kooperationsvereinbarungen with their term: which run, which end soon, which have ended. */
export function AgreementsSection({ contact }: { contact: Contact }) {
  const [today] = useState(() => isoDay(new Date()))
  return (
    <EntryList
      title="Vereinbarungen"
      noun="Vereinbarung"
      entries={contact.agreements}
      empty=""
      readOnly={contact.trashed}
      nameOf={({ title }) => title}
      render={(agreement) => <AgreementText agreement={agreement} today={today} />}
      renderForm={(agreement, close) => <AgreementForm agreement={agreement} contactId={contact.id} onClose={close} />}
      remove={({ id }) => office.directory.dealings.removeAgreement({ id })}
    />
  )
}

function AgreementText({ agreement, today }: { agreement: Agreement; today: string }) {
  const state = agreementState(agreement, today)
  return (
    <div>
      <Text size="sm" fw={600}>{agreement.title}</Text>
      <Text size="xs" component="div"><StateMark tone={tones[state]} text={[agreementStateLabels[state], termText(agreement)].filter(Boolean).join(' · ')} /></Text>
      {agreement.subject && <Text size="xs" c="dimmed">{agreement.subject}</Text>}
      {agreement.note && <p className={classes.entryText}>{agreement.note}</p>}
    </div>
  )
}
