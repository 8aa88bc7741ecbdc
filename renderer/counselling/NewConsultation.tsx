import { Button, Group, Paper, Stack, Title } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useCommand } from '../app/commands.ts'
import { useDraft } from '../app/useDraft.ts'
import { showFailure, showUndoNotice } from '../ui/notices.tsx'
import { ConsultationFields } from './ConsultationFields.tsx'
import { newEntry, type ConsultationEntry } from './consultationEntry.ts'
import { ConflictAlert, FormState } from './FormState.tsx'
import { useNewConsultationForm } from './useConsultationForm.ts'

interface NewConsultationProps {
  /** Null for an anonymous consultation. */
  caseId: string | null
  /** Language that the entry starts with. */
  language: string | null
  /** Called with the consultation's id when it is stored and done with, with null when it was given up. */
  onDone(id: string | null): void
  /** Called with the id as soon as the consultation is stored and goes on being edited. */
  onMade?(id: string): void
}

/** Form „Neue Beratung“. Text that was kept from before a lock or a crash is there again. */
export function NewConsultation(props: NewConsultationProps) {
  const draft = useDraft<ConsultationEntry>('counselling', draftName(props.caseId))
  const [fresh] = useState(() => newEntry(new Date(), props.language))
  if (draft.restored === undefined) return null
  return <Form {...props} initial={draft.restored ?? fresh} keep={draft.keep} discard={draft.discard} />
}

/** Name of the draft of a case's new consultation. */
export function draftName(caseId: string | null): string {
  return `consultation:new:${caseId ?? 'anonymous'}`
}

function Form({ caseId, initial, keep, discard, onDone, onMade }: NewConsultationProps & {
  initial: ConsultationEntry
  keep(entry: ConsultationEntry): void
  discard(): Promise<void>
}) {
  const [asked, setAsked] = useState(false)
  const form = useNewConsultationForm(caseId, initial, keep, (id) => {
    void discard().catch(showFailure)
    onMade?.(id)
  })
  const heading = caseId === null ? 'Anonyme Beratung' : 'Neue Beratung'

  const finish = async (): Promise<void> => {
    setAsked(true)
    const id = await form.flush()
    if (id === null) return
    showUndoNotice('Beratung eingetragen.', 'counselling', form.change())
    onDone(id)
  }
  const giveUp = async (): Promise<void> => {
    form.abandon()
    await discard().catch(showFailure)
    onDone(null)
  }
  useCommand('save', () => void finish())

  return (
    <Paper component="section" withBorder p="md" aria-label={heading}>
      <Stack gap="sm">
        <Group justify="space-between" wrap="nowrap">
          <Title order={caseId === null ? 2 : 3} size="h4">{heading}</Title>
          <FormState form={form} />
        </Group>
        <ConflictAlert form={form} />
        <ConsultationFields entry={form.fields} errors={asked || form.id !== null ? form.errors : {}} onChange={form.set} anonymous={caseId === null} />
        <Group gap="xs">
          <Button leftSection={<IconCheck size={18} aria-hidden />} onClick={() => void finish()}>Beratung speichern</Button>
          {form.id === null && <Button variant="default" onClick={() => void giveUp()}>Verwerfen</Button>}
        </Group>
      </Stack>
    </Paper>
  )
}
