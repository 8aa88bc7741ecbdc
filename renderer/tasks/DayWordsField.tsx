import { Group, Radio, Text, TextInput } from '@mantine/core'
import { IconCalendarCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { germanDay } from '../../shared/holidays/days.ts'
import type { DayWordsState } from './useDayWords.ts'

/** A day in plain words, and below it what was understood. */
export function DayWordsField({ label, words, focus = false, tried, empty }: {
  label: string
  words: DayWordsState
  focus?: boolean
  /** Whether the person has tried to save: only then an unreadable text is a fault. */
  tried: boolean
  /** What stands there as long as nothing was typed. */
  empty: string
}): ReactNode {
  const { text, setText, day, fault, events, choose } = words
  const event = day?.event ?? null
  return (
    <div>
      <TextInput
        label={label} placeholder="2w, 1m, mo, 15.3., morgen, vor der Beiratssitzung" value={text} autoComplete="off" {...(focus && { 'data-autofocus': true })}
        error={tried && day === null && fault !== '' ? fault : undefined} onChange={(change) => setText(change.currentTarget.value)}
      />
      <Text component="output" size="sm" mt={4} display="block" {...(day === null && { c: 'dimmed' })}>
        {day === null ? (tried && fault !== '' ? '' : fault || empty) : <Group component="span" gap={6} wrap="nowrap" align="flex-start"><IconCalendarCheck size={17} aria-hidden style={{ flex: 'none', marginTop: 2 }} /><span>{day.text}</span></Group>}
      </Text>
      {events.length > 1 && event !== null && (
        <Radio.Group label="Welcher Termin ist gemeint?" size="sm" mt={6} value={event.id} onChange={choose}>
          {events.slice(0, 5).map(({ id, title, startsOn }) => <Radio key={id} mt={4} value={id} label={`${title}, ${germanDay(startsOn)}`} />)}
        </Radio.Group>
      )}
    </div>
  )
}
