import { Text } from '@mantine/core'
import { useState } from 'react'
import type { KeyName } from '../../../shared/vault/roles.ts'
import { office } from '../../app/office.ts'
import { showNotice } from '../../ui/notices.tsx'
import { FormDialog } from './FormDialog.tsx'
import { RenewKeysOffer } from './RenewKeysOffer.tsx'
import { usePeopleChange, type Person } from './usePeople.ts'

/** „Entfernen": takes the access away and offers to renew the keys that the person held. */
export function RemovePerson({ person, onClose }: { person: Person; onClose: () => void }) {
  const [renew, setRenew] = useState(true)
  /** Keys of a person who is removed already: when renewing failed, only that is tried again. */
  const [held, setHeld] = useState<KeyName[] | null>(null)
  const { busy, error, run } = usePeopleChange()

  async function remove(): Promise<void> {
    const done = await run(async () => {
      const names = held ?? (await office.vault.people.remove({ personId: person.id }))
      setHeld(names)
      if (renew) await office.vault.people.renewKeys({ names })
    })
    if (!done) return
    showNotice(renew ? `${person.name} wurde entfernt, die Schlüssel sind erneuert.` : `${person.name} wurde entfernt.`)
    onClose()
  }

  return (
    <FormDialog
      title={`${person.name} entfernen`}
      submit="Entfernen"
      busy={busy}
      error={error}
      onSubmit={() => void remove()}
      onClose={onClose}
    >
      <Text size="sm">
        {person.name} kann das Büro danach nicht mehr entsperren. Was {person.name} erfasst hat, bleibt erhalten.
      </Text>
      <RenewKeysOffer name={person.name} renew={renew} onRenew={setRenew} />
    </FormDialog>
  )
}
