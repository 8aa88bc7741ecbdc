import { Button, Group, Menu, SegmentedControl, Text, TextInput, Title } from '@mantine/core'
import { useDebouncedValue, useElementSize } from '@mantine/hooks'
import { IconDownload, IconMailbox, IconPlus, IconPrinter, IconSearch, IconSettings } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useRef, useState, type ReactNode } from 'react'
import { mailKindLabel, type Entry } from '../../../shared/correspondence/register/model.ts'
import { germanDate, isoDay } from '../../../shared/dates.ts'
import { useCommand } from '../../app/commands.ts'
import { api, office } from '../../app/office.ts'
import { ExportItem } from '../../ui/Export.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { Personal } from '../../ui/Personal.tsx'
import { SplitView } from '../../ui/SplitView.tsx'
import { useWindowedRows } from '../../ui/useWindowedRows.ts'
import { VirtualTable, type TableColumn } from '../../ui/VirtualTable.tsx'
import { CorrespondenceTabs } from '../CorrespondenceTabs.tsx'
import parts from '../parts.module.css'
import { DueBadge } from '../../ui/DueBadge.tsx'
import { saveTable } from '../../ui/saveTable.ts'
import { usePrint } from '../print/usePrint.ts'
import { EntryDialog } from './EntryDialog.tsx'
import { EntryRecord } from './EntryRecord.tsx'
import { FullText } from './FullText.tsx'
import { RegisterSettings } from './RegisterSettings.tsx'

type Column = TableColumn<Entry, 'number'>
const number: Column = { key: 'number', heading: 'Nummer', width: '104px', render: (entry) => entry.number }
const day: Column = { key: 'day', heading: 'Datum', width: '92px', render: (entry) => germanDate(entry.on) }
const who: Column = { key: 'who', heading: 'Von oder an', width: 'minmax(0, 1.2fr)', render: (entry) => <Personal>{entry.correspondent}</Personal> }
const subject: Column = { key: 'subject', heading: 'Betreff', width: 'minmax(0, 2fr)', render: (entry) => entry.subject }
const kind: Column = { key: 'kind', heading: 'Art', width: 'minmax(0, 1fr)', render: (entry) => mailKindLabel(entry.kind) }
const followUp: Column = { key: 'follow-up', heading: 'Wiedervorlage', width: '130px', render: (entry) => (entry.followUpOn === null ? '' : entry.followUpDoneOn === null ? <DueBadge day={entry.followUpOn} today={isoDay(new Date())} /> : 'erledigt') }

const all = [number, day, who, subject, kind, followUp]
/** From this width on (pixels) all columns are shown; the record says the rest. */
const roomForAll = 720

const views = [{ value: 'in', label: 'Eingang' }, { value: 'out', label: 'Ausgang' }, { value: 'follow-up', label: 'Wiedervorlagen' }, { value: 'texts', label: 'Volltext' }] as const
type View = (typeof views)[number]['value']

/** „Register": what came in, what left, what is to be looked at again, and a search through everything that is written anywhere. */
export function RegisterScreen(): ReactNode {
  const { id, view: shown = 'in' } = useSearch({ from: '/correspondence/register' })
  const navigate = useNavigate()
  const [typed, setTyped] = useState('')
  const [query] = useDebouncedValue(typed, 150)
  const [dialog, setDialog] = useState<'in' | 'out' | 'settings' | null>(null)
  const search = useRef<HTMLInputElement>(null)
  useCommand('new', () => setDialog(shown === 'out' ? 'out' : 'in'))
  useCommand('find-here', () => search.current?.focus())
  const show = (chosen: string | undefined, view: View = shown): void => void navigate({ to: '/correspondence/register', search: { view, ...(chosen !== undefined && { id: chosen }) } })

  const input = { query, show: shown === 'texts' ? 'in' as const : shown }
  const rows = useWindowedRows<Entry>(api.correspondence.register.entries.list.key({ input }), async (offset, limit) => {
    const { entries, total } = await office.correspondence.register.entries.list({ ...input, offset, limit })
    return { rows: entries, total }
  })
  const direction = shown === 'out' ? 'out' : 'in'
  const save = (format: 'pdf' | 'xlsx', year: number | null) => saveTable(direction === 'in' ? 'Posteingang' : 'Postausgang', format, (grant) => office.correspondence.register.entries.save({ direction, year, format, grant }))
  const thisYear = new Date().getFullYear()
  const printing = usePrint({ kind: 'register', direction, year: thisYear })
  useCommand('print', () => void printing.print(), shown === 'in' || shown === 'out')
  const { ref, width } = useElementSize()
  const columns = id === undefined && width >= roomForAll ? all : shown === 'follow-up' ? [number, subject, followUp] : [number, who, subject]
  const list = (
    <div ref={ref} className={parts.list}>
      <div className={parts.head}>
        <div className={parts.title}>
          <Title order={1} size="h3">Register</Title>
          <Group gap="xs">
            <Button leftSection={<IconPlus size={17} aria-hidden />} onClick={() => setDialog(direction)}>{direction === 'in' ? 'Eingang eintragen' : 'Ausgang eintragen'}</Button>
            <Menu position="bottom-end">
              <Menu.Target><Button variant="default" px="xs" aria-label="Ausgeben und einrichten"><IconDownload size={17} aria-hidden /></Button></Menu.Target>
              <Menu.Dropdown>
                <Menu.Item leftSection={<IconPrinter size={16} aria-hidden />} rightSection={<Text size="xs" c="dimmed">Strg+P</Text>} disabled={printing.busy} onClick={() => void printing.print()}>{direction === 'in' ? 'Posteingang' : 'Postausgang'} {thisYear} drucken</Menu.Item>
                <ExportItem format="pdf" onClick={() => void save('pdf', thisYear)}>{direction === 'in' ? 'Posteingang' : 'Postausgang'} {thisYear} als PDF …</ExportItem>
                <ExportItem format="pdf" onClick={() => void save('pdf', null)}>Alle Jahre als PDF …</ExportItem>
                <ExportItem format="xlsx" onClick={() => void save('xlsx', null)}>Alle Jahre als Excel-Datei …</ExportItem>
                <Menu.Divider />
                <Menu.Item leftSection={<IconSettings size={16} aria-hidden />} onClick={() => setDialog('settings')}>Nummern, Zwischentermine, Aktenplan …</Menu.Item>
              </Menu.Dropdown>
            </Menu>
          </Group>
        </div>
        <CorrespondenceTabs current="register" />
        <SegmentedControl size="xs" aria-label="Teil des Registers" value={shown} onChange={(value) => show(undefined, value as View)} data={[...views]} />
        <TextInput ref={search} aria-label="Register durchsuchen" placeholder={shown === 'texts' ? 'Wörter aus Schreiben, E-Mails, PDF, Word' : 'Stelle, Betreff, Nummer'} leftSection={<IconSearch size={16} aria-hidden />} value={typed} onChange={(event) => setTyped(event.currentTarget.value)} />
      </div>
      {shown === 'texts' ? <FullText query={query} /> : (
        <>
          {rows.error ? <FailureAlert error={rows.error} /> : null}
          <Text component="output" className={parts.count} size="xs" c="dimmed">{rows.total === undefined ? '' : `${rows.total} ${rows.total === 1 ? 'Eintrag' : 'Einträge'}`}</Text>
          {rows.total !== undefined && rows.total > 0 && (
            <VirtualTable
              label="Register" columns={columns} rows={rows} sort="number" descending onSort={() => {}}
              current={id ?? null} selected={new Set(id === undefined ? [] : [id])} onSelect={(_ids, chosen) => chosen !== null && show(chosen)}
            />
          )}
          {rows.total === 0 && (query !== '' || shown === 'follow-up'
            ? <Text px="md" size="sm" c="dimmed">{query === '' ? 'Keine Wiedervorlage offen.' : 'Nichts gefunden.'}</Text>
            : <EmptyState icon={IconMailbox} title={direction === 'in' ? 'Noch kein Posteingang' : 'Noch kein Postausgang'} text="Jedes Stück bekommt eine Nummer. Anfragen zu Stellungnahmen und deren Versand tragen sich von selbst ein." />)}
        </>
      )}
    </div>
  )
  return (
    <>
      {id === undefined || shown === 'texts' ? list : <SplitView name="register.list" initial={430} smallest={300} recordSmallest={400} list={list} record={<EntryRecord key={id} id={id} onClose={() => show(undefined)} />} />}
      {(dialog === 'in' || dialog === 'out') && <EntryDialog direction={dialog} onClose={() => setDialog(null)} onCreated={(created) => { show(created, dialog); setDialog(null) }} />}
      {dialog === 'settings' && <RegisterSettings onClose={() => setDialog(null)} />}
    </>
  )
}
