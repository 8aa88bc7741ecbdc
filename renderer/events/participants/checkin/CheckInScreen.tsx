import { Button, Center, Group, Kbd, Loader, Progress, Text, TextInput, Title } from '@mantine/core'
import { IconArrowLeft, IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { figuresOf } from '../../../../shared/events/participants/figures.ts'
import { emptyParticipant, type Participant } from '../../../../shared/events/participants/model.ts'
import { readQuickLine } from '../../../../shared/events/participants/words.ts'
import { useCommand } from '../../../app/commands.ts'
import { api, office } from '../../../app/office.ts'
import { FailureAlert } from '../../../ui/FailureAlert.tsx'
import { showFailure, undoChange } from '../../../ui/notices.tsx'
import { Personal } from '../../../ui/Personal.tsx'
import { eventDay } from '../../eventDay.ts'
import { VisitorsProposal } from '../FiguresView.tsx'
import { useRoster } from '../useRoster.ts'
import { Arrivals } from './Arrivals.tsx'
import { Candidates } from './Candidates.tsx'
import { candidatesFor, mostCandidates } from './candidatesFor.ts'
import classes from './CheckIn.module.css'

/** „Check-in": one field, arrow keys, Enter. Large enough for a laptop at the door. */
export function CheckInScreen(): ReactNode {
  const { id = '' } = useSearch({ from: '/events/check-in' })
  const navigate = useNavigate()
  const { data: event } = useQuery(api.events.get.queryOptions({ input: { id } }))
  const { roster, failure, retry } = useRoster(id)
  const [text, setText] = useState('')
  const [active, setActive] = useState(0)
  const [last, setLast] = useState<{ change: string; said: string } | null>(null)
  const [said, setSaid] = useState('')
  const field = useRef<HTMLInputElement>(null)
  useCommand('find-here', () => field.current?.focus())
  if (failure) return <FailureAlert error={failure} retry={retry} />
  if (!roster || !event) return <Center h="100%"><Loader aria-label="Check-in wird geladen" /></Center>

  const { found, persons } = candidatesFor(roster.participants, text)
  const shown = found.slice(0, mostCandidates)
  const walkIn = text.trim() === '' ? null : readQuickLine(text)
  /** The last option adds whoever isn't on the list. */
  const options = shown.length + (walkIn === null ? 0 : 1)
  const at = Math.min(active, Math.max(0, options - 1))
  const { persons: expected, present } = figuresOf(roster.participants)
  /** Empties the field at once: the next name may be typed while this one is being stored. */
  const begin = (): void => {
    setText('')
    setActive(0)
    field.current?.focus()
  }
  const run = async (work: () => Promise<{ change: string | null }>, words: string): Promise<void> => {
    begin()
    try {
      const { change } = await work()
      setLast(change === null ? null : { change, said: words })
      setSaid(words)
    } catch (error) {
      showFailure(error)
    }
  }
  const arrive = (person: Participant): void => {
    if (person.arrivedAt !== null && persons === null) return setSaid(`${person.name} ist schon da. Entf nimmt es zurück.`)
    const count = Math.min(persons ?? person.persons, 500)
    void run(() => office.events.participants.setArrived({ eventId: id, id: person.id, persons: count }), `${person.name} ist da${person.persons > 1 || count > 1 ? ` (${count} von ${Math.max(count, person.persons)})` : ''}.`)
  }
  const takeBack = (person: Participant): void => void run(() => office.events.participants.setArrived({ eventId: id, id: person.id, persons: null }), `${person.name} ist wieder offen.`)
  const add = (): void => {
    if (walkIn === null || walkIn.name === '') return
    void run(() => office.events.participants.add({ eventId: id, fields: { ...emptyParticipant, ...walkIn, source: 'walk-in' }, arrived: true }), `${walkIn.name} eingetragen und da.`)
  }
  const undoLast = async (): Promise<void> => {
    if (last === null) return
    setLast(null)
    await undoChange('office', last.change)
    setSaid(`Zurückgenommen: ${last.said}`)
  }
  const onKey = (key: KeyboardEvent<HTMLInputElement>): void => {
    const person = shown[at]
    if (key.key === 'ArrowDown' || key.key === 'ArrowUp') setActive(Math.max(0, Math.min(options - 1, at + (key.key === 'ArrowDown' ? 1 : -1))))
    else if (key.key === 'Enter' && (key.ctrlKey || at >= shown.length)) add()
    else if (key.key === 'Enter' && person) arrive(person)
    else if (key.key === 'Delete' && person && person.arrivedAt !== null && key.currentTarget.selectionStart === text.length) takeBack(person)
    else if (key.key.toLowerCase() === 'z' && (key.ctrlKey || key.metaKey) && text === '' && last !== null) void undoLast()
    else if (key.key === 'Escape' && text !== '') { setText(''); setActive(0) }
    else return
    key.preventDefault()
  }
  return (
    <div className={classes.screen}>
      <header className={classes.head}>
        <div className={classes.title}>
          <Button variant="subtle" size="compact-sm" leftSection={<IconArrowLeft size={16} aria-hidden />} onClick={() => void navigate({ to: '/events', search: { id } })}>Zur Veranstaltung</Button>
          <Title order={1} size="h3">Check-in: {event.title}</Title>
          <Text size="sm" c="dimmed">{[eventDay(event), event.place].filter(Boolean).join(' · ')}</Text>
        </div>
        <div className={classes.counter} role="status" aria-label="Anwesend">
          <strong>{present.toLocaleString('de-DE')}</strong><span>von {expected.toLocaleString('de-DE')} da</span>
          <Progress mt={4} value={expected === 0 ? 0 : Math.min(100, (100 * present) / expected)} aria-label="Anwesend" />
        </div>
      </header>
      <div className={classes.panes}>
        <section className={classes.main} aria-label="Ankommen">
          <TextInput
            ref={field} size="lg" autoFocus aria-label="Wer kommt?" placeholder="Name oder Organisation" leftSection={<IconSearch size={20} aria-hidden />} maxLength={300} value={text}
            role="combobox" aria-expanded aria-controls="check-in-options" aria-activedescendant={options > 0 ? `check-in-${at}` : undefined} autoComplete="off"
            onChange={(change) => { setText(change.currentTarget.value); setActive(0); setSaid('') }} onKeyDown={onKey}
          />
          <Text component="output" size="sm" className={classes.said}><Personal>{said}</Personal></Text>
          <Candidates people={shown} more={found.length - shown.length} walkIn={walkIn} active={at} onPick={(index) => { const person = shown[index]; if (person) arrive(person); else add() }} />
          <Group gap="md" className={classes.keys}>
            <span><Kbd>Enter</Kbd> ist da</span><span><Kbd>↑</Kbd> <Kbd>↓</Kbd> wählen</span><span><Kbd>Strg+Z</Kbd> letzten zurücknehmen</span><span><Kbd>Entf</Kbd> Ankunft der gewählten Zeile zurücknehmen</span>
            <span>„Blau 2“: zwei aus der Gruppe</span><span><Kbd>Strg+Enter</Kbd> vor Ort eintragen</span>
          </Group>
        </section>
        <aside className={classes.side}>
          <Arrivals participants={roster.participants} onTakeBack={takeBack} />
          <VisitorsProposal event={event} present={present} />
        </aside>
      </div>
    </div>
  )
}
