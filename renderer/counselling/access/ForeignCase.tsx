import { Alert, Button, Stack, Text, TextInput } from '@mantine/core'
import { IconLock, IconLockOpen } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { failureOf } from '../../app/failure.ts'
import { office } from '../../app/office.ts'
import { showFailure } from '../../ui/notices.tsx'

/** Stands in place of a case that belongs to somebody else; it can be opened for a substitution, with a reason. */
export function ForeignCase({ id }: { id: string }) {
  const queries = useQueryClient()
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState<string | null>(null)
  const open = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    try {
      await office.counselling.access.standIn({ caseId: id, reason })
      await queries.invalidateQueries()
    } catch (error) {
      const { code, data } = failureOf(error)
      if (code === 'invalid') setMissing(data.fields?.reason ?? 'Bitte den Anlass nennen.')
      else showFailure(error)
    }
  }
  return (
    <Stack p="md" maw={560}>
      <Alert color="gray" icon={<IconLock aria-hidden />} title="Dieser Fall gehört einer anderen Person.">
        Wer ihn führt oder die Leitung kann ihn unter „Weiteres“ für Sie öffnen. Ist die Person abwesend, öffnen Sie ihn im Vertretungsfall selbst.
      </Alert>
      <form onSubmit={(event) => void open(event)} noValidate>
        <Stack gap="sm">
          <TextInput
            label="Anlass der Vertretung" placeholder="z. B. Urlaub, Frist läuft ab" maxLength={300} required value={reason} error={missing}
            onChange={(event) => {
              setReason(event.currentTarget.value)
              setMissing(null)
            }}
          />
          <Text size="xs" c="dimmed">Offen bis zum Ende des morgigen Tages. Person, Zeit und Anlass stehen im Protokoll, das die Leitung liest.</Text>
          <div><Button type="submit" leftSection={<IconLockOpen size={18} aria-hidden />}>Im Vertretungsfall öffnen</Button></div>
        </Stack>
      </form>
    </Stack>
  )
}
