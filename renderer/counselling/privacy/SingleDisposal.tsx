import { Alert, Button, Group } from '@mantine/core'
import { IconArrowBackUp, IconFileShredder, IconTrashX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { disposalModes, type DisposalTarget } from '../../../shared/counselling/privacy/model.ts'
import { privacyLabel } from '../../../shared/counselling/privacy/rules.ts'
import { germanDate } from '../../../shared/dates.ts'
import { api, office } from '../../app/office.ts'
import { act } from './act.ts'
import { DestroyDialog } from './DestroyDialog.tsx'
import { ProposeDialog } from './ProposeDialog.tsx'

/**
 * That one paper or consultation was proposed for destruction, where it stands, with the second step and the way back. Shows nothing
 * as long as nothing was proposed.
 */
export function DisposalNotice({ target, onDestroyed }: { target: DisposalTarget; onDestroyed?(): void }) {
  const { data: proposal } = useQuery(api.counselling.privacy.proposed.queryOptions({ input: { target } }))
  const [confirming, setConfirming] = useState(false)
  if (!proposal) return null
  const { at, by, reason, mode } = proposal
  return (
    <Alert color="red" mt="xs" icon={<IconTrashX aria-hidden />} title={`Am ${germanDate(at)} von ${by} zur Löschung vorgeschlagen`}>
      {privacyLabel('reasons', reason)}; {disposalModes[mode]}. Gelöscht wird erst, wenn eine zweite Person bestätigt; ist sonst niemand da, bestätigt dieselbe Person frühestens am nächsten Tag.
      <Group gap={6} mt="xs">
        <Button size="compact-sm" variant="default" c="var(--mantine-color-error)" leftSection={<IconFileShredder size={15} aria-hidden />} onClick={() => setConfirming(true)}>Prüfen und endgültig löschen</Button>
        <Button size="compact-sm" variant="default" leftSection={<IconArrowBackUp size={15} aria-hidden />} onClick={() => void act(() => office.counselling.privacy.withdraw({ targets: [target] }), 'Vorschlag zurückgenommen')}>Vorschlag zurücknehmen</Button>
      </Group>
      {confirming && <DestroyDialog targets={[target]} onClose={(done) => { setConfirming(false); if (done) onDestroyed?.() }} />}
    </Alert>
  )
}

/** First step for a single consultation; gives way to the notice once it was proposed. */
export function ProposeButton({ target }: { target: DisposalTarget }) {
  const { data: proposal } = useQuery(api.counselling.privacy.proposed.queryOptions({ input: { target } }))
  const [proposing, setProposing] = useState(false)
  if (proposal !== null) return null
  return (
    <>
      <Button variant="default" leftSection={<IconFileShredder size={18} aria-hidden />} onClick={() => setProposing(true)}>Endgültig löschen …</Button>
      {proposing && <ProposeDialog targets={[target]} onClose={() => setProposing(false)} />}
    </>
  )
}
