import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { office } from '../../app/office.ts'
import { fieldErrorsOf } from '../../ui/FailureAlert.tsx'
import { FormDialog } from './FormDialog.tsx'
import { usePeopleChange, type Person } from './usePeople.ts'

/** „Umbenennen": another name for a person. */
export function RenamePerson({ person, onClose }: { person: Person; onClose: () => void }) {
  const [name, setName] = useState(person.name)
  const { busy, error, run } = usePeopleChange()

  async function rename(): Promise<void> {
    if (await run(() => office.vault.people.rename({ personId: person.id, name }))) onClose()
  }

  return (
    <FormDialog title="Umbenennen" submit="Speichern" busy={busy} error={error} onSubmit={() => void rename()} onClose={onClose}>
      <TextInput
        label="Name"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={fieldErrorsOf(error).name}
        autoComplete="off"
        data-autofocus
      />
    </FormDialog>
  )
}
