import { Alert, Button, Center, Group, Loader, Menu, Text, Title } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { germanDate } from '../../../shared/dates.ts'
import { seriesInputSchema, type Series, type SeriesInput } from '../../../shared/events/model.ts'
import { hidesData } from '../../app/failure.ts'
import { api, office } from '../../app/office.ts'
import { openRecord } from '../../app/openRecord.ts'
import { useOfficeLand } from '../../app/useOfficeLand.ts'
import { useRecordForm } from '../../app/useRecordForm.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { useHelpPlace } from '../../ui/helpPlace.ts'
import { OverflowTabs } from '../../ui/OverflowTabs.tsx'
import { SaveState } from '../../ui/SaveState.tsx'
import { attempt } from '../../ui/attempt.ts'
import classes from '../Events.module.css'
import { SeriesCall } from './call/SeriesCall.tsx'
import { SeriesOutput } from './output/SeriesOutput.tsx'
import { SeriesProgramme } from './programme/SeriesProgramme.tsx'
import { SeriesReview } from './review/SeriesReview.tsx'
import { SeriesDetails } from './SeriesDetails.tsx'

type View = 'details' | 'call' | 'programme' | 'output' | 'review'

const tabs: readonly { value: View; label: string }[] = [
  { value: 'details', label: 'Angaben' }, { value: 'call', label: 'Aufruf' }, { value: 'programme', label: 'Programm' }, { value: 'output', label: 'Heft und Listen' }, { value: 'review', label: 'Rückblick' },
]

/** One series from the call to its partners to the review. */
export function SeriesRecord({ id, onClose }: { id: string; onClose(): void }): ReactNode {
  const { data, error, refetch } = useQuery(api.events.series.get.queryOptions({ input: { id } }))
  if (hidesData(error, data)) return <FailureAlert error={error} retry={() => void refetch()} />
  if (!data) return <Center h="100%"><Loader aria-label="Reihe wird geladen" /></Center>
  return <Shown series={data} onClose={onClose} />
}

function Shown({ series, onClose }: { series: Series; onClose(): void }): ReactNode {
  const { id } = series
  const land = useOfficeLand()
  const [view, setView] = useState<View>('details')
  useHelpPlace(`/events/series/${view}`)
  const form = useRecordForm<Series, SeriesInput>(series, (stored) => seriesInputSchema.parse(stored), (version, _changed, fields) => office.events.series.update({ id, version, fields, land }))
  const remove = async (): Promise<void> => {
    const removed = await attempt(async () => { await form.flush(); return office.events.series.remove({ id, version: (await office.events.series.get({ id })).version }) }, 'Die Reihe liegt im Papierkorb. Ihre Veranstaltungen bleiben.')
    if (removed) onClose()
  }
  const follow = (): void => void attempt(async () => {
    const made = await office.events.programme.follow({ seriesId: id, land })
    openRecord({ type: 'event-series', id: made.id })
    return made
  }, 'Neue Reihe mit denselben Partnern angelegt.')
  const days = [series.startsOn, series.endsOn].filter((day) => day !== null).map(germanDate).join(' bis ')
  return (
    <section className={classes.record} aria-label={`Reihe ${series.title}`}>
      <header className={classes.recordHead}>
        <Group gap="xs" justify="space-between" wrap="nowrap" align="flex-start">
          <Title order={2} size="h3" className={classes.recordTitle}>{series.title}</Title>
          <Group gap="xs" wrap="nowrap">
            <SaveState status={form.status} />
            {!series.trashed && (
              <Menu position="bottom-end">
                <Menu.Target><Button variant="default" size="compact-md" px={6} aria-label="Weitere Schritte"><IconDots size={18} aria-hidden /></Button></Menu.Target>
                <Menu.Dropdown>
                  <Menu.Item onClick={follow}>Neue Reihe nach dieser</Menu.Item>
                  <Menu.Item onClick={() => void remove()}>In den Papierkorb</Menu.Item>
                </Menu.Dropdown>
              </Menu>
            )}
          </Group>
        </Group>
        <Text size="sm">{[series.motto === '' ? '' : `„${series.motto}“`, days, `${series.events} ${series.events === 1 ? 'Veranstaltung' : 'Veranstaltungen'}`].filter(Boolean).join(' · ')}</Text>
        <OverflowTabs tabs={tabs} current={view} onChange={(value: View) => setView(value)} />
      </header>
      {series.trashed && <Alert m="md" title="Diese Reihe liegt im Papierkorb.">Dort kann sie wiederhergestellt werden.</Alert>}
      <div className={classes.panel}>
        {view === 'details' && <SeriesDetails series={series} form={form} />}
        {view === 'call' && <SeriesCall series={series} />}
        {view === 'programme' && <SeriesProgramme series={series} />}
        {view === 'output' && <SeriesOutput series={series} />}
        {view === 'review' && <SeriesReview series={series} onFollow={follow} />}
      </div>
    </section>
  )
}
