import { NumberInput, Text } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import type { Roster } from '../../../../shared/events/participants/model.ts'
import { hasPlace } from '../../../../shared/events/participants/places.ts'

/** Whether only those who registered late are printed for: from which number on. */
export function useLateOnly(roster: Roster) {
  const [from, setFrom] = useState<number | string>(1)
  const first = typeof from === 'number' ? from : 1
  const ids = first <= 1 ? null : roster.participants.filter((each) => hasPlace(each) && each.number >= first).map(({ id }) => id)
  return { from, setFrom, ids: ids !== null && ids.length === 0 ? [] : ids, last: Math.max(1, ...roster.participants.map(({ number }) => number)) }
}

/** Those who came to the list since the last print can be printed alone. */
export function PrintedFor({ late: { from, setFrom, last, ids } }: { late: ReturnType<typeof useLateOnly> }): ReactNode {
  return (
    <div>
      <NumberInput w={240} label="Ab Anmeldung Nr." min={1} max={last} allowDecimal={false} value={from} onChange={setFrom} description="Zum Nachdrucken für später Angemeldete" />
      {ids !== null && ids.length === 0 && <Text size="sm">Ab dieser Nummer hat niemand einen Platz.</Text>}
    </div>
  )
}
