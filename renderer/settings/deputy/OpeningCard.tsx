import { Badge, Button, Card, Group, List, Stack, Text } from '@mantine/core'
import { IconCheck, IconClock, IconEye, IconUserMinus } from '@tabler/icons-react'
import { useState } from 'react'
import { germanDateTime } from '../../../shared/dates.ts'
import type { Opening } from '../../../shared/vault/deputy-contract.ts'
import { office } from '../../app/office.ts'
import { showFailure } from '../../ui/notices.tsx'
import { Personal } from '../../ui/Personal.tsx'
import { useRefreshDeputy } from './useDeputy.ts'

/** One opening by two: who, for whom, why, and what was done. */
export function OpeningCard({ opening, onEnd }: { opening: Opening; onEnd: () => void }) {
  const refresh = useRefreshDeputy()
  const [busy, setBusy] = useState(false)

  async function acknowledge(): Promise<void> {
    setBusy(true)
    await office.vault.deputy.acknowledge({ id: opening.id }).then(refresh, showFailure)
    setBusy(false)
  }

  const { active, cases, endedAt, holders, openedAt, personName, reason, seenAt, steps, until } = opening
  const end = endedAt ? `beendet am ${germanDateTime(endedAt)} Uhr` : active ? `läuft bis ${germanDateTime(until)} Uhr` : `von selbst beendet am ${germanDateTime(until)} Uhr`
  return (
    <Card withBorder padding="sm">
      <Stack gap="xs">
        <Group justify="space-between">
          <Text fw={600}>{personName}</Text>
          <Group gap="xs">
            {active && <Badge variant="light" color="amber" tt="none" leftSection={<IconClock size={12} aria-hidden />}>läuft</Badge>}
            {seenAt ? <Badge variant="light" color="gray" tt="none" leftSection={<IconCheck size={12} aria-hidden />}>gesehen</Badge> : <Badge variant="light" tt="none">neu</Badge>}
          </Group>
        </Group>
        <Text size="sm">
          Geöffnet am {germanDateTime(openedAt)} Uhr durch {holders.join(' und ')}, {end}.
        </Text>
        <Text size="sm">Anlass: {reason}</Text>
        <Text size="sm">
          {steps === 1 ? '1 Schritt' : `${steps.toLocaleString('de-DE')} Schritte`} im Verlauf,{' '}
          {cases.length === 0 ? 'kein fremder Fall geöffnet.' : cases.length === 1 ? '1 fremder Fall geöffnet:' : `${cases.length} fremde Fälle geöffnet:`}
        </Text>
        {cases.length > 0 && (
          <List size="sm">
            {cases.map((opened) => (
              <List.Item key={`${opened.number}-${opened.at}`}>
                {opened.number}, {germanDateTime(opened.at)} Uhr: <Personal>{opened.reason}</Personal>
              </List.Item>
            ))}
          </List>
        )}
        <Group>
          {seenAt === null && (
            <Button variant="default" size="xs" loading={busy} leftSection={<IconEye size={16} aria-hidden />} onClick={() => void acknowledge()}>
              Zur Kenntnis genommen
            </Button>
          )}
          {active && (
            <Button variant="default" size="xs" leftSection={<IconUserMinus size={16} aria-hidden />} onClick={onEnd}>
              Vertretung beenden
            </Button>
          )}
        </Group>
      </Stack>
    </Card>
  )
}
