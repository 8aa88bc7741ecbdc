import { Alert, Button, Group, SegmentedControl, Text, Title } from '@mantine/core'
import { IconSnowflake } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { api } from '../../app/office.ts'
import { Confidential } from '../Confidential.tsx'
import { CounsellingTabs } from '../CounsellingTabs.tsx'
import { ForCounsellors } from '../ForCounsellors.tsx'
import { FigureBar } from './FigureBar.tsx'
import { OverviewView } from './OverviewView.tsx'
import { PressView } from './PressView.tsx'
import classes from '../../ui/Figures.module.css'
import { TablesView } from './TablesView.tsx'
import { useFigureChoice } from './useFigureChoice.ts'
import { YearsView } from './YearsView.tsx'

const views = { overview: 'Überblick', tables: 'Tabellen', press: 'Für die Presse', years: 'Eingefrorene Jahre' } as const
type View = keyof typeof views

/** „Statistik" of the counselling side. */
export function StatisticsScreen() {
  return <ForCounsellors><Statistics /></ForCounsellors>
}

function Statistics() {
  const { view = 'overview' } = useSearch({ from: '/counselling/statistics' })
  const navigate = useNavigate()
  const choice = useFigureChoice()
  const show = (wanted: View): void => void navigate({ to: '/counselling/statistics', search: wanted === 'overview' ? {} : { view: wanted } })
  return (
    <div className={classes.page}>
      <div>
        <Title order={1} size="h2" mb={8}>Beratung</Title>
        <CounsellingTabs current="statistics" />
      </div>
      <div className={`${classes.title} no-print`}>
        <SegmentedControl
          aria-label="Ansicht der Statistik" value={view} onChange={(value) => show(value as View)}
          data={Object.entries(views).map(([value, label]) => ({ value, label }))}
        />
        <Text size="sm" c="dimmed">Auswertungen nach Beraterin oder Berater gibt es nicht.</Text>
      </div>
      {view !== 'years' && <Proposal onOpen={() => show('years')} />}
      {(view === 'overview' || view === 'tables') && <FigureBar choice={choice} />}
      {view === 'overview' && <OverviewView choice={choice} />}
      {view === 'tables' && <TablesView choice={choice} />}
      {view === 'press' && <PressView />}
      {view === 'years' && <YearsView />}
      <Confidential />
    </div>
  )
}

/** From January on: the finished year isn't frozen yet. */
function Proposal({ onOpen }: { onOpen(): void }) {
  const { data } = useQuery(api.counselling.statistics.snapshots.queryOptions())
  if (!data?.proposed) return null
  return (
    <Alert variant="light" icon={<IconSnowflake aria-hidden />} className="no-print">
      <Group justify="space-between" gap="sm">
        <Text size="sm">Das Jahr {data.proposed} ist zu Ende und noch nicht eingefroren. Danach bleiben seine Zahlen, auch wenn Fälle gelöscht werden.</Text>
        <Button size="compact-sm" variant="default" onClick={onOpen}>Jahr {data.proposed} einfrieren …</Button>
      </Group>
    </Alert>
  )
}
