import { Button, Group, Radio, Text, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import type { OfficeEvent } from '../../../shared/events/model.ts'
import type { Participant, Roster } from '../../../shared/events/participants/model.ts'
import { repeatedIds, waitingLine } from '../../../shared/events/participants/places.ts'
import { comparable } from '../../../shared/search/normalise.ts'
import { ParticipantDialog } from './ParticipantDialog.tsx'
import { QuickAdd } from './QuickAdd.tsx'
import { RosterTable } from './RosterTable.tsx'
import { changeState, moveUpNext, removeFrom } from './rosterSteps.ts'
import { needsText } from './words.ts'
import classes from './Participants.module.css'

const filters = ['all', 'registered', 'confirmed', 'waiting', 'cancelled', 'present', 'twice'] as const
type Filter = (typeof filters)[number]
const labels: Readonly<Record<Filter, string>> = { all: 'Alle', registered: 'Angemeldet', confirmed: 'Bestätigt', waiting: 'Warteliste', cancelled: 'Abgesagt', present: 'Da', twice: 'Doppelt?' }

/** The list with its quick line, search and what can be done with several at once. */
export function RosterView({ event, roster }: { event: OfficeEvent; roster: Roster }): ReactNode {
  const [query, setQuery] = useState('')
  const [filter, setFilter] = useState<Filter>('all')
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [current, setCurrent] = useState<string | null>(null)
  const [editing, setEditing] = useState<string | null>(null)
  const twice = repeatedIds(roster.participants)
  const by = (wanted: Filter): Participant[] => of(roster.participants, wanted, twice)
  const shown = searched(by(filter), query)
  const chosen = shown.filter(({ id }) => selected.has(id)).map(({ id }) => id)
  const edited = roster.participants.find(({ id }) => id === editing)
  const clear = (): void => { setSelected(new Set()); setCurrent(null) }
  const offered = filters.filter((each) => each === 'all' || each === filter || by(each).length > 0)
  return (
    <>
      {!event.trashed && <QuickAdd roster={roster} />}
      {roster.participants.length === 0
        ? <Text size="sm" c="dimmed" px={18}>{roster.attendance ? 'Die Liste wurde gelöscht; ihre Zahlen stehen unter „Zahlen und Löschung“.' : 'Noch niemand. Namen oben eintragen und mit Enter bestätigen, oder die Ausgabe eines Formulars importieren.'}</Text>
        : (
          <>
            <div className={classes.tools}>
              <TextInput flex="1 1 170px" aria-label="Teilnehmende suchen" placeholder="Name, Organisation, Bedarf" leftSection={<IconSearch size={16} aria-hidden />} value={query} onChange={(change) => setQuery(change.currentTarget.value)} />
              <Radio.Group aria-label="Stand" value={filter} onChange={(value) => { setFilter(value as Filter); clear() }}>
                <div className={classes.filters}>{offered.map((each) => <Radio.Card key={each} value={each} className={classes.filter}>{labels[each]} <span>{by(each).length}</span></Radio.Card>)}</div>
              </Radio.Group>
            </div>
            {chosen.length > 0 && !event.trashed && (
              <Group gap={6} className={classes.bulk} role="group" aria-label="Mit den Gewählten">
                <Text size="sm" fw={600}>{chosen.length} gewählt</Text>
                <Button size="compact-sm" variant="default" onClick={() => void changeState(roster, chosen, 'confirmed')}>Bestätigen</Button>
                <Button size="compact-sm" variant="default" onClick={() => void changeState(roster, chosen, 'registered')}>Angemeldet</Button>
                <Button size="compact-sm" variant="default" onClick={() => void changeState(roster, chosen, 'waiting')}>Auf die Warteliste</Button>
                <Button size="compact-sm" variant="default" onClick={() => void changeState(roster, chosen, 'cancelled')}>Absage</Button>
                <Button size="compact-sm" variant="default" onClick={() => void removeFrom(event.id, chosen).then((done) => done && clear())}>Entfernen</Button>
                {chosen.length === 1 && <Button size="compact-sm" variant="default" onClick={() => setEditing(chosen[0] ?? null)}>Bearbeiten …</Button>}
              </Group>
            )}
            <Text component="output" size="xs" c="dimmed" px={18}>{shown.length === 1 ? '1 Anmeldung' : `${shown.length.toLocaleString('de-DE')} Anmeldungen`}{filter === 'waiting' ? ', in der Reihenfolge des Nachrückens' : ''}</Text>
            <RosterTable
              rows={shown} twice={twice} current={current} selected={selected} onSelect={(ids, now) => { setSelected(ids); setCurrent(now) }} onOpen={() => setEditing(current)}
              onKey={(key) => {
                if (event.trashed) return false
                if (key === 'Delete' && chosen.length > 0) void removeFrom(event.id, chosen).then((done) => done && clear())
                else if (key === 'n') void moveUpNext(event.id)
                else return false
                return true
              }}
            />
          </>
        )}
      {edited && <ParticipantDialog key={edited.id} participant={edited} roster={roster} readOnly={event.trashed} onClose={() => setEditing(null)} />}
    </>
  )
}

function of(participants: readonly Participant[], filter: Filter, twice: ReadonlySet<string>): Participant[] {
  if (filter === 'waiting') return waitingLine(participants)
  if (filter === 'all') return [...participants]
  if (filter === 'present') return participants.filter(({ arrivedAt }) => arrivedAt !== null)
  if (filter === 'twice') return participants.filter(({ id }) => twice.has(id)).toSorted((a, b) => a.name.localeCompare(b.name, 'de'))
  return participants.filter(({ state }) => state === filter)
}

/** Those with every word of the search as a word's beginning. */
export function searched(participants: readonly Participant[], query: string): Participant[] {
  const words = comparable(query).split(' ').filter((word) => word !== '')
  if (words.length === 0) return [...participants]
  return participants.filter((each) => {
    const text = ` ${comparable([each.name, each.organisation, each.email, needsText(each.needs), each.note].join(' '))}`
    return words.every((word) => text.includes(` ${word}`))
  })
}
