import { Anchor, Box, Button, Group, Select, Stack, Text, TextInput } from '@mantine/core'
import { schemaResolver, useForm } from '@mantine/form'
import { IconArrowLeft, IconFolder, IconShieldPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { newOfficeSchema, type NewOffice, type RecoverySheet } from '../../shared/vault/contract.ts'
import { lockedHint } from '../../shared/policy/notice.ts'
import { LAENDER } from '../../shared/vault/laender.ts'
import { failureOf } from '../app/failure.ts'
import { office } from '../app/office.ts'
import { usePolicy } from '../app/usePolicy.ts'
import { FailureAlert } from '../ui/FailureAlert.tsx'
import { NewPassphrase, repeatProblem } from '../ui/NewPassphrase.tsx'
import { showFailure } from '../ui/notices.tsx'
import { LockFrame } from './LockFrame.tsx'
import { Trouble } from './Trouble.tsx'
import { useVaultPlace } from './useVault.ts'

interface CreateOfficeProps {
  onBack(): void
  onCreated(sheet: RecoverySheet, officeName: string): void
}

/** Form of a new office: its name, its Land, its first person. */
export function CreateOffice({ onBack, onCreated }: CreateOfficeProps) {
  const { place, given, choose } = useVaultPlace()
  const landOfIt = usePolicy().values.FederalState
  const [repeated, setRepeated] = useState('')
  const [repeatError, setRepeatError] = useState<string | null>(null)
  const [error, setError] = useState<unknown>(null)
  /** A failure that the form can't mend; what was typed is kept meanwhile. */
  const [trouble, setTrouble] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const form = useForm({
    initialValues: { officeName: '', land: '', personName: '', passphrase: '' },
    validate: schemaResolver(newOfficeSchema, { sync: true }),
  })

  async function create(values: typeof form.values): Promise<void> {
    setBusy(true)
    setError(null)
    try {
      onCreated(await office.vault.create(values as NewOffice), values.officeName)
    } catch (caught) {
      const { code, data } = failureOf(caught)
      if (code === 'invalid') form.setErrors(data.fields ?? {})
      if (code === 'invalid' || code === 'conflict') setError(caught)
      else setTrouble(caught)
    }
    setBusy(false)
  }

  if (trouble) return <Trouble failure={failureOf(trouble)} onRetry={() => setTrouble(null)} />
  return (
    <LockFrame
      heading="Neues Büro anlegen"
      subline="Sie werden die Leitung dieses Büros. Weitere Personen können Sie später hinzufügen."
      icon={<IconShieldPlus size={34} stroke={1.5} />}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          const problem = repeatProblem(form.values.passphrase, repeated)
          setRepeatError(problem)
          const values = { ...form.values, land: landOfIt ?? form.values.land }
          form.setValues(values)
          const { hasErrors } = form.validate()
          if (!hasErrors && !problem) void create(values)
        }}
      >
        <Stack gap="sm">
          <TextInput
            label="Name der Dienststelle"
            description="Steht auch auf dem Sperrbildschirm."
            autoFocus
            {...form.getInputProps('officeName')}
          />
          <Select
            label="Bundesland"
            placeholder="Bitte auswählen"
            data={LAENDER.map(({ code, name }) => ({ value: code, label: name }))}
            searchable
            {...form.getInputProps('land')}
            {...(landOfIt === undefined ? {} : { value: landOfIt, disabled: true, description: lockedHint })}
            nothingFoundMessage="Kein Bundesland mit diesem Namen"
          />
          <TextInput label="Ihr Name" autoComplete="off" {...form.getInputProps('personName')} />
          <NewPassphrase
            passphrase={form.values.passphrase}
            repeated={repeated}
            onPassphrase={(value) => form.setFieldValue('passphrase', value)}
            onRepeated={(value) => {
              setRepeated(value)
              setRepeatError(null)
            }}
            errors={{ passphrase: form.errors.passphrase as string | undefined, repeated: repeatError ?? undefined }}
            context={[form.values.officeName, form.values.personName]}
          />
          <VaultPlace place={place} given={given} onChange={() => void choose('create').catch(showFailure)} />
          <FailureAlert error={error} />
          <Group justify="space-between">
            <Button variant="default" leftSection={<IconArrowLeft size={18} aria-hidden />} onClick={onBack}>
              Zurück
            </Button>
            <Button type="submit" loading={busy}>
              Büro anlegen
            </Button>
          </Group>
        </Stack>
      </form>
    </LockFrame>
  )
}

function VaultPlace({ place, given, onChange }: { place: string; given: boolean; onChange: () => void }) {
  return (
    <Group gap="xs" align="flex-start" wrap="nowrap">
      <IconFolder size={18} aria-hidden style={{ flexShrink: 0, marginTop: 2 }} />
      <Box style={{ minWidth: 0 }}>
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          Der Tresor liegt in: {place}
        </Text>
        {given ? <Text size="sm" c="dimmed">{lockedHint}</Text> : (
          <Anchor component="button" type="button" size="sm" onClick={onChange}>
            Anderen Ordner wählen
          </Anchor>
        )}
      </Box>
    </Group>
  )
}
