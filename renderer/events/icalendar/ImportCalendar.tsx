import { Button, FileButton, Group, Loader, Modal, Stack, Text } from '@mantine/core'
import { IconCalendarDown } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState, type ReactNode } from 'react'
import { isoDay } from '../../../shared/dates.ts'
import { maxCalendarBytes, type ImportItem, type ImportOptions } from '../../../shared/events/icalendar/model.ts'
import { addDays } from '../../../shared/holidays/days.ts'
import { api, office } from '../../app/office.ts'
import { useOfficeLand } from '../../app/useOfficeLand.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { FileTrouble, handOver } from '../../ui/fileTransfer.ts'
import { attempt } from '../../ui/attempt.ts'
import { ImportItems } from './ImportItems.tsx'
import { ImportSettings } from './ImportSettings.tsx'

interface Chosen {
  token: string
  name: string
}

/** Takes over a calendar of others: first what would become of each entry, then all of it in one step. */
export function ImportCalendar({ seriesId, onClose }: { seriesId: string | null; onClose(): void }): ReactNode {
  const land = useOfficeLand()
  const [file, setFile] = useState<Chosen | null>(null)
  const [trouble, setTrouble] = useState('')
  const [options, setOptions] = useState<ImportOptions>(() => ({ from: isoDay(new Date()), to: addDays(isoDay(new Date()), 365), kind: 'encounter', state: 'planned', seriesId, description: 'note' }))
  /** What differs from the proposal. */
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set())
  const [busy, setBusy] = useState(false)
  const possible = options.from <= options.to
  const { data, error, isFetching } = useQuery({
    ...api.events.icalendar.read.queryOptions({ input: { token: file?.token ?? '-', options }, placeholderData: keepPreviousData }), enabled: file !== null && possible && !busy, retry: false,
  })
  useEffect(() => () => {
    if (file) void office.events.icalendar.close({ token: file.token }).catch(() => {})
  }, [file])
  const choose = async (next: File | null): Promise<void> => {
    if (!next) return
    try {
      if (next.size > maxCalendarBytes) throw new FileTrouble(`„${next.name}“ ist größer als 10 MB. Ein Kalender von zehn Jahren ist kleiner; bitte einen kürzeren Zeitraum exportieren.`)
      const token = await handOver(next, office.events.icalendar)
      setTrouble('')
      setTurned(new Set())
      setFile({ token, name: next.name })
    } catch (failure) {
      setTrouble(failure instanceof FileTrouble ? failure.message : 'Die Datei ließ sich nicht lesen. Bitte wählen Sie sie noch einmal.')
    }
  }
  const items = file === null || error ? [] : data?.items ?? []
  const chosen = items.filter((item) => isProposed(item) !== turned.has(item.key))
  const turn = (keys: readonly string[], on: boolean): void => {
    const wanted = new Set(turned)
    for (const item of items.filter(({ key }) => keys.includes(key))) {
      if (isProposed(item) === on) wanted.delete(item.key)
      else wanted.add(item.key)
    }
    setTurned(wanted)
  }
  const take = async (): Promise<void> => {
    if (!file) return
    setBusy(true)
    const taken = await attempt(() => office.events.icalendar.run({ token: file.token, options, keys: chosen.map(({ key }) => key), land }), `${termine(chosen.length)} aus dem Kalender übernommen.`)
    if (taken) onClose()
    else setBusy(false)
  }
  return (
    <Modal opened onClose={onClose} title="Kalenderdatei einlesen" size={1040}>
      <Stack gap="sm">
        <Group gap="sm">
          <FileButton accept=".ics,.ical,.icalendar,.ifb,text/calendar" inputProps={{ 'aria-label': 'Kalenderdatei' }} onChange={(next) => void choose(next)}>
            {(props) => <Button {...props} variant={file ? 'default' : 'filled'} data-autofocus leftSection={<IconCalendarDown size={17} aria-hidden />}>{file ? 'Andere Datei wählen' : 'Datei wählen'}</Button>}
          </FileButton>
          <Text size="sm" component="output">{file ? file.name : 'Eine .ics-Datei aus Outlook, Google, Nextcloud oder Thunderbird.'}</Text>
          {file && isFetching && <Loader size="sm" aria-label="Kalender wird gelesen" />}
        </Group>
        {trouble !== '' && <Text size="sm" c="var(--mantine-color-error)" role="alert">{trouble}</Text>}
        {file && <ImportSettings options={options} onChange={(patch) => setOptions({ ...options, ...patch })} />}
        {file && error ? <FailureAlert error={error} /> : null}
        {file && data && !error && (
          <ImportItems preview={data} chosen={new Set(chosen.map(({ key }) => key))} onTurn={turn} />
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="subtle" onClick={onClose}>Abbrechen</Button>
          <Button disabled={chosen.length === 0 || !possible} loading={busy} onClick={() => void take()}>{chosen.length === 0 ? 'Übernehmen' : `${termine(chosen.length)} übernehmen`}</Button>
        </Group>
      </Stack>
    </Modal>
  )
}

/** What is new or was changed is taken over unless somebody says otherwise; what may be there already isn't. */
function isProposed({ fate }: ImportItem): boolean {
  return fate === 'new' || fate === 'changed'
}

function termine(count: number): string {
  return count === 1 ? 'Einen Termin' : `${count} Termine`
}
