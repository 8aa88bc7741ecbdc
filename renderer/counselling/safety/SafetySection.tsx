import { Button, Checkbox, Group, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { IconDeviceFloppy } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import type { ContactSafety } from '../../../shared/counselling/safety/contract.ts'
import { api, office } from '../../app/office.ts'
import { showFailure, showUndoNotice } from '../../ui/notices.tsx'
import { Section } from '../person/Section.tsx'

const checks: readonly { field: 'noCalls' | 'noVoicemail' | 'noMessages' | 'noLetters'; label: string }[] = [
  { field: 'noCalls', label: 'nicht anrufen' }, { field: 'noVoicemail', label: 'nicht auf den Anrufbeantworter sprechen' },
  { field: 'noMessages', label: 'keine Nachrichten oder E-Mails' }, { field: 'noLetters', label: 'keine Briefe nach Hause' },
]

/** Where it is written down how the person of a case may be contacted. */
export function SafetySection({ caseId }: { caseId: string }) {
  const { data } = useQuery(api.counselling.safety.ofCase.queryOptions({ input: { caseId } }))
  return data ? <Form key={JSON.stringify(data)} caseId={caseId} stored={data} /> : null
}

function Form({ caseId, stored }: { caseId: string; stored: ContactSafety }) {
  const [fields, setFields] = useState(stored)
  const changed = JSON.stringify(fields) !== JSON.stringify(stored)
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    try {
      const { change } = await office.counselling.safety.save({ caseId, fields })
      showUndoNotice('Die sicheren Kontaktwege sind gespeichert.', 'counselling', change)
    } catch (error) {
      showFailure(error)
    }
  }
  return (
    <Section title="Sichere Kontaktwege">
      <form onSubmit={(event) => void save(event)}>
        <Stack gap="sm">
          <Text size="sm">Was hier steht, erscheint oben im Fall als roter Hinweis.</Text>
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xs">
            {checks.map(({ field, label }) => (
              <Checkbox key={field} label={label} checked={fields[field]} onChange={(event) => setFields({ ...fields, [field]: event.currentTarget.checked })} />
            ))}
          </SimpleGrid>
          <Group align="flex-end" gap="xs" grow>
            <TextInput label="Codewort" maxLength={60} value={fields.codeWord} onChange={(event) => setFields({ ...fields, codeWord: event.currentTarget.value })} />
            <TextInput label="Was geht" placeholder="z. B. nur werktags bis 12 Uhr" maxLength={300} value={fields.note} onChange={(event) => setFields({ ...fields, note: event.currentTarget.value })} />
          </Group>
          <div><Button type="submit" disabled={!changed} leftSection={<IconDeviceFloppy size={18} aria-hidden />}>Speichern</Button></div>
        </Stack>
      </form>
    </Section>
  )
}
