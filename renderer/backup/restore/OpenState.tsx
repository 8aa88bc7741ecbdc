import { Anchor, Button, Group, Progress, Select, Stack, Text, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import type { Comparison, Restorable } from '../../../shared/backup/restore/model.ts'
import { keysOfRole, ROLE_LABELS } from '../../../shared/vault/roles.ts'
import { api, office } from '../../app/office.ts'
import { FailureAlert, fieldErrorsOf } from '../../ui/FailureAlert.tsx'
import { PassphraseInput } from '../../ui/PassphraseInput.tsx'
import { placeWords, stateName } from './words.ts'

const progressMilliseconds = 300

/** Second step: opens the state with a passphrase of then, or with the recovery key. */
export function OpenState({ state, onBack, onOpened }: { state: Restorable; onBack: () => void; onOpened: (comparison: Comparison) => void }) {
  // Both databases have to be opened, so that both are known to be whole.
  const people = state.people.filter(({ role }) => keysOfRole(role).includes('counselling'))
  const [personId, setPersonId] = useState(people[0]?.id ?? '')
  const [byKey, setByKey] = useState(false)
  const [secret, setSecret] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)

  async function open(event: FormEvent): Promise<void> {
    event.preventDefault()
    setBusy(true)
    setError(null)
    try {
      onOpened(await office.backup.restore.prepare({ source: state.source, personId: byKey ? null : personId, secret }))
    } catch (failed) {
      setError(failed)
      setBusy(false)
    }
  }

  const keyError = fieldErrorsOf(error).recoveryKey
  return (
    <form noValidate onSubmit={(event) => void open(event)}>
      <Stack gap="sm">
        <Text size="sm"><strong>{stateName(state)}</strong>, {placeWords[state.source.place]}{state.officeName && `: ${state.officeName}`}</Text>
        <Text size="sm">Es gelten die Passphrasen und der Wiederherstellungsschlüssel, die damals galten. Wer nur die Rolle Assistenz hatte, kann den Stand nicht öffnen.</Text>
        {byKey
          ? <Textarea label="Wiederherstellungsschlüssel" description="Alle Gruppen vom Blatt, ohne die Nummern. Groß- und Kleinschreibung, Leerzeichen und Bindestriche spielen keine Rolle." value={secret} onChange={(event) => setSecret(event.currentTarget.value)} error={keyError} autosize minRows={3} autoComplete="off" spellCheck={false} data-autofocus styles={{ input: { fontFamily: 'monospace' } }} />
          : (
            <>
              <Select label="Person" data={people.map(({ id, name, role }) => ({ value: id, label: `${name} (${ROLE_LABELS[role]})` }))} value={personId} onChange={(id) => setPersonId(id ?? '')} allowDeselect={false} comboboxProps={{ withinPortal: false }} />
              <PassphraseInput label="Passphrase von damals" value={secret} onChange={(event) => setSecret(event.currentTarget.value)} data-autofocus />
            </>
          )}
        <Anchor component="button" type="button" size="sm" ta="left" onClick={() => { setByKey(!byKey); setSecret(''); setError(null) }}>{byKey ? 'Mit einer Passphrase öffnen' : 'Mit dem Wiederherstellungsschlüssel vom Blatt öffnen'}</Anchor>
        {!keyError && <FailureAlert error={error} />}
        {busy && <CopyProgress />}
        <Group justify="space-between">
          <Button variant="default" onClick={onBack} disabled={busy}>Zurück</Button>
          <Button type="submit" loading={busy} disabled={secret.trim() === ''}>Öffnen und vergleichen</Button>
        </Group>
      </Stack>
    </form>
  )
}

function CopyProgress() {
  const { data } = useQuery(api.backup.restore.progress.queryOptions({ refetchInterval: progressMilliseconds, staleTime: 0, gcTime: 0 }))
  const label = data ? 'Der Stand wird neben den jetzigen kopiert und ganz gelesen' : 'Die Zugänge werden geprüft'
  return (
    <div role="status">
      <Text size="sm">{label} …</Text>
      <Progress.Root mt={4} size="lg"><Progress.Section value={data && data.total > 0 ? (100 * data.done) / data.total : 0} aria-label={label} /></Progress.Root>
    </div>
  )
}
