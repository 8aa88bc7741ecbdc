import { Badge, Button, Checkbox, Group, List, Radio, Text } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconCopy, IconEdit, IconPlus } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { importFates, type ImportFate, type ImportItem, type ImportPreview } from '../../../shared/events/icalendar/model.ts'
import { eventDay } from '../eventDay.ts'
import events from '../Events.module.css'
import table from '../../ui/PlainTable.module.css'
import classes from './ImportItems.module.css'

const fates = {
  new: { label: 'Neu', icon: IconPlus, color: 'petrol' },
  changed: { label: 'Geändert', icon: IconEdit, color: 'amber' },
  twin: { label: 'Schon geplant?', icon: IconCopy, color: 'amber' },
  same: { label: 'Unverändert', icon: IconCheck, color: 'gray' },
  unusable: { label: 'Nicht übernommen', icon: IconAlertTriangle, color: 'red' },
} as const satisfies Readonly<Record<ImportFate, unknown>>

/** Rows that a table shows at once; the others are counted and keep their proposal. */
const mostRows = 300

/** What becomes of each entry of a calendar, with a tick for what is to be taken over. */
export function ImportItems({ preview: { items, calendars, outside, remarks }, chosen, onTurn }: { preview: ImportPreview; chosen: ReadonlySet<string>; onTurn(keys: readonly string[], on: boolean): void }): ReactNode {
  const [filter, setFilter] = useState<ImportFate | 'all'>('all')
  const shown = items.filter(({ fate }) => filter === 'all' || fate === filter)
  const open = shown.filter(isPossible)
  const ticked = open.filter(({ key }) => chosen.has(key)).length
  const count = (fate: ImportFate): number => items.filter((item) => item.fate === fate).length
  return (
    <>
      <Text size="sm" component="output">{foundText(calendars, items.length, outside)}</Text>
      {remarks.length > 0 && <List size="sm">{remarks.map((remark) => <List.Item key={remark}>{remark}</List.Item>)}</List>}
      {items.length > 0 && (
        <>
          <Radio.Group aria-label="Welche Termine" value={filter} onChange={(value) => setFilter(value as ImportFate | 'all')}>
            <div className={events.filters}>
              <Radio.Card value="all" className={events.filter}>Alle ({items.length})</Radio.Card>
              {importFates.filter((fate) => count(fate) > 0).map((fate) => <Radio.Card key={fate} value={fate} className={events.filter}>{fates[fate].label} ({count(fate)})</Radio.Card>)}
            </div>
          </Radio.Group>
          {/* A table that scrolls must be reached by keyboard. */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <div className={classes.frame} role="region" aria-label="Termine des Kalenders" tabIndex={0}>
            <table className={table.table}>
              <thead>
                <tr>
                  <th scope="col"><Checkbox aria-label="Alle gezeigten übernehmen" disabled={open.length === 0} checked={open.length > 0 && ticked === open.length} indeterminate={ticked > 0 && ticked < open.length} onChange={(change) => onTurn(open.map(({ key }) => key), change.currentTarget.checked)} /></th>
                  <th scope="col">Zeit</th><th scope="col">Titel und Ort</th><th scope="col">Was damit geschieht</th>
                </tr>
              </thead>
              <tbody>
                {shown.slice(0, mostRows).map((item) => <ItemRow key={item.key} item={item} several={calendars.length > 1} ticked={chosen.has(item.key)} onTurn={(on) => onTurn([item.key], on)} />)}
              </tbody>
            </table>
          </div>
          {shown.length > mostRows && <Text size="sm" c="dimmed">Gezeigt sind die ersten {mostRows}; für die übrigen {shown.length - mostRows} gilt der Vorschlag. Ein kürzerer Zeitraum zeigt sie alle.</Text>}
        </>
      )}
    </>
  )
}

function ItemRow({ item, several, ticked, onTurn }: { item: ImportItem; several: boolean; ticked: boolean; onTurn(on: boolean): void }): ReactNode {
  const { icon: Sign, label, color } = fates[item.fate]
  const [all, setAll] = useState(false)
  const lines = [...(item.reason === '' ? [] : [item.reason]), ...item.changes.map((change) => `${change.label}: ${short(change.from) || '–'} → ${short(change.to) || '–'}`), ...(item.fate === 'twin' ? ['Am selben Tag steht eine Veranstaltung dieses Namens.'] : []), ...item.notes]
  return (
    <tr>
      <td>{isPossible(item) ? <Checkbox aria-label={`${item.title} übernehmen`} checked={ticked} onChange={(change) => onTurn(change.currentTarget.checked)} /> : null}</td>
      <td className={classes.time}>{item.startsOn === null ? '–' : eventDay(item)}{item.repeats && <Text size="xs" c="dimmed">aus einer Wiederholung</Text>}</td>
      <td>
        <strong>{item.title}</strong>
        <Text size="sm" c="dimmed">{[item.place, several ? item.calendar : ''].filter((part) => part !== '').join(' · ')}</Text>
      </td>
      <td>
        <Badge variant="light" color={color} leftSection={<Sign size={13} aria-hidden />}>{label}</Badge>
        {(all ? lines : lines.slice(0, 3)).map((line) => <div key={line} className={classes.line}>{line}</div>)}
        {!all && lines.length > 3 && <Group><Button size="compact-xs" variant="subtle" onClick={() => setAll(true)}>mehr</Button></Group>}
      </td>
    </tr>
  )
}

function isPossible({ fate }: ImportItem): boolean {
  return fate === 'new' || fate === 'changed' || fate === 'twin'
}

function short(text: string): string {
  return text.length > 90 ? `${text.slice(0, 88)} …` : text
}

function foundText(calendars: ImportPreview['calendars'], items: number, outside: number): string {
  const names = calendars.map(({ name, entries }) => `„${name}“ (${entries})`).join(', ')
  const what = items === 0 ? 'Im gewählten Zeitraum liegt kein Termin.' : ''
  const others = outside === 0 ? '' : outside === 1 ? 'Ein Termin liegt außerhalb des Zeitraums.' : `${outside} Termine liegen außerhalb des Zeitraums.`
  return [`${calendars.length === 1 ? 'Kalender' : `${calendars.length} Kalender`}: ${names}.`, what, others].filter((part) => part !== '').join(' ')
}
