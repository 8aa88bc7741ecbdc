import { useState } from 'react'
import { isoDay } from '../../../shared/dates.ts'
import type { Contact } from '../../../shared/directory/contact.ts'
import { agreementState } from '../../../shared/directory/dealings/agreements.ts'
import { agreementStateLabels, purposeStateText, termText } from '../../../shared/directory/dealings/labels.ts'
import { allowsUse, purposeLabel, purposeState } from '../../../shared/directory/dealings/purposes.ts'
import { Personal } from '../../ui/Personal.tsx'
import classes from '../ContactRecord.module.css'
import { StateMark } from './StateMark.tsx'

/** What somebody must know before using the contact: a consent that no longer holds, an agreement that ends soon. */
export function Attention({ contact }: { contact: Contact }) {
  const [today] = useState(() => isoDay(new Date()))
  const consents = contact.purposes.map((purpose) => ({ purpose, state: purposeState(purpose, today) })).filter(({ state }) => !allowsUse(state))
  const agreements = contact.agreements.filter((agreement) => agreementState(agreement, today) === 'ending')
  if (consents.length + agreements.length === 0) return null
  return (
    <ul className={classes.attention} aria-label="Zu beachten">
      {consents.map(({ purpose, state }) => (
        <li key={purpose.id}><Personal><StateMark tone="bad" text={`${purposeLabel(purpose.purpose)}: ${purposeStateText(purpose, state)}`} /></Personal></li>
      ))}
      {agreements.map((agreement) => (
        <li key={agreement.id}><Personal><StateMark tone="soon" text={`${agreement.title}: ${agreementStateLabels.ending}, ${termText(agreement)}`} /></Personal></li>
      ))}
    </ul>
  )
}
