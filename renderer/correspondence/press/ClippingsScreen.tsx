import { Button, Group, Menu, Select, Text, TextInput, Title } from '@mantine/core'
import { Dropzone } from '@mantine/dropzone'
import { useDebouncedValue } from '@mantine/hooks'
import { IconDownload, IconNews, IconPaperclip, IconPlus, IconSearch } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useRef, useState, type ReactNode } from 'react'
import { pressLabel } from '../../../shared/correspondence/press/catalogue.ts'
import type { ClippingListItem } from '../../../shared/correspondence/press/model.ts'
import type { ReceivedFile } from '../../../shared/correspondence/register/model.ts'
import { fieldLabel } from '../../../shared/correspondence/statements/catalogue.ts'
import { germanDate } from '../../../shared/dates.ts'
import { useCommand } from '../../app/commands.ts'
import { api, desktop, office } from '../../app/office.ts'
import { ExportItem } from '../../ui/Export.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { showFailure, showNotice } from '../../ui/notices.tsx'
import { SplitView } from '../../ui/SplitView.tsx'
import { useWindowedRows } from '../../ui/useWindowedRows.ts'
import { VirtualTable, type TableColumn } from '../../ui/VirtualTable.tsx'
import { Troubles } from '../../ui/DropFiles.tsx'
import { receiveFiles } from '../../records/papers.ts'
import parts from '../parts.module.css'
import { ClippingRecord } from './ClippingRecord.tsx'
import { NewClipping } from './NewClipping.tsx'
import { periodOf, periods } from './periods.ts'
import { PressFigures } from './PressFigures.tsx'
import { PressTabs } from './PressTabs.tsx'

type Sort = 'date' | 'medium' | 'title' | 'topic'
type Column = TableColumn<ClippingListItem, Sort>
const date: Column = { key: 'date', heading: 'Datum', width: '96px', sort: 'date', render: (each) => germanDate(each.on) }
const medium: Column = { key: 'medium', heading: 'Medium', width: 'minmax(0, 1fr)', sort: 'medium', render: (each) => each.mediumName }
const title: Column = { key: 'title', heading: 'Überschrift', width: 'minmax(0, 2fr)', sort: 'title', render: (each) => <Group gap={4} wrap="nowrap">{each.papers > 0 && <IconPaperclip size={14} role="img" aria-label="mit Scan" />}<span>{each.title}</span></Group> }
const topic: Column = { key: 'topic', heading: 'Thema', width: 'minmax(0, 1.1fr)', sort: 'topic', render: (each) => fieldLabel(each.topic) }
const tone: Column = { key: 'tone', heading: 'Tonlage', width: '150px', render: (each) => pressLabel('tones', each.tone) }
const columns = { wide: [date, medium, title, topic, tone], narrow: [date, medium, title] }

/** „Pressespiegel": what appeared, beside it the chosen report. A scan dropped here begins a new one. */
export function ClippingsScreen(): ReactNode {
  const { id, new: wanted } = useSearch({ from: '/correspondence/clippings' })
  const navigate = useNavigate()
  const [typed, setTyped] = useState('')
  const [query] = useDebouncedValue(typed, 150)
  const [period, setPeriod] = useState('year')
  const [order, setOrder] = useState<{ sort: Sort; descending: boolean }>({ sort: 'date', descending: true })
  const [creating, setCreating] = useState<readonly ReceivedFile[] | null>(wanted ? [] : null)
  const [reading, setReading] = useState(false)
  const [troubles, setTroubles] = useState<readonly string[]>([])
  const search = useRef<HTMLInputElement>(null)
  useCommand('new', () => setCreating([]))
  useCommand('find-here', () => search.current?.focus())
  const show = (chosen: string | undefined): void => void navigate({ to: '/correspondence/clippings', search: chosen ? { id: chosen } : {} })
  const span = periodOf(period, new Date())
  const input = { query, ...span, ...order }
  const rows = useWindowedRows<ClippingListItem>(api.correspondence.press.clippings.list.key({ input }), async (offset, limit) => {
    const { clippings, total } = await office.correspondence.press.clippings.list({ ...input, offset, limit })
    return { rows: clippings, total }
  })
  const drop = async (files: readonly File[]): Promise<void> => {
    setReading(true)
    const received = await receiveFiles(files)
    setReading(false)
    setTroubles(received.troubles)
    if (received.files.length > 0) setCreating(received.files)
  }
  const save = async (format: 'pdf' | 'docx' | 'xlsx'): Promise<void> => {
    try {
      const target = await desktop.chooseSaveTarget({ name: 'Pressespiegel', kind: format })
      if (!target) return
      await office.correspondence.press.clippings.save({ ...span, format, grant: target.grant })
      showNotice(`Gespeichert als „${target.name}“. Außerhalb des Tresors ist die Datei nicht verschlüsselt.`)
    } catch (error) {
      showFailure(error)
    }
  }
  const list = (
    <Dropzone
      unstyled classNames={{ root: parts.whole ?? '' }} onDrop={(files) => void drop(files)} activateOnClick={false} activateOnKeyboard={false} loading={reading} tabIndex={-1}
      inputProps={{ 'aria-label': 'Scan ablegen' }} style={{ height: '100%' }}
    >
      <div className={parts.head}>
        <div className={parts.title}>
          <Title order={1} size="h3">Presse</Title>
          <Button leftSection={<IconPlus size={17} aria-hidden />} loading={reading} onClick={() => setCreating([])}>Bericht eintragen</Button>
        </div>
        <PressTabs current="clippings" />
        <Group gap="xs">
          <TextInput ref={search} flex="1 1 150px" aria-label="Pressespiegel suchen" placeholder="Überschrift, Medium, Stichwort" leftSection={<IconSearch size={16} aria-hidden />} value={typed} onChange={(event) => setTyped(event.currentTarget.value)} />
          <Select w={170} aria-label="Zeitraum" allowDeselect={false} data={periods(new Date())} value={period} onChange={(value) => value && setPeriod(value)} />
          <Menu position="bottom-end">
            <Menu.Target><Button variant="default" leftSection={<IconDownload size={16} aria-hidden />}>Ausgeben</Button></Menu.Target>
            <Menu.Dropdown>
              <ExportItem format="pdf" onClick={() => void save('pdf')}>Pressespiegel als PDF …</ExportItem>
              <ExportItem format="docx" onClick={() => void save('docx')}>Pressespiegel als Word-Datei …</ExportItem>
              <ExportItem format="xlsx" onClick={() => void save('xlsx')}>Liste als Excel-Datei …</ExportItem>
            </Menu.Dropdown>
          </Menu>
        </Group>
        <Troubles troubles={troubles} />
      </div>
      {rows.error ? <FailureAlert error={rows.error} /> : null}
      <Text component="output" className={parts.count} size="xs" c="dimmed">{rows.total === undefined ? '' : `${rows.total} ${rows.total === 1 ? 'Bericht' : 'Berichte'}`}</Text>
      {rows.total !== undefined && rows.total > 0 && (
        <VirtualTable
          label="Pressespiegel" columns={id === undefined ? columns.wide : columns.narrow} rows={rows} {...order} current={id ?? null} selected={new Set(id === undefined ? [] : [id])} leastWidth={id === undefined ? 660 : 340}
          onSort={(sort) => setOrder({ sort, descending: sort === order.sort ? !order.descending : sort === 'date' })} onSelect={(_ids, shown) => shown !== null && show(shown)}
        />
      )}
      {rows.total === 0 && (query !== '' || period !== 'year' ? <Text px="md" c="dimmed" size="sm">Kein solcher Bericht.</Text> : (
        <EmptyState
          icon={IconNews} title="Noch kein Bericht" text="Ziehen Sie einen Scan oder ein PDF hierher, oder tragen Sie ein, was erschienen ist. Der Pressespiegel lässt sich für jeden Zeitraum drucken."
          steps={<Button onClick={() => setCreating([])}>Bericht eintragen</Button>}
        />
      ))}
    </Dropzone>
  )
  return (
    <>
      <SplitView name="clippings.list" initial={560} smallest={300} recordSmallest={420} list={list} record={id === undefined ? <PressFigures /> : <ClippingRecord key={id} id={id} onClose={() => show(undefined)} />} />
      {creating !== null && <NewClipping files={creating} onClose={() => setCreating(null)} onCreated={(created) => { setCreating(null); show(created) }} />}
    </>
  )
}
