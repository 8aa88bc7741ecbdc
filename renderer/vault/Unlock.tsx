import { Anchor, Group, Select, Stack, Text } from '@mantine/core'
import { IconShieldLock } from '@tabler/icons-react'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import type { VaultStatus } from '../../shared/vault/contract.ts'
import { failureOf, type Failure } from '../app/failure.ts'
import { office } from '../app/office.ts'
import { FailureAlert } from '../ui/FailureAlert.tsx'
import { PassphraseInput } from '../ui/PassphraseInput.tsx'
import { showFailure } from '../ui/notices.tsx'
import { LockFrame } from './LockFrame.tsx'
import { Occupied } from './Occupied.tsx'
import { Trouble } from './Trouble.tsx'
import { UnlockButtons, wayOf, type Way } from './UnlockButtons.tsx'
import { useCountdown } from './useCountdown.ts'
import { useOccupancy } from './useOccupancy.ts'
import { useRefreshStatus, useVaultPlace } from './useVault.ts'
import { useResumedPerson } from './useResumedPerson.ts'

const OpenByTwo = lazy(async () => ({ default: (await import('./OpenByTwo.tsx')).OpenByTwo }))
const Recover = lazy(async () => ({ default: (await import('./Recover.tsx')).Recover }))

interface UnlockProps {
  status: Extract<VaultStatus, { state: 'locked' }>
  resumed: boolean
  /** Leads to bringing an earlier state back. */
  onRestore: (() => void) | undefined
}

/** Lock screen: who, and with which passphrase. */
export function Unlock({ status, resumed, onRestore }: UnlockProps) {
  const owner = useResumedPerson(resumed)
  const people = owner ? status.people.filter((person) => person.id === owner.id) : status.people
  const [personId, setPersonId] = useState(people[0]?.id ?? '')
  const [passphrase, setPassphrase] = useState('')
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const [forgotten, setForgotten] = useState(false)
  const [byTwo, setByTwo] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const refresh = useRefreshStatus()
  const person = status.people.find((candidate) => candidate.id === personId)
  const [wait, startWait] = useCountdown(person?.waitSeconds ?? 0)
  useEffect(() => startWait(person?.waitSeconds ?? 0), [person, startWait])

  // Nobody else finds the demo office.
  const { occupancy, look } = useOccupancy(!status.demo)

  async function open(way: Way): Promise<void> {
    if (wait > 0) return
    setBusy(true)
    setError(null)
    try {
      const open = { unlock: office.vault.unlock, look: office.vault.desk.look, takeOver: office.vault.desk.takeOver }[way]
      await open({ personId, passphrase })
      setPassphrase('')
      await refresh()
    } catch (caught) {
      setError(caught)
      startWait(failureOf(caught).data.waitSeconds ?? 0)
      await Promise.all([refresh(), look()])
      field.current?.select()
    }
    setBusy(false)
  }

  const failure = error ? failureOf(error) : null
  if (failure && isTrouble(failure)) return <Trouble failure={failure} onRetry={() => setError(null)} onRestore={onRestore} />
  if (forgotten) {
    return (
      <Suspense>
        <Recover people={people} officeName={status.officeName} onBack={() => setForgotten(false)} />
      </Suspense>
    )
  }
  if (byTwo && status.together) {
    return (
      <Suspense>
        <OpenByTwo together={status.together} officeName={status.officeName} onBack={() => setByTwo(false)} />
      </Suspense>
    )
  }

  return (
    <LockFrame
      heading="Büro entsperren"
      subline={status.officeName}
      icon={<IconShieldLock size={34} stroke={1.5} />}
      inDialog={resumed}
    >
      <Notes status={status} resumed={resumed} />
      {occupancy && <Occupied occupancy={occupancy} resumed={resumed} />}
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void open(wayOf(occupancy, resumed))
        }}
      >
        <Stack gap="md">
          <Select
            label="Person"
            data={people.map(({ id, name }) => ({ value: id, label: name }))}
            value={personId}
            // Above everything when it stands over open dialogs.
            comboboxProps={{ withinPortal: false }}
            onChange={(value) => {
              setPersonId(value ?? '')
              setError(null)
            }}
          />
          <PassphraseInput
            ref={field}
            label="Passphrase"
            value={passphrase}
            onChange={(event) => setPassphrase(event.currentTarget.value)}
            data-autofocus
            autoFocus
          />
          <FailureAlert error={error} />
          <UnlockButtons
            occupancy={occupancy}
            resumed={resumed}
            busy={busy}
            disabled={wait > 0}
            onLook={() => void open('look')}
            onAsk={() => void office.vault.desk.ask({ personId }).then(look, setError)}
            onWithdraw={() => void office.vault.desk.withdraw().then(look, setError)}
          />
          {wait > 0 && <WaitNotice seconds={wait} />}
        </Stack>
      </form>
      <Group justify="space-between">
        <Anchor component="button" type="button" size="sm" onClick={() => setForgotten(true)}>
          Passphrase vergessen
        </Anchor>
        {resumed ? <OtherPerson /> : <OtherOffice />}
      </Group>
      {/* Behind a resumed lock screen lie somebody's open forms. */}
      {status.together && !resumed && (
        <Anchor component="button" type="button" size="sm" ta="left" onClick={() => setByTwo(true)}>
          Vertretungsfall: zu zweit öffnen
        </Anchor>
      )}
      {onRestore && (
        <Anchor component="button" type="button" size="sm" ta="left" onClick={onRestore}>
          Aus einer Sicherung wiederherstellen
        </Anchor>
      )}
    </LockFrame>
  )
}

/** Failures that need a screen of their own; the others are corrected in the form. */
function isTrouble({ code }: Failure): boolean {
  return !['wrong-passphrase', 'invalid', 'busy'].includes(code)
}

function Notes({ status, resumed }: Omit<UnlockProps, 'onRestore'>) {
  return (
    <>
      {resumed && (
        <Text size="sm">Das Büro wurde geschlossen. Was Sie eingegeben haben, ist noch da: entsperren Sie, um weiterzuarbeiten.</Text>
      )}
      {status.mirrorServes && (
        <Text size="sm">
          Die Datei „vault.json“ ist beschädigt. Ihre Kopie wird verwendet; beim Entsperren wird die Datei daraus
          wiederhergestellt.
        </Text>
      )}
      {status.demoPassphrase && (
        <Text size="sm">
          Musterbüro mit erfundenen Daten. Die Passphrase lautet: <strong>{status.demoPassphrase}</strong>
        </Text>
      )}
    </>
  )
}

/** The number is not read out every second: the status says once how long it takes. */
function WaitNotice({ seconds }: { seconds: number }) {
  const [announced] = useState(seconds)
  return (
    <>
      <Text size="sm" c="dimmed" ta="center" aria-hidden>
        Nächster Versuch in {seconds} {seconds === 1 ? 'Sekunde' : 'Sekunden'}
      </Text>
      <Text role="status" className="mantine-visually-hidden" style={{ position: 'absolute', width: 1, height: 1, overflow: 'hidden', clipPath: 'inset(50%)' }}>
        Nächster Versuch in {announced} Sekunden möglich.
      </Text>
    </>
  )
}

function OtherOffice() {
  const { given, choose } = useVaultPlace()
  if (given) return null
  return (
    <Anchor component="button" type="button" size="sm" onClick={() => void choose('open').catch(showFailure)}>
      Anderes Büro öffnen
    </Anchor>
  )
}

/** Behind this screen lie somebody's open forms; only a fresh page may show the office to somebody else. */
function OtherPerson() {
  return (
    <Anchor component="button" type="button" size="sm" onClick={() => window.location.reload()}>
      Als andere Person entsperren
    </Anchor>
  )
}
