import { Button, Group, NumberInput, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { IconUserShield } from '@tabler/icons-react'
import { useState, type FormEvent } from 'react'
import type { VaultStatus } from '../../shared/vault/contract.ts'
import { deputyDays, openingByTwoSchema } from '../../shared/vault/deputy-contract.ts'
import { failureOf } from '../app/failure.ts'
import { office } from '../app/office.ts'
import { FailureAlert, fieldErrorsOf } from '../ui/FailureAlert.tsx'
import { NewPassphrase, repeatProblem } from '../ui/NewPassphrase.tsx'
import { PassphraseInput } from '../ui/PassphraseInput.tsx'
import { LockFrame } from './LockFrame.tsx'
import { useCountdown } from './useCountdown.ts'
import { useRefreshStatus } from './useVault.ts'

interface OpenByTwoProps {
  together: NonNullable<Extract<VaultStatus, { state: 'locked' }>['together']>
  officeName: string
  onBack(): void
}

const empty = { name: '', reason: '', passphrase: '', repeated: '' }

/** „Vertretungsfall": two holders type their codes, and let in whoever stands in. Nobody sees the other one's code. */
export function OpenByTwo({ together: { holders, longestDays }, officeName, onBack }: OpenByTwoProps) {
  const [codes, setCodes] = useState<[string, string]>(['', ''])
  const [fields, setFields] = useState(empty)
  const [days, setDays] = useState(Math.min(longestDays, deputyDays.usual))
  const [problems, setProblems] = useState<Record<string, string>>({})
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const [wait, startWait] = useCountdown(0)
  const refresh = useRefreshStatus()
  const wrong: Record<string, string | undefined> = { ...problems, ...fieldErrorsOf(error) }
  const set = (field: keyof typeof empty) => (value: string) => setFields((before) => ({ ...before, [field]: value }))

  async function open(event: FormEvent): Promise<void> {
    event.preventDefault()
    const { repeated, ...typed } = fields
    const opening = openingByTwoSchema.safeParse({ ...typed, codes, days })
    const found = Object.fromEntries((opening.error?.issues ?? []).map(({ path, message }) => [path.join('.'), message]))
    const unlike = repeatProblem(fields.passphrase, repeated)
    setProblems(unlike ? { ...found, repeated: unlike } : found)
    setError(null)
    if (!opening.success || unlike) return
    setBusy(true)
    try {
      await office.vault.openByTwo(opening.data)
      await refresh()
    } catch (caught) {
      setError(caught)
      startWait(failureOf(caught).data.waitSeconds ?? 0)
    }
    setBusy(false)
  }

  return (
    <LockFrame heading="Vertretungsfall" subline={officeName} icon={<IconUserShield size={34} stroke={1.5} />} wide>
      <Text size="sm">
        Zwei dieser Personen öffnen das Büro gemeinsam für eine Vertretung: <strong>{holders.join(' · ')}</strong>. Jede gibt den Code ihres eigenen Blattes ein. Die Öffnung wird verzeichnet; die
        Leitung sieht sie bei ihrer Rückkehr.
      </Text>
      <form noValidate onSubmit={(event) => void open(event)}>
        <Stack gap="md">
          {codes.map((code, index) => (
            <PassphraseInput
              key={index === 0 ? 'first' : 'second'}
              label={index === 0 ? 'Code vom ersten Blatt' : 'Code vom zweiten Blatt'}
              description="Groß- und Kleinschreibung, Leerzeichen und Bindestriche spielen keine Rolle."
              value={code}
              onChange={(event) => {
                const { value } = event.currentTarget
                setCodes((before) => (index === 0 ? [value, before[1]] : [before[0], value]))
              }}
              error={wrong[`codes.${index}`]}
              autoFocus={index === 0}
            />
          ))}
          <Group grow align="flex-start">
            <TextInput label="Wer vertritt" value={fields.name} onChange={(event) => set('name')(event.currentTarget.value)} error={wrong.name} autoComplete="off" />
            <NumberInput
              label="Für wie viele Tage"
              description={`Höchstens ${longestDays}`}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              min={deputyDays.least}
              max={longestDays}
              clampBehavior="blur"
              value={days}
              onChange={(value) => setDays(Number(value))}
              error={wrong.days}
            />
          </Group>
          <Textarea
            label="Anlass"
            description="Bitte keine Angaben zur Gesundheit; „unerwartete Abwesenheit“ genügt."
            value={fields.reason}
            onChange={(event) => set('reason')(event.currentTarget.value)}
            error={wrong.reason}
            autosize
            minRows={2}
          />
          <NewPassphrase
            label="Passphrase der Vertretung"
            passphrase={fields.passphrase}
            repeated={fields.repeated}
            onPassphrase={set('passphrase')}
            onRepeated={set('repeated')}
            errors={{ passphrase: wrong.passphrase, repeated: wrong.repeated }}
            context={[officeName, fields.name]}
          />
          {Object.keys(fieldErrorsOf(error)).length === 0 && <FailureAlert error={error} />}
          <Group justify="space-between">
            <Button variant="default" onClick={onBack}>
              Zurück
            </Button>
            <Button type="submit" loading={busy} disabled={wait > 0}>
              {wait > 0 ? `Öffnen in ${wait} s` : 'Zu zweit öffnen'}
            </Button>
          </Group>
        </Stack>
      </form>
    </LockFrame>
  )
}
