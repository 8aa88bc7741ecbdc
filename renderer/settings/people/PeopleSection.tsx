import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { IconKey, IconLockPassword, IconUserPlus } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { AddPerson } from './AddPerson.tsx'
import { ChangeRole } from './ChangeRole.tsx'
import { NewPassphraseForm } from './NewPassphraseForm.tsx'
import { OwnPassphrase } from './OwnPassphrase.tsx'
import { PeopleTable } from './PeopleTable.tsx'
import { RemovePerson } from './RemovePerson.tsx'
import { RenamePerson } from './RenamePerson.tsx'
import { RenewRecoveryKey } from './RenewRecoveryKey.tsx'
import { usePeople, type PeopleOverview, type Person, type PersonAction } from './usePeople.ts'

type Open = { dialog: 'add' | 'own-passphrase' } | { dialog: PersonAction; person: Person } | null

/** „Personen und Zugänge": who opens the office, with which role, and the recovery key. */
export function PeopleSection() {
  const { data } = usePeople()
  const [open, setOpen] = useState<Open>(null)
  const [renewing, setRenewing] = useState(false)
  /** Where the focus comes back to: what opened the dialog, or the heading when that is gone. */
  const opener = useRef('')
  const heading = useRef<HTMLHeadingElement>(null)

  function show(what: NonNullable<Open>): void {
    opener.current = 'person' in what ? what.person.id : what.dialog
    setOpen(what)
  }

  function close(): void {
    setOpen(null)
    // After the dialog has let go of the focus.
    setTimeout(() => {
      const button = document.querySelector<HTMLElement>(`[data-opener="${opener.current}"]`)
      ;(button ?? heading.current)?.focus()
    })
  }

  if (!data) return null
  if (renewing) return <RenewRecoveryKey onDone={() => setRenewing(false)} />

  return (
    <Stack gap="lg" maw={760}>
      <Title order={2} ref={heading} tabIndex={-1}>
        Personen und Zugänge
      </Title>
      <Text size="sm">
        Jede Person hat eine eigene Passphrase. Was sie sehen kann, hängt an den Schlüsseln ihrer Rolle: Mit der Rolle Assistenz
        lässt sich die Beratung nicht entschlüsseln.
      </Text>
      <PeopleTable
        people={data.people}
        administers={data.administers}
        onAction={(dialog, person) => show({ dialog, person })}
      />
      <Group>
        {data.administers && (
          <Button
            data-opener="add"
            leftSection={<IconUserPlus size={18} aria-hidden />}
            onClick={() => show({ dialog: 'add' })}
          >
            Person hinzufügen
          </Button>
        )}
        <Button
          data-opener="own-passphrase"
          variant="default"
          leftSection={<IconLockPassword size={18} aria-hidden />}
          onClick={() => show({ dialog: 'own-passphrase' })}
        >
          Eigene Passphrase ändern
        </Button>
      </Group>
      {data.administers && <RecoveryKeyState recovery={data.recovery} onRenew={() => setRenewing(true)} />}

      {open?.dialog === 'add' && <AddPerson onClose={close} />}
      {open?.dialog === 'own-passphrase' && <OwnPassphrase onClose={close} />}
      {open?.dialog === 'rename' && <RenamePerson person={open.person} onClose={close} />}
      {open?.dialog === 'role' && <ChangeRole person={open.person} onClose={close} />}
      {open?.dialog === 'passphrase' && <NewPassphraseForm person={open.person} onClose={close} />}
      {open?.dialog === 'remove' && <RemovePerson person={open.person} onClose={close} />}
    </Stack>
  )
}

function RecoveryKeyState({ recovery, onRenew }: { recovery: PeopleOverview['recovery']; onRenew: () => void }) {
  const made = new Date(recovery.createdAt).toLocaleDateString('de-DE', { dateStyle: 'medium' })
  return (
    <Stack gap="xs">
      <Title order={3} size="md">
        Wiederherstellungsschlüssel
      </Title>
      <Text size="sm">
        {recovery.confirmedAt
          ? `Angelegt am ${made} und bestätigt. Das Blatt gehört in einen verschlossenen Umschlag im Safe.`
          : `Angelegt am ${made}, aber nie bestätigt. Ist das Blatt nicht auffindbar, erneuern Sie den Schlüssel bitte jetzt.`}
      </Text>
      <Group>
        <Button variant="default" leftSection={<IconKey size={18} aria-hidden />} onClick={onRenew}>
          Wiederherstellungsschlüssel erneuern
        </Button>
      </Group>
    </Stack>
  )
}
