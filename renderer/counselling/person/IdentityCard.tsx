import { Button, Group, Text, TextInput } from '@mantine/core'
import { IconEyeOff, IconId, IconLockOpen, IconUserOff } from '@tabler/icons-react'
import { useEffect, useState, type FormEvent } from 'react'
import type { Case } from '../../../shared/counselling/contract.ts'
import type { OpenedIdentity } from '../../../shared/counselling/identity/contract.ts'
import { office } from '../../app/office.ts'
import { useVisitorMode } from '../../app/visitor.ts'
import { showFailure, showUndoNotice } from '../../ui/notices.tsx'
import { IdentityForm } from './IdentityForm.tsx'
import { Section } from './Section.tsx'

/**
 * The identity card, closed until somebody opens it on purpose. What was opened lives in this component alone: leaving the tab,
 * another case, the lock and visitor mode close it again.
 */
export function IdentityCard({ current }: { current: Case }) {
  const [opened, setOpened] = useState<OpenedIdentity | null>(null)
  const visitor = useVisitorMode()
  useEffect(() => {
    if (visitor) setOpened(null)
  }, [visitor])

  if (current.anonymous) return <Anonymous current={current} />
  if (opened === null || visitor) return <Closed current={current} visitor={visitor} onOpened={setOpened} />
  return (
    <Section
      title="Identität"
      action={<Button variant="default" size="compact-sm" leftSection={<IconEyeOff size={16} aria-hidden />} onClick={() => setOpened(null)}>Schließen</Button>}
    >
      <IdentityForm caseId={current.id} opened={opened} />
    </Section>
  )
}

function Closed({ current, visitor, onOpened }: { current: Case; visitor: boolean; onOpened(card: OpenedIdentity): void }) {
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const open = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setBusy(true)
    try {
      onOpened(await office.counselling.identity.open({ caseId: current.id, reason }))
    } catch (error) {
      showFailure(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Section title="Identität">
      <Text size="sm">
        Name, Geburtsdatum, Erreichbarkeit, Anschrift und gesehene Nachweise liegen getrennt vom Fall. Jedes Öffnen wird mit Person, Zeit und
        Anlass festgehalten.
      </Text>
      {visitor && <Text size="sm" c="dimmed">Im Publikumsmodus bleibt die Identität geschlossen.</Text>}
      <form onSubmit={(event) => void open(event)}>
        <Group align="flex-end" gap="xs">
          <TextInput
            label="Anlass (freiwillig)" placeholder="z. B. Anruf bei der Behörde" w={260} maxLength={300} value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Button type="submit" loading={busy} disabled={visitor} leftSection={<IconLockOpen size={18} aria-hidden />}>Identität öffnen</Button>
          <AnonymousSwitch current={current} />
        </Group>
      </form>
    </Section>
  )
}

function Anonymous({ current }: { current: Case }) {
  return (
    <Section title="Identität">
      <Group gap="xs" wrap="nowrap">
        <IconUserOff size={18} aria-hidden />
        <Text size="sm">Dieser Fall wird anonym geführt. Es gibt keine Identität, und es kann keine eingetragen werden.</Text>
      </Group>
      <div><AnonymousSwitch current={current} /></div>
    </Section>
  )
}

function AnonymousSwitch({ current }: { current: Case }) {
  const change = async (): Promise<void> => {
    try {
      const { change: step } = await office.counselling.identity.setAnonymous({ caseId: current.id, anonymous: !current.anonymous })
      showUndoNotice(current.anonymous ? 'Der Fall kann wieder eine Identität haben.' : 'Der Fall wird anonym geführt.', 'counselling', step)
    } catch (error) {
      showFailure(error)
    }
  }
  const Icon = current.anonymous ? IconId : IconUserOff
  return (
    <Button variant="default" leftSection={<Icon size={18} aria-hidden />} onClick={() => void change()}>
      {current.anonymous ? 'Identität wieder zulassen' : 'Anonym führen'}
    </Button>
  )
}
