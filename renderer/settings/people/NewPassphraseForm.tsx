import { Text } from '@mantine/core'
import { office } from '../../app/office.ts'
import { NewPassphrase } from '../../ui/NewPassphrase.tsx'
import { showNotice } from '../../ui/notices.tsx'
import { FormDialog } from './FormDialog.tsx'
import { usePassphrasePair } from './usePassphrasePair.ts'
import { usePeopleChange, type Person } from './usePeople.ts'

/** A new passphrase for somebody who forgot theirs. */
export function NewPassphraseForm({ person, onClose }: { person: Person; onClose: () => void }) {
  const pair = usePassphrasePair()
  const { busy, error, run } = usePeopleChange()

  async function save(): Promise<void> {
    if (!pair.check()) return
    if (await run(() => office.vault.people.resetPassphrase({ personId: person.id, passphrase: pair.passphrase }))) {
      showNotice(`Für ${person.name} gilt die neue Passphrase.`)
      onClose()
    }
  }

  return (
    <FormDialog
      title={`Neue Passphrase für ${person.name}`}
      submit="Speichern"
      busy={busy}
      error={error}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <Text size="sm">Die Passphrase gibt {person.name} selbst ein. Die bisherige gilt danach nicht mehr.</Text>
      <NewPassphrase label="Neue Passphrase" {...pair.fields} context={[person.name]} />
    </FormDialog>
  )
}
