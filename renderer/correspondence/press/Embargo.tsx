import { Badge, Group, Text, TextInput, VisuallyHidden } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { IconClockHour4, IconLockOpen } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { embargoBinds, embargoShown, localMinute, minuteText } from '../../../shared/correspondence/press/embargo.ts'
import { germanDate } from '../../../shared/dates.ts'
import { api } from '../../app/office.ts'
import { openRecord } from '../../app/openRecord.ts'
import parts from '../parts.module.css'

/** An embargo by sign, colour and words; nothing where there is none. */
export function EmbargoBadge({ embargoAt }: { embargoAt: string | null }): ReactNode {
  const now = localMinute(new Date())
  const text = embargoShown(embargoAt, now)
  if (text === null) return null
  const binds = embargoBinds(embargoAt, now)
  const Sign = binds ? IconClockHour4 : IconLockOpen
  return <Badge variant="light" tt="none" color={binds ? 'amber' : 'gray'} leftSection={<Sign size={13} aria-hidden />} style={{ maxWidth: '100%' }}>{text}</Badge>
}

/** An embargo in the column of a list: its day and time, with a sign while it binds. */
export function EmbargoMark({ embargoAt }: { embargoAt: string | null }): ReactNode {
  if (embargoAt === null) return null
  const binds = embargoBinds(embargoAt, localMinute(new Date()))
  return (
    <Group gap={4} wrap="nowrap" c={binds ? undefined : 'dimmed'} fw={binds ? 600 : 400}>
      {binds && <IconClockHour4 size={14} aria-hidden />}{`${germanDate(embargoAt.slice(0, 10)).slice(0, 6)}, ${embargoAt.slice(11)}`}<VisuallyHidden>{binds ? 'läuft' : 'abgelaufen'}</VisuallyHidden>
    </Group>
  )
}

/** Day and time of an embargo. Without a time it ends at noon; without a day there is none. */
export function EmbargoField({ value, readOnly = false, error, onChange }: { value: string | null; readOnly?: boolean; error?: string | undefined; onChange(embargoAt: string | null): void }): ReactNode {
  const day = value?.slice(0, 10) ?? null
  // A time that isn't one yet stands in the field only.
  const [typed, setTyped] = useState<string | null>(null)
  const time = value?.slice(11, 16) ?? ''
  const type = (text: string): void => {
    const [, hours = '', minutes = ''] = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/u.exec(text.trim()) ?? []
    setTyped(text)
    if (day !== null && minutes !== '') onChange(`${day}T${hours.padStart(2, '0')}:${minutes}`)
  }
  return (
    <Group gap="sm" align="flex-end" grow wrap="nowrap">
      <DateInput
        label="Sperrfrist bis" valueFormat="DD.MM.YYYY" placeholder="ohne Sperrfrist" clearable={!readOnly} value={day} readOnly={readOnly} error={error}
        onChange={(next) => onChange(next === null ? null : `${next}T${value?.slice(11, 16) ?? '12:00'}`)}
      />
      <TextInput label="Uhrzeit" placeholder="10:00" value={typed ?? time} readOnly={readOnly} disabled={day === null} onChange={({ currentTarget }) => type(currentTarget.value)} onBlur={() => setTyped(null)} />
    </Group>
  )
}

/** Above a letter that is the text of a release: its embargo, and the way to the release. Nothing above other letters. */
export function ReleaseOfLetter({ letterId }: { letterId: string }): ReactNode {
  const { data } = useQuery(api.correspondence.press.releases.ofLetter.queryOptions({ input: { letterId } }))
  if (!data) return null
  return (
    <Group gap="xs">
      <EmbargoBadge embargoAt={data.embargoAt} />
      <Text size="sm">Text einer <button type="button" className={parts.link} onClick={() => openRecord({ type: 'press-release', id: data.id })}>Pressemitteilung</button>; dort stehen Sperrfrist, Zitate und Freigabe.</Text>
    </Group>
  )
}

/** What to say before something leaves within an embargo; null without one that binds. */
export function embargoWarning(embargoAt: string | null): string | null {
  return embargoBinds(embargoAt, localMinute(new Date())) ? `Die Sperrfrist läuft bis ${minuteText(embargoAt)}. Wer die Mitteilung jetzt bekommt, darf sie erst danach veröffentlichen.` : null
}
