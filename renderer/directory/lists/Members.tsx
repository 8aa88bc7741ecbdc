import { Button, Group, Text } from '@mantine/core'
import { IconAlertTriangle, IconBan, IconMail, IconMailbox, IconPrinter, IconUserOff, type Icon } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { memberViewLabels, reachedByLabels } from '../../../shared/directory/lists/labels.ts'
import { memberViews, type ListMember, type MemberView, type ReachedBy, type StoredList } from '../../../shared/directory/lists/model.ts'
import { api, office } from '../../app/office.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { Personal } from '../../ui/Personal.tsx'
import { useWindowedRows } from '../../ui/useWindowedRows.ts'
import { VirtualTable, type TableColumn } from '../../ui/VirtualTable.tsx'
import { MemberActions } from './MemberActions.tsx'
import classes from './ListsScreen.module.css'

const icons: Record<ReachedBy, Icon> = { email: IconMail, letter: IconMailbox, fax: IconPrinter, none: IconAlertTriangle }
const number = new Intl.NumberFormat('de-DE')

/** The members of a list by how they are reached, and what can be done with those that are marked. */
export function Members({ list }: { list: StoredList }) {
  const navigate = useNavigate()
  const [view, setView] = useState<MemberView>('all')
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const { data: counts } = useQuery(api.directory.lists.counts.queryOptions({ input: { id: list.id } }))
  const rows = useWindowedRows<ListMember>(['directory.lists.members', list.id, view], async (offset, limit) => {
    const { members, total } = await office.directory.lists.members({ id: list.id, view, offset, limit })
    return { rows: members, total }
  })
  const openContact = (id: string): void => void navigate({ to: '/directory', search: { id } })
  const single = selected.size === 1 ? [...selected][0] : undefined
  const shown = memberViews.filter((name) => name === 'all' || name === view || (counts?.[name] ?? 0) > 0)
  return (
    <div className={classes.members}>
      <div className={classes.views} role="group" aria-label="Kontakte nach Weg">
        {shown.map((name) => (
          <Button key={name} size="compact-sm" variant={name === view ? 'filled' : 'default'} aria-pressed={name === view} onClick={() => { setView(name); setSelected(new Set()) }}>
            {memberViewLabels[name]} {number.format(counts?.[name] ?? 0)}
          </Button>
        ))}
      </div>
      <div className={classes.bar}>
        <Text size="xs" c="dimmed" role="status">{selected.size > 0 ? `${number.format(selected.size)} ausgewählt` : ''}</Text>
        {selected.size > 0 && !list.trashed && (
          <Group gap={6}>
            {single !== undefined && <Button size="compact-sm" variant="default" onClick={() => openContact(single)}>Kontakt öffnen</Button>}
            <MemberActions list={list} ids={[...selected]} view={view} onDone={() => setSelected(new Set())} />
          </Group>
        )}
      </div>
      {rows.error ? <FailureAlert error={rows.error} /> : rows.total === 0 ? <p className={classes.none}>{emptyText(view)}</p> : (
        <VirtualTable
          label={`Kontakte im Verteiler: ${memberViewLabels[view]}`}
          columns={columnsFor(view, openContact)}
          rows={rows}
          sort="name"
          descending={false}
          onSort={() => {}}
          current={null}
          selected={selected}
          onSelect={(next) => setSelected(next)}
          onOpen={() => single !== undefined && openContact(single)}
        />
      )}
    </div>
  )
}

function emptyText(view: MemberView): string {
  return view === 'all' ? 'Noch kein Kontakt. „Kontakte aufnehmen“ benennt einzelne, eine Regel unter „Bearbeiten“ findet viele.' : 'Hier steht kein Kontakt.'
}

function columnsFor(view: MemberView, openContact: (id: string) => void): TableColumn<ListMember, 'name'>[] {
  return [
    { key: 'name', heading: 'Name', width: 'minmax(0, 2.4fr)', render: (member) => <MemberName member={member} /> },
    { key: 'reach', heading: view === 'excluded' ? 'Grund' : 'Erreichbar über', width: 'minmax(0, 3fr)', render: (member) => <MemberReach member={member} view={view} openContact={openContact} /> },
    { key: 'origin', heading: 'Aufgenommen', width: '104px', render: ({ byRule, mode }) => <span className={classes.quiet}>{mode === 'included' && byRule ? 'benannt, Regel' : mode === 'included' ? 'benannt' : byRule ? 'nach Regel' : ''}</span> },
  ]
}

function MemberName({ member: { name, personName } }: { member: ListMember }) {
  return (
    <Personal>
      <b>{name}</b>
      {personName !== '' && <span className={classes.quiet}> · an {personName}</span>}
    </Personal>
  )
}

function MemberReach({ member, view, openContact }: { member: ListMember; view: MemberView; openContact: (id: string) => void }) {
  const { id, reached, target, problem, withheld, mode, note } = member
  if (mode === 'excluded') return <span className={classes.state}><IconUserOff size={16} className={classes.fixed} aria-hidden /><span className={classes.words} title={note}>{note || 'ohne Angabe'}</span></span>
  const mend = (
    <Button size="compact-xs" variant="default" className={classes.fixed} aria-label={`${member.name} ergänzen`} onClick={(event) => { event.stopPropagation(); openContact(id) }}>Ergänzen</Button>
  )
  if (withheld !== '') return <span className={classes.state}><IconBan size={16} className={classes.fixed} aria-hidden /><span className={classes.words} title={withheld}>{withheld}</span>{mend}</span>
  const ReachIcon = icons[reached]
  return (
    <span className={classes.state} title={problem || undefined}>
      <ReachIcon size={16} className={classes.fixed} aria-label={view === reached ? undefined : reachedByLabels[reached]} role="img" aria-hidden={view === reached} />
      <span className={classes.words}><Personal>{[target, problem].filter(Boolean).join(' · ')}</Personal></span>
      {reached === 'none' && mend}
    </span>
  )
}
