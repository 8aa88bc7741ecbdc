import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { IconUserShield, IconX } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import type { Opening } from '../../../shared/vault/deputy-contract.ts'
import { ArrangeDeputy } from './ArrangeDeputy.tsx'
import { EndAccess, type Ended } from './EndAccess.tsx'
import { OpeningCard } from './OpeningCard.tsx'
import { useDeputy, type DeputyOverview } from './useDeputy.ts'

/** „Vertretungsfall": who opens the office when the Leitung is away, and what happened meanwhile. */
export function DeputySection() {
  const { data } = useDeputy()
  const [arranging, setArranging] = useState(false)
  const [ending, setEnding] = useState<Ended | null>(null)
  const heading = useRef<HTMLHeadingElement>(null)

  if (!data) return null
  if (arranging) return <ArrangeDeputy holders={data.arrangement?.holders ?? ['', '']} onDone={() => setArranging(false)} />

  function close(): void {
    setEnding(null)
    // The button that opened the dialog may be gone with what it ended.
    setTimeout(() => heading.current?.focus())
  }

  return (
    <Stack gap="lg" maw={760}>
      <Title order={2} ref={heading} tabIndex={-1}>
        Vertretungsfall
      </Title>
      <Text size="sm">
        Für den Fall, dass Sie unerwartet ausfallen: Zwei Personen Ihrer Wahl, etwa die Hauptamtsleitung und die oder der Datenschutzbeauftragte, öffnen das Büro gemeinsam für eine Vertretung. Jede hat
        einen Code auf einem Blatt im verschlossenen Umschlag; ein Blatt allein öffnet nichts. Der Zugang der Vertretung endet von selbst, und Sie sehen bei Ihrer Rückkehr, was war.
      </Text>
      <ArrangementState arrangement={data.arrangement} onArrange={() => setArranging(true)} onRevoke={() => setEnding({ kind: 'arrangement', name: data.arrangement?.holders.join(' und ') ?? '' })} />
      <Openings openings={data.openings} onEnd={(opening) => setEnding({ kind: 'deputy', id: opening.id, name: opening.personName })} />
      {ending && <EndAccess ended={ending} onClose={close} />}
    </Stack>
  )
}

function ArrangementState({ arrangement, onArrange, onRevoke }: { arrangement: DeputyOverview['arrangement']; onArrange: () => void; onRevoke: () => void }) {
  const icon = <IconUserShield size={18} aria-hidden />
  if (!arrangement) {
    return (
      <Stack gap="xs" align="flex-start">
        <Text size="sm">Es ist nichts vereinbart. Ohne Vertretungsfall hilft nur der Wiederherstellungsschlüssel aus dem Safe.</Text>
        <Button leftSection={icon} onClick={onArrange}>
          Vertretungsfall einrichten
        </Button>
      </Stack>
    )
  }
  const day = (iso: string) => new Date(iso).toLocaleDateString('de-DE', { dateStyle: 'medium' })
  const over = Date.parse(arrangement.validUntil) <= Date.now()
  return (
    <Stack gap="xs">
      <Text size="sm">
        Je zwei von: <strong>{arrangement.holders.join(' · ')}</strong>. Eingerichtet am {day(arrangement.createdAt)}, {over ? <strong>abgelaufen am {day(arrangement.validUntil)}</strong> : `gültig bis ${day(arrangement.validUntil)}`}.
        Eine Öffnung gilt höchstens {arrangement.longestDays} Tage.
      </Text>
      <Group>
        <Button variant="default" leftSection={icon} onClick={onArrange}>
          Blätter erneuern
        </Button>
        <Button variant="default" leftSection={<IconX size={18} aria-hidden />} onClick={onRevoke}>
          Widerrufen
        </Button>
      </Group>
    </Stack>
  )
}

function Openings({ openings, onEnd }: { openings: readonly Opening[]; onEnd: (opening: Opening) => void }) {
  return (
    <Stack gap="sm">
      <Title order={3} size="md">
        Öffnungen
      </Title>
      {openings.length === 0 && <Text size="sm" c="dimmed">Das Büro wurde noch nie im Vertretungsfall geöffnet.</Text>}
      {openings.map((opening) => (
        <OpeningCard key={opening.id} opening={opening} onEnd={() => onEnd(opening)} />
      ))}
    </Stack>
  )
}
