import { Button, Group, SegmentedControl, Text, TextInput, Title } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconCalendarShare, IconCheck, IconChecklist, IconPlus, IconSearch, IconTrash } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { keysOf } from '../../shared/shortcuts.ts'
import type { Task, TaskFilter } from '../../shared/tasks/model.ts'
import { runCommand, useCommand } from '../app/commands.ts'
import { api, office } from '../app/office.ts'
import { useOfficeLand } from '../app/useOfficeLand.ts'
import { usePreference } from '../app/usePreference.ts'
import { taskActions } from '../records/taskActions.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { FailureAlert } from '../ui/FailureAlert.tsx'
import { SplitView } from '../ui/SplitView.tsx'
import { useWindowedRows } from '../ui/useWindowedRows.ts'
import { VirtualTable } from '../ui/VirtualTable.tsx'
import { PostponeDialog } from './PostponeDialog.tsx'
import { SheetMenu } from './SheetMenu.tsx'
import { taskColumns } from './taskColumns.tsx'
import { TaskRecord } from './TaskRecord.tsx'
import classes from './Tasks.module.css'

const filters: { value: TaskFilter; label: string }[] = [
  { value: 'mine', label: 'Meine' }, { value: 'given', label: 'Delegiert' }, { value: 'open', label: 'Alle offenen' }, { value: 'overdue', label: 'Überfällig' }, { value: 'done', label: 'Erledigt' },
]
const empty: Record<TaskFilter, string> = {
  mine: 'Nichts zu tun.', given: 'Sie haben niemandem eine offene Aufgabe gegeben.', open: 'Im Büro ist keine Aufgabe offen.', overdue: 'Keine Aufgabe ist überfällig.', done: 'Noch keine Aufgabe erledigt.',
}

/** „Aufgaben": what is to be done, beside it the chosen task. Space checks off, F4 enters another one. */
export function TasksScreen(): ReactNode {
  const { id } = useSearch({ from: '/tasks' })
  const navigate = useNavigate()
  const land = useOfficeLand()
  const [filter, setFilter] = usePreference<TaskFilter>('tasks.filter', 'mine')
  const [typed, setTyped] = useState('')
  const [query] = useDebouncedValue(typed, 150)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set(id === undefined ? [] : [id]))
  const [postponing, setPostponing] = useState<readonly Task[] | null>(null)
  const search = useRef<HTMLInputElement>(null)
  const input = { query, filter }
  const rows = useWindowedRows<Task>(api.tasks.list.key({ input }), async (offset, limit) => {
    const { tasks, total } = await office.tasks.list({ ...input, offset, limit })
    return { rows: tasks, total }
  })
  // Another list begins without marks: nothing may be checked off that nobody sees any more.
  useEffect(() => setSelected(new Set()), [query, filter])
  const open = (chosen: string | undefined): void => {
    setSelected(new Set(chosen === undefined ? [] : [chosen]))
    void navigate({ to: '/tasks', search: chosen === undefined ? {} : { id: chosen } })
  }
  const marked = async (): Promise<Task[]> => (await rows.between(0, (rows.total ?? 0) - 1)).filter((task) => selected.has(task.id))
  const check = async (): Promise<void> => {
    const listed = await rows.between(0, (rows.total ?? 0) - 1)
    const tasks = listed.filter((task) => selected.has(task.id))
    // What is checked off leaves the list; the keys go on with the one that comes into its place.
    const last = listed.findLastIndex((task) => selected.has(task.id))
    const next = listed[last + 1] ?? listed.slice(0, last).findLast((task) => !selected.has(task.id))
    if (await taskActions.setDone(tasks, filter !== 'done', land)) open(next?.id)
  }
  const remove = async (): Promise<void> => { if (await taskActions.remove(await marked())) open(undefined) }
  const onKey = (event: KeyboardEvent): boolean => {
    if (event.key !== ' ' || event.ctrlKey || event.shiftKey || selected.size === 0) return false
    void check()
    return true
  }
  useCommand('new', () => runCommand('follow-up'))
  useCommand('find-here', () => search.current?.focus())
  useCommand('delete', () => void remove(), selected.size > 0)
  const list = (
    <div className={classes.list}>
      <div className={classes.head}>
        <div className={classes.title}>
          <Title order={1} size="h3">Aufgaben</Title>
          <Group gap="xs">
            <SheetMenu />
            <Button leftSection={<IconPlus size={17} aria-hidden />} onClick={() => runCommand('follow-up')}>Neue Aufgabe ({keysOf('follow-up')})</Button>
          </Group>
        </div>
        <TextInput ref={search} aria-label="Aufgaben suchen" placeholder="Aufgabe, Notiz" leftSection={<IconSearch size={16} aria-hidden />} value={typed} onChange={(event) => setTyped(event.currentTarget.value)} />
        <SegmentedControl size="xs" aria-label="Welche Aufgaben" data={filters} value={filter} onChange={(value) => setFilter(value as TaskFilter)} />
      </div>
      {rows.error ? <FailureAlert error={rows.error} /> : null}
      <Text component="output" className={classes.count} size="xs" c="dimmed">{rows.total === undefined ? '' : rows.total === 1 ? '1 Aufgabe' : `${rows.total} Aufgaben`}</Text>
      {selected.size > 1 && (
        <div className={classes.bulk} role="group" aria-label="Gewählte Aufgaben">
          <Text size="sm" fw={600}>{selected.size} gewählt</Text>
          <Button size="compact-sm" leftSection={<IconCheck size={15} aria-hidden />} onClick={() => void check()}>{filter === 'done' ? 'Wieder öffnen' : 'Erledigt'}</Button>
          <Button size="compact-sm" variant="default" leftSection={<IconCalendarShare size={15} aria-hidden />} onClick={() => void marked().then(setPostponing)}>Verschieben …</Button>
          <Button size="compact-sm" variant="default" leftSection={<IconTrash size={15} aria-hidden />} onClick={() => void remove()}>Löschen</Button>
        </div>
      )}
      {rows.total !== undefined && rows.total > 0 && (
        <VirtualTable
          label="Aufgaben" columns={taskColumns(filter === 'done')} rows={rows} sort="due" descending={false} onSort={() => undefined} current={id ?? null} selected={selected} onKey={onKey} leastWidth={420}
          onSelect={(ids, shown) => (shown === null ? setSelected(ids) : open(shown))}
        />
      )}
      {rows.total === 0 && <Text px="md" c="dimmed" size="sm">{query === '' ? empty[filter] : 'Keine solche Aufgabe. Gesucht wird nach Wortanfängen.'}</Text>}
    </div>
  )
  const nothing = (
    <EmptyState
      icon={IconChecklist} title="Keine Aufgabe gewählt"
      text={`Mit ${keysOf('follow-up')} wird überall eine Aufgabe zu dem eingetragen, was gerade offen ist: „2w“, „mo“, „15.3.“ oder „vor der Beiratssitzung“ genügt. Aufgaben zu Ratsuchenden stehen in der Beratung unter „Fristen“.`}
      steps={<Button onClick={() => runCommand('follow-up')}>Aufgabe eintragen</Button>}
    />
  )
  return (
    <>
      <SplitView name="tasks.list" initial={620} smallest={360} recordSmallest={360} list={list} record={id === undefined ? nothing : <TaskRecord key={id} id={id} onClose={() => open(undefined)} />} />
      {postponing !== null && <PostponeDialog tasks={postponing} onClose={() => setPostponing(null)} />}
    </>
  )
}
