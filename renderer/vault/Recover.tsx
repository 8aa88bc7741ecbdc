import { Button, Group, Select, Stack, Text, Textarea } from '@mantine/core'
import { IconKey } from '@tabler/icons-react'
import { useState, type FormEvent } from 'react'
import { passphraseProblem } from '../../shared/vault/passphrase.ts'
import { failureOf } from '../app/failure.ts'
import { office } from '../app/office.ts'
import { FailureAlert, fieldErrorsOf } from '../ui/FailureAlert.tsx'
import { NewPassphrase, repeatProblem } from '../ui/NewPassphrase.tsx'
import { LockFrame } from './LockFrame.tsx'
import { Trouble } from './Trouble.tsx'
import { useCountdown } from './useCountdown.ts'
import { useRefreshStatus } from './useVault.ts'

interface RecoverProps {
  people: { id: string; name: string }[]
  officeName: string
  onBack(): void
}

/** „Passphrase vergessen": recovery key first, then person and new passphrase. */
export function Recover({ people, officeName, onBack }: RecoverProps) {
  const [recoveryKey, setRecoveryKey] = useState('')
  const [proved, setProved] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const [wait, startWait] = useCountdown(0)

  async function check(event: FormEvent): Promise<void> {
    event.preventDefault()
    setBusy(true)
    setError(null)
    try {
      await office.vault.checkRecoveryKey({ recoveryKey })
      setProved(true)
    } catch (caught) {
      setError(caught)
      startWait(failureOf(caught).data.waitSeconds ?? 0)
    }
    setBusy(false)
  }

  if (proved) return <NewPassphraseFor people={people} officeName={officeName} recoveryKey={recoveryKey} onBack={onBack} />
  const fieldError = fieldErrorsOf(error).recoveryKey
  return (
    <LockFrame heading="Passphrase vergessen" subline={officeName} icon={<IconKey size={34} stroke={1.5} />} wide>
      <Text size="sm">
        Geben Sie den Wiederherstellungsschlüssel vom Blatt aus dem Safe ein. Groß- und Kleinschreibung, Leerzeichen und
        Bindestriche spielen keine Rolle.
      </Text>
      <form onSubmit={(event) => void check(event)}>
        <Stack gap="md">
          <Textarea
            label="Wiederherstellungsschlüssel"
            value={recoveryKey}
            onChange={(event) => setRecoveryKey(event.currentTarget.value)}
            error={fieldError}
            autosize
            minRows={3}
            autoFocus
            autoComplete="off"
            spellCheck={false}
            styles={{ input: { fontFamily: 'monospace', letterSpacing: '0.05em' } }}
          />
          {!fieldError && <FailureAlert error={error} />}
          <Group justify="space-between">
            <Button variant="default" onClick={onBack}>
              Zurück
            </Button>
            <Button type="submit" loading={busy} disabled={wait > 0 || recoveryKey.trim() === ''}>
              {wait > 0 ? `Weiter in ${wait} s` : 'Weiter'}
            </Button>
          </Group>
        </Stack>
      </form>
    </LockFrame>
  )
}

function NewPassphraseFor({ people, officeName, recoveryKey, onBack }: RecoverProps & { recoveryKey: string }) {
  const [personId, setPersonId] = useState(people[0]?.id ?? '')
  const [passphrase, setPassphrase] = useState('')
  const [repeated, setRepeated] = useState('')
  const [problems, setProblems] = useState<{ passphrase?: string | undefined; repeated?: string | undefined }>({})
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const refresh = useRefreshStatus()

  async function recover(event: FormEvent): Promise<void> {
    event.preventDefault()
    const found = {
      passphrase: passphraseProblem(passphrase),
      repeated: repeatProblem(passphrase, repeated) ?? undefined,
    }
    setProblems(found)
    if (found.passphrase || found.repeated) return
    setBusy(true)
    try {
      await office.vault.recover({ recoveryKey, personId, passphrase })
      await refresh()
    } catch (caught) {
      setError(caught)
    }
    setBusy(false)
  }

  if (error) return <Trouble failure={failureOf(error)} onRetry={() => setError(null)} />
  const name = people.find((person) => person.id === personId)?.name ?? ''
  return (
    <LockFrame heading="Neue Passphrase" subline={officeName} icon={<IconKey size={34} stroke={1.5} />}>
      <Text size="sm">Der Schlüssel stimmt. Wählen Sie, für wen eine neue Passphrase gelten soll.</Text>
      <form onSubmit={(event) => void recover(event)}>
        <Stack gap="sm">
          <Select
            label="Person"
            data={people.map((person) => ({ value: person.id, label: person.name }))}
            value={personId}
            onChange={(value) => setPersonId(value ?? '')}
          />
          <NewPassphrase
            passphrase={passphrase}
            repeated={repeated}
            onPassphrase={setPassphrase}
            onRepeated={setRepeated}
            errors={problems}
            context={[officeName, name]}
          />
          <Group justify="space-between">
            <Button variant="default" onClick={onBack}>
              Zurück
            </Button>
            <Button type="submit" loading={busy}>
              Speichern und entsperren
            </Button>
          </Group>
        </Stack>
      </form>
    </LockFrame>
  )
}
