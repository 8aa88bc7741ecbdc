import { Alert, Checkbox, Text } from '@mantine/core'
import { IconClockHour4 } from '@tabler/icons-react'
import { skipToken, useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { api } from '../../app/office.ts'
import { embargoWarning } from './Embargo.tsx'

/** The warning before a letter leaves that is the text of a release under embargo; null for every other letter. */
export function useEmbargo(letterId: string | null): { warning: string | null; seen: boolean; setSeen(seen: boolean): void } {
  const { data } = useQuery(api.correspondence.press.releases.ofLetter.queryOptions({ input: letterId === null ? skipToken : { letterId } }))
  const [seen, setSeen] = useState(false)
  return { warning: embargoWarning(data?.embargoAt ?? null), seen, setSeen }
}

/** Asks for a look at the embargo before something leaves. */
export function EmbargoQuestion({ warning, seen, onSeen }: { warning: string; seen: boolean; onSeen(seen: boolean): void }): ReactNode {
  return (
    <Alert color="amber" icon={<IconClockHour4 aria-hidden />} title="Sperrfrist läuft noch" role="alert">
      <Text size="sm" mb="xs">{warning}</Text>
      <Checkbox label="Mit Sperrvermerk schon jetzt versenden" checked={seen} onChange={({ currentTarget }) => onSeen(currentTarget.checked)} />
    </Alert>
  )
}
