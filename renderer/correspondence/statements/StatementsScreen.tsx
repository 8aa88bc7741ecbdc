import { Button, Group, Menu, Radio, Select, Text, TextInput, Title } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { Dropzone } from '@mantine/dropzone'
import { IconDownload, IconMailForward, IconPlus, IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useRef, useState, type ReactNode } from 'react'
import type { ReceivedFile } from '../../../shared/correspondence/register/model.ts'
import { statementFilters, statementScopes, type StatementFilter, type StatementListItem, type StatementScope, type StatementSort } from '../../../shared/correspondence/statements/model.ts'
import { useCommand } from '../../app/commands.ts'
import { api, office } from '../../app/office.ts'
import { usePreference } from '../../app/usePreference.ts'
import { ExportItem } from '../../ui/Export.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { SplitView } from '../../ui/SplitView.tsx'
import { useWindowedRows } from '../../ui/useWindowedRows.ts'
import { CorrespondenceTabs } from '../CorrespondenceTabs.tsx'
import { Troubles } from '../../ui/DropFiles.tsx'
import { receiveFiles } from '../../records/papers.ts'
import classes from '../parts.module.css'
import { saveTable } from '../../ui/saveTable.ts'
import { NewStatement } from './NewStatement.tsx'
import { StatementFigures } from './StatementFigures.tsx'
import { StatementList } from './StatementList.tsx'
import { StatementRecord } from './StatementRecord.tsx'

const filterLabels: Readonly<Record<StatementFilter, string>> = { mine: 'Wartet auf mich', assigned: 'Meine', open: 'Offen', overdue: 'Überfällig', done: 'Erledigt', all: 'Alle' }
const scopeLabels: Readonly<Record<StatementScope, string>> = { '': 'Alle Arten', statement: 'Stellungnahmen', participation: 'Beteiligungen (Planung)', uninvolved: 'Nicht oder verspätet beteiligt' }

/** „Stellungnahmen": the list, beside it the chosen one. A mail dropped anywhere here begins a new one. */
export function StatementsScreen(): ReactNode {
  const { id, new: wanted } = useSearch({ from: '/correspondence/statements' })
  const navigate = useNavigate()
  const [typed, setTyped] = useState('')
  const [query] = useDebouncedValue(typed, 150)
  const [filter, setFilter] = usePreference<StatementFilter>('statements.filter', 'open')
  const [scope, setScope] = useState<StatementScope>('')
  const [year, setYear] = useState<number | null>(null)
  const [order, setOrder] = useState<{ sort: StatementSort; descending: boolean }>({ sort: 'due', descending: false })
  const [creating, setCreating] = useState<readonly ReceivedFile[] | null>(wanted ? [] : null)
  const [reading, setReading] = useState(false)
  const [troubles, setTroubles] = useState<readonly string[]>([])
  const search = useRef<HTMLInputElement>(null)
  const { data: figures } = useQuery(api.correspondence.statements.statistics.queryOptions({ input: { year } }))
  useCommand('new', () => setCreating([]))
  useCommand('find-here', () => search.current?.focus())
  const show = (chosen: string | undefined): void => void navigate({ to: '/correspondence/statements', search: chosen ? { id: chosen } : {} })

  const input = { query, filter, scope, year, ...order }
  const rows = useWindowedRows<StatementListItem>(api.correspondence.statements.list.key({ input }), async (offset, limit) => {
    const { statements, total } = await office.correspondence.statements.list({ ...input, offset, limit })
    return { rows: statements, total }
  })
  const drop = async (files: readonly File[]): Promise<void> => {
    setReading(true)
    const received = await receiveFiles(files)
    setReading(false)
    setTroubles(received.troubles)
    if (received.files.length > 0) setCreating(received.files)
  }
  const save = (format: 'pdf' | 'xlsx', of: StatementScope = scope) => saveTable('Register-Stellungnahmen', format, (grant) => office.correspondence.statements.save({ scope: of, year, format, grant }))
  const nothingYet = figures !== undefined && figures.years.length === 0
  const list = (
    <Dropzone
      unstyled classNames={{ root: classes.whole ?? '' }} onDrop={(files) => void drop(files)} activateOnClick={false} activateOnKeyboard={false} loading={reading} tabIndex={-1}
      inputProps={{ 'aria-label': 'Anfrage ablegen' }} style={{ height: '100%' }}
    >
      <div className={classes.head}>
        <div className={classes.title}>
          <Title order={1} size="h3">Stellungnahmen</Title>
          <Group gap="xs">
            <Button leftSection={<IconPlus size={17} aria-hidden />} loading={reading} onClick={() => setCreating([])}>Neue Anfrage</Button>
            <Menu position="bottom-end">
              <Menu.Target><Button variant="default" px="xs" aria-label="Register ausgeben"><IconDownload size={17} aria-hidden /></Button></Menu.Target>
              <Menu.Dropdown>
                <Menu.Label>{[scopeLabels[scope], year === null ? 'alle Jahre' : year].join(', ')}</Menu.Label>
                <ExportItem format="pdf" onClick={() => void save('pdf')}>Register mit Zahlen als PDF …</ExportItem>
                <ExportItem format="xlsx" onClick={() => void save('xlsx')}>Register als Excel-Datei …</ExportItem>
                {scope !== 'uninvolved' && <ExportItem format="pdf" onClick={() => void save('pdf', 'uninvolved')}>Nicht oder verspätet beteiligt als PDF …</ExportItem>}
              </Menu.Dropdown>
            </Menu>
          </Group>
        </div>
        <CorrespondenceTabs current="statements" />
        <Group gap="xs">
          <TextInput ref={search} flex="2 1 150px" aria-label="Stellungnahmen suchen" placeholder="Gegenstand, Stelle, Stichwort" leftSection={<IconSearch size={16} aria-hidden />} value={typed} onChange={(event) => setTyped(event.currentTarget.value)} />
          <Select flex="1 1 150px" maw={220} aria-label="Art der Anfragen" allowDeselect={false} data={statementScopes.map((value) => ({ value, label: scopeLabels[value] }))} value={scope} onChange={(value) => setScope((value ?? '') as StatementScope)} />
          <Select w={112} aria-label="Jahr des Eingangs" value={year === null ? '' : String(year)} onChange={(value) => setYear(value ? Number(value) : null)}
            data={[{ value: '', label: 'Alle Jahre' }, ...(figures?.years ?? []).map((each) => ({ value: String(each), label: String(each) }))]} />
        </Group>
        <Radio.Group aria-label="Stand" value={filter} onChange={(value) => setFilter(value as StatementFilter)}>
          <div className={classes.filters}>{statementFilters.map((value) => <Radio.Card key={value} value={value} className={classes.filter}>{filterLabels[value]}</Radio.Card>)}</div>
        </Radio.Group>
        <Troubles troubles={troubles} />
      </div>
      {rows.error ? <FailureAlert error={rows.error} /> : null}
      <Text component="output" className={classes.count} size="xs" c="dimmed">{rows.total === undefined ? '' : `${rows.total} ${rows.total === 1 ? 'Stellungnahme' : 'Stellungnahmen'}`}</Text>
      {rows.total !== undefined && rows.total > 0 && (
        <StatementList rows={rows} {...order} current={id ?? null} onCurrent={show} onSort={(sort) => setOrder({ sort, descending: sort === order.sort ? !order.descending : sort === 'number' })} />
      )}
      {rows.total === 0 && !nothingYet && <Text px="md" c="dimmed" size="sm">{filter === 'mine' && query === '' ? 'Nichts wartet auf Sie.' : 'Keine solche Stellungnahme.'}</Text>}
    </Dropzone>
  )
  const beside = nothingYet ? (
    <EmptyState
      icon={IconMailForward} title="Noch keine Anfrage"
      text="Ziehen Sie eine E-Mail (MSG, EML) oder ein PDF in die Liste: Betreff, Absender und Frist werden gelesen, die Zwischentermine rückwärts gerechnet."
      steps={<Button onClick={() => setCreating([])}>Neue Anfrage eintragen</Button>}
    />
  ) : <StatementFigures year={year} />
  return (
    <>
      <SplitView name="statements.list" initial={600} smallest={300} recordSmallest={420} list={list} record={id === undefined ? beside : <StatementRecord key={id} id={id} onClose={() => show(undefined)} />} />
      {creating !== null && <NewStatement received={creating} onClose={() => setCreating(null)} onCreated={(created) => { setCreating(null); show(created) }} />}
    </>
  )
}
