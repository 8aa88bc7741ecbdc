import { Radio, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { ROLES, ROLE_DESCRIPTIONS, ROLE_LABELS, type Role } from '../../../shared/vault/roles.ts'
import { office } from '../../app/office.ts'
import { fieldErrorsOf } from '../../ui/FailureAlert.tsx'
import { NewPassphrase } from '../../ui/NewPassphrase.tsx'
import { showNotice } from '../../ui/notices.tsx'
import { FormDialog } from './FormDialog.tsx'
import { usePassphrasePair } from './usePassphrasePair.ts'
import { usePeopleChange } from './usePeople.ts'

/** „Person hinzufügen": name and role by Leitung, passphrase by the person. */
export function AddPerson({ onClose }: { onClose: () => void }) {
  const [name, setName] = useState('')
  const [nameError, setNameError] = useState<string | null>(null)
  const [role, setRole] = useState<Role>('assistenz')
  const pair = usePassphrasePair()
  const { busy, error, run } = usePeopleChange()

  async function add(): Promise<void> {
    const missing = name.trim() ? null : 'Bitte einen Namen eingeben.'
    setNameError(missing)
    if (!pair.check() || missing) return
    if (await run(() => office.vault.people.add({ name, role, passphrase: pair.passphrase }))) {
      showNotice(`${name.trim()} kann das Büro jetzt als ${ROLE_LABELS[role]} entsperren.`)
      onClose()
    }
  }

  return (
    <FormDialog title="Person hinzufügen" submit="Hinzufügen" busy={busy} error={error} onSubmit={() => void add()} onClose={onClose}>
      <TextInput
        label="Name"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={nameError ?? fieldErrorsOf(error).name}
        autoComplete="off"
        data-autofocus
      />
      <RoleChoice role={role} onRole={setRole} />
      <Text size="sm">Die Passphrase gibt die neue Person selbst ein.</Text>
      <NewPassphrase {...pair.fields} context={[name]} />
    </FormDialog>
  )
}

/** The three roles with what they mean. */
export function RoleChoice({ role, onRole }: { role: Role; onRole: (role: Role) => void }) {
  return (
    <Radio.Group label="Rolle" value={role} onChange={(value) => onRole(value as Role)}>
      <Stack gap="xs" mt={4}>
        {ROLES.map((choice) => (
          <Radio key={choice} value={choice} label={ROLE_LABELS[choice]} description={ROLE_DESCRIPTIONS[choice]} />
        ))}
      </Stack>
    </Radio.Group>
  )
}
