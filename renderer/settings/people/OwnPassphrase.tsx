import { useState } from 'react'
import { failureOf } from '../../app/failure.ts'
import { office } from '../../app/office.ts'
import { useSession } from '../../app/session.ts'
import { NewPassphrase } from '../../ui/NewPassphrase.tsx'
import { PassphraseInput } from '../../ui/PassphraseInput.tsx'
import { showNotice } from '../../ui/notices.tsx'
import { FormDialog } from './FormDialog.tsx'
import { usePassphrasePair } from './usePassphrasePair.ts'
import { usePeopleChange } from './usePeople.ts'

/** „Eigene Passphrase ändern": for everybody, whatever their role. */
export function OwnPassphrase({ onClose }: { onClose: () => void }) {
  const { person, officeName } = useSession()
  const [current, setCurrent] = useState('')
  const pair = usePassphrasePair()
  const { busy, error, run } = usePeopleChange()
  const refused = error !== null && failureOf(error).code === 'wrong-passphrase'

  async function save(): Promise<void> {
    if (!pair.check()) return
    if (await run(() => office.vault.people.changeOwnPassphrase({ current, next: pair.passphrase }))) {
      showNotice('Ihre neue Passphrase gilt ab sofort.')
      onClose()
    }
  }

  return (
    <FormDialog
      title="Eigene Passphrase ändern"
      submit="Speichern"
      busy={busy}
      error={refused ? null : error}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <PassphraseInput
        label="Bisherige Passphrase"
        value={current}
        onChange={(event) => setCurrent(event.currentTarget.value)}
        error={refused ? 'Die bisherige Passphrase ist nicht richtig.' : undefined}
        data-autofocus
      />
      <NewPassphrase label="Neue Passphrase" {...pair.fields} context={[person.name, officeName]} />
    </FormDialog>
  )
}
