import { Button, Group, Text, TextInput } from '@mantine/core'
import { IconUserPlus } from '@tabler/icons-react'
import { useRef, useState, type ReactNode } from 'react'
import type { ParticipantInput, Roster } from '../../../shared/events/participants/model.ts'
import { getsPlace } from '../../../shared/events/participants/places.ts'
import { readQuickLine } from '../../../shared/events/participants/words.ts'
import { useCommand } from '../../app/commands.ts'
import { office } from '../../app/office.ts'
import { Personal } from '../../ui/Personal.tsx'
import { showFailure, showUndoNotice } from '../../ui/notices.tsx'
import { needsText, personsText } from './words.ts'
import classes from './Participants.module.css'

/** A name, Enter, the next: further words after commas are understood and shown before. */
export function QuickAdd({ roster }: { roster: Roster }): ReactNode {
  const [text, setText] = useState('')
  const [said, setSaid] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const read = readQuickLine(text)
  const waits = !getsPlace(roster.participants, roster.capacity, read.persons)
  useCommand('new', () => field.current?.focus())
  const add = async (): Promise<void> => {
    if (read.name === '') return
    try {
      const { change, state, sameAs } = await office.events.participants.add({ eventId: roster.eventId, fields: read })
      setText('')
      const where = state === 'waiting' ? `„${read.name}“ steht auf der Warteliste` : `„${read.name}“ angemeldet`
      setSaid(sameAs.length > 0 ? `Vielleicht doppelt: ${sameAs.slice(0, 3).join('; ')} steht schon auf der Liste.` : '')
      showUndoNotice(`${where}.`, 'office', change)
    } catch (error) {
      showFailure(error)
    }
    field.current?.focus()
  }
  return (
    <form className={classes.quick} onSubmit={(event) => { event.preventDefault(); void add() }}>
      <Group gap={8} align="flex-start" wrap="nowrap">
        <TextInput
          ref={field} flex={1} aria-label="Name eintragen" placeholder="Name, Organisation, 2, vegan" leftSection={<IconUserPlus size={16} aria-hidden />} maxLength={500} value={text}
          aria-describedby="participant-understood" onChange={(change) => { setText(change.currentTarget.value); setSaid('') }}
        />
        <Button type="submit" disabled={read.name === ''}>Anmelden</Button>
      </Group>
      <Text id="participant-understood" component="output" size="xs" c="dimmed">
        {read.name !== '' ? <Personal>{understood(read, waits)}</Personal> : said !== '' ? <Personal>{said}</Personal> : 'Enter meldet an. Nach Kommas: Organisation, Zahl der Personen, Bedarf.'}
      </Text>
    </form>
  )
}

function understood(read: ParticipantInput, waits: boolean): string {
  const parts = [read.name, read.organisation, personsText(read.persons), needsText(read.needs), read.note === '' ? '' : `Notiz: ${read.note}`]
  return `${parts.filter((part) => part !== '').join(' · ')}${waits ? ' → Warteliste' : ''}`
}
