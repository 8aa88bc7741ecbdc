import { Stack } from '@mantine/core'
import { useState } from 'react'
import type { Comparison, Restorable } from '../../../shared/backup/restore/model.ts'
import { office } from '../../app/office.ts'
import { showFailure } from '../../ui/notices.tsx'
import { ChooseState } from './ChooseState.tsx'
import { CompareStates } from './CompareStates.tsx'
import { OpenState } from './OpenState.tsx'

type Step = { at: 'choose' } | { at: 'open'; state: Restorable } | { at: 'compare'; state: Restorable; comparison: Comparison }

/**
 * Brings an earlier state back: choose, open with a passphrase of then, compare, switch. Serves in the settings and on the lock screen.
 * @param props.onBack leaves without having changed anything
 * @param props.onSwitched the switch is decided; `done` when it has already happened
 */
export function RestoreAssistant({ onBack, onSwitched }: { onBack: () => void; onSwitched: (done: boolean) => void }) {
  const [step, setStep] = useState<Step>({ at: 'choose' })

  async function discard(): Promise<void> {
    setStep({ at: 'choose' })
    await office.backup.restore.discard().catch(showFailure)
  }

  return (
    <Stack gap="md">
      {step.at === 'choose' && <ChooseState onBack={onBack} onChosen={(state) => setStep({ at: 'open', state })} />}
      {step.at === 'open' && <OpenState state={step.state} onBack={() => setStep({ at: 'choose' })} onOpened={(comparison) => setStep({ at: 'compare', state: step.state, comparison })} />}
      {step.at === 'compare' && <CompareStates state={step.state} comparison={step.comparison} onBack={() => void discard()} onSwitched={onSwitched} />}
    </Stack>
  )
}
