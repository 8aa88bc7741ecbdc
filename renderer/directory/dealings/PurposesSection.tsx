import { Text } from '@mantine/core'
import { IconHandStop } from '@tabler/icons-react'
import { useState } from 'react'
import { isoDay } from '../../../shared/dates.ts'
import type { Contact } from '../../../shared/directory/contact.ts'
import { purposeStateText } from '../../../shared/directory/dealings/labels.ts'
import { allowsUse, legalBasisLabel, needsConsent, purposeLabel, purposeState, type Purpose } from '../../../shared/directory/dealings/purposes.ts'
import { office } from '../../app/office.ts'
import { showFailure, showUndoNotice } from '../../ui/notices.tsx'
import { RowAction } from '../RowAction.tsx'
import { EntryList } from './EntryList.tsx'
import { PurposeForm } from './PurposeForm.tsx'
import { StateMark } from './StateMark.tsx'

/** For what the contact's data are kept and what allows it; a consent that no longer holds is said with sign and word. */
export function PurposesSection({ contact }: { contact: Contact }) {
  const [today] = useState(() => isoDay(new Date()))
  const revoke = async (purpose: Purpose): Promise<void> => {
    try {
      const { change } = await office.directory.dealings.savePurpose({ purpose: { ...purpose, revokedOn: today } })
      showUndoNotice('Einwilligung widerrufen', 'office', change)
    } catch (error) {
      showFailure(error)
    }
  }
  return (
    <EntryList
      title="Zweck und Einwilligung"
      noun="Zweck"
      entries={contact.purposes}
      empty="Es ist kein Zweck eingetragen."
      readOnly={contact.trashed}
      nameOf={({ purpose }) => purposeLabel(purpose)}
      render={(purpose) => <PurposeText purpose={purpose} today={today} />}
      renderActions={(purpose) => needsConsent(purpose.legalBasis) && allowsUse(purposeState(purpose, today))
        && <RowAction icon={IconHandStop} label="Einwilligung heute widerrufen" name={purposeLabel(purpose.purpose)} onClick={() => void revoke(purpose)} />}
      renderForm={(purpose, close) => <PurposeForm purpose={purpose} contactId={contact.id} today={today} onClose={close} />}
      remove={({ id }) => office.directory.dealings.removePurpose({ id })}
    />
  )
}

function PurposeText({ purpose, today }: { purpose: Purpose; today: string }) {
  const state = purposeState(purpose, today)
  const tone = state === 'valid' ? 'good' : state === 'review' ? 'soon' : 'bad'
  return (
    <div>
      <Text size="sm" fw={600}>{purposeLabel(purpose.purpose)}</Text>
      <Text size="xs" component="div"><StateMark tone={tone} text={purposeStateText(purpose, state)} /></Text>
      <Text size="xs" c="dimmed">{legalBasisLabel(purpose.legalBasis)}</Text>
      {purpose.evidence && <Text size="xs" c="dimmed">Nachweis: {purpose.evidence}</Text>}
    </div>
  )
}
