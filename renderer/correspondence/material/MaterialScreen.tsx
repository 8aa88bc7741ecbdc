import { Button, Group, Menu, SegmentedControl, Select, Text, TextInput, Title } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconDownload, IconHandGrab, IconBooks, IconPlus, IconSearch } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useRef, useState, type ReactNode } from 'react'
import { materialShowLabels, materialShows, type MaterialListItem, type MaterialShow } from '../../../shared/correspondence/material/model.ts'
import { keysOf } from '../../../shared/shortcuts.ts'
import { useCommand } from '../../app/commands.ts'
import { api, office } from '../../app/office.ts'
import { usePreference } from '../../app/usePreference.ts'
import { ExportItem } from '../../ui/Export.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { SplitView } from '../../ui/SplitView.tsx'
import { useWindowedRows } from '../../ui/useWindowedRows.ts'
import { VirtualTable, type TableColumn } from '../../ui/VirtualTable.tsx'
import { CorrespondenceTabs } from '../CorrespondenceTabs.tsx'
import parts from '../parts.module.css'
import { saveTable } from '../../ui/saveTable.ts'
import { Flags } from './Flags.tsx'
import { HandOutDialog } from './HandOutDialog.tsx'
import { LanguageMatrix } from './LanguageMatrix.tsx'
import { languageOptions } from './languages.ts'
import { MaterialRecord } from './MaterialRecord.tsx'
import { NewMaterial } from './NewMaterial.tsx'

type Sort = 'title' | 'topic' | 'stock'
type Column = TableColumn<MaterialListItem, Sort>
const title: Column = { key: 'title', heading: 'Titel', width: 'minmax(0, 2fr)', sort: 'title', render: (each) => each.title }
const stock: Column = { key: 'stock', heading: 'Bestand', width: '84px', sort: 'stock', render: (each) => each.stock.toLocaleString('de-DE') }
const todo: Column = { key: 'todo', heading: 'Zu tun', width: '196px', render: (each) => <Flags flags={each.flags.slice(0, 1)} /> }
// In which languages there is what stands in the table beside.
const columns = [title, stock, todo]

/** „Infomaterial": the register of leaflets and brochures, beside it the chosen one or what there is in which language. */
export function MaterialScreen(): ReactNode {
  const { id, new: wanted } = useSearch({ from: '/correspondence/material' })
  const navigate = useNavigate()
  const [typed, setTyped] = useState('')
  const [query] = useDebouncedValue(typed, 150)
  const [show, setShow] = usePreference<MaterialShow>('material.show', 'all')
  const [language, setLanguage] = useState('')
  const [order, setOrder] = useState<{ sort: Sort; descending: boolean }>({ sort: 'title', descending: false })
  const [dialog, setDialog] = useState<'new' | 'hand-out' | null>(wanted ? 'new' : null)
  const search = useRef<HTMLInputElement>(null)
  useCommand('new', () => setDialog('new'))
  useCommand('find-here', () => search.current?.focus())
  useCommand('hand-out', () => setDialog('hand-out'))
  const open = (chosen: string | undefined): void => void navigate({ to: '/correspondence/material', search: chosen ? { id: chosen } : {} })
  const input = { query, show, language, ...order }
  const rows = useWindowedRows<MaterialListItem>(api.correspondence.material.list.key({ input }), async (offset, limit) => {
    const { materials, total } = await office.correspondence.material.list({ ...input, offset, limit })
    return { rows: materials, total }
  })
  const save = (what: 'stock' | 'matrix', format: 'pdf' | 'xlsx'): void =>
    void saveTable(what === 'stock' ? 'Bestand-Infomaterial' : 'Infomaterial-nach-Sprachen', format, (grant) => office.correspondence.material.save({ what, format, grant }))
  const filtered = query !== '' || show !== 'all' || language !== ''
  const list = (
    <div className={parts.list}>
      <div className={parts.head}>
        <div className={parts.title}>
          <Title order={1} size="h3">Infomaterial</Title>
          <Group gap="xs">
            <Button variant="default" leftSection={<IconHandGrab size={17} aria-hidden />} onClick={() => setDialog('hand-out')}>Ausgeben ({keysOf('hand-out')})</Button>
            <Button leftSection={<IconPlus size={17} aria-hidden />} onClick={() => setDialog('new')}>Neues Material</Button>
          </Group>
        </div>
        <CorrespondenceTabs current="material" />
        <Group gap="xs">
          <TextInput ref={search} flex="1 1 150px" aria-label="Infomaterial suchen" placeholder="Titel, Herausgeber, Platz" leftSection={<IconSearch size={16} aria-hidden />} value={typed} onChange={(event) => setTyped(event.currentTarget.value)} />
          <Select w={170} aria-label="Sprache" searchable clearable placeholder="Alle Sprachen" data={languageOptions()} value={language || null} onChange={(value) => setLanguage(value ?? '')} />
          <Menu position="bottom-end">
            <Menu.Target><Button variant="default" leftSection={<IconDownload size={16} aria-hidden />}>Liste</Button></Menu.Target>
            <Menu.Dropdown>
              <ExportItem format="pdf" onClick={() => save('stock', 'pdf')}>Bestandsliste als PDF …</ExportItem>
              <ExportItem format="xlsx" onClick={() => save('stock', 'xlsx')}>Bestandsliste als Excel-Datei …</ExportItem>
              <ExportItem format="pdf" onClick={() => save('matrix', 'pdf')}>Nach Sprachen als PDF …</ExportItem>
              <ExportItem format="xlsx" onClick={() => save('matrix', 'xlsx')}>Nach Sprachen als Excel-Datei …</ExportItem>
            </Menu.Dropdown>
          </Menu>
        </Group>
        <SegmentedControl size="xs" aria-label="Welche" value={show} onChange={(value) => setShow(value as MaterialShow)} data={materialShows.map((value) => ({ value, label: materialShowLabels[value] }))} />
      </div>
      {rows.error ? <FailureAlert error={rows.error} /> : null}
      <Text component="output" className={parts.count} size="xs" c="dimmed">{rows.total === undefined ? '' : `${rows.total} Titel`}</Text>
      {rows.total !== undefined && rows.total > 0 && (
        <VirtualTable
          label="Infomaterial" columns={columns} rows={rows} {...order} current={id ?? null} selected={new Set(id === undefined ? [] : [id])} leastWidth={430}
          onSort={(sort) => setOrder({ sort, descending: sort === order.sort ? !order.descending : sort === 'stock' })} onSelect={(_ids, shown) => shown !== null && open(shown)}
        />
      )}
      {rows.total === 0 && (filtered ? <Text px="md" c="dimmed" size="sm">{show === 'todo' && query === '' ? 'Nichts zu tun: Bestand und Prüfungen sind in Ordnung.' : 'Kein solches Material.'}</Text> : (
        <EmptyState
          icon={IconBooks} title="Noch kein Material" text="Faltblätter und Broschüren mit Sprachen, Auflage, Bestand und Prüfdatum. Was fehlt, zur Neige geht oder veraltet ist, fällt auf."
          steps={<Button onClick={() => setDialog('new')}>Material aufnehmen</Button>}
        />
      ))}
    </div>
  )
  return (
    <>
      <SplitView name="material.list" initial={600} smallest={300} recordSmallest={400} list={list} record={id === undefined ? <LanguageMatrix onOpen={open} /> : <MaterialRecord key={id} id={id} onClose={() => open(undefined)} />} />
      {dialog === 'new' && <NewMaterial onClose={() => setDialog(null)} onCreated={(created) => { setDialog(null); open(created) }} />}
      {dialog === 'hand-out' && <HandOutDialog onClose={() => setDialog(null)} />}
    </>
  )
}
