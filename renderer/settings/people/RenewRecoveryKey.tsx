import { Stack, Text, Title } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { RecoverySheet } from '../../../shared/vault/contract.ts'
import { api, office } from '../../app/office.ts'
import { useSession } from '../../app/session.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { RecoveryKeyProof } from '../../ui/RecoveryKeyProof.tsx'
import { showNotice } from '../../ui/notices.tsx'

/** A new recovery key, in place of the section: shown, printed, proved, and only then valid. */
export function RenewRecoveryKey({ onDone }: { onDone: () => void }) {
  const { officeName } = useSession()
  const queries = useQueryClient()
  const [sheet, setSheet] = useState<RecoverySheet | null>(null)
  const [error, setError] = useState<unknown>(null)

  useEffect(() => {
    let current = true
    office.vault.draftRecoveryKey().then(
      (drafted) => current && setSheet(drafted),
      (caught: unknown) => current && setError(caught),
    )
    return () => {
      current = false
    }
  }, [])

  async function prove(typed: [string, string]): Promise<void> {
    await office.vault.confirmRecoveryKey({ typed })
    await queries.invalidateQueries({ queryKey: api.vault.people.key() })
    showNotice('Der neue Wiederherstellungsschlüssel gilt. Bitte vernichten Sie das alte Blatt.')
    onDone()
  }

  return (
    <Stack gap="md" maw={560}>
      <Title order={2}>Wiederherstellungsschlüssel</Title>
      <Text size="sm">
        Der bisherige Schlüssel gilt, bis Sie den neuen bestätigt haben. Drucken Sie den neuen und legen Sie das Blatt in einem
        verschlossenen Umschlag in den Safe der Dienststelle.
      </Text>
      <FailureAlert error={error} />
      {sheet && <RecoveryKeyProof sheet={sheet} officeName={officeName} onProof={prove} onCancel={onDone} />}
    </Stack>
  )
}
