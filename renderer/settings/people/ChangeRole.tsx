import { useState } from 'react'
import { ROLE_LABELS, keysOfRole, type KeyName, type Role } from '../../../shared/vault/roles.ts'
import { office } from '../../app/office.ts'
import { showNotice } from '../../ui/notices.tsx'
import { RoleChoice } from './AddPerson.tsx'
import { FormDialog } from './FormDialog.tsx'
import { RenewKeysOffer } from './RenewKeysOffer.tsx'
import { usePeopleChange, type Person } from './usePeople.ts'

/** „Rolle ändern": gives and takes keys; whoever loses one may have kept a copy of it. */
export function ChangeRole({ person, onClose }: { person: Person; onClose: () => void }) {
  const [role, setRole] = useState<Role>(person.role)
  const [renew, setRenew] = useState(true)
  const [lost, setLost] = useState<KeyName[] | null>(null)
  const { busy, error, run } = usePeopleChange()
  const loses = keysOfRole(person.role).some((name) => !keysOfRole(role).includes(name))

  async function change(): Promise<void> {
    const done = await run(async () => {
      const names = lost ?? (await office.vault.people.changeRole({ personId: person.id, role }))
      setLost(names)
      if (renew && names.length > 0) await office.vault.people.renewKeys({ names })
    })
    if (!done) return
    showNotice(`${person.name} hat jetzt die Rolle ${ROLE_LABELS[role]}.`)
    onClose()
  }

  return (
    <FormDialog
      title={`Rolle von ${person.name}`}
      submit="Speichern"
      busy={busy}
      error={error}
      onSubmit={() => void change()}
      onClose={onClose}
    >
      <RoleChoice role={role} onRole={setRole} />
      {loses && <RenewKeysOffer name={person.name} renew={renew} onRenew={setRenew} />}
    </FormDialog>
  )
}
