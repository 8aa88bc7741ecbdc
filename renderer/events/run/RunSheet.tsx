import { Button, Center, Group, Loader, Menu, Text } from '@mantine/core'
import { IconPlus, IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { uuidv7 } from 'uuidv7'
import type { OfficeEvent } from '../../../shared/events/model.ts'
import { clockOf, timed, type RunItem } from '../../../shared/events/run/model.ts'
import { hidesData } from '../../app/failure.ts'
import { api, office } from '../../app/office.ts'
import { ExportItem } from '../../ui/Export.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { SaveState } from '../../ui/SaveState.tsx'
import { savePlan } from '../savePlan.ts'
import { isBlank, usePart, type StoredPart } from '../usePart.ts'
import { RunLine } from './RunLine.tsx'
import classes from '../Plan.module.css'

const blank: Omit<RunItem, 'id' | 'day' | 'minutes'> = { startsAt: null, title: '', who: '', place: '', technology: '', note: '' }

/** „Ablaufplan": minute by minute. Who lengthens an item moves all that follow. */
export function RunSheet({ event }: { event: OfficeEvent }): ReactNode {
  const { data, error, refetch } = useQuery(api.events.run.get.queryOptions({ input: { id: event.id } }))
  if (hidesData(error, data)) return <FailureAlert error={error} retry={() => void refetch()} />
  if (!data) return <Center p="xl"><Loader aria-label="Ablaufplan wird geladen" /></Center>
  return <Shown event={event} part={data} />
}

function Shown({ event, part }: { event: OfficeEvent; part: StoredPart<{ items: RunItem[] }> }): ReactNode {
  const form = usePart(event.id, part, office.events.run, ({ items }) => ({ items: items.filter((item) => !isBlank<Omit<RunItem, 'day' | 'minutes'>>(item, blank)) }))
  const { content: { items }, readOnly } = form
  const [added, setAdded] = useState<string | null>(null)
  const change = (id: string, patch: Partial<RunItem>): void => form.set({ items: items.map((item) => (item.id === id ? { ...item, ...patch } : item)) })
  const addAfter = (at: number): void => {
    const item = { ...blank, id: uuidv7(), day: items[at]?.day ?? 0, minutes: 15 }
    form.set({ items: items.toSpliced(at + 1, 0, item) })
    setAdded(item.id)
  }
  const move = (at: number, by: -1 | 1): void => {
    const [here, there] = [items[at], items[at + by]]
    if (here && there) form.set({ items: items.with(at, there).with(at + by, here) })
  }
  const times = timed(items, event.startsAt)
  const last = times.at(-1)
  const print = (format: 'pdf' | 'docx'): void => void savePlan(form, 'Ablaufplan', format, (grant) => office.events.run.saveSheet({ id: event.id, format, grant }))
  return (
    <div className={classes.part}>
      <div className={classes.head}>
        <Text size="sm" component="output">{last?.to == null ? 'Die Dauer eines Punkts verschiebt alle folgenden bis zur nächsten festen Zeit.' : `${items.length} ${items.length === 1 ? 'Punkt' : 'Punkte'}, Ende ${clockOf(last.to)} Uhr`}</Text>
        <Group gap="xs">
          <SaveState status={form.status} />
          <Menu position="bottom-end">
            <Menu.Target><Button variant="default" leftSection={<IconPrinter size={17} aria-hidden />}>Drucken</Button></Menu.Target>
            <Menu.Dropdown>
              <ExportItem format="pdf" onClick={() => print('pdf')}>PDF mit großen Zeiten …</ExportItem>
              <ExportItem format="docx" onClick={() => print('docx')}>Word-Dokument …</ExportItem>
            </Menu.Dropdown>
          </Menu>
        </Group>
      </div>
      {items.length === 0 && <Text size="sm" c="dimmed">Noch kein Punkt. Aufbau, Begrüßung, Auftritte, Abbau: mit Dauer, wer, wo und welcher Technik.</Text>}
      <ol className={classes.lines} aria-label="Ablauf">
        {times.map((time, at) => (
          <RunLine
            key={time.item.id} time={time} event={event} readOnly={readOnly} focused={time.item.id === added} first={at === 0} last={at === items.length - 1}
            onChange={(patch) => change(time.item.id, patch)} onEnter={() => addAfter(at)} onMove={(by) => move(at, by)}
            onRemove={() => void form.step({ items: items.filter(({ id }) => id !== time.item.id) }, 'Punkt entfernt.')}
          />
        ))}
      </ol>
      {!readOnly && <Button w="fit-content" variant="default" leftSection={<IconPlus size={17} aria-hidden />} onClick={() => addAfter(items.length - 1)}>Punkt</Button>}
    </div>
  )
}
