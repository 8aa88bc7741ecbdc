import { Spotlight, spotlight, type SpotlightActionData, type SpotlightActionGroupData } from '@mantine/spotlight'
import { IconSearch } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDebouncedValue } from '@mantine/hooks'
import { useEffect, useState, type KeyboardEvent } from 'react'
import type { SearchHit } from '../../shared/search/contract.ts'
import { displayKeys, keysOf, shortcuts } from '../../shared/shortcuts.ts'
import classes from './CommandPalette.module.css'
import { answeredCommands, runCommand, useCommand } from './commands.ts'
import { api } from './office.ts'
import { history } from './history.ts'
import { openRecord } from './openRecord.ts'

const typeLabels: Readonly<Record<string, string>> = {
  contact: 'Kontakte',
  'distribution-list': 'Verteiler',
  case: 'Ratsuchende',
  consultation: 'Beratungen',
  deadline: 'Fristen',
  'residence-status': 'Aufenthaltsstatus',
  letter: 'Schreiben',
  'protected-note': 'Geschützte Notizen',
}

const afterLastKeyMilliseconds = 80
/** With fewer hits than this, records that are written alike are shown below them. */
const fewHits = 5

/** Strg+K: finds records and commands. A contact's telephone number stands in the result line. */
export function CommandPalette() {
  const [query, setQuery] = useState('')
  const [settled] = useDebouncedValue(query.trim(), afterLastKeyMilliseconds)
  useCommand('search', () => spotlight.open())
  const { data: hits = [], isFetching, isLoading, isPlaceholderData } = useQuery(
    api.search.find.queryOptions({
      input: { query: settled, limit: 8 },
      enabled: settled.length > 0,
      placeholderData: keepPreviousData,
    }),
  )
  const { data: similar } = useQuery(api.search.similar.queryOptions({
    input: { query: settled, limit: 5 }, enabled: settled.length > 0 && !isFetching && hits.length < fewHits,
  }))
  const groups = [...hitGroups(settled ? hits : []), similarGroup(settled.length > 0 && hits.length < fewHits ? similar : undefined), commandGroup(query)].filter((group) => group.actions.length > 0)
  // Enter right after the last key means what is found then, not what still stands there from the keys before.
  const isStale = query.trim() !== settled || isPlaceholderData || isLoading
  const [waiting, setWaiting] = useState(false)
  useEffect(() => {
    if (!waiting || isStale) return
    setWaiting(false)
    document.querySelector<HTMLElement>('.mantine-Spotlight-action')?.click()
  }, [waiting, isStale])
  return (
    <Spotlight
      actions={groups}
      query={query}
      onQueryChange={(next) => { setWaiting(false); setQuery(next) }}
      // Hits come from the index and commands are filtered below.
      filter={(_query, actions) => actions}
      nothingFound={isFetching ? 'Wird gesucht …' : 'Nichts gefunden. Gesucht wird nach Wortanfängen.'}
      highlightQuery
      scrollable
      maxHeight="70vh"
      shortcut={null}
      size="lg"
      searchProps={{
        leftSection: <IconSearch size={19} aria-hidden />,
        placeholder: 'Name, Nummer, Ort, Betreff oder Befehl …',
        'aria-label': 'Suchbegriff',
        onKeyDown: writeToChosen,
        onKeyDownCapture: (event) => {
          if (event.key !== 'Enter' || !isStale) return
          event.preventDefault()
          event.stopPropagation()
          setWaiting(true)
        },
      }}
    />
  )
}

function hitGroups(hits: readonly SearchHit[]): SpotlightActionGroupData[] {
  const groups = new Map<string, SpotlightActionData[]>(Object.values(typeLabels).map((label) => [label, []]))
  for (const hit of hits) {
    const label = typeLabels[hit.record.type] ?? hit.record.type
    const actions = groups.get(label) ?? []
    actions.push(hitAction(hit))
    groups.set(label, actions)
  }
  return [...groups].map(([group, actions]) => ({ group, actions }))
}

function hitAction(hit: SearchHit): SpotlightActionData {
  const { side, record } = hit
  return {
    id: `${side}:${record.type}:${record.id}`,
    label: hit.title,
    description: [hit.line, hit.subtitle].filter(Boolean).join(' · '),
    className: 'personal',
    onClick: () => openRecord(record),
    ...record.type === 'contact' && { 'data-contact': record.id, rightSection: <span className={classes.hint}>{keysOf('letter')} Schreiben</span> },
  }
}

function similarGroup(similar: { hits: SearchHit[], words: string[] } | undefined): SpotlightActionGroupData {
  const { hits = [], words = [] } = similar ?? {}
  return { group: `Ähnliche Schreibweise${words.length > 0 ? `: ${words.join(', ')}` : ''}`, actions: hits.map(hitAction) }
}

/** F5 begins a letter to the contact that is chosen among the hits. */
function writeToChosen(event: KeyboardEvent): void {
  if (event.key !== 'F5') return
  const contact = document.querySelector<HTMLElement>('[data-contact][data-selected]')?.dataset.contact
  if (contact === undefined) return
  event.preventDefault()
  event.stopPropagation()
  spotlight.close()
  history.push(`/correspondence?${new URLSearchParams({ to: contact })}`)
}

function commandGroup(query: string): SpotlightActionGroupData {
  const answered = new Set<string>(answeredCommands())
  const wanted = query.trim().toLowerCase()
  return {
    group: 'Befehle',
    actions: shortcuts
      .filter(({ command, label }) => answered.has(command) && command !== 'search' && label.toLowerCase().includes(wanted))
      .map(({ command, label, keys }) => ({
        id: `command:${command}`,
        label,
        description: displayKeys(keys),
        onClick: () => void runCommand(command),
      })),
  }
}
