import { Button, Group, Stack } from '@mantine/core'
import { IconCheck, IconTrash } from '@tabler/icons-react'
import type { Consultation } from '../../shared/counselling/contract.ts'
import { office } from '../app/office.ts'
import { useCommand } from '../app/commands.ts'
import { showFailure, showUndoNotice } from '../ui/notices.tsx'
import { ConsultationFields } from './ConsultationFields.tsx'
import { ConflictAlert, FormState } from './FormState.tsx'
import { DisposalNotice, ProposeButton } from './privacy/SingleDisposal.tsx'
import { useConsultationForm } from './useConsultationForm.ts'

/** Edits a consultation; what changes is stored by itself. `onClose` is left out where the record is always open. */
export function ConsultationEditor({ consultation, onClose, onRemoved }: {
  consultation: Consultation
  onClose?(): void
  onRemoved(): void
}) {
  const form = useConsultationForm(consultation)

  const remove = async (): Promise<void> => {
    try {
      await form.flush()
      const receipt = await office.counselling.consultations.remove({ id: consultation.id, version: form.version() })
      form.abandon()
      showUndoNotice('Die Beratung liegt im Papierkorb.', 'counselling', receipt.change)
      onRemoved()
    } catch (error) {
      showFailure(error)
    }
  }
  const close = async (): Promise<void> => {
    if ((await form.flush()) !== null) onClose?.()
  }
  useCommand('save', () => void form.flush())

  return (
    <Stack gap="sm">
      <ConflictAlert form={form} />
      <ConsultationFields entry={form.fields} errors={form.errors} onChange={form.set} anonymous={consultation.caseId === null} />
      <Group justify="space-between">
        <Group gap="xs">
          {onClose && (
            <Button leftSection={<IconCheck size={18} aria-hidden />} onClick={() => void close()}>Fertig</Button>
          )}
          <Button variant="default" leftSection={<IconTrash size={18} aria-hidden />} onClick={() => void remove()}>In den Papierkorb</Button>
          {consultation.caseId === null && <ProposeButton target={{ type: 'consultation', id: consultation.id }} />}
        </Group>
        <FormState form={form} />
      </Group>
      <DisposalNotice target={{ type: 'consultation', id: consultation.id }} onDestroyed={() => { form.abandon(); onRemoved() }} />
    </Stack>
  )
}
